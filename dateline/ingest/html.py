"""Web pages, by trafilatura; metadata first, then the byline."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import lxml.html
from trafilatura import bare_extraction

from dateline.errors import NoArticleError
from dateline.ingest.byline import find_byline_date
from dateline.ingest.draft import Draft
from dateline.model import Basis

_BLOCKS = ("p", "head", "item", "quote", "cell", "ab")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
# With extensive search a year in the body becomes the publication date.
_DATE_PARAMETERS = {"extensive_search": False, "original_date": True}


def parse_html(data: bytes, charset: str | None, url: str | None) -> Draft:
    """The article of a web page; raises NoArticleError where the page has none."""
    parser = lxml.html.HTMLParser(encoding=charset) if _is_known(charset) else None
    tree = lxml.html.document_fromstring(data, parser=parser) if data.strip() else None
    if tree is None:
        raise NoArticleError("The page is empty. Check the link, or paste the article's text.")
    language = _language(tree)
    found: Any = bare_extraction(
        tree,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params=_DATE_PARAMETERS,
    )
    if found is None:
        raise NoArticleError(
            "The page holds no text that is an article: it may be a front page, a video, or behind "
            "a login or cookie wall. Paste the article's text."
        )
    text = _text(found)
    published = date.fromisoformat(found.date) if found.date else None
    basis = Basis.METADATA if published else Basis.UNKNOWN
    if published is None and (published := find_byline_date(text)):
        basis = Basis.BYLINE
    return Draft(
        text=text,
        title=found.title,
        published=published,
        published_basis=basis,
        language=language or found.language,
        url=found.url or url,
    )


def _text(found: Any) -> str:
    blocks: list[str] = []
    for element in found.body.iter(*_BLOCKS):
        if any(parent.tag in _BLOCKS for parent in element.iterancestors()):
            continue
        block = _SPACES.sub(" ", "".join(element.itertext())).strip()
        if block and (not blocks or block != blocks[-1]):
            blocks.append(block)
    return "\n\n".join(blocks) or str(found.text or "")


def _language(tree: Any) -> str | None:
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    code = declared.replace("_", "-").partition("-")[0].strip().lower()
    return code if re.fullmatch("[a-z]{2}", code) else None


def _is_known(charset: str | None) -> bool:
    import codecs

    try:
        return bool(charset and codecs.lookup(charset))
    except LookupError:
        return False
