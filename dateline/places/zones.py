"""Zones that an article tells by another place: north of it, near it, between two."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from functools import cache

from dateline.model import Article, Place, PlaceKind, PlaceRelation, RelationKind, content_id
from dateline.places.gazetteer import Record
from dateline.places.lexicon import Lexicon
from dateline.places.names import fold_word
from dateline.places.recognise import BEARINGS, Candidate
from dateline.places.tokens import Tokens

RELATIONS = (*BEARINGS, *(f"in_{name}" for name in BEARINGS), "around", "near")
EARTH_KM = 6371.0
UNTOLD_KM = 10.0
"""How far "north of X" is taken to lie from a town where no distance is told."""
NEAR_KM = 15.0
"""Radius of "near X" and "around X" for a town."""
KM_A_MILE = 1.609344


def move(latitude: float, longitude: float, bearing: float, km: float) -> tuple[float, float]:
    """The point ``km`` away in the direction ``bearing`` (degrees from north) on a sphere."""
    phi, lam, theta = map(math.radians, (latitude, longitude, bearing))
    angle = km / EARTH_KM
    phi2 = math.asin(
        math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(theta)
    )
    lam2 = lam + math.atan2(
        math.sin(theta) * math.sin(angle) * math.cos(phi),
        math.cos(angle) - math.sin(phi) * math.sin(phi2),
    )
    return math.degrees(phi2), (math.degrees(lam2) + 540) % 360 - 180


def shifted(record: Record, direction: str) -> tuple[float, float, float]:
    """Centre and radius (km) of the part of a place that lies in a direction."""
    return part(record.latitude, record.longitude, record.radius_km or NEAR_KM, direction)


def part(
    latitude: float, longitude: float, radius_km: float, direction: str
) -> tuple[float, float, float]:
    """Centre and radius (km) of the part of a circle that lies in a direction from its centre."""
    if direction == "centre":
        return latitude, longitude, radius_km / 2
    centre = move(latitude, longitude, BEARINGS[direction], min(radius_km / 2, 400.0))
    return *centre, radius_km / 1.5


def zones(
    article: Article, found: list[tuple[Candidate, Place]], tokens: Tokens, lexicon: Lexicon
) -> list[Place]:
    """The zones told by the article's places, each with a span of its own."""
    if not lexicon.zones:
        return []
    result = []
    before = _before(lexicon)
    folded = _Window(article.text)
    for place_number, (candidate, place) in enumerate(found):
        if candidate.demonym is not None or place.latitude is None:
            continue
        zone = _hyphenated(article, candidate, place, tokens, lexicon)
        if zone is None:
            window, offset = folded.before(place.start)
            word = tokens.folded[candidate.first - 1] if candidate.first else ""
            match = before.search(window) if word in lexicon.zone_ends else None
            if match is not None and match.lastgroup is not None:
                zone = _told(article, place, match, offset)
            elif place_number and _follows_between(article.text, found, place_number, lexicon):
                zone = _between(article, found[place_number - 1][1], place, lexicon)
        if zone is not None:
            result.append(zone)
    return result


class _Window:
    """The lower-cased stretch of text that can tell how a place is meant."""

    WIDTH = 70

    def __init__(self, text: str) -> None:
        self.text = text

    def before(self, at: int) -> tuple[str, int]:
        start = max(0, at - self.WIDTH)
        return fold_keeping_length(self.text[start:at]), start


class _Folds(dict[int, str]):
    """Each character's folded form of one character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isalpha():
            char = self[code] = (fold_word(char) or char)[:1]
        return char


_FOLDS = _Folds()


def fold_keeping_length(text: str) -> str:
    """The text folded character by character, so that offsets stay."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word).replace("\\ ", r"[ '\-]") for word in words) or r"(?!)"


@cache
def _pattern(zones_: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    """Matches what stands right before a place and makes a zone of it; one group a relation."""
    words = {name: _any(phrases) for name, phrases in zones_}
    none = r"(?!)"
    skipped = rf"(?:(?:{words.get('skipped', none)})[ '’])?"
    to, of = words.get("before_direction", ""), words.get("after_direction", none)
    to = rf"(?:{to})[ '’]" if to not in ("", none) else ""
    parts = []
    for name in BEARINGS:
        distance = (
            rf"(?:(?P<number_{name}>\d{{1,4}}(?:[.,]\d{{1,3}})?)[ \u00a0]?"
            rf"(?:{words.get('kilometres', none)}|(?P<mile_{name}>{words.get('miles', none)}))[ ])"
        )
        direction = rf"(?:{words.get(name, none)})[ ](?:{of})[ '’]{skipped}"
        parts.append(rf"(?P<{name}>(?:(?<!\w){distance}(?:{to})?|(?<!\w){to}){direction})$")
    inside = words.get("inside_before", none)
    for name in BEARINGS:
        side = rf"(?:{words.get(name, none)})[ ](?:{of})[ '’]{skipped}"
        parts.append(rf"(?P<in_{name}>(?<!\w)(?:{inside})[ '’]{side})$")
    for name in ("around", "near"):
        parts.append(rf"(?P<{name}>(?<!\w)(?:{words.get(name, none)})[ '’]{skipped})$")
    return re.compile("|".join(parts))


def _before(lexicon: Lexicon) -> re.Pattern[str]:
    return _pattern(tuple(sorted(lexicon.zones.items())))


def _told(article: Article, place: Place, match: re.Match[str], offset: int) -> Place:
    name = next(key for key in RELATIONS if match.group(key) is not None)
    start = offset + match.start(name)
    assert place.latitude is not None
    assert place.longitude is not None
    if name.startswith("in_"):
        return _side(article, start, place, name.removeprefix("in_"))
    if name not in BEARINGS:
        radius = (place.radius_km or 0.0) + NEAR_KM
        kind = RelationKind.NEAR if name == "near" else RelationKind.AROUND
        return _zone(article, start, place.end, place, PlaceRelation(kind, place.id), radius=radius)
    number = match.group(f"number_{name}")
    distance = float(number.replace(",", ".")) if number else None
    if distance is not None and match.group(f"mile_{name}"):
        distance *= KM_A_MILE
    far = distance if distance is not None else UNTOLD_KM + (place.radius_km or 0.0)
    latitude, longitude = move(place.latitude, place.longitude, BEARINGS[name], far)
    relation = PlaceRelation(RelationKind(f"{name}_of"), place.id, distance_km=distance)
    radius = max(3.0, far / 3) if distance is not None else far
    zone = _zone(article, start, place.end, place, relation, radius=radius)
    return replace(zone, latitude=latitude, longitude=longitude)


def _side(article: Article, start: int, place: Place, direction: str) -> Place:
    """The part of a place that lies in a direction: "het noorden van Syrië"."""
    assert place.latitude is not None
    assert place.longitude is not None
    latitude, longitude, radius = part(
        place.latitude, place.longitude, place.radius_km or NEAR_KM, direction
    )
    relation = PlaceRelation(RelationKind.IN, place.id)
    zone = _zone(article, start, place.end, place, relation, radius=radius)
    return replace(zone, latitude=latitude, longitude=longitude)


def _zone(
    article: Article,
    start: int,
    end: int,
    place: Place,
    relation: PlaceRelation,
    *,
    radius: float,
) -> Place:
    text = article.text[start:end]
    return Place(
        id=content_id("p", article.id, start, end, text),
        article=article.id,
        start=start,
        end=end,
        text=text,
        name=text,
        latitude=place.latitude,
        longitude=place.longitude,
        kind=PlaceKind.AREA,
        country=place.country,
        geonames_id=None,
        radius_km=radius,
        relation=relation,
        confidence=place.confidence,
        reason=f"A zone told by its position to {place.name}",
    )


def _hyphenated(
    article: Article, found: Candidate, place: Place, tokens: Tokens, lexicon: Lexicon
) -> Place | None:
    """ "Bachmoet-regio": the area around the place that the compound begins with."""
    after = found.last + 1
    if (
        after < len(tokens)
        and tokens.gap(after) == "-"
        and tokens.fold(after) in lexicon.compound_heads
    ):
        relation = PlaceRelation(RelationKind.AROUND, place.id)
        radius = (place.radius_km or 0.0) + NEAR_KM
        return _zone(article, place.start, tokens.ends[after], place, relation, radius=radius)
    return None


def _follows_between(
    text: str, found: list[tuple[Candidate, Place]], at: int, lexicon: Lexicon
) -> bool:
    first, second = found[at - 1][1], found[at][1]
    if found[at - 1][0].demonym is not None:
        return False
    joint = fold_keeping_length(text[first.end : second.start]).strip()
    if len(joint) > 6 or joint not in lexicon.zones.get("and", ()):
        return False
    before = fold_keeping_length(text[max(0, first.start - 24) : first.start]).rstrip(" '’")
    return any(
        re.search(rf"(?<!\w){re.escape(word)}$", before)
        for word in lexicon.zones.get("between", ())
    )


def _between(article: Article, first: Place, second: Place, lexicon: Lexicon) -> Place | None:
    if first.latitude is None or second.latitude is None:
        return None
    assert first.longitude is not None
    assert second.longitude is not None
    before = fold_keeping_length(article.text[max(0, first.start - 24) : first.start])
    start = max(0, first.start - 24) + max(before.rfind(word) for word in lexicon.zones["between"])
    latitude, longitude, km = _halfway(
        first.latitude, first.longitude, second.latitude, second.longitude
    )
    relation = PlaceRelation(RelationKind.BETWEEN, first.id, also=second.id)
    zone = _zone(article, start, second.end, first, relation, radius=max(km / 2, 3.0))
    return replace(
        zone,
        latitude=latitude,
        longitude=longitude,
        country=first.country if first.country == second.country else None,
        reason=f"The zone between {first.name} and {second.name}",
    )


def _halfway(lat1: float, lon1: float, lat2: float, lon2: float) -> tuple[float, float, float]:
    """The middle of the great circle between two points, and the distance between them in km."""
    phi1, lam1, phi2, lam2 = map(math.radians, (lat1, lon1, lat2, lon2))
    x = math.cos(phi1) * math.cos(lam1) + math.cos(phi2) * math.cos(lam2)
    y = math.cos(phi1) * math.sin(lam1) + math.cos(phi2) * math.sin(lam2)
    z = math.sin(phi1) + math.sin(phi2)
    length = math.sqrt(x * x + y * y + z * z)
    km = 2 * EARTH_KM * math.acos(min(1.0, length / 2))
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)), km
