import random
from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import languages
from dateline.model import Article, Precision, Time
from dateline.times import find_times
from dateline.times.explain import RULES, AnchorKind, explain
from tests.times.cases import PUBLISHED, read

CODES = ("nl", "en", "de", "fr")
WORDS = {
    code: [*" ".join(case.sentence for case in read(code)).split(), "\n", ".", ",", "–", "(", "99"]
    for code in CODES
}
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
CODE = st.sampled_from(CODES)
SALAD = st.tuples(CODE, st.integers(min_value=0, max_value=2**32))


def times_of(text: str, code: str, published: date | None = PUBLISHED) -> tuple[Time, ...]:
    article = Article(id="a", text=text, language=code, published=published)
    return find_times(article, languages.load(code))


def salad(code: str, seed: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS[code], k=40))


@settings(max_examples=150, deadline=None)
@given(SALAD, DAYS)
def test_intervals_are_ordered_offsets_exact_and_edtf_public(
    case: tuple[str, int], published: date
) -> None:
    text = salad(*case)
    for time in times_of(text, case[0], published):
        assert text[time.start : time.end] == time.text
        if time.earliest and time.latest:
            assert time.earliest <= time.latest
        if time.edtf is not None:
            parse_edtf(time.edtf)
        assert time.rule.rpartition("/")[2] in RULES


@settings(max_examples=50, deadline=None)
@given(SALAD, DAYS)
def test_reading_twice_gives_the_same(case: tuple[str, int], published: date) -> None:
    text = salad(*case)
    assert times_of(text, case[0], published) == times_of(text, case[0], published)


@settings(max_examples=100, deadline=None)
@given(CODE, st.text(max_size=300), DAYS)
def test_no_text_raises(code: str, text: str, published: date) -> None:
    times_of(text, code, published)
    times_of(text, code, None)


@settings(max_examples=60, deadline=None)
@given(SALAD)
def test_word_salad_without_a_date_never_invents_a_year(case: tuple[str, int]) -> None:
    for time in times_of(salad(*case), case[0], None):
        if time.anchor == "D":
            assert time.edtf is time.earliest is time.latest is None


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=-40_000, max_value=40_000))
@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "nl",
            "Dat was eergisteren, gisteren of vandaag; overmorgen, drie dagen geleden.",
        ),
        ("en", "It was yesterday or today, the day after tomorrow or three days ago."),
        ("de", "Das war vorgestern, gestern oder heute Abend, übermorgen, vor drei Tagen."),
        ("fr", "C'était avant-hier, hier ou aujourd'hui, après-demain, il y a trois jours."),
    ],
)
def test_deictic_times_move_with_the_publication_day(code: str, text: str, shift: int) -> None:
    moved = PUBLISHED + timedelta(days=shift)
    here, there = times_of(text, code), times_of(text, code, moved)
    assert len(here) >= 4
    for one, two in zip(here, there, strict=True):
        assert one.earliest is not None
        assert two.earliest == one.earliest + timedelta(days=shift)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_do_not_raise(published: date) -> None:
    for code in CODES:
        for case in read(code):
            times_of(case.sentence, code, published)


def test_without_a_publication_day_times_are_relative_to_it() -> None:
    gisteren, absolute, monday = times_of("Gisteren, op 3 mei 2020 en maandag.", "nl", None)
    assert gisteren.relative is not None
    assert (gisteren.relative.earliest, gisteren.relative.latest) == (-1, -1)
    assert (gisteren.edtf, gisteren.anchor, gisteren.precision) == (None, "D", Precision.RELATIVE)
    assert (absolute.edtf, absolute.anchor, absolute.relative) == ("2020-05-03", None, None)
    assert (monday.edtf, monday.relative) == (None, None)


def test_a_time_tells_how_it_was_resolved() -> None:
    times = times_of("Dat was op 2 mei 2022. Een dag later niet. Maandag zei hij meer.", "nl")
    first, later, monday = (explain(time, times) for time in times)
    assert (first.resolver, first.anchor_kind) == ("absolute", AnchorKind.NONE)
    assert (later.resolver, later.anchor_time) == ("anaphor", times[0])
    assert (monday.recogniser, monday.resolver) == ("weekday", "past")
    assert monday.anchor_day == PUBLISHED


@pytest.mark.parametrize(
    ("code", "text", "relation"),
    [
        ("nl", "In de beginfase van de oorlog ging het mis.", "during"),
        ("nl", "Hij sprak voorafgaand aan de bijeenkomst.", "before"),
        ("en", "In the early stages of the war it failed.", "during"),
        ("de", "In der Anfangsphase des Krieges ging es schief.", "during"),
        ("fr", "Lors de la réunion, il a parlé.", "during"),
    ],
)
def test_a_time_that_hangs_on_an_event_keeps_its_relation(
    code: str, text: str, relation: str
) -> None:
    (time,) = times_of(text, code)
    assert (time.rule, time.edtf, time.precision) == (f"event/{relation}", None, Precision.RELATIVE)


def test_a_name_is_no_month() -> None:
    text = "Burgemeester Toon Mei sprak. Mei zei dat het in mei gebeurt."
    (time,) = times_of(text, "nl")
    assert (time.text, text[: time.start].endswith("in ")) == ("mei", True)
    assert times_of("Theresa May resigned. May said so.", "en") == ()


def test_live_blog_stamps_belong_to_the_publication_day() -> None:
    text = "09.12 uur – Gisteren brandde het.\n10.20 uur – Het regent.\n11.05 uur – Droog.\n"
    stamps = [time for time in times_of(text, "nl") if time.precision is Precision.MINUTE]
    assert [time.earliest for time in stamps] == [PUBLISHED] * 3


def test_the_hour_of_an_event_belongs_to_its_day() -> None:
    text = "De brand brak uit in de nacht van zaterdag op zondag. Om half vier zagen buren vlammen."
    night, hour = times_of(text, "nl")
    assert (night.edtf, hour.edtf) == ("2023-02-11/2023-02-12", "2023-02-12T03:30:00")


@pytest.mark.parametrize(
    "piece", ['"', "“", "A", "x", "1", "-", "1.", "maandag ", "2020-", "om 14.30 uur ", "\n"]
)
def test_a_megabyte_of_one_thing_is_read_to_its_end(piece: str) -> None:
    text = piece * (1_000_000 // len(piece) // (8 if len(piece) > 2 else 1))
    times_of(text, "nl")


def test_a_language_without_a_file_gives_absolute_dates_only() -> None:
    text = "El 3 de marzo de 2020 y ayer; el 2020-05-01, 31/12/2019 y en mayo de 2018."
    article = Article(id="a", text=text, language="es", published=PUBLISHED)
    found = [(time.text, time.edtf) for time in find_times(article, None)]
    assert found == [
        ("3 de marzo de 2020", "2020-03-03"),
        ("2020-05-01", "2020-05-01"),
        ("31/12/2019", "2019-12-31"),
        ("mayo de 2018", "2018-05"),
    ]


def test_figures_of_unknown_order_are_left_alone() -> None:
    article = Article(id="a", text="03/04/2020", language=None, published=PUBLISHED)
    assert find_times(article, None) == ()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "On 3 March 2019 he was arrested. In June he was charged and on 5 November jailed."),
        (
            "nl",
            "In 2019 begon hij. In juni opende hij een winkel en op 5 november ging hij failliet.",
        ),
        (
            "de",
            "Am 3. März 2019 wurde er verhaftet. Im Juni wurde er angeklagt, am 5. November frei.",
        ),
        ("fr", "Le 3 mars 2019, il a été arrêté. En juin, il a été jugé et le 5 novembre libéré."),
    ],
)
def test_a_narrative_keeps_its_year_while_it_moves_on(code: str, text: str) -> None:
    _, june, november = times_of(text, code)
    assert (june.edtf, november.edtf) == ("2019-06", "2019-11-05")


def test_news_after_a_reference_does_not_take_its_year() -> None:
    _, january = times_of("The act of 3 March 2019 stands. On 2 January, ministers met.", "en")
    assert january.edtf == "2023-01-02"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Le trimestre d'après, tout a changé.", "2023-04/2023-06"),
        ("Le siècle d'avant, tout a changé.", "19XX"),
        ("L'an d’avant, tout a changé.", "2022"),
    ],
)
def test_a_unit_before_or_after_in_french_is_counted_from_the_time_told(
    text: str, edtf: str
) -> None:
    (time,) = times_of(text, "fr")
    assert time.edtf == edtf


def test_a_night_beside_a_weekday_is_the_night_of_that_day() -> None:
    (time,) = times_of("Snow fell on Friday, overnight, in the hills.", "en")
    assert time.edtf == "2023-02-10/2023-02-11"
