"""A language's ``places.toml`` as sets that are quick to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.errors import LanguageFileError
from dateline.languages import Language
from dateline.places.names import LANGUAGES, fold

WORD_SETS = (
    "articles", "connectors", "locatives", "nouns_before", "titles", "particles",
    "organisation_before", "organisation_after", "street_words", "compound_heads", "never",
    "organisation_of", "determiners", "contractions", "of", "modifiers", "heads", "links", "parts",
    "inside", "outside", "town_locatives", "conjunctions", "settlements",
    "water_tails", "land_tails", "water_heads", "land_heads",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded words by what they tell of a name beside them."""

    code: str
    bit: int  # the language's bit in the masks of the gazetteer; 0 where it has none
    column: int | None  # the language's column of word frequencies
    genitive_s: bool
    articles: frozenset[str]
    connectors: frozenset[str]
    locatives: frozenset[str]
    nouns_before: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    organisation_before: frozenset[str]
    organisation_of: frozenset[str]  # those whose name goes on with "of", where not all do
    organisation_after: frozenset[str]
    street_words: frozenset[str]
    compound_heads: frozenset[str]
    never: frozenset[str]
    determiners: frozenset[str]  # towns take none: "das Essen" is a meal
    contractions: frozenset[str]  # prepositions that hold an article
    of: frozenset[str]
    modifiers: frozenset[str]  # capitalised words that go before a place without naming anything
    heads: frozenset[str]  # words in lower case that begin a name: "lac Kivu"
    links: frozenset[str]  # between a direction and its place: "nord du Sénégal"
    parts: frozenset[str]  # directions that need such a link
    inside: frozenset[str]  # before a direction that is a part of its place: "dans le nord de"
    outside: frozenset[str]  # before those, where it is not: "à l'est de"
    town_locatives: frozenset[str]  # before towns, never before regions: "à Québec"
    conjunctions: frozenset[str]  # before the last member of a list
    settlements: frozenset[str]
    water_tails: frozenset[str]
    land_tails: frozenset[str]
    water_heads: frozenset[str]
    land_heads: frozenset[str]
    directions: Mapping[str, str]
    prefixes: Mapping[str, str]
    zones: Mapping[str, tuple[str, ...]]
    zone_ends: frozenset[str]  # last words of what can stand before the place of a zone
    describing: frozenset[str]  # between the adjective of a country and its place: "city of"
    starters: frozenset[str]  # all words in lower case that can begin a name
    home: frozenset[str]


def lexicon_of(language: Language | None) -> Lexicon:
    """The lexicon of a language; an empty one where the language has no file for places."""
    return _EMPTY if language is None else _load(language.code, _Hashed(language))


class _Hashed:
    """Carries a language past a cache that needs hashable arguments."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __hash__(self) -> int:
        return hash(self.language.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashed) and other.language is self.language


@cache
def _load(code: str, held: _Hashed) -> Lexicon:
    return _compile(code, held.language.section("places"))


def _compile(code: str, section: Mapping[str, Any]) -> Lexicon:
    try:
        sets = {name: _folded(section.get(name, ())) for name in WORD_SETS}
        zones = {
            name: tuple(sorted(_folded(words), key=lambda phrase: (-len(phrase), phrase)))
            for name, words in section.get("zones", {}).items()
        }
        return Lexicon(
            code=code,
            bit=1 << LANGUAGES.index(code) if code in LANGUAGES else 0,
            column=LANGUAGES.index(code) if code in LANGUAGES else None,
            genitive_s=bool(section.get("genitive_s", False)),
            directions={fold(k): str(v) for k, v in section.get("directions", {}).items()},
            prefixes={fold(k): str(v) for k, v in section.get("prefixes", {}).items()},
            zones=zones,
            zone_ends=frozenset(
                phrase.split()[-1]
                for name in ("after_direction", "near", "around", "skipped")
                for phrase in zones.get(name, ())
            ),
            describing=sets["of"]
            | frozenset(
                word
                for name in ("nouns_before", "settlements")
                for phrase in sets[name]
                for word in phrase.split()
            ),
            starters=sets["articles"] | sets["heads"] | _folded(section.get("directions", ())),
            home=frozenset(map(str, section.get("home", ()))),
            **sets,
        )
    except (AttributeError, TypeError) as error:
        raise LanguageFileError(
            f"Language file {code}/places.toml has a value of the wrong sort ({error}): "
            "expected lists of words. Mend the file or reinstall."
        ) from error


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


_EMPTY = _compile("", {})
