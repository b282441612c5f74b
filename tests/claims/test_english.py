# ruff: noqa: E501  (one case a line)
"""How English papers attribute, beyond the constructions that all languages share."""

from __future__ import annotations

import pytest

from tests.claims.reading import read, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Her shadow urged him to publish the report.",
            ("to publish the report", "shadow", "none"),
        ),
        (
            "In a letter to the court the mother of three wrote that she had stopped.",
            ("that she had stopped", "mother of three", "certain"),
        ),
        (
            "The judge accepted that her remorse was genuine but said a jail term could not be avoided.",
            ("a jail term could not be avoided", "judge", "certain"),
        ),
        (
            "The coaches’ association said it was ‘appalled by the manner of it’.",
            ("it was ‘appalled by the manner of it’", "coaches’ association", "certain"),
        ),
        (
            "The sharks, Dr. Aune said, tolerate damage.",
            ("The sharks tolerate damage", "Aune", "certain"),
        ),
        (
            "The shark was long believed to be blind.",
            ("The shark was long believed to be blind", None, "unverified"),
        ),
        (
            "As per figures from the ministry, exports fetched a record sum.",
            ("exports fetched a record sum", "figures", "certain"),
        ),
        (
            "The minister assured MPs that the stock would last.",
            ("that the stock would last", "minister", "certain"),
        ),
    ],
)
def test_an_english_source_and_its_words(text: str, expected: tuple[str, str | None, str]) -> None:
    assert expected in told(read(text, "en"))


@pytest.mark.parametrize(
    "text",
    [
        "“Who sold it? Will the minister say?” she asked.",
        "The group published pictures that showed four craters.",
    ],
)
def test_english_questions_and_relative_clauses_claim_nothing(text: str) -> None:
    assert told(read(text, "en")) == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Cllr Neil Stead opened the fair. The councillor said that it would rain.",
            ["Neil Stead"],
        ),
        ("The agency quotes a railway source as saying the train was slow.", ["railway source"]),
        ("His Green Party shadow, Eilidh Rennie, said it was late.", ["Eilidh Rennie"]),
        (
            "The company, Norvex, said it was sorry. It said the field was vital.",
            ["Norvex", "Norvex"],
        ),
        ("Prof Helen Marsh of King’s College said it was early.", ["Helen Marsh"]),
        (
            "Carol Dean, 44, said it was unfair. The mum-of-three said she was angry.",
            ["Carol Dean", "Carol Dean"],
        ),
    ],
)
def test_an_english_speaker_under_another_description(text: str, speakers: list[str]) -> None:
    assert [name for _, name, _ in told(read(text, "en"))] == speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The spokeswoman called that figure “wildly wrong”.",
            ("that figure “wildly wrong”", "spokeswoman", "certain"),
        ),
        (
            "The union confirmed that rents were late and demanded that salaries be met first.",
            ("that salaries be met first", "union", "none"),
        ),
        (
            "The rent was late, according to two people with knowledge of the accounts.",
            ("The rent was late", "two people with knowledge of the accounts", "certain"),
        ),
        (
            "She is urging people to stay out of the city.",
            ("to stay out of the city", None, "none"),
        ),
    ],
)
def test_english_progressives_and_coordinated_cues_report(
    text: str, expected: tuple[str, str | None, str]
) -> None:
    assert expected in told(read(text, "en"))


def test_a_headline_quotation_before_a_colon_has_its_source() -> None:
    text = "‘I thought I was going to die’: survivor tells of boat horror\n\nMary Hill was at sea."
    assert told(read(text, "en"))[0][:2] == ("I thought I was going to die", "survivor")


def test_a_noun_behind_a_preposition_is_no_verb() -> None:
    text = "Residents reached by phone said they could hear gunfire."
    assert [(claim, who) for claim, who, _ in told(read(text, "en"))] == [
        ("they could hear gunfire", "residents")
    ]
