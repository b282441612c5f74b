"""What a token that begins with a digit can be: a day, a year, a clock time, a date, a count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

Value = str | int | float | tuple[int, ...]

_CLOCK = re.compile(r"([01]?\d|2[0-4])([:.])([0-5]\d)(?:[:.]([0-5]\d))?")
_HOURS = re.compile(r"([01]?\d|2[0-4])(?:h|u|H)([0-5]\d)?")
_TWELVE = re.compile(r"(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?(am|pm|AM|PM)")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)")
_DAY_MONTH = re.compile(r"(\d{1,2})([/.])(\d{1,2})")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d)?)?")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DECIMAL = re.compile(r"(\d{1,6})[.,](\d{1,3})")
_SUFFIXED = re.compile(r"(\d{1,4})([^\W\d_]+)")
_SPAN = re.compile(r"((?:1\d|20)\d\d)/(\d\d|\d{4})")
FIRST_YEAR, LAST_YEAR = 1000, 2199


def number_classes(surface: str, rule: Mapping[str, Any]) -> dict[str, Value]:
    """The classes of a numeric token with their values; empty where it is only a figure.

    ``rule`` is the language's ``numbers`` table: ``order`` "dmy" or "mdy", and ``suffixes``.
    """
    if surface.isdecimal():
        return _integer(surface) if surface.isascii() else {}
    found: dict[str, Value] = {}
    if match := _ISO.fullmatch(surface):
        return _dated(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(surface):
        return _numeric(match, rule["order"])
    if match := _SPAN.fullmatch(surface):
        return _year_span(int(match[1]), match[2])
    if match := _CLOCK.fullmatch(surface):
        weak = match[2] == "." or rule.get("colon") == "weak"
        found["DOT_CLOCK" if weak else "CLOCK"] = (int(match[1]), int(match[3]))
    if match := _DAY_MONTH.fullmatch(surface):
        first, second = int(match[1]), int(match[3])
        day, month = (second, first) if rule["order"] == "mdy" else (first, second)
        if _is_date(2024, month, day):
            found["DAY_MONTH" if match[2] == "." else "SLASH_DATE"] = (month, day)
    if match := _HOURS.fullmatch(surface):
        found["CLOCK" if match[2] else "HOURS"] = (int(match[1]), int(match[2] or 0))
        return found
    if match := _TWELVE.fullmatch(surface):
        hour = int(match[1]) % 12 + (12 if match[3].lower() == "pm" else 0)
        return {"CLOCK": (hour, int(match[2] or 0))}
    if _GROUPED.fullmatch(surface):
        found["DECIMAL"] = float(re.sub(r"\D", "", surface))
    elif match := _DECIMAL.fullmatch(surface):
        found["DECIMAL"] = float(f"{match[1]}.{match[2]}")
    elif match := _SUFFIXED.fullmatch(surface):
        kind = rule["suffixes"].get(match[2])
        number = int(match[1])
        if kind == "ordinal":
            found["ORDINAL"] = number
            if 1 <= number <= 31:
                found["DAY"] = number
        elif kind == "decade" and number % 10 == 0 and (number < 100 or number >= FIRST_YEAR):
            found["DECADE"] = number
        elif kind == "age":
            found["AGED_FIGURE"] = number
    return found


def _integer(surface: str) -> dict[str, Value]:
    number = int(surface[:9])
    found: dict[str, Value] = {}
    if len(surface) > 4:
        return found
    found["INT"] = number
    if len(surface) <= 2:
        found["FIGURES"] = number
        if 1 <= number <= 31:
            found["DAY"] = number
        if number <= 24:
            found["HOUR"] = number
        if len(surface) == 2:
            found["SHORT_YEAR"] = number
            if number % 10 == 0:
                found["TENS"] = number
    if len(surface) == 4 and FIRST_YEAR <= number <= LAST_YEAR:
        found["YEAR"] = number
        if number % 10 == 0:
            found["TENS"] = number
    return found


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _dated(year: int, month: int, day: int) -> dict[str, Value]:
    return {"DATE": (year, month, day)} if _is_date(year, month, day) else {}


def full_year(figures: str | int) -> int:
    """The year that two or four figures mean: below 50 this century, else the last."""
    year = int(figures)
    if year >= 100:
        return year
    return year + (2000 if year < 50 else 1900)


def _numeric(match: re.Match[str], order: str) -> dict[str, Value]:
    first, second, year = int(match[1]), int(match[3]), full_year(match[4])
    if match[2] == "." and len(match[4]) == 2 and first <= 24:
        return {}  # a version or a clock with seconds, as often as a date
    day, month = (second, first) if order == "mdy" and match[2] != "." else (first, second)
    return _dated(year, month, day) or _dated(year, day, month)


def _year_span(first: int, figures: str) -> dict[str, Value]:
    last = int(figures) if len(figures) == 4 else first // 100 * 100 + int(figures)
    return {"YEAR_SPAN": (first, last)} if 0 < last - first <= 120 else {}
