"""Absolute dates in a language without a file: found by shape, normalised by `dateparser`.

Only spans that hold a year are offered, and whatever the library does not read as a whole date is
left alone: here precision comes before recall.
"""

from __future__ import annotations

import re
import warnings
from calendar import monthrange
from datetime import date, datetime
from functools import cache

from dateline.model import Article, Precision, Time, content_id

MOST_SPANS = 400  # of one article; the library takes about a millisecond for each
_LANGUAGES = ("es", "it", "pt", "pl", "sv", "da", "nb", "fi", "cs", "ro", "hu", "tr", "ru", "uk")
_WORD = r"[^\W\d_]{3,15}"
_LINK = r"(?:\s(?:de|del|di|of))?"
_SHAPES = re.compile(
    r"(?<![\w.,/-])(?:"
    r"(?P<iso>\d{4}-\d\d-\d\d)"
    rf"|(?P<day>\d{{1,2}}(?:º|°|\.)?{_LINK}\s{_WORD}\.?{_LINK},?\s\d{{4}})"
    rf"|(?P<word_day>{_WORD}\s\d{{1,2}},\s\d{{4}})"
    r"|(?P<figures>\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)\d{4})"
    rf"|(?P<month>{_WORD}{_LINK}\s\d{{4}})"
    r")(?![\w/-]|[.,]\d)"
)


def find_absolute(article: Article) -> tuple[Time, ...]:
    """The article's dates with a year, in reading order; none where the library is not sure."""
    times: list[Time] = []
    for count, match in enumerate(_SHAPES.finditer(article.text)):
        if count >= MOST_SPANS:
            break
        found = _read(match, article.language)
        if found is not None:
            times.append(_time(article, match.start(), match.end(), *found))
    return tuple(times)


def _read(match: re.Match[str], language: str | None) -> tuple[date, date] | None:
    shape, text = match.lastgroup, match.group()
    if match["iso"]:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return None
        return day, day
    if match["figures"]:
        first, second = (int(part) for part in re.split(r"[./-]", text)[:2])
        if language is None and first <= 12 and second <= 12 and first != second:
            return None  # 03/04/2020: the order of day and month is not known
    if shape == "month":
        first_day = _parse(text, language, ("month", "year"))
        if first_day is None:
            return None
        last = monthrange(first_day.year, first_day.month)[1]
        return first_day.replace(day=1), first_day.replace(day=last)
    day_found = _parse(text, language, ("day", "month", "year"))
    return (day_found, day_found) if day_found else None


def _parse(text: str, language: str | None, parts: tuple[str, ...]) -> date | None:
    from dateparser.date import DateDataParser  # slow to import, and seldom needed

    known = _known(language)
    languages = [known] if known else list(_LANGUAGES)
    settings = {
        "REQUIRE_PARTS": list(parts),
        "STRICT_PARSING": "day" in parts,
        "RELATIVE_BASE": datetime(2001, 1, 1),
        "PARSERS": ["absolute-time"],
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = DateDataParser(languages=languages, settings=settings).get_date_data(text)
    moment: datetime | None = data.date_obj
    if moment is None or f"{moment.year:04}" not in text:
        return None
    return moment.date()


@cache
def _known(language: str | None) -> str | None:
    from dateparser.data.languages_info import language_locale_dict

    return language if language in language_locale_dict else None


def _time(article: Article, start: int, end: int, earliest: date, latest: date) -> Time:
    text = article.text[start:end]
    single = earliest == latest
    return Time(
        id=content_id("t", article.id, start, end, text),
        article=article.id,
        start=start,
        end=end,
        text=text,
        edtf=earliest.isoformat() if single else f"{earliest:%Y-%m}",
        earliest=earliest,
        latest=latest,
        precision=Precision.DAY if single else Precision.MONTH,
        approximate=False,
        anchor=None,
        rule="date/library" if single else "month/library",
    )
