"""Times: expressions in the article, and the times of claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.model.article import Span


class Precision(StrEnum):
    """How fine a time is; the finest calendar unit that the words themselves give."""

    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "daypart"
    DAY = "day"
    NIGHT = "night"
    WEEKEND = "weekend"
    WEEK = "week"
    PART = "part"  # a third of a month or year: "begin maart", "mid-June", "eind vorig jaar"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"  # both ends given: "van 3 tot 5 maart"
    OPEN = "open"  # one end given: "sinds dinsdag"
    VAGUE = "vague"  # "de afgelopen dagen"
    RELATIVE = "relative"  # hangs on an event or an unknown date


@dataclass(frozen=True, slots=True)
class DayOffsets:
    """A time as whole days from an unknown publication day D, both ends inclusive; 0 is D."""

    earliest: int | None
    latest: int | None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and the interval it denotes.

    ``edtf`` is Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2). All of ``edtf``,
    ``earliest`` and ``latest`` are None where the words do not tell. ``anchor`` names what the
    expression was resolved against: an ISO date, the id of another time, or "D" for an unknown
    publication day; ``relative`` then holds the distance from D. ``rule`` is the recogniser and the
    resolver, for example ``weekday/past``.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool
    anchor: str | None
    rule: str
    relative: DayOffsets | None = None

    @property
    def span(self) -> Span:
        """Where the expression stands in the article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class When:
    """The time of a claim's utterance or event.

    ``inherited`` is the id of the claim it was taken over from, "published" for the publication
    day, or None where the claim's own words give it.
    """

    time: str | None
    edtf: str | None
    earliest: date | None
    latest: date | None
    precision: Precision
    inherited: str | None = None
