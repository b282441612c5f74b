"""Decides which place each accepted name means, over the whole article at once."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.places.entries import How, Kind
from dateline.places.evidence import NATURAL, prior
from dateline.places.gazetteer import Gazetteer, Hit, Record
from dateline.places.lexicon import Lexicon
from dateline.places.neighbours import (
    Name,
    containments,
    distance_km,
    match_divisions,
    match_lists,
    tie,
    tie_demonyms,
)
from dateline.places.recognise import Candidate
from dateline.places.tokens import Tokens

MOST_HITS = 24
"""Places of one name that are weighed against each other."""
MOST_ANCHORS = 16
"""Other names of the article that a place's distance is measured to."""


WIDEST_ANCHOR_KM = 120.0
"""Radius of the widest place that others are drawn to; wider ones count as what holds them."""
DIVISIONS = frozenset((Kind.PROVINCE, Kind.DISTRICT))
NAMESAKE = 1.5
"""What a city or division loses in the country of its own name: "Mexico" is the country."""
ARTICLE = 2.5
"""What an article before a name adds to the kinds of places that take one."""
BARE_WATER = 3.0
"""What a water loses that is named without the article that its language gives waters."""
INSIDE = 1.5
"""What "dans la" adds to a department that shares its name with a river."""
TOWN_FIRST = 1.5
"""What a division loses to the town that gave it its name, where no noun tells of either."""
LEAD = 0.5
"""By how much the town leads where the division has its name from a list of exonyms, since such
lists often give the town's name for the division ("Lviv")."""
WITHIN_KM = 25.0
PART = 1.0
"""How much less a town may weigh than a division that is named after it."""
NEAREST = 4.5
"""The most that the nearness of the article's other places adds."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a name, with the score of every rival, best first."""

    hit: Hit
    confidence: float
    reason: str
    rivals: tuple[tuple[Hit, float], ...]


def resolve(
    accepted: Sequence[Candidate], tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer
) -> list[Choice]:
    """The choice for each accepted candidate, in their order."""
    pairs = containments(accepted, tokens)
    context = _Context(accepted, lexicon)
    names: dict[str, Name] = {}
    for found in accepted:
        if found.demonym is not None:
            continue
        name = names.get(found.key)
        if name is None:
            names[found.key] = _name(found, context, lexicon, gazetteer)
        else:
            name.count += 1
    match_lists(accepted, tokens, names)
    match_divisions(list(names.values()), gazetteer)
    tied = tie(pairs, names, gazetteer)
    tie_demonyms(accepted, tokens, lexicon, names, tied)
    for name in names.values():
        name.best = max(range(len(name.scores)), key=name.scores.__getitem__)
    for _ in range(2):
        _draw_together(list(names.values()))
    return [
        Choice(found.hits[0], 0.95, f"{found.hits[0].record.name} by its demonym", ())
        if found.demonym is not None
        else _choice(names[found.key], tied.get(id(found)))
        for found in accepted
    ]


def _name(found: Candidate, context: _Context, lexicon: Lexicon, gazetteer: Gazetteer) -> Name:
    hits = found.hits
    if len(hits) > MOST_HITS:
        hits = tuple(
            hit
            for place, hit in enumerate(hits)
            if place < MOST_HITS or context.supports(hit.record, found.key, gazetteer)
        )[: 3 * MOST_HITS]
    scores, reasons = [], []
    towns: dict[int, int] = {}
    namesakes = {hit.record.country for hit in hits if _is_country(hit, lexicon)}
    for place, hit in enumerate(hits):
        bonus, reason = context.bonus(hit.record, found.key, gazetteer)
        if hit.record.kind is not Kind.COUNTRY and hit.record.country in namesakes:
            bonus, reason = -NAMESAKE, ""
        bonus += _article_bonus(found, hit, lexicon)
        if not found.told and hit.record.kind in DIVISIONS:
            town = _chief_town(hit, hits, lexicon)
            if town is not None:
                lead = prior(hit, lexicon) - prior(hits[town], lexicon)
                by_list = hit.how is How.EXONYM
                bonus -= max(TOWN_FIRST, lead + LEAD if by_list else 0.0)
                if by_list:
                    towns[place] = town
        scores.append(prior(hit, lexicon) + bonus)
        reasons.append(reason)
    return Name(found.key, 1, scores, hits, reasons, towns=towns)


def _article_bonus(found: Candidate, hit: Hit, lexicon: Lexicon) -> float:
    """What the article before a name, or its lack, tells for a place of this kind.

    French gives its departments an article as it does its rivers: "dans la Drôme".
    """
    kind = hit.record.kind
    if found.in_town and kind in DIVISIONS:
        return -ARTICLE
    if lexicon.code == "en" or not lexicon.determiners:
        return ARTICLE if found.determined and kind in NATURAL else 0.0
    if not found.determined:
        return -BARE_WATER if kind is Kind.WATER and found.bare else 0.0
    if kind in DIVISIONS and lexicon.code == "fr":
        return ARTICLE + INSIDE if found.inside else 0.0
    return ARTICLE if kind in NATURAL else 0.0


def _chief_town(division: Hit, hits: Sequence[Hit], lexicon: Lexicon) -> int | None:
    """The town of the division's name that is a good part of it, as Groningen is of its own."""
    towns = [
        place
        for place, hit in enumerate(hits)
        if hit.record.kind is Kind.TOWN
        and hit.record.weight > division.record.weight - PART
        and hit.record.country == division.record.country
        and distance_km(division.record, hit.record) < division.record.radius_km + WITHIN_KM
    ]
    return max(towns, key=lambda place: prior(hits[place], lexicon), default=None)


def _is_country(hit: Hit, lexicon: Lexicon) -> bool:
    """Whether the article's language calls a country so."""
    called = not hit.languages or not lexicon.bit or bool(hit.languages & lexicon.bit)
    return hit.record.kind is Kind.COUNTRY and called


class _Context:
    """Which countries and divisions the article names outright, and by which names."""

    def __init__(self, accepted: Iterable[Candidate], lexicon: Lexicon) -> None:
        self.countries: Counter[str] = Counter()
        self.by_key: dict[str, Counter[str]] = defaultdict(Counter)
        self.divisions: dict[tuple[int, int], set[str]] = defaultdict(set)
        for found in accepted:
            record = found.hits[0].record
            if found.demonym is not None:
                self._count(found.demonym, found.key, 1)
                continue
            for at, hit in enumerate(found.hits[:MOST_HITS]):
                if hit.record.kind in DIVISIONS and (at < 4 or hit.how is How.MAIN):
                    self.divisions[hit.record.id].add(found.key)
            if record.kind is Kind.COUNTRY:
                self._count(record.country, found.key, 3)
            elif record.kind is not Kind.TOWN or record.weight >= 5 or len(found.hits) == 1:
                self._count(record.country, found.key, 1)
        self.total = sum(self.countries.values())
        self.home = lexicon.home

    def _count(self, country: str | None, key: str, times: int) -> None:
        if country:
            self.countries[country] += times
            self.by_key[key][country] += times

    def share(self, country: str | None, key: str) -> float:
        """The country's part of all that names a country, without the name ``key`` itself."""
        if not country:
            return 0.0
        own = self.by_key[key] if key in self.by_key else Counter()
        return (self.countries[country] - own[country]) / (self.total - own.total() + 1.0)

    def bonus(self, record: Record, key: str, gazetteer: Gazetteer) -> tuple[float, str]:
        """What the article's countries and divisions add to a place's score, and why."""
        value, reason = 0.0, ""
        if record.country and record.kind is not Kind.COUNTRY:
            share = self.share(record.country, key)
            value += 2.4 * math.sqrt(share)
            if share > 0.1:
                reason = "its country is named in the article"
            if record.country in self.home:
                value += 0.5
        parent = gazetteer.parent(record)
        while parent is not None:
            if self.divisions.get(parent.id, set()) - {key}:
                return value + 2.0, f"{parent.name} is named in the article"
            parent = gazetteer.parent(parent)
        return value, reason

    def supports(self, record: Record, key: str, gazetteer: Gazetteer) -> bool:
        """Whether the article names the place's country or a division that holds it."""
        if self.share(record.country, key) > 0:
            return True
        parent = gazetteer.parent(record)
        return parent is not None and bool(self.divisions.get(parent.id, set()) - {key})


def _draw_together(names: list[Name]) -> None:
    """One round of spatial minimality: places near the article's other places gain."""
    anchors = [
        (name, record, math.cos(math.radians(record.latitude)))
        for name in names
        for record in [name.hits[name.best].record]
        if record.kind is not Kind.CONTINENT and record.radius_km < WIDEST_ANCHOR_KM
    ][:MOST_ANCHORS]
    changes = []
    for name in names:
        if len(name.hits) < 2:
            continue
        top = max(name.scores)
        best, best_score, near = name.best, -math.inf, ""
        for place in range(len(name.hits)):
            if name.scores[place] < top - 5.0:
                continue
            # A division that has its chief town's name from a list is no nearer than that town.
            record = name.hits[name.towns.get(place, place)].record
            score, closest = _closeness(name, record, anchors)
            if name.scores[place] + score > best_score:
                best, best_score, near = place, name.scores[place] + score, closest
        changes.append((name, best, near))
    for name, best, near in changes:
        if best != name.best and near:
            name.reasons[best] = f"near {near}, also named in the article"
        name.best = best


def _closeness(
    name: Name, record: Record, anchors: list[tuple[Name, Record, float]]
) -> tuple[float, str]:
    total, closest, nearest = 0.0, "", math.inf
    for other, anchor, cosine in anchors:
        if other is name:
            continue
        dlat = record.latitude - anchor.latitude
        dlon = (record.longitude - anchor.longitude) * cosine
        squared = dlat * dlat + dlon * dlon
        if squared > 36.0:
            continue
        km = 111.0 * math.sqrt(squared)
        km = max(0.0, km - anchor.radius_km * 0.5)
        total += 0.9 * math.exp(-km / 50.0) + 0.5 * math.exp(-km / 250.0)
        if km < nearest:
            closest, nearest = anchor.name, km
    return min(total, NEAREST), closest if nearest < 150 else ""


def _choice(name: Name, tied: tuple[int, str] | None) -> Choice:
    best = tied[0] if tied else name.best
    order = sorted(range(len(name.hits)), key=lambda place: (place != best, -name.scores[place]))
    top = max(name.scores[best], *name.scores)
    odds = [math.exp(max(-30.0, name.scores[place] - top)) for place in order]
    total = sum(odds)
    reason = tied[1] if tied else name.reasons[best]
    if len(name.hits) == 1:
        reason = "the only place of this name"
    elif not reason:
        reason = "the most prominent place of this name"
    confidence = max(odds[0] / total, 0.5 if len(order) < 3 else 0.34)
    rivals = tuple((name.hits[place], odds[at] / total) for at, place in enumerate(order) if at)
    return Choice(name.hits[best], round(confidence, 3), reason, rivals[:5])
