"""Constructions that German has of its own: case, mood, verb order, and names for who speaks."""

from __future__ import annotations

import pytest

from tests.claims.reading import read, told

# What stands in front of the text is what the case shows; then each claim, its speaker and level.
CLAIMS = [
    (
        "a verb between subject and object is no part of a noun phrase",
        "Der Freistaat prüfe eine Förderung, teilte das Verkehrsministerium in Dresden mit.",
        [("Der Freistaat prüfe eine Förderung", "Verkehrsministerium in Dresden", "certain")],
    ),
    (
        "a clause before wie",
        "Rund 80 Gäste mussten das Hotel verlassen, wie der Krisenstab bei einem Termin mitteilte.",
        [("Rund 80 Gäste mussten das Hotel verlassen", "Krisenstab", "certain")],
    ),
    (
        "a pronominal adverb before dass",
        "Der Direktor rechnet damit, dass 40 Stellen unbesetzt bleiben.",
        [("dass 40 Stellen unbesetzt bleiben", "Direktor", "probable")],
    ),
    (
        "an object in front shows its case",
        "Einen Anschlag schloss die Ministerin nicht aus.",
        [("Einen Anschlag", "Ministerin", "possible")],
    ),
    (
        "what is held possible",
        "Eine Rückkehr hält der Trainer für ausgeschlossen.",
        [("Eine Rückkehr", "Trainer", "unlikely")],
    ),
    (
        "an origin in place of a subject",
        "Aus Delegationskreisen verlautete, das Treffen sei abgesagt.",
        [("das Treffen sei abgesagt", "Delegationskreise", "certain")],
    ),
    (
        "an origin behind es",
        "„Wir ermitteln in alle Richtungen“, hieß es von der Polizei.",
        [("Wir ermitteln in alle Richtungen", "Polizei", "certain")],
    ),
    (
        "a rumour",
        "Es geht das Gerücht, die Brücke werde abgerissen.",
        [("die Brücke werde abgerissen", None, "unverified")],
    ),
    (
        "soll with a perfect is hearsay",
        "Der Kapitän soll sich mit einem Boot abgesetzt haben.",
        [("Der Kapitän soll sich mit einem Boot abgesetzt haben", None, "unverified")],
    ),
    ("soll with a future is a plan", "Die Produktion soll nach Ungarn verlagert werden.", []),
    (
        "a passive of expecting",
        "Das Urteil wird für Februar erwartet.",
        [("Das Urteil wird für Februar erwartet", None, "probable")],
    ),
    (
        "reported speech goes on, whose source said nothing before",
        "Eine Sprecherin verwies auf den Haushalt. Man arbeite an einer Lösung.",
        [("Man arbeite an einer Lösung", "Sprecherin", "certain")],
    ),
    ("a question that the narrator reports", "Wann das gewesen sei, will der Richter wissen.", []),
    (
        "a verb that is reported itself",
        "Das sei falsch, sagte Bürgermeister Ulf Rau. Der Kreis habe früh um Hilfe gebeten.",
        [
            ("Das sei falsch", "Ulf Rau", "certain"),
            ("Der Kreis habe früh um Hilfe gebeten", "Ulf Rau", "certain"),
        ],
    ),
    (
        "a tag that breaks a clause after its first phrase",
        "Wirtin Eva Lang bleibt. In Bangkok, sagt sie, lebe eine Cousine.",
        [("In Bangkok lebe eine Cousine", "Eva Lang", "certain")],
    ),
    (
        "a quotation in brackets",
        "Stürmer Ivo Banda („Das war Wahnsinn“) traf doppelt.",
        [("Das war Wahnsinn", "Ivo Banda", "certain")],
    ),
    (
        "a paper that quotes somebody",
        "Das Blatt zitiert einen Beamten: „Wir winken durch, was geht.“",
        [("Wir winken durch, was geht.", "Beamter", "certain")],
    ),
    (
        "Swiss spelling",
        "«Das ist bitter», liess sich Konzernchefin Anna Frei zitieren.",
        [("Das ist bitter", "Anna Frei", "certain")],
    ),
    (
        "a second verb after a comma shares the subject",
        "Ein Sprecher bestätigte, dass Geld floss, wies aber Kritik zurück, man habe betrogen.",
        [
            ("dass Geld floss", "Sprecher", "certain"),
            ("man habe betrogen", "Sprecher", "unlikely"),
        ],
    ),
    (
        "the narrator's own infinitive particle",
        "Die Ärztin hört zu, sie kennt ihn nicht.",
        [],
    ),
]

NAMES = [
    ("Der Deutsche Wetterdienst warnt vor Sturm.", "Deutscher Wetterdienst"),
    ("Die Vereinten Nationen befürchten, dass Tausende fliehen.", "Vereinte Nationen"),
    ("Laut dem Auswärtigen Amt sind alle wohlauf.", "Auswärtiges Amt"),
    ("Laut einem Gutachten stammen die Unterschriften von ihm.", "Gutachten"),
    ("Nach Informationen des „Landkuriers“ steht die Sparte zum Verkauf.", "Landkurier"),
    ("Ermittlern zufolge handelt es sich um Brandstiftung.", "Ermittler"),
    ("Der Beschuldigte bestreitet die Tat.", "Beschuldigter"),
    ("Ein Augenzeuge, der 52-jährige Bernd Kall, sprach von Panik.", "Bernd Kall"),
    ("Ein junger Mann mit verbundenem Arm sagt, er sei müde.", "junger Mann mit verbundenem Arm"),
    ("Der Chef des Betreibers Solar Nord, Jan Ott, sagte, es fehle Geld.", "Jan Ott"),
    ("Die von der Regierung eingesetzte Kommission erklärte, es fehle Geld.",
     "von der Regierung eingesetzte Kommission"),
    ("„Das war knapp“, sagte ein Feuerwehrsprecher der Deutschen Presse-Agentur.",
     "Feuerwehrsprecher"),
]  # fmt: skip

CALLED = [
    "„Das ist zu wenig“, sagte die SPD-Politikerin.",
    "Die 43-Jährige fügte hinzu, das Geld reiche nicht.",
    "Das Geld reiche nicht, so die Juristin.",
    "Das Geld reiche nicht, betonte die zweifache Mutter.",
    "Ihrer Ansicht nach reicht das Geld nicht.",
]


@pytest.mark.parametrize(("shows", "text", "claims"), CLAIMS, ids=[case[0] for case in CLAIMS])
def test_reads_what_is_said(
    shows: str, text: str, claims: list[tuple[str, str | None, str]]
) -> None:
    assert told(read(text, "de")) == claims, shows


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[name for _, name in NAMES])
def test_names_a_source_as_a_subject_without_article(text: str, name: str) -> None:
    assert [speaker for _, speaker, _ in told(read(text, "de"))] == [name]


@pytest.mark.parametrize("sentence", CALLED)
def test_knows_a_person_called_by_something_else(sentence: str) -> None:
    text = f"Die Abgeordnete Karin Ullmer kritisierte den Plan. {sentence}"
    assert [speaker for _, speaker, _ in told(read(text, "de"))] == ["Karin Ullmer"]


def test_a_surname_of_several_words_opens_a_sentence() -> None:
    text = "Minister Max von der Heyden schwieg. Von der Heyden sagte später, das sei falsch."
    assert told(read(text, "de")) == [("das sei falsch", "Max von der Heyden", "certain")]


def test_a_stand_in_for_a_company_skips_the_union() -> None:
    text = (
        "Der Autozulieferer Kessler Antriebe schließt sein Werk. Die IG Metall sagte, das sei "
        "bitter. Das Unternehmen erklärte, der Betriebsrat sei informiert."
    )
    names = [speaker for _, speaker, _ in told(read(text, "de"))]
    assert names == ["IG Metall", "Kessler Antriebe"]


@pytest.mark.parametrize(
    "text",
    [
        "Man nehme drei Eier und verrühre sie mit Zucker.",
        "Die Firma meldete Insolvenz an. 300 Mitarbeiter verlieren ihre Arbeit.",
        "Laut wurde es erst am Abend. Laut dröhnten die Motoren.",
        "Viele Menschen könnten ihre Häuser verlieren.",
        "Der Zug hätte um acht Uhr ankommen sollen, doch er blieb im Schnee stecken.",
        "Die Regierung kündigte den Vertrag.",
        "Das Gericht verurteilte den Mann zu drei Jahren Haft.",
        "Der Film „Das Boot“ lief im Kino. Regisseur Max Hahn drehte auch „Die Mauer“.",
    ],
)
def test_narration_is_no_claim(text: str) -> None:
    assert told(read(text, "de")) == []
