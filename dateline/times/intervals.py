"""Calendar arithmetic on closed intervals of days, and their EDTF."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.model import Precision

PRECISION = {
    "hour": Precision.HOUR,
    "minute": Precision.MINUTE,
    "second": Precision.MINUTE,
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "fortnight": Precision.WEEK,
    "weekend": Precision.WEEKEND,
    "month": Precision.MONTH,
    "quarter": Precision.QUARTER,
    "half": Precision.HALF,
    "halves": Precision.HALF,
    "season": Precision.SEASON,
    "years": Precision.RANGE,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.CENTURY,
}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
SEASON_MONTHS = (3, 6, 9, 12)


class OutOfCalendar(ValueError):  # noqa: N818 - a signal inside this package, never shown
    """The time lies outside the years 1 to 9999."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``earliest`` to ``latest``, both inclusive; None is an open end."""

    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool = False
    told: str | None = None  # the EDTF where it is not that of the days, as for an open end
    clock: str | None = None  # "14:30:00", a time of day on ``earliest``
    value: str = ""  # TIMEX3 value

    @property
    def edtf(self) -> str:
        """The interval in Extended Date/Time Format."""
        if self.told is not None:
            return self.told
        assert self.earliest is not None
        assert self.latest is not None
        mark = "~" if self.approximate else ""
        if self.clock and self.earliest == self.latest:
            return f"{self.earliest.isoformat()}T{self.clock}"
        return _between(self.earliest, self.latest, mark)


def _between(earliest: date, latest: date, mark: str) -> str:
    if earliest == latest:
        return f"{earliest.isoformat()}{mark}"
    whole_months = earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1]
    if whole_months and earliest.month == 1 and latest.month == 12:
        length = latest.year - earliest.year + 1
        for size, marks in ((10, "X"), (100, "XX")):
            if length == size and earliest.year % size == 0:
                return f"{earliest.year // size:0{4 - len(marks)}}{marks}{mark}"
        first, last = f"{earliest.year:04}", f"{latest.year:04}"
    elif whole_months:
        first = f"{earliest.year:04}-{earliest.month:02}"
        last = f"{latest.year:04}-{latest.month:02}"
    else:
        first, last = earliest.isoformat(), latest.isoformat()
    return f"{first}{mark}" if first == last else f"{first}{mark}/{last}{mark}"


def days(day: date, count: int) -> date:
    """The day that many days on; raises OutOfCalendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError as error:
        raise OutOfCalendar(str(error)) from error


def make_date(year: int, month: int, day: int) -> date:
    """The date; raises OutOfCalendar where there is none."""
    try:
        return date(year, month, day)
    except ValueError as error:
        raise OutOfCalendar(str(error)) from error


def month_of(year: int, month: int) -> Interval:
    """A calendar month; ``month`` may run past 12 or below 1."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first = make_date(year, month, 1)
    last = make_date(year, month, monthrange(year, month)[1])
    return Interval(first, last, Precision.MONTH, value=f"{year:04}-{month:02}")


def day_of(day: date) -> Interval:
    """One day."""
    return Interval(day, day, Precision.DAY, value=day.isoformat())


def years_of(first: int, last: int, unit: str) -> Interval:
    """Whole calendar years from ``first`` to ``last``."""
    value = f"{first:04}"
    if unit == "decade":
        value = value[:3]
    elif unit == "century":
        value = value[:2]
    elif first != last:
        value = f"{first:04}/{last:04}"
    return Interval(make_date(first, 1, 1), make_date(last, 12, 31), PRECISION[unit], value=value)


def season_of(season: int, year: int) -> Interval:
    """A meteorological season; winter is named by the year in which it begins."""
    start = month_of(year, SEASON_MONTHS[season])
    end = month_of(year, SEASON_MONTHS[season] + 2)
    code = ("SP", "SU", "FA", "WI")[season]
    return Interval(start.earliest, end.latest, Precision.SEASON, value=f"{year:04}-{code}")


def unit_of(day: date, unit: str, count: int = 0) -> Interval:
    """The calendar unit that lies ``count`` units from the one that holds ``day``."""
    if unit == "day":
        return day_of(days(day, count))
    if unit in ("week", "fortnight", "weekend"):
        monday = days(day, -day.weekday() + DAYS[unit] * count)
        week = monday.isocalendar()
        value = f"{week.year:04}-W{week.week:02}"
        if unit == "weekend":
            return Interval(
                days(monday, 5), days(monday, 6), Precision.WEEKEND, value=f"{value}-WE"
            )
        return Interval(monday, days(monday, 6), Precision.WEEK, value=value)
    if unit == "month":
        return month_of(day.year, day.month + count)
    if unit == "year":
        return years_of(day.year + count, day.year + count, "year")
    if unit == "decade":
        first = (day.year // 10 + count) * 10
        return years_of(first, first + 9, "decade")
    if unit == "century":
        first = (day.year // 100 + count) * 100
        return years_of(first, first + 99, "century")
    size = MONTHS[unit]
    index = (day.year * 12 + day.month - 1) // size + count
    start = month_of(0, index * size + 1)
    end = month_of(0, index * size + size)
    assert start.earliest is not None
    letter = "Q" if unit == "quarter" else "H"
    number = (start.earliest.month - 1) // size + 1
    value = f"{start.earliest.year:04}-{letter}{number}"
    return Interval(start.earliest, end.latest, PRECISION[unit], value=value)


def moved(day: date, unit: str, count: int) -> date:
    """The day ``count`` units on; the last of the month where the day does not exist."""
    if unit in DAYS:
        return days(day, DAYS[unit] * count)
    if unit not in MONTHS:
        return day
    months = day.year * 12 + day.month - 1 + MONTHS[unit] * count
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OutOfCalendar(str(year))
    return make_date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def third_of(whole: Interval, part: str) -> Interval:
    """The first, middle or last third of an interval, in the units one step finer."""
    start, end = whole.earliest, whole.latest
    if start is None or end is None:
        return whole
    first, last = _third(start, end, whole.precision, {"begin": 0, "mid": 1, "end": 2}[part])
    return replace(whole, earliest=first, latest=last, precision=Precision.PART)


def _third_of_days(start: date, end: date, index: int) -> tuple[date, date]:
    size = (end - start).days + 1
    cut = (0, 2, 4, 7) if size == 7 else (0, size // 3, size - size // 3, size)
    if size < 3:
        cut = (0, size, size, size) if size == 1 else (0, 1, 1, 2)
    first, last = days(start, cut[index]), days(start, cut[index + 1] - 1)
    return (first, last) if first <= last else (start, end)


def _third(start: date, end: date, precision: Precision, index: int) -> tuple[date, date]:
    if precision is Precision.MONTH:
        firsts, lasts = (1, 11, 21), (10, 20, end.day)
        return start.replace(day=firsts[index]), start.replace(day=lasts[index])
    length = (end.year - start.year) * 12 + end.month - start.month + 1
    if length >= 120 or length % 3 == 0:
        years = length // 12 if length >= 120 else 0
        if years:
            cuts, step = (0, -(-years // 3), -(-2 * years // 3), years), 12
        else:
            cuts, step = (0, length // 3, 2 * length // 3, length), 1
        first = month_of(start.year, start.month + cuts[index] * step)
        last = month_of(start.year, start.month + cuts[index + 1] * step - 1)
        assert first.earliest is not None
        assert last.latest is not None
        return first.earliest, last.latest
    return _third_of_days(start, end, index)
