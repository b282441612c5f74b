"""Word (docx) and OpenDocument (odt) files: zip archives of XML."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

from lxml import etree

from dateline.errors import ParserError
from dateline.ingest.byline import find_byline_date
from dateline.ingest.draft import Draft
from dateline.model import Basis

MAX_UNPACKED_BYTES = 50_000_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CREATED = (
    "{http://purl.org/dc/terms/}created",
    "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}creation-date",
)


def parse_office(data: bytes, charset: str | None, url: str | None) -> Draft:  # noqa: ARG001
    """The paragraphs of a docx or odt file; raises ParserError where it unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            total = sum(entry.file_size for entry in archive.infolist())
            if total > MAX_UNPACKED_BYTES:
                raise ParserError(
                    f"The file unpacks to {total / 1e6:,.0f} MB, expected at most "
                    f"{MAX_UNPACKED_BYTES / 1e6:.0f} MB. Paste the article's text."
                )
            names = set(archive.namelist())
            if "word/document.xml" in names:
                text = _word(_xml(archive, "word/document.xml"))
                about = _xml(archive, "docProps/core.xml") if "docProps/core.xml" in names else None
            elif "content.xml" in names:
                text = _open_document(_xml(archive, "content.xml"))
                about = _xml(archive, "meta.xml") if "meta.xml" in names else None
            else:
                raise ParserError(
                    "The file is a zip archive and neither a docx nor an odt document. "
                    "Unpack it and give the article's own file."
                )
    except (zipfile.BadZipFile, etree.XMLSyntaxError, EOFError, OSError) as error:
        raise ParserError(f"The document is damaged: {error}. Give another copy of it.") from error
    byline = find_byline_date(text)
    created = _created(about)
    basis = Basis.BYLINE if byline else Basis.METADATA if created else Basis.UNKNOWN
    return Draft(text, _title(about), byline or created, basis, None, url)


def _xml(archive: zipfile.ZipFile, name: str) -> Any:
    with archive.open(name) as entry:
        # The directory may lie about sizes, so what is really unpacked is limited as well.
        data = entry.read(MAX_UNPACKED_BYTES + 1)
    if len(data) > MAX_UNPACKED_BYTES:
        raise ParserError("The document unpacks to more than its limit. Paste the article's text.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def _word(root: Any) -> str:
    paragraphs = []
    for paragraph in root.iter(f"{_WORD}p"):
        pieces = []
        for node in paragraph.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br"):
            pieces.append(node.text or "" if node.tag == f"{_WORD}t" else " ")
        paragraphs.append("".join(pieces).strip())
    return "\n\n".join(filter(None, paragraphs))


def _open_document(root: Any) -> str:
    paragraphs = []
    for paragraph in root.iter(f"{_TEXT}h", f"{_TEXT}p"):
        for node in paragraph.iter(f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            node.text = " "
        paragraphs.append("".join(paragraph.itertext()).strip())
    return "\n\n".join(filter(None, paragraphs))


def _title(about: Any) -> str | None:
    title = about.find(f".//{_DC}title") if about is not None else None
    return (title.text or "").strip() or None if title is not None else None


def _created(about: Any) -> date | None:
    if about is None:
        return None
    for tag in _CREATED:
        node = about.find(f".//{tag}")
        if node is not None and node.text:
            try:
                return date.fromisoformat(node.text[:10])
            except ValueError:
                continue
    return None
