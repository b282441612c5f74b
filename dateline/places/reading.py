"""Reads the places of an article: candidates, evidence, a decision for each, and zones."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from dateline.languages import Language
from dateline.model import Alternative, Article, Place, PlaceKind, Span, content_id
from dateline.places.entries import How, Kind
from dateline.places.evidence import Discourse, note_surnames, weigh
from dateline.places.gazetteer import Gazetteer, Record
from dateline.places.lexicon import Lexicon, lexicon_of
from dateline.places.neighbours import containments, holds
from dateline.places.recognise import Candidate, candidates
from dateline.places.resolve import Choice, resolve
from dateline.places.tokens import Tokens
from dateline.places.unlisted import Unlisted, unlisted
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
    Kind.UNION: PlaceKind.REGION,
}


def find_places(
    article: Article, language: Language | None, gazetteer: Gazetteer
) -> tuple[Place, ...]:
    """The places that an article names, in order, demonyms and zones among them."""
    lexicon = lexicon_of(language)
    tokens = Tokens(article.text)
    found = list(candidates(tokens, lexicon, gazetteer))
    accepted = recognise(found, tokens, lexicon, gazetteer)
    choices = resolve(accepted, tokens, lexicon, gazetteer)
    places = [
        placed(article, each, choice, span_of(each, tokens))
        for each, choice in zip(accepted, choices, strict=True)
    ]
    extra = zones(article, list(zip(accepted, places, strict=True)), tokens, lexicon)
    extra += [
        _unlisted_place(article, each, tokens)
        for each in unlisted(tokens, accepted, lexicon, gazetteer)
    ]
    return tuple(sorted(places + extra, key=lambda place: (place.start, -place.end)))


def recognise(
    found: list[Candidate], tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer
) -> list[Candidate]:
    """The candidates that are places, those among them that only the sure places speak for."""
    accepted = decide(found, tokens, lexicon, gazetteer)
    choices = resolve(accepted, tokens, lexicon, gazetteer)
    if reconsider(found, choices, gazetteer):
        return [candidate for candidate in found if candidate.score > THRESHOLD]
    return accepted


def decide(
    found: list[Candidate], tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer
) -> list[Candidate]:
    """The candidates that are places by what stands around them and by the discourse."""
    discourse = Discourse(surnames=note_surnames(tokens, lexicon, gazetteer))
    for candidate in found:
        for at in range(candidate.first, candidate.last + 1):
            discourse.taken[at] = candidate
    datelines = _datelines(tokens.text)
    for candidate in found:
        weigh(candidate, tokens, lexicon, gazetteer, discourse)
        start = tokens.starts[candidate.first]
        if candidate.demonym is None and any(first <= start < stop for first, stop in datelines):
            candidate.score += 2.5
    _weigh_pairs(found, tokens, gazetteer)
    _share(found)
    return [candidate for candidate in found if candidate.score > THRESHOLD]


def _datelines(text: str) -> list[tuple[int, int]]:
    """Where a line opens with places: "VOLENDAM – ", "Wien/Eisenstadt (apa) – "."""
    return [match.span(1) for match in _DATELINE.finditer(text)]


_DATELINE = re.compile(
    r"^([^\W\d_][\w'’. -]{1,28}(?:[/,][ ]?[^\W\d_][\w'’. -]{1,28}){0,2}?)"
    r"(?:[ ]?\([\w/ .-]{2,18}\))?[ ]?(?:[–—]|--|[ ]-)[ ]",
    re.MULTILINE,
)

DOUBT = -2.4
"""Score from which a refused candidate gets a second hearing."""


def reconsider(found: list[Candidate], choices: list[Choice], gazetteer: Gazetteer) -> bool:
    """Lets the article's sure places speak for refused ones near them; whether any came in."""
    anchors = {
        choice.hit.record.id: choice.hit.record for choice in choices if choice.confidence > 0.5
    }
    if not anchors:
        return False
    countries = {record.country for record in anchors.values() if record.country}
    points = [
        (record.latitude, record.longitude, math.cos(math.radians(record.latitude)), record)
        for record in anchors.values()
        if record.radius_km < 120
    ][:12]
    came, heard = False, dict[str, float]()
    for candidate in found:
        if candidate.barred or not DOUBT < candidate.score <= THRESHOLD:
            continue
        if candidate.key not in heard:
            heard[candidate.key] = _support(candidate, countries, points, anchors, gazetteer)
        candidate.score += heard[candidate.key]
        came = came or candidate.score > THRESHOLD
    return came


def _support(
    candidate: Candidate,
    countries: set[str],
    points: list[tuple[float, float, float, Record]],
    anchors: dict[tuple[int, int], Record],
    gazetteer: Gazetteer,
) -> float:
    best = 0.0
    for hit in candidate.hits[:40]:
        record = hit.record
        value = 0.5 if record.country in countries else 0.0
        parent = gazetteer.parent(record)
        if parent is not None and parent.id in anchors:
            value += 0.8
        for latitude, longitude, cosine, _ in points:
            dlat, dlon = record.latitude - latitude, (record.longitude - longitude) * cosine
            km = 111.0 * math.sqrt(dlat * dlat + dlon * dlon)
            if km < 100:
                value += 1.2 if km < 40 else 0.7
                break
        if hit.how in (How.ALTERNATE, How.ROMANISED):
            value -= 0.3
        best = max(best, value)
    return best


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


def span_of(found: Candidate, tokens: Tokens) -> Span:
    """Where a candidate stands in the text, the stop of a short form included."""
    return Span(tokens.starts[found.first], found.end or tokens.ends[found.last])


def _unlisted_place(article: Article, found: Unlisted, tokens: Tokens) -> Place:
    span = Span(tokens.starts[found.first], tokens.ends[found.last])
    reason = "Called a place by the article, and not in the gazetteer"
    return unplaced(article, span, found.kind, reason)


def unplaced(article: Article, span: Span, kind: PlaceKind, reason: str) -> Place:
    """A place without an entry: its span, and no coordinates."""
    text = span.of(article.text)
    return Place(
        id=content_id("p", article.id, span.start, span.end, text),
        article=article.id,
        start=span.start,
        end=span.end,
        text=text,
        name=text,
        latitude=None,
        longitude=None,
        kind=kind,
        country=None,
        geonames_id=None,
        radius_km=None,
        relation=None,
        confidence=0.0,
        reason=reason,
    )


def placed(article: Article, found: Candidate, choice: Choice, span: Span) -> Place:
    """The place that was chosen for the words of ``span``."""
    record = choice.hit.record
    text = span.of(article.text)
    kind = PlaceKind.DEMONYM if found.demonym is not None else KINDS[record.kind]
    latitude, longitude, radius = record.latitude, record.longitude, record.radius_km
    name, geonames_id = record.name, record.geonames_id
    if found.modifier:
        name, kind, geonames_id = text, PlaceKind.REGION, None
        latitude, longitude, radius = shifted(record, found.modifier)
    reason = choice.reason[:1].upper() + choice.reason[1:]
    return replace(
        unplaced(article, span, kind, reason),
        name=name,
        latitude=latitude,
        longitude=longitude,
        kind=kind,
        country=record.country,
        geonames_id=geonames_id,
        radius_km=radius or None,
        confidence=choice.confidence,
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
