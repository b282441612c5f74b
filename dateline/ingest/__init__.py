"""Turns what a reader gives (text, a file, a link) into an Article.

    fetcher = Fetcher()
    document = fetcher.fetch("https://…")             # a link: bytes, type, where it ended
    document = open_document(Path("bericht.docx"))    # a file on disk
    document = Document(upload, guess_type(name), name=name)      # a file that was dropped
    draft = draft_of(document, tell=show_step, cancel=event)      # in a process of its own
    draft = draft_of_text(pasted)                     # text needs no parser
    draft = replace(draft, published=…, published_basis=Basis.GIVEN)  # what the reader corrects
    article = article_of(draft)                       # ready for pipeline.read_article

``draft_of_link(link, …)`` is the first line and the fourth in one. ``tell`` is called with each
Step that is done; setting ``cancel`` (a threading.Event) ends the fetch or kills the parser and
raises ReadingCancelledError. Whatever is wrong with the input is an InputError with its remedy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.ingest.documents import (
        MAX_FILE_BYTES,
        SUFFIXES,
        article_of,
        draft_of,
        draft_of_link,
        draft_of_text,
        guess_type,
        open_document,
    )
    from dateline.ingest.draft import Draft, Note, Step
    from dateline.ingest.fetch import Document, Fetcher, Limits, is_link
    from dateline.ingest.headline import split_headline
    from dateline.ingest.language import detect_language, languages_by_paragraph
    from dateline.ingest.library import read_library, read_text_file
    from dateline.ingest.sandbox import ParserLimits
    from dateline.ingest.text import decode

__all__ = [
    "MAX_FILE_BYTES",
    "SUFFIXES",
    "Document",
    "Draft",
    "Fetcher",
    "Limits",
    "Note",
    "ParserLimits",
    "Step",
    "article_of",
    "decode",
    "detect_language",
    "draft_of",
    "draft_of_link",
    "draft_of_text",
    "guess_type",
    "is_link",
    "languages_by_paragraph",
    "open_document",
    "read_library",
    "read_text_file",
    "split_headline",
]

_HOMES = {
    "documents": (
        "MAX_FILE_BYTES",
        "SUFFIXES",
        "article_of",
        "draft_of",
        "draft_of_link",
        "draft_of_text",
        "guess_type",
        "open_document",
    ),
    "draft": ("Draft", "Note", "Step"),
    "fetch": ("Document", "Fetcher", "Limits", "is_link"),
    "headline": ("split_headline",),
    "language": ("detect_language", "languages_by_paragraph"),
    "library": ("read_library", "read_text_file"),
    "sandbox": ("ParserLimits",),
    "text": ("decode",),
}


def __getattr__(name: str) -> object:
    # Lazy, so that a parser's process starts without the code for links and languages.
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
