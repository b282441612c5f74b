"""Filters, brushing, playing and the list: every view answers the same selection."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from playwright.sync_api import Browser, BrowserContext, expect

from dateline.story import select
from dateline.ui import address
from tests.browser.pages import Story
from tests.samples import flood, synthetic
from tests.test_story import selections

pytestmark = pytest.mark.browser
STORIES = {"flood": flood(), "120": synthetic(120)}


@pytest.mark.parametrize("sample", STORIES)
def test_the_browser_and_the_reference_select_and_count_alike(
    context: BrowserContext, harness_url: str, sample: str
):
    story = Story(context, f"{harness_url}?sample={sample}")
    cases: list[dict[str, object]] = []
    wanted: list[object] = []

    @settings(max_examples=150, database=None, suppress_health_check=list(HealthCheck))
    @given(selections())
    def gather(selection):
        cases.append(address.to_browser(selection))
        view = select(STORIES[sample], selection)
        counts = view.counts
        off_map = {str(reason): n for reason, n in counts.off_map.items()}
        wanted.append(
            {
                "fits": [int(view.fits[claim.id]) for claim in STORIES[sample].claims],
                "counts": [
                    counts.total,
                    counts.on_map,
                    off_map,
                    counts.filtered,
                    counts.undated,
                    counts.possible,
                ],
            }
        )

    gather()
    found = story.run(
        """(_, cases) => cases.map((one) => {
             const { fits, counts: c } = Dateline.select(dateline.model(), one);
             return { fits: [...fits], counts:
               [c.total, c.on_map, c.off_map, c.filtered, c.undated, c.possible] };
           })""",
        cases,
    )
    for case, ours, theirs in zip(cases, wanted, found, strict=True):  # type: ignore[call-overload]
        assert theirs == ours, json.dumps(case)


def numbers(story: Story) -> dict[str, int]:
    """The line of counts, as a reader sees it."""
    parts = story.frame.locator(".counts [data-count]")
    return {
        str(node.get_attribute("data-count")): int(str(node.get_attribute("data-n")))
        for node in parts.all()
    }


def test_a_filter_reaches_text_map_timeline_list_counts_and_address(story: Story):
    story.frame.get_by_text("Speakers", exact=True).click()
    story.frame.get_by_role("checkbox", name="the fire brigade").check()
    story.page.wait_for_url("**/*speaker=s-fire*")
    assert numbers(story)["on_map"] + numbers(story)["off_map"] == 2
    assert numbers(story)["filtered"] == 6
    expect(story.frame.locator(".m.claim.out")).to_have_count(7)
    expect(story.frame.locator(".bar")).to_have_count(2)
    expect(story.frame.locator(".pin", has_text="Pirna")).to_have_count(0)
    story.frame.get_by_role("button", name="List").click()
    expect(story.frame.locator("tbody tr")).to_have_count(2)
    story.frame.get_by_role("button", name="Remove: the fire brigade").click()
    expect(story.frame.locator("tbody tr")).to_have_count(8)
    assert numbers(story)["filtered"] == 0


def test_words_are_searched_while_they_are_typed(story: Story):
    story.frame.get_by_role("searchbox").fill("DAM")
    expect(story.frame.locator(".counts")).to_contain_text("6 filtered out")
    story.page.wait_for_url("**/*q=DAM*")


def test_a_window_shows_apart_what_is_surely_and_what_is_possibly_inside(
    context: BrowserContext, harness_url: str
):
    story = Story(context, f"{harness_url}?from=2024-06-04&to=2024-06-08")
    expect(story.frame.locator(".counts")).to_contain_text("2 possibly")
    expect(story.frame.locator(".m.claim.maybe").first).to_be_visible()
    expect(story.bar("c-rose")).not_to_have_class(re.compile("maybe"))
    expect(story.bar("c-bridge")).to_have_class(re.compile("maybe"))


def test_a_window_is_dragged_over_the_density_strip(story: Story):
    box = story.frame.locator(".strip .field").bounding_box()
    assert box
    story.page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 10)
    story.page.mouse.down()
    story.page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 10, steps=5)
    story.page.mouse.up()
    story.page.wait_for_url(re.compile("from=2024-06-0.*to=2024-06-0"))
    assert numbers(story)["filtered"] > 0
    story.frame.locator(".handle.end").focus()
    before = str(story.run("() => dateline.selection().window[1]"))
    story.page.keyboard.press("ArrowRight")
    after = str(story.run("() => dateline.selection().window[1]"))
    assert date.fromisoformat(after) - date.fromisoformat(before) == timedelta(days=1)


def test_only_what_is_on_this_map_follows_the_map(story: Story):
    story.frame.get_by_label("Only what is on this part of the map").check()
    story.page.wait_for_url("**/*box=*")
    assert numbers(story)["on_map"] == 4
    story.run("() => { dateline.map.setView([51.3, 13.48], 11, {animate: false}) }")
    story.frame.get_by_role("button", name="Zoom in").first.click()
    expect(story.frame.locator(".bar")).to_have_count(2)
    expect(story.frame.locator("[data-bar].maybe")).to_have_count(2)


def test_the_axis_of_what_was_said_moves_every_claim_that_has_it(story: Story):
    expect(story.frame.locator(".bar")).to_have_count(3)
    story.frame.get_by_role("button", name="said", exact=True).click()
    expect(story.frame.locator(".bar")).to_have_count(6)
    story.page.wait_for_url("**/*axis=said*")


def test_playing_moves_the_window_and_pausing_keeps_it_in_the_address(story: Story):
    story.frame.get_by_role("button", name="Play").click()
    story.page.wait_for_timeout(700)
    story.frame.get_by_role("button", name="Pause").click()
    story.page.wait_for_url("**/*play=cumulative*")
    assert numbers(story)["filtered"] > 0


def test_lanes_can_be_made_for_places_and_for_certainty(story: Story):
    story.frame.get_by_label("Lanes").select_option("level")
    expect(story.frame.locator(".tl-label").first).to_have_text("stated as certain")
    story.page.wait_for_url("**/*lanes=level*")


def test_the_timeline_zooms_by_wheel_keys_and_buttons(story: Story):
    ticks = story.frame.locator(".tl-axis")
    before = str(ticks.text_content())
    story.frame.locator(".timetools").get_by_role("button", name="Zoom in").click()
    zoomed = ticks.text_content()
    assert zoomed != before
    story.frame.locator(".tl-plot").focus()
    story.page.keyboard.press("-")
    box = story.frame.locator(".tl-plot").bounding_box()
    assert box
    story.page.mouse.move(box["x"] + 200, box["y"] + 20)
    story.page.mouse.wheel(0, 900)
    expect(ticks).not_to_have_text(before)
    story.frame.get_by_role("button", name="Show all times").click()
    expect(ticks).to_have_text(before)


@pytest.mark.parametrize("days", [0.25, 1, 3, 40, 400, 4_000, 36_525, 400_000])
def test_ticks_can_be_read_at_any_zoom(story: Story, days: float):
    spots = story.run(
        """(_, days) => { const from = Date.UTC(1987, 4, 17, 5), width = 700;
             const scale = Dateline.scale(from, from + days * Dateline.DAY, width);
             return scale.ticks('nl').map(({ at, label }) => [scale.x(at), label]); }""",
        days,
    )
    assert 1 <= len(spots) <= 9  # type: ignore[arg-type]
    places = [x for x, _ in spots]  # type: ignore[attr-defined]
    assert all(b - a >= 75 for a, b in pairwise(places))
    assert len({label for _, label in spots}) == len(places)  # type: ignore[attr-defined]


def test_pointing_at_one_view_shows_the_claim_in_the_others(story: Story):
    story.sentence("c-road").first.hover(position={"x": 40, "y": 10})
    expect(story.frame.locator("[data-bar].over")).to_have_count(1)
    expect(story.frame.locator(".pin.over")).to_have_count(1)
    story.bar("c-rose").locator(".core").hover()
    expect(story.frame.locator(".m.claim.over").first).to_contain_text("The Elbe rose")


def test_the_whole_view_opens_in_another_browser(
    chromium: Browser, context: BrowserContext, harness_url: str
):
    story = Story(context, f"{harness_url}?axis=said&q=dam&tab=list&at=50.5,14.0,7&level=unlikely")
    expect(story.frame.locator("tbody tr")).to_have_count(1)
    story.frame.locator("tbody button").click()
    story.page.wait_for_url("**/*claim=c-dam*")
    other = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    again = Story(other, story.page.url)
    expect(again.frame.locator("tbody tr.on")).to_have_count(1)
    chosen = "() => { const { ...s } = dateline.selection(); return JSON.stringify(s) }"
    assert again.run(chosen) == story.run(chosen)
    other.close()


def test_the_list_says_all_that_the_other_views_say(context: BrowserContext, harness_url: str):
    story = Story(context, f"{harness_url}?tab=list")
    row = story.frame.locator("tbody tr", has_text="that the dam was opened")
    for words in ("the Czech side", "denied or doubted", "5 Jun 2024", "not told", "not located"):
        expect(row).to_contain_text(words)
    row.get_by_role("button").focus()
    story.page.keyboard.press("Enter")
    story.expect_chosen("c-dam")


def test_marks_can_be_switched_off_in_the_legend(story: Story):
    line = "e => getComputedStyle(e).textDecorationLine"
    time = story.frame.locator(".article .m.time").first
    assert time.evaluate(line) == "underline"
    story.frame.locator(".card").get_by_label("time", exact=True).uncheck()
    assert time.evaluate(line) == "none"


def test_help_opens_by_key_and_closes_by_escape(story: Story):
    story.frame.locator(".article").focus()
    story.page.keyboard.press("?")
    dialog = story.frame.get_by_role("dialog")
    expect(dialog).to_contain_text("How to read this page")
    story.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_claims_at_one_spot_are_listed_on_the_card(context: BrowserContext, harness_url: str):
    story = Story(context, f"{harness_url}?sample=120")
    story.frame.locator(".pin .count").first.click()
    listed = story.frame.locator(".card .here li button")
    expect(listed.first).to_have_attribute("aria-current", "true")
    listed.nth(1).click()
    expect(listed.nth(1)).to_have_attribute("aria-current", "true")


def test_a_mark_switched_off_in_the_help_is_off_in_the_legend_too(story: Story):
    story.frame.get_by_role("button", name="Help").click()
    story.frame.get_by_role("dialog").get_by_label("place", exact=True).uncheck()
    story.page.keyboard.press("Escape")
    expect(story.frame.locator(".card").get_by_label("place", exact=True)).not_to_be_checked()


def test_a_chosen_claim_that_a_filter_leaves_out_says_so(story: Story):
    story.click_sentence("c-hold")
    note = story.frame.locator(".card > .note")
    expect(note).to_be_empty()
    story.frame.get_by_role("searchbox").fill("bridge")
    expect(note).to_contain_text("Filtered out")
    story.frame.locator(".chosen-chips button").click()
    expect(note).to_be_empty()


def test_the_timeline_keeps_its_width_after_it_was_empty(story: Story):
    width = "() => document.querySelector('.tl-field').clientWidth"
    before = story.run(width)
    story.frame.get_by_role("searchbox").fill("nothing says this")
    expect(story.frame.locator(".tl-body")).to_have_class(re.compile("empty"))
    assert story.run(width) == before


def test_a_choice_behind_the_list_is_in_sight_when_the_map_comes_forward(
    context: BrowserContext, harness_url: str
):
    story = Story(context, f"{harness_url}?tab=list&at=40,-100,6")
    story.frame.locator("tbody button").nth(1).click()
    story.frame.get_by_role("button", name="Map and timeline").click()
    expect(story.frame.locator(".pin.on").first).to_be_in_viewport()
