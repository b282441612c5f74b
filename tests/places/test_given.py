from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import BadOptionError
from dateline.languages import load
from dateline.model import Article, PlaceKind, Span
from dateline.places import find_places, resolve_toponyms


@pytest.fixture(scope="session")
def resolved(gazetteer):
    """The places of some words of a text, each at its first occurrence."""

    def places(text: str, *words: str, language: str = "en"):
        spans = [Span(text.index(word), text.index(word) + len(word)) for word in words]
        return resolve_toponyms(Article("a", text, language), load(language), gazetteer, spans)

    return places


def test_what_is_found_is_resolved_the_same_when_given(gazetteer):
    text = (
        "Police in Portland, Bangor and Augusta asked Maine for help. Northern Norway was quiet, "
        "and French tourists in Springfield, Illinois, stayed near Lake Michigan."
    )
    article, language = Article("a", text, "en"), load("en")
    found = [p for p in find_places(article, language, gazetteer) if p.relation is None]
    assert len(found) >= 8
    given = resolve_toponyms(article, language, gazetteer, [place.span for place in found])
    assert list(given) == found


def test_a_toponym_that_recognition_refuses_is_resolved_when_given(gazetteer, resolved):
    text = "Bath was quiet."
    assert find_places(Article("a", text, "en"), load("en"), gazetteer) == ()
    (place,) = resolved(text, "Bath")
    assert (place.country, place.kind) == ("GB", PlaceKind.CITY)
    assert place.latitude == pytest.approx(51.38, abs=0.05)


def test_the_rest_of_the_article_is_context_for_a_given_span(resolved):
    text = "Paris voted. Texas was calm, said the mayor of Dallas."
    (place,) = resolved(text, "Paris")
    assert place.country == "US"
    (place,) = resolved("Paris voted.", "Paris")
    assert place.country == "FR"


@pytest.mark.parametrize(
    ("language", "text", "span", "name", "kind"),
    [
        ("en", "They left Germany's north.", "Germany's", "Germany", PlaceKind.COUNTRY),
        ("de", "Es war Leipzigs Bahnhof.", "Leipzigs", "Leipzig", PlaceKind.CITY),
        ("en", "They left the Sudan.", "the Sudan", "Sudan", PlaceKind.COUNTRY),
        ("fr", "Il quitte la Suède.", "la Suède", "Sweden", PlaceKind.COUNTRY),
        ("nl", "Hij kwam uit het Belgische dorp.", "Belgische", "Belgium", PlaceKind.DEMONYM),
        ("en", "It rained in Paris, Texas.", "Paris, Texas", "Paris", PlaceKind.CITY),
        ("en", "It rained in the city of Leeds.", "city of Leeds", "Leeds", PlaceKind.CITY),
        ("en", "It rained in Cook County.", "Cook County", "Cook County", PlaceKind.REGION),
    ],
)
def test_a_given_span_is_looked_up_in_its_other_forms(resolved, language, text, span, name, kind):
    (place,) = resolved(text, span, language=language)
    assert (place.text, place.name, place.kind) == (span, name, kind)


def test_a_place_and_its_division_given_as_one_lie_in_that_division(resolved):
    (place,) = resolved("It rained in Paris, Texas.", "Paris, Texas")
    assert place.country == "US"
    assert (place.latitude, place.longitude) == pytest.approx((33.66, -95.56), abs=0.05)


def test_a_direction_moves_a_given_region(resolved):
    north, whole = resolved("In northern Sweden, not all of Sweden.", "northern Sweden", "Sweden")
    assert north.latitude > whole.latitude + 1
    assert north.kind is PlaceKind.REGION
    assert north.geonames_id is None


def test_a_part_of_a_span_stands_for_it_only_where_it_is_surely_a_name(resolved):
    (known,) = resolved("It closed Arizona State University.", "Arizona State University")
    assert known.name == "Arizona"
    (unknown,) = resolved("It closed Qwrt National Park.", "Qwrt National Park")
    assert unknown.latitude is None


def test_capitals_that_spell_a_town_are_not_taken_for_it(resolved):
    (place,) = resolved("The SPA met.", "SPA")
    assert place.latitude is None
    (place,) = resolved("The UK voted.", "UK")
    assert place.country == "GB"


def test_a_span_without_an_entry_keeps_its_place_in_the_order(resolved):
    places = resolved("From Qwrtzx to Leeds.", "Qwrtzx", "Leeds")
    assert [place.text for place in places] == ["Qwrtzx", "Leeds"]
    assert places[0].latitude is None
    assert places[0].reason
    assert places[1].latitude is not None


def test_spans_that_overlap_or_repeat_are_resolved_one_by_one(gazetteer):
    text = "It rained in Paris, Texas."
    spans = [Span(13, 25), Span(13, 18), Span(20, 25), Span(13, 18)]
    places = resolve_toponyms(Article("a", text, "en"), load("en"), gazetteer, spans)
    assert [place.text for place in places] == ["Paris, Texas", "Paris", "Texas", "Paris"]
    assert places[1] == places[3]


@pytest.mark.parametrize("span", [Span(0, 99), Span(3, 3), Span(-2, 2)])
def test_a_span_outside_the_article_is_told(gazetteer, span):
    with pytest.raises(BadOptionError, match=r"not in the article: expected .* <= 6"):
        resolve_toponyms(Article("a", "Leeds.", "en"), load("en"), gazetteer, [span])


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data(), st.sampled_from(["nl", "en", "de", "fr"]))
def test_any_span_gives_one_place_with_its_text(gazetteer, data, language):
    pieces = st.sampled_from(["Paris", "northern", "'s", ", ", "County", "(", "Noord", "é", " "])
    text = "".join(data.draw(st.lists(pieces | st.text(max_size=4), min_size=1, max_size=12)))
    if not text:
        return
    edges = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(edges, edges), max_size=4))
    spans = [Span(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    places = resolve_toponyms(Article("a", text, language), load(language), gazetteer, spans)
    assert [place.span for place in places] == spans
    assert all(place.text == text[place.start : place.end] for place in places)
