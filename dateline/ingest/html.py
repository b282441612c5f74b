"""Web pages: the article's text by trafilatura, its date by metadata first, then by its byline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import Any

import lxml.html
from lxml import etree
from trafilatura import bare_extraction

from dateline.errors import NoArticleError
from dateline.ingest import walls
from dateline.ingest.boilerplate import is_boilerplate
from dateline.ingest.byline import byline_date, find_byline_date
from dateline.ingest.draft import Draft, Note
from dateline.ingest.metadata import Metadata, parse_day, read_metadata
from dateline.ingest.page import Line, blocks_of, clear, isolate, lines_of
from dateline.ingest.text import decode, is_guessed
from dateline.model import Basis

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})""", re.IGNORECASE
)
_DECLARATION_BYTES = 4_096
_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,50})\s([^<>]{10000,})>")
_MAX_ATTRIBUTES = 500
_NEAR_LINES = 4
_MIN_REPEATED_CHARACTERS = 40


def parse_html(data: bytes, charset: str | None, url: str | None) -> Draft:
    """The article of a web page; raises NoArticleError that says what stands in its place.

    The headline is the title and not part of the text; paragraphs are kept apart by a blank line.
    """
    charset = charset or _declared_charset(data)
    tree = _tree(decode(data, charset))
    metadata = read_metadata(tree, url)
    signs = walls.read_signs(tree)
    clear(tree)
    title = _title(tree, metadata)
    lines = lines_of(tree)
    isolate(tree)
    found: Any = bare_extraction(tree, url=url, include_comments=False, include_tables=True)
    blocks = _clean(blocks_of(found.body), title, metadata) if found is not None else []
    if reason := walls.reason(signs, metadata, url, blocks):
        raise NoArticleError(reason)
    blocks = [*_standfirst(lines, title, blocks, metadata), *blocks]
    text = "\n\n".join(blocks)
    published, basis, notes = _published(lines, title, text, metadata)
    if is_guessed(data, charset):
        notes = (*notes, Note.ENCODING_GUESSED)
    if metadata.for_subscribers:
        notes = (*notes, Note.CUT_OFF)
    return Draft(text, title, published, basis, metadata.language, metadata.url, notes)


def fold(text: str) -> str:
    """``text`` as it is compared: letters and digits only, without case or width."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def _declared_charset(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARATION_BYTES])
    return match[1].decode("ascii", "ignore") if match else None


def _tree(markup: str) -> Any:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    # libxml2 compares each attribute of an element with all before it.
    markup = _LONG_TAG.sub(
        lambda tag: f"<{tag[1]}>" if len(tag[2].split()) > _MAX_ATTRIBUTES else tag[0], markup
    )
    try:
        # Bytes, since lxml refuses a string that declares an encoding.
        return lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise NoArticleError(
            "The page is empty. Check the link, or paste the article's text."
        ) from error


def _title(tree: Any, metadata: Metadata) -> str | None:
    """The headline that readers see, where the metadata agree with it; else what they say."""
    headings = [" ".join(h1.text_content().split()) for h1 in tree.iter("h1")]
    window_title = " ".join((tree.findtext(".//title") or "").split())
    for declared in filter(None, (metadata.title, window_title)):
        for heading in headings:
            if fold(heading) and fold(heading) in fold(declared):
                return heading
    return metadata.title or next(filter(None, headings), None) or window_title or None


def _clean(blocks: Sequence[str], title: str | None, metadata: Metadata) -> list[str]:
    """The blocks without the headline, bylines at the top, repetitions and what a page adds."""
    headline = fold(title or "")
    authors = [fold(author) for author in metadata.authors]
    kept: list[str] = []
    seen: set[str] = set()
    for block in blocks:
        key = fold(block)
        repeated = key in seen and (
            len(block) >= _MIN_REPEATED_CHARACTERS or (kept and fold(kept[-1]) == key)
        )
        top = len(kept) < _NEAR_LINES
        byline = top and (byline_date(block) is not None or _names_author(block, key, authors))
        if key and key != headline and not (repeated or byline or is_boilerplate(block)):
            kept.append(block)
        seen.add(key)
    return kept


def _names_author(block: str, key: str, authors: Sequence[str]) -> bool:
    return len(block.split()) <= 8 and any(author and author in key for author in authors)


def _standfirst(
    lines: Sequence[Line], title: str | None, blocks: Sequence[str], metadata: Metadata
) -> list[str]:
    """The paragraph under the headline that the page itself declares as its description."""
    declared = fold(metadata.description or "")
    if not declared or any(fold(block).startswith(declared[:60]) for block in blocks):
        return []
    for line in _under_headline(lines, title, blocks):
        key = fold(line.text)
        if key and (key == declared or (len(key) > 60 and declared[:60] == key[:60])):
            return [line.text]
    return []


def _published(
    lines: Sequence[Line], title: str | None, text: str, metadata: Metadata
) -> tuple[date | None, Basis, tuple[Note, ...]]:
    if metadata.published:
        return metadata.published, Basis.METADATA, ()
    head = _under_headline(lines, title, text.split("\n\n"))
    head += _above_headline(lines, title)
    stamped = [day for line in head if line.stamp and (day := parse_day(line.stamp))]
    if stamped:
        return min(stamped), Basis.METADATA, ()
    for line in head:
        if day := byline_date(line.text, metadata.language):
            return day, Basis.BYLINE, ()
    if day := find_byline_date(text, metadata.language):
        return day, Basis.BYLINE, ()
    if metadata.modified:
        return metadata.modified, Basis.METADATA, (Note.CHANGED_LATER,)
    return None, Basis.UNKNOWN, ()


def _under_headline(lines: Sequence[Line], title: str | None, blocks: Sequence[str]) -> list[Line]:
    """The lines between the headline and the first paragraph of the text."""
    first = fold(blocks[0])[:60] if blocks else ""
    start = _headline_index(lines, title)
    for index in range(start + 1, len(lines)):
        if first and fold(lines[index].text).startswith(first):
            return list(lines[start + 1 : index])
    return list(lines[start + 1 : start + 1 + _NEAR_LINES])


def _above_headline(lines: Sequence[Line], title: str | None) -> list[Line]:
    index = max(0, _headline_index(lines, title))
    return list(lines[max(0, index - _NEAR_LINES) : index])


def _headline_index(lines: Sequence[Line], title: str | None) -> int:
    key = fold(title or "")
    return next((i for i, line in enumerate(lines) if key and fold(line.text) == key), -1)
