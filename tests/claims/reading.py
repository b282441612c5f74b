"""Reads one text with times and places made by hand, so that this stage is tested alone."""

from __future__ import annotations

from datetime import date

from dateline.claims import ClaimReading, find_claims
from dateline.languages import load
from dateline.model import Article, Claim, Place, PlaceKind, Precision, Time

PUBLISHED = date(2024, 5, 3)


def read(
    text: str, language: str, *, days: dict[str, date] | None = None, places: tuple[Place, ...] = ()
) -> ClaimReading:
    """The reading of ``text``; ``days`` are its time expressions."""
    times = tuple(time_at(text, words, day) for words, day in (days or {}).items())
    article = Article("a-test", text, language, published=PUBLISHED)
    return find_claims(article, load(language), times, places)


def time_at(text: str, words: str, day: date) -> Time:
    start = text.index(words)
    return Time(
        id=f"t-{start}",
        article="a-test",
        start=start,
        end=start + len(words),
        text=words,
        edtf=day.isoformat(),
        earliest=day,
        latest=day,
        precision=Precision.DAY,
        approximate=False,
        anchor=None,
        rule="test",
    )


def place_at(text: str, words: str, kind: PlaceKind, country: str = "NL", nth: int = 0) -> Place:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Place(
        id=f"p-{start}",
        article="a-test",
        start=start,
        end=start + len(words),
        text=words,
        name=words,
        latitude=52.0,
        longitude=5.0,
        kind=kind,
        country=country,
        geonames_id=None,
        radius_km=5.0,
        relation=None,
        confidence=1.0,
        reason="test",
    )


def told(reading: ClaimReading) -> list[tuple[str, str | None, str]]:
    """Each claim as its text, its speaker's name and its level."""
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    return [
        (claim.text, names[claim.speaker] if claim.speaker else None, str(claim.certainty.level))
        for claim in reading.claims
    ]


def only(reading: ClaimReading) -> Claim:
    """The one claim of a reading."""
    assert len(reading.claims) == 1, [claim.text for claim in reading.claims]
    return reading.claims[0]
