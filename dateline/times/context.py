"""What is known while the times of one article are resolved, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.model import Precision
from dateline.times.intervals import Interval
from dateline.times.lexicon import Lexicon
from dateline.times.nodes import Node
from dateline.times.recognise import Timex
from dateline.times.tense import FUTURE, PAST, PRESENT, UNTOLD, direction

DAY_LIKE = frozenset({Precision.DAY, Precision.DAYPART, Precision.NIGHT, Precision.MINUTE})
HINT_REACH = 300  # characters over which a narrative keeps its year

__all__ = ["FUTURE", "PAST", "PRESENT", "UNTOLD", "Context", "Resolved"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """An interval, how it was got, and what it was counted from."""

    interval: Interval
    resolver: str
    anchor: str | None


@dataclass
class Context:
    """The publication day and the times already resolved in this text."""

    published: date
    text: str
    nodes: Sequence[Node]
    lexicon: Lexicon
    timex: Timex | None = None
    then: Resolved | None = None
    then_id: str | None = None
    then_end: int = 0
    year: int | None = None
    year_end: int = 0
    year_start: date | None = None  # the day at which that narrative stood
    story: Resolved | None = None
    story_id: str = ""
    night: Interval | None = None
    leans_back: bool = False  # what is told in the past unless a verb says otherwise
    live: bool = False  # a live blog: its paragraphs open with clock times
    bound: str = ""  # "since" or "until" where the word before says so
    _told: dict[int, tuple[str, bool]] = field(default_factory=dict)

    def direction(self) -> str:
        """The direction of the clause around the time in hand; a bound word decides alone."""
        if self.bound in ("since", "origin"):
            return PAST
        if self.bound == "from":
            return PAST if self._clause() == (PAST, True) else FUTURE
        if self.bound in ("until", "by"):
            return UNTOLD if self._clause() == (PAST, True) else FUTURE
        return self._clause()[0]

    def told_by_clause(self) -> bool:
        """Whether the direction comes from the time's own clause, not another of its sentence."""
        return bool(self.bound) or self._clause()[1]

    def _clause(self) -> tuple[str, bool]:
        if self.timex is None:
            return UNTOLD, False
        at = self.timex.index
        if at not in self._told:
            self._told[at] = direction(self.nodes, at, self.text, self.lexicon)
        return self._told[at]

    def hinted_year(self) -> int | None:
        """The year of the narrative that the time in hand stands in, if one was set nearby."""
        if self.year is None or self.timex is None:
            return None
        if self.timex.start - self.year_end > HINT_REACH:
            return None
        if "\n" in self.text[self.year_end : self.timex.start]:
            return None
        return self.year

    def day_of_clock(self, hour: int) -> tuple[date, str]:
        """The day of a clock time that names none: the story's last past day, or today."""
        today = (self.published, self.published.isoformat())
        if self.timex is None or self._opens_line():
            return today
        near, anchor = self.day_spoken_of()
        if near != self.published:
            return self._of_night(near, hour), anchor
        if self.live:
            return today
        if self.direction() in (FUTURE, PRESENT) or self.story is None:
            return today
        day = self.story.interval.earliest or self.published
        return self._of_night(day, hour), self.story_id

    def _of_night(self, day: date, hour: int) -> date:
        """The second day of the night spoken of, for its small hours."""
        if self.night is not None and self.night.earliest == day and hour < 12:
            return self.night.latest or day
        return day

    def _opens_line(self) -> bool:
        """Whether only marks stand before the time on its line, as in a live blog."""
        assert self.timex is not None
        start = self.timex.start
        line = self.text[max(0, start - 40) : start].rpartition("\n")[2]
        return not any(char.isalnum() for char in line)

    def remember_day(self, resolved: Resolved, key: str) -> None:
        """Keep the last day before publication that the story has named."""
        interval = resolved.interval
        if interval.earliest is None or interval.latest is None:
            return
        if interval.latest <= self.published and interval.earliest < self.published:
            if interval.precision is Precision.NIGHT:
                self.night = interval
            if interval.precision in DAY_LIKE:
                self.story, self.story_id = resolved, key

    def day_spoken_of(self) -> tuple[date, str]:
        """The day that a bare clock time belongs to, with its anchor."""
        if self.then is not None and self.timex is not None:
            interval = self.then.interval
            gap = self.text[self.then_end : min(self.timex.start, self.then_end + 200)]
            near = (
                self.timex.start - self.then_end < 200 and "\n" not in gap and gap.count(". ") <= 1
            )
            if near and interval.earliest is not None and interval.earliest == interval.latest:
                return interval.earliest, self.then_id or interval.earliest.isoformat()
        return self.published, self.published.isoformat()
