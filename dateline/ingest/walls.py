"""Tells what a page is when it is no article: an overview, a video, or a wall before the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from dateline.ingest.metadata import Metadata

_ARTICLES = ("article", "posting", "newsreport", "review")
_MIN_CHARACTERS = 60
_SHORT_CHARACTERS = 3_000  # consent texts are shorter, most articles that only mention it longer
_CHARACTERS_A_MENTION = 400
_MIN_TEASERS = 8
_PROSE_CHARACTERS = 140  # a paragraph this long is prose, a teaser is shorter


@dataclass(frozen=True, slots=True)
class Signs:
    """What a page has beside text; ``teasers`` are the headings that are links."""

    login: bool
    recording: bool
    teasers: frozenset[str]
    words: str


def read_signs(tree: Any) -> Signs:
    """The signs of a page's whole tree, before anything is taken out of it."""
    headings = tree.xpath("//*[self::h2 or self::h3 or self::h4][.//a or ancestor::a]")
    return Signs(
        login=tree.find(".//input[@type='password']") is not None,
        recording=tree.find(".//video") is not None or tree.find(".//audio") is not None,
        teasers=frozenset(" ".join(heading.text_content().split()) for heading in headings),
        words=" ".join(tree.text_content()[: 10 * _SHORT_CHARACTERS].split()),
    )


def reason(signs: Signs, metadata: Metadata, url: str | None, blocks: Sequence[str]) -> str | None:
    """Why there is no article in a page, and what to do about it; None where there is one."""
    characters = sum(map(len, blocks))
    declared = any(kind.endswith(_ARTICLES) for kind in metadata.kinds)
    enough = characters >= _MIN_CHARACTERS
    if enough and declared:
        return None
    if _is_overview(signs, url, blocks):
        return (
            "The page is an overview of many articles, expected the page of one. "
            "Open an article there and give its link."
        )
    if _is_consent(" ".join(blocks) or signs.words):
        return (
            "The page asks for consent to cookies before it shows the article. "
            "Open it in a browser, answer, and paste the article's text."
        )
    if enough:
        return None
    if metadata.for_subscribers or signs.login:
        return (
            "The page shows its article to subscribers or after a login only. "
            "Open it in a browser and paste the article's text."
        )
    if signs.recording or any(kind.startswith("video") for kind in metadata.kinds):
        return (
            "The page is a video or a sound recording and holds no text of an article. "
            "Paste its transcript."
        )
    if characters == 0:
        return (
            "The page holds no text: it is empty, or a program in the browser writes it. "
            "Open it in a browser and paste the article's text."
        )
    return (
        f"The page holds no more than {characters} characters of text, which is no article. "
        "Check the link, or paste the article's text."
    )


def _is_overview(signs: Signs, url: str | None, blocks: Sequence[str]) -> bool:
    # An article's page has teasers too, but they are not what an extractor takes for its text.
    read = sum(block in signs.teasers for block in blocks)
    prose = sum(len(block) >= _PROSE_CHARACTERS for block in blocks)
    root = url is not None and urlsplit(url).path.strip("/") == ""
    few = prose < 2 and len(signs.teasers) >= _MIN_TEASERS
    return (root and len(signs.teasers) >= _MIN_TEASERS // 2) or read >= max(4, prose) or few


def _is_consent(text: str) -> bool:
    mentions = text.casefold().count("cookie") + text.casefold().count("consent")
    return len(text) < _SHORT_CHARACTERS and mentions > max(1, len(text) // _CHARACTERS_A_MENTION)
