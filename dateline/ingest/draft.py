"""What a parser makes of a document, before a reader has confirmed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model import Basis


@dataclass(frozen=True, slots=True)
class Draft:
    """An article's text with what its document says about it; any field may be corrected."""

    text: str
    title: str | None = None
    published: date | None = None
    published_basis: Basis = Basis.UNKNOWN
    language: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()
