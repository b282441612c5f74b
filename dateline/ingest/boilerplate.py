"""Lines that a page puts between an article's paragraphs, by the words of each language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline import languages
from dateline.errors import LanguageFileError

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
        resource = files("dateline.languages").joinpath(code, "ingest.toml")
        if not resource.is_file():
            continue
        try:
            section = tomllib.loads(resource.read_text(encoding="utf-8"))["boilerplate"]
            alone.update(phrase.casefold() for phrase in section["alone"])
            beginnings += (phrase.casefold() for phrase in section["beginnings"])
        except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
            raise LanguageFileError(
                f"Language file {code}/ingest.toml cannot be read: {error}. "
                "Mend the file or reinstall."
            ) from error
    return _Phrases(frozenset(alone), tuple(beginnings))
