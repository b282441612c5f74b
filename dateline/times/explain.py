"""How a time was resolved, in pieces that an interface can put into words of any language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.model import Time

RULES = (
    "absolute",  # the words give the calendar date themselves
    "past",  # the last such day, month or season before the anchor: the clause looks back
    "future",  # the first such one after the anchor: the clause looks ahead
    "near",  # no verb tells; the coming day is only days away
    "this",  # the one that holds the anchor
    "last",  # "last", "vorige": one before the anchor
    "next",  # "next", "volgende": one after the anchor
    "narrative",  # the year of the story told around it
    "counted",  # so many units from the anchor
    "few",  # a number of units that the words leave open
    "stretch",  # the units up to, or from, the anchor
    "anaphor",  # counted from, or the same as, the time last spoken of
    "part",  # the beginning, middle or end third
    "nth",  # counted inside another time
    "within",  # one time read inside another
    "rest",  # what is left of a time
    "clock",  # a clock time on the day spoken of
    "daypart",  # a part of the day spoken of
    "range",  # from one time to another
    "several",  # two neighbouring times
    "library",  # read by dateparser, in a language without a file
    "during",  # hangs on an event: while it lasts
    "before",  # hangs on an event: ahead of it
    "after",  # hangs on an event: when it is over
)


class AnchorKind(StrEnum):
    """What a time was counted from."""

    NONE = "none"
    DAY = "day"
    TIME = "time"
    UNKNOWN_DAY = "unknown_day"


@dataclass(frozen=True, slots=True)
class Explanation:
    """The recogniser's and the resolver's names, and the anchor: a day, or the time it was."""

    recogniser: str
    resolver: str
    anchor_kind: AnchorKind
    anchor_day: date | None = None
    anchor_time: Time | None = None


def explain(time: Time, times: Sequence[Time]) -> Explanation:
    """How ``time`` was resolved; ``times`` are those of its article, to find its anchor in.

    >>> explain(monday, times).resolver  # "maandag", told on 14 February 2023 in the past tense
    'past'
    """
    recogniser, _, resolver = time.rule.rpartition("/")
    if time.anchor is None:
        return Explanation(recogniser, resolver, AnchorKind.NONE)
    if time.anchor == "D":
        return Explanation(recogniser, resolver, AnchorKind.UNKNOWN_DAY)
    try:
        day = date.fromisoformat(time.anchor)
    except ValueError:
        known = next((other for other in times if other.id == time.anchor), None)
        return Explanation(recogniser, resolver, AnchorKind.TIME, anchor_time=known)
    return Explanation(recogniser, resolver, AnchorKind.DAY, anchor_day=day)
