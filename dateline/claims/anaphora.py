"""The places of a claim: named in it, or meant by "the city", "the village", "the country"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dateline.claims.frames import Frame
from dateline.claims.lexicon import Lexicon
from dateline.model import ClaimPlace, Place, PlaceKind, PlaceRole, Span

_REACH = 1500  # characters that an anaphor looks back
_KINDS = {
    "city": (PlaceKind.CITY,),
    "region": (PlaceKind.REGION,),
    "country": (PlaceKind.COUNTRY,),
    "water": (PlaceKind.WATER,),
}


class Atlas:
    """The places of a document in order, and its place anaphors."""

    def __init__(self, text: str, places: Sequence[Place], lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.places = sorted(
            (place for place in places if place.kind is not PlaceKind.DEMONYM),
            key=lambda place: (place.start, place.end),
        )
        self.starts = [place.start for place in self.places]

    def of(self, frame: Frame) -> tuple[ClaimPlace, ...]:
        """The places of a claim with their roles; the first location is where it happened."""
        found: dict[str, ClaimPlace] = {}
        zones = [
            place
            for span in frame.spans
            for place in self._within(span)
            if place.relation is not None
        ]
        located = bool(zones)
        for span in frame.spans:
            for place in self._within(span):
                inside = any(zone is not place and zone.span.contains(place.span) for zone in zones)
                role = PlaceRole.MENTIONED if inside else self._role(place, located)
                located = located or role is PlaceRole.LOCATION
                found.setdefault(place.id, ClaimPlace(place.id, role))
            for name, pattern in self._anaphors():
                for match in pattern.finditer(self.text, span.start, span.end):
                    if self.text[match.end() : match.end() + 2].strip()[:1].isupper():
                        continue  # "het dorp Urk" names its place itself
                    target = self._antecedent(name, match.start())
                    if target is not None and target.id not in found:
                        found[target.id] = ClaimPlace(
                            target.id,
                            PlaceRole.MENTIONED if located else PlaceRole.LOCATION,
                            Span(match.start(), match.end()),
                        )
        return tuple(found.values())

    def _anaphors(self) -> list[tuple[str, re.Pattern[str]]]:
        return [
            (name, self.lexicon.patterns[f"anaphor_{name}"])
            for name in _KINDS
            if f"anaphor_{name}" in self.lexicon.patterns
        ]

    def _within(self, span: Span) -> list[Place]:
        low = bisect_left(self.starts, span.start)
        high = bisect_left(self.starts, span.end)
        return [place for place in self.places[low:high] if place.end <= span.end]

    def _role(self, place: Place, located: bool) -> PlaceRole:
        """A zone, or a place behind a preposition of place, is the location; else mentioned."""
        if place.relation is not None:
            return PlaceRole.LOCATION
        before = self.text[max(0, place.start - 40) : place.start]
        if self.lexicon.patterns["locative"].search(before) is not None:
            return PlaceRole.LOCATION
        if place.kind is PlaceKind.CITY and not located:
            return PlaceRole.LOCATION
        return PlaceRole.MENTIONED

    def _antecedent(self, kind: str, offset: int) -> Place | None:
        """The last place of that kind before an offset; None where two are equally near."""
        high = bisect_left(self.starts, offset)
        for place in reversed(self.places[max(0, high - 40) : high]):
            if offset - place.start > _REACH:
                return None
            if place.kind in _KINDS[kind] and place.relation is None and place.latitude is not None:
                return place
        return None
