"""What a relation hands on from one claim to another."""

from __future__ import annotations

from datetime import date

from dateline.model import ClaimRelationKind, PlaceKind
from tests.claims.reading import place_at, read


def test_a_confirmation_takes_over_place_and_time_with_their_source() -> None:
    text = "Het bedrijf claimde de sluiting van de mijn in Heerlen, en volgens de bond klopt dat."
    reading = read(
        text,
        "nl",
        places=(place_at(text, "Heerlen", PlaceKind.CITY),),
    )
    first, second = reading.claims
    assert [relation.type for relation in second.relations] == [ClaimRelationKind.CORROBORATES]
    assert [place.place for place in second.places] == [place.place for place in first.places]
    assert {place.inherited for place in second.places} == {first.id}


def test_a_claim_s_own_place_and_time_come_before_those_it_answers() -> None:
    text = (
        "Het bedrijf zei dat de mijn in Heerlen op 2 mei sluit. "
        "De bond ontkent dat de mijn in Geleen op 3 mei sluit."
    )
    reading = read(
        text,
        "nl",
        days={"2 mei": date(2024, 5, 2), "3 mei": date(2024, 5, 3)},
        places=(
            place_at(text, "Heerlen", PlaceKind.CITY),
            place_at(text, "Geleen", PlaceKind.CITY),
        ),
    )
    last = reading.claims[-1]
    assert last.happened is not None
    assert last.happened.earliest == date(2024, 5, 3)
    assert {place.inherited for place in last.places} == {None}
