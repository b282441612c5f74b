from __future__ import annotations

import pytest

from dateline.model import PlaceKind


def of(places, text):
    return next(p for p in places if p.text == text and p.relation is None)


def test_the_article_s_country_decides_between_namesakes(find):
    places = find("In Oekraïne is het dorp Krasna Hora bij Bachmoet ingenomen.")
    place = of(places, "Krasna Hora")
    assert place.country == "UA"
    assert (place.latitude, place.longitude) == pytest.approx((48.66, 38.02), abs=0.02)
    assert {a.country for a in place.alternatives} >= {"CZ"}


def test_a_place_named_behind_it_holds_a_town(find):
    assert of(find("She lives in Paris, Texas.", "en"), "Paris").country == "US"
    assert of(find("She lives in Paris.", "en"), "Paris").country == "FR"


def test_neighbours_pull_a_name_to_them(find):
    text = "Police in Portland, Bangor and Augusta asked Maine for help."
    assert of(find(text, "en"), "Portland").longitude == pytest.approx(-70.3, abs=0.5)


def test_a_county_and_the_town_in_it_decide_for_each_other(find):
    places = find("A Paris man was jailed in Henry County on Monday, police in Paris said.", "en")
    assert of(places, "Paris").latitude == pytest.approx(36.3, abs=0.1)
    assert of(places, "Henry County").latitude == pytest.approx(36.3, abs=0.3)


def test_countries_in_a_list_stay_countries(find):
    places = find("Cases were found in Brazil, China, Japan and Mexico.", "en")
    assert [(p.text, p.kind) for p in places] == [
        (name, PlaceKind.COUNTRY) for name in ("Brazil", "China", "Japan", "Mexico")
    ]


def test_a_country_is_not_taken_for_its_capital_of_the_same_name(find):
    text = "In Mexico five died, three of them in Mexico City, and Mexico closed its schools."
    assert of(find(text, "en"), "Mexico").kind is PlaceKind.COUNTRY


def test_a_province_named_before_its_country_lies_in_it(find):
    assert of(find("He left Georgia, United States.", "en"), "Georgia").country == "US"


def test_a_demonym_is_not_a_county_s_short_name(find):
    place = of(find("The Canadian minister and an Indian firm agreed.", "en"), "Canadian")
    assert (place.kind, place.country) == (PlaceKind.DEMONYM, "CA")


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("De markt in Maastricht ging door.", "nl", "Maastricht", PlaceKind.CITY),
        ("De provincie Groningen betaalt.", "nl", "Groningen", PlaceKind.REGION),
        ("Die Messe in Zürich beginnt.", "de", "Zürich", PlaceKind.CITY),
        ("Im Kanton Zürich wird gewählt.", "de", "Zürich", PlaceKind.REGION),
        ("Le train de Turin est en retard.", "fr", "Turin", PlaceKind.CITY),
    ],
)
def test_a_town_is_meant_before_the_division_named_after_it(find, text, language, name, kind):
    assert of(find(text, language), name).kind is kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Deux morts dans la Drôme lundi.", "Drôme", PlaceKind.REGION),
        ("Il pleut en Dordogne.", "Dordogne", PlaceKind.REGION),
        ("Sur les bords de l’Yonne, il pleut.", "Yonne", PlaceKind.WATER),
        ("La crue de la Marne inquiète.", "Marne", PlaceKind.WATER),
    ],
)
def test_the_article_tells_a_french_department_from_its_river(find, text, name, kind):
    assert of(find(text, "fr"), name).kind is kind


def test_exonyms_of_the_article_s_language_win(find):
    assert of(find("De trein naar Aken reed niet."), "Aken").longitude == pytest.approx(
        6.08, abs=0.1
    )
    assert of(find("Il est né à Vienne, en Autriche.", "fr"), "Vienne").country == "AT"


def test_one_name_means_one_place_in_an_article(find):
    text = "Springfield, Illinois. Later, Springfield voted."
    places = [p for p in find(text, "en") if p.text == "Springfield"]
    assert len({p.geonames_id for p in places}) == 1


def test_areas_carry_a_kind_and_a_radius(find):
    places = find("In de Donbas, in Duitsland, op de Noordzee en in Europa.")
    kinds = [(p.text, p.kind) for p in places if p.relation is None]
    assert kinds == [
        ("Donbas", PlaceKind.REGION),
        ("Duitsland", PlaceKind.COUNTRY),
        ("Noordzee", PlaceKind.WATER),
        ("Europa", PlaceKind.CONTINENT),
    ]
    assert all(p.radius_km and p.radius_km > 50 for p in places)


def test_every_place_says_why_and_how_sure(find):
    for place in find("Van Gent naar Springfield en de Rijn."):
        assert place.reason
        assert 0 <= place.confidence <= 1


def test_towns_in_a_list_stay_towns_beside_divisions_of_their_names(find):
    text = "Er waren aanvallen op Poltava, Cherson en Lviv in Oekraïne."
    for name in ("Poltava", "Cherson", "Lviv"):
        assert of(find(text), name).kind is PlaceKind.CITY


@pytest.mark.parametrize(
    ("language", "text", "name", "country"),
    [
        ("nl", "Hij speelde voor het Noorse Bergen.", "Bergen", "NO"),
        ("de", "In der spanischen Stadt Valencia regnet es.", "Valencia", "ES"),
        ("en", "The Colombian port city of Cartagena is quiet.", "Cartagena", "CO"),
        ("fr", "La ville espagnole de Valence est inondée.", "Valence", "ES"),
    ],
)
def test_the_adjective_of_a_country_decides_for_the_place_behind_it(
    find, language, text, name, country
):
    assert of(find(text, language), name).country == country


def test_what_holds_a_town_is_read_as_what_holds_it(find):
    places = find("Snow fell in Buffalo, New York. New York was dry.", "en")
    first, second = (place for place in places if place.text == "New York")
    assert first.kind is PlaceKind.REGION
    assert second.text == "New York"


@pytest.mark.parametrize(
    ("language", "text", "name", "point"),
    [
        ("en", "The Kanawha River flooded.", "Kanawha River", (38.3, -81.7)),
        ("de", "Der Kaveri führt kaum Wasser.", "Kaveri", (11.2, 77.8)),
        ("fr", "La Neches déborde.", "Neches", (30.9, -94.5)),
        ("nl", "De brand in de Bijlmer is uit.", "Bijlmer", (52.3, 5.0)),
        ("de", "In Schiphol fielen Flüge aus.", "Schiphol", (52.3, 4.8)),
        ("de", "In Nordhessen schneit es.", "Nordhessen", (51.2, 9.4)),
    ],
)
def test_rivers_quarters_and_airports_stand_where_they_are(find, language, text, name, point):
    place = of(find(text, language), name)
    assert (place.latitude, place.longitude) == pytest.approx(point, abs=0.4)


def test_a_preposition_that_towns_take_tells_the_town(find):
    assert of(find("À Québec, le ministre a réagi.", "fr"), "Québec").kind is PlaceKind.CITY
    assert of(find("Au Québec, le ministre a réagi.", "fr"), "Québec").kind is PlaceKind.REGION


def test_a_direction_of_two_words_lies_between_both(find):
    (place,) = find("Il vit dans le nord-ouest du Liberia.", "fr")
    assert place.text == "nord-ouest du Liberia"
    assert (place.latitude, place.longitude) == pytest.approx((7.3, -10.3), abs=1.2)
