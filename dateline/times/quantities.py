"""First pass: lengths of time, ages, clock figures and numbers that belong to something else."""

from __future__ import annotations

from dateline.times.expressions import (
    Clock,
    Duration,
    EventTime,
    Expression,
    Range,
    Recurring,
    Years,
)
from dateline.times.nodes import Found, Rule
from dateline.times.numerals import full_year

MACROS = {
    "NUM": "(NUMBER | INT | DECIMAL)",
    "UNITANY": "(UNIT | UNITS)",
    "OF_YEAR": "(OF? ART? UNIT? YEAR)",
    "MONTHANY": "(MONTH | MONTH_WEAK | MONTH_ABBR)",
    "DAYNUM": "(DAY DOT? | ORDINAL)",
    "JOIN": "(TO | HYPHEN | DASH | UNTIL)",
}


def _quantity(found: Found) -> Expression | None:
    unit = found.string("u", "UNIT", "UNITS")
    if found.has("n"):
        count = float(found.value("n", "NUMBER", "INT", "DECIMAL"))  # type: ignore[arg-type]
        if found.has("b"):
            count = float(found.value("b", "NUMBER", "INT", "DECIMAL"))  # type: ignore[arg-type]
        if found.has("half"):
            count += 0.5
    elif found.has("half"):
        count = 0.5
    elif found.has("s"):
        return Duration(unit, None, few=float(found.value("s", "SOME")))  # type: ignore[arg-type]
    else:
        return Duration(unit, None)
    return Duration(unit, count)


def _nothing(_: Found) -> Expression | None:
    return Recurring("none")


def _age(_: Found) -> Expression | None:
    return Recurring("age")


def _decade(found: Found) -> Expression | None:
    value = found.integer("d", "DECADE", "TENS", "NINETIES", "NINETIES_NOUN", "YEAR")
    if value >= 1000:
        first = value
    elif found.has("apos") or value >= 20:
        first = 1900 + value
    else:
        first = 2000 + value
    return Years(first, first + 9, "decade")


def _decade_alone(found: Found) -> Expression | None:
    value = found.integer("d", "DECADE", "NINETIES", "NINETIES_NOUN")
    if value < 1000 and not found.has("apos") and not found.has("art"):
        previous = found.before()
        if not previous or not ({"ART", "EARLY", "PART", "IN"} & set(previous.values)):
            return None
    return _decade(found)


def _century(found: Found) -> Expression | None:
    number = found.integer("o", "ORDINAL") if found.has("o") else found.integer("d", "DAY")
    if not 1 <= number <= 22:
        return None
    return Years((number - 1) * 100, number * 100 - 1, "century")


def _clock(found: Found) -> Expression | None:
    hour, minute = _hour_minute(found)
    if found.has("ampm") and hour <= 12:
        hour = hour % 12 + (12 if found.string("ampm", "AMPM") == "pm" else 0)
    if found.has("part") and hour <= 12:
        hour = _by_daypart(hour, found.string("part", "DAYPART_ADVERB"))
    zone = found.string("z", "ZONE") if found.has("z") else None
    return Clock(hour, minute, zone) if hour <= 24 else None


def _by_daypart(hour: int, part: str) -> int:
    if part in ("afternoon", "evening") and hour < 12:
        return hour + 12
    if part == "night" and 8 <= hour < 12:
        return hour + 12
    return 0 if part == "night" and hour == 12 else hour


def _hour_minute(found: Found) -> tuple[int, int]:
    if found.has("c"):
        pair = found.value("c", "CLOCK", "DOT_CLOCK", "HOURS")
        hour, minute = pair if isinstance(pair, tuple) else (0, 0)
        return hour, minute
    if found.has("name"):
        hour, minute = found.integer("name", "CLOCK_NAME"), 0
        if found.has("e"):
            minute = 30
        return hour, minute
    hour = found.integer("h", "HOUR", "NUMBER")
    minute = 0
    if found.has("half"):
        return hour - 1 if hour > 1 else 12, 30
    if found.has("hp"):
        minute = found.integer("hp", "HALF_PAST")
    elif found.has("q"):
        minute = 15
    elif found.has("m"):
        minute = found.integer("m", "FIGURES", "NUMBER")
    elif found.has("e"):
        minute = 30
    if found.has("to"):
        minute = -minute
    if minute < 0:
        return (hour - 1 if hour > 1 else 12), 60 + minute
    return hour, minute


def _clock_word(found: Found) -> Expression | None:
    """A bare hour with a word that also counts hours: it needs a sign that it is a clock."""
    clock = _clock(found)
    if not isinstance(clock, Clock):
        return None
    return clock


def _late_hour(found: Found) -> Expression | None:
    """After a word that also measures ("de 19 heures") an hour is one past noon."""
    return _clock(found) if 13 <= found.integer("h", "HOUR") <= 23 else None


def _dot_clock(found: Found) -> Expression | None:
    """Figures with a full stop are a clock only beside a word that says so."""
    following = found.after()
    if following and {"PERCENT", "MONEY", "COUNTED"} & set(following.values):
        return None
    told = found.end - found.groups["c"] > 1  # "Uhr", "a.m." or a zone stands behind it
    if not told and following and following.char == "x" and found.word(following).islower():
        return None  # "at 1.20 cedis"
    clock = _clock(found)
    return clock if told or (isinstance(clock, Clock) and clock.hour) else None


def _stamp(found: Found) -> Expression | None:
    """Figures that open a line and are set off from it: "17.45 – ..."."""
    previous, following = found.before(), found.after()
    opens = previous is None or previous.char == "\n"
    if previous is not None and not found.word(previous)[:1].isalnum():
        second = found.before(2)
        opens = opens or second is None or second.char == "\n"
    mark = found.word(following)[:1]
    return _clock(found) if opens and mark in ("–", "-", "—", ":", "|", "\n") else None


def _colon_clock(found: Found) -> Expression | None:
    following = found.after()
    if following and {"PERCENT", "MONEY"} & set(following.values):
        return None
    if found.glued_before() and found.word(found.before()) in ("-", "/", ":"):
        return None
    return _clock(found)


def _clocks(found: Found) -> Expression | None:
    """From one clock time to another; the second tells morning from afternoon for both."""
    ampm = 12 if found.has("ampm") and found.string("ampm", "AMPM") == "pm" else 0
    if found.has("h"):
        pairs = [(found.integer(label, "HOUR", "NUMBER"), 0) for label in "hi"]
    else:
        values = [found.value(label, "CLOCK", "DOT_CLOCK", "HOURS") for label in "cd"]
        pairs = [(v[0], v[1]) for v in values if isinstance(v, tuple)]
    if len(pairs) != 2 or any(hour > 24 for hour, _ in pairs):
        return None
    first, last = (
        Clock(hour % 12 + ampm if ampm and hour <= 12 else hour, minute) for hour, minute in pairs
    )
    return Range(first, last)


def _event(found: Found) -> Expression | None:
    return EventTime(found.string("r", "EVENT_RELATION") if found.has("r") else "during")


def _year_span(found: Found) -> Expression | None:
    if found.has("s"):
        pair = found.value("s", "YEAR_SPAN")
        first, last = pair if isinstance(pair, tuple) else (0, 0)
        return Years(first, last, "season" if last - first == 1 else "years")
    first = full_year(found.integer("a", "YEAR", "SHORT_YEAR"))
    last = found.integer("b", "YEAR", "SHORT_YEAR")
    if last < 100:
        last += first // 100 * 100
    if not 0 < last - first <= 700 or (found.glued_before() and found.word(found.before()) == "-"):
        return None
    following = found.after()
    if following and "HYPHEN" in following.values:
        return None
    return Years(first, last, "years")


RULES = (
    Rule("clock", "c:CLOCK (UUR | OCLOCK)? ampm:AMPM? z:ZONE? part:DAYPART_ADVERB?", _colon_clock),
    Rule("clock", "c:DOT_CLOCK (UUR | OCLOCK) z:ZONE? part:DAYPART_ADVERB?", _clock),
    Rule("clock", "c:DOT_CLOCK ampm:AMPM z:ZONE?", _clock),
    Rule("clock", "c:DOT_CLOCK z:ZONE", _clock),
    Rule(
        "clock",
        "AT core:(c:DOT_CLOCK (UUR | OCLOCK | ampm:AMPM)? z:ZONE? part:DAYPART_ADVERB?)",
        _dot_clock,
    ),
    Rule("clock", "h:(HOUR | NUMBER) OCLOCK m:FIGURES? z:ZONE? part:DAYPART_ADVERB?", _clock),
    Rule("clock", "h:(HOUR | NUMBER) ampm:AMPM z:ZONE?", _clock),
    Rule("clock", "c:HOURS (HYPHEN !HYPHEN)? z:ZONE? part:DAYPART_ADVERB?", _clock),
    Rule("clock", "c:DOT_CLOCK", _stamp),
    Rule("clock", "AT_WEAK core:(h:HOUR UUR)", _late_hour),
    Rule("clock", "h:(HOUR | NUMBER) UUR m:FIGURES", _clock),
    Rule("clock", "AT core:(h:(HOUR | NUMBER) UUR z:ZONE? part:DAYPART_ADVERB?)", _clock_word),
    Rule("clock", "h:(HOUR | NUMBER) UUR (z:ZONE | part:DAYPART_ADVERB)", _clock_word),
    Rule("clock", "AT core:(h:(HOUR | NUMBER) part:DAYPART_ADVERB)", _clock_word),
    Rule("clock", "half:HALF h:(HOUR | NUMBER) part:DAYPART_ADVERB?", _clock),
    Rule("clock", "hp:HALF_PAST h:(HOUR | NUMBER) ampm:AMPM?", _clock),
    Rule(
        "clock",
        "(q:QUARTER_CLOCK | m:NUMBER) (PAST_CLOCK | to:TO_CLOCK) h:(HOUR | NUMBER) UUR?"
        " part:DAYPART_ADVERB?",
        _clock,
    ),
    Rule("clock", "name:CLOCK_NAME (AND e:HALF)? z:ZONE?", _clock),
    Rule("quantity", "n:NUM (AND NUMBER half:HALF)? ADJ? u:UNITANY", _quantity),
    Rule("quantity", "n:NUM (HYPHEN | TO | OR | AND) b:NUM ADJ? u:UNITANY", _quantity),
    Rule("quantity", "n:NUM u:UNITANY AND NUMBER? half:HALF", _quantity),
    Rule("quantity", "s:SOME ADJ? u:UNITS", _quantity),
    Rule("quantity", "NUMBER? half:HALF HYPHEN? NUMBER? u:UNIT", _quantity),
    Rule("quantity-adjective", "NUM HYPHEN UNITANY", _nothing),
    Rule("age", "NUM HYPHEN? UNITANY HYPHEN? AGE", _age),
    Rule("age", "AGED_FIGURE", _age),
    Rule("age", "NUM HYPHEN? AGE", _age),
    Rule("age", "AGED NUM UNITANY?", _age),
    Rule("decade", "DECADE_WORD apos:APOS? d:(TENS | NINETIES | DECADE)", _decade),
    Rule("decade", "d:NINETIES DECADE_WORD", _decade),
    Rule("decade", "apos:APOS? d:DECADE HYPHEN? DECADE_WORD", _decade),
    Rule("decade", "apos:APOS? d:DECADE", _decade_alone),
    Rule("decade", "d:NINETIES_NOUN", _decade_alone),
    Rule("century", "(o:ORDINAL | d:DAY DOT) CENTURY", _century),
    Rule(
        "clocks", "(BETWEEN | FROM | AT) core:(c:DOT_CLOCK (AND | JOIN) d:DOT_CLOCK UUR?)", _clocks
    ),
    Rule(
        "clocks",
        "c:(DOT_CLOCK | CLOCK | HOURS) JOIN d:(DOT_CLOCK | CLOCK | HOURS) (UUR | OCLOCK)",
        _clocks,
    ),
    Rule(
        "clocks",
        "(BETWEEN | FROM | AT) core:(h:(HOUR | NUMBER) UUR? (AND | JOIN) i:(HOUR | NUMBER)"
        " (UUR | OCLOCK | ampm:AMPM))",
        _clocks,
    ),
    Rule("event", "(EVENT_PHASE | PART) OF? ART? EVENT_ADJ? EVENT_NOUN", _event),
    Rule("event", "r:EVENT_RELATION OF? ART? EVENT_ADJ? EVENT_NOUN", _event),
    Rule("years", "s:YEAR_SPAN", _year_span),
    Rule("years", "a:YEAR (HYPHEN | DASH | SLASH) APOS? b:(YEAR | SHORT_YEAR)", _year_span),
)
