"""Finds the stretches of an article that may name a place: longest match on the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.places.entries import How, Kind
from dateline.places.gazetteer import Gazetteer, Hit
from dateline.places.lexicon import Lexicon
from dateline.places.tokens import Tokens

LONGEST = 6
"""Words in the longest name that is looked up."""


@dataclass(slots=True)
class Candidate:
    """Words ``first`` to ``last`` (inclusive), the places they can mean, and the evidence so far."""

    first: int
    last: int
    key: str
    hits: tuple[Hit, ...]
    modifier: str | None = None  # a direction that makes a region: "northern Norway"
    core: int = 0  # the first word after the modifier
    score: float = 0.0
    person: bool = False
    demonym: str | None = None
    reasons: list[str] = field(default_factory=list)


def candidates(tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Every longest match, left to right, without overlaps."""
    at, size = 0, len(tokens)
    capital = tokens.capital
    while at < size:
        if not capital[at]:
            found = _lower_case(tokens, at, lexicon, gazetteer)
        else:
            found = _longest(tokens, at, lexicon, gazetteer)
        if found is None:
            at += 1
        else:
            yield found
            at = found.last + 1


def _lower_case(
    tokens: Tokens, at: int, lexicon: Lexicon, gazetteer: Gazetteer
) -> Candidate | None:
    """A name that begins with an article or direction in lower case, or a demonym."""
    word = tokens.words[at]
    if len(word) < 2 and word != "l":
        return None
    if at + 1 < len(tokens) and tokens.capital[at + 1]:
        key = tokens.fold(at)
        if key in lexicon.directions:
            return _modified(tokens, at, lexicon, gazetteer)
        if key in lexicon.articles and tokens.joined(at + 1):
            found = _longest(tokens, at, lexicon, gazetteer)
            return found if found and found.last > at else None
    if len(word) > 3 and lexicon.bit & 12:  # German and French write demonyms in lower case
        hits = demonym_hits(tokens.fold(at), lexicon, gazetteer)
        if hits:
            return Candidate(at, at, tokens.fold(at), hits, demonym=hits[0].record.country)
    return None


def demonym_hits(key: str, lexicon: Lexicon, gazetteer: Gazetteer) -> tuple[Hit, ...]:
    """The countries whose demonym the word is in the article's language."""
    if not gazetteer.knows(key):
        return ()
    return tuple(
        hit
        for hit in gazetteer.hits(key)
        if hit.how is How.DEMONYM and (hit.languages & lexicon.bit or not lexicon.bit)
    )


def _longest(tokens: Tokens, at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Candidate | None:
    stop = at + 1
    limit = min(len(tokens), at + LONGEST)
    while stop < limit and tokens.joined(stop):
        if not tokens.capital[stop] and tokens.fold(stop) not in lexicon.connectors:
            break
        stop += 1
    words = [tokens.fold(place) for place in range(at, stop)]
    for last in range(stop - 1, at - 1, -1):
        if not tokens.capital[last]:
            continue
        key = " ".join(words[: last - at + 1])
        if gazetteer.knows(key):
            found = _candidate(at, last, key, lexicon, gazetteer)
            if found:
                return found
    if words[0] in lexicon.directions:
        return _modified(tokens, at, lexicon, gazetteer)
    return _inflected(tokens, at, lexicon, gazetteer)


def _candidate(
    first: int, last: int, key: str, lexicon: Lexicon, gazetteer: Gazetteer
) -> Candidate | None:
    hits = gazetteer.hits(key)
    demonyms = demonym_hits(key, lexicon, gazetteer) if first == last else ()
    places = tuple(hit for hit in hits if _usable(hit, lexicon))
    if demonyms and not any(hit.record.kind is not Kind.TOWN for hit in places):
        return Candidate(first, last, key, demonyms, core=first, demonym=demonyms[0].record.country)
    return Candidate(first, last, key, places, core=first) if places else None


def _usable(hit: Hit, lexicon: Lexicon) -> bool:
    if hit.how is How.DEMONYM:
        return False
    if hit.how is How.ABBREVIATION and hit.languages:
        return bool(hit.languages & lexicon.bit) or not lexicon.bit
    return True


def _modified(tokens: Tokens, at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Candidate | None:
    """A direction before a country, region or town: "northern Norway", "Oost-Oekraïne"."""
    if not tokens.joined(at + 1) or not tokens.capital[at + 1]:
        return None
    if tokens.fold(at + 1) in lexicon.directions:
        return None
    inner = _longest(tokens, at + 1, lexicon, gazetteer)
    if inner is None or inner.modifier or inner.demonym:
        return None
    inner.modifier = lexicon.directions[tokens.fold(at)]
    inner.first = at
    return inner


def _inflected(tokens: Tokens, at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Candidate | None:
    """A name with a genitive ending, or grown together with a direction: "Nordsyrien"."""
    key = tokens.fold(at)
    if lexicon.genitive_s and len(key) > 4 and key[-1] == "s":
        stem = key[:-1]
        if gazetteer.knows(stem):
            found = _candidate(at, at, stem, lexicon, gazetteer)
            if found and not found.demonym:
                return found
    for prefix, direction in lexicon.prefixes.items():
        if key.startswith(prefix) and len(key) > len(prefix) + 3:
            rest = key[len(prefix) :]
            if gazetteer.knows(rest):
                found = _candidate(at, at, rest, lexicon, gazetteer)
                if found and found.hits[0].record.kind >= Kind.PROVINCE:
                    found.modifier = direction
                    return found
    return None
