# ruff: noqa: E501 (a table reads best with one case a line)
"""Hostile and odd inputs, made in memory: each must give a draft or a named error in its limits."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass

from dateline.errors import (
    ArticleTooLongError,
    DatelineError,
    EmptyArticleError,
    FileUnreadableError,
    NoArticleError,
    NotTextError,
    ParserError,
)
from tests.ingest.makers import archive, docx, eml, odt, pdf, pdf_file, pdf_stream
from tests.ingest.pages import DE, EN, FR, NL, OLD_TABLE, STATIC

Error = type[DatelineError]


@dataclass(frozen=True)
class Case:
    """An input under a file's name; either ``holds`` stands in its text, or one of ``errors``."""

    name: str
    file: str
    data: bytes
    holds: str | None = None
    errors: tuple[Error, ...] = ()
    timeout_s: float = 10.0


TEXT = "\n\n".join(NL)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(12)
)
_QUADRATIC = f'<!DOCTYPE d [<!ENTITY a "{"a" * 200_000}">]>'

_DUTCH = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman")

ENCODINGS = (
    *(Case(f"Dutch in {name}", "a.txt", TEXT.encode(name), TEXT) for name in _DUTCH),
    Case("French in Latin 9", "a.txt", "\n\n".join(FR).replace("’", "'").encode("iso8859-15"), "fermé à"),
    Case("Polish in 1250", "a.txt", "Premier powiedział, że rząd podejmie środki. Łódź żyje.".encode("cp1250"), "środki. Łódź"),
    Case("Russian in KOI8-R", "a.txt", ("Президент заявил во вторник, что меры примут. " * 5).encode("koi8-r"), "во вторник"),
    Case("UTF-8 cut inside a letter", "a.txt", "Het café in Oekraïne heet “Zoë”, zei zé".encode()[:-1], "Oekraïne heet “Zoë”, zei z"),
    Case("UTF-8 with one stray byte", "a.txt", TEXT.encode() + b"\xff", NL[2]),
    Case("UTF-8 that the page calls Latin 1", "a.html", OLD_TABLE.html.encode("utf-8"), DE[1]),
    Case("a charset that does not exist", "a.html", STATIC.html.replace("utf-8", "utf-9000").encode(), DE[1]),
    Case("a charset that is no text encoding", "a.html", STATIC.html.replace("utf-8", "base64").encode(), DE[1]),
)  # fmt: skip

ODD_TEXTS = (
    Case("right to left with direction marks", "a.txt", "\u200fראש הממשלה אמר: \u202b“לא נפסיק”\u202c, וזה הכול.".encode(), "\u202b“לא נפסיק”\u202c"),
    Case("emoji with joiners and tags", "a.txt", "Ze zei: “👩🏽\u200d🚒🏴󠁧󠁢󠁷󠁬󠁳󠁿 klaar” 𝔞𝔟𝔠 🇳🇱".encode(), "👩🏽\u200d🚒🏴󠁧󠁢󠁷󠁬󠁳󠁿 klaar” 𝔞𝔟𝔠 🇳🇱"),
    Case("zero-width spaces, soft hyphens and byte order marks inside", "a.txt", "Bach\u200bmoet, Ka\u00adzan en \ufeffLviv vielen.".encode(), "Bach\u200bmoet, Ka\u00adzan en \ufeffLviv"),
    Case("decomposed accents", "a.txt", "Le pre\u0301sident a e\u0301te\u0301 e\u0301lu.".encode(), "pre\u0301sident a e\u0301te\u0301"),
    Case("CRLF, lone CR and form feeds", "a.txt", b"Eerste regel.\r\n\r\nTweede\rregel.\n\x0cDerde.", "Eerste regel.\n\nTweede\nregel.\n\x0cDerde."),
    Case("unpaired and nested quotation marks", "a.txt", "“Hij zei: ‘ze zei: “kom””, zei „«‹Jan".encode(), "“Hij zei: ‘ze zei: “kom””, zei „«‹Jan"),
    Case("100 kB on one line", "a.txt", (NL[1] * 600).encode()[:100_000], NL[1]),
    Case("100 kB of quotation marks", "a.txt", b'"' * 100_000 + b"a", '""""a'),
    Case("100 kB of one word", "a.txt", b"Z" * 100_000, "ZZZZ"),
    Case("100 kB of digits and dots", "a.txt", b"1.1/" * 25_000 + b" mei", "1.1/"),
    Case("50,000 lines", "a.txt", b"Ja.\n" * 49_000, "Ja.\nJa."),
    Case("paragraphs given twice", "a.txt", f"{TEXT}\n\n{TEXT}".encode(), f"{TEXT}\n\n{TEXT}"),
    Case("a thousand combining marks on one letter", "a.txt", ("Za" + "\u0301" * 1000 + "lgo sprak.").encode(), "lgo sprak."),
    Case("a table of tabs", "a.txt", b"plaats\tdoden\nKazan\t3\n", "Kazan\t3"),
    Case("half of a surrogate pair", "a.txt", b"Hallo \xed\xa0\x80 wereld, caf\xc3\xa9.", "wereld"),
    Case("no letters", "a.txt", "…!? 12 “” 🙂".encode(), errors=(EmptyArticleError,)),
    Case("white space only", "a.txt", b" \n\t\r\n ", errors=(EmptyArticleError,)),
    Case("nothing", "a.html", b"", errors=(EmptyArticleError,)),
    Case("one character too many", "a.txt", b"a" * 200_001, errors=(ArticleTooLongError,)),
    Case("more than 10 MB", "a.txt", b"a" * 10_000_001, errors=(FileUnreadableError,)),
    Case("zero bytes inside", "a.txt", b"Hallo\x00wereld!", errors=(NotTextError,)),
    Case("noise", "a.txt", bytes(range(256)) * 40, errors=(NotTextError,)),
)  # fmt: skip

WRONG_NAMES = (
    Case("HTML called txt", "a.txt", STATIC.html.encode(), DE[1]),
    Case("text called HTML", "a.html", TEXT.encode(), "geen enkel risico"),
    Case("text called PDF", "a.pdf", TEXT.encode(), TEXT),
    Case("PDF called docx", "a.docx", pdf([EN]), "harbour master Ruth Adeyemi"),
    Case("docx called odt", "a.odt", docx(NL), TEXT),
    Case("docx called txt", "a.txt", docx(NL), TEXT),
    Case("a message called txt", "a.txt", eml(TEXT), "geen enkel risico"),
    Case("a picture called HTML", "a.html", b"\x89PNG\r\n\x1a\n" + bytes(500), errors=(NotTextError,)),
    Case("gzip", "a.txt", gzip.compress(TEXT.encode()), errors=(NotTextError,)),
    Case("an old Office file", "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), errors=(NotTextError,)),
    Case("a spreadsheet", "a.xlsx", archive(xl__workbook_xml="<x/>"), errors=(NotTextError,)),
    Case("a news feed", "a.xml", b"<?xml version='1.0'?><rss><channel><title>Nieuws</title></channel></rss>", errors=(NotTextError,)),
)  # fmt: skip

TRUNCATED = (
    Case("HTML cut inside a tag", "a.html", STATIC.html.encode()[:-400], DE[0][:80]),
    Case("PDF cut in the middle", "a.pdf", pdf([EN, EN])[:1200], errors=(ParserError, NoArticleError)),
    Case("PDF of its first line", "a.pdf", b"%PDF-1.7\n", errors=(ParserError,)),
    Case("docx cut in the middle", "a.docx", docx(NL)[:700], errors=(ParserError,)),
    Case("odt without its text", "a.odt", archive(mimetype="x", content_xml=""), errors=(ParserError,)),
    Case("docx with damaged XML", "a.docx", archive(word__document_xml=f'<w:document xmlns:w="{_W}"><w:p>'), errors=(ParserError,)),
    Case("a message without a body", "a.eml", b"Subject: leeg\nMIME-Version: 1.0\n\n", errors=(EmptyArticleError, NoArticleError)),
    Case("a message whose parts never end", "a.eml", b"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\nDe sluis is dicht, zei hij.", "De sluis is dicht"),
)  # fmt: skip


def _nested_mail(depth: int) -> bytes:
    lines = []
    for level in range(depth):
        lines.append(f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}")
    return (
        "MIME-Version: 1.0\n" + "\n".join(lines) + "\nContent-Type: text/plain\n\nHallo."
    ).encode()


def _page_tree_that_loops() -> bytes:
    return pdf([EN], kids="2 0 R 2 0 R 4 0 R")


def _page_tree_that_doubles(levels: int = 24) -> bytes:
    nodes = [
        b"<< /Type /Pages /Count %d /Kids [%d 0 R %d 0 R] >>" % (2 ** (levels - n), 3 + n, 3 + n)
        for n in range(levels)
    ]
    leaf = b"<< /Type /Page /MediaBox [0 0 9 9] >>"
    return pdf_file([b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, leaf])


def _pdf_bomb(megabytes: int) -> bytes:
    twice = zlib.compress(zlib.compress(bytes(megabytes * 1_000_000), 9), 9)
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (
        len(twice),
        twice,
    )
    return pdf_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
            stream,
        ]
    )


_REFUSED = (ParserError, NoArticleError, NotTextError, EmptyArticleError, ArticleTooLongError)

BOMBS = (
    Case("docx that unpacks to 60 MB", "a.docx", archive(word__document_xml=bytes(60_000_000)), errors=(ParserError,)),
    Case("docx of a hundred thousand nested elements", "a.docx", docx(NL, extra="<w:p>" * 100_000 + "</w:p>" * 100_000), errors=(ParserError,)),
    Case("docx with a billion laughs", "a.docx", docx(NL, head=f"<!DOCTYPE d [{_LAUGHS}]>", extra="<w:p><w:r><w:t>&l11;</w:t></w:r></w:p>"), errors=(ParserError,)),
    Case("docx with an entity of another file", "a.docx", docx(NL, head='<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', extra="<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"), errors=(ParserError,)),
    Case("docx with 2,000 copies of a long entity", "a.docx", docx(NL, head=_QUADRATIC, extra=f"<w:p><w:r><w:t>{'&a;' * 2000}</w:t></w:r></w:p>"), errors=(ParserError,)),
    Case("odt of a million paragraphs", "a.odt", odt(["ja"] * 1_000_000), errors=_REFUSED, timeout_s=1.0),
    Case("zip of ten thousand members", "a.docx", archive(**{f"m{n}": "" for n in range(10_000)}), errors=(NotTextError,)),
    Case("html nested 100,000 deep", "a.html", b"<html><body>" + b"<div>" * 100_000 + NL[1].encode(), errors=_REFUSED),
    Case("html of 50,000 attributes", "a.html", b"<html><body><div " + b" ".join(b"a%d=x" % n for n in range(50_000)) + b">" + TEXT.encode(), NL[1]),
    Case("html with a class name of 400 kB", "a.html", b"<html><body><div class='" + b"share- " * 60_000 + b"'><p>" + NL[1].encode() + b"</p></div>", NL[1]),
    Case("html of 418 kB of attributes on many elements", "a.html", b"<html><body>" + b"<p class='article-body post-content social share' id='story-content' data-x='y'>z</p>" * 5_000, errors=_REFUSED),
    Case("html of 100,000 empty elements", "a.html", b"<html><body><article>" + b"<p></p><br>" * 100_000 + b"</article>", errors=_REFUSED, timeout_s=1.0),
    Case("html of 20,000 open links", "a.html", b"<html><body>" + b"<a href=x>" * 20_000 + NL[1].encode(), NL[1]),
    Case("html of 20,000 nested tables", "a.html", b"<html><body>" + b"<table><tr><td>" * 20_000 + NL[1].encode(), errors=_REFUSED),
    Case("html with an entity bomb", "a.html", f"<!DOCTYPE html [{_LAUGHS}]><html><body><p>{NL[1]}</p>&l11;".encode(), NL[1]),
    Case("html with JSON-LD nested 100,000 deep", "a.html", STATIC.html.replace("</head>", f'<script type="application/ld+json">{"[" * 100_000}</script></head>').encode(), DE[1]),
    Case("html with 5,000 scripts of JSON-LD", "a.html", STATIC.html.replace("</head>", '<script type="application/ld+json">{"@graph":[{},{},{}]}</script>' * 5_000 + "</head>").encode(), DE[1]),
    Case("html of 200,000 stray end tags", "a.html", STATIC.html.encode() + b"</p>" * 200_000, DE[1]),
    Case("html of 1 MB of unclosed comments", "a.html", b"<html><body><p>" + NL[1].encode() + b"</p>" + b"<!-- " * 200_000, "geen enkel risico"),
    Case("pdf whose page unpacks to 100 MB", "a.pdf", _pdf_bomb(100), errors=_REFUSED),
    Case("pdf whose page tree holds itself", "a.pdf", _page_tree_that_loops(), errors=_REFUSED),
    Case("pdf whose page tree doubles 24 times", "a.pdf", _page_tree_that_doubles(), errors=_REFUSED),
    Case("pdf of 201 pages", "a.pdf", pdf([["a"]] * 201), errors=(ParserError,)),
    Case("pdf of 5,000 objects that name each other", "a.pdf", pdf_file([b"<< /Type /Catalog /Pages 2 0 R >>", *(b"%d 0 R" % (n + 3) for n in range(5_000)), b"2 0 R"]), errors=_REFUSED),
    Case("pdf without text", "a.pdf", pdf_file([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>", pdf_stream(b"0 0 9 9 re f")]), errors=(NoArticleError,)),
    Case("a message nested 2,000 deep", "a.eml", _nested_mail(2_000), errors=_REFUSED),
    Case("a message of 50,000 header fields", "a.eml", b"Subject: x\nMIME-Version: 1.0\n" + b"X-A: b\n" * 50_000 + b"\nDe sluis is dicht.", "De sluis is dicht."),
    Case("markdown of 100,000 brackets", "a.md", b"[" * 50_000 + b"a" + b"](" * 50_000, "a"),
    Case("markdown of 100,000 stars", "a.md", b"**_" * 30_000 + b"a", "a"),
)  # fmt: skip

ODD = (*ENCODINGS, *ODD_TEXTS, *WRONG_NAMES, *TRUNCATED)
CORPUS = (*ODD, *BOMBS)
