"""A town is a point and everything else an area: the two never look the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.pages import Story

pytestmark = pytest.mark.browser


def test_an_area_has_a_hollow_frame_and_no_round_sign_of_its_own(story: Story):
    kinds = story.run(
        """(root) => [...root.querySelectorAll('.pin')].map((pin) => {
             const style = getComputedStyle(pin), count = pin.querySelector('.count');
             return { area: pin.classList.contains('area'), frame: style.borderTopStyle,
               radius: parseFloat(style.borderTopLeftRadius),
               fill: count && getComputedStyle(count).backgroundColor }; })"""
    )
    areas = [kind for kind in kinds if kind["area"]]
    assert areas
    for area in areas:
        assert area["frame"] == "dashed"
        assert area["radius"] < 5
        assert area["fill"] in (None, "rgba(0, 0, 0, 0)")
    assert all(kind["frame"] == "none" for kind in kinds if not kind["area"])


def test_an_area_is_chosen_by_its_frame(story: Story):
    frame = story.frame.locator(".pin.area:not(.bare)").first
    frame.click()
    expect(story.frame.locator(".pin.area.on")).not_to_have_count(0)
    expect(story.frame.locator(".card blockquote")).to_be_visible()


def test_the_legend_tells_how_areas_are_drawn(story: Story):
    expect(story.frame.locator(".card .help")).to_contain_text("its name in a dashed frame")
    expect(story.frame.locator(".card .help .sample .frame")).to_have_count(1)


def test_a_time_mark_tells_how_it_was_resolved(story: Story):
    titles = story.run(
        "(root) => [...root.querySelectorAll('.article .m.time')].map((mark) => mark.title)"
    )
    assert titles
    assert all(": " in title for title in titles)
