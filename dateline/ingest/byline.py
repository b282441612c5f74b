"""The publication date that an article's own first or last lines state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from babel.dates import get_month_names

from dateline import languages

_EDGE_LINES = 8
_MAX_BYLINE_CHARACTERS = 160
_DATELINE_CHARACTERS = 90
# "BRUSSEL (ANP) – ", "Kiew, 3. Mai 2024 (dpa) - ": what may stand between its date and its dash.
_DASH = re.compile(
    r"[ \u00a0]?(?:\([^()\n]{1,30}\)|[,/ \u00a0][\w./]{1,12}){0,2}[ \u00a0]?[-–—:](?=\s)"
)
# Numbers with slashes are day first in these; in English they may be either.
_DAY_FIRST = ("nl", "de", "fr")


def find_byline_date(text: str, language: str | None = None) -> date | None:
    """The day that a byline near the top, or at the very end, states; an agency's dateline counts.

    A byline is a short line whose only prose is a date with a day, a month and a year: a date
    inside a sentence is the article's matter, not its publication. Of two dates in one line the
    earlier is the publication, the other its update. ``language`` (ISO 639-1) tells how to read
    numbers such as 5/3/2024.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in (*lines[:_EDGE_LINES], *reversed(lines[_EDGE_LINES:][-2:])):
        if (found := byline_date(line, language)) is not None:
            return found
    return _dateline_date(lines[0], language) if lines else None


def byline_date(line: str, language: str | None = None) -> date | None:
    """The day of one line, where it reads as a byline."""
    if len(line) > _MAX_BYLINE_CHARACTERS:
        return None
    matches = list(_pattern().finditer(line))
    if not matches or _is_sentence(line, matches[0].start(), matches[-1].end()):
        return None
    days = [day for match in matches if (day := _day(match, language))]
    if not days or max(days) - min(days) > timedelta(days=366):
        return None  # the years of a life, or of a programme
    return min(days)


def day_of(text: str, language: str | None = None) -> date | None:
    """The first calendar day that a short text spells out in words or numbers."""
    match = _pattern().search(text[:_MAX_BYLINE_CHARACTERS])
    return _day(match, language) if match else None


def is_plausible(day: date) -> bool:
    """Whether news can have been published on a day: not the zero of a clock, not the future."""
    return date(1600, 1, 1) < day <= date.today() + timedelta(days=1) and day != date(1970, 1, 1)


def _dateline_date(line: str, language: str | None) -> date | None:
    matches = list(_pattern().finditer(line[:_DATELINE_CHARACTERS]))
    if len(matches) != 1 or len(line[: matches[0].start()].split()) > 6:
        return None
    return _day(matches[0], language) if _DASH.match(line, matches[0].end()) else None


def _is_sentence(line: str, start: int, end: int) -> bool:
    # "Von Eva Klein, 3. Mai 2024, 14:30 Uhr" has few words around its date, a sentence has more
    # and ends in a stop.
    before, after = line[:start], line[end:]
    stopped = after.rstrip().endswith((".", "!", "?", "”", "“", "»")) and len(after) > 12
    return len(before.split()) > 7 or len(after.split()) > 9 or (stopped and len(line) > 60)


def _day(match: re.Match[str], language: str | None) -> date | None:
    return next(filter(is_plausible, _readings(match, language)), None)


def _readings(match: re.Match[str], language: str | None) -> Iterator[date]:
    groups = match.groupdict()
    if groups["iso"]:
        yield from _calendar_day(*groups["iso"].split("-"))
    elif groups["numbers"]:
        first, second, year = re.split(r"\D", groups["numbers"])
        either = "/" in groups["numbers"] and language not in _DAY_FIRST
        if not either or int(first) > 12 or first == second:
            yield from _calendar_day(year, second, first)
        elif int(second) > 12:
            yield from _calendar_day(year, first, second)
    else:
        month = groups["month"] or groups["month_first"]
        day = groups["day"] or groups["day_second"]
        year = groups["year"] or groups["year_last"]
        yield from _calendar_day(year, _months()[month.lower()], day)


def _calendar_day(year: str, month: str | int, day: str) -> Iterator[date]:
    try:
        yield date(int(year), int(month), int(day))
    except ValueError:
        return


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {"sept": 9}  # common in English, and not in CLDR's list
    for code in languages.available():
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in get_month_names(width, context, locale=code).items():
                    names[name.rstrip(".").lower()] = number
    return names


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    gap = r"[ \u00a0]{1,2}"
    return re.compile(
        r"(?<![\d-])(?P<iso>\d{4}-\d\d-\d\d)(?![\d-])"
        rf"|(?<!\d)(?P<day>\d{{1,2}})(?:\.|er|st|nd|rd|th|e)?{gap}(?:de{gap}|of{gap})?"
        rf"(?P<month>{months})\.?,?{gap}(?:de{gap})?(?P<year>\d{{4}})(?!\d)"
        rf"|\b(?P<month_first>{months})\.?{gap}(?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?,?{gap}"
        r"(?P<year_last>\d{4})(?!\d)"
        r"|(?<![\d./-])(?P<numbers>\d{1,2}(?P<sign>[./-])\d{1,2}(?P=sign)\d{4})(?![\d./-])",
        re.IGNORECASE,
    )
