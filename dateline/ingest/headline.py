"""The headline that stands above an article's text."""

from __future__ import annotations

from dateline.ingest.byline import byline_date

_LONGEST = 150  # characters; a standfirst or a paragraph is longer
_FEWEST_WORDS = 3  # a section's name, "Binnenland" or "World news", is shorter
_STOPS = (".", "…", ":", ";", ",", "-", "–", "—")
_CLOSERS = "”“’\"'»)] "


def split_headline(text: str) -> tuple[str | None, str]:
    """A text's headline and the article under it; no headline leaves the text as it is.

    A headline is a short first line that ends without a stop, is no byline, and has a blank line
    and longer text under it.
    """
    first, gap, rest = text.strip().partition("\n")
    line = first.strip()
    article = rest.strip()
    follows = gap and not rest.partition("\n")[0].strip()
    if not follows or len(article) <= len(line) or not _is_headline(line):
        return None, text
    return line, article


def _is_headline(line: str) -> bool:
    return (
        len(line) <= _LONGEST
        and len(line.split()) >= _FEWEST_WORDS
        and not line.rstrip(_CLOSERS).endswith(_STOPS)
        and byline_date(line) is None
    )
