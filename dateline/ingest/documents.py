"""From a document of any supported format to an article, in steps that can be shown."""

from __future__ import annotations

import mimetypes
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from dateline.errors import EmptyArticleError, FileUnreadableError, NotTextError, ParserError
from dateline.ingest.draft import Draft
from dateline.ingest.fetch import Document
from dateline.ingest.language import detect_language
from dateline.ingest.sandbox import ParserLimits, parse
from dateline.model import Article, content_id

MAX_FILE_BYTES = 10_000_000
SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".odt", ".eml")

_BY_TYPE = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "message/rfc822": "eml",
}
# Leading bytes of formats that are no articles, told by name rather than as "binary".
_FOREIGN = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "gzip data",
    b"Rar!": "a rar archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\xd0\xcf\x11\xe0": "an old Office file (doc)",
    b"{\\rtf": "an RTF file",
    b"\x7fELF": "a program",
    b"MZ": "a program",
}


def open_document(path: Path) -> Document:
    """The bytes of a file; raises FileUnreadableError."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise FileUnreadableError(
                f"{path} has {size / 1e6:.1f} MB, expected at most {MAX_FILE_BYTES / 1e6:.0f} MB. "
                "Give the part that holds the article."
            )
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadableError(
            f"{path} cannot be read: {error.strerror}. Give the path of a file."
        ) from error
    return Document(data, guess_type(path.name), name=path.name)


def guess_type(name: str) -> str:
    """The media type that a file's name suggests."""
    return mimetypes.guess_type(name)[0] or "text/plain"


def draft_of(document: Document, limits: ParserLimits | None = None) -> Draft:
    """What the document holds, its language detected where it does not say; or an InputError."""
    name = document.name or document.url or "The document"
    if not document.data.strip():
        raise EmptyArticleError(f"{name} is empty. Give a file that holds the article's text.")
    draft = parse(
        document.data,
        format_of(document),
        charset=document.charset,
        url=document.url,
        limits=limits,
    )
    return replace(draft, language=detect_language(draft.text) or draft.language)


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

    Raises NotTextError or ParserError that names a format which cannot be read.
    """
    data, name = document.data, document.name or document.url or "The document"
    head = data[:1024].lstrip()
    for signature, what in _FOREIGN.items():
        if data.startswith(signature):
            raise NotTextError(
                f"{name} is {what}, expected one of {', '.join(SUFFIXES)}. "
                "Convert it, or paste the article's text."
            )
    if head.startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zip_format(data, name)
    lowered = head.lower()
    if lowered.startswith((b"<!doctype html", b"<html")) or b"<body" in lowered:
        return "html"
    return _BY_TYPE.get(document.media_type, "text")


def _zip_format(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile as error:
        raise ParserError(f"{name} is a damaged archive: {error}. Give another copy.") from error
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        return "odt"
    raise NotTextError(
        f"{name} is an archive, expected one of {', '.join(SUFFIXES)}. "
        "Unpack it and give the article's own file."
    )
