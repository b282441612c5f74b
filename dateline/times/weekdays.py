"""Second pass, the days of the week: alone, shifted, with a part of the day, and weekends."""

from __future__ import annotations

from dateline.times.atoms import shift_value
from dateline.times.expressions import (
    Counted,
    Daypart,
    Expression,
    Night,
    Recurring,
    Weekday,
    Weekend,
)
from dateline.times.nodes import Found, Rule


def _weekday(found: Found) -> Expression | None:
    return Weekday(found.integer("w", "WEEKDAY"), shift_value(found) if found.has("s") else None)


def _habitual(_: Found) -> Expression:
    """ "Le dimanche" with no date behind it: every Sunday."""
    return Recurring("set")


def _some_weekday(found: Found) -> Expression | None:
    """ "Un vendredi", "on a Friday": which one, the text does not tell."""
    following = found.after()
    if found.integer("n", "NUMBER") != 1:
        return None
    if following is not None and "INDEFINITE" in found.node("n").values:
        noun = not following.values or "EVENT_NOUN" in following.values
        if noun and found.word(following)[:1].islower():
            return None  # "in a Friday interview"
    return Recurring("set")


def _weekday_week_after(found: Found) -> Expression | None:
    """ "Thursday week", "jeudi en huit": a week after the coming one."""
    return Counted(
        "week", found.integer("n", "WEEK_AFTER"), Weekday(found.integer("w", "WEEKDAY"), 1)
    )


def _weekday_part(found: Found) -> Expression | None:
    weekday, part = found.string("w", "WEEKDAY_PART").split()
    day = Weekday(int(weekday), shift_value(found) if found.has("s") else None)
    return Night(day, None) if part == "night" else Daypart(part, day)


def _weekday_and_part(found: Found) -> Expression | None:
    part = found.string("p", "DAYPART", "DAYPART_ADVERB", "DAYPART_DEICTIC")
    day = Weekday(found.integer("w", "WEEKDAY"), shift_value(found) if found.has("s") else None)
    return Night(day, None) if part == "night" else Daypart(part, day)


def _weekend(found: Found) -> Expression | None:
    return Weekend(shift_value(found) if found.has("s") else None)


RULES = (
    Rule("weekday", "s:MOD? w:WEEKDAY", _weekday),
    Rule("weekday", "w:WEEKDAY s:MODPOST !UNITANY", _weekday),
    Rule("weekday", "w:WEEKDAY n:WEEK_AFTER !NUM", _weekday_week_after),
    Rule("set", "HABITUAL core:(WEEKDAY) &(COMMA | FUNCTION | DOT | STOP)", _habitual),
    Rule("set", "n:NUMBER (WEEKDAY | WEEKDAY_PART)", _some_weekday),
    Rule("weekday", "s:MOD? w:WEEKDAY_PART", _weekday_part),
    Rule("weekday", "s:MOD? w:WEEKDAY COMMA? p:PARTOFDAY", _weekday_and_part),
    Rule("weekend", "s:MOD? WEEKEND", _weekend),
    Rule("weekend", "WEEKEND s:MODPOST !UNITANY", _weekend),
)
