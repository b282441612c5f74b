"""Word (docx) and OpenDocument (odt) files: zip archives of XML.

ECMA-376 part 1 (WordprocessingML) and OASIS OpenDocument 1.3, as far as running text goes.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from lxml import etree

from dateline.errors import NotTextError, ParserError
from dateline.ingest.byline import find_byline_date
from dateline.ingest.draft import Draft
from dateline.ingest.metadata import parse_day
from dateline.model import Basis

MAX_UNPACKED_BYTES = 50_000_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CREATED = (
    "{http://purl.org/dc/terms/}created",
    "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}creation-date",
)
_DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    EOFError,
    OSError,
    ValueError,
)
_TITLE_STYLES = ("title", "heading 1")

Paragraph = tuple[str, bool]  # its text, and whether it is styled as a title


def parse_office(data: bytes, charset: str | None, url: str | None) -> Draft:  # noqa: ARG001
    """The paragraphs of a docx or odt file; raises ParserError where it unpacks to too much.

    A title at the top, by its style, is the title and no part of the text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_large(archive)
            paragraphs, about = _read(archive)
    except _DAMAGE as error:
        raise ParserError(f"The document is damaged ({error}). Give another copy of it.") from error
    except (RuntimeError, NotImplementedError) as error:
        raise ParserError(
            f"The document is locked or packed in an unusual way ({error}). "
            "Save it anew, or paste the article's text."
        ) from error
    title = None
    if paragraphs and paragraphs[0][1]:
        title = paragraphs.pop(0)[0]
    text = "\n\n".join(text for text, _ in paragraphs)
    byline = find_byline_date(text)
    created = _created(about)
    basis = Basis.BYLINE if byline else Basis.METADATA if created else Basis.UNKNOWN
    return Draft(text, title or _title(about), byline or created, basis, url=url)


def _refuse_large(archive: zipfile.ZipFile) -> None:
    total = sum(entry.file_size for entry in archive.infolist())
    if total > MAX_UNPACKED_BYTES:
        raise ParserError(
            f"The file unpacks to {total / 1e6:,.0f} MB, expected at most "
            f"{MAX_UNPACKED_BYTES / 1e6:.0f} MB. Paste the article's text."
        )


def _read(archive: zipfile.ZipFile) -> tuple[list[Paragraph], Any]:
    if root := _xml(archive, "word/document.xml"):
        styles = _xml(archive, "word/styles.xml")
        paragraphs = _word(root[0], styles[0] if styles else None)
        about = _xml(archive, "docProps/core.xml")
    elif root := _xml(archive, "content.xml"):
        paragraphs = _open_document(root[0])
        about = _xml(archive, "meta.xml")
    else:
        raise NotTextError(
            "The file is a zip archive and neither a docx nor an odt document. "
            "Unpack it and give the article's own file."
        )
    filled = [(text.strip(), titled) for text, titled in paragraphs if text.strip()]
    return filled, about[0] if about else None


def _xml(archive: zipfile.ZipFile, name: str) -> tuple[Any, ...]:
    """The root element of a member; nothing where there is no such member."""
    if name not in archive.namelist():
        return ()
    with archive.open(name) as entry:
        # The directory may lie about sizes, so what is really unpacked is limited as well.
        data = entry.read(MAX_UNPACKED_BYTES + 1)
    if len(data) > MAX_UNPACKED_BYTES:
        raise ParserError("The document unpacks to more than its limit. Paste the article's text.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError(name) from error
        raise
    if root.getroottree().docinfo.doctype:
        raise ParserError(
            f"The document's {name} declares entities, which no office program writes. "
            "Paste the article's text."
        )
    return (root,)


def _word(root: Any, styles: Any) -> Iterator[Paragraph]:
    names = {
        style.get(f"{_WORD}styleId"): style.find(f"{_WORD}name").get(f"{_WORD}val", "").lower()
        for style in (styles.iter(f"{_WORD}style") if styles is not None else ())
        if style.find(f"{_WORD}name") is not None
    }
    etree.strip_elements(root, _FALLBACK, with_tail=False)  # says the same for older programs
    for paragraph in root.iter(f"{_WORD}p"):
        style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
        name = names.get(style.get(f"{_WORD}val"), "") if style is not None else ""
        yield "".join(_word_pieces(paragraph)), name in _TITLE_STYLES


def _word_pieces(paragraph: Any) -> Iterator[str]:
    own = (f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr", f"{_WORD}noBreakHyphen")
    for node in paragraph.iter(*own):
        if next(node.iterancestors(f"{_WORD}p")) is not paragraph:
            continue  # of a text box, whose paragraphs come by themselves
        if node.tag == f"{_WORD}t":
            yield node.text or ""
        else:
            yield "-" if node.tag == f"{_WORD}noBreakHyphen" else " "


def _open_document(root: Any) -> Iterator[Paragraph]:
    etree.strip_elements(
        root, f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", with_tail=False
    )
    for paragraph in root.iter(f"{_TEXT}h", f"{_TEXT}p"):
        if any(parent.tag in (f"{_TEXT}h", f"{_TEXT}p") for parent in paragraph.iterancestors()):
            continue
        for node in paragraph.iter(f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            node.text = " "
        heading = (
            paragraph.tag == f"{_TEXT}h" and paragraph.get(f"{_TEXT}outline-level", "1") == "1"
        )
        titled = heading or paragraph.get(f"{_TEXT}style-name", "").lower() in _TITLE_STYLES
        yield "".join(_itertext(paragraph)), titled


def _itertext(paragraph: Any) -> Iterable[str]:
    # White space in the file is layout; what the author typed has elements of its own.
    return (" ".join(piece.split("\n")) for piece in paragraph.itertext())


def _title(about: Any) -> str | None:
    title = about.find(f".//{_DC}title") if about is not None else None
    return (title.text or "").strip() or None if title is not None else None


def _created(about: Any) -> date | None:
    for tag in _CREATED if about is not None else ():
        node = about.find(f".//{tag}")
        if node is not None and node.text and (day := parse_day(node.text)):
            return day
    return None
