"""Turns what a reader gives into an Article."""

from dateline.ingest.library import read_library, read_text_file
from dateline.ingest.text import decode

__all__ = ["decode", "read_library", "read_text_file"]
