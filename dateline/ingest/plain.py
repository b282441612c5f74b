"""Plain text and Markdown."""

from __future__ import annotations

import codecs
import re

from dateline.ingest.byline import find_byline_date
from dateline.ingest.draft import Draft
from dateline.ingest.text import decode
from dateline.model import Basis

_HEADING = re.compile(r"\A\s*# +(.+?)\s*#*\s*$", re.MULTILINE)


def parse_plain(data: bytes, charset: str | None, url: str | None) -> Draft:
    """The text as it stands; a Markdown heading at the top is its title."""
    text = _decode(data, charset)
    published = find_byline_date(text)
    heading = _HEADING.match(text)
    return Draft(
        text=text,
        title=heading[1] if heading else None,
        published=published,
        published_basis=Basis.BYLINE if published else Basis.UNKNOWN,
        url=url,
    )


def _decode(data: bytes, charset: str | None) -> str:
    if charset:
        try:
            return data.decode(codecs.lookup(charset).name)
        except (LookupError, UnicodeDecodeError):
            pass  # the server was wrong about it, as servers often are
    return decode(data)
