"""GeoJSON (RFC 7946): a feature for each claim and place; a claim without a place has no geometry.

A city is a Point. A region, country, water or zone is the Polygon of its circle, since a point in
its middle would claim a precision that the article does not give.
"""

from __future__ import annotations

import json
from typing import Any

from geopy.distance import geodesic

from dateline.model import Claim, ClaimPlace, Place, PlaceKind, Speaker, Story, When

CIRCLE_CORNERS = 48


def write(story: Story) -> str:
    """A FeatureCollection with every claim at least once."""
    places = {place.id: place for place in story.places}
    speakers = {speaker.id: speaker for speaker in story.speakers}
    features = [
        _feature(claim, claim_place, places, speakers)
        for claim in story.claims
        for claim_place in (claim.places or (None,))
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _feature(
    claim: Claim,
    claim_place: ClaimPlace | None,
    places: dict[str, Place],
    speakers: dict[str, Speaker],
) -> dict[str, Any]:
    place = places[claim_place.place] if claim_place else None
    speaker = speakers.get(claim.speaker) if claim.speaker else None
    return {
        "type": "Feature",
        "id": f"{claim.id}/{place.id}" if place else claim.id,
        "geometry": _geometry(place) if place else None,
        "properties": {
            "claim": claim.id,
            "text": claim.text,
            "kind": claim.kind,
            "speaker": speaker.name if speaker else None,
            "certainty": claim.certainty.level,
            "negated": claim.negated,
            "said": _edtf(claim.said),
            "happened": _edtf(claim.happened),
            "place": place.name if place else None,
            "place_kind": place.kind if place else None,
            "place_role": claim_place.role if claim_place else None,
            "country": place.country if place else None,
            "radius_km": place.radius_km if place else None,
        },
    }


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _geometry(place: Place) -> dict[str, Any] | None:
    if place.latitude is None or place.longitude is None or place.kind is PlaceKind.DEMONYM:
        return None
    if place.kind is PlaceKind.CITY or not place.radius_km:
        return {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return {
        "type": "Polygon",
        "coordinates": [_circle(place.latitude, place.longitude, place.radius_km)],
    }


def _circle(latitude: float, longitude: float, radius_km: float) -> list[list[float]]:
    # Counter-clockwise, as RFC 7946 asks; longitudes may pass 180 so that the ring stays whole.
    radius = geodesic(kilometers=radius_km)
    ring = []
    for corner in range(CIRCLE_CORNERS):
        point = radius.destination((latitude, longitude), bearing=-360 * corner / CIRCLE_CORNERS)
        turn = round((longitude - point.longitude) / 360)
        ring.append([round(point.longitude + 360 * turn, 5), round(point.latitude, 5)])
    return [*ring, ring[0]]
