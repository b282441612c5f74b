"""Times and places in words, in the interface's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

from dateline.maps.wording import texts
from dateline.model import Precision, RelationKind, Time, When
from dateline.times.explain import AnchorKind, Explanation, explain

# The resolver's reasons, which it tells in English, as the texts that tell them in any language.
REASONS = tuple(
    (re.compile(pattern, re.IGNORECASE), f"reason.{key}")
    for pattern, key in (
        (r"the only place of this name", "only"),
        (r"the most prominent place of this name", "prominent"),
        (r"its country is named in the article", "own_country"),
        (r"named with (?P<name>.+), which holds it", "holder"),
        (r"near (?P<name>.+), also named in the article", "near"),
        (r"(?P<name>.+) is named in the article", "country"),
        (r"(?P<name>.+) by its demonym", "demonym"),
        (r"a zone told by its position to (?P<name>.+)", "zone"),
        (r"the zone between (?P<name>.+) and (?P<other>.+)", "between"),
        (r"called a place by the article, and not in the gazetteer", "unlisted"),
    )
)
# Where a language alone would give one country's habits: "Wednesday 5 June", not "June 5".
LOCALES = {"en": "en_GB"}
SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}  # by first month, meteorological


def locale_of(language: str) -> str:
    """The Babel locale in which an interface language writes dates."""
    return LOCALES.get(language, language)


def day(value: date, language: str) -> str:
    """A calendar day in full, with its weekday."""
    return format_date(value, "full", locale=locale_of(language))


def short_day(value: date, language: str) -> str:
    """A calendar day without its weekday."""
    return format_date(value, "long", locale=locale_of(language))


def country(code: str | None, language: str) -> str | None:
    """A country's name by its ISO 3166-1 alpha-2 code; the code itself where none is known."""
    return Locale.parse(language).territories.get(code, code) if code else None


def interval(when: When | Time, language: str) -> str | None:
    """The calendar days of a time in words; None where it has none."""
    say = texts(language)
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return None
    if first is None or last is None:
        key, known = ("time.since", first) if first else ("time.until", last)
        assert known is not None
        return say[key].format(date=short_day(known, language))
    label = _closed(when.precision, first, last, language, say)
    return say["time.about"].format(date=label) if _approximate(when) else label


def relative(time: Time, language: str) -> str | None:
    """The distance from an unknown publication day in words; None where there is none."""
    offsets = time.relative
    if offsets is None:
        return None
    say = texts(language)
    ends = [n for n in (offsets.earliest, offsets.latest) if n is not None]
    words = [_offset(n, say) for n in dict.fromkeys(ends)]
    if len(words) == 2:
        return say["time.between"].format(start=words[0], end=words[1])
    return words[0] if words else None


def how(time: Time, anchor: Time | None, language: str) -> str:
    """How a time was resolved, in words; ``anchor`` is the time that it was counted from, if any.

    A resolver without words gives its name.
    """
    told = explain(time, [anchor] if anchor else [])
    say = texts(language)
    variant = ""
    if told.anchor_kind is AnchorKind.NONE:
        variant = "_own"
    elif told.anchor_day is not None and time.earliest == time.latest == told.anchor_day:
        variant = "_day"
    words = say.get(f"how.{told.resolver}{variant}", say.get(f"how.{told.resolver}"))
    return time.rule if words is None else words.format(anchor=_seen_from(told, language, say))


def resolution(time: Time, anchor: Time | None, language: str) -> str:
    """A time's words, what they were resolved to, and how: "maandag → 13 February 2023: …"."""
    told = how(time, anchor, language)
    label = interval(time, language) or relative(time, language)
    return f"{time.text} → {label}: {told}" if label else f"{time.text}: {told}"


def _seen_from(told: Explanation, language: str, say: Mapping[str, str]) -> str:
    if told.anchor_day is not None:
        return short_day(told.anchor_day, language)
    if told.anchor_time is not None:
        return say["how.from_time"].format(text=told.anchor_time.text)
    unknown = told.anchor_kind is AnchorKind.UNKNOWN_DAY
    return say["how.from_unknown_day" if unknown else "how.from_none"]


def reason(text: str, language: str) -> str:
    """A resolver's reason in the interface's language; as it was told where it is not known."""
    for pattern, key in REASONS:
        found = pattern.fullmatch(text)
        if found:
            return texts(language)[key].format(**found.groupdict())
    return text


def zone(kind: RelationKind, of: str, also: str | None, language: str) -> str:
    """A zone such as "north of X" in words."""
    return texts(language)[f"place_relation.{kind}"].format(of=of, also=also or "")


def _offset(days: int, say: Mapping[str, str]) -> str:
    if days == 0:
        return say["time.day_of"]
    return say["time.days_before" if days < 0 else "time.days_after"].format(n=abs(days))


def _approximate(when: When | Time) -> bool:
    if isinstance(when, Time) and when.approximate:
        return True
    return "~" in (when.edtf or "") or "%" in (when.edtf or "")


def _closed(
    precision: Precision, first: date, last: date, language: str, say: Mapping[str, str]
) -> str:
    named = NAMED.get(precision)
    label = named(first, last, language, say) if named else None
    if label is not None:
        return label
    if first == last:
        return day(first, language)
    return format_interval(first, last, "yMMMd", locale=locale_of(language))


def _month(first: date, last: date, language: str, say: Mapping[str, str]) -> str | None:
    del say
    if (first.year, first.month) != (last.year, last.month):
        return None
    return format_skeleton("yMMMM", first, locale=locale_of(language))


def _year(first: date, last: date, language: str, say: Mapping[str, str]) -> str | None:
    del language, say
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def _quarter(first: date, last: date, language: str, say: Mapping[str, str]) -> str | None:
    del last, say
    return format_skeleton("yQQQQ", first, locale=locale_of(language))


def _season(first: date, last: date, language: str, say: Mapping[str, str]) -> str | None:
    del language
    name = SEASONS.get(first.month)
    years = str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return say[f"time.{name}"].format(year=years) if name else None


def _half(first: date, last: date, language: str, say: Mapping[str, str]) -> str | None:
    del last, language
    return say["time.half_1" if first.month < 7 else "time.half_2"].format(year=first.year)


def _decade(first: date, last: date, language: str, say: Mapping[str, str]) -> str | None:
    del last, language
    return say["time.decade"].format(year=first.year)


def _century(first: date, last: date, language: str, say: Mapping[str, str]) -> str | None:
    del language
    return say["time.century"].format(start=first.year, end=last.year)


def _pair(key: str) -> Namer:
    def name(first: date, last: date, language: str, say: Mapping[str, str]) -> str | None:
        if first == last:
            return None
        start, end = short_day(first, language), short_day(last, language)
        return say[key].format(start=start, end=end)

    return name


Namer = Callable[[date, date, str, Mapping[str, str]], str | None]

NAMED: Mapping[Precision, Namer] = {
    Precision.MONTH: _month,
    Precision.YEAR: _year,
    Precision.QUARTER: _quarter,
    Precision.SEASON: _season,
    Precision.HALF: _half,
    Precision.DECADE: _decade,
    Precision.CENTURY: _century,
    Precision.WEEK: _pair("time.week"),
    Precision.WEEKEND: _pair("time.weekend"),
    Precision.NIGHT: _pair("time.night"),
}
