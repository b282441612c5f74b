"""The article's text reaches the page whole, in place, and as nothing but text."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.pages import Story
from tests.conftest import Watch
from tests.samples import FLOOD, HOSTILE, flood

pytestmark = pytest.mark.browser


def test_the_article_shows_every_character_once(story: Story):
    shown = story.run("e => [...e.querySelectorAll('.text p')].map(p => p.textContent)")
    assert shown == [line for line in FLOOD.split("\n") if line]


def test_marks_stand_on_their_words_also_after_astral_characters(story: Story):
    for claim in flood().claims:
        pieces = story.sentence(claim.id).all_text_contents()
        assert pieces == [span.of(FLOOD) for span in claim.spans]
    times = story.frame.locator(".article .m.time").all_text_contents()
    assert times == ["Tuesday", "the weekend"]


def test_crossing_marks_are_split_and_nest(story: Story):
    tree = story.run(
        """() => { const marks = [[0, 10], [5, 15], [5, 7], [12, 20]].map(([start, end], n) =>
             ({start, end, type: 'claim', n}));
           const flat = (node, depth) => node.children.flatMap((child) =>
             [[child.n, child.start, child.end, depth], ...flat(child, depth + 1)]);
           return flat(Dateline.nest(marks, 0, 20), 0); }"""
    )
    assert tree == [
        [0, 0, 10, 0], [1, 5, 10, 1], [2, 5, 7, 2], [1, 10, 15, 0], [3, 12, 15, 1], [3, 15, 20, 0],
    ]  # fmt: skip


def test_hostile_text_is_plain_text_everywhere(
    context: BrowserContext, watch: Watch, harness_url: str
):
    story = Story(context, f"{harness_url}?sample=hostile")
    expect(story.frame.locator(".pin").first).to_be_visible()
    evil = " ".join(HOSTILE)
    story.frame.locator(".pin").first.click()
    story.page.wait_for_url("**/*claim=c-0*")
    shown = ("h1", ".text p", ".card blockquote", ".card .name", ".here h3", ".here li")
    for place in (*shown, ".pin .label"):
        assert evil in str(story.frame.locator(place).first.text_content()), place
    for number in (0, 1):
        story.run("(_, n) => dateline.select('c-' + n)", number)
        expect(story.frame.locator(".card dl")).to_contain_text(HOSTILE[0])
    assert story.run("() => window.broken") is None
    assert story.page.evaluate("() => window.broken") is None
    assert story.frame.locator(".dl img, .dl script, .dl a[href^=javascript]").count() == 0
    assert watch.errors == []
    assert watch.left == []
    assert "49" not in str(story.frame.locator(".text").text_content())
