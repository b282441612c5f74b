"""Finds the stretches of an article that may name a place: longest match on the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.places.entries import How, Kind
from dateline.places.gazetteer import Gazetteer, Hit
from dateline.places.lexicon import Lexicon
from dateline.places.tokens import Tokens

LONGEST = 6
"""Words in the longest name that is looked up."""
SHORTEST_NOUN = 5
"""Letters of the shortest word in lower case that a name may end with."""
LONGEST_REMARK = 3
"""Words in the longest river or region in brackets that a name tells itself apart by."""


BEARINGS = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135,
    "south": 180, "southwest": 225, "west": 270, "northwest": 315,
}  # fmt: skip
"""Degrees from north of each direction that a language's file may name."""


@dataclass(slots=True)
class Candidate:
    """Words ``first`` to ``last`` (inclusive), what they can mean, and the evidence so far."""

    first: int
    last: int
    key: str
    hits: tuple[Hit, ...]
    modifier: str | None = None  # a direction that makes a region: "northern Norway"
    core: int = 0  # the first word after the modifier
    score: float = 0.0
    person: bool = False
    barred: bool = False  # what stands around it speaks so clearly that no second hearing helps
    determined: bool = False  # an article stands before it
    inside: bool = False  # "in" stands before that article
    bare: bool = False  # "in" stands before it without an article
    in_town: bool = False  # a preposition that only towns take stands before it
    told: bool = False  # a noun before it says what sort of place it is
    demonym: str | None = None
    end: int | None = None  # where the span stops, if not at its last word


def candidates(tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Every longest match, left to right, without overlaps."""
    at, size = 0, len(tokens)
    capital, folded = tokens.capital, tokens.folded
    every = bool(lexicon.bit & 12)
    while at < size:
        if not capital[at]:
            if not every and folded[at] not in lexicon.starters:
                at += 1
                continue
            found = _lower_case(tokens, at, lexicon, gazetteer)
        else:
            found = _longest(tokens, at, lexicon, gazetteer)
            if folded[at] in lexicon.articles and found is not None:
                found = _past_article(found, tokens, lexicon, gazetteer)
        if found is None:
            at += 1
            continue
        if found.hits:
            yield found
        at = found.last + 1


def _lower_case(
    tokens: Tokens, at: int, lexicon: Lexicon, gazetteer: Gazetteer
) -> Candidate | None:
    """A name that begins with an article or direction in lower case, or a demonym."""
    word = tokens.words[at]
    if len(word) < 2 and word not in ("l", "s", "t"):
        return None
    key = tokens.fold(at)
    if key in lexicon.directions:
        return _modified(tokens, at, lexicon, gazetteer)
    if at + 1 < len(tokens) and tokens.joined(at + 1):
        if key in lexicon.heads:
            found = _longest(tokens, at, lexicon, gazetteer, lower=True)
            if found and found.last > at:
                return found
        elif tokens.capital[at + 1] and key in lexicon.articles:
            found = _longest(tokens, at, lexicon, gazetteer)
            if found and found.last > at and found.hits:
                bare = _longest(tokens, at + 1, lexicon, gazetteer)
                return bare if bare and bare.last >= found.last else found
    if len(word) > 3 and lexicon.bit & 12:  # German and French write demonyms in lower case
        hits = demonym_hits(key, lexicon, gazetteer)
        if hits:
            return Candidate(at, at, key, hits, demonym=_owner(hits))
    return None


def _owner(hits: tuple[Hit, ...]) -> str:
    return hits[0].record.country or ""


def demonym_hits(key: str, lexicon: Lexicon, gazetteer: Gazetteer) -> tuple[Hit, ...]:
    """The countries whose demonym the word is in the article's language."""
    if not gazetteer.knows(key):
        return ()
    return tuple(
        hit
        for hit in gazetteer.hits(key)
        if hit.how is How.DEMONYM and (hit.languages & lexicon.bit or not lexicon.bit)
    )


def _longest(
    tokens: Tokens, at: int, lexicon: Lexicon, gazetteer: Gazetteer, *, lower: bool = False
) -> Candidate | None:
    stop = at + 1
    limit = min(len(tokens), at + LONGEST)
    while stop < limit and tokens.joined(stop):
        if not tokens.capital[stop] and tokens.fold(stop) not in lexicon.connectors:
            break
        stop += 1
    words = [tokens.fold(place) for place in range(at, stop)]
    longer = _told_apart(tokens, at, stop, words, lexicon, gazetteer) or _with_noun(
        tokens, at, stop, words, lexicon, gazetteer
    )
    if longer is not None:
        return longer
    direction = words[0] in lexicon.directions
    for last in range(stop - 1, at - 1, -1):
        if not tokens.capital[last] or (last == at and (direction or lower)):
            continue
        key = " ".join(words[: last - at + 1])
        if gazetteer.knows(key):
            found = _candidate(at, last, key, lexicon, gazetteer)
            if found:
                return _without_article(
                    _without_noun(found, tokens, lexicon, gazetteer), tokens, lexicon, gazetteer
                )
    if direction:
        return _modified(tokens, at, lexicon, gazetteer)
    return None if lower else _inflected(tokens, at, lexicon, gazetteer)


def _told_apart(
    tokens: Tokens, at: int, stop: int, words: list[str], lexicon: Lexicon, gazetteer: Gazetteer
) -> Candidate | None:
    """A name that tells itself from its namesakes: "Halle (Saale)", "Frankfurt/Oder"."""
    text, end = tokens.text, tokens.ends[stop - 1]
    bracket = text.startswith(" (", end)
    if not (bracket or text.startswith("/", end)) or stop >= len(tokens):
        return None
    last = stop
    while bracket and not text.startswith(")", tokens.ends[last]):
        last += 1
        if last == stop + LONGEST_REMARK or not tokens.joined(last):
            return None
    key = " ".join([*words, *tokens.folded[stop : last + 1]])
    if not tokens.capital[stop] or not gazetteer.knows(key):
        return None
    found = _candidate(at, last, key, lexicon, gazetteer)
    if found is not None and bracket:
        found.end = tokens.ends[last] + 1
    return found


def _with_noun(
    tokens: Tokens, at: int, stop: int, words: list[str], lexicon: Lexicon, gazetteer: Gazetteer
) -> Candidate | None:
    """A region or water whose last word is in lower case: "Asie centrale", "Baltic states"."""
    if not tokens.joined(stop) or tokens.capital[stop] or len(tokens.words[stop]) < SHORTEST_NOUN:
        return None
    key = " ".join([*words, tokens.folded[stop]])
    if not gazetteer.knows(key):
        return None
    found = _candidate(at, stop, key, lexicon, gazetteer)
    if found is None or found.demonym is not None or not found.hits:
        return None
    return found if found.hits[0].record.kind >= Kind.REGION else None


def _past_article(
    found: Candidate, tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer
) -> Candidate:
    """What begins behind an article and reaches further: "Le Puy-de-Dôme" is not in Le Puy."""
    if not tokens.joined(found.first + 1) or not tokens.capital[found.first + 1]:
        return found
    bare = _longest(tokens, found.first + 1, lexicon, gazetteer)
    return bare if bare is not None and bare.hits and bare.last > found.last else found


def _without_noun(
    found: Candidate, tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer
) -> Candidate:
    """ "Land Niedersachsen" without its noun, where the rest names the same division."""
    if (
        found.last == found.first
        or not found.hits
        or found.hits[0].record.kind is not Kind.PROVINCE
        or tokens.folded[found.first] not in lexicon.nouns_before
    ):
        return found
    key = found.key.partition(" ")[2]
    if not gazetteer.knows(key):
        return found
    bare = _candidate(found.first + 1, found.last, key, lexicon, gazetteer)
    if bare is None or all(hit.record.id != found.hits[0].record.id for hit in bare.hits):
        return found
    return bare


def _without_article(
    found: Candidate, tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer
) -> Candidate:
    """ "The Philippines" without its article; "The Hague" as it is."""
    if (
        found.last == found.first
        or not found.hits
        or tokens.fold(found.first) not in lexicon.determiners
    ):
        return found
    key = found.key.partition(" ")[2]
    if not gazetteer.knows(key):
        return found
    bare = _candidate(found.first + 1, found.last, key, lexicon, gazetteer)
    if bare is None or not bare.hits:
        return found
    mine, other = found.hits[0], bare.hits[0]
    same = mine.record.id == other.record.id and other.how is not How.ALTERNATE
    return bare if same or other.record.kind >= Kind.REGION else found


def _candidate(
    first: int, last: int, key: str, lexicon: Lexicon, gazetteer: Gazetteer
) -> Candidate | None:
    hits = gazetteer.hits(key)
    if hits[0].how is How.OTHER or any(hit.how is How.OTHER for hit in hits):
        return Candidate(first, last, key, (), core=first)
    demonyms = demonym_hits(key, lexicon, gazetteer)
    places = tuple(hit for hit in hits if usable(hit, lexicon))
    if demonyms and not any(outweighs(hit, lexicon) for hit in places):
        return Candidate(first, last, key, demonyms, core=first, demonym=_owner(demonyms))
    return Candidate(first, last, key, places, core=first) if places else None


def outweighs(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a word is rather this place than a demonym: the article's language calls it so."""
    foreign = hit.how is How.EXONYM and not hit.languages & lexicon.bit
    if hit.record.kind is Kind.DISTRICT:
        return hit.how is How.MAIN
    return hit.record.kind is not Kind.TOWN and not foreign


def is_of_town(hits: tuple[Hit, ...]) -> bool:
    """Whether a name is that of a town, or of a division named after its town: Zug."""
    first = hits[0].record
    return first.kind is Kind.TOWN or (
        first.kind in (Kind.PROVINCE, Kind.DISTRICT)
        and any(
            hit.record.kind is Kind.TOWN
            and (hit.record.layer, hit.record.parent) == (first.layer, first.number)
            for hit in hits[1:]
        )
    )


def stands_in(found: Candidate, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether a preposition of place stands before the name, or before its article."""
    before = found.first - 1
    if before > 0 and tokens.folded[before] in lexicon.determiners:
        before -= 1
    if before < 0 or not all(tokens.joined(at) for at in range(before + 1, found.first + 1)):
        return False
    key = tokens.folded[before]
    return key in lexicon.locatives and key not in lexicon.of


def usable(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a name can mean the place in the article's language."""
    if hit.how is How.DEMONYM:
        return False
    if hit.how is How.ABBREVIATION and hit.languages:
        return bool(hit.languages & lexicon.bit) or not lexicon.bit
    return True


def _modified(tokens: Tokens, at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Candidate | None:
    """A direction before a country, region or town: "northern Norway", "Oost-Oekraïne"."""
    direction, start = _direction(tokens, at, lexicon)
    linked = False
    while start < len(tokens) and start < at + 4 and not tokens.capital[start]:
        if tokens.fold(start) not in lexicon.links or not tokens.joined(start):
            return None
        start += 1
        linked = True
    if start >= len(tokens) or not tokens.joined(start) or not tokens.capital[start]:
        return None
    if tokens.fold(start) in lexicon.directions or (linked and not _is_part(tokens, at, lexicon)):
        return None
    inner = _longest(tokens, start, lexicon, gazetteer)
    if inner is None or inner.modifier or inner.demonym is not None or not inner.hits:
        return inner
    wide = inner.hits[0].record.kind >= Kind.PROVINCE
    if not wide and (linked or not tokens.capital[at]):
        return inner
    inner.modifier = direction
    inner.first = at
    return inner


def _direction(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[str, int]:
    """The direction told at a word, and where what follows it begins: "nord-ouest" is one."""
    first = lexicon.directions[tokens.folded[at]]
    if at + 1 < len(tokens) and tokens.gap(at + 1) == "-":
        second = lexicon.directions.get(tokens.folded[at + 1])
        if second is not None:
            return (first + second if first + second in BEARINGS else second), at + 2
    return first, at + 1


def _is_part(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Whether "north of X" is a part of X here, rather than what lies beyond it."""
    if tokens.fold(at) not in lexicon.parts:
        return False
    if tokens.starts_sentence(at):
        return True
    if tokens.fold(at - 1) not in lexicon.inside:
        return False
    return at < 2 or tokens.fold(at - 2) not in lexicon.outside


def _inflected(tokens: Tokens, at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Candidate | None:
    """A name with a genitive ending, or grown together with a direction: "Nordsyrien"."""
    key = tokens.fold(at)
    if lexicon.genitive_s and len(key) > 4 and key[-1] == "s":
        stem = key[:-1]
        if gazetteer.knows(stem):
            found = _candidate(at, at, stem, lexicon, gazetteer)
            if found and found.hits and found.demonym is None:
                return found
    for prefix, direction in lexicon.prefixes.items():
        if key.startswith(prefix) and len(key) > len(prefix) + 3:
            rest = key[len(prefix) :]
            if gazetteer.knows(rest):
                found = _candidate(at, at, rest, lexicon, gazetteer)
                if found and found.hits and found.hits[0].record.kind >= Kind.PROVINCE:
                    found.modifier = direction
                    return found
    return None
