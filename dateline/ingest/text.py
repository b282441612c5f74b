"""Bytes to text."""

from __future__ import annotations

import charset_normalizer

from dateline.errors import NotTextError

# Leading bytes of formats that are often given by mistake.
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip, docx or odt file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "gzip data",
    b"\x7fELF": "a program",
}


def decode(data: bytes) -> str:
    """The text in ``data``: UTF-8, or UTF-16 with its mark, else the most likely encoding.

    Raises NotTextError for binary data.
    """
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise NotTextError(f"The file is {what}, expected plain text. Give the article's text.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data:
        raise NotTextError(
            f"The file holds binary data (a zero byte at {data.index(0):,}), expected plain text. "
            "Save the article as UTF-8 text and give that."
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        best = charset_normalizer.from_bytes(data).best()
        if best is None:
            raise NotTextError(
                f"The file is not text in any known encoding (byte {error.start:,} is not UTF-8). "
                "Save the article as UTF-8 text and give that."
            ) from error
        return str(best)
