from datetime import date

import pytest

from dateline import languages
from dateline.errors import LanguageFileError
from dateline.languages import Language
from dateline.times.feasts import NAMES, feast
from dateline.times.lexicon import build_lexicon
from dateline.times.recognise import recognise

CODES = ("nl", "en", "de", "fr")


@pytest.mark.parametrize("code", CODES)
def test_every_feast_of_a_language_has_a_date(code: str) -> None:
    assert set(languages.load(code).section("times")["words"]["feast"]) <= NAMES


@pytest.mark.parametrize("code", CODES)
def test_every_language_names_all_days_months_seasons_and_parts(code: str) -> None:
    words = languages.load(code).section("times")["words"]
    months = {*words["month"], *words.get("month_weak", ())}
    assert months == {str(month) for month in range(1, 13)}
    assert set(words["weekday"]) == {str(day) for day in range(7)}
    assert {*words["season"], *words.get("season_weak", ())} == {"0", "1", "2", "3"}
    assert set(words["part"]) == {"begin", "mid", "end"}
    assert {"-1", "0", "1"} <= set(words["deictic"])


def test_a_damaged_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    times = {"numbers": {"order": "dmy", "suffixes": {}}, "words": {"month": {"1": "januari"}}}
    monkeypatch.setattr(languages, "_section", lambda _code, _stage: times)
    with pytest.raises(LanguageFileError, match=r"xx/times.toml.*list of words"):
        build_lexicon(Language("xx", "X", "X"))


@pytest.mark.parametrize(
    ("name", "year", "first"),
    [
        ("easter_sunday", 2024, "2024-03-31"),
        ("whit_monday", 2024, "2024-05-20"),
        ("thanksgiving", 2023, "2023-11-23"),
        ("black_friday", 2023, "2023-11-24"),
        ("memorial_day", 2023, "2023-05-29"),
        ("first_advent", 2023, "2023-12-03"),
        ("fourth_advent", 2023, "2023-12-24"),
        ("prinsjesdag", 2023, "2023-09-19"),
        ("orthodox_easter", 2023, "2023-04-16"),
        ("lunar_new_year", 2024, "2024-02-10"),
        ("ramadan", 2024, "2024-03-11"),
        ("eid_al_adha", 2023, "2023-06-28"),
        ("yom_kippur", 1973, "1973-10-06"),
        ("diwali", 2023, "2023-11-12"),
    ],
)
def test_feasts_fall_where_the_calendar_has_them(name: str, year: int, first: str) -> None:
    turn = feast(name, year)
    assert turn is not None
    assert turn[0].isoformat() == first


def test_a_feast_that_falls_twice_in_a_year_needs_a_day_to_choose() -> None:
    assert feast("eid_al_adha", 2006) is None
    assert feast("eid_al_adha", 2006, near=date(2006, 12, 1)) == (date(2006, 12, 31),) * 2


def test_a_feast_outside_the_tables_has_no_day() -> None:
    assert feast("diwali", 1850) is None


@pytest.mark.parametrize("code", CODES)
def test_one_of_each_sign_alone_is_no_time(code: str) -> None:
    for sign in "«»“”„‘’\"'()[]{}<>.,;:!?-–—/%€$£…0123456789\n\t ":
        assert recognise(sign, languages.load(code)).timexes == ()
