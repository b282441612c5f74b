"""From what an expression says to the days it means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.model import Precision
from dateline.times import feasts, recurring
from dateline.times.context import FUTURE, PAST, Context, Resolved
from dateline.times.expressions import (
    About,
    Calendar,
    Clock,
    Counted,
    Daypart,
    Expression,
    Feast,
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
    OutOfCalendar,
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

RESOLVERS = (
    "absolute",
    "past",
    "future",
    "this",
    "near",
    "last",
    "next",
    "narrative",
    "counted",
    "few",
    "stretch",
    "anaphor",
    "part",
    "nth",
    "within",
    "rest",
    "night",
    "clock",
    "daypart",
    "range",
    "several",
    "event",
    "library",
)
FEW = {"day": 4, "week": 3, "month": 3, "quarter": 3, "year": 5, "decade": 3, "century": 3}
DAYPART_VALUES = {
    "dawn": "MO",
    "morning": "MO",
    "noon": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
}


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
        case Daypart(part, base):
            return _daypart(part, base, context)
        case Clock():
            return _clock(expression, context)
        case Night(first, last):
            return _night(first, last, context)
        case Part(part, base):
            return _of(base, context, lambda whole: third_of(whole, part), "part")
        case Nth():
            return _nth(expression, context)
        case Within(inner, outer):
            return _within(inner, outer, context)
        case Stretch(unit, count, sign):
            return _stretch(unit, count, sign, context)
        case Same(unit):
            return _same(unit, context)
        case Rest(sign, base):
            if sign != 2:
                return resolve(base, context)
            return _of(base, context, lambda whole: _remaining(whole, context), "rest")
        case Range(first, last) | Several(first, last):
            return _range(expression, first, last, context)
        case About(base):
            return _of(base, context, lambda whole: replace(whole, approximate=True), "")
        case Counted(unit, count, base):
            return _counted(unit, count, base, context)
        case _:
            return None


def _of(base, context, change, resolver):  # type: ignore[no-untyped-def]
    found = resolve(base, context)
    if found is None:
        return None
    return Resolved(change(found.interval), resolver or found.resolver, found.anchor)


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
    assert month is not None
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
    day, anchor = context.published, context.published.isoformat()
    if shift.anchor == "then":
        known = context.then.interval if context.then else day_of(day)
        if known.earliest is None:
            return None
        if _finer(shift.unit, known.precision):
            return None
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
    def make(which: int) -> Interval:
        if not 1583 <= which <= 9998:
            raise OutOfCalendar(str(which))
        first, last = feasts.feast(name, which)
        precision = Precision.DAY if first == last else Precision.RANGE
        return Interval(first, last, precision, value=first.isoformat())

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
    value = f"{found.interval.value}T{DAYPART_VALUES[part]}"
    return replace(
        found, interval=replace(found.interval, precision=Precision.DAYPART, value=value)
    )


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
        interval = replace(interval, clock=None)
    return replace(found, interval=interval)


def _night(first: Expression | None, last: Expression | None, context: Context) -> Resolved | None:
    start = resolve(first, context) if first is not None else None
    end = resolve(last, context) if last is not None else None
    known = end or start
    if known is None or known.interval.earliest is None:
        return None
    if first == Shift("day", 0) and end is None and context.direction() == PAST:
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


def _nth(nth: Nth, context: Context) -> Resolved | None:
    if nth.base is None:
        if nth.count < 0:
            return None
        return _whole_nth(nth, context)
    whole = resolve(nth.base, context)
    if whole is None or whole.interval.earliest is None or whole.interval.latest is None:
        return None
    start, end = whole.interval.earliest, whole.interval.latest
    found = _counted_in(nth, start, end)
    return Resolved(found, "nth", whole.anchor) if found else None


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

    return recurring.yearly(make, None, context)


def _within(inner: Expression, outer: Expression, context: Context) -> Resolved | None:
    whole = resolve(outer, context)
    if whole is None or whole.interval.earliest is None or whole.interval.latest is None:
        return None
    start, end = whole.interval.earliest, whole.interval.latest
    found = inside(inner, start, end, context)
    return Resolved(found, "within", whole.anchor) if found else None


def inside(inner: Expression, start: date, end: date, context: Context) -> Interval | None:
    """``inner`` read as the one that lies between two days."""
    match inner:
        case Weekday(target):
            return day_of(days(start, (target - start.weekday()) % 7))
        case Month(month) | Calendar(month=int(month), day=None):
            return month_of(start.year, month)
        case Calendar(month=int(month), day=int(day)):
            return day_of(make_date(start.year, month, day))
        case Season(season):
            return season_of(season, start.year)
        case Nth(count, unit, None, weekday):
            return _counted_in(Nth(count, unit, None, weekday), start, end)
        case Weekend():
            return unit_of(start, "weekend")
        case Daypart(part, base) if base is not None:
            day = inside(base, start, end, context)
            if day is None:
                return None
            value = f"{day.value}T{DAYPART_VALUES[part]}"
            return replace(day, precision=Precision.DAYPART, value=value)
        case Night(Weekday() as first, None):
            day = inside(first, start, end, context)
            assert day is not None
            assert day.earliest is not None
            return Interval(day.earliest, days(day.earliest, 1), Precision.NIGHT, value=day.value)
        case Part(part, base):
            whole = inside(base, start, end, context)
            return third_of(whole, part) if whole else None
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


def _range(
    expression: Expression, first: Expression, last: Expression, context: Context
) -> Resolved | None:
    end = _range_end(first, last, context)
    if end is None or end.interval.latest is None or end.interval.earliest is None:
        return None
    start = _range_start(first, end, context)
    if start is None or start.earliest is None:
        return None
    if start.earliest > end.interval.latest:
        if isinstance(last, (Weekday, Month)) and isinstance(first, (Weekday, Month)):
            end = _after(last, start.earliest)
        if end.interval.latest is None or start.earliest > end.interval.latest:
            return None
    several = isinstance(expression, Several)
    interval = Interval(
        start.earliest,
        end.interval.latest,
        Precision.RANGE,
        start.approximate or end.interval.approximate,
        value=f"{start.value}/{end.interval.value}",
    )
    return Resolved(interval, "several" if several else "range", end.anchor)


def _range_end(first: Expression, last: Expression, context: Context) -> Resolved | None:
    """The end of a range; where no verb tells, the one after the beginning."""
    if isinstance(first, Calendar) and isinstance(last, Calendar) and last.year is None:
        if first.year is None and first.month and first.day and last.month and last.day:
            start = resolve(first, context)
            if start and start.interval.earliest and start.resolver in ("future", "this"):
                day = start.interval.earliest
                year = day.year + ((last.month, last.day) < (day.month, day.day))
                return Resolved(day_of(make_date(year, last.month, last.day)), "range", start.anchor)
    return resolve(last, context)


def _after(last: Expression, start: date) -> Resolved:
    """The first such weekday or month that is not before ``start``."""
    if isinstance(last, Weekday):
        return Resolved(day_of(days(start, (last.weekday - start.weekday()) % 7)), "range", None)
    assert isinstance(last, Month)
    year = start.year if last.month >= start.month else start.year + 1
    return Resolved(month_of(year, last.month), "range", None)


def _range_start(first: Expression, end: Resolved, context: Context) -> Interval | None:
    """The beginning of a range, which borrows from its end what it lacks."""
    stop = end.interval.earliest
    assert stop is not None
    match first:
        case Month(month, None):
            return month_of(stop.year if month <= stop.month else stop.year - 1, month)
        case Calendar(year=None, month=int(month), day=int(day)):
            earlier = (month, day) <= (stop.month, stop.day)
            return day_of(make_date(stop.year if earlier else stop.year - 1, month, day))
        case Weekday(target, None):
            return day_of(days(stop, -((stop.weekday() - target) % 7)))
        case Clock(base=None) | Daypart(base=None):
            return day_of(stop)
        case Part(part, Month(month, None)):
            year = stop.year if month <= stop.month else stop.year - 1
            return third_of(month_of(year, month), part)
    found = resolve(first, context)
    return found.interval if found else None


def _counted(unit: str, count: int, base: Expression, context: Context) -> Resolved | None:
    found = resolve(base, context)
    if found is None or found.interval.earliest is None:
        return None
    if unit in DAYS:
        return Resolved(
            day_of(moved(found.interval.earliest, unit, count)), "counted", found.anchor
        )
    if unit in MONTHS:
        return Resolved(unit_of(found.interval.earliest, unit, count), "counted", found.anchor)
    return replace(found, resolver="counted")
