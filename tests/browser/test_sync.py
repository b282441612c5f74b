"""One choice in any view is the choice in all of them, and in the address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.pages import Story
from tests.conftest import Watch

pytestmark = pytest.mark.browser


def test_a_marker_chooses_bar_sentence_card_and_address(story: Story):
    story.pin("north of Meissen").click()
    story.expect_chosen("c-road")


def test_a_bar_chooses_marker_and_sentence(story: Story):
    story.bar("c-rose").locator(".core").click()
    story.expect_chosen("c-rose")
    expect(story.frame.locator(".pin.on")).to_have_count(1)
    expect(story.frame.locator("path.area.on")).to_have_count(1)


def test_a_sentence_chooses_marker_and_bar(story: Story):
    story.click_sentence("c-hold")
    story.expect_chosen("c-hold")
    expect(story.frame.locator(".pin.on")).to_have_count(1)


def test_a_claim_of_two_spans_is_one_claim(story: Story):
    story.click_sentence("c-slept")
    story.expect_chosen("c-slept")
    expect(story.frame.locator(".m.claim.on")).to_have_count(2)
    expect(story.frame.locator(".anchor[aria-pressed='true']")).to_have_count(1)
    expect(story.frame.locator(".pin.on").first).to_be_visible()


def test_a_link_opens_the_same_view_in_another_browser(
    chromium: Browser, context: BrowserContext, harness_url: str
):
    story = Story(context, harness_url)
    story.click_sentence("c-bridge")
    story.page.wait_for_url("**/*claim=c-bridge*")
    other = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    Story(other, story.page.url).expect_chosen("c-bridge")
    other.close()


def test_back_and_forward_choose_again(story: Story):
    for claim in ("c-hold", "c-bridge"):
        story.click_sentence(claim)
        story.expect_chosen(claim)
    story.page.go_back()
    story.expect_chosen("c-hold")
    story.page.go_forward()
    story.expect_chosen("c-bridge")


def test_arrow_keys_go_from_claim_to_claim_and_escape_clears(story: Story):
    story.frame.locator(".article").focus()
    story.page.keyboard.press("ArrowRight")
    story.expect_chosen("c-rose")
    story.page.keyboard.press("ArrowRight")
    story.expect_chosen("c-hold")
    story.page.keyboard.press("ArrowLeft")
    story.expect_chosen("c-rose")
    story.page.keyboard.press("Escape")
    expect(story.frame.locator(".m.claim.on")).to_have_count(0)
    story.page.wait_for_url(lambda url: "claim=" not in url)


def test_a_stale_or_hostile_address_is_ignored_with_a_note(
    context: BrowserContext, harness_url: str
):
    story = Story(context, f"{harness_url}?claim=<script>&from=tomorrow&axis=said")
    note = story.frame.get_by_text("A part of the link was not understood")
    expect(note).to_have_count(2)
    expect(story.frame.locator("[data-choice='said']")).to_have_attribute("aria-pressed", "true")


def test_nothing_is_drawn_anew_and_the_map_stays_where_it_was(story: Story):
    story.run("() => { window.stamp = 1; dateline.map.setView([51.1, 13.6], 8, {animate: false}) }")
    story.bar("c-rose").locator(".core").click()
    story.expect_chosen("c-rose")
    story.click_sentence("c-hold")
    story.expect_chosen("c-hold")
    story.page.wait_for_timeout(300)
    assert story.run("() => window.stamp") == 1
    assert story.run("() => dateline.map.getZoom()") == 8
    assert story.run("() => dateline.map.getCenter().lat") == pytest.approx(51.1, abs=0.01)


def test_no_request_leaves_the_machine_and_the_console_stays_clean(
    context: BrowserContext, watch: Watch, harness_url: str
):
    story = Story(context, harness_url)
    story.frame.locator(".pin .count").first.click()
    expect(story.frame.locator(".card blockquote")).to_be_visible()
    story.run("() => { dateline.map.zoomIn() }")
    story.page.wait_for_timeout(500)
    assert watch.left == []
    assert watch.errors == []


def test_the_interface_follows_the_browsers_language_and_can_be_switched(
    chromium: Browser, harness_url: str
):
    dutch = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="nl-BE")
    story = Story(dutch, harness_url)
    expect(story.frame.locator(".meta")).to_contain_text("woensdag 5 juni 2024")
    expect(story.page.get_by_role("link", name="Lezen")).to_be_visible()
    story.run("() => { window.stamp = 1 }")
    story.page.get_by_role("button", name="English").click()
    expect(story.frame.locator(".meta")).to_contain_text("Wednesday, 5 June 2024")
    expect(story.page).to_have_url(re.compile("lang=en"))
    assert story.run("() => window.stamp") == 1
    dutch.close()


def test_panning_and_typing_are_no_steps_that_back_goes_to(
    context: BrowserContext, harness_url: str
):
    story = Story(context, f"{harness_url}?lang=en")
    story.click_sentence("c-hold")
    story.page.wait_for_url("**/*claim=c-hold*")
    steps = story.page.evaluate("history.length")
    story.frame.get_by_role("button", name="Zoom in").first.click()
    story.page.wait_for_url("**/*at=*")
    story.frame.get_by_role("searchbox").fill("the dam")
    story.page.wait_for_url("**/*q=the+dam*")
    story.page.wait_for_timeout(500)
    assert story.page.evaluate("history.length") == steps
    story.click_sentence("c-dam")
    story.page.wait_for_url("**/*claim=c-dam*")
    assert story.page.evaluate("history.length") == steps + 1
    story.page.go_back()
    expect(story.frame.locator(".card blockquote")).to_contain_text("will hold")
    expect(story.frame.get_by_role("searchbox")).to_have_value("the dam")
