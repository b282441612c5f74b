"""Pairs quotation marks, so that each quotation is one token before sentences are split."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.claims.lexicon import Lexicon
from dateline.model import Span

_MARKS = re.compile("[“”„‟\"«»‹›‘’‚']|``|''|\n+")
_SINGLE = frozenset("'‘’‚‹›")
_SINGLE_CLOSE = re.compile(r"(?<=\S)['’‘›‹](?!\w)")
_SINGLE_REACH = 900  # characters within which a single mark must close, or it is an apostrophe
_OPENS_BEFORE = frozenset(" \t\n\r\xa0\u202f([{—–-/:;,.…>")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``span`` with its marks, ``inner`` without."""

    span: Span
    inner: Span
    closed: bool = True


def find_quotes(text: str, lexicon: Lexicon) -> tuple[Quote, ...]:
    """All outermost quotations in order; an unclosed one ends with its paragraph."""
    scanner = _Scanner(text, lexicon.pairs)
    for match in _MARKS.finditer(text):
        scanner.feed(match)
    scanner.finish()
    return tuple(scanner.found)


class _Scanner:
    """One pass over all marks: the open mark, the depth of marks of its own kind, and the rest."""

    def __init__(self, text: str, pairs: Mapping[str, str]) -> None:
        self.text = text
        self.pairs = pairs
        self.found: list[Quote] = []
        self.opened: re.Match[str] | None = None
        self.closers = ""
        self.depth = 0

    def feed(self, match: re.Match[str]) -> None:
        mark = match.group()
        if mark[0] == "\n":
            self._paragraph(match)
        elif self.opened is None:
            if self._opens(match):
                self.opened, self.depth = match, 0
                self.closers = self.pairs[mark]
        elif mark in self.closers and self._closes(match):
            if self.depth:
                self.depth -= 1
            else:
                self._emit(match.start(), match.end(), closed=True)
        elif mark == self.opened.group() and mark not in self.closers and self._opens(match):
            self.depth = min(self.depth + 1, 1)

    def finish(self) -> None:
        if self.opened is not None:
            self._unclosed(len(self.text))

    def _opens(self, match: re.Match[str]) -> bool:
        mark = match.group()
        if mark not in self.pairs:
            return False
        before = self.text[match.start() - 1] if match.start() else " "
        after = self.text[match.end()] if match.end() < len(self.text) else " "
        if mark in "«„‚" and after != "\n":
            return True
        if before not in _OPENS_BEFORE or after.isspace():
            return False
        if mark not in _SINGLE:
            return True
        if after in "stn" and not self.text[match.end() + 1 : match.end() + 2].isalpha():
            return False
        paragraph_end = self.text.find("\n", match.end(), match.end() + _SINGLE_REACH)
        reach = paragraph_end if paragraph_end >= 0 else match.end() + _SINGLE_REACH
        return _SINGLE_CLOSE.search(self.text, match.end() + 1, reach) is not None

    def _closes(self, match: re.Match[str]) -> bool:
        after = self.text[match.end()] if match.end() < len(self.text) else " "
        if match.group() in _SINGLE:
            before = self.text[match.start() - 1]
            return not after.isalnum() and not before.isspace()
        return True

    def _paragraph(self, match: re.Match[str]) -> None:
        """Ends the quotation with its paragraph, unless the next one repeats the opening mark."""
        if self.opened is None:
            return
        follows = self.text[match.end() : match.end() + 1]
        mark = self.opened.group()
        if mark not in _SINGLE and (follows == mark or (mark == "«" and follows == "»")):
            self._emit(match.start(), match.start(), closed=False)
            return
        self._unclosed(match.start())

    def _unclosed(self, end: int) -> None:
        if self.opened is None:
            return
        before = self.text[: self.opened.start()][-1:]
        if self.opened.group() in _SINGLE or before not in ("", "\n", " ", "\xa0"):
            self.opened = None
            return
        self._emit(end, end, closed=False)

    def _emit(self, inner_end: int, end: int, *, closed: bool) -> None:
        if self.opened is None:
            return
        start, inner_start = self.opened.span()
        self.opened = None
        while inner_start < inner_end and self.text[inner_start].isspace():
            inner_start += 1
        while inner_end > inner_start and self.text[inner_end - 1].isspace():
            inner_end -= 1
        if inner_end > inner_start:
            self.found.append(Quote(Span(start, end), Span(inner_start, inner_end), closed))
