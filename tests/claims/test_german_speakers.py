"""Who a German short form, sort, town or trade stands for: the fullest name in the article."""

from __future__ import annotations

import pytest

from dateline.model import PlaceKind
from tests.claims.reading import place_at, read, told

# What stands in front of the text is what the rule shows; then the speakers of its claims.
CALLED = [
    (
        "an office by its noun alone",
        "Die Polizeidirektion Göttingen hat drei Wohnungen durchsucht. Die Polizeidirektion geht "
        "davon aus, dass es weitere Opfer gibt.",
        ["Polizeidirektion Göttingen"],
    ),
    (
        "an office by its sort",
        "Das Wasserwirtschaftsamt Verden prüft den Fluss. Die Behörde rechnet damit, dass die "
        "Pumpen am Freitag wieder laufen.",
        ["Wasserwirtschaftsamt Verden"],
    ),
    (
        "an office by the letters behind its name",
        "Das Bundesamt für Migration und Flüchtlinge (BAMF) hat mehr Anträge bearbeitet. Das BAMF "
        "teilte mit, die Dauer sei gesunken.",
        ["Bundesamt für Migration und Flüchtlinge"],
    ),
    (
        "a ministry that is called an office",
        "Das Auswärtige Amt schweigt. Das Ministerium teilte mit, die Lage sei unklar.",
        ["Auswärtiges Amt"],
    ),
    (
        "a firm by its people",
        "Der Münchner Halbleiterhersteller Quarzlicht GmbH streicht Stellen. Die Münchner "
        "kündigten an, das Werk zu schließen.",
        ["Quarzlicht GmbH"],
    ),
    (
        "a club by its town",
        "Der VfL Wolfsburg hat verloren. Die Wolfsburger kündigten an, Einspruch einzulegen.",
        ["VfL Wolfsburg"],
    ),
    (
        "an association by what it is for",
        "Die Hilfsorganisation Ärzte ohne Grenzen sprach von Gewalt. Die Organisation forderte "
        "eine Untersuchung.",
        ["Ärzte ohne Grenzen", "Ärzte ohne Grenzen"],
    ),
    (
        "researchers who are a team",
        "Ein Team der Universität Jena hat 400 Wiesen untersucht. Nach Ansicht der Forscher liegt "
        "das am Dünger.",
        ["Team der Universität Jena"],
    ),
    (
        "another association is somebody else",
        "Die Hongkonger Gruppe Eastlake kauft zu. Der Branchenverband erwartet, dass die Preise "
        "sinken.",
        ["Branchenverband"],
    ),
    (
        "a spokeswoman by the end of her noun",
        "Eine Bahnsprecherin räumte Fehler ein. Man arbeite daran, sagte die Sprecherin.",
        ["Bahnsprecherin", "Bahnsprecherin"],
    ),
    (
        "a person of a name that no list has, by a trade",
        "In der Klinik behandelt Fuad Numan die Folgen. „Die Kinder suchen Altmetall“, sagt der "
        "Chirurg.",
        ["Fuad Numan"],
    ),
    (
        "a person by a trade that was not told, in the sentence after",
        "Ludmila Horka nennt die Rechnung „falsch“. Die tschechische Forscherin vermutet, dass "
        "der Brocken alt ist.",
        ["Ludmila Horka", "Ludmila Horka"],
    ),
    (
        "a person by a first name",
        "Nina Hackl (29) ist krank. „Das war furchtbar“, sagt Braut Nina. „Nie wieder“, lacht "
        "Nina.",
        ["Nina Hackl", "Nina Hackl"],
    ),
    (
        "a relative by name alone",
        "„Sie träumt davon“, sagt Ehemann Sven. „Das hat sie von mir“, sagt Mutter Ingrid.",
        ["Sven", "Ingrid"],
    ),
    (
        "who is nobody so far is whoever opens the next sentence",
        "„Das Haus stürzt ein“, sagt die Frau mit dem Kopftuch. Sevgi Aksoy hat alles verloren.",
        ["Sevgi Aksoy"],
    ),
    (
        "a role in the headline",
        "Bürgermeister: „Wir sind am Ende“\n\nIn Bad Sulza ist das Geld alle. Bürgermeister Dirk "
        "Schütze schwieg dazu.",
        ["Dirk Schütze"],
    ),
    (
        "a pronoun behind a subject and its verb is the object",
        "Sängerin Waltraud Meier geht. Intendant Matthias Schulz nennt sie „eine Jahrhundert"
        "stimme“.",
        ["Matthias Schulz"],
    ),
    (
        "an outlet is told of in passing",
        "„Wir gehen“, sagte Claudia Rüegg. Sie half für den Verein Chirurgie Solidaire. „Ich "
        "hatte Angst.“",
        ["Claudia Rüegg", "Claudia Rüegg"],
    ),
    (
        "a long attribute without its article",
        "Zwei mit dem Vorgang vertraute Personen sagten, der Verkauf stehe bevor.",
        ["zwei mit dem Vorgang vertraute Personen"],
    ),
    (
        "an adjunct between verb and subject",
        "Die Unterhändler seien beschossen worden, erklärte in Sanaa ein Sprecher der Miliz.",
        ["Sprecher der Miliz"],
    ),
]

STANCES = [
    ("Die Ärztin ist überzeugt, dass er lebt.", "certain"),
    ("Die Ärztin kommt zu dem Schluss, dass er lebt.", "certain"),
    ("Die Ärztin ist zuversichtlich, dass er lebt.", "probable"),
    ("Die Ärztin hat die Sorge, dass er stirbt.", "possible"),
    ("Die Ärztin hält es für möglich, dass er lebt.", "possible"),
    ("Die Ärztin hält es für ausgeschlossen, dass er lebt.", "unlikely"),
]


@pytest.mark.parametrize(("shows", "text", "names"), CALLED, ids=[case[0] for case in CALLED])
def test_calls_a_speaker_by_the_fullest_name(shows: str, text: str, names: list[str]) -> None:
    places = tuple(
        place_at(text, words, PlaceKind.DEMONYM, "DE")
        for words in ("Münchner", "Wolfsburger", "Hongkonger")
        if words in text
    )
    claims = told(read(text, "de", places=places))
    assert [speaker for _, speaker, _ in claims if speaker] == names, shows


@pytest.mark.parametrize(("text", "level"), STANCES)
def test_reads_a_stance_beside_a_plain_verb(text: str, level: str) -> None:
    clause = text[text.index("dass") : -1]
    assert told(read(text, "de")) == [(clause, "Ärztin", level)]


def test_a_past_form_in_second_place_is_reported() -> None:
    text = "Das Hilfswerk teilte mit, die Vorräte reichten noch zehn Tage."
    assert told(read(text, "de")) == [
        ("die Vorräte reichten noch zehn Tage", "Hilfswerk", "certain")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Die Lage ist sicher. Der Weg ist sicher, weil er breit ist.",
        "Ende Mai kamen Millionen Menschen, Anfang Juni waren es Tausende Familien.",
        "Der Chor ist froh, dass der Saal steht.",
    ],
)
def test_a_plain_verb_alone_reports_nothing(text: str) -> None:
    assert told(read(text, "de")) == []
