"""Second pass: the calendar's own names, alone or with a number or a shift beside them."""

from __future__ import annotations

from dateline.times.expressions import (
    Calendar,
    Daypart,
    Expression,
    Feast,
    Month,
    Night,
    Nth,
    Range,
    Season,
    Several,
    Years,
)
from dateline.times.nodes import Found, Rule
from dateline.times.numerals import full_year

YEAR_GOVERNS = frozenset(
    ("IN", "OF", "SINCE", "UNTIL", "BY", "AFTER", "BEFORE", "FROM", "OPEN", "APPROX", "BETWEEN")
)
GOVERNS = frozenset(
    (
        "ART",
        "ORIGIN",
        "IN",
        "ON",
        "OF",
        "FROM",
        "SINCE",
        "UNTIL",
        "BY",
        "PART",
        "EARLY",
        "AND",
        "BEFORE",
        "AFTER",
    )
)


def _day(found: Found, label: str) -> int:
    return found.integer(label, "DAY", "ORDINAL", "NUMBER")


def _month(found: Found) -> int:
    return found.integer("m", "MONTH", "MONTH_WEAK", "MONTH_ABBR")


def _year(found: Found) -> int | None:
    if not found.has("y"):
        return None
    return full_year(found.integer("y", "YEAR", "SHORT_YEAR"))


def _date(found: Found) -> Expression | None:
    day, month = _day(found, "d"), _month(found)
    weekday = found.integer("w", "WEEKDAY", "WEEKDAY_ABBR") if found.has("w") else None
    if not 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return None
    date = Calendar(_year(found), month, day, weekday)
    if not found.has("wp"):
        return date
    part = found.string("wp", "WEEKDAY_PART").split()[1]
    return Night(date, None) if part == "night" else Daypart(part, date)


def _dates(found: Found) -> Expression | None:
    first, last, month, year = _day(found, "a"), _day(found, "d"), _month(found), _year(found)
    if not 1 <= first < last <= 31:
        return None
    both = Calendar(year, month, first), Calendar(year, month, last)
    return Several(*both) if found.has("and") else Range(*both)


def _figures(found: Found) -> Expression | None:
    """A date in figures: ISO, 14-02-2023, 14.2.2023."""
    value = found.value("f", "DATE")
    return Calendar(*value[:3]) if isinstance(value, tuple) else None


def _day_month(found: Found) -> Expression | None:
    """14.02. or 14/02: a date only beside a weekday or after a preposition."""
    value = found.value("f", "DAY_MONTH", "SLASH_DATE")
    return Calendar(None, *value) if isinstance(value, tuple) else None


def _month_year(found: Found) -> Expression | None:
    return Calendar(_year(found), _month(found))


def _month_alone(found: Found) -> Expression | None:
    if found.has("weak"):
        return _weak_month(found)
    return Month(found.integer("m", "MONTH"))


def _weak_month(found: Found) -> Expression | None:
    """A month that is also another word stands only after a word that governs times."""
    previous = found.before()
    governed = {
        "HYPHEN",
        "TO",
        "IN",
        "SINCE",
        "UNTIL",
        "BY",
        "PART",
        "EARLY",
        "THIS",
        "FROM",
        "BETWEEN",
        "AND",
    }
    if previous is None:
        return None
    if {"ART", "POSSESSIVE"} & set(previous.values) and found.word(found.after()).islower():
        return Month(found.integer("weak", "MONTH_WEAK"))  # "its March meeting"
    if not governed & set(previous.values):
        return None
    return Month(found.integer("weak", "MONTH_WEAK"))


def _month_shift(found: Found) -> Expression | None:
    return Month(_month(found), shift_value(found))


def shift_value(found: Found) -> int:
    """How many turns before or after this one a modifier points."""
    return found.integer("s", "LAST", "NEXT", "THIS", "LAST_POST", "NEXT_POST")


def _bare_year(found: Found) -> Expression | None:
    year = found.integer("y", "YEAR")
    previous, following = found.before(), found.after()
    before = set(previous.values) if previous else set()
    after = set(following.values) if following else set()
    if after & {"COUNTED", "MONEY", "PERCENT", "UNITS", "UNIT"}:
        return None
    if after & {"FOUNDED"} or (after and _founding(found)):
        return Calendar(year) if 1000 <= year <= 2100 and "NOT_YEAR" not in before else None
    if before & {"MONEY", "NOT_YEAR", "PERCENT", "INT", "DECIMAL"}:
        return None
    earlier = found.before(2)
    part = earlier is not None and "PART" in earlier.values  # "mid-2021"
    if found.glued_before() and not part and not before & {"OPEN", "APOS", "DASH"}:
        return None
    if following and following.start == found.nodes[found.end - 1].end and after & {"HYPHEN"}:
        return None
    if before & {"YEAR_CUE"} and (year % 100 or not _counts(found)):
        return Calendar(year)
    cued = part or bool(before & YEAR_GOVERNS) or _continues(found, before)
    plain = 1900 <= year <= 2100 and year % 100 != 0
    counting = _counts(found)
    if plain or (year == 2000 and cued):
        return Calendar(year) if cued or not (counting and year < 1950) else None
    return Calendar(year) if cued and not counting and 1000 <= year <= 2100 else None


def _founding(found: Found) -> bool:
    """Whether a verb of beginning stands shortly before: "gegründet wurde die Firma 1867"."""
    nodes = (found.before(distance) for distance in range(1, 5))
    return any(node is not None and "FOUNDING" in node.values for node in nodes)


def _continues(found: Found, before: set[str]) -> bool:
    """Whether another year stands before it: "1939 und 1945"."""
    earlier = found.before(2)
    joined = before & {"AND", "TO", "OR", "COMMA", "HYPHEN", "DASH"}
    return bool(joined) and earlier is not None and "YEAR" in earlier.values


def _counts(found: Found) -> bool:
    """Whether an unknown word follows, which the figure may be counting."""
    following = found.after()
    return following is not None and not following.values and found.word(following)[:1].isalpha()


def _short_year(found: Found) -> Expression | None:
    return Calendar(full_year(found.integer("y", "SHORT_YEAR")))


def _day_alone(found: Found) -> Expression | None:
    """ "On the 20th" with no noun behind it."""
    following = found.after()
    word = found.word(following)
    if following is not None and following.char != "\n" and word[:1].isalnum():
        dotted = "DOT" in found.node("dot").values if found.has("dot") else False
        if word[0].isupper() or (not dotted and "FUNCTION" not in following.values):
            return None
    if not found.word(found.node("d"))[:1].isdigit():
        return None
    day = found.integer("d", "DAY", "ORDINAL")
    return Calendar(None, None, day) if 1 <= day <= 31 else None


def _month_week(found: Found) -> Expression:
    """ "Die erste Märzwoche"."""
    month, unit = found.string("u", "MONTH_UNIT").split()
    return Nth(_ordinal(found), unit, Month(int(month)))


def _governed(found: Found) -> bool:
    """Whether the word before ties a season to the calendar: "in the winter", not "a winter"."""
    previous = found.nodes[found.groups["season"] - 1] if found.groups["season"] else None
    return previous is not None and not GOVERNS.isdisjoint(previous.values)


def _season(found: Found) -> Expression | None:
    season = found.integer("season", "SEASON", "SEASON_WEAK")
    if not (found.has("s") or found.has("y") or found.has("span")) and not _governed(found):
        return None
    shift = shift_value(found) if found.has("s") else None
    year = _year(found)
    if found.has("span"):
        pair = found.value("span", "YEAR_SPAN")
        year = pair[0] if isinstance(pair, tuple) else None
    return Season(season, year, shift)


def _season_of_years(found: Found) -> Expression | None:
    years = found.expression("x")
    if not isinstance(years, Years) or years.last - years.first != 1:
        return None
    return Season(found.integer("season", "SEASON", "SEASON_WEAK"), years.first)


def _season_governed(found: Found) -> Expression | None:
    """A season that is also another word needs a word that governs times."""
    following, first = found.after(), found.nodes[found.start]
    if "TO" in first.values and found.groups["season"] == found.start + 1:
        return None  # "exports are to fall"
    if following and "OF" in following.values and not found.has("y"):
        return None
    return _season(found)


def _feast(found: Found) -> Expression | None:
    if "NAMELIKE" in found.node("feast").values and (
        found.glued_before()
        or any(
            node is not None and node.char == "x" and found.word(node)[:1].isupper()
            for node in (found.before(), found.after())
        )
    ):
        return None  # "Tariq Ramadan", "Jean-Noël"
    shift = shift_value(found) if found.has("s") else None
    return Feast(found.string("feast", "FEAST"), _year(found), shift)


def _nth(found: Found) -> Expression | None:
    """An ordinal and a unit, waiting for what it is counted in."""
    unit = found.string("u", "UNIT", "UNITS", "WEEKDAY", "WEEKEND", "HALVES")
    if "WEEKDAY" in found.node("u").values:
        return Nth(_ordinal(found), "weekday", None, int(unit))
    if "WEEKEND" in found.node("u").values:
        unit = "weekend"
    values = found.node("u").values
    plural = "UNITS" in values and (
        "UNIT" not in values or (found.has("o") and "PLURAL_ORDINAL" in found.node("o").values)
    )
    several = plural and unit in ("day", "week", "month")
    before = found.before()
    if several and before is not None and {"NUMBER", "INT"} & set(before.values):
        return None  # "les six premiers mois": counted, read as a whole later
    return Nth(_ordinal(found), unit, None, several=several and _ordinal(found) in (1, -1))


def _nth_alone(found: Found) -> Expression | None:
    unit = found.string("u", "UNIT")
    if unit not in ("quarter", "half"):
        return None
    return _quarter(found) if unit == "quarter" else _half_year(found)


def _year_word(found: Found) -> Expression | None:
    return Calendar(found.integer("y", "YEAR")) if found.string("u", "UNIT") == "year" else None


def _month_word(found: Found) -> Expression | None:
    if found.string("u", "UNIT") != "month":
        return None
    return Calendar(_year(found), _month(found)) if found.has("y") else Month(_month(found))


def _quarter(found: Found) -> Expression | None:
    number = _ordinal(found)
    if not (1 <= number <= 4 or number < 0):
        return None
    year = _year(found)
    return Nth(number, "quarter", Calendar(year) if year else None)


def _ordinal(found: Found) -> int:
    if found.has("o2"):
        return found.integer("o2", "DAY")
    return found.integer("o", "ORDINAL", "QUARTER_NAME")


def _half_year(found: Found) -> Expression | None:
    number = _ordinal(found)
    year = _year(found)
    return Nth(number, "half", Calendar(year) if year else None) if number in (1, 2) else None


MACROS = {
    "MOD": "(LAST | NEXT | THIS)",
    "MODPOST": "(LAST_POST | NEXT_POST)",
    "W": "(WEEKDAY | WEEKDAY_ABBR)",
    "PARTOFDAY": "(DAYPART | DAYPART_ADVERB | DAYPART_DEICTIC)",
    "DAYONLY": "(DAY | ORDINAL)",
    "WHOLE": "(MONTHANY | YEAR | UNIT | FISCAL | MOD | SEASON | SEASON_WEAK | DECADE | DECADE_WORD"
    " | WEEKEND | DAY | ORDINAL | THAT | SAME | FEAST | DEICTIC)",
}
RULES = (
    Rule("date", "(THIS? w:W COMMA? ART?)? d:DAYNUM OF? m:MONTHANY (COMMA? OF? y:YEAR)?", _date),
    Rule("date", "wp:WEEKDAY_PART COMMA? ART? d:DAYNUM OF? m:MONTHANY (COMMA? OF? y:YEAR)?", _date),
    Rule("date", "(w:W COMMA?)? m:MONTH_FIRST ART? d:DAYONLY (COMMA? y:YEAR)?", _date),
    Rule("date", "d:DAY HYPHEN m:MONTHANY HYPHEN y:(YEAR | SHORT_YEAR)", _date),
    Rule("date", "(w:W COMMA? ART?)? f:DATE", _figures),
    Rule("date", "W COMMA? ART? f:(DAY_MONTH | SLASH_DATE) DOT?", _day_month),
    Rule("date", "ON core:(f:DAY_MONTH DOT)", _day_month),
    Rule(
        "dates",
        "(W ART?)? a:DAYNUM (JOIN | ON | and:AND) ART? (W ART?)? d:DAYNUM OF?"
        " m:MONTHANY (OF? y:YEAR)?",
        _dates,
    ),
    Rule(
        "dates",
        "a:DAYNUM (COMMA DAYNUM) (COMMA DAYNUM)? and:AND d:DAYNUM m:MONTHANY y:YEAR?",
        _dates,
    ),
    Rule("dates", "BETWEEN ART? core:(a:DAYNUM AND ART? d:DAYNUM m:MONTHANY y:YEAR?)", _dates),
    Rule("dates", "m:MONTH_FIRST a:DAYONLY (JOIN | and:AND) d:DAYONLY (COMMA? y:YEAR)?", _dates),
    Rule("dates", "BETWEEN core:(m:MONTH_FIRST a:DAYONLY AND d:DAYONLY (COMMA? y:YEAR)?)", _dates),
    Rule("month", "m:MONTHANY (OF | COMMA)? y:YEAR", _month_year),
    Rule("month", "m:MONTHANY APOS y:SHORT_YEAR", _month_year),
    Rule("month", "u:UNIT OF? m:MONTHANY y:YEAR?", _month_word),
    Rule("month", "m:MONTH", _month_alone),
    Rule("month", "weak:MONTH_WEAK", _month_alone),
    Rule("month", "s:MOD m:MONTHANY", _month_shift),
    Rule("month", "m:MONTHANY s:MODPOST !UNITANY", _month_shift),
    Rule("year", "y:YEAR", _bare_year),
    Rule("year", "u:UNIT y:YEAR", _year_word),
    Rule("year", "IN core:(APOS y:SHORT_YEAR)", _short_year),
    Rule("quarter", "o:QUARTER_NAME (OF? y:YEAR)?", _quarter),
    Rule("quarter", "(o:ORDINAL | o2:DAY DOT) ADJ? u:UNIT (OF? y:YEAR)?", _nth_alone),
    Rule("nth", "core:((o:ORDINAL | o2:DAY DOT) u:HALVES) &YEAR", _nth),
    Rule(
        "nth",
        "core:((o:ORDINAL | o2:DAY DOT) ADJ? u:(UNIT | UNITS | WEEKDAY | WEEKEND | HALVES))"
        " &(OF (ART | OF)? WHOLE)",
        _nth,
    ),
    Rule(
        "date",
        "ON_ORDINAL ART core:(d:ORDINAL) !(MONTHANY | UNITANY | JOIN | AND | OR)",
        _day_alone,
    ),
    Rule(
        "date",
        "ON_DAY core:(d:(ORDINAL | DAY)) !(MONTHANY | UNITANY | JOIN | AND | OR)",
        _day_alone,
    ),
    Rule(
        "date",
        "ON_DAY_DOT core:(d:DAY dot:DOT) !(MONTHANY | UNITANY | JOIN | AND | OR)",
        _day_alone,
    ),
    Rule("nth-of", "(o:ORDINAL | o2:DAY DOT) ADJ? u:MONTH_UNIT", _month_week),
    Rule("season", "s:MOD? season:SEASON (OF? (y:YEAR | span:YEAR_SPAN))?", _season),
    Rule("season", "season:SEASON s:MODPOST !UNITANY", _season),
    Rule("season", "season:SEASON (OF | FROM) y:YEAR (TO | ON | AND | UNTIL) YEAR", _season),
    Rule("season", "season:SEASON y:YEAR (SLASH | HYPHEN) (YEAR | SHORT_YEAR)", _season),
    Rule("season", "season:(SEASON | SEASON_WEAK) OF? x:T_YEARS", _season_of_years),
    Rule("season", "s:MOD season:SEASON_WEAK y:YEAR?", _season),
    Rule("season", "season:SEASON_WEAK OF? y:YEAR", _season),
    Rule("season", "season:SEASON_WEAK s:MODPOST !UNITANY", _season),
    Rule(
        "season",
        "(ART | IN | EARLY | PART | SINCE | UNTIL | BY | OF | FROM | ON) core:(season:SEASON_WEAK)"
        " !(LAST_POST | NEXT_POST)",
        _season_governed,
    ),
    Rule("feast", "s:MOD? feast:FEAST y:YEAR?", _feast),
    Rule("feast", "feast:FEAST s:MODPOST", _feast),
)
