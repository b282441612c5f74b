"""When feasts fall: fixed days, days counted from Easter, nth weekdays, and other calendars."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, easter

from dateline.model import Precision
from dateline.times.intervals import Interval, OutOfCalendar
from dateline.times.movable import TABLES, is_sighted, movable

FIXED = {
    "new_year": (1, 1),
    "new_year_eve": (12, 31),
    "epiphany": (1, 6),
    "orthodox_christmas_eve": (1, 6),
    "orthodox_christmas": (1, 7),
    "orthodox_new_year": (1, 14),
    "thai_new_year": (4, 13),
    "burns_night": (1, 25),
    "australia_day": (1, 26),
    "candlemas": (2, 2),
    "valentine": (2, 14),
    "womens_day": (3, 8),
    "april_fools": (4, 1),
    "earth_day": (4, 22),
    "saint_george": (4, 23),
    "anzac_day": (4, 25),
    "juneteenth": (6, 19),
    "canada_day": (7, 1),
    "saint_andrew": (11, 30),
    "saint_patrick": (3, 17),
    "kings_day": (4, 27),
    "labour_day": (5, 1),
    "music_day": (6, 21),
    "belgian_day": (7, 21),
    "swiss_day": (8, 1),
    "austrian_day": (10, 26),
    "remembrance_nl": (5, 4),
    "liberation_nl": (5, 5),
    "victory_day": (5, 8),
    "independence_us": (7, 4),
    "bastille": (7, 14),
    "assumption": (8, 15),
    "german_unity": (10, 3),
    "reformation": (10, 31),
    "halloween": (10, 31),
    "all_saints": (11, 1),
    "all_souls": (11, 2),
    "guy_fawkes": (11, 5),
    "armistice": (11, 11),
    "saint_martin": (11, 11),
    "saint_nicholas": (12, 5),
    "saint_nicholas_day": (12, 6),
    "christmas_eve": (12, 24),
    "christmas_day": (12, 25),
    "boxing_day": (12, 26),
}
SPANS = {"christmas": (12, 25, 2), "turn_of_year": (12, 31, 2)}
FROM_EASTER = {
    "rose_monday": (-48, 1),
    "shrove_tuesday": (-47, 1),
    "ash_wednesday": (-46, 1),
    "carnival": (-49, 3),
    "palm_sunday": (-7, 1),
    "maundy_thursday": (-3, 1),
    "good_friday": (-2, 1),
    "holy_saturday": (-1, 1),
    "easter": (0, 2),
    "easter_weekend": (-1, 3),
    "easter_sunday": (0, 1),
    "easter_monday": (1, 1),
    "ascension": (39, 1),
    "pentecost": (49, 2),
    "whit_sunday": (49, 1),
    "whit_monday": (50, 1),
    "corpus_christi": (60, 1),
}
FROM_ORTHODOX_EASTER = {
    "orthodox_good_friday": (-2, 1),
    "orthodox_easter": (0, 1),
    "orthodox_pentecost": (49, 1),
}
NTH_WEEKDAY = {  # month, weekday, count (-1 last), days after it
    "mlk_day": (1, 0, 3, 0),
    "presidents_day": (2, 0, 3, 0),
    "memorial_day": (5, 0, -1, 0),
    "labor_day": (9, 0, 1, 0),
    "mothers_day": (5, 6, 2, 0),
    "mothers_day_fr": (5, 6, -1, 0),
    "fathers_day": (6, 6, 3, 0),
    "prinsjesdag": (9, 1, 3, 0),
    "harvest_festival_de": (10, 6, 1, 0),
    "remembrance_sunday": (11, 6, 2, 0),
    "columbus_day": (10, 0, 2, 0),
    "thanksgiving": (11, 3, 4, 0),
    "black_friday": (11, 3, 4, 1),
}
ADVENT = ("first_advent", "second_advent", "third_advent", "fourth_advent")
UNDATED = "undated"  # words that hold a feast's name and tell no day, or one no table holds
NAMES = frozenset(
    {*FIXED, *SPANS, *FROM_EASTER, *FROM_ORTHODOX_EASTER, *NTH_WEEKDAY, *ADVENT, *TABLES, UNDATED}
)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """The nth such weekday of a month; -1 is the last."""
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-count - 1))


def feast(name: str, year: int, near: date | None = None) -> tuple[date, date] | None:
    """First and last day of a feast in a year between 1583 and 9998, None where it has none.

    Of two turns in one year (Ramadan in 2030) the one nearest to ``near`` is meant, else none.
    """
    if name == UNDATED:
        return None
    if name in TABLES:
        turns = movable(name, year)
        if len(turns) > 1 and near is not None:
            day = near
            return min(turns, key=lambda turn: abs((turn[0] - day).days))
        return turns[0] if len(turns) == 1 else None
    if name in FIXED:
        day = date(year, *FIXED[name])
        return day, day
    if name in SPANS:
        month, day_number, length = SPANS[name]
        first = date(year, month, day_number)
        return first, first + timedelta(days=length - 1)
    if name in FROM_EASTER:
        offset, length = FROM_EASTER[name]
        first = easter(year) + timedelta(days=offset)
        return first, first + timedelta(days=length - 1)
    if name in FROM_ORTHODOX_EASTER:
        offset, length = FROM_ORTHODOX_EASTER[name]
        first = easter(year, EASTER_ORTHODOX) + timedelta(days=offset)
        return first, first + timedelta(days=length - 1)
    if name in ADVENT:
        last = date(year, 12, 24) - timedelta(days=date(year, 12, 25).weekday())
        day = last - timedelta(weeks=3 - ADVENT.index(name))
        return day, day
    month, weekday, count, after = NTH_WEEKDAY[name]
    day = nth_weekday(year, month, weekday, count) + timedelta(days=after)
    return day, day


def feast_of(name: str, year: int, near: date | None = None) -> Interval:
    """The interval of a feast; raises OutOfCalendar where the year has none or no table tells."""
    turn = feast(name, year, near) if 1583 <= year <= 9998 else None
    if turn is None:
        raise OutOfCalendar(f"{name} {year}")
    first, last = turn
    precision = Precision.DAY if first == last else Precision.RANGE
    return Interval(first, last, precision, is_sighted(name), value=first.isoformat())
