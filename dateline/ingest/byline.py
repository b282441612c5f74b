"""The publication date that an article's own first or last lines state."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel.dates import get_month_names
from dateparser.date import DateDataParser

from dateline import languages

_EDGE_LINES = 6
_MAX_LINE_CHARACTERS = 160


def find_byline_date(text: str) -> date | None:
    """The day of the first line near the top, or the last near the end, that reads as a byline.

    A byline is a short line whose only prose is a date with a day, a month and a year: a date
    inside a sentence is the article's matter, not its publication.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in (*lines[:_EDGE_LINES], *reversed(lines[-2:])):
        if len(line) <= _MAX_LINE_CHARACTERS and (found := _date_of_line(line)):
            return found
    return None


def _date_of_line(line: str) -> date | None:
    match = _pattern().search(line)
    if match is None or _is_sentence(line[: match.start()], line[match.end() :]):
        return None
    if match["iso"]:
        return _calendar_day(match["iso"])
    locales = list(languages.available())
    parser = DateDataParser(
        languages=locales, settings={"STRICT_PARSING": True, "DATE_ORDER": "DMY"}
    )
    data = parser.get_date_data(match[0])
    return data.date_obj.date() if data.date_obj and data.period in ("day", "time") else None


def _is_sentence(before: str, after: str) -> bool:
    # "Von Eva Klein, 3. Mai 2024, 14:30 Uhr" has few words around its date, a sentence has more.
    return len(before.split()) > 7 or len(after.split()) > 6


def _calendar_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@cache
def _pattern() -> re.Pattern[str]:
    names = {
        name.rstrip(".")
        for code in languages.available()
        for width in ("wide", "abbreviated")
        for name in get_month_names(width, locale=code).values()
    }
    months = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(
        rf"(?<!\d)(?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)"
        rf"|(?<!\d)\d{{1,2}}(?:\.|er|st|nd|rd|th)?[ \u00a0](?:{months})\.?,?[ \u00a0]\d{{4}}(?!\d)"
        rf"|\b(?:{months})\.?[ \u00a0]\d{{1,2}}(?:st|nd|rd|th)?,[ \u00a0]\d{{4}}(?!\d)"
        r"|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)",
        re.IGNORECASE,
    )
