"""From one time to another, each lending the other what it lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dateline.model import Precision
from dateline.times.context import FUTURE, Context, Resolved
from dateline.times.expressions import (
    Calendar,
    Clock,
    Daypart,
    Expression,
    Month,
    Part,
    Range,
    Several,
    Weekday,
)
from dateline.times.intervals import (
    Interval,
    day_of,
    days,
    make_date,
    month_of,
    third_of,
)

Resolver = Callable[[Expression, Context], Resolved | None]


def span_between(
    expression: Range | Several, context: Context, resolve: Resolver
) -> Resolved | None:
    """From the first day of one time to the last day of the other, or None if they do not fit."""
    first, last = expression.first, expression.last
    end = _range_end(first, last, context, resolve)
    if end is None or end.interval.latest is None or end.interval.earliest is None:
        return None
    start = _range_start(first, end, context, resolve)
    if start is None or start.earliest is None:
        return None
    if start.earliest > end.interval.latest:
        repeats = _repeating(last)
        if repeats is not None and _repeating(first) is not None:
            end = _after(repeats, start.earliest)
        if end.interval.latest is None or start.earliest > end.interval.latest:
            return None
    stop = end.interval.latest
    if stop is not None and _passed(expression, start.earliest, context):
        start = day_of(days(start.earliest, 7))
        end = replace(end, interval=day_of(days(stop, 7)))
    several = isinstance(expression, Several)
    interval = Interval(
        start.earliest,
        end.interval.latest,
        Precision.RANGE,
        start.approximate or end.interval.approximate,
        value=f"{start.value}/{end.interval.value}",
    )
    return Resolved(interval, "several" if several else "range", end.anchor)


def _passed(span: Range | Several, start: date, context: Context) -> bool:
    """Whether days of the week to come would begin on one that has gone by."""
    bare = all(isinstance(day, Weekday) and day.shift is None for day in (span.first, span.last))
    return bare and start < context.published and context.direction() == FUTURE


def _range_end(
    first: Expression, last: Expression, context: Context, resolve: Resolver
) -> Resolved | None:
    """The end of a range; where no verb tells, the one after the beginning."""
    match first, last:
        case Calendar(None, int(), int()), Calendar(None, int(month), int(day_number)):
            start = resolve(first, context)
            if start and start.interval.earliest and start.resolver in ("future", "this"):
                day = start.interval.earliest
                year = day.year + ((month, day_number) < (day.month, day.day))
                end = day_of(make_date(year, month, day_number))
                return Resolved(end, "range", start.anchor)
    return resolve(last, context)


def _repeating(expression: Expression) -> Weekday | Month | None:
    """The bare weekday or month in an expression, which comes round again."""
    match expression:
        case Weekday() | Month():
            return expression
        case Daypart(base=Weekday() as day) | Clock(base=Weekday() as day):
            return day
    return None


def _after(last: Weekday | Month, start: date) -> Resolved:
    """The first such weekday or month that is not before ``start``."""
    if isinstance(last, Weekday):
        return Resolved(day_of(days(start, (last.weekday - start.weekday()) % 7)), "range", None)
    year = start.year if last.month >= start.month else start.year + 1
    return Resolved(month_of(year, last.month), "range", None)


def _range_start(
    first: Expression, end: Resolved, context: Context, resolve: Resolver
) -> Interval | None:
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
