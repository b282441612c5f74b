"""An article's words with what their case, gaps and position tell."""

from __future__ import annotations

import re
from functools import cached_property

from dateline.places.names import WORD, fold_word

_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
_ENDS = frozenset(".!?:;…\n\r\t“”\"„«»()[]|•*—–-/‘’'›‹")
JOINTS = frozenset((" ", "-", "'", "’", "\u00a0", "‑", ". ", ".", ".-", ".\u00a0"))
"""What may stand between two words of one name."""
_SHORT = frozenset(("st", "ste", "ft", "mt", "pt", "s", "a", "o", "san", "sta", "sto", "bad"))
"""Abbreviations whose stop ends no sentence."""


class Tokens:
    """Words in order; all lists run in parallel."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        for match in WORD.finditer(text):
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.words.append(match.group())
        if "." in text:
            self._join_initials()
        self.capital = [word[0].isupper() for word in self.words]
        self.folded = [fold_word(word) for word in self.words]
        self._joined = self._joints()

    def _join_initials(self) -> None:
        """Makes one word of "U.S." and "D.C.", the last stop included."""
        spans = [match.span() for match in _INITIALS.finditer(self.text)]
        if not spans:
            return
        starts, ends, words = [], [], []
        at = 0
        for start, end in spans:
            while at < len(self.starts) and self.ends[at] <= start:
                starts.append(self.starts[at])
                ends.append(self.ends[at])
                words.append(self.words[at])
                at += 1
            if at < len(self.starts) and self.starts[at] < start:
                continue  # the first letter belongs to a longer word: "Inc.A."
            starts.append(start)
            ends.append(end)
            words.append(self.text[start:end].replace(".", ""))
            while at < len(self.starts) and self.starts[at] < end:
                at += 1
        starts += self.starts[at:]
        ends += self.ends[at:]
        words += self.words[at:]
        self.starts, self.ends, self.words = starts, ends, words

    def __len__(self) -> int:
        return len(self.words)

    def fold(self, at: int) -> str:
        """The folded word at a position."""
        return self.folded[at]

    def gap(self, at: int) -> str:
        """What stands before the word at ``at``, at most 8 characters of it."""
        start = self.starts[at]
        before = self.ends[at - 1] if at else 0
        return self.text[max(before, start - 8) : start]

    def joined(self, at: int) -> bool:
        """Whether the word at ``at`` can go on a name that the word before it is part of."""
        return at < len(self._joined) and self._joined[at]

    def _joints(self) -> list[bool]:
        text, ends = self.text, self.ends
        joined = []
        end = -1
        for at, start in enumerate(self.starts):
            gap = text[end:start] if at else ""
            end = ends[at]
            if gap == " " or gap == "-":
                joined.append(True)
            elif gap not in JOINTS:
                joined.append(False)
            elif gap[0] == ".":
                joined.append(len(self.words[at - 1]) == 1 or self.folded[at - 1] in _SHORT)
            else:
                joined.append(True)
        return joined

    def starts_sentence(self, at: int) -> bool:
        """Whether the word's capital may be due to its position."""
        if at == 0:
            return True
        gap = self.text[self.ends[at - 1] : self.starts[at]]
        if gap == " " or gap == ", ":
            return False
        if "\n" in gap:
            return True
        stripped = gap.strip(" \u00a0")
        if not stripped or stripped == "-":
            return False
        if stripped == ".":
            return not (len(self.words[at - 1]) == 1 or self.fold(at - 1) in _SHORT)
        return any(char in _ENDS for char in stripped)

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The folded words that the text has in lower case."""
        return frozenset(
            word for word, capital in zip(self.words, self.capital, strict=True) if not capital
        )
