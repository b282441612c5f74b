"""Toponyms and the places that they were resolved to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.article import Span


class PlaceKind(StrEnum):
    """What sort of place a toponym names; only a city is ever drawn as a point."""

    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    WATER = "water"
    CONTINENT = "continent"
    AREA = "area"  # a zone made by a relation ("north of X"), or a place without a known outline
    DEMONYM = "demonym"  # "de Britten", "Oekraïense": never on the map, context for its country


class RelationKind(StrEnum):
    """How a zone lies to the place it is told by."""

    IN = "in"
    NEAR = "near"
    AROUND = "around"
    BETWEEN = "between"
    NORTH_OF = "north_of"
    NORTHEAST_OF = "northeast_of"
    EAST_OF = "east_of"
    SOUTHEAST_OF = "southeast_of"
    SOUTH_OF = "south_of"
    SOUTHWEST_OF = "southwest_of"
    WEST_OF = "west_of"
    NORTHWEST_OF = "northwest_of"


class PlaceSource(StrEnum):
    """Who put a place at its coordinates."""

    GAZETTEER = "gazetteer"
    NOMINATIM = "nominatim"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class PlaceRelation:
    """The place that a zone hangs on; ``also`` is the second one of "between X and Y"."""

    kind: RelationKind
    of: str
    also: str | None = None
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another place that the same words could have meant."""

    name: str
    latitude: float
    longitude: float
    country: str | None
    geonames_id: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym in the article and the place it was resolved to.

    Without an entry the coordinates are None and the span stays. ``radius_km`` is the radius of the
    circle that holds the place; ``country`` is ISO 3166-1 alpha-2; ``confidence`` (0 to 1) is that
    of the resolution. A zone ("ten noorden van X") has its own span, ``relation``, its centre as
    coordinates and kind ``area``.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    name: str
    latitude: float | None
    longitude: float | None
    kind: PlaceKind
    country: str | None
    geonames_id: int | None
    radius_km: float | None
    relation: PlaceRelation | None
    confidence: float
    reason: str
    source: PlaceSource = PlaceSource.GAZETTEER
    alternatives: tuple[Alternative, ...] = ()

    @property
    def span(self) -> Span:
        """Where the toponym stands in the article."""
        return Span(self.start, self.end)
