"""Places that the gazetteer lacks and the article itself calls a village, a river or a mountain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import PlaceKind
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


def unlisted(tokens: Tokens, accepted: list[Candidate], lexicon: Lexicon) -> list[Unlisted]:
    """The places told by a common noun beside them, and later mentions of the same words."""
    taken = {at for found in accepted for at in range(found.first, found.last + 1)}
    result: list[Unlisted] = []
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
