"""Places that the gazetteer lacks and the article itself calls a village, a river or a mountain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import PlaceKind
from dateline.places.gazetteer import Gazetteer
from dateline.places.lexicon import Lexicon
from dateline.places.recognise import Candidate
from dateline.places.tokens import Tokens

LONGEST_RUN = 3


@dataclass(frozen=True, slots=True)
class Unlisted:
    """Words ``first`` to ``last`` that name a place without an entry."""

    first: int
    last: int
    kind: PlaceKind


def unlisted(
    tokens: Tokens, accepted: list[Candidate], lexicon: Lexicon, gazetteer: Gazetteer
) -> list[Unlisted]:
    """The places told by a common noun beside them, and later mentions of the same words."""
    taken = {at for found in accepted for at in range(found.first, found.last + 1)}
    result: list[Unlisted] = _in_lists(tokens, accepted, taken, lexicon, gazetteer)
    for found in result:
        taken.update(range(found.first, found.last + 1))
    names: dict[str, PlaceKind] = {}
    for found in _told(tokens, taken, lexicon):
        if not any(at in taken for at in range(found.first, found.last + 1)):
            result.append(found)
            taken.update(range(found.first, found.last + 1))
            if found.first == found.last:
                names[tokens.words[found.first]] = found.kind
    if names:
        for at, word in enumerate(tokens.words):
            if at not in taken and word in names and not _in_run(tokens, at):
                result.append(Unlisted(at, at, names[word]))
    return result


def _in_lists(
    tokens: Tokens,
    accepted: list[Candidate],
    taken: set[int],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
) -> list[Unlisted]:
    """Words that only a list of places can hold: "to Mull, Iona or Vorsay"."""
    result = []
    for found in accepted:
        before = tokens.folded[found.first - 1] if found.first else ""
        if found.demonym is not None or not (
            before in lexicon.locatives or before in lexicon.nouns_before
        ):
            continue
        at, gap = found.last + 1, ", "
        while at < len(tokens) and (step := _next_in_list(tokens, at, lexicon)) is not None:
            at, gap = step
            if at in taken:
                while at in taken:
                    at += 1
            elif gap == ", " or _is_known_word(tokens.folded[at], gazetteer):
                break
            else:
                result.append(Unlisted(at, at, PlaceKind.CITY))
                at += 1
    return result


def _next_in_list(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """The next member of the list whose last member stops right before ``at``, and its joint."""
    gap = tokens.gap(at)
    if gap == ", " and tokens.capital[at]:
        return at, gap
    if gap in (" ", ", ") and tokens.folded[at] in lexicon.conjunctions and at + 1 < len(tokens):
        after = at + 2
        alone = after >= len(tokens) or not tokens.capital[after] or tokens.gap(after) != " "
        if tokens.gap(at + 1) == " " and tokens.capital[at + 1] and alone:
            return at + 1, tokens.folded[at]
    return None


def _is_known_word(key: str, gazetteer: Gazetteer) -> bool:
    """Whether the word is common, or somebody's name."""
    return gazetteer.zipf(key) is not None or gazetteer.people(key) > 0


def _in_run(tokens: Tokens, at: int) -> bool:
    """Whether a capitalised word stands directly beside this one."""
    before = at > 0 and tokens.capital[at - 1] and tokens.gap(at) == " "
    after = at + 1 < len(tokens) and tokens.capital[at + 1] and tokens.gap(at + 1) == " "
    return (before and not tokens.starts_sentence(at - 1)) or after


def _told(tokens: Tokens, taken: set[int], lexicon: Lexicon) -> Iterator[Unlisted]:
    at, size = 0, len(tokens)
    while at < size:
        if not tokens.capital[at] or at in taken:
            at += 1
            continue
        last = _run(tokens, at, taken)
        found = _by_tail(tokens, at, last, lexicon) or _by_head(tokens, at, last, lexicon)
        found = found or _by_settlement(tokens, at, last, lexicon)
        if found is None:
            at += 1
        else:
            yield found
            at = found.last + 1


def _run(tokens: Tokens, at: int, taken: set[int]) -> int:
    last = at
    while (
        last + 1 < len(tokens)
        and last - at < LONGEST_RUN
        and tokens.joined(last + 1)
        and tokens.capital[last + 1]
        and last + 1 not in taken
    ):
        last += 1
    return last


def _by_tail(tokens: Tokens, at: int, last: int, lexicon: Lexicon) -> Unlisted | None:
    """ "Kerio River", "Kinburn-Halbinsel", "Greifswalder Bodden"."""
    if last == at or tokens.starts_sentence(at):
        return None
    for end in range(last, at, -1):
        key = tokens.fold(end)
        water = key in lexicon.water_tails
        if (water or key in lexicon.land_tails) and _is_free(tokens, end):
            return Unlisted(at, end, PlaceKind.WATER if water else PlaceKind.REGION)
    return None


def _by_head(tokens: Tokens, at: int, last: int, lexicon: Lexicon) -> Unlisted | None:
    """ "Lake Naivasha", "Firth of Lorn", "mer d'Iroise", "col du Granon"."""
    for heads, kind in (
        (lexicon.water_heads, PlaceKind.WATER),
        (lexicon.land_heads, PlaceKind.REGION),
    ):
        if last > at and tokens.fold(at) in heads and _is_free(tokens, at + 1):
            return Unlisted(at, at + 1, kind)
        for length in (2, 1):
            first = at - length
            if first < 0 or not all(tokens.joined(place) for place in range(first + 1, at + 1)):
                continue
            if " ".join(tokens.fold(place) for place in range(first, at)) in heads:
                return Unlisted(first, at, kind) if _is_free(tokens, at) else None
    return None


def _by_settlement(tokens: Tokens, at: int, last: int, lexicon: Lexicon) -> Unlisted | None:
    """ "het dorp Plasmolen", "the village of Skála", "im Ortsteil Gorndorf"."""
    if tokens.gap(at) not in (" ", "'", "’") or tokens.words[at].isupper():
        return None
    for length in (2, 1):
        first = at - length
        if first < 0 or tokens.starts_sentence(at):
            continue
        if " ".join(tokens.fold(place) for place in range(first, at)) in lexicon.settlements:
            return Unlisted(at, last, PlaceKind.CITY)
    return None


def _is_free(tokens: Tokens, end: int) -> bool:
    """Whether the name stops here: no "River Street", no "Lake News"."""
    after = end + 1
    return not (after < len(tokens) and tokens.capital[after] and tokens.gap(after) in (" ", "-"))
