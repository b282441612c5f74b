"""The gazetteer as a geopy geocoder that never leaves the machine."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from dateline.places.entries import Kind
from dateline.places.evidence import prior
from dateline.places.gazetteer import Gazetteer, Record
from dateline.places.lexicon import lexicon_of
from dateline.places.names import LANGUAGES, fold


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]
    """Geocodes names, and "name, what holds it", offline; ``raw`` tells the gazetteer's record."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__(scheme="https", timeout=None)
        self._gazetteer = gazetteer

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        language: str | None = None,
        country_codes: str | Sequence[str] | None = None,
    ) -> Location | list[Location] | None:
        """The places of a name, the most likely first; None where there is none.

        ``language`` (ISO 639-1) prefers its own names; ``country_codes`` (ISO 3166-1 alpha-2) keeps
        only places in those countries. Raises GeocoderQueryError where the query has no letters.
        """
        name, *holders = [part.strip() for part in str(query).split(",")]
        key = fold(name)
        if not key:
            raise GeocoderQueryError(
                f"The query {query!r} has no letters: expected the name of a place."
            )
        wanted = _codes(country_codes)
        bit = 1 << LANGUAGES.index(language) if language in LANGUAGES else 0
        lexicon = lexicon_of(None)
        ranked = sorted(
            (
                (-prior(hit, lexicon) - (2.0 if hit.languages & bit else 0.0), hit.record)
                for hit in self._gazetteer.hits(key)
                if not wanted or (hit.record.country or "") in wanted
            ),
            key=lambda pair: (pair[0], pair[1].id),
        )
        records = [record for _, record in ranked if self._is_held(record, holders)]
        return _answer(records, exactly_one, limit)

    def reverse(
        self,
        query: Point | tuple[float, float] | str,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """The towns nearest to a point (latitude, longitude); None where none is within 100 km."""
        point = query if isinstance(query, Point) else Point(query)
        count = 1 if exactly_one else limit or 5
        records = self._gazetteer.nearest(point.latitude, point.longitude, count)
        return _answer(records, exactly_one, limit)

    def _is_held(self, record: Record, holders: Sequence[str]) -> bool:
        return all(self._holds(record, fold(holder)) for holder in holders if fold(holder))

    def _holds(self, record: Record, holder: str) -> bool:
        outer = self._gazetteer.hits(holder)
        ids = {hit.record.id for hit in outer}
        codes = {hit.record.country for hit in outer if hit.record.kind is Kind.COUNTRY}
        if record.country in codes:
            return True
        parent = self._gazetteer.parent(record)
        while parent is not None:
            if parent.id in ids:
                return True
            parent = self._gazetteer.parent(parent)
        return False


def _codes(country_codes: str | Sequence[str] | None) -> frozenset[str]:
    if country_codes is None:
        return frozenset()
    given = country_codes.split(",") if isinstance(country_codes, str) else country_codes
    return frozenset(code.strip().upper() for code in given)


def _answer(
    records: Sequence[Record], exactly_one: bool, limit: int | None
) -> Location | list[Location] | None:
    if not records:
        return None
    if exactly_one:
        return _location(records[0])
    return [_location(record) for record in records[: limit or len(records)]]


def _location(record: Record) -> Location:
    raw: dict[str, Any] = {
        "name": record.name,
        "latitude": record.latitude,
        "longitude": record.longitude,
        "kind": record.kind.name.lower(),
        "country": record.country,
        "geonames_id": record.geonames_id,
        "radius_km": record.radius_km or None,
        "weight": round(record.weight, 2) if math.isfinite(record.weight) else None,
    }
    address = ", ".join(filter(None, (record.name, record.country)))
    return Location(address, Point(record.latitude, record.longitude), raw)
