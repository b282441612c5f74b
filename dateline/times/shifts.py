"""Second pass, counted times: yesterday, last week, two years ago, the past days, a day later."""

from __future__ import annotations

from dateline.times.atoms import shift_value
from dateline.times.expressions import (
    About,
    Daypart,
    Duration,
    Expression,
    Month,
    Night,
    Part,
    Recurring,
    Same,
    Season,
    Shift,
    Stretch,
    Vague,
    Within,
)
from dateline.times.nodes import Found, Rule

FEW_AGO = 2
MOST_SEASONS = 7
NAMES_DAY = {"OF", "DAY", "WEEKDAY", "ON"}
TELLS_PRESENT = 2  # the value of an "in" that tells the future with a verb in the present too
NEIGHBOUR = ("FOLLOWING", "PREVIOUS", "FOLLOWING_POST", "PREVIOUS_POST")
SMALLER = {
    "century": ("year", 100),
    "decade": ("year", 10),
    "year": ("month", 12),
    "month": ("day", 30),
    "week": ("day", 7),
    "day": ("hour", 24),
}


def _unit_shift(found: Found) -> Expression | None:
    unit = found.string("u", "UNIT", "UNITS", "FISCAL")
    if unit in ("second", "minute", "hour"):
        return Recurring("none") if unit != "hour" else Stretch("hour", 1, shift_value(found) or 1)
    shift = shift_value(found)
    if unit == "decade" and found.has("s") and "RECENT" in found.node("s").values:
        return Stretch(unit, 1, -1)
    if unit == "day" and shift != 0:
        return Shift(unit, shift, "then") if shift > 0 else None
    return Shift(unit, shift)


def _unit_anaphoric(found: Found) -> Expression | None:
    unit = found.string("u", "UNIT")
    if unit in ("second", "minute", "hour"):
        return Recurring("none")
    return Shift(unit, found.integer("s", *NEIGHBOUR), "then")


def _stretch(found: Found) -> Expression | None:
    unit = found.string("u", "UNITS", "UNIT")
    sign = found.integer("s", "RECENT", "COMING", "LAST", "NEXT", "LAST_POST", "NEXT_POST")
    count: float | None = None
    if found.has("n"):
        count = float(found.value("n", "NUMBER", "INT", "DECIMAL", "SOME"))  # type: ignore[arg-type]
        if "SOME" in found.node("n").values:
            count = None
    elif "UNITS" not in found.node("u").values:
        count = 1
    return Stretch(unit, count, sign)


def _stretch_quantity(found: Found) -> Expression | None:
    quantity = found.expression("q")
    sign = found.integer("s", "RECENT", "COMING", "LAST", "NEXT", "LAST_POST", "NEXT_POST")
    if not isinstance(quantity, Duration):
        return None
    return Stretch(quantity.unit, quantity.count, sign)


def _named_same(found: Found) -> Expression | None:
    """ "That September": the one in the year last spoken of."""
    if "SEASON" in found.node("n").values:
        return Within(Season(found.integer("n", "SEASON")), Same("year"))
    return Within(Month(found.integer("n", "MONTH", "MONTH_WEAK")), Same("year"))


def _same(found: Found) -> Expression | None:
    unit = found.string("u", "UNIT")
    return Same(unit) if unit not in ("second", "minute", "hour") else Recurring("none")


def _deictic(found: Found) -> Expression | None:
    previous = found.before()
    noun = "DAYPART" in found.node("d").values  # "am Morgen", not "morgen"
    if noun and previous is not None and {"ON", "IN", "ART"} & set(previous.values):
        return None
    day = Shift("day", found.integer("d", "DEICTIC"))
    if not found.has("p"):
        return day
    part = found.string("p", "DAYPART", "DAYPART_ADVERB", "DAYPART_DEICTIC")
    return Night(day, None) if part == "night" else Daypart(part, day)


def _deictic_told(found: Found) -> Expression:
    """ "Noch heute": this day where something happens on it, the present at large elsewhere."""
    return Shift("day", found.integer("d", "DEICTIC_TOLD"), condition="told")


def _that_day(_: Found) -> Expression:
    return Same("day")


def _same_part(found: Found) -> Expression:
    part = found.string("p", "DAYPART")
    return Night(Same("day"), None) if part == "night" else Daypart(part, Same("day"))


def _bare_part(found: Found) -> Expression | None:
    following = found.after()
    if following is not None and NAMES_DAY & set(following.values):
        return None  # "am Abend des 9. November" names its day
    part = found.string("p", "DAYPART", "DAYPART_BARE")
    return Daypart(part, None, bare=True)


def _seasons_ago(found: Found) -> Expression | None:
    """ "Two summers ago": the last summer but one."""
    count = found.integer("n", "NUMBER")
    season = found.integer("s", "SEASON", "SEASON_WEAK", "SEASONS")
    return Season(season, None, -count) if 1 <= count <= MOST_SEASONS else None


def _deictic_part(found: Found) -> Expression | None:
    offset, part = found.string("d", "DEICTIC_PART").split()
    day = Shift("day", int(offset))
    if part == "night":
        return Night(None, day) if offset == "0" and found.has("morningwise") else Night(day, None)
    return Daypart(part, day)


def _this_part(found: Found) -> Expression | None:
    part = found.string("p", "DAYPART", "DAYPART_DEICTIC")
    shift = shift_value(found)
    if part == "night":
        return Night(Shift("day", min(shift, 0)), None)
    return Daypart(part, Shift("day", shift))


def _shiftword(found: Found) -> Expression | None:
    unit, count, anchor = found.string("w", "SHIFTWORD").split()
    return Shift(unit, int(count), anchor)


def _shiftword_end(found: Found) -> Expression | None:
    """ "The day after" with nothing behind it; else it hangs on what follows."""
    following = found.after()
    ends = {"COMMA", "DOT", "STOP", "BREAK", "CLOSE", "COLON", "DASH"}
    if following is not None and following.char != "\n" and ends.isdisjoint(following.values):
        return None
    unit, count, anchor = found.string("w", "SHIFTWORD_END").split()
    return Shift(unit, int(count), anchor)


def _overnight(found: Found) -> Expression | None:
    """The night before the publication day, where the word is no adjective."""
    following = found.after()
    if following is not None and following.char == "x":
        return None
    if following is not None and {"ON", "FROM"} & set(following.values):
        return None  # "overnight on Friday" names its night
    return Daypart("overnight", None, bare=True)


def _closed_unit(found: Found) -> Expression | None:
    """The unit that a market or a match ends: "finished the day", "closed the week"."""
    unit = found.string("u", "UNIT")
    return Same(unit) if unit in ("day", "week", "month", "quarter", "year") else None


def _units_ago(found: Found) -> Expression | None:
    unit = found.string("u", "UNITS")
    return Shift(unit, -5 if unit == "year" else -3, "now", True)


def _shift_part(found: Found) -> Expression | None:
    part, unit = found.string("w", "SHIFT_PART").split()
    return Part(part, Shift(unit, 0))


def _counted(found: Found, sign: int, anchor: str, condition: str = "") -> Expression | None:
    quantity = found.expression("q")
    if not isinstance(quantity, Duration):
        return None
    if anchor == "then" and quantity.unit in ("second", "minute", "hour"):
        return None  # "two hours later" hangs on what was told; no calendar holds it
    return shift_by(quantity, sign, anchor, condition)


def shift_by(quantity: Duration, sign: int, anchor: str, condition: str = "") -> Expression:
    """The time that lies a length of time before or after the anchor."""
    unit, count = quantity.unit, quantity.count
    if unit == "half":
        unit, count = "month", 6 * (count or 1)
    if count is not None and count != int(count) and unit in SMALLER:
        unit, times = SMALLER[unit]
        count = count * times
    if count is None:
        return Shift(unit, sign * int(quantity.few or FEW_AGO), anchor, True, True, condition)
    return Shift(unit, sign * int(count), anchor, False, True, condition)


def _ago(found: Found) -> Expression | None:
    shifted = _counted(found, -1, "now")
    about = found.has("a") and "EXACT" not in found.node("a").values
    return About(shifted) if shifted and about else shifted


def _from_now(found: Found) -> Expression | None:
    return _counted(found, 1, "now")


def _from_now_if_future(found: Found) -> Expression | None:
    present = found.integer("w", "IN_FUTURE_WEAK") == TELLS_PRESENT
    shifted = _counted(found, 1, "now", "ahead" if present else "future")
    hour = isinstance(shifted, Shift) and shifted.unit in ("second", "minute", "hour")
    return None if present and hour else shifted


def _later(found: Found) -> Expression | None:
    return _counted(found, 1, "then")


def _earlier(found: Found) -> Expression | None:
    return _counted(found, -1, "then")


def _vague(found: Found) -> Expression | None:
    return Vague(found.string("v", "VAGUE"))


def _nothing(_: Found) -> Expression | None:
    return Recurring("set")


RULES = (
    Rule("unit", "s:MOD ADJ? u:(UNIT | FISCAL)", _unit_shift),
    Rule("unit", "THIS? u:(UNIT | FISCAL) s:MODPOST", _unit_shift),
    Rule("unit", "s:(FOLLOWING | PREVIOUS) ADJ? u:UNIT", _unit_anaphoric),
    Rule("unit", "u:UNIT s:(FOLLOWING_POST | PREVIOUS_POST)", _unit_anaphoric),
    Rule("unit", "(SAME | THAT) ADJ? u:UNIT THERE?", _same),
    Rule("unit", "THIS u:UNIT THERE", _same),
    Rule("unit", "(SAME | THAT) n:(MONTH | MONTH_WEAK | SEASON)", _named_same),
    Rule("unit", "w:SHIFTWORD !OF", _shiftword),
    Rule("unit", "w:SHIFTWORD_END", _shiftword_end),
    Rule("unit", "CLOSING ART core:(u:UNIT)", _closed_unit),
    Rule("deictic", "OVERNIGHT", _overnight),
    Rule("unit", "w:SHIFT_PART", _shift_part),
    Rule(
        "stretch",
        "(THIS | PLURAL_THIS)? s:(RECENT | COMING) n:(NUM | SOME)? ADJ? u:UNITS !OF_YEAR",
        _stretch,
    ),
    Rule("stretch", "s:(RECENT | COMING | LAST | NEXT) q:QUANTITY !OF_YEAR", _stretch_quantity),
    Rule("stretch", "q:QUANTITY s:MODPOST", _stretch_quantity),
    Rule("stretch", "s:RECENT ADJ? u:UNIT !OF_YEAR", _stretch),
    Rule(
        "stretch",
        "PLURAL_THIS? n:(NUMBER | FIGURES | SOME) s:(RECENT | COMING) ADJ? u:UNITS !OF_YEAR",
        _stretch,
    ),
    Rule("stretch", "PLURAL_THIS? u:UNITS s:MODPOST", _stretch),
    Rule("deictic", "d:DEICTIC (COMMA? p:PARTOFDAY)?", _deictic),
    Rule("deictic", "d:DEICTIC_PART", _deictic_part),
    Rule("deictic", "d:DEICTIC_TOLD", _deictic_told),
    Rule("deictic", "DEICTIC THERE", _that_day),
    Rule("daypart", "SAME p:DAYPART", _same_part),
    Rule("set", "(DEICTIC_PART | THIS DAYPART) THERE", _nothing),
    Rule("daypart", "p:DAYPART SAME", _same_part),
    Rule("daypart", "ON_DAYPART ART? core:(PART? OF? p:DAYPART)", _bare_part),
    Rule("daypart", "p:DAYPART_BARE", _bare_part),
    Rule("deictic", "p:DAYPART s:MODPOST", _this_part),
    Rule("deictic", "s:MOD p:(DAYPART | DAYPART_DEICTIC)", _this_part),
    Rule("ago", "a:(APPROX | MORE)? q:QUANTITY AGO", _ago),
    Rule("ago", "BEFORE_AGO core:(a:(APPROX | MORE)? q:QUANTITY)", _ago),
    Rule("ago", "n:NUMBER s:(SEASON | SEASON_WEAK | SEASONS) AGO", _seasons_ago),
    Rule("ago", "BEFORE_AGO core:(n:NUMBER s:(SEASON | SEASON_WEAK | SEASONS))", _seasons_ago),
    Rule("ago", "u:UNITS AGO", _units_ago),
    Rule("ago", "BEFORE_AGO core:(u:UNITS)", _units_ago),
    Rule("ahead", "IN_FUTURE core:((APPROX | MORE)? q:QUANTITY)", _from_now),
    Rule("ahead", "(APPROX | MORE)? q:QUANTITY FROM_NOW", _from_now),
    Rule("ahead", "w:IN_FUTURE_WEAK core:((APPROX | MORE)? q:QUANTITY)", _from_now_if_future),
    Rule("later", "q:QUANTITY LATER !(THAN | ART? (FEAST | DAYNUM OF? MONTHANY | DATE))", _later),
    Rule(
        "earlier",
        "q:QUANTITY EARLIER !(THAN | ART? (FEAST | DAYNUM OF? MONTHANY | DATE))",
        _earlier,
    ),
    Rule("vague", "v:VAGUE", _vague),
    Rule("set", "EVERY ORDINAL? (UNITANY | W | DAYPART | MONTHANY | SEASON)", _nothing),
    Rule("set", "EVERY (NUM | SOME)? UNITANY", _nothing),
    Rule("set", "EVERY (QUANTITY | WEEKDAY_PART | WEEKEND | FEAST)", _nothing),
    Rule("set", "SET", _nothing),
)
