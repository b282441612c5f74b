"""PDF files, by pypdf."""

from __future__ import annotations

import io
import re
from datetime import date

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from dateline.errors import NoArticleError, ParserError
from dateline.ingest.byline import find_byline_date
from dateline.ingest.draft import Draft
from dateline.model import Basis

MAX_PAGES = 200
_HYPHENATED = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")
_LINE_BREAK = re.compile(r"(?<![.!?:”\"»“])\n(?=\S)")


def parse_pdf(data: bytes, charset: str | None, url: str | None) -> Draft:  # noqa: ARG001
    """The text of a PDF; raises NoArticleError for a scan, ParserError where it is locked."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ParserError("The PDF is locked with a password. Unlock it, or paste its text.")
        if len(reader.pages) > MAX_PAGES:
            raise ParserError(
                f"The PDF has {len(reader.pages)} pages, expected at most {MAX_PAGES}. "
                "Give the pages of one article."
            )
        pages = [page.extract_text() for page in reader.pages]
        metadata = reader.metadata
        created = _day(metadata.creation_date_raw if metadata else None)
        title = str(metadata.title).strip() if metadata and metadata.title else None
    except PyPdfError as error:
        raise ParserError(f"The PDF is damaged: {error}. Give another copy of it.") from error
    text = _flow("\n\n".join(page.strip() for page in pages if page.strip()))
    if not text:
        raise NoArticleError(
            "The PDF holds pictures of pages and no text. Run it through OCR, or paste the text."
        )
    byline = find_byline_date(text)
    published = byline or created
    basis = Basis.BYLINE if byline else Basis.METADATA if created else Basis.UNKNOWN
    return Draft(text, title or None, published, basis, None, url)


def _flow(text: str) -> str:
    # A PDF breaks lines where the column ends; a reader needs sentences.
    return _LINE_BREAK.sub(" ", _HYPHENATED.sub("", text)).strip()


def _day(raw: object) -> date | None:
    match = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", str(raw or ""))
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
