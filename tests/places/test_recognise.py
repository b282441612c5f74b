from __future__ import annotations

import pytest

from dateline.model import PlaceKind


def plain(places):
    return [p.text for p in places if p.relation is None and p.kind is not PlaceKind.DEMONYM]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "De burgemeester van Zwolle reisde naar Kopenhagen.", ["Zwolle", "Kopenhagen"]),
        ("en", "The ferry from Oban reached the Isle of Mull at noon.", ["Oban", "Isle of Mull"]),
        ("de", "In Wien und Graz blieb es ruhig.", ["Wien", "Graz"]),
        ("fr", "Le train de Bordeaux est arrivé à Bruxelles.", ["Bordeaux", "Bruxelles"]),
    ],
)
def test_towns_are_found_in_every_language(find, language, text, expected):
    assert plain(find(text, language)) == expected


def test_the_longest_name_wins(find):
    assert plain(find("Bedrijven in Noord-Holland klagen.")) == ["Noord-Holland"]


def test_cyrillic_names_are_found_as_each_language_writes_them(find):
    for language, text in (
        ("nl", "Het leger trok zich terug uit Lysytsjansk."),
        ("de", "Die Armee zog sich aus Lyssytschansk zurück."),
        ("fr", "L'armée s'est retirée de Lyssytchansk."),
        ("en", "The army withdrew from Lysychansk."),
    ):
        (place,) = [p for p in find(text, language) if p.kind is PlaceKind.CITY]
        assert place.country == "UA", language
        assert place.latitude == pytest.approx(48.9, abs=0.2)


def test_a_direction_that_makes_a_region_belongs_to_it(find):
    (place,) = find("Snow fell in northern Norway.", "en")
    assert (place.text, place.kind) == ("northern Norway", PlaceKind.REGION)
    assert place.latitude > 64


def test_a_part_told_with_a_noun_is_a_region_in_french(find):
    (place,) = find("Il pleut dans le nord du Sénégal.", "fr")
    assert (place.text, place.kind) == ("nord du Sénégal", PlaceKind.REGION)


def test_a_german_direction_grown_together_with_its_country_is_a_region(find):
    (place,) = find("In Nordsyrien wird gekämpft.", "de")
    assert (place.text, place.kind, place.country) == ("Nordsyrien", PlaceKind.REGION, "SY")


def test_demonyms_are_marked_as_such(find):
    (place,) = find("De Noorse regering zwijgt.")
    assert (place.kind, place.country) == (PlaceKind.DEMONYM, "NO")
    assert [p.country for p in find("La police belge enquête.", "fr")] == ["BE"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Paris Hilton laughed, and so did Jack London."),
        ("en", "He reads the New York Times and supports Leeds United."),
        ("en", "She studied at the University of Manchester and sued at Birmingham Crown Court."),
        ("nl", "Jan van Houten studeerde aan de Universiteit Gent."),
        ("nl", "Volgens minister Van Dam speelde Ajax Amsterdam goed."),
        ("de", "Das Essen war kalt, die Halle leer und der Weg weit."),
        ("fr", "Le tribunal correctionnel de Sens a jugé l'affaire de la rue de Lyon."),
    ],
)
def test_people_organisations_and_common_nouns_are_no_places(find, language, text):
    assert plain(find(text, language)) == []


def test_currency_is_no_country(find):
    assert plain(find("Dat kost US $ 40 miljoen.")) == []


def test_short_forms_of_states_count_behind_their_town(find):
    texts = plain(find("BARRIE, Ont. — A man from Trenton, N.J. was found.", "en"))
    assert texts == ["BARRIE", "Ont.", "Trenton", "N.J."]


def test_a_village_without_an_entry_keeps_its_span_and_no_coordinates(find):
    places = find("Het dorp Zwartkreukelen ligt onder water. In Zwartkreukelen is het koud.")
    assert [(p.text, p.latitude) for p in places] == [("Zwartkreukelen", None)] * 2


def test_a_river_without_an_entry_is_a_water(find):
    (place,) = find("They crossed the Oskwanda River at night.", "en")
    assert (place.text, place.kind) == ("Oskwanda River", PlaceKind.WATER)


def test_a_text_without_a_language_file_is_still_read(gazetteer):
    from dateline.model import Article
    from dateline.places import find_places

    places = find_places(Article("a", "Kopenhagen, Berlin.", "da"), None, gazetteer)
    assert "Berlin" in [p.text for p in places]


def test_a_noun_that_tells_what_is_named_behind_it_is_no_place(find):
    assert [p.text for p in find("Im Kanton Uri wird gewählt.", "de")] == ["Uri"]


def test_a_name_behind_an_article_is_read_to_its_end(find):
    assert [p.text for p in find("Le Puy-de-Dôme est calme.", "fr")] == ["Puy-de-Dôme"]
    assert [p.text for p in find("Le Havre est calme.", "fr")] == ["Le Havre"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Frankfurt (Oder) brannte es.", "Frankfurt (Oder)"),
        ("Der Zug nach Halle/Saale fällt aus.", "Halle/Saale"),
        ("Aus Rotenburg (Wümme)", "Rotenburg (Wümme)"),
    ],
)
def test_a_river_in_brackets_belongs_to_the_name_it_tells_apart(find, text, expected):
    assert plain(find(text, "de")) == [expected]


@pytest.mark.parametrize("text", ["In Halle (Saale", "In Halle (", "In Halle (Saale und Elbe) "])
def test_a_bracket_that_tells_no_name_apart_stays_outside(find, text):
    assert plain(find(text, "de"))[0] == "Halle"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Steel from outside the EU is taxed.", ["EU"]),
        ("nl", "Hij woont in de Europese Unie.", ["Europese Unie"]),
        ("de", "Die EU will verhandeln.", []),
        ("fr", "L'Union européenne a réagi.", []),
        ("de", "Die EU-Kommission prüft das.", []),
    ],
)
def test_a_union_of_countries_is_a_place_only_where_something_lies_in_it(
    find, language, text, expected
):
    assert plain(find(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La sécheresse gagne l'Asie centrale.", "Asie centrale"),
        ("nl", "Het regent op het Iberisch schiereiland.", "Iberisch schiereiland"),
        ("en", "Snow covered the Baltic states.", "Baltic states"),
    ],
)
def test_a_region_may_end_in_a_word_in_lower_case(find, language, text, expected):
    assert expected in plain(find(text, language))
