"""One selection, and counts that always add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.model import ClaimKind, Level, Precision, When
from dateline.story import (
    NARRATOR,
    Axis,
    Extent,
    Fit,
    OffMap,
    Selection,
    Window,
    fold,
    opening_axis,
    select,
    within,
)
from tests.samples import flood, synthetic

STORIES = (flood(), synthetic(120))
DAYS = some.dates(date(2022, 6, 1), date(2025, 6, 1))


@some.composite
def selections(draw: some.DrawFn) -> Selection:
    south, north = sorted(draw(some.tuples(some.floats(-80, 80), some.floats(-80, 80))))
    west, east = sorted(draw(some.tuples(some.floats(-170, 170), some.floats(-170, 170))))
    speakers = [s.id for story in STORIES for s in story.speakers] + [NARRATOR]
    places = [p.name for story in STORIES for p in story.places][:40]
    opens, closes = sorted(draw(some.tuples(DAYS, DAYS)))
    window = Window(draw(some.sampled_from((None, opens))), draw(some.sampled_from((None, closes))))
    return Selection(
        window=draw(some.sampled_from((None, window))),
        extent=draw(some.sampled_from((None, Extent(south, west, north, east)))),
        speakers=draw(some.frozensets(some.sampled_from(speakers), max_size=6)),
        places=draw(some.frozensets(some.sampled_from(places), max_size=4)),
        kinds=draw(some.frozensets(some.sampled_from(ClaimKind), max_size=3)),
        levels=draw(some.frozensets(some.sampled_from(Level), max_size=4)),
        words=draw(some.sampled_from(("", "town", "THE dam", "number 7", "ß"))),
        axis=draw(some.sampled_from(Axis)),
    )


@given(some.sampled_from(STORIES), selections())
def test_shown_and_off_the_map_and_filtered_are_all(story, selection):
    view = select(story, selection)
    counts = view.counts
    assert counts.total == len(story.claims) == len(view.fits)
    assert counts.on_map + sum(counts.off_map.values()) + counts.filtered == counts.total
    shown = [fit for fit in view.fits.values() if fit is not Fit.NO]
    assert counts.possible <= len(shown) == counts.total - counts.filtered
    assert counts.undated <= len(shown)


@given(some.sampled_from(STORIES), selections(), some.frozensets(some.sampled_from(Level)))
def test_choosing_more_never_shows_more(story, selection, levels):
    narrower = Selection(
        window=selection.window, levels=levels or frozenset(Level), axis=selection.axis
    )
    wider = Selection(window=selection.window, axis=selection.axis)
    few, many = select(story, narrower).fits, select(story, wider).fits
    assert all(few[claim] <= many[claim] for claim in many)


def test_everything_is_shown_without_a_selection_and_the_rest_is_told_why():
    counts = select(flood(), Selection()).counts
    assert counts.filtered == 0
    assert counts.on_map == 4
    assert counts.off_map == {OffMap.NO_PLACE: 2, OffMap.DEMONYM: 1, OffMap.UNRESOLVED: 1}
    assert counts.undated == 5


JUNE = Window(date(2024, 6, 1), date(2024, 6, 30))


@pytest.mark.parametrize(
    ("first", "last", "fit"),
    [
        (date(2024, 6, 1), date(2024, 6, 30), Fit.SURE),
        (date(2024, 5, 31), date(2024, 6, 1), Fit.POSSIBLE),
        (date(2024, 6, 30), None, Fit.POSSIBLE),
        (None, date(2024, 5, 31), Fit.NO),
        (date(2024, 7, 1), date(2024, 7, 1), Fit.NO),
        (None, None, Fit.NO),
    ],
)
def test_a_vague_time_is_possibly_in_a_window_that_it_only_touches(first, last, fit):
    assert within(When(None, None, first, last, Precision.RANGE), JUNE) is fit


def test_words_are_found_without_marks_and_capitals():
    assert fold("Één Šibenik") == "een sibenik"
    found = select(flood(), Selection(words="BRIDGE fail")).fits
    assert [claim for claim, fit in found.items() if fit] == ["c-bridge"]


@pytest.mark.parametrize(
    ("happened", "said", "axis"),
    [
        (0, 0, Axis.HAPPENED),
        (1, 0, Axis.HAPPENED),
        (0, 1, Axis.SAID),
        (2, 3, Axis.HAPPENED),
        (2, 4, Axis.HAPPENED),
        (2, 5, Axis.SAID),
    ],
)
def test_a_story_opens_on_what_was_said_only_where_little_tells_when_it_happened(
    happened, said, axis
):
    when = When(None, None, date(2024, 6, 1), date(2024, 6, 1), Precision.DAY)
    claims = tuple(
        replace(claim, happened=when if n < happened else None, said=when if n < said else None)
        for n, claim in enumerate(flood().claims)
    )
    assert opening_axis(replace(flood(), claims=claims)) is axis


def test_an_area_that_sticks_out_of_the_extent_is_possibly_inside():
    around = select(flood(), Selection(extent=Extent(50.0, 12.0, 52.0, 15.0))).fits
    assert around["c-rose"] is Fit.SURE
    half = select(flood(), Selection(extent=Extent(51.0, 12.0, 52.0, 15.0))).fits
    assert half["c-rose"] is Fit.POSSIBLE
    assert half["c-bridge"] is Fit.NO
