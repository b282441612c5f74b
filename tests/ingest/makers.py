"""Small documents of every format, made in memory."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from email.message import EmailMessage
from xml.sax.saxutils import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def archive(**members: str | bytes) -> bytes:
    """A zip archive; a double underscore in a member's name is a slash, a single one a dot."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "/").replace("_", "."), content)
    return buffer.getvalue()


def docx(
    paragraphs: Sequence[str],
    *,
    title: str | None = None,
    created: str | None = None,
    head: str = "",
    extra: str = "",
) -> bytes:
    """A Word document; ``head`` goes before its root element, ``extra`` into its body as it is."""
    body = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        for text in paragraphs
    )
    if title:
        body = (
            '<w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr>'
            f"<w:r><w:t>{escape(title)}</w:t></w:r></w:p>{body}"
        )
    members: dict[str, str | bytes] = {
        "word__document_xml": f'{head}<w:document xmlns:w="{_WORD}"><w:body>{body}{extra}'
        "</w:body></w:document>",
        "word__styles_xml": f'<w:styles xmlns:w="{_WORD}"><w:style w:type="paragraph" '
        'w:styleId="Kop1"><w:name w:val="heading 1"/></w:style></w:styles>',
    }
    if created:
        members["docProps__core_xml"] = (
            '<c:p xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            ' xmlns:t="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>Document1</dc:title><t:created>{created}</t:created></c:p>"
        )
    return archive(**members)


def odt(paragraphs: Sequence[str], *, title: str | None = None, created: str = "") -> bytes:
    """An OpenDocument text."""
    body = "".join(f"<text:p>{escape(text)}</text:p>" for text in paragraphs)
    if title:
        body = f'<text:h text:outline-level="1">{escape(title)}</text:h>{body}'
    names = f'xmlns:office="{_OPEN}:office:1.0" xmlns:text="{_OPEN}:text:1.0"'
    return archive(
        mimetype="application/vnd.oasis.opendocument.text",
        content_xml=f"<office:document-content {names}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>",
        meta_xml=f'<office:document-meta {names} xmlns:meta="{_OPEN}:meta:1.0"><office:meta>'
        f"<meta:creation-date>{created}</meta:creation-date></office:meta></office:document-meta>",
    )


def pdf(
    pages: Sequence[Sequence[str]], *, created: str = "", title: str = "", kids: str | None = None
) -> bytes:
    """A PDF of pages of lines in Helvetica; ``kids`` replaces the list of its pages."""
    count = len(pages)
    refs = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{refs if kids is None else kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = b" T* ".join(b"(%s) Tj" % _pdf_string(line) for line in lines)
        stream = b"BT /F1 11 Tf 14 TL 60 780 Td " + shown + b" ET"
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number),
            pdf_stream(stream),
        ]
    objects.append(f"<< /CreationDate ({created}) /Title ({title}) >>".encode())
    return pdf_file(objects, info=len(objects))


def pdf_stream(content: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream object."""
    packed = zlib.compress(content)
    return (
        b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n" % (len(packed), entries)
        + packed
        + b"\nendstream"
    )


def pdf_file(objects: Sequence[bytes], info: int | None = None) -> bytes:
    """A PDF of objects numbered from 1, the first of which is its catalogue."""
    data = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    about = b" /Info %d 0 R" % info if info else b""
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R%s >>\n"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            about,
        )
        + b"startxref\n%d\n%%%%EOF\n" % len(data)
    )


def eml(
    text: str | None,
    *,
    html: str | None = None,
    subject: str = "Persbericht",
    sent: str | None = "Fri, 03 May 2024 14:30:00 +0200",
    charset: str = "utf-8",
) -> bytes:
    """An e-mail message."""
    message = EmailMessage()
    message["From"], message["To"] = "pers@haven.example", "redactie@krant.example"
    message["Subject"] = subject
    if sent:
        message["Date"] = sent
    if text is not None:
        message.set_content(text, charset=charset)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def _pdf_string(text: str) -> bytes:
    encoded = text.encode("cp1252", "replace")
    return encoded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
