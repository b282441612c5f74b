"""Accessibility by axe-core (WCAG 2.2 AA), the keyboard, reduced motion and the phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.pages import Story

pytestmark = pytest.mark.browser
AXE = Path(__file__).with_name("vendor") / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(story: Story) -> list[str]:
    frame = story.page.frames[-1]
    frame.evaluate(AXE.read_text(encoding="utf-8"))
    found = frame.evaluate(
        """async (tags) => (await axe.run(document, { runOnly: tags })).violations.map((v) =>
             v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')
             + ' ' + (v.nodes[0].any.concat(v.nodes[0].all)[0] || {}).message)""",
        RULES,
    )
    # A pin lies where its place is, which WCAG 2.5.8 exempts; the list offers the same claims.
    return [f for f in found if not (f.startswith("target-size") and 'class="pin' in f)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", "?claim=c-bridge&from=2024-06-04", "?tab=list&lang=nl"])
def test_no_accessibility_rule_is_broken(
    chromium: Browser, harness_url: str, scheme: str, query: str
):
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme=scheme, locale="en-GB"
    )
    assert violations(Story(context, harness_url + query)) == []
    context.close()


def phone(chromium: Browser) -> BrowserContext:
    return chromium.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, locale="en-GB"
    )


def test_a_phone_breaks_no_rule_and_never_scrolls_sideways(chromium: Browser, harness_url: str):
    context = phone(chromium)
    story = Story(context, harness_url + "?claim=c-slept")
    assert violations(story) == []
    for tab in ("Map", "Timeline", "List"):
        story.frame.get_by_role("button", name=tab, exact=True).click()
        assert story.run("e => e.scrollWidth <= e.clientWidth"), tab
    assert story.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_a_phone_reaches_map_timeline_list_card_filters_and_help(
    chromium: Browser, harness_url: str
):
    context = phone(chromium)
    story = Story(context, harness_url)
    story.frame.locator(".anchor").nth(2).tap()
    expect(story.frame.locator(".card blockquote")).to_be_in_viewport()
    expect(story.frame.locator(".m.claim.on").first).to_be_in_viewport()
    story.frame.get_by_role("button", name="Deselect").tap()
    expect(story.frame.locator(".card")).to_be_hidden()
    story.frame.get_by_role("button", name="Timeline", exact=True).tap()
    story.frame.locator(".bar .glyph").first.tap()
    expect(story.frame.locator(".card blockquote")).to_be_in_viewport()
    story.frame.get_by_role("button", name="List", exact=True).tap()
    expect(story.frame.locator("tbody tr").first).to_be_in_viewport()
    story.frame.get_by_role("button", name="Deselect").tap()
    story.frame.locator(".fold > summary").tap()
    expect(story.frame.get_by_role("searchbox")).to_be_visible()
    story.frame.get_by_role("button", name="Help").tap()
    expect(story.frame.get_by_role("dialog")).to_be_visible()
    context.close()


def test_everything_that_can_be_clicked_can_be_reached_by_tab(
    context: BrowserContext, harness_url: str
):
    story = Story(context, harness_url)
    story.frame.get_by_role("searchbox").focus()
    seen: set[str] = set()
    for _ in range(60):
        story.page.keyboard.press("Tab")
        name = story.page.frames[-1].evaluate(
            "() => document.activeElement.className.baseVal ?? document.activeElement.className"
        )
        seen.update(str(name).split())
    assert {"article", "anchor", "pin", "card", "tl-plot", "handle", "start", "icon"} <= seen


def test_a_reader_who_wants_no_motion_gets_none(chromium: Browser, harness_url: str):
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, reduced_motion="reduce", locale="en-GB"
    )
    story = Story(context, harness_url)
    moving = story.run(
        """e => [...e.querySelectorAll('*')].filter((n) => {
             const s = getComputedStyle(n);
             return s.animationName !== 'none' || !/^0s(, 0s)*$/.test(s.transitionDuration);
           }).map((n) => n.className)"""
    )
    assert [name for name in moving if "leaflet" not in str(name)] == []  # type: ignore[attr-defined]
    context.close()
