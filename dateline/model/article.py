"""An article, and where its words stand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


def content_id(prefix: str, *parts: object) -> str:
    """An id that depends on content alone: the same parts give the same id, in every run."""
    text = "\x1f".join(str(part) for part in parts)
    return f"{prefix}-{hashlib.blake2s(text.encode(), digest_size=5).hexdigest()}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Basis(StrEnum):
    """Where an article's publication date came from."""

    GIVEN = "given"
    METADATA = "metadata"
    BYLINE = "byline"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was published; everything else points into ``text`` by offset."""

    id: str
    text: str
    language: str | None = None
    title: str | None = None
    published: date | None = None
    published_basis: Basis = Basis.UNKNOWN
    url: str | None = None
