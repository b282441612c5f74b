"""The real app on its own collection, and the page under a base path."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.pages import FRAME, Story
from tests.conftest import Watch, serve

pytestmark = pytest.mark.browser


def test_the_first_article_opens_as_a_story(context: BrowserContext, watch: Watch, app_url: str):
    story = Story(context, app_url)
    total = int(str(story.frame.locator("[data-count='total']").get_attribute("data-n")))
    assert total == story.frame.locator(".anchor").count() > 0
    story.frame.locator(".anchor").first.click()
    expect(story.frame.locator(".card blockquote")).to_be_visible()
    story.page.wait_for_url("**/*claim=*")
    assert watch.left == []
    assert watch.errors == []


def test_a_pasted_text_becomes_a_story(context: BrowserContext, watch: Watch, app_url: str):
    page = context.new_page()
    page.goto(f"{app_url}Read")
    page.get_by_label("Text of the article").fill(
        "Mayor Anna Smith said on Tuesday that the bridge in Rotterdam will stay closed.\n"
        "“<img src=x onerror=alert(1)> It may take a month,” she said."
    )
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("No date was found, so this is today.")).to_be_visible()
    page.get_by_role("button", name="Read", exact=True).click()
    frame = page.frame_locator(FRAME)
    expect(frame.locator(".counts .sum")).to_be_visible()
    expect(frame.locator("section.text")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(frame.locator(".pin", has_text="Rotterdam")).to_have_count(1)
    assert watch.left == []


def test_a_story_is_downloaded_as_a_page_and_as_a_table(story: Story):
    for label, ending, sign in (
        ("Page to keep (HTML)", ".html", "<!doctype html>"),
        ("Table (CSV)", ".csv", "said"),
    ):
        story.page.get_by_role("button", name="Download").first.click()
        with story.page.expect_download() as waited:
            story.page.get_by_role("button", name=label).click()
        assert waited.value.suggested_filename.endswith(ending)
        assert sign in Path(waited.value.path()).read_text(encoding="utf-8")
        story.page.keyboard.press("Escape")


def test_the_page_works_under_a_base_path(context: BrowserContext, watch: Watch, harness: Path):
    server, url = serve(harness, "some/where")
    try:
        story = Story(context, url)
        story.click_sentence("c-hold")
        story.expect_chosen("c-hold")
        assert watch.errors == []
        assert watch.left == []
    finally:
        server.terminate()
        server.wait(10)


def test_a_background_map_that_is_out_of_reach_is_told(context: BrowserContext, harness_url: str):
    story = Story(context, harness_url)
    context.route("**/*.png", lambda route: route.abort())
    story.run(
        """() => { dateline.map.eachLayer((layer) => layer.getContainer && layer.remove());
             const host = document.createElement('div');
             host.style.cssText = 'width:300px;height:200px';
             document.body.append(host);
             window.told = [];
             Dateline.map(L.map(host).setView([50, 10], 4),
               { online: true, outlines: { type: 'FeatureCollection', features: [] } },
               { tell: (key) => window.told.push(key) }); }"""
    )
    story.frame.locator("body").evaluate(
        """() => new Promise((done) => { const look = () => window.told.length ? done()
             : setTimeout(look, 20); look(); })"""
    )
    assert story.run("() => window.told[0]") == "story.offline"
