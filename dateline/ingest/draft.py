"""What a parser makes of a document, before a reader has confirmed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.model import Basis


class Step(StrEnum):
    """A part of the way from a link or a file to a draft, told once it is done, in this order."""

    FETCHED = "fetched"
    TEXT = "text"
    LANGUAGE = "language"
    DATE = "date"


class Note(StrEnum):
    """What a reader should check in a draft."""

    CHANGED_LATER = "changed_later"  # only the day of the document's last change is known
    CUT_OFF = "cut_off"  # the document says that its text is for subscribers
    ENCODING_GUESSED = "encoding_guessed"
    MIXED_LANGUAGES = "mixed_languages"


@dataclass(frozen=True, slots=True)
class Draft:
    """An article's text with what its document says about it; any field may be corrected.

    ``text`` has line ends as ``\\n`` and is otherwise as the document has it, never normalised: an
    offset into it is an offset into the article made of it.
    """

    text: str
    title: str | None = None
    published: date | None = None
    published_basis: Basis = Basis.UNKNOWN
    language: str | None = None
    url: str | None = None
    notes: tuple[Note, ...] = ()
