"""From a document of any supported format to an article, in steps that can be shown."""

from __future__ import annotations

import mimetypes
import re
import threading
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from dateline.errors import EmptyArticleError, FileUnreadableError, NotTextError, ParserError
from dateline.ingest.byline import find_byline_date
from dateline.ingest.draft import Draft, Note, Step
from dateline.ingest.fetch import Document, Fetcher
from dateline.ingest.language import detect_language, mixes_languages
from dateline.ingest.sandbox import ParserLimits, parse
from dateline.ingest.text import foreign_format, one_line_end, without_surrogates
from dateline.model import Article, Basis, content_id

MAX_FILE_BYTES = 10_000_000
SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".odt", ".eml")

Tell = Callable[[Step], None]

_BY_TYPE = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "message/rfc822": "eml",
    "text/markdown": "md",
}
_HEAD_BYTES = 2_048
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|article)\b", re.IGNORECASE)
_MAIL = re.compile(
    rb"\A(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|From|Date|Subject|X-[\w-]+):",
    re.IGNORECASE,
)
_MAIL_FIELD = re.compile(rb"^(?:MIME-Version|Message-ID|Received|Content-Type):", re.I | re.M)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")


def open_document(path: Path) -> Document:
    """The bytes of a file; raises FileUnreadableError."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)  # also of a device that never ends
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileUnreadableError(
            f"{path} cannot be read: {reason}. Give the path of a file."
        ) from error
    return Document(data, guess_type(path.name), name=str(path))


def guess_type(name: str) -> str:
    """The media type that a file's name suggests."""
    suffix = Path(name).suffix.lower()
    own = {".md": "text/markdown", ".markdown": "text/markdown", ".eml": "message/rfc822"}
    return own.get(suffix) or mimetypes.guess_type(f"name{suffix}")[0] or "text/plain"


def draft_of(
    document: Document,
    limits: ParserLimits | None = None,
    *,
    cancel: threading.Event | None = None,
    tell: Tell = lambda _: None,
) -> Draft:
    """What a document holds, with its title, day and language as far as they can be told.

    Raises a child of InputError, or ReadingCancelledError soon after ``cancel`` is set.
    """
    draft = parse(
        document.data,
        format_of(document),
        charset=document.charset,
        url=document.url,
        limits=limits,
        cancel=cancel,
    )
    return _with_language(draft, tell)


def draft_of_link(
    link: str,
    fetcher: Fetcher | None = None,
    limits: ParserLimits | None = None,
    *,
    cancel: threading.Event | None = None,
    tell: Tell = lambda _: None,
) -> Draft:
    """What the page at a link holds; raises as Fetcher.fetch and draft_of do."""
    document = (fetcher or Fetcher()).fetch(link, cancel)
    tell(Step.FETCHED)
    return draft_of(document, limits, cancel=cancel, tell=tell)


def draft_of_text(text: str, *, tell: Tell = lambda _: None) -> Draft:
    """What a reader pasted; raises EmptyArticleError."""
    if not text.strip():
        raise EmptyArticleError("The text is empty. Paste the text of an article.")
    text = one_line_end(without_surrogates(text))
    published = find_byline_date(text)
    basis = Basis.BYLINE if published else Basis.UNKNOWN
    return _with_language(Draft(text, published=published, published_basis=basis), tell)


def article_of(draft: Draft) -> Article:
    """The article of a draft as it stands."""
    return Article(
        id=content_id("a", draft.text),
        text=draft.text,
        language=draft.language,
        title=draft.title,
        published=draft.published,
        published_basis=draft.published_basis,
        url=draft.url,
    )


def format_of(document: Document) -> str:
    """The format by the document's own first bytes, and only then by its type and name.

    Raises EmptyArticleError, FileUnreadableError, NotTextError or ParserError that names what the
    document is where it cannot be read.
    """
    data, name = document.data, document.name or document.url or "The document"
    if not data.strip():
        raise EmptyArticleError(f"{name} is empty. Give a file that holds the article's text.")
    if len(data) > MAX_FILE_BYTES:
        raise FileUnreadableError(
            f"{name} has more than {MAX_FILE_BYTES / 1e6:.0f} MB. "
            "Give the part that holds the article."
        )
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"%PDF-" in data[:1_024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zip_format(data, name)
    if what := foreign_format(data):
        raise NotTextError(
            f"{name} is {what}, expected one of {', '.join(SUFFIXES)}. "
            "Convert it, or paste the article's text."
        )
    by_type = _BY_TYPE.get(document.media_type, "text")
    if _MAIL.match(head) and (by_type == "eml" or _MAIL_FIELD.search(head)):
        return "eml"
    if head.startswith(b"<") and _FEED.search(head):
        raise NotTextError(
            f"{name} is a news feed, expected one article. Open one there and give its link."
        )
    return "html" if head.startswith(b"<") and _HTML.search(head) else by_type


def _zip_format(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ParserError(f"{name} is a damaged archive: {error}. Give another copy.") from error
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        return "odt"
    raise NotTextError(
        f"{name} is an archive, expected one of {', '.join(SUFFIXES)}. "
        "Unpack it and give the article's own file."
    )


def _with_language(draft: Draft, tell: Tell) -> Draft:
    tell(Step.TEXT)
    notes = draft.notes
    if mixes_languages(draft.text):
        notes = (*notes, Note.MIXED_LANGUAGES)
    # Pages often keep the language of the program that made them, so the words are asked first.
    language = detect_language(draft.text) or draft.language
    tell(Step.LANGUAGE)
    tell(Step.DATE)
    return replace(draft, language=language, notes=notes)
