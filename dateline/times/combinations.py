"""Third and fourth pass: times made of times (parts, clocks on days, nights, ranges)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dateline.times.expressions import (
    About,
    Calendar,
    Clock,
    Counted,
    Daypart,
    Duration,
    Expression,
    Leading,
    Month,
    Night,
    Nth,
    Part,
    Range,
    Rest,
    Same,
    Several,
    Shift,
    Weekday,
    Within,
)
from dateline.times.nodes import Found, Rule

MACROS = {
    "ANYDAY": "(T_DAY | T_WEEKDAY)",
    "LONG": "(T_WEEK | T_MONTH | T_YEAR | T_YEARS | T_SEASON | T_QUARTER | T_WEEKEND)",
    "POINT": "(T_DAY | T_WEEKDAY | T_WEEK | T_WEEKEND | T_MONTH | T_QUARTER | T_SEASON | T_YEAR"
    " | T_YEARS | T_PARTIAL | T_CLOCK | T_DAYTIME)",
    "LINK": "(ON | AT | IN | OF | COMMA | APPROX | UNTIL | SINCE)",
    "PARTOFDAY": "(DAYPART | DAYPART_ADVERB | DAYPART_DEICTIC)",
}


def _inner_day(expression: Expression) -> Expression | None:
    return expression.base if isinstance(expression, Daypart) else expression


def _day_clock(found: Found) -> Expression | None:
    day, clock = found.expression("d"), found.expression("c")
    if not isinstance(clock, Clock) or isinstance(day, Clock):
        return None
    hour = clock.hour
    part = day.part if isinstance(day, Daypart) else "night" if isinstance(day, Night) else ""
    if part in ("afternoon", "evening") and hour < 12:
        hour += 12
    base = _inner_day(day)
    if isinstance(day, Night):
        base = day.first if hour >= 12 or day.last is None else day.last
    return Clock(hour, clock.minute, clock.zone, base)


def _day_part(found: Found) -> Expression | None:
    day = found.expression("d")
    part = found.string("p", "DAYPART", "DAYPART_ADVERB", "DAYPART_DEICTIC")
    return Night(day, None) if part == "night" else Daypart(part, day)


def _day_bare_part(found: Found) -> Expression | None:
    day, part = found.expression("d"), found.expression("x")
    if not isinstance(part, Daypart):
        return None
    if part.part in ("night", "overnight"):
        return Night(day, None)
    return replace(part, base=day, bare=False)


def _clock_part(found: Found) -> Expression | None:
    clock = found.expression("c")
    part = found.string("p", "DAYPART", "DAYPART_ADVERB", "DAYPART_DEICTIC")
    if not isinstance(clock, Clock):
        return None
    hour = clock.hour + 12 if part in ("afternoon", "evening") and clock.hour < 12 else clock.hour
    return Clock(hour, clock.minute, clock.zone, clock.base)


def _part(found: Found) -> Expression | None:
    return Part(found.string("p", "PART"), found.expression("x"))


def _part_of_unit(found: Found) -> Expression | None:
    unit = found.string("u", "UNIT", "FISCAL")
    if unit in ("second", "minute", "hour"):
        return None
    linked = found.end - found.start > 2 or any(
        mark in found.word(found.node("p")) for mark in " '’"
    )
    if not linked:
        return None
    return Part(found.string("p", "PART"), Shift(unit, 0) if unit != "day" else Same("day"))


def _early(found: Found) -> Expression | None:
    return found.expression("d")


def _early_of(found: Found) -> Expression | None:
    """A weekday with its date in brackets is that date."""
    return found.expression("x")


def _nth_of(found: Found) -> Expression | None:
    nth = found.expression("n")
    if not isinstance(nth, Nth) or nth.base is not None:
        return None
    base = found.expression("x") if found.has("x") else Shift(found.string("u", "UNIT"), 0)
    return replace(nth, base=base)


def _within(found: Found) -> Expression | None:
    return Within(found.expression("i"), found.expression("o"))


def _within_shift(found: Found) -> Expression | None:
    """ "Next year January": only a counted year stands before its month."""
    outer, inner = found.expression("o"), found.expression("i")
    running = not isinstance(inner, Shift) or inner == Shift(inner.unit, 0)
    return _within(found) if isinstance(outer, Shift) and running else None


def _several(found: Found) -> Expression | None:
    """Two neighbours in one phrase: "Monday and Tuesday", "2019 and 2020"."""
    first, last = found.expression("a"), found.expression("b")
    return Several(first, last) if _neighbours(first, last) else None


def _neighbours(first: Expression, last: Expression) -> bool:
    match first, last:
        case Weekday(one, None), Weekday(two, None):
            return (two - one) % 7 == 1
        case Month(one, None), Month(two, None):
            return (two - one) % 12 == 1
        case Calendar(int(one), None), Calendar(int(two), None):
            return two - one == 1
        case Shift("day", one, "now"), Shift("day", two, "now"):
            return two - one == 1
        case Shift("day", 0, "now"), Weekday():
            return False
        case Daypart(part, one_day), Daypart(other, two_day) if one_day and two_day:
            return part == other and _neighbours(one_day, two_day)
        case Month(one, None), Calendar(_, int(two), None):
            return (two - one) % 12 == 1
    return False


def _same_period(found: Found) -> Expression | None:
    return Within(Same("period"), found.expression("o"))


def _part_of_day(found: Found) -> Expression | None:
    return Daypart(found.string("d", "DAYPART"))


def _rest(found: Found) -> Expression | None:
    sign = found.integer("r", "REST") if found.has("r") else 1
    if found.has("u"):
        unit = found.string("u", "UNIT")
        return Rest(sign, Shift(unit, 0) if unit != "day" else Same("day"))
    return Rest(sign, found.expression("x"))


def _remainder(found: Found) -> Expression | None:
    if found.has("u"):
        unit = found.string("u", "UNIT")
        base: Expression = Shift(unit, 0) if unit != "day" else Same("day")
    else:
        base = found.expression("x")
    return Rest(2 if found.has("rest") else 0, base)


def _leading(found: Found) -> Expression | None:
    side = found.integer("o", "ORDINAL", "RECENT")
    if side not in (1, -1):
        return None
    if found.has("q"):
        quantity = found.expression("q")
        if not isinstance(quantity, Duration) or not quantity.count or quantity.count > 60:
            return None
        return Leading(quantity.unit, side * int(quantity.count), _whole(found))
    count = found.integer("n", "NUMBER", "INT")
    return Leading(found.string("u", "UNITS"), side * count, _whole(found)) if count else None


def _whole(found: Found) -> Expression:
    """The time named, or the running unit: "of 2022", "of the year"."""
    return found.expression("x") if found.has("x") else Shift(found.string("w", "UNIT"), 0)


def _week_of(found: Found) -> Expression | None:
    """ "The week of June 3": the Monday to Sunday that hold the day."""
    day = found.expression("x")
    if found.string("u", "UNIT") != "week" or not isinstance(day, Calendar):
        return None
    return Counted("week", 0, day)


def _counted_from(found: Found) -> Expression | None:
    quantity = found.expression("q")
    if not isinstance(quantity, Duration) or quantity.count is None:
        return None
    sign = -1 if found.has("before") else 1
    return Counted(quantity.unit, sign * int(quantity.count), found.expression("x"))


def _week_on(found: Found) -> Expression | None:
    """ "A week on Thursday", "two weeks from today"."""
    quantity, day = found.expression("q"), found.expression("x")
    if not isinstance(quantity, Duration) or quantity.unit not in ("week", "fortnight"):
        return None
    if not quantity.count or quantity.count != int(quantity.count) or "FOR" in _before(found):
        return None
    if isinstance(day, Weekday):
        day = replace(day, shift=1)
    return Counted(quantity.unit, int(quantity.count), day)


def _before(found: Found) -> Collection[str]:
    previous = found.before()
    return previous.values if previous else ()


def _day_beside(found: Found) -> Expression | None:
    """ "The day after Christmas", "la veille du 14 juillet"."""
    if found.has("u"):
        unit, count = found.string("u", "UNIT"), -1 if found.has("before") else 1
    else:
        unit, number, _ = found.string("w", "SHIFTWORD", "SHIFTWORD_END").split()
        count = int(number)
    return Counted("day", count, found.expression("x")) if unit == "day" else None


def _this_time(found: Found) -> Expression | None:
    """ "This time last year": about the same day of it; its month, or its week."""
    match found.expression("o"):
        case Shift("year", count, "now"):
            return About(Shift("month", 12 * count))
        case Shift("week", count, "now"):
            return About(Shift("week", count))
    return None


def _night_between(found: Found) -> Expression | None:
    last = found.expression("b")
    if found.has("n"):
        if not isinstance(last, Calendar):
            return None
        first: Expression = Calendar(last.year, last.month, found.integer("n", "DAY", "ORDINAL"))
    else:
        first = found.expression("a")
    return Night(first, last)


def _night_to(found: Found) -> Expression | None:
    return Night(None, found.expression("b"))


def _night_of(found: Found) -> Expression | None:
    day = found.expression("a")
    if isinstance(day, (Several, Range)):
        return Night(day.first, day.last)
    return Night(day, None)


def _range(found: Found) -> Expression | None:
    first, last = found.expression("a"), found.expression("b")
    if isinstance(first, Clock) and first.base is None and not isinstance(last, Clock):
        return None  # "17.45 – Yesterday …" is a stamp and its text
    return Range(first, last)


def _day_range(found: Found) -> Expression | None:
    """A bare day figure before a date with a month: "from the 3rd to 5 March"."""
    last = found.expression("b")
    if not isinstance(last, Calendar) or last.day is None:
        return None
    return Range(Calendar(last.year, last.month, found.integer("n", "DAY", "ORDINAL")), last)


def _about(found: Found) -> Expression | None:
    return About(found.expression("x"))


INNER = (
    Rule("night", "NIGHT (FROM | OF) ART? a:ANYDAY (TO | ON | AND) ART? b:ANYDAY", _night_between),
    Rule("night", "NIGHT (TO | ON) ART? b:ANYDAY", _night_to),
    Rule("night", "NIGHT (FROM | OF) ART? a:(ANYDAY | T_RANGE)", _night_of),
    Rule("daypart-day", "d:ANYDAY (COMMA? IN ART | ON ART | ART | COMMA)? p:PARTOFDAY", _day_part),
    Rule("daypart-day", "p:DAYPART (OF | ON)? ART? d:ANYDAY", _day_part),
    Rule("quarter-year", "i:T_QUARTER (OF | IN)? ART? o:T_YEAR", _within),
    Rule("weekday-week", "i:(T_WEEKDAY | T_DAYTIME) (OF | IN | IN_FUTURE)? ART? o:T_WEEK", _within),
    Rule("weekday-week", "o:T_WEEK (ON | IN)? i:(T_WEEKDAY | T_DAYTIME)", _within),
    Rule(
        "month-year",
        "i:(T_MONTH | T_DAY | T_SEASON | T_WEEKEND) (OF | BEFORE_AGO)? ART? o:T_YEAR",
        _within,
    ),
    Rule("weekend-month", "i:T_WEEKEND OF ART? o:(T_DAY | T_RANGE)", _within),
    Rule(
        "year-month", "o:T_YEAR (ON | IN)? i:(T_MONTH | T_SEASON | T_DAY | T_WEEK)", _within_shift
    ),
)
COMBINED = (
    Rule(
        "night", "NIGHT (FROM | OF) n:(DAY | ORDINAL) DOT? (TO | ON | AND) b:T_DAY", _night_between
    ),
    Rule("clock-day", "d:(ANYDAY | T_DAYTIME) LINK* c:T_CLOCK", _day_clock),
    Rule("clock-day", "c:T_CLOCK (ON | OF | COMMA)* ART? d:(ANYDAY | T_DAYTIME)", _day_clock),
    Rule("clock-day", "c:T_CLOCK (IN | OF)? ART? p:PARTOFDAY", _clock_part),
    Rule("day-early", "EARLY (ON | IN)? ART? d:(ANYDAY | T_DAYTIME)", _early),
    Rule("day-early", "PART (ON | OF)? d:(ANYDAY | T_DAYTIME)", _early),
    Rule("part", "p:PART HYPHEN? (OF | IN)? ART? x:LONG", _part),
    Rule("part", "p:PART OF? ART u:(UNIT | FISCAL)", _part_of_unit),
    Rule("part", "p:PART OF u:(UNIT | FISCAL)", _part_of_unit),
    Rule("part", "p:PART u:(UNIT | FISCAL)", _part_of_unit),
    Rule("date", "T_WEEKDAY OPEN x:T_DAY CLOSE", _early_of),
    Rule("part", "PART OF? ART? d:DAYPART", _part_of_day),
    Rule("nth-of", "n:NTH OF ART? (x:LONG | u:UNIT)", _nth_of),
    Rule("nth-of", "n:NTH x:LONG", _nth_of),
    Rule("half-year", "i:T_PARTIAL (OF | IN)? ART? o:T_YEAR", _within),
    Rule(
        "period-year", "SAME TIME_WORD (OF | IN)? ART? o:(T_YEAR | T_MONTH | T_WEEK)", _same_period
    ),
    Rule("rest", "r:REST (ON | IN | OF)? ART? x:(LONG | ANYDAY | T_DAYTIME)", _rest),
    Rule("rest", "r:REST (ON | IN | OF) ART u:UNIT", _rest),
    Rule(
        "rest",
        "(rest:REMAINDER | COURSE) ART? (x:(LONG | ANYDAY | T_DAYTIME) | u:UNIT)",
        _remainder,
    ),
    Rule("leading", "o:(ORDINAL | RECENT) q:QUANTITY (OF | IN)? ART? x:LONG", _leading),
    Rule("leading", "o:(ORDINAL | RECENT) q:QUANTITY OF ART? w:UNIT", _leading),
    Rule(
        "leading", "n:(NUMBER | INT) o:(ORDINAL | RECENT) u:UNITS (OF | IN)? ART? x:LONG", _leading
    ),
    Rule("leading", "n:(NUMBER | INT) o:(ORDINAL | RECENT) u:UNITS OF ART? w:UNIT", _leading),
    Rule("week-of", "u:UNIT OF ART? x:T_DAY", _week_of),
    Rule("counted", "q:QUANTITY (AFTER | before:BEFORE) ART? x:T_DAY", _counted_from),
    Rule("counted", "q:QUANTITY WEEK_ON x:(T_WEEKDAY | T_DAY)", _week_on),
    Rule("counted", "w:SHIFTWORD OF ART? x:T_DAY", _day_beside),
    Rule("counted", "w:SHIFTWORD_END ART? x:T_DAY", _day_beside),
    Rule("counted", "u:UNIT (AFTER | before:BEFORE) ART? x:T_DAY", _day_beside),
    Rule("daypart-day", "d:ANYDAY (IN | AT | ON)? ART? PART OF? ART? p:DAYPART", _day_part),
    Rule("daypart-day", "d:ANYDAY (IN | AT | ON)? ART? x:T_DAYPART", _day_bare_part),
    Rule("period-year", "THIS TIME_WORD o:(T_YEAR | T_WEEK)", _this_time),
    Rule("period-year", "o:(T_YEAR | T_WEEK) (AT | ON | IN) THIS TIME_WORD", _this_time),
)
RANGES = (
    Rule(
        "range",
        "(FROM | BETWEEN | SINCE)? core:(a:POINT JOIN (AT | IN | ON)? ART? b:POINT)",
        _range,
    ),
    Rule("range", "BETWEEN ART? core:(a:POINT AND ART? b:POINT)", _range),
    Rule("range", "FROM ART? core:(n:(DAY | ORDINAL) DOT? JOIN ART? b:T_DAY)", _day_range),
    Rule("several", "a:POINT AND (ON | IN)? ART? b:POINT", _several),
    Rule("about", "APPROX ART? core:(x:POINT)", _about),
)
