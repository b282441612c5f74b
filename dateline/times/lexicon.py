"""The words of a language file as classes and values, ready for the tokeniser.

A table ``[words.<class>]`` maps a value to the words that carry it. A word spelt with a capital
must have one in the text; a word in lower case may have either. Words with a space, a hyphen, an
apostrophe or a full stop are phrases of several tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from dateline.errors import LanguageFileError
from dateline.languages import Language, load
from dateline.times.numerals import number_classes
from dateline.times.pattern import Alphabet

Value = str | int | float | tuple[int, ...]

TOKEN = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?![\w-])"
    r"|\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)(?![\w-])"
    r"|\d+(?:[.,:/]\d+)*(?:[^\W\d_]\w*)?"
    r"|[^\W\d_]\w*"
    r"|\n\s*"
    r"|[^\s\w]|_+"
)
PUNCTUATION = {
    ",": "COMMA",
    ".": "DOT",
    "-": "HYPHEN",
    "–": "HYPHEN",
    "—": "DASH",
    "/": "SLASH",
    "'": "APOS",
    "’": "APOS",
    "‘": "APOS",
    "(": "OPEN",
    ")": "CLOSE",
    "%": "PERCENT",
    "€": "MONEY",
    "$": "MONEY",
    "£": "MONEY",
    ":": "COLON",
    ";": "BREAK",
    "!": "STOP",
    "?": "STOP",
    "…": "STOP",
}


SMALL = frozenset({"MONTH", "SEASON", "SEASON_WEAK", "WEEKDAY"})  # told where written small


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word can be: its classes, each with a value, and the character for their set."""

    char: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens after the first of a phrase, in lower case."""

    rest: tuple[str, ...]
    capital: bool
    entry: Entry


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All words of a language, by surface form, and what its numbers look like."""

    alphabet: Alphabet
    words: Mapping[str, Entry]
    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]  # by first and second token
    numbers: Mapping[str, Any]
    past: re.Pattern[str] | None
    participle: re.Pattern[str] | None
    future: re.Pattern[str] | None
    present: re.Pattern[str] | None
    bare_participle: bool  # "arrivé en janvier" alone tells the past
    needs_auxiliary: bool  # a participle tells the past only beside "has" or "is"

    def number(self, surface: str) -> Entry | None:
        """The entry of a token that begins with a digit."""
        return _number(surface, self)

    def entry(self, values: Mapping[str, Value]) -> Entry:
        """An entry with the character of its classes."""
        return Entry(self.alphabet.character(values), values)


@lru_cache(maxsize=4096)
def _number(surface: str, lexicon: Lexicon) -> Entry | None:
    values = number_classes(surface, lexicon.numbers)
    return lexicon.entry(values) if values else None


@cache
def lexicon_of(code: str) -> Lexicon:
    """The lexicon of the language with an ISO 639-1 code, built once."""
    return build_lexicon(load(code))


def build_lexicon(language: Language) -> Lexicon:
    """The lexicon of a language; raises LanguageFileError where its file is not as expected."""
    section = language.section("times")
    try:
        return _build(section)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LanguageFileError(
            f"Language file {language.code}/times.toml is not as expected: {error!r}. "
            "Compare it with another language's times.toml."
        ) from error


def _build(section: Mapping[str, Any]) -> Lexicon:
    gathered: dict[str, dict[str, Value]] = {}
    for surface, name, value in _listed(section):
        gathered.setdefault(surface, {})[name] = value
    alphabet = Alphabet()
    words: dict[str, Entry] = {}
    phrases: dict[str, dict[str, list[Phrase]]] = {}
    lower = {key: values for key, values in gathered.items() if key[0] == key[0].lower()}
    for surface, values in gathered.items():
        merged = {**lower.get(surface.lower(), {}), **values}
        if surface in lower and not SMALL.isdisjoint(merged):
            merged["SMALL"] = surface
        tokens = TOKEN.findall(surface)
        entry = Entry(alphabet.character(merged), merged)
        if len(tokens) > 1:
            first, second, *more = (plain(token) for token in tokens)
            phrase = Phrase((second, *more), surface[0].isupper(), entry)
            phrases.setdefault(first, {}).setdefault(second, []).append(phrase)
            continue
        forms = {surface, surface.upper()} if len(surface) > 1 else {surface}
        if surface in lower:
            forms.add(surface[:1].upper() + surface[1:])
        for form in forms:
            known = words.get(form)
            both = {**(known.values if known else {}), **merged}
            words[form] = Entry(alphabet.character(both), both)
    for mark, name in PUNCTUATION.items():
        words.setdefault(mark, Entry(alphabet.character([name]), {name: mark}))
    numbers = section["numbers"]
    for sample in _samples():
        alphabet.character(number_classes(sample, numbers))
    for suffix in numbers["suffixes"]:
        for stem in (1, 3, 12, 18, 40, 60, 90, 300, 1990, 2000, 1900, 14, 24, 25):
            alphabet.character(number_classes(f"{stem}{suffix}", numbers))
    tense = section.get("tense", {})
    return Lexicon(
        alphabet=alphabet,
        words=words,
        phrases={
            first: {
                second: tuple(sorted(found, key=lambda p: -len(p.rest)))
                for second, found in seconds.items()
            }
            for first, seconds in phrases.items()
        },
        numbers=numbers,
        past=re.compile(tense["past"]) if "past" in tense else None,
        participle=re.compile(tense["participle"]) if "participle" in tense else None,
        future=re.compile(tense["future"]) if "future" in tense else None,
        present=re.compile(tense["present"]) if "present" in tense else None,
        bare_participle=bool(tense.get("bare_participle")),
        needs_auxiliary="auxiliary" in section["words"],
    )


def plain(token: str) -> str:
    """A token as phrases compare it: in lower case, with a straight apostrophe."""
    return "'" if token in "’‘" else token.lower()


def _samples() -> Iterator[str]:
    """Figures of every shape, so that the rules know each set of classes beforehand."""
    yield from map(str, range(2300))
    for first in (0, 1, 9, 13, 24, 25, 31, 32, 99, 1999):
        for last in ("0", "1", "5", "05", "12", "13", "30", "31", "32", "59", "60", "99", "123"):
            for mark in ".:,/":
                yield f"{first}{mark}{last}"
    yield from (
        "2022/23",
        "2022/2023",
        "1/2/2020",
        "1.2.2020",
        "2020-01-02",
        "1-2-2020",
        "14h30",
        "14u",
        "7pm",
        "7.40pm",
    )


def _listed(section: Mapping[str, Any]) -> Iterator[tuple[str, str, Value]]:
    """Surface form, class and value of every word, the generated compounds included."""
    tables: Mapping[str, Mapping[str, list[str]]] = section["words"]
    for name, table in tables.items():
        for key, surfaces in table.items():
            value = _value(key)
            if not isinstance(surfaces, list):
                raise TypeError(f"words.{name}.{key} is {surfaces!r}, expected a list of words")
            for surface in surfaces:
                yield surface, name.upper(), value
    for prefix in section.get("tense", {}).get("prefixes", ()):
        for name in ("past_verb", "participle"):
            for surface in tables.get(name, {}).get("0", ()):
                yield prefix + surface, name.upper(), 0
    yield from _numerals(tables, section.get("numerals", {}))
    compounds = section.get("compounds", {})
    for unit, suffixes in compounds.get("month_unit", {}).items():
        for month, surfaces in tables["month"].items():
            for surface in surfaces:
                for suffix in suffixes:
                    yield surface + suffix, "MONTH_UNIT", f"{month} {unit}"
    for parts in ("daypart", "weekday_suffix"):
        for key, suffixes in compounds.get(parts, {}).items():
            for weekday, surfaces in tables["weekday"].items():
                for surface in surfaces:
                    for suffix in suffixes:
                        yield surface + suffix, "WEEKDAY_PART", f"{weekday} {key}"


def _numerals(
    tables: Mapping[str, Mapping[str, list[str]]], rule: Mapping[str, Any]
) -> Iterator[tuple[str, str, Value]]:
    """Number words from 21 to 99 after the language's own pattern."""
    numbers = tables["number"]
    for pattern in rule.get("patterns", ()):
        for ten in range(20, 100, 10):
            for tens in numbers.get(str(ten), ()):
                for one in range(1, 10):
                    for ones in rule.get("ones", {}).get(str(one), numbers.get(str(one), ())):
                        surface = pattern.format(ten=tens, one=ones)
                        yield surface, "NUMBER", ten + one


def _value(key: str) -> Value:
    for kind in (int, float):
        try:
            return kind(key)
        except ValueError:
            continue
    return key
