import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import contract
from dateline.errors import ContractError
from dateline.model import (
    Article,
    Basis,
    Certainty,
    ChainKind,
    ChainLink,
    Claim,
    ClaimKind,
    ClaimPlace,
    Cue,
    Evidence,
    Level,
    Place,
    PlaceKind,
    PlaceRole,
    Precision,
    Span,
    Speaker,
    SpeakerBy,
    SpeakerKind,
    Stance,
    Story,
    Time,
    When,
)

TEXT = "Gisteren zei Bo in Gent: “Het is misschien voorbij 🎈.”"


def a_story() -> Story:
    day = date(2024, 5, 2)
    return Story(
        articles=(
            Article("a-1", TEXT, "nl", "Kop", date(2024, 5, 3), Basis.GIVEN, "https://example.org"),
        ),
        times=(
            Time(
                "t-1",
                "a-1",
                0,
                8,
                "Gisteren",
                "2024-05-02",
                day,
                day,
                Precision.DAY,
                False,
                "2024-05-03",
                "deictic/day",
            ),
        ),
        places=(
            Place(
                "p-1",
                "a-1",
                19,
                23,
                "Gent",
                "Gent",
                51.05,
                3.72,
                PlaceKind.CITY,
                "BE",
                2797656,
                None,
                None,
                0.9,
                "largest of its name",
            ),
        ),
        speakers=(Speaker("s-1", "Bo", SpeakerKind.PERSON, "baas", "Fabriek", (Span(13, 15),)),),
        claims=(
            Claim(
                "c-1",
                "a-1",
                ClaimKind.DIRECT,
                (Span(25, len(TEXT)),),
                TEXT[25:],
                "quote/tag-before",
                Span(0, len(TEXT)),
                "s-1",
                Span(13, 15),
                SpeakerBy.NAME,
                Cue(9, 12, "zei", Stance.NEUTRAL),
                Certainty(Level.POSSIBLE, (Evidence(33, 42, "misschien"),)),
                False,
                When("t-1", "2024-05-02", day, day, Precision.DAY),
                None,
                (ClaimPlace("p-1", PlaceRole.MENTIONED),),
                chain=(ChainLink(ChainKind.VIA, 19, 23, "Gent"),),
            ),
        ),
    )


def test_a_story_survives_the_round_trip() -> None:
    story = a_story()
    assert contract.from_json(contract.to_json(story, {"claims": 1})) == story


def test_the_document_has_the_names_of_the_contract() -> None:
    document = contract.to_document(a_story(), {"claims": 1})
    assert document["format"] == "dateline-story/1"
    assert document["articles"][0]["published"] == {"date": "2024-05-03", "basis": "given"}
    assert document["times"][0]["earliest"] == "2024-05-02"
    assert list(document["claims"][0]["spans"]) == [{"start": 25, "end": len(TEXT)}]
    assert document["claims"][0]["cue"]["stance"] == "neutral"
    assert list(document["claims"][0]["chain"]) == [
        {"kind": "via", "start": 19, "end": 23, "text": "Gent"}
    ]
    assert document["counts"] == {"claims": 1}


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        (("format",), "dateline-story/2", "dateline-story/2"),
        (("times", 0, "start"), 1, "t-1"),
        (("times", 0, "latest"), "2024-05-01", "after latest"),
        (("times", 0, "precision"), "fortnight", "precision"),
        (("places", 0, "latitude"), 91, "latitude 91"),
        (("places", 0, "latitude"), None, "both"),
        (("claims", 0, "speaker"), "s-9", "s-9"),
        (("claims", 0, "spans"), [], "span"),
        (("claims", 0, "text"), "anders", "spans"),
        (("claims", 0, "cue", "text"), "zegt", "zegt"),
        (("claims", 0, "sentence", "end"), 999, "outside"),
        (("claims", 0, "chain", 0, "text"), "Brugge", "Brugge"),
        (("speakers", 0, "mentions", 0, "end"), 999, "outside"),
        (("articles", 0, "published"), "2024-05-03", "published"),
        (("claims",), None, "claims"),
    ],
)
def test_a_document_that_contradicts_itself_is_refused_with_its_path(
    path: tuple[str | int, ...], value: object, named: str
) -> None:
    document = contract.to_document(a_story(), {})
    *parents, last = path
    target = document
    for key in parents:
        target = target[key]
    target[last] = value
    with pytest.raises(ContractError, match=named):
        contract.from_json(json.dumps(document))


@given(st.one_of(st.binary(), st.text()))
def test_whatever_is_not_the_contract_gives_a_contract_error(data: bytes | str) -> None:
    with pytest.raises(ContractError):
        contract.from_json(data)


def test_the_schema_names_every_list_of_the_contract() -> None:
    document = contract.json_schema()["$defs"]["_Document"]
    assert {"articles", "times", "places", "speakers", "claims"} <= set(document["required"])
