"""Reads the places of an article: candidates, evidence, a decision for each, and zones."""

from __future__ import annotations

from dateline.languages import Language
from dateline.model import Alternative, Article, Place, PlaceKind, content_id
from dateline.places.entries import Kind
from dateline.places.evidence import Discourse, note_surnames, weigh
from dateline.places.gazetteer import Gazetteer, Record
from dateline.places.lexicon import Lexicon, lexicon_of
from dateline.places.recognise import Candidate, candidates
from dateline.places.resolve import Choice, containments, holds, resolve
from dateline.places.tokens import Tokens
from dateline.places.zones import shifted, zones

THRESHOLD = 0.0

KINDS = {
    Kind.TOWN: PlaceKind.CITY,
    Kind.DISTRICT: PlaceKind.REGION,
    Kind.PROVINCE: PlaceKind.REGION,
    Kind.REGION: PlaceKind.REGION,
    Kind.ISLAND: PlaceKind.REGION,
    Kind.MOUNTAIN: PlaceKind.REGION,
    Kind.WATER: PlaceKind.WATER,
    Kind.COUNTRY: PlaceKind.COUNTRY,
    Kind.CONTINENT: PlaceKind.CONTINENT,
}


def find_places(
    article: Article, language: Language | None, gazetteer: Gazetteer
) -> tuple[Place, ...]:
    """The places that an article names, in order, demonyms and zones among them."""
    lexicon = lexicon_of(language)
    tokens = Tokens(article.text)
    found = list(candidates(tokens, lexicon, gazetteer))
    accepted = decide(found, tokens, lexicon, gazetteer)
    choices = resolve(accepted, tokens, lexicon, gazetteer)
    places = [
        _place(article, candidate, choices[candidate.first], tokens, gazetteer)
        for candidate in accepted
    ]
    extra = zones(article, list(zip(accepted, places, strict=True)), tokens, lexicon)
    return tuple(sorted(places + extra, key=lambda place: (place.start, -place.end)))


def decide(
    found: list[Candidate], tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer
) -> list[Candidate]:
    """The candidates that are places, by one decision for each name of the discourse."""
    discourse = Discourse(surnames=note_surnames(tokens, lexicon, gazetteer))
    for candidate in found:
        for at in range(candidate.first, candidate.last + 1):
            discourse.taken[at] = candidate
    for candidate in found:
        weigh(candidate, tokens, lexicon, gazetteer, discourse)
    _weigh_pairs(found, tokens, gazetteer)
    _share(found)
    return [candidate for candidate in found if candidate.score > THRESHOLD]


def _weigh_pairs(found: list[Candidate], tokens: Tokens, gazetteer: Gazetteer) -> None:
    """Adds to "X, Y" where Y holds X, and to members of a list of places."""
    for first, second in containments(found, tokens):
        held = any(
            holds(outer.record, inner.record, gazetteer)
            for outer in second.hits[:4]
            if outer.record.kind is not Kind.TOWN
            for inner in first.hits
        )
        if held:
            first.score += 3.0
            second.score += 1.5
        elif second.score > 1.0 and first.score > -1.5:
            first.score += 0.5


def _share(found: list[Candidate]) -> None:
    """Lets the mentions of one name agree."""
    best: dict[str, float] = {}
    for candidate in found:
        best[candidate.key] = max(best.get(candidate.key, -9.0), candidate.score)
    for candidate in found:
        if best[candidate.key] > 2.0 and not candidate.person and candidate.score > -2.0:
            candidate.score += 1.0


def _place(
    article: Article, found: Candidate, choice: Choice, tokens: Tokens, gazetteer: Gazetteer
) -> Place:
    record = choice.hit.record
    start, end = tokens.starts[found.first], found.end or tokens.ends[found.last]
    text = article.text[start:end]
    kind = PlaceKind.DEMONYM if found.demonym is not None else KINDS[record.kind]
    latitude, longitude, radius = record.latitude, record.longitude, record.radius_km
    name, geonames_id = record.name, record.geonames_id
    if found.modifier:
        name, kind, geonames_id = text, PlaceKind.REGION, None
        latitude, longitude, radius = shifted(record, found.modifier)
    return Place(
        id=content_id("p", article.id, start, end, text),
        article=article.id,
        start=start,
        end=end,
        text=text,
        name=name,
        latitude=latitude,
        longitude=longitude,
        kind=kind,
        country=record.country,
        geonames_id=geonames_id,
        radius_km=radius or None,
        relation=None,
        confidence=choice.confidence,
        reason=choice.reason[:1].upper() + choice.reason[1:],
        alternatives=tuple(
            _alternative(hit.record, odds) for hit, odds in choice.rivals if odds >= 0.001
        ),
    )


def _alternative(record: Record, confidence: float) -> Alternative:
    return Alternative(
        name=record.name,
        latitude=record.latitude,
        longitude=record.longitude,
        country=record.country,
        geonames_id=record.geonames_id,
        confidence=round(confidence, 3),
    )
