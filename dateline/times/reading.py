"""From an article to its times: recognise, then resolve in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.languages import Language
from dateline.model import Article, DayOffsets, Precision, Time, content_id
from dateline.times.context import FUTURE, PRESENT, Context, Resolved
from dateline.times.expressions import (
    Calendar,
    Clock,
    Daypart,
    Duration,
    EventTime,
    Expression,
    Range,
    Recurring,
    Several,
    Shift,
    Stretch,
    Vague,
    Within,
)
from dateline.times.intervals import Interval, OutOfCalendar
from dateline.times.nodes import Node, kind_of
from dateline.times.recognise import Recognised, Timex, recognise
from dateline.times.resolve import resolve

# Two unlike days: what resolves alike from both is absolute, what keeps its distance is deictic.
PROBES = (date(2003, 8, 20), date(2011, 3, 5))
LIVE_STAMPS = 3
APPOSED = 4  # nodes from a counted time to the date that explains it
THROUGH = 1  # the value of a word that also means "during": "through the winter"
NOT_TIMES = (Duration, Recurring, Vague)


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression with what it was resolved to, if anything."""

    timex: Timex
    start: int
    resolved: Resolved | None
    bound: str


def read_times(article: Article, language: Language) -> tuple[Time, ...]:
    """The article's times in reading order, durations, sets and the vague present left out."""
    text = article.text
    recognised = recognise(text, language)
    if article.published is not None:
        readings = resolve_all(recognised, text, article.published, article.id)
        times = [_time(article, reading) for reading in readings]
        return tuple(time for time in times if time is not None)
    both = [list(resolve_all(recognised, text, probe, article.id)) for probe in PROBES]
    undated = [_undated(article, *pair) for pair in zip(*both, strict=True)]
    return tuple(time for time in undated if time is not None)


def resolve_all(
    recognised: Recognised, text: str, published: date, article_id: str
) -> Iterator[Reading]:
    """Every expression of the text with its interval, in reading order."""
    context = Context(published, text, recognised.nodes, recognised.lexicon)
    context.live = _is_live(recognised, text)
    for at, timex in enumerate(recognised.timexes):
        following = recognised.timexes[at + 1] if at + 1 < len(recognised.timexes) else None
        if isinstance(timex.expression, NOT_TIMES) or _explained(timex, following, recognised):
            yield Reading(timex, timex.start, None, "")
            continue
        start = _trimmed(timex, text, recognised)
        bound = _bound(recognised, timex)
        context.timex, context.bound = timex, bound
        if bound == "weak":
            bound = context.bound = "from" if _starts_ahead(context, timex) else "origin"
        try:
            resolved = resolve(timex.expression, context)
        except OutOfCalendar:
            resolved = None
        if bound == "ahead":  # "as of Monday", "dès lundi": open only if it is still to come
            begins = resolved.interval.earliest if resolved else None
            bound = "from" if begins is not None and begins > published else ""
        if resolved is not None:
            key = content_id("t", article_id, start, timex.end, text[start : timex.end])
            _remember(context, timex, resolved, key)
        yield Reading(timex, start, resolved, bound)


def _explained(timex: Timex, following: Timex | None, recognised: Recognised) -> bool:
    """Whether a counted time is only the lead of a date: "two years earlier, in May 2019"."""
    counted = isinstance(timex.expression, Shift) and timex.expression.anchor == "then"
    if not counted or following is None or following.index - timex.index > APPOSED:
        return False
    dated = isinstance(following.expression, Calendar)
    return dated and "COMMA" in recognised.nodes[timex.index + 1].values


def _starts_ahead(context: Context, timex: Timex) -> bool:
    """Whether "from Monday" tells a beginning to come, not an origin ("dates from 1980")."""
    small = kind_of(timex.expression) in ("T_DAY", "T_WEEKDAY", "T_MONTH", "T_WEEK", "T_DAYTIME")
    return small and context.direction() in (FUTURE, PRESENT)


def _is_live(recognised: Recognised, text: str) -> bool:
    """Whether three or more lines open with a clock time."""
    stamps = 0
    for timex in recognised.timexes:
        if isinstance(timex.expression, Clock):
            line = text[max(0, timex.start - 10) : timex.start].rpartition("\n")[2]
            stamps += not any(char.isalnum() for char in line)
    return stamps >= LIVE_STAMPS


def _remember(context: Context, timex: Timex, resolved: Resolved, key: str) -> None:
    interval = resolved.interval
    if interval.precision not in (Precision.VAGUE,):
        context.then, context.then_id, context.then_end = resolved, key, timex.end
    context.remember_day(resolved, key)
    year = _told_year(timex.expression)
    if year is not None:
        bare = kind_of(timex.expression) == "T_YEAR" and not _opens_sentence(context, timex)
        if year < context.published.year and context.bound in ("", "origin") and not bare:
            context.year, context.year_end = year, timex.end
            context.year_start = interval.earliest
    elif resolved.resolver == "narrative":
        context.year_end = timex.end
    elif interval.earliest is not None and interval.earliest.year == context.published.year:
        context.year = None


def _opens_sentence(context: Context, timex: Timex) -> bool:
    """Whether at most two words stand before the time in its sentence."""
    before = context.text[max(0, timex.start - 40) : timex.start]
    return len(re.split(r"[.!?\n“”„]\s*", before)[-1].split()) <= 2


def _told_year(expression: Expression) -> int | None:
    match expression:
        case Calendar(year=int(year)):
            return year
        case Clock(base=Calendar(year=int(year))):
            return year
        case Within(outer=Calendar(year=int(year))):
            return year
    return None


def _trimmed(timex: Timex, text: str, recognised: Recognised) -> int:
    """The start without an article that a phrase of the language file begins with."""
    head, _, rest = text[timex.start : timex.end].partition(" ")
    entry = recognised.lexicon.words.get(head)
    if rest and entry is not None and "ART" in entry.values and "NUMBER" not in entry.values:
        return timex.end - len(rest)
    return timex.start


def _bound(recognised: Recognised, timex: Timex) -> str:
    """Whether the word before makes the time the beginning or the end of a stretch."""
    if isinstance(timex.expression, (Range, Several, Stretch)):
        return ""
    nodes, at = recognised.nodes, timex.index - 1
    while at >= 0 and timex.index - at <= 3:
        values = nodes[at].values
        if "SINCE" in values:
            return ("since", "from", "weak", "ahead")[int(str(values["SINCE"]))]
        if "ORIGIN" in values:
            return "origin"
        if "UNTIL" in values:
            return "until" if _ends_stretch(nodes, at, timex) else ""
        if "BY" in values:
            return "by"
        if not {"ART", "APPROX", "MORE", "IN", "ON", "OF"} & set(values) or nodes[at].expression:
            return ""
        at -= 1
    return ""


def _ends_stretch(nodes: Sequence[Node], at: int, timex: Timex) -> bool:
    """Whether the word at ``at`` makes the time an end: not "up to a day"."""
    if at and "QUANTITY" in nodes[at - 1].values:
        return False
    if nodes[at].values["UNTIL"] != THROUGH:
        return True
    return "ART" not in nodes[at + 1].values and not isinstance(timex.expression, Daypart)


def _open(interval: Interval, bound: str) -> Interval:
    if interval.precision is Precision.VAGUE or bound in ("", "origin", "by"):
        return interval
    first, _, last = replace(interval, clock=None).edtf.partition("/")
    if bound in ("since", "from"):
        told = f"{first.replace('X', '0')}/.."
        return replace(interval, latest=None, precision=Precision.OPEN, clock=None, told=told)
    told = f"../{(last or first).replace('X', '9')}"
    return replace(interval, earliest=None, precision=Precision.OPEN, clock=None, told=told)


def _time(article: Article, reading: Reading) -> Time | None:
    timex, resolved = reading.timex, reading.resolved
    if isinstance(timex.expression, EventTime):
        return _event_time(article, timex)
    if resolved is None:
        return None
    interval = _open(resolved.interval, reading.bound)
    text = article.text[reading.start : timex.end]
    return Time(
        id=content_id("t", article.id, reading.start, timex.end, text),
        article=article.id,
        start=reading.start,
        end=timex.end,
        text=text,
        edtf=interval.edtf,
        earliest=interval.earliest,
        latest=interval.latest,
        precision=interval.precision,
        approximate=interval.approximate,
        anchor=resolved.anchor,
        rule=f"{timex.rule}/{resolved.resolver}",
    )


def _event_time(article: Article, timex: Timex) -> Time:
    """A time that only an event tells: kept as words, with the relation as its rule."""
    assert isinstance(timex.expression, EventTime)
    text = article.text[timex.start : timex.end]
    return Time(
        id=content_id("t", article.id, timex.start, timex.end, text),
        article=article.id,
        start=timex.start,
        end=timex.end,
        text=text,
        edtf=None,
        earliest=None,
        latest=None,
        precision=Precision.RELATIVE,
        approximate=False,
        anchor=None,
        rule=f"event/{timex.expression.relation}",
    )


def _undated(article: Article, first: Reading, second: Reading) -> Time | None:
    """The time of an article without a publication day: absolute, counted from D, or unknown."""
    one, two = _time(article, first), _time(article, second)
    if one is None or two is None:
        return None
    if (one.earliest, one.latest) == (two.earliest, two.latest):
        return replace(one, anchor=None if one.anchor == PROBES[0].isoformat() else one.anchor)
    offsets = [_offsets(time, probe) for time, probe in zip((one, two), PROBES, strict=True)]
    return replace(
        one,
        edtf=None,
        earliest=None,
        latest=None,
        precision=Precision.RELATIVE,
        anchor="D",
        relative=offsets[0] if offsets[0] == offsets[1] else None,
    )


def _offsets(time: Time, published: date) -> DayOffsets:
    return DayOffsets(
        (time.earliest - published).days if time.earliest else None,
        (time.latest - published).days if time.latest else None,
    )
