"""When feasts of the Islamic, Hebrew, Chinese and Hindu calendars fall, from `holidays`' tables."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from importlib import import_module

CALENDARS = {
    "islamic": ("holidays.calendars.islamic", "_IslamicLunar"),
    "chinese": ("holidays.calendars.chinese", "_ChineseLunisolar"),
    "hebrew": ("holidays.calendars.hebrew", "_HebrewLunisolar"),
    "hindu": ("holidays.calendars.hindu", "_HinduLunisolar"),
}
SIGHTED = frozenset({"islamic"})  # the moon sighted at a place can move the day by one
TABLES = {  # calendar, its table, days after that day, length in days
    "lunar_new_year": ("chinese", "LUNAR_NEW_YEAR_DATES", 0, 1),
    "lunar_new_year_eve": ("chinese", "LUNAR_NEW_YEAR_DATES", -1, 1),
    "dragon_boat": ("chinese", "DRAGON_BOAT_DATES", 0, 1),
    "mid_autumn": ("chinese", "MID_AUTUMN_DATES", 0, 1),
    "ramadan": ("islamic", "RAMADAN_BEGINNING_DATES", 0, 0),
    "eid_al_fitr": ("islamic", "EID_AL_FITR_DATES", 0, 1),
    "eid_al_adha": ("islamic", "EID_AL_ADHA_DATES", 0, 1),
    "hijri_new_year": ("islamic", "HIJRI_NEW_YEAR_DATES", 0, 1),
    "ashura": ("islamic", "ASHURA_DATES", 0, 1),
    "mawlid": ("islamic", "MAWLID_DATES", 0, 1),
    "purim": ("hebrew", "PURIM_DATES", 0, 1),
    "passover": ("hebrew", "PASSOVER_DATES", 0, 7),
    "shavuot": ("hebrew", "SHAVUOT_DATES", 0, 1),
    "rosh_hashanah": ("hebrew", "ROSH_HASHANAH_DATES", 0, 2),
    "yom_kippur": ("hebrew", "YOM_KIPPUR_DATES", 0, 1),
    "sukkot": ("hebrew", "SUKKOT_DATES", 0, 7),
    "hanukkah": ("hebrew", "HANUKKAH_DATES", 0, 8),
    "diwali": ("hindu", "DIWALI_INDIA_DATES", 0, 1),
    "holi": ("hindu", "HOLI_DATES", 0, 1),
    "vaisakhi": ("hindu", "VAISAKHI_DATES", 0, 1),
}
ENDS = {"ramadan": "EID_AL_FITR_DATES"}  # the feast that follows its last day


def is_sighted(name: str) -> bool:
    """Whether the feast can fall a day earlier or later from place to place."""
    return name in TABLES and TABLES[name][0] in SIGHTED


@cache
def movable(name: str, year: int) -> tuple[tuple[date, date], ...]:
    """First and last day of each turn that begins in the year; none where no table holds it."""
    calendar, table, offset, length = TABLES[name]
    begins = [day + timedelta(days=offset) for day in _days(calendar, table, year)]
    if name not in ENDS:
        return tuple((day, day + timedelta(days=length - 1)) for day in begins)
    ends = [*_days(calendar, ENDS[name], year), *_days(calendar, ENDS[name], year + 1)]
    spans = ((day, next((end for end in ends if end > day), None)) for day in begins)
    return tuple((day, end - timedelta(days=1)) for day, end in spans if end is not None)


@cache
def _days(calendar: str, table: str, year: int) -> tuple[date, ...]:
    module, name = CALENDARS[calendar]
    try:
        # Imported when such a feast is met: most articles name none, and start-up stays quick.
        found = getattr(getattr(import_module(module), name), table).get(year, ())
    except (ImportError, AttributeError):
        return ()  # without the table the feast has no day; a guessed one would be wrong
    pairs = found if found and isinstance(found[0], tuple) else (found,) if found else ()
    return tuple(date(year, month, day) for month, day in pairs)
