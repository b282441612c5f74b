from __future__ import annotations

import pytest
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import Geocoder

from dateline.places.geocoders import GazetteerGeocoder


@pytest.fixture(scope="module")
def geocoder(gazetteer):
    return GazetteerGeocoder(gazetteer)


def test_it_is_a_geopy_geocoder(geocoder):
    assert isinstance(geocoder, Geocoder)


def test_a_name_gives_its_most_likely_place(geocoder):
    place = geocoder.geocode("Gent")
    assert (place.latitude, place.longitude) == pytest.approx((51.05, 3.72), abs=0.1)
    assert place.raw["country"] == "BE"


def test_what_holds_it_and_country_codes_narrow_the_answer(geocoder):
    assert geocoder.geocode("Paris, Texas").raw["country"] == "US"
    assert geocoder.geocode("Paris", country_codes="us").raw["country"] == "US"
    assert geocoder.geocode("Paris", country_codes=["JP"]) is None


def test_the_language_prefers_its_own_names(geocoder):
    assert geocoder.geocode("Aken", language="nl").longitude == pytest.approx(6.08, abs=0.1)


def test_several_answers_come_best_first_and_no_more_than_asked(geocoder):
    places = geocoder.geocode("Springfield", exactly_one=False, limit=3)
    assert len(places) == 3
    assert places[0].raw["weight"] >= places[1].raw["weight"]


def test_an_unknown_name_gives_none_and_no_name_an_error(geocoder):
    assert geocoder.geocode("Zwartkreukelen") is None
    with pytest.raises(GeocoderQueryError, match="no letters"):
        geocoder.geocode(" , ")


def test_a_point_gives_the_towns_nearest_to_it(geocoder):
    assert geocoder.reverse((48.594, 37.999)).raw["name"] == "Bakhmut"
    assert len(geocoder.reverse("51.05, 3.72", exactly_one=False, limit=4)) == 4
    assert geocoder.reverse((-48.0, -120.0)) is None
