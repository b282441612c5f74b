"""Lines that a page puts between an article's paragraphs, by the words of each language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline import languages

_MAX_CHARACTERS = 200
_EDGES = " \t\n\u00a0.:;,!?…-–—*•|>»›→[]()"


@dataclass(frozen=True, slots=True)
class _Phrases:
    alone: frozenset[str]
    beginnings: tuple[str, ...]


def is_boilerplate(block: str) -> bool:
    """Whether a block is such a line: an advertisement's label, a pointer to another article."""
    if len(block) > _MAX_CHARACTERS:
        return False
    folded = block.strip(_EDGES).casefold()
    return folded in _phrases().alone or folded.startswith(_phrases().beginnings)


@cache
def _phrases() -> _Phrases:
    alone: set[str] = set()
    beginnings: list[str] = []
    for code in languages.available():
        section = languages.load(code).section("ingest").get("boilerplate", {})
        alone.update(phrase.casefold() for phrase in section.get("alone", ()))
        beginnings += (phrase.casefold() for phrase in section.get("beginnings", ()))
    return _Phrases(frozenset(alone), tuple(beginnings))
