"""What a time expression says, before it is known when: small frozen values that nest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar date, as much of it as the words give; without a year it repeats.

    A day alone ("on the 20th") repeats every month.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """A run of calendar years, both ends inclusive: a decade, a century, a sports season."""

    first: int
    last: int
    unit: str


@dataclass(frozen=True, slots=True)
class Shift:
    """A calendar unit counted from the anchor: yesterday is day -1, next month is month +1.

    ``anchor`` is "now" for the publication day, "then" for the time last spoken of.
    """

    unit: str
    count: int
    anchor: str = "now"
    vague: bool = False
    counted: bool = False  # "a week later", told from the very day; not "the next week"
    condition: str = ""  # holds only in such a clause: future, ahead (or present), told (or past)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A named day of the week; ``shift`` -1 last, 0 this, 1 next, None as the clause tells."""

    weekday: int
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A named month without a year; ``shift`` as for a weekday."""

    month: int
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its number (0 spring … 3 winter), with a year or as the clause tells."""

    season: int
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast by its name in the feast table."""

    name: str
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Weekend:
    """A weekend; ``shift`` as for a weekday."""

    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Daypart:
    """A part of the day of ``base``, or of the day spoken of.

    A ``bare`` one ("am Nachmittag") is one only where a verb tells what happened, or will.
    """

    part: str
    base: Expression | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time of the day of ``base``, or of the day spoken of."""

    hour: int
    minute: int
    zone: str | None = None
    base: Expression | None = None


@dataclass(frozen=True, slots=True)
class Night:
    """The night between two days, or the night that ends on ``last`` or begins on ``first``."""

    first: Expression | None
    last: Expression | None


@dataclass(frozen=True, slots=True)
class Part:
    """The beginning, middle or end third, or the first or second half, of ``base``."""

    part: str
    base: Expression


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth (-1 last) unit within ``base``: the last week of March, the third quarter."""

    count: int
    unit: str
    base: Expression | None
    weekday: int | None = None
    several: bool = False  # "the last weeks of": how many, the text does not tell


@dataclass(frozen=True, slots=True)
class Leading:
    """The first ``count`` units of ``base``, the last if negative: "the first three months of"."""

    unit: str
    count: int
    base: Expression


@dataclass(frozen=True, slots=True)
class Within:
    """``inner`` read inside ``outer``: "Monday of last week", "January last year"."""

    inner: Expression
    outer: Expression


@dataclass(frozen=True, slots=True)
class Stretch:
    """The units just before (sign -1) or after (sign 1) the anchor: "the past days"."""

    unit: str
    count: float | None
    sign: int


@dataclass(frozen=True, slots=True)
class Same:
    """The unit that holds the time last spoken of: "that day", "the same month"."""

    unit: str


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of, or what went before in, ``base``: "later this year"."""

    sign: int
    base: Expression


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both inclusive."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class Several:
    """Two times in one phrase, not a stretch: "3 and 5 March"."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class About:
    """A time that the words call approximate."""

    base: Expression


@dataclass(frozen=True, slots=True)
class Counted:
    """A date counted from another one: "two days after 5 May"."""

    unit: str
    count: int
    base: Expression


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; it has no place on a calendar. ``few`` is a count that is only guessed."""

    unit: str
    count: float | None
    few: float | None = None


@dataclass(frozen=True, slots=True)
class Recurring:
    """A set of times: "every Monday", "annual"."""

    unit: str


@dataclass(frozen=True, slots=True)
class Vague:
    """The past, present or future at large: "now", "recently", "soon"."""

    direction: str


@dataclass(frozen=True, slots=True)
class EventTime:
    """A time that hangs on an event: "during the meeting"."""

    relation: str


Expression = (
    Calendar
    | Years
    | Shift
    | Weekday
    | Month
    | Season
    | Feast
    | Weekend
    | Daypart
    | Clock
    | Night
    | Part
    | Nth
    | Leading
    | Within
    | Stretch
    | Same
    | Rest
    | Range
    | Several
    | About
    | Counted
    | Duration
    | Recurring
    | Vague
    | EventTime
)
