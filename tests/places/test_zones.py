from __future__ import annotations

import pytest

from dateline.model import PlaceKind, RelationKind
from dateline.places.zones import move


def zone(places):
    (found,) = [p for p in places if p.relation is not None]
    return found


@pytest.mark.parametrize(
    ("language", "text", "span", "kind", "km"),
    [
        ("nl", "Het ligt ten noorden van Breda.", "ten noorden van Breda", "north_of", None),
        ("nl", "Het ligt 10 km ten westen van Breda.", "10 km ten westen van Breda", "west_of", 10),
        ("en", "It lies 12 miles east of Leeds.", "12 miles east of Leeds", "east_of", 19.3),
        ("de", "Es liegt südlich von Bremen.", "südlich von Bremen", "south_of", None),
        ("fr", "C'est au nord de Nantes.", "au nord de Nantes", "north_of", None),
        ("nl", "De strijd rond Breda.", "rond Breda", "around", None),
        ("en", "A field near Leeds.", "near Leeds", "near", None),
        ("nl", "In het noorden van Frankrijk.", "het noorden van Frankrijk", "in", None),
        ("en", "In the south of France.", "the south of France", "in", None),
        ("de", "Ein Feld bei Bremen.", "bei Bremen", "near", None),
        ("fr", "Un champ près de Nantes.", "près de Nantes", "near", None),
    ],
)
def test_zones_have_their_own_span_and_relation(find, language, text, span, kind, km):
    places = find(text, language)
    found = zone(places)
    assert (found.text, found.relation.kind, found.kind) == (
        span,
        RelationKind(kind),
        PlaceKind.AREA,
    )
    assert found.relation.distance_km == (None if km is None else pytest.approx(km, abs=0.1))
    anchor = next(p for p in places if p.relation is None)
    assert found.relation.of == anchor.id
    assert found.radius_km > 0


def test_a_zone_lies_in_its_direction(find):
    places = find("Het ligt ten noorden van Breda.")
    anchor = next(p for p in places if p.relation is None)
    assert zone(places).latitude > anchor.latitude
    assert zone(places).longitude == pytest.approx(anchor.longitude, abs=0.01)


def test_between_lies_halfway(find):
    places = find("The road between Oxford and Reading is closed.", "en")
    found = zone(places)
    first, second = [p for p in places if p.relation is None]
    assert found.relation.also == second.id
    assert (
        min(first.latitude, second.latitude) < found.latitude < max(first.latitude, second.latitude)
    )


def test_a_compound_with_region_is_the_area_around(find):
    found = zone(find("De hele Breda-regio staat blank."))
    assert (found.text, found.relation.kind) == ("Breda-regio", RelationKind.AROUND)


def test_moving_ten_km_east_on_the_equator_is_nine_hundredths_of_a_degree():
    assert move(0, 0, 90, 10) == pytest.approx((0, 0.0899), abs=0.001)
