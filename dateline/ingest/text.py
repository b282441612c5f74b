"""Bytes to text."""

from __future__ import annotations

import codecs
import unicodedata

import charset_normalizer

from dateline.errors import NotTextError

# Leading bytes of formats that are no articles, told by name rather than as "binary".
_FOREIGN = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip, docx or odt file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "gzip data",
    b"Rar!": "a rar archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"\xd0\xcf\x11\xe0": "an old Office file (doc)",
    b"{\\rtf": "an RTF file",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
    b"ID3": "a sound recording",
    b"OggS": "a sound recording",
}
_MARKS = (  # longest first: the mark of UTF-16 begins that of UTF-32
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES = 200_000
# What western newsrooms write beside ASCII; the encoding that shows most of it is the right one.
_WESTERN = frozenset(
    "àáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿßÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØŒÙÚÛÜ“”„‘’‚«»–—…€£°·§\xa0\xad"
)
_WESTERN_ENCODINGS = ("cp1252", "mac_roman")  # the usual one first, as it wins a draw
_BY_LANGUAGE = {
    **dict.fromkeys(("pl", "cs", "sk", "hu", "ro", "hr", "sl"), ("cp1250", "iso8859_2")),
    "tr": ("cp1254",),
}


def foreign_format(data: bytes) -> str | None:
    """What ``data`` is by its leading bytes, where that is no format that can be read as text."""
    return next((what for mark, what in _FOREIGN.items() if data.startswith(mark)), None)


def decode(data: bytes, charset: str | None = None) -> str:
    """The text in ``data``, each line ending in ``\\n``.

    Its encoding is told by a byte order mark, UTF-8, ``charset``, or else the bytes' own look.
    CRLF and lone CR become LF, as in Python's own reading of text, so that offsets agree with it.
    Raises NotTextError for binary data.
    """
    return one_line_end(_decode(data, charset))


def one_line_end(text: str) -> str:
    """``text`` with CRLF and lone CR as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def without_surrogates(text: str) -> str:
    """``text`` with lone surrogates, which no encoding can carry, replaced by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def is_guessed(data: bytes, charset: str | None = None) -> bool:
    """Whether nothing but the bytes' look tells their encoding."""
    return not (_marked(data) or _utf8(data) is not None or _try(data, charset) is not None)


def _decode(data: bytes, charset: str | None) -> str:
    if what := foreign_format(data):
        raise NotTextError(f"The file is {what}, expected plain text. Give the article's text.")
    if encoding := _marked(data):
        return data.decode(encoding, errors="replace")
    if encoding := _unmarked_utf16(data):
        return data.decode(encoding, errors="replace")
    if b"\x00" in data:
        raise NotTextError(
            f"The file holds binary data (a zero byte at {data.index(0):,}), expected plain text. "
            "Save the article as UTF-8 text and give that."
        )
    # A server's word is often wrong; text that reads as UTF-8 by chance is not written.
    if (text := _utf8(data)) is not None or (text := _try(data, charset)) is not None:
        return text
    if encoding := _guess(data):
        return data.decode(encoding, errors="replace")
    raise NotTextError(
        "The file is not text in any known encoding. Save the article as UTF-8 text and give that."
    )


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _unmarked_utf16(data: bytes) -> str | None:
    # In UTF-16 the spaces and stops of any script have a zero byte, always on the same side.
    sample = data[: _SAMPLE_BYTES & ~1]
    if len(data) % 2 or not sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even + odd < len(sample) / 20 or min(even, odd) > 0:
        return None
    return "utf-16-le" if odd else "utf-16-be"


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":  # cut inside its last letter
            return data[: error.start].decode("utf-8")
        text = data.decode("utf-8", errors="replace")
    # What got a stray byte on its way is UTF-8 nevertheless.
    bad = text.count("\ufffd")
    good = sum(ord(character) > 127 for character in text) - bad
    return text if good > 10 * bad else None


def _try(data: bytes, encoding: str | None) -> str | None:
    try:
        codec = codecs.lookup(encoding or "")
        # Whoever says Latin 1 or ASCII means Windows 1252 (WHATWG Encoding Standard, 4.2).
        name = "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name
        return data.decode(name)
    except (LookupError, ValueError):  # also of a codec that gives no text, such as "hex"
        return None


def _guess(data: bytes) -> str | None:
    sample = data[:_SAMPLE_BYTES]
    letters = sum(1 for byte in sample if byte > 127 or 65 <= byte <= 90 or 97 <= byte <= 122)
    if sum(byte > 127 for byte in sample) > letters / 2:
        best = charset_normalizer.from_bytes(sample).best()
        return best.encoding if best else None
    if _looks_binary(sample):
        return None
    western = max(_WESTERN_ENCODINGS, key=lambda encoding: _fit(sample, encoding))
    # Lingua needs no accents to tell these languages.
    from dateline.ingest.language import detect_language

    others = _BY_LANGUAGE.get(detect_language(sample.decode("ascii", "ignore")) or "", ())
    return max(others, key=lambda encoding: _letters(sample, encoding)) if others else western


def _looks_binary(sample: bytes) -> bool:
    controls = sum(byte < 32 and byte not in b"\t\n\f\r\x1b" for byte in sample)
    return controls > len(sample) / 100


def _fit(sample: bytes, encoding: str) -> int:
    text = sample.decode(encoding, errors="replace")
    return sum(1 if character in _WESTERN else -1 for character in text if ord(character) > 127)


def _letters(sample: bytes, encoding: str) -> int:
    text = sample.decode(encoding, errors="replace")
    return sum(unicodedata.category(character) in ("Ll", "Lu") for character in text)
