"""How the names of places are folded into keys, the same way when building and when reading."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+|\d+")
"""A word or a number; hyphens, apostrophes and dots part words."""

LANGUAGES = ("nl", "en", "de", "fr")
"""The languages that have a bit of their own in the gazetteer; all others share none."""

LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th"}
)


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """The word in lower case without diacritics."""
    lower = word.lower()
    if lower.isascii():
        return lower
    decomposed = unicodedata.normalize("NFKD", lower.translate(LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def fold(name: str) -> str:
    """The key of a name: its words folded, joined by single spaces."""
    return " ".join(fold_word(word) for word in WORD.findall(join_initials(name)))


_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")


def join_initials(name: str) -> str:
    """The name with the dots of initials taken out: "D.C." is "DC"."""
    if "." not in name:
        return name
    return _INITIALS.sub(lambda match: match.group().replace(".", ""), name)


def is_latin(name: str) -> bool:
    """Whether every letter of the name is a Latin one."""
    return all(not char.isalpha() or "LATIN" in unicodedata.name(char, "") for char in name)
