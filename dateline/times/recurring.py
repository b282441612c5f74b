"""Choosing among the times that a name without a year can mean: which Monday, which May."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dateline.times.context import FUTURE, PAST, PRESENT, UNTOLD, Context, Resolved
from dateline.times.intervals import (
    Interval,
    OutOfCalendar,
    day_of,
    days,
    make_date,
    month_of,
    unit_of,
)

RECENT_DAYS = 100  # what is this fresh is news, not the story told around it
PRESENT_WEEKDAYS = 5  # the present tense does not reach further ahead
NEAR_WEEKDAYS = 3  # where no verb tells, a day this close ahead is the coming one
FAR_DAYS, NEAR_DAYS = 200, 75  # the tense of another clause yields to a year this much nearer
VERY_FAR_DAYS, NEXT_DAYS = 330, 10  # and that of its own clause only to the days just ahead


def weekday(target: int, shift: int | None, context: Context) -> Resolved:
    """The named day: last, next, or the one that the clause looks to."""
    published = context.published
    back = (published.weekday() - target) % 7
    ahead = (target - published.weekday()) % 7
    anchor = published.isoformat()
    if shift == -1:
        return Resolved(day_of(days(published, -(back or 7))), "last", anchor)
    if shift == 1:
        return Resolved(day_of(days(published, ahead or 7)), "next", anchor)
    if back == 0:
        return Resolved(day_of(published), "this", anchor)
    look = context.direction()
    if look == FUTURE or (look == PRESENT and ahead <= PRESENT_WEEKDAYS):
        return Resolved(day_of(days(published, ahead)), "future", anchor)
    if (
        look != PAST
        and (shift == 0 or (look == UNTOLD and not context.leans_back))
        and ahead <= NEAR_WEEKDAYS
    ):
        return Resolved(day_of(days(published, ahead)), "near", anchor)
    return Resolved(day_of(days(published, -back)), "past", anchor)


def monthly(day: int, context: Context) -> Resolved:
    """A day of the month alone: in the month just spoken of, else the one the clause looks to."""
    published = context.published
    spoken, anchor = context.day_spoken_of()
    if spoken != published and spoken.day < day:
        return Resolved(day_of(make_date(spoken.year, spoken.month, day)), "anaphor", anchor)
    ahead = context.direction() in (FUTURE, PRESENT)
    months = range(1, 4) if ahead else range(-1, -4, -1)
    for distance in (0, *months):
        first = month_of(published.year, published.month + distance).earliest
        assert first is not None
        try:
            found = make_date(first.year, first.month, day)
        except OutOfCalendar:
            continue
        if found == published or (found > published) == ahead:
            name = "future" if ahead else "past"
            return Resolved(day_of(found), name, published.isoformat())
    raise OutOfCalendar(str(day))


def weekend(shift: int | None, context: Context) -> Resolved:
    """The Saturday and Sunday meant."""
    published = context.published
    anchor = published.isoformat()
    inside = published.weekday() >= 5
    this = unit_of(published, "weekend")
    before = unit_of(published, "weekend", -1)
    if shift == -1:
        return Resolved(before, "last", anchor)
    if shift == 1:
        return Resolved(unit_of(published, "weekend", 1) if inside else this, "next", anchor)
    if inside:
        return Resolved(this, "this", anchor)
    look = context.direction()
    told = look in (FUTURE, PRESENT) or (look == UNTOLD and shift == 0)
    if told or (look != PAST and published.weekday() >= 2):
        return Resolved(this, "future", anchor)
    return Resolved(before, "past", anchor)


def yearly(
    make: Callable[[int], Interval], shift: int | None, context: Context, *, hint: bool = True
) -> Resolved:
    """A month, date, season or feast in the year meant."""
    published = context.published
    anchor = published.isoformat()
    told_since = context.bound == "since" and not _in_chain(context)  # up to now, not then
    year = context.hinted_year() if hint and shift is None and not told_since else None
    told = context.direction() == PAST and context.told_by_clause()
    if year is not None and (told or (_in_chain(context) and context.direction() == PAST)):
        story = _in_story(make, year, context)
        if story is not None:
            return Resolved(story, "narrative", context.then_id or anchor)
    turns = _turns(make, published)
    past = [turn for turn in turns if turn.latest and turn.latest < published]
    current = [turn for turn in turns if _holds(turn, published)]
    future = [turn for turn in turns if turn.earliest and turn.earliest > published]
    if shift is not None and shift < 0 and len(past) >= -shift:
        return Resolved(past[shift], "last" if shift == -1 else "counted", anchor)
    if shift == 1 and future:
        return Resolved(future[0], "next", anchor)
    if current:
        return Resolved(current[0], "this", anchor)
    if shift == 0:
        if context.direction() == PAST and _fresh(past, published):
            return Resolved(past[-1], "past", anchor)
        same = [turn for turn in turns if turn.earliest and turn.earliest.year == published.year]
        if same:
            return Resolved(same[0], "this", anchor)
    if not past and not future:
        raise OutOfCalendar(str(published.year))
    if not past or not future:
        only = (past or future)[-1]
        return Resolved(only, "past" if past else "future", anchor)
    return _toward(past[-1], future[0], context, anchor)


def _fresh(past: list[Interval], published: date) -> bool:
    """Whether the last turn ended only days ago: "this winter", told in March."""
    return bool(past and past[-1].latest and (published - past[-1].latest).days <= RECENT_DAYS)


def _in_story(make: Callable[[int], Interval], year: int, context: Context) -> Interval | None:
    """The turn in the narrative's year, if the story moves on to it."""
    try:
        turn = make(year)
    except (OutOfCalendar, ValueError):
        return None
    begun = context.year_start
    recent = [
        other
        for other in _turns(make, context.published)
        if other.latest and 0 <= (context.published - other.latest).days <= RECENT_DAYS
    ]
    moves_on = begun is not None and turn.latest is not None and turn.latest >= begun
    return turn if moves_on and (not recent or _in_chain(context)) else None


def _in_chain(context: Context) -> bool:
    """Whether the time before was already read in the narrative's year."""
    return context.then is not None and context.then.resolver == "narrative"


def _toward(past: Interval, future: Interval, context: Context, anchor: str) -> Resolved:
    published = context.published
    assert past.latest is not None
    assert future.earliest is not None
    back = (published - past.latest).days
    ahead = (future.earliest - published).days
    look = context.direction()
    if context.bound in ("since", "origin"):
        back_wins = True
    elif look == PAST and context.told_by_clause():
        back_wins = not (back > VERY_FAR_DAYS and ahead < NEXT_DAYS)
    elif look == PAST:
        back_wins = not (back > FAR_DAYS and ahead < NEAR_DAYS)
    elif look == FUTURE and context.told_by_clause():
        back_wins = False
    elif look in (FUTURE, PRESENT):
        back_wins = back * 3 < ahead
    else:
        back_wins = back <= ahead * 1.5
    return Resolved(past, "past", anchor) if back_wins else Resolved(future, "future", anchor)


def _turns(make: Callable[[int], Interval], published: date) -> list[Interval]:
    """The turns around the publication day, in order; leap days may skip years."""
    turns: list[Interval] = []
    for year in range(published.year - 8, published.year + 9):
        if abs(year - published.year) > 2 and len(turns) >= 3 and year > published.year:
            break
        try:
            turns.append(make(year))
        except (OutOfCalendar, ValueError):
            continue
    return turns


def _holds(turn: Interval, day: date) -> bool:
    return bool(turn.earliest and turn.latest and turn.earliest <= day <= turn.latest)
