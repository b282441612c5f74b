"""Turns what a reader gives (text, a file, a link) into an Article."""

from dateline.ingest.documents import (
    MAX_FILE_BYTES,
    SUFFIXES,
    article_of,
    draft_of,
    guess_type,
    open_document,
)
from dateline.ingest.draft import Draft
from dateline.ingest.fetch import Document, Fetcher, Limits
from dateline.ingest.language import detect_language
from dateline.ingest.library import read_library, read_text_file
from dateline.ingest.text import decode

__all__ = [
    "MAX_FILE_BYTES",
    "SUFFIXES",
    "Document",
    "Draft",
    "Fetcher",
    "Limits",
    "article_of",
    "decode",
    "detect_language",
    "draft_of",
    "guess_type",
    "open_document",
    "read_library",
    "read_text_file",
]
