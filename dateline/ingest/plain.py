"""Plain text: its bytes decoded, and nothing else done to them."""

from __future__ import annotations

from dateline.ingest.byline import find_byline_date
from dateline.ingest.draft import Draft, Note
from dateline.ingest.text import decode, is_guessed
from dateline.model import Basis


def parse_plain(data: bytes, charset: str | None, url: str | None) -> Draft:
    """The text as it stands, and the day that its byline states."""
    text = decode(data, charset)
    published = find_byline_date(text)
    return Draft(
        text=text,
        published=published,
        published_basis=Basis.BYLINE if published else Basis.UNKNOWN,
        url=url,
        notes=(Note.ENCODING_GUESSED,) if is_guessed(data, charset) else (),
    )
