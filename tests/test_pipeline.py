import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dateline
from dateline import contract
from dateline.errors import (
    ArticleTooLongError,
    BadDateError,
    DatelineError,
    EmptyArticleError,
    NotTextError,
)
from dateline.ingest import read_library
from dateline.model import Basis, Level, PlaceKind, RelationKind, Story
from dateline.pipeline import merge, read_article
from dateline.settings import Settings
from dateline.story import Selection, select

DUTCH = (
    "In Gent viel dinsdag een brug in het water. “Niemand is gewond”, zei burgemeester Ann Maes. "
    "Volgens de brandweer was de brug waarschijnlijk overbelast.\n\n"
    "Maes zei dat het onderzoek woensdag begint."
)


@pytest.fixture(scope="module")
def story() -> Story:
    return dateline.read(DUTCH, language="nl", published=date(2024, 5, 3), title="Brug")


@pytest.fixture(scope="module")
def first() -> Story:
    """The article that ships."""
    articles = read_library(Settings().articles_dir)
    (article,) = (article for article in articles if article.published == date(2023, 2, 14))
    return read_article(article)


def test_a_text_becomes_claims_with_speaker_place_and_time(story: Story) -> None:
    speakers = {speaker.id: speaker.name for speaker in story.speakers}
    by = {claim.text.strip("“”"): claim for claim in story.claims}
    assert speakers[by["Niemand is gewond"].speaker or ""] == "Ann Maes"
    assert any(place.name == "Gent" or place.name == "Ghent" for place in story.places)
    assert any(time.edtf == "2024-04-30" for time in story.times)
    assert Level.PROBABLE in {claim.certainty.level for claim in story.claims}


def test_the_same_text_gives_the_same_ids(story: Story) -> None:
    again = dateline.read(DUTCH, language="nl", published=date(2024, 5, 3), title="Brug")
    assert again == story


def test_the_story_keeps_the_contract(story: Story) -> None:
    assert contract.from_json(dateline.to_json(story)) == story


def test_counts_in_the_document_add_up(story: Story) -> None:
    counts = json.loads(dateline.to_json(story))["counts"]
    assert (
        counts["on_map"] + sum(counts["off_map"].values()) == counts["total"] == len(story.claims)
    )


def test_a_text_without_a_date_stays_relative_and_says_so() -> None:
    story = dateline.read(DUTCH, language="nl")
    assert story.articles[0].published_basis is Basis.UNKNOWN
    assert "no_date" in {problem.code for problem in story.problems}
    assert all(time.earliest is None for time in story.times if time.text == "dinsdag")


def test_a_language_without_a_file_says_so_and_still_finds_places() -> None:
    text = (
        "Burmistrz Krakowa powiedział w poniedziałek, że most zostanie zamknięty. Warszawa milczy."
    )
    story = dateline.read(text, language="pl", published=date(2024, 5, 3))
    assert {problem.code for problem in story.problems} == {"unknown_language"}
    assert story.claims == ()


def test_the_language_is_detected_where_it_is_not_given() -> None:
    assert dateline.read(DUTCH, published=date(2024, 5, 3)).articles[0].language == "nl"


@pytest.mark.parametrize(
    ("text", "error", "named"),
    [
        ("", EmptyArticleError, "no letters"),
        (" \n\t ", EmptyArticleError, "no letters"),
        ("123 … !", EmptyArticleError, "no letters"),
        ("woord " * 40_000, ArticleTooLongError, "240,000"),
        ("a\x01\x02\x03\ufffd\x07", NotTextError, "writing system"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    text: str, error: type[DatelineError], named: str
) -> None:
    with pytest.raises(error, match=named):
        dateline.read(text, language="nl", published=date(2024, 5, 3))


def test_a_date_that_is_no_date_is_refused() -> None:
    with pytest.raises(BadDateError, match="2024-05-03"):
        dateline.read(DUTCH, language="nl", published="2024-05-03")  # type: ignore[arg-type]


def test_stories_merge_in_order(story: Story) -> None:
    other = dateline.read("“Het regent”, zei Bo Smit in Luik.", language="nl")
    both = merge([story, other])
    assert len(both.articles) == 2
    assert len(both.claims) == len(story.claims) + len(other.claims)
    contract.from_json(dateline.to_json(both))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            [
                *DUTCH.split(),
                "“", "”", "‘", "’", "«", "»", '"', "'", "–", "(", "[", ".", "?", ":", "\n\n",
                "volgens", "zei", "said", "maandag", "May", "13", "2024", "🎈", "e\u0301",
            ]
        ),
        min_size=1,
        max_size=60,
    ),
    st.sampled_from(["nl", "en", "de", "fr", "pl", None]),
    st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1))),
)  # fmt: skip
def test_any_text_gives_a_story_that_keeps_the_contract_or_a_named_error(
    words: list[str], language: str | None, published: date | None
) -> None:
    text = " ".join(words)
    try:
        story = dateline.read(text, language=language, published=published)
    except DatelineError:
        return
    assert contract.from_json(dateline.to_json(story)) == story
    counts = select(story, Selection()).counts
    assert counts.on_map + sum(counts.off_map.values()) + counts.filtered == counts.total


class TestFirstArticle:
    """What the article that ships must show."""

    @pytest.mark.parametrize(
        ("text", "latitude", "longitude"),
        [
            ("Brussel", 50.85, 4.35),
            ("Bachmoet", 48.594, 37.999),
            ("Krasna Hora", 48.66, 38.02),
        ],
    )
    def test_towns_are_where_they_are(
        self, first: Story, text: str, latitude: float, longitude: float
    ) -> None:
        found = [place for place in first.places if place.text == text]
        assert found
        for place in found:
            assert place.latitude == pytest.approx(latitude, abs=0.04)
            assert place.longitude == pytest.approx(longitude, abs=0.06)

    def test_regions_and_countries_are_areas(self, first: Story) -> None:
        for text in ("Donbas", "Oekraïne", "Rusland", "Duitsland"):
            for place in (place for place in first.places if place.text == text):
                assert place.kind is not PlaceKind.CITY
                assert (place.radius_km or 0) > 50

    def test_north_of_a_town_is_a_zone_north_of_it(self, first: Story) -> None:
        (zone,) = (
            p for p in first.places if p.relation and p.relation.kind is RelationKind.NORTH_OF
        )
        town = next(place for place in first.places if place.id == zone.relation.of)  # type: ignore[union-attr]
        assert town.text == "Bachmoet"
        assert zone.latitude is not None
        assert town.latitude is not None
        assert zone.latitude > town.latitude

    @pytest.mark.parametrize(
        ("text", "edtf"),
        [("Vandaag", "2023-02-14"), ("maandag", "2023-02-13")],
    )
    def test_days_are_resolved_against_the_publication_date(
        self, first: Story, text: str, edtf: str
    ) -> None:
        assert [time.edtf for time in first.times if time.text == text] == [edtf]

    def test_vague_days_lie_before_the_publication_date(self, first: Story) -> None:
        vague = [t for t in first.times if t.text in ("een paar dagen terug", "afgelopen dagen")]
        assert len(vague) == 2
        for time in vague:
            assert time.approximate
            assert time.earliest is not None
            assert date(2023, 2, 6) <= time.earliest < date(2023, 2, 14)

    def test_the_autumn_is_the_last_one(self, first: Story) -> None:
        (time,) = (time for time in first.times if "najaar" in time.text)
        assert (time.earliest, time.latest) == (date(2022, 9, 1), date(2022, 11, 30))

    def test_as_soon_as_possible_is_no_time(self, first: Story) -> None:
        assert not any("zo snel" in time.text or time.text == "zo" for time in first.times)

    def test_the_press_conference_of_monday_is_when_it_was_said(self, first: Story) -> None:
        (claim,) = (c for c in first.claims if "zich heeft ontwikkeld" in c.text)
        assert claim.said is not None
        assert claim.said.earliest == date(2023, 2, 13)

    def test_the_ministry_corroborates_the_mercenaries(self, first: Story) -> None:
        by_id = {claim.id: claim for claim in first.claims}
        relations = [
            (claim, by_id[relation.claim])
            for claim in first.claims
            for relation in claim.relations
            if relation.type == "corroborates" and relation.strength == "explicit"
        ]
        assert [("klopt" in a.text, "Krasna Hora" in b.text) for a, b in relations] == [
            (True, True)
        ]
