"""A small pattern language over word classes, compiled to regular expressions.

A text becomes a string with one character a node (a word, or a phrase already understood), so a
rule is a regular expression over classes: ``"n:NUMBER UNIT AGO"``. Upper-case names are classes,
``name:`` captures the node (or group) that follows, ``( | )``, ``?``, ``*`` mean what they mean in
regular expressions, and ``!NAME`` asserts that no such
node follows, ``&NAME`` that one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_TOKEN = re.compile(r"\s*(?:(?P<label>[a-z]\w*):|(?P<name>[A-Z][A-Z0-9_]*)|(?P<mark>[()|?*!&]))")
NEVER = "(?!)"


class Alphabet:
    """One private-use character for each set of classes that a node can have."""

    def __init__(self) -> None:
        self._characters: dict[frozenset[str], str] = {frozenset(): "x"}

    def character(self, classes: Iterable[str]) -> str:
        """The character of a set of classes; the empty set is ``x``."""
        key = frozenset(classes)
        if key not in self._characters:
            self._characters[key] = chr(0xE000 + len(self._characters))
        return self._characters[key]

    def members(self, name: str) -> str:
        """All characters whose set holds the class, so far."""
        return "".join(char for key, char in self._characters.items() if name in key)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled pattern and the characters that it can begin with."""

    expression: re.Pattern[str]
    first: str


class _Parser:
    def __init__(self, source: str, alphabet: Alphabet, macros: Mapping[str, str]) -> None:
        self.source = source
        self.alphabet = alphabet
        self.macros = macros
        self.tokens = self._tokens(source)
        self.at = 0

    def _tokens(self, source: str) -> list[tuple[str, str]]:
        tokens: list[tuple[str, str]] = []
        position = 0
        while position < len(source):
            match = _TOKEN.match(source, position)
            if match is None:
                raise ValueError(f"Pattern {source!r} is wrong at {source[position:]!r}")
            kind = str(match.lastgroup)
            tokens.append((kind, match.group(kind)))
            position = match.end()
        return tokens

    def peek(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def alternatives(self) -> tuple[str, str, bool]:
        """Regular expression, first characters, and whether it can be empty."""
        parts = [self.sequence()]
        while self.peek() == ("mark", "|"):
            self.at += 1
            parts.append(self.sequence())
        body = "|".join(part[0] for part in parts)
        return body, "".join(part[1] for part in parts), any(part[2] for part in parts)

    def sequence(self) -> tuple[str, str, bool]:
        body, first, empty = "", "", True
        while self.peek()[0] != "end" and self.peek() not in (("mark", "|"), ("mark", ")")):
            piece, begin, can_skip = self.item()
            body += piece
            if empty:
                first += begin
                empty = can_skip
        return body, first, empty

    def item(self) -> tuple[str, str, bool]:
        body, first, empty = self.bare_item()
        if self.peek() in (("mark", "?"), ("mark", "*")):
            body += self.peek()[1]
            self.at += 1
            empty = True
        return body, first, empty

    def bare_item(self) -> tuple[str, str, bool]:
        kind, value = self.peek()
        self.at += 1
        if kind == "label":
            body, first, empty = self.bare_item()
            return f"(?P<{value}>{body})", first, empty
        if (kind, value) == ("mark", "!"):
            body, _, _ = self.item()
            return f"(?!{body})", "", True
        if (kind, value) == ("mark", "&"):
            body, _, _ = self.item()
            return f"(?={body})", "", True
        if (kind, value) == ("mark", "("):
            body, first, empty = self.alternatives()
            if self.peek() != ("mark", ")"):
                raise ValueError(f"Pattern {self.source!r} lacks a closing bracket")
            self.at += 1
            body = f"(?:{body})"
        elif kind == "name" and value in self.macros:
            inner = _Parser(self.macros[value], self.alphabet, self.macros)
            body, first, empty = inner.alternatives()
            body = f"(?:{body})"
        elif kind == "name":
            first, empty = self.alphabet.members(value), False
            body = f"[{first}]" if first else NEVER
        else:
            raise ValueError(f"Pattern {self.source!r} is wrong at {value!r}")
        return body, first, empty


def compile_pattern(source: str, alphabet: Alphabet, macros: Mapping[str, str]) -> Compiled:
    """The pattern for this alphabet; raises ValueError where it is not well formed."""
    parser = _Parser(source, alphabet, macros)
    body, first, empty = parser.alternatives()
    if empty or parser.peek()[0] != "end":
        raise ValueError(f"Pattern {source!r} matches nothing or ends early")
    return Compiled(re.compile(body), first)
