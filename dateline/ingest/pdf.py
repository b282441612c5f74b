"""PDF files, by pypdf."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from dateline.errors import NoArticleError, ParserError
from dateline.ingest.byline import find_byline_date
from dateline.ingest.draft import Draft
from dateline.ingest.flow import flow
from dateline.ingest.metadata import parse_day
from dateline.model import Basis

MAX_PAGES = 200
_EDGE_LINES = 2  # how many lines at the top and the bottom of a page may be its header and footer
_MIN_REPEATS = 3
_NUMBER = re.compile(r"\D{0,12}\d{1,4}(?:\D{1,5}\d{1,4})?\D{0,3}")
# What a program writes where the author gave no title.
_MADE_UP_TITLE = re.compile(
    r"untitled|microsoft word|\.(?:docx?|indd|odt|pdf|qxd|tmp)$|^about:|https?:|^\W*$",
    re.IGNORECASE,
)


def parse_pdf(data: bytes, charset: str | None, url: str | None) -> Draft:  # noqa: ARG001
    """The text of a PDF; raises NoArticleError for a scan, ParserError where it is locked."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ParserError("The PDF is locked with a password. Unlock it, or paste its text.")
        if len(reader.pages) > MAX_PAGES:
            raise ParserError(
                f"The PDF has {len(reader.pages):,} pages, expected at most {MAX_PAGES}. "
                "Give the pages of one article."
            )
        pages = [page.extract_text().splitlines() for page in reader.pages]
        metadata = reader.metadata
        created = _day(metadata.creation_date_raw if metadata else None)
        title = str(metadata.title).strip() if metadata and metadata.title else ""
    except PyPdfError as error:
        raise ParserError(
            f"The PDF is damaged ({str(error).rstrip('.')}). Give another copy of it."
        ) from error
    text = flow(_without_running_lines(pages))
    if not any(character.isalpha() for character in text):
        raise NoArticleError(
            "The PDF holds pictures of pages and no text: it is a scan. "
            "Run it through OCR, or paste the text."
        )
    byline = find_byline_date(text)
    published = byline or created
    basis = Basis.BYLINE if byline else Basis.METADATA if created else Basis.UNKNOWN
    return Draft(
        text,
        None if _MADE_UP_TITLE.search(title) else title or None,
        published,
        basis,
        url=url,
    )


def _without_running_lines(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines of all pages without page numbers, and headers and footers that come back."""
    edges = Counter(
        line.strip()
        for page in pages
        for line in {*page[:_EDGE_LINES], *page[-_EDGE_LINES:]}
        if line.strip()
    )
    kept: list[str] = []
    for page in pages:
        for index, line in enumerate(page):
            edge = index < _EDGE_LINES or index >= len(page) - _EDGE_LINES
            running = edges[line.strip()] >= _MIN_REPEATS or _NUMBER.fullmatch(line.strip())
            if not (edge and len(pages) > 1 and running):
                kept.append(line)
    return kept


def _day(raw: object) -> date | None:
    match = re.match(r"(?:D:)?(\d{8})", str(raw or ""))
    return parse_day(match[1]) if match else None
