"""Times read inside other times: the last week of March, Monday of last week."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dateline.model import Precision
from dateline.times import recurring
from dateline.times.context import Context, Resolved
from dateline.times.expressions import (
    Calendar,
    Daypart,
    Expression,
    Feast,
    Month,
    Night,
    Nth,
    Part,
    Same,
    Season,
    Shift,
    Weekday,
    Weekend,
)
from dateline.times.feasts import feast_of
from dateline.times.intervals import (
    DAYS,
    MONTHS,
    Interval,
    OutOfCalendar,
    day_of,
    days,
    make_date,
    month_of,
    moved,
    season_of,
    third_of,
    unit_of,
)

FEW_UNITS = 3
DAYPART_VALUES = {
    "dawn": "MO",
    "morning": "MO",
    "noon": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "overnight": "NI",
}
FAR_AHEAD_DAYS, REPORTED_DAYS = 180, 90  # a quarter is reported in the next one
Resolver = Callable[[Expression, Context], Resolved | None]


def nth_time(nth: Nth, context: Context, resolve: Resolver) -> Resolved | None:
    """The nth unit of a time, or None where that has fewer."""
    if nth.base is None:
        if nth.count < 0:
            return None
        return _whole_nth(nth, context)
    whole = resolve(nth.base, context)
    if whole is None or whole.interval.earliest is None or whole.interval.latest is None:
        return None
    start, end = whole.interval.earliest, whole.interval.latest
    found = _few_of(nth, start, end) if nth.several else _counted_in(nth, start, end)
    return Resolved(found, "nth", whole.anchor) if found else None


def _few_of(nth: Nth, start: date, end: date) -> Interval:
    """The first or last few units between two days: three, as far as they reach."""
    if nth.count > 0:
        end = min(end, days(moved(start, nth.unit, FEW_UNITS), -1))
    else:
        start = max(start, moved(days(end, 1), nth.unit, -FEW_UNITS))
    return Interval(start, end, Precision.PART, approximate=True)


def _counted_in(nth: Nth, start: date, end: date) -> Interval | None:
    count = nth.count
    if nth.unit == "halves":
        length = (end.year - start.year) * 12 + end.month - start.month + 1
        if length % 2:
            middle = days(start, 14 if length == 1 else (end - start).days // 2)
            pair = (start, middle) if count == 1 else (days(middle, 1), end)
        else:
            middle_month = month_of(start.year, start.month + length // 2).earliest
            assert middle_month is not None
            pair = (start, days(middle_month, -1)) if count == 1 else (middle_month, end)
        return Interval(*pair, Precision.HALF) if count in (1, 2, -1) else None
    if nth.unit == "weekday" and nth.weekday is not None:
        ahead = (nth.weekday - start.weekday()) % 7
        back = (end.weekday() - nth.weekday) % 7
        day = (
            days(start, ahead + 7 * (count - 1))
            if count > 0
            else days(end, -back + 7 * (count + 1))
        )
        return day_of(day) if start <= day <= end else None
    if nth.unit not in DAYS and nth.unit not in MONTHS:
        return None
    first = unit_of(start, nth.unit)
    if nth.unit in ("week", "weekend") and first.earliest and first.earliest < start and count > 0:
        middle = days(first.earliest, 3) if nth.unit == "week" else first.earliest
        first = first if middle >= start else unit_of(start, nth.unit, 1)
    if count < 0:
        found = unit_of(end, nth.unit, count + 1)
        if nth.unit == "weekend" and found.earliest is not None and found.earliest > end:
            found = unit_of(end, nth.unit, count)
        monday = unit_of(end, "week").earliest
        if nth.unit == "week" and monday is not None and monday > days(end, -3):
            found = unit_of(end, nth.unit, count)  # the last one that is mostly inside
    else:
        assert first.earliest is not None
        found = unit_of(first.earliest, nth.unit, count - 1)
    inside = found.earliest is not None and found.earliest <= end
    return found if inside and found.latest and found.latest >= start else None


def _whole_nth(nth: Nth, context: Context) -> Resolved:
    """A quarter or half without a year: as a month without a year."""

    def make(year: int) -> Interval:
        found = _counted_in(nth, date(year, 1, 1), date(year, 12, 31))
        if found is None:
            raise OutOfCalendar(str(nth.count))
        return found

    found = recurring.yearly(make, None, context)
    start = found.interval.earliest
    if found.resolver == "future" and start and (start - context.published).days > FAR_AHEAD_DAYS:
        before = make(start.year - 1)  # "the fourth quarter's results will be out in February"
        if before.latest and (context.published - before.latest).days <= REPORTED_DAYS:
            return Resolved(before, "past", found.anchor)
    return found


def within(
    inner: Expression, outer: Expression, context: Context, resolve: Resolver
) -> Resolved | None:
    """``inner`` as it falls in ``outer``."""
    whole = resolve(outer, context)
    if whole is None or whole.interval.earliest is None or whole.interval.latest is None:
        return None
    start, end = whole.interval.earliest, whole.interval.latest
    found = inside(inner, start, end, context)
    if found is None and isinstance(inner, Same):
        return whole  # "the same period last year", and no period was told
    return Resolved(found, "within", whole.anchor) if found else None


def inside(inner: Expression, start: date, end: date, context: Context) -> Interval | None:
    """``inner`` read as the one that lies between two days."""
    match inner:
        case Shift(unit, 0, "now"):
            same = moved(context.published, "year", start.year - context.published.year)
            return unit_of(same, unit) if same <= end else None
        case Weekday(target):
            return day_of(days(start, (target - start.weekday()) % 7))
        case Month(month) | Calendar(month=int(month), day=None):
            return month_of(start.year, month)
        case Calendar(month=int(month), day=int(day)):
            return day_of(make_date(start.year, month, day))
        case Season(season):
            return season_of(season, start.year)
        case Feast(name):
            return feast_of(name, start.year)
        case Nth(count, unit, None, weekday):
            return _counted_in(Nth(count, unit, None, weekday), start, end)
        case Weekend():
            return unit_of(start, "weekend")
        case Daypart(part, base) if base is not None:
            based = inside(base, start, end, context)
            if based is None:
                return None
            value = f"{based.value}T{DAYPART_VALUES[part]}"
            return replace(based, precision=Precision.DAYPART, value=value)
        case Night(Weekday() as first, None):
            evening = days(start, (first.weekday - start.weekday()) % 7)
            value = f"{evening.isoformat()}TNI"
            return Interval(evening, days(evening, 1), Precision.NIGHT, value=value)
        case Part(part, base):
            whole_part = inside(base, start, end, context)
            return third_of(whole_part, part) if whole_part else None
        case Same():
            return _same_period(start, context)
        case _:
            return None


def _same_period(start: date, context: Context) -> Interval | None:
    """The period last spoken of, moved into the year that begins on ``start``."""
    if context.then is None:
        return None
    known = context.then.interval
    if known.earliest is None or known.latest is None:
        return None
    distance = (start.year - known.earliest.year) * 12
    for unit in ("year", "quarter", "month"):
        whole = unit_of(known.earliest, unit)
        if (whole.earliest, whole.latest) == (known.earliest, known.latest):
            return unit_of(start.replace(month=known.earliest.month), unit)
    first, last = moved(known.earliest, "month", distance), moved(known.latest, "month", distance)
    return replace(known, earliest=first, latest=last, value=first.isoformat())
