# ruff: noqa: E501  (one case a line)
"""Every construction in every language: content, source and level of one sentence each."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import Level
from tests.claims.reading import only, read, told

CASES = [
    # Dutch
    ("nl", "“De brug is dicht”, zei wethouder Anna Smit.", "De brug is dicht", "Anna Smit", "certain"),
    ("nl", "Wethouder Anna Smit zei: “De brug is dicht.”", "De brug is dicht.", "Anna Smit", "certain"),
    ("nl", "“Nee”, zei Anna Smit.", "Nee", "Anna Smit", "certain"),
    ("nl", "De politie meldt dat er niemand gewond is.", "dat er niemand gewond is", "politie", "certain"),
    ("nl", "De brug blijft dicht, meldt Rijkswaterstaat.", "De brug blijft dicht", "Rijkswaterstaat", "certain"),
    ("nl", "Volgens de politie is er niemand gewond.", "is er niemand gewond", "politie", "certain"),
    ("nl", "De trein is volgens ProRail ontspoord.", "De trein is ontspoord", "ProRail", "certain"),
    ("nl", "De directeur ontkent dat er fouten zijn gemaakt.", "dat er fouten zijn gemaakt", "directeur", "unlikely"),
    ("nl", "Een woordvoerder sluit niet uit dat er ontslagen vallen.", "dat er ontslagen vallen", "woordvoerder", "possible"),
    ("nl", "De burgemeester belooft de brug te herstellen.", "de brug te herstellen", "burgemeester", "none"),
    ("nl", "De rebellen claimen de verovering van de havenstad.", "de verovering van de havenstad", "rebellen", "certain"),
    ("nl", "De man zou zijn buurman hebben bedreigd.", "De man zou zijn buurman hebben bedreigd", None, "unverified"),
    ("nl", "Op sociale media wordt gemeld dat de dijk is doorgebroken.", "dat de dijk is doorgebroken", None, "unverified"),
    ("nl", "Burgemeester Els Vos laat weten dat het feest doorgaat.", "dat het feest doorgaat", "Els Vos", "certain"),
    ("nl", "Of de trein rijdt, durft ProRail niet te zeggen.", "Of de trein rijdt", "ProRail", "possible"),
    ("nl", "De politie roept reizigers op om thuis te blijven.", "om thuis te blijven", "politie", "none"),
    ("nl", "De advocaat vroeg de rechtbank de zaak aan te houden.", "de zaak aan te houden", "advocaat", "none"),
    ("nl", "De bank raamt de schade op honderd miljoen euro.", "de schade op honderd miljoen euro", "bank", "probable"),
    ("nl", "De politie sluit een aanslag niet uit.", "een aanslag", "politie", "possible"),
    ("nl", "Volgens de NMBS rijdt er één trein op de drie.", "rijdt er één trein op de drie", "NMBS", "certain"),
    ("nl", "Uit cijfers van het CBS blijkt dat de huren stijgen.", "dat de huren stijgen", "cijfers van het CBS", "certain"),
    ("nl", "Volgens de familie vertrok het meisje.", "vertrok het meisje", "familie", "certain"),
    ("nl", "Een man met een hoed zei dat hij niets zag.", "dat hij niets zag", "man met een hoed", "certain"),
    ("nl", "Een rapport uit 2019 stelt dat de dijk te laag is.", "dat de dijk te laag is", "rapport uit 2019", "certain"),
    ("nl", "Reisorganisatie Zonneveld meldt dat iedereen veilig is.", "dat iedereen veilig is", "Zonneveld", "certain"),
    ("nl", "Stichting Lezen zegt dat kinderen minder lezen.", "dat kinderen minder lezen", "Stichting Lezen", "certain"),
    # English
    ("en", "“The bridge is shut,” said Mayor Anna Hill.", "The bridge is shut,", "Anna Hill", "certain"),
    ("en", "The mayor said the bridge was shut.", "the bridge was shut", "mayor", "certain"),
    ("en", "The bridge is shut, police said.", "The bridge is shut", "police", "certain"),
    ("en", "According to the charity, 30 people died.", "30 people died", "charity", "certain"),
    ("en", "The company denied that it had ignored warnings.", "that it had ignored warnings", "company", "unlikely"),
    ("en", "Neighbours fear that the wall will collapse.", "that the wall will collapse", "neighbours", "possible"),
    ("en", "The suspect is believed to have fled abroad.", "The suspect is believed to have fled abroad", None, "unverified"),
    ("en", "She did not rule out job cuts at the plant.", "job cuts at the plant", None, "possible"),
    ("en", "The agency expects prices to fall sharply.", "prices to fall sharply", "agency", "probable"),
    # German
    ("de", "„Die Brücke ist zu“, sagte Bürgermeisterin Anna Kühn.", "Die Brücke ist zu", "Anna Kühn", "certain"),
    ("de", "Der Sprecher sagte, die Lage sei ruhig.", "die Lage sei ruhig", "Sprecher", "certain"),
    ("de", "Laut Polizei wurde niemand verletzt.", "wurde niemand verletzt", "Polizei", "certain"),
    ("de", "Die Brücke bleibt gesperrt, so der Minister.", "Die Brücke bleibt gesperrt", "Minister", "certain"),
    ("de", "Der Angeklagte bestreitet, das Messer mitgebracht zu haben.", "das Messer mitgebracht zu haben", "Angeklagter", "unlikely"),
    ("de", "Nach Polizeiangaben blieben alle unverletzt.", "blieben alle unverletzt", "Polizei", "certain"),
    ("de", "Wie der Sender berichtet, wurde der Mann gesucht.", "wurde der Mann gesucht", "Sender", "certain"),
    ("de", "Dem Bericht zufolge ist die Kasse leer.", "ist die Kasse leer", "Bericht", "certain"),
    # French
    ("fr", "« Le pont est fermé », a déclaré le maire Paul Morel.", "Le pont est fermé", "Paul Morel", "certain"),
    ("fr", "« Nous restons », a-t-elle dit.", "Nous restons", None, "certain"),
    ("fr", "Le pont est fermé, a indiqué la préfecture.", "Le pont est fermé", "préfecture", "certain"),
    ("fr", "Selon la police, personne n’est blessé.", "personne n’est blessé", "police", "certain"),
    ("fr", "L’entreprise dément avoir licencié dix salariés.", "avoir licencié dix salariés", "entreprise", "unlikely"),
    ("fr", "Le procureur affirme que l’enquête avance.", "que l’enquête avance", "procureur", "certain"),
    ("fr", "Le navire aurait été abandonné.", "Le navire aurait été abandonné", None, "unverified"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "content", "speaker", "level"), CASES, ids=[case[1] for case in CASES]
)
def test_reads_content_source_and_level(
    language: str, text: str, content: str, speaker: str | None, level: str
) -> None:
    assert told(read(text, language)) == [(content, speaker, level)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De “koning van de markt” kwam te laat."),
        ("nl", "Minister"),
        ("nl", "Alles verliep volgens plan."),
        ("en", "The film “The Long Way Home” opens in June."),
        ("en", "Who will pay for it?"),
        ("de", "Das Buch „Der Weg“ ist vergriffen."),
        ("fr", "Le roman « La Longue Route » sort bientôt."),
    ],
)
def test_titles_scare_quotes_questions_and_headings_are_no_claims(language: str, text: str) -> None:
    assert read(text, language).claims == ()


def test_a_broken_quotation_is_one_claim_of_two_spans() -> None:
    reading = read("“De brug”, zei Anna Smit, “gaat morgen open.”", "nl")
    assert [len(claim.spans) for claim in reading.claims] == [2]
    assert reading.claims[0].rule == "quote/tag-middle"


def test_a_sentence_that_points_back_makes_the_one_before_a_claim() -> None:
    reading = read("Die Brücke bleibt gesperrt. Das teilte die Polizei mit.", "de")
    assert told(reading) == [("Die Brücke bleibt gesperrt", "Polizei", "certain")]


def test_konjunktiv_goes_on_with_the_last_source() -> None:
    reading = read("Der Sprecher sagte, die Lage sei ruhig. Man habe genug Vorräte.", "de")
    assert [claim.rule for claim in reading.claims] == ["clause/main", "clause/continued"]
    assert reading.claims[0].speaker == reading.claims[1].speaker


def test_a_second_source_in_the_sentence_gets_a_claim_of_its_own() -> None:
    reading = read("De rebellen claimen de stad, en volgens de VN klopt dat.", "nl")
    assert [speaker for _, speaker, _ in told(reading)] == ["rebellen", "VN"]


def test_sentences_without_a_claim_are_listed() -> None:
    text = "De zon scheen. De politie meldt dat het druk is."
    reading = read(text, "nl")
    assert [span.of(text) for span in reading.unclaimed] == ["De zon scheen."]


def test_a_paper_that_was_told_in_quotation_marks_is_no_content() -> None:
    text = "Die Brücke sei sicher, sagte Thilo Moser der „Seepost“."
    assert told(read(text, "de")) == [("Die Brücke sei sicher", "Thilo Moser", "certain")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Medics Abroad, which runs the clinic, said one of its wards may have been hit.",
            "one of its wards may have been hit",
        ),
        ("Her aunt, she says, hid a radio.", "Her aunt hid a radio"),
        (
            "Orders fell by half, she said, and would not recover soon.",
            "Orders fell by half would not recover soon",
        ),
        (
            "Mary Hill contradicted him, saying that nobody was hurt.",
            "that nobody was hurt",
        ),
    ],
)
def test_english_content_is_the_clause_that_was_said(text: str, expected: str) -> None:
    assert only(read(text, "en")).text == expected


def test_a_verb_that_describes_a_source_makes_no_claim() -> None:
    text = "“It is over,” said Mary Hill, a former manager who now advises suppliers."
    assert [claim.text for claim in read(text, "en").claims] == ["It is over,"]


def test_a_month_is_no_hedge() -> None:
    text = "Colin Hastings said he had handed in the report on 17 May."
    claim = only(read(text, "en", days={"17 May": date(2024, 5, 17)}))
    assert claim.certainty.level is Level.CERTAIN


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "The head of the agency, Musa Gbako, who met reporters on Monday, put the toll at 44.",
            "the toll at 44",
            "Musa Gbako",
        ),
        (
            "When contacted, the firm that owns the lorry, Zumaroil Haulage, said it had been stolen.",
            "it had been stolen",
            "Zumaroil Haulage",
        ),
        (
            "Papers seen by this newspaper show that the bridge was unsafe.",
            "that the bridge was unsafe",
            "papers",
        ),
        (
            "An aide who asked not to be named said that talks had failed.",
            "that talks had failed",
            "aide",
        ),
        (
            "The contractor, Aldermere, warned the ministry as early as June that parts were missing.",
            "that parts were missing",
            "Aldermere",
        ),
        (
            "Her agent, May Rome, denies that there is a contract.",
            "that there is a contract",
            "May Rome",
        ),
        (
            "The Electronics Workers’ Union said that its members were tired.",
            "that its members were tired",
            "Electronics Workers’ Union",
        ),
    ],
)
def test_an_english_source_is_found_behind_what_describes_it(
    text: str, content: str, source: str
) -> None:
    reading = read(text, "en")
    assert [(claim, who) for claim, who, _ in told(reading)] == [(content, source)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister disputed that finding.",
        "Police found a python in her bath.",
        "She placed the book on the table.",
        "The member asked why families had not been told.",
    ],
)
def test_an_english_object_or_question_is_no_claim(text: str) -> None:
    assert told(read(text, "en")) == []


@pytest.mark.parametrize(
    ("text", "content", "source", "level"),
    [
        (
            "A person briefed on the matter said the deal could be announced soon.",
            "the deal could be announced soon",
            "person",
            "possible",
        ),
        (
            "Residents near the plant said the smell was bad.",
            "the smell was bad",
            "residents",
            "certain",
        ),
        ("Supporters argue it will create jobs.", "it will create jobs", "supporters", "certain"),
        ("The relief body called for immediate access.", "immediate access", "relief body", "none"),
        (
            "Witnesses described hearing two explosions.",
            "hearing two explosions",
            "witnesses",
            "certain",
        ),
        (
            "“It is what it is,” the coach shrugged after the match.",
            "It is what it is,",
            "coach",
            "certain",
        ),
        (
            "There are fears that more bodies lie under the rubble.",
            "There are fears that more bodies lie under the rubble",
            None,
            "possible",
        ),
        ("Smith said prices rose.", "prices rose", "Smith", "certain"),
    ],
)
def test_english_news_is_read_as_its_papers_write(
    text: str, content: str, source: str | None, level: str
) -> None:
    assert told(read(text, "en")) == [(content, source, level)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Mr Hughes admitted mistakes had been made but refused to resign.",
            [("mistakes had been made", "Hughes", "certain")],
        ),
        ("No one claimed responsibility for the attack.", []),
        ("Neither side has confirmed the exchange.", []),
        (
            "Researchers found no evidence that the drug works.",
            [("that the drug works", "researchers", "unlikely")],
        ),
        (
            "It was the worst flood in a century, said Rao, adding that more rain was on its way.",
            [
                ("It was the worst flood in a century", "Rao", "certain"),
                ("that more rain was on its way", "Rao", "certain"),
            ],
        ),
    ],
)
def test_english_coordination_and_negation_bound_what_was_claimed(
    text: str, claims: list[tuple[str, str | None, str]]
) -> None:
    assert told(read(text, "en")) == claims


@pytest.mark.parametrize(
    ("text", "content", "source", "level"),
    [
        ("She hopes to install sensors next year.", "to install sensors next year", None, "none"),
        (
            "The crust covers the whole plain, the team estimates.",
            "The crust covers the whole plain",
            "team",
            "probable",
        ),
        (
            "An earlier study, published by a group in Leiden, concluded that it slept.",
            "that it slept",
            "study",
            "certain",
        ),
        (
            "Mary Hill conceded by phone that they were right.",
            "that they were right",
            "Mary Hill",
            "certain",
        ),
        (
            "Her neighbour, an old man called Kyaw Reh, recalls how he carried the dead.",
            "how he carried the dead",
            "Kyaw Reh",
            "certain",
        ),
        (
            "Norvex plans to shut a line in Penang, the Daily Star newspaper reported.",
            "Norvex plans to shut a line in Penang",
            "Daily Star newspaper",
            "certain",
        ),
    ],
)
def test_english_verbs_that_are_nouns_too_report(
    text: str, content: str, source: str | None, level: str
) -> None:
    claim = told(read(text, "en"))[0]
    assert (claim[0], claim[2]) == (content, level)
    assert source is None or (claim[1] or "").endswith(source)
