from __future__ import annotations

from datetime import date

import pytest

from dateline.maps import labels
from dateline.model import DayOffsets, Precision, Time, When
from dateline.times.explain import RULES


def when(first: date | None, last: date | None, precision: Precision, edtf: str = "") -> When:
    return When(None, edtf, first, last, precision)


@pytest.mark.parametrize(
    ("time", "dutch", "english"),
    [
        (
            when(date(2023, 2, 13), date(2023, 2, 13), Precision.DAY),
            "maandag 13 februari 2023",
            "Monday, 13 February 2023",
        ),
        (
            when(date(2022, 9, 1), date(2022, 11, 30), Precision.SEASON),
            "herfst 2022",
            "autumn 2022",
        ),
        (
            when(date(2022, 12, 1), date(2023, 2, 28), Precision.SEASON),
            "winter 2022–2023",
            "winter 2022–2023",
        ),
        (
            when(date(2024, 3, 1), date(2024, 3, 31), Precision.MONTH, "2024-03~"),
            "rond maart 2024",
            "about March 2024",
        ),
        (when(date(2009, 1, 1), date(2009, 12, 31), Precision.YEAR), "2009", "2009"),
        (
            when(date(2010, 1, 1), date(2019, 12, 31), Precision.DECADE),
            "de jaren 2010",
            "the 2010s",
        ),
        (
            when(date(2024, 3, 5), None, Precision.OPEN),
            "sinds 5 maart 2024",
            "since 5 March 2024",
        ),
        (
            when(None, date(2024, 3, 5), Precision.OPEN),
            "tot en met 5 maart 2024",
            "until 5 March 2024",
        ),
        (when(None, None, Precision.RELATIVE), None, None),
    ],
)
def test_a_time_is_told_as_finely_as_it_is_known(time, dutch, english):
    assert labels.interval(time, "nl") == dutch
    assert labels.interval(time, "en") == english


def test_a_time_without_a_publication_day_is_told_from_it():
    time = Time("t", "a", 0, 1, "x", None, None, None, Precision.DAY, False, "D", "r",
                DayOffsets(-3, -1))  # fmt: skip
    assert labels.relative(time, "en") == "3 days before publication to 1 days before publication"


def test_countries_are_named_in_the_interfaces_language():
    assert labels.country("DE", "nl") == "Duitsland"
    assert labels.country("DE", "en") == "Germany"
    assert labels.country("??", "en") == "??"
    assert labels.country(None, "en") is None


@pytest.mark.parametrize(
    ("told", "dutch"),
    [
        ("The only place of this name", "de enige plaats met deze naam"),
        ("Near Pirna, also named in the article", "bij Pirna, dat ook in het artikel staat"),
        ("A zone told by its position to X and Y", "een gebied, verteld vanuit X and Y"),
        ("Something new {name}", "Something new {name}"),
    ],
)
def test_a_reason_is_told_in_the_interfaces_language(told, dutch):
    assert labels.reason(told, "nl") == dutch


def resolved(rule: str, anchor: str | None, day: date | None = date(2023, 2, 13)) -> Time:
    return Time("t", "a", 0, 7, "maandag", None, day, day, Precision.DAY, False, anchor, rule)


@pytest.mark.parametrize(
    ("time", "dutch", "english"),
    [
        (
            resolved("weekday/past", "2023-02-14"),
            "maandag → maandag 13 februari 2023: de laatste vóór 14 februari 2023, verleden tijd",
            "maandag → Monday, 13 February 2023: the last before 14 February 2023, past tense",
        ),
        (
            resolved("deictic/this", "2023-02-13"),
            "maandag → maandag 13 februari 2023: 13 februari 2023 zelf",
            "maandag → Monday, 13 February 2023: 13 February 2023 itself",
        ),
        (
            resolved("weekday/past", "D", None),
            "maandag: de laatste vóór de dag van verschijnen, die onbekend is, verleden tijd",
            "maandag: the last before the day of publication, which is unknown, past tense",
        ),
        (
            resolved("quarter/nth", None),
            "maandag → maandag 13 februari 2023: geteld binnen een langere tijd"
            " die de woorden noemen",
            "maandag → Monday, 13 February 2023: counted inside a longer time that the words name",
        ),
    ],
)
def test_a_time_tells_what_it_was_resolved_to_and_how(time, dutch, english):
    assert labels.resolution(time, None, "nl") == dutch
    assert labels.resolution(time, None, "en") == english


def test_a_time_told_from_another_names_its_words():
    eve = resolved("unit/anaphor", "t")
    assert labels.how(eve, resolved("weekday/past", None), "nl") == (
        "verteld vanaf de laatstgenoemde tijd, “maandag”"
    )


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("anchor", [None, "D", "2023-02-14", "gone"])
@pytest.mark.parametrize("rule", RULES)
def test_every_resolver_with_every_anchor_is_told_without_a_gap(rule, anchor, language):
    told = labels.how(resolved(f"x/{rule}", anchor), None, language)
    assert told
    assert not set("{}/") & set(told)
