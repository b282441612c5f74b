"""From what an expression says to the days it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dateline.model import Precision
from dateline.times import feasts, nested, ranges, recurring
from dateline.times.context import FUTURE, PAST, PRESENT, Context, Resolved
from dateline.times.expressions import (
    About,
    Calendar,
    Clock,
    Counted,
    Daypart,
    Expression,
    Feast,
    Leading,
    Month,
    Night,
    Nth,
    Part,
    Range,
    Rest,
    Same,
    Season,
    Several,
    Shift,
    Stretch,
    Weekday,
    Weekend,
    Within,
    Years,
)
from dateline.times.intervals import (
    DAYS,
    MONTHS,
    PRECISION,
    Interval,
    day_of,
    days,
    make_date,
    month_of,
    moved,
    season_of,
    third_of,
    unit_of,
    years_of,
)

NOON = 12
NEWS_DAYS = 7  # a part of the day alone is of the news, not of what lies behind it
FEW = {"day": 4, "week": 3, "month": 3, "quarter": 3, "year": 5, "decade": 3, "century": 3}


def resolve(expression: Expression, context: Context) -> Resolved | None:
    """The interval meant, or None where the text does not tell one."""
    match expression:
        case Calendar():
            return _calendar(expression, context)
        case Years(first, last, unit):
            unit = "years" if unit == "season" else unit
            return Resolved(years_of(first, last, unit), "absolute", None)
        case Shift():
            return _shift(expression, context)
        case Weekday(target, shift):
            return recurring.weekday(target, shift, context)
        case Weekend(shift):
            return recurring.weekend(shift, context)
        case Month(month, shift):
            return recurring.yearly(lambda year: month_of(year, month), shift, context)
        case Season(season, year, shift):
            return _season(season, year, shift, context)
        case Feast(name, year, shift):
            return _feast(name, year, shift, context)
        case Daypart(part, base, bare):
            if bare:
                return _bare_daypart(expression, context)
            return _daypart(part, base, context)
        case Clock():
            return _clock(expression, context)
        case Night(first, last):
            return _night(first, last, context)
        case Part(part, base):
            return _of(base, context, lambda whole: third_of(whole, part), "part")
        case Nth():
            return nested.nth_time(expression, context, resolve)
        case Within(inner, outer):
            return nested.within(inner, outer, context, resolve)
        case Stretch(unit, count, sign):
            return _stretch(unit, count, sign, context)
        case Same(unit):
            return _same(unit, context)
        case Rest(sign, base):
            if sign != 2:
                return resolve(base, context)
            return _of(base, context, lambda whole: _remaining(whole, context), "rest")
        case Range() | Several():
            return ranges.span_between(expression, context, resolve)
        case About(base):
            return _of(base, context, lambda whole: replace(whole, approximate=True), "")
        case Leading(unit, units, base):
            return _of(base, context, lambda whole: _leading(whole, unit, units), "nth")
        case Counted(unit, count, base):
            return _counted(unit, count, base, context)
        case _:
            return None


def _of(
    base: Expression,
    context: Context,
    change: Callable[[Interval], Interval],
    resolver: str,
) -> Resolved | None:
    """What ``base`` means, changed; an empty resolver keeps the one of ``base``."""
    found = resolve(base, context)
    if found is None:
        return None
    return Resolved(change(found.interval), resolver or found.resolver, found.anchor)


def _leading(whole: Interval, unit: str, count: int) -> Interval:
    """The first units of an interval, or the last of a negative count, as far as it reaches."""
    start, end = whole.earliest, whole.latest
    if start is None or end is None or (unit not in DAYS and unit not in MONTHS):
        return whole
    if count < 0:
        first = max(moved(days(end, 1), unit, count), start)
        return replace(whole, earliest=first, precision=Precision.PART)
    last = min(days(moved(start, unit, count), -1), end)
    return replace(whole, latest=last, precision=Precision.PART)


def _remaining(whole: Interval, context: Context) -> Interval:
    """What is left of an interval on the publication day."""
    today = context.published
    if whole.earliest and whole.latest and whole.earliest < today <= whole.latest:
        return replace(whole, earliest=today, precision=Precision.RANGE)
    return whole


def _calendar(calendar: Calendar, context: Context) -> Resolved:
    year, month, day = calendar.year, calendar.month, calendar.day
    if year is not None:
        if month is None:
            return Resolved(years_of(year, year, "year"), "absolute", None)
        if day is None:
            return Resolved(month_of(year, month), "absolute", None)
        return Resolved(day_of(make_date(year, month, day)), "absolute", None)
    if month is None:
        assert day is not None
        return recurring.monthly(day, context)
    if day is None:
        return recurring.yearly(lambda y: month_of(y, month), None, context)
    found = recurring.yearly(lambda y: day_of(make_date(y, month, day)), None, context)
    return _agreeing(found, calendar, context)


def _agreeing(found: Resolved, calendar: Calendar, context: Context) -> Resolved:
    """The nearest year in which the date falls on the weekday given with it."""
    weekday, start = calendar.weekday, found.interval.earliest
    assert start is not None
    if weekday is None or start.weekday() == weekday:
        return found
    for distance in (1, -1, 2, -2):
        try:
            other = start.replace(year=start.year + distance)
        except ValueError:
            continue
        if other.weekday() == weekday:
            name = "past" if other < context.published else "future"
            return Resolved(day_of(other), name, found.anchor)
    return found


def _shift(shift: Shift, context: Context) -> Resolved | None:
    if shift.condition == "future" and context.direction() != FUTURE:
        return None
    if shift.condition == "ahead" and context.direction() not in (FUTURE, PRESENT):
        return None
    if shift.condition == "told" and not (
        context.direction() in (PAST, FUTURE) and context.told_by_clause()
    ):
        return None
    day, anchor = context.published, context.published.isoformat()
    known = day_of(day)
    if shift.anchor == "then":
        if context.then is None and shift.counted:
            return None  # "nine days later": than what, the text has not told
        known = context.then.interval if context.then else known
        if known.earliest is None:
            return None
        if _finer(shift.unit, known.precision):
            if shift.unit != "day" or shift.counted:
                return None
            known = day_of(day)  # "am Vortag", and only a year was told: the day before today
        start, end = known.earliest, known.latest or known.earliest
        assert start is not None
        assert end is not None
        day = end if shift.count > 0 else start
        anchor = context.then_id or start.isoformat()
    if shift.vague:
        return Resolved(_few(day, shift), "few", anchor)
    if shift.unit in ("hour", "minute", "second"):
        interval = replace(day_of(day), precision=PRECISION[shift.unit], approximate=True)
        return Resolved(interval, "counted", anchor)
    from_day = shift.anchor == "then" and known.precision is Precision.DAY
    if from_day and shift.unit == "week" and shift.counted:
        return Resolved(day_of(days(day, 7 * shift.count)), "anaphor", anchor)
    name = {0: "this", 1: "next", -1: "last"}.get(shift.count, "counted")
    if shift.anchor == "then":
        name = "anaphor"
    return Resolved(unit_of(day, shift.unit, shift.count), name, anchor)


def _finer(unit: str, precision: Precision) -> bool:
    """Whether a unit is finer than the time it would be counted from."""
    order = ("minute", "hour", "day", "week", "month", "quarter", "season", "half", "year")
    if precision in (Precision.DECADE, Precision.CENTURY):
        return unit in order
    rank = precision.value if precision.value in order else "day"
    return unit in order and order.index(unit) < order.index(rank) and rank != "day"


def _few(day: date, shift: Shift) -> Interval:
    far = moved(day, shift.unit, shift.count + (1 if shift.count > 0 else -1))
    near = moved(day, shift.unit, shift.count - (1 if shift.count > 0 else -1))
    earliest, latest = min(far, near), max(far, near)
    if shift.unit in ("year", "decade", "century"):
        earliest, latest = date(earliest.year, 1, 1), date(latest.year, 12, 31)
    return Interval(earliest, latest, Precision.VAGUE, approximate=True, value="PAST_REF")


def _season(season: int, year: int | None, shift: int | None, context: Context) -> Resolved:
    if year is not None:
        return Resolved(season_of(season, year), "absolute", None)
    return recurring.yearly(lambda y: season_of(season, y), shift, context)


def _feast(name: str, year: int | None, shift: int | None, context: Context) -> Resolved:
    near = context.published if year is None else None

    def make(which: int) -> Interval:
        return feasts.feast_of(name, which, near)

    if year is not None:
        return Resolved(make(year), "absolute", None)
    return recurring.yearly(make, shift, context)


def _daypart(part: str, base: Expression | None, context: Context) -> Resolved | None:
    if base is None:
        day, anchor = context.day_spoken_of()
        found = Resolved(day_of(day), "daypart", anchor)
    else:
        based = resolve(base, context)
        if based is None:
            return None
        found = based
    value = f"{found.interval.value}T{nested.DAYPART_VALUES[part]}"
    return replace(
        found, interval=replace(found.interval, precision=Precision.DAYPART, value=value)
    )


def _bare_daypart(daypart: Daypart, context: Context) -> Resolved | None:
    """A part of the day told of, where a verb says that something happened in it, or will."""
    if daypart.part == "overnight":
        first = 0 if context.direction() == FUTURE else -1
        return _night(Shift("day", first), None, context)
    if context.direction() not in (PAST, FUTURE) and not context.bound:
        return None
    if daypart.part == "night":
        ahead = context.direction() == FUTURE  # "in the night" that was is told of at large
        return _night(Shift("day", 0), None, context) if ahead else None
    day, anchor = context.day_of_clock(NOON)
    if abs((context.published - day).days) > NEWS_DAYS:
        day, anchor = context.published, context.published.isoformat()
    found = _daypart(daypart.part, Calendar(day.year, day.month, day.day), context)
    return replace(found, resolver="daypart", anchor=anchor) if found else None


def _clock(clock: Clock, context: Context) -> Resolved | None:
    if clock.base is None:
        day, anchor = context.day_of_clock(clock.hour)
        found = Resolved(day_of(day), "clock", anchor)
    else:
        based = resolve(clock.base, context)
        if based is None:
            return None
        found = based
    hour = clock.hour
    zone = "Z" if clock.zone == "UTC" else ""
    written = f"{hour % 24:02}:{clock.minute:02}:00{zone}"
    value = f"{found.interval.value}T{hour:02}:{clock.minute:02}{zone}"
    interval = replace(found.interval, precision=Precision.MINUTE, clock=written, value=value)
    if hour == 24:
        told = interval.earliest.isoformat() if interval.earliest else None
        interval = replace(interval, clock=None, told=told)
    return replace(found, interval=interval)


def _night(first: Expression | None, last: Expression | None, context: Context) -> Resolved | None:
    context.leans_back = last is not None
    start = resolve(first, context) if first is not None else None
    end = resolve(last, context) if last is not None else None
    context.leans_back = False
    known = end or start
    if known is None or known.interval.earliest is None:
        return None
    tonight = end is None and known.interval.earliest == context.published
    if tonight and context.direction() == PAST:
        end = known
    if end is not None and end.interval.earliest is not None:
        until = end.interval.earliest
        since = days(until, -1)
        value = since
    else:
        since = known.interval.earliest
        until = days(since, 1)
        value = since
    interval = Interval(since, until, Precision.NIGHT, value=f"{value.isoformat()}TNI")
    return Resolved(interval, known.resolver, known.anchor)


def _stretch(unit: str, count: float | None, sign: int, context: Context) -> Resolved:
    today = context.published
    if unit in ("hour", "minute", "second"):
        other = days(today, sign) if count is None or count >= 12 else today
    elif unit == "weekend":
        other = days(today, sign * 7 * int(count or FEW["week"]))
    else:
        size = int(count) if count else FEW.get(unit, 3)
        whole = unit if unit in DAYS or unit in MONTHS else "day"
        other = moved(today, whole, sign * size)
    interval = Interval(
        min(today, other), max(today, other), Precision.VAGUE, approximate=True, value="PAST_REF"
    )
    return Resolved(interval, "stretch", today.isoformat())


def _same(unit: str, context: Context) -> Resolved | None:
    then = context.then
    if then is None or then.interval.earliest is None:
        return None
    if _finer(unit, then.interval.precision):
        return None
    anchor = context.then_id or then.interval.earliest.isoformat()
    return Resolved(unit_of(then.interval.earliest, unit), "anaphor", anchor)


def _counted(unit: str, count: int, base: Expression, context: Context) -> Resolved | None:
    found = resolve(base, context)
    if found is None or found.interval.earliest is None:
        return None
    if count == 0:
        return replace(found, interval=unit_of(found.interval.earliest, unit))
    if unit in DAYS:
        return Resolved(
            day_of(moved(found.interval.earliest, unit, count)), "counted", found.anchor
        )
    if unit in MONTHS:
        return Resolved(unit_of(found.interval.earliest, unit, count), "counted", found.anchor)
    return replace(found, resolver="counted")
