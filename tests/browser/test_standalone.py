"""The stand-alone page works from a disk, makes no request, and takes no text for code."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from dateline.maps.standalone import page as standalone
from tests.conftest import Watch
from tests.samples import HOSTILE, flood, hostile

pytestmark = pytest.mark.browser


def test_the_file_keeps_its_views_in_step_without_a_server(context: BrowserContext, tmp_path: Path):
    file = tmp_path / "story.html"
    file.write_text(standalone(flood(), "nl"), encoding="utf-8")
    requests: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator(".pin").first.wait_for()
    page.evaluate("() => { dateline.map.setView([51.05, 13.6], 8, { animate: false }) }")
    page.locator(".pin", has_text="ten noorden van Meissen").click()
    expect(page.locator(".m.claim.on")).to_have_text("North of Meissen the water reached the road")
    expect(page.locator(".bar.on")).to_have_count(1)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".card blockquote")).to_contain_text("bridge")
    assert requests == [file.as_uri()]


def test_hostile_text_stays_text_in_the_file(context: BrowserContext, watch: Watch, tmp_path: Path):
    file = tmp_path / "story.html"
    text = standalone(hostile(), "en")
    file.write_text(text, encoding="utf-8")
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.locator("h1")).to_contain_text(HOSTILE[0])
    assert page.evaluate("window.broken") is None
    assert watch.errors == []
    assert page.title().startswith(HOSTILE[0])
