"""What places that an article names beside each other tell of each other."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dateline.places.entries import How, Kind
from dateline.places.gazetteer import Gazetteer, Hit, Record
from dateline.places.lexicon import Lexicon
from dateline.places.recognise import Candidate
from dateline.places.tokens import Tokens

CLOSE = 2.0
"""How far behind its best place a name's other places still speak for a division."""
HELD = 1.5
"""What a division gains that holds what another name of the article can mean."""
MOST_BETWEEN = 3
"""Words between the adjective of a country and a place of it: "the Turkish port city of"."""
LISTED = frozenset((", ", " and ", ", and ", " en ", " und ", " et ", " or ", " & "))


@dataclass(slots=True)
class Name:
    """A name of the article: what it can mean, and the score and reason of each."""

    key: str
    count: int
    scores: list[float]
    hits: tuple[Hit, ...]
    reasons: list[str]
    best: int = 0
    towns: dict[int, int] = field(default_factory=dict)  # of divisions named by lists of exonyms


def containments(
    accepted: Sequence[Candidate], tokens: Tokens
) -> list[tuple[Candidate, Candidate]]:
    """Neighbours written as "X, Y" or "X (Y)", where Y may hold X."""
    pairs = []
    for first, second in pairwise(accepted):
        if second.first == first.last + 1 and first.demonym is None and second.demonym is None:
            gap = tokens.text[tokens.ends[first.last] : tokens.starts[second.first]]
            if gap in (", ", " (", ",\n", " in ", " / ", ", in "):
                pairs.append((first, second))
    return pairs


def holds(outer: Record, inner: Record, gazetteer: Gazetteer) -> bool:
    """Whether ``inner`` lies in ``outer`` by the gazetteer's own hierarchy."""
    if outer.kind is Kind.COUNTRY:
        return inner.country == outer.country and inner.kind is not Kind.COUNTRY
    parent = gazetteer.parent(inner)
    while parent is not None:
        if parent.id == outer.id:
            return True
        parent = gazetteer.parent(parent)
    if outer.kind in (Kind.REGION, Kind.ISLAND) and inner.kind is Kind.TOWN:
        return distance_km(outer, inner) <= outer.radius_km
    return False


def match_lists(accepted: Sequence[Candidate], tokens: Tokens, names: dict[str, Name]) -> None:
    """Raises divisions listed beside divisions of the same country: "Oregon and Washington"."""
    leads = {key: _lead(name) for key, name in names.items()}
    for first, second in pairwise(accepted):
        if first.demonym is not None or second.demonym is not None or first.key == second.key:
            continue
        if tokens.text[tokens.ends[first.last] : tokens.starts[second.first]] not in LISTED:
            continue
        one, other = names[first.key], names[second.key]
        for mine, theirs in ((one, other), (other, one)):
            lead = leads[theirs.key]
            if lead.kind is not Kind.PROVINCE:
                continue
            for place, hit in enumerate(mine.hits[:8]):
                if hit.record.kind is Kind.PROVINCE and hit.record.country == lead.country:
                    mine.scores[place] += 1.5
                    break


def _lead(name: Name) -> Record:
    """What the name means best by itself: "China, Japan" is a list of countries."""
    return name.hits[max(range(len(name.scores)), key=name.scores.__getitem__)].record


def match_divisions(names: list[Name], gazetteer: Gazetteer) -> None:
    """Raises divisions that hold what another name of the article can well mean."""
    holding: dict[tuple[int, int], set[str]] = defaultdict(set)
    for name in names:
        top = max(name.scores)
        for hit, score in zip(name.hits, name.scores, strict=True):
            parent = gazetteer.parent(hit.record)
            if parent is not None and score > top - CLOSE and hit.how is How.MAIN:
                holding[parent.id].add(name.key)
    for name in names:
        for place, hit in enumerate(name.hits):
            if hit.record.kind is Kind.DISTRICT and holding.get(hit.record.id, set()) - {name.key}:
                name.scores[place] += HELD


def tie(
    pairs: Iterable[tuple[Candidate, Candidate]],
    names: dict[str, Name],
    gazetteer: Gazetteer,
) -> dict[int, tuple[int, str]]:
    """Raises the places that lie in the place named right behind them: (index, reason) of each"""
    tied: dict[int, tuple[int, str]] = {}
    for first, second in pairs:
        inner, outer = names[first.key], names[second.key]
        best: tuple[float, int, int] | None = None
        for o, outer_hit in enumerate(outer.hits[:8]):
            if outer_hit.record.kind is Kind.TOWN:
                continue
            listed = outer_hit.record.kind is Kind.COUNTRY and _lead(inner).kind is Kind.COUNTRY
            for i, inner_hit in enumerate(inner.hits):
                if listed and inner_hit.record.kind is not Kind.PROVINCE:
                    continue
                if holds(outer_hit.record, inner_hit.record, gazetteer):
                    value = outer.scores[o] + inner.scores[i]
                    if best is None or value > best[0]:
                        best = (value, i, o)
        if best is not None:
            _, i, o = best
            reason = f"named with {outer.hits[o].record.name}, which holds it"
            tied[id(first)] = (i, reason)
            tied[id(second)] = (o, f"{inner.hits[i].record.name} lies in it")
            inner.scores[i] += 3.0
            inner.reasons[i] = reason
            outer.scores[o] += 2.0
    return tied


def tie_demonyms(
    accepted: Sequence[Candidate],
    tokens: Tokens,
    lexicon: Lexicon,
    names: dict[str, Name],
    tied: dict[int, tuple[int, str]],
) -> None:
    """Raises places of the country whose adjective stands before: "het Noorse Bergen"."""
    for first, second in pairwise(accepted):
        if first.demonym is None or second.demonym is not None or id(second) in tied:
            continue
        if not _describes(first, second, tokens, lexicon):
            continue
        name = names[second.key]
        inside = [
            place
            for place, hit in enumerate(name.hits)
            if hit.record.country == first.demonym and hit.record.kind is not Kind.COUNTRY
        ]
        if inside:
            best = max(inside, key=name.scores.__getitem__)
            reason = f"called {tokens.words[first.first]} in the article"
            tied[id(second)] = (best, reason)
            name.scores[best] += 3.0
            name.reasons[best] = reason


def _describes(first: Candidate, second: Candidate, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether only a noun like "city of" stands between an adjective and a place."""
    between = range(first.last + 1, second.first)
    return (
        len(between) <= MOST_BETWEEN
        and all(tokens.joined(at) for at in range(first.last + 1, second.first + 1))
        and all(tokens.folded[at] in lexicon.describing for at in between)
    )


def distance_km(one: Record, other: Record) -> float:
    """The distance in km between two places, near enough for neighbours."""
    dlat = one.latitude - other.latitude
    dlon = (one.longitude - other.longitude) * math.cos(math.radians(one.latitude))
    return 111.2 * math.hypot(dlat, dlon)
