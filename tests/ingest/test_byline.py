from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.byline import find_byline_date

BODY = (
    "De sluis blijft dicht, zei hij. Op 3 april 2019 was er ook al een storing.\n\n"
    "In 2011 lag alles stil. Dat gebeurde op 12 juni 2011 volgens het rapport van de dienst."
)
DAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    "line",
    [
        "3 mei 2024",
        "vr 3 mei 2024, 14:30",
        "Gepubliceerd: vrijdag 3 mei 2024 om 14.30 uur",
        "Door Jan de Vries op 3 mei 2024",
        "03-05-2024 | 14:30 | Leeuwarden",
        "Geplaatst op 3 mei 2024 - bijgewerkt op 6 mei 2024",
        "3 May 2024",
        "Published Friday, May 3, 2024 at 2:30 PM EDT",
        "By Ruth Adeyemi | May 3rd, 2024",
        "Updated 6 May 2024; first published 3 May 2024",
        "Fri 3rd of May 2024",
        "2024-05-03 14:30",
        "3. Mai 2024",
        "Von Karl Ebert, 03.05.2024, 14:30 Uhr",
        "Stand: 03.05.2024 14:30 Uhr",
        "Freitag, 3. Mai 2024",
        "Publié le 3 mai 2024 à 14h30",
        "Par Maud Le Gall - Le 03/05/2024 à 14:30",
        "vendredi 3 mai 2024",
        "Mis à jour le 06/05/2024 - publié le 03/05/2024",
    ],
)
def test_a_byline_above_or_below_the_text_gives_its_day(line: str) -> None:
    assert find_byline_date(f"Kop boven het stuk\n{line}\n\n{BODY}", "nl") == DAY
    assert find_byline_date(f"{BODY}\n\nNog een alinea.\n\n{line}", "nl") == DAY


@pytest.mark.parametrize(
    "dateline",
    [
        "BRUSSEL, 3 mei 2024 (ANP) – De top begint later.",
        "WASHINGTON, May 3, 2024 (AP) — The summit starts later, two officials said.",
        "Kiew, 3. Mai 2024 (dpa) - Der Gipfel beginnt später, wie zwei Beamte sagten.",
        "PARIS, 3 mai 2024 (AFP) – Le sommet commencera plus tard, selon deux sources proches.",
    ],
)
def test_the_dateline_of_an_agency_gives_its_day(dateline: str) -> None:
    assert find_byline_date(f"{dateline}\n\n{BODY}") == DAY


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Op 3 mei 2024 zei de minister dat de top later begint dan was aangekondigd.\n\n" + BODY,
        "The summit of May 3, 2024 was the first in which all members took part in person.",
        "Jan de Vries (3 mei 1935 – 4 juni 2024)",
        "mei 2024",
        "31 februari 2024",
        "3 mei 9999",
        "1 januari 1970",
        "© 2012–2026 Havennieuws",
        "Bel 06-12-2024345 voor meer",
        "",
    ],
)
def test_a_date_that_is_no_byline_is_left_alone(text: str) -> None:
    assert find_byline_date(text) is None


@pytest.mark.parametrize(
    ("numbers", "language", "day"),
    [
        ("05/03/2024", None, None),
        ("05/03/2024", "en", None),
        ("05/03/2024", "fr", date(2024, 3, 5)),
        ("05/23/2024", None, date(2024, 5, 23)),
        ("23/05/2024", None, date(2024, 5, 23)),
        ("05/05/2024", None, date(2024, 5, 5)),
        ("05.03.2024", None, date(2024, 3, 5)),
    ],
)
def test_numbers_that_may_be_read_two_ways_need_the_language(
    numbers: str, language: str | None, day: date | None
) -> None:
    assert find_byline_date(numbers, language) == day


def test_every_month_of_every_language_is_known() -> None:
    for line, month in (
        ("1 mrt. 2024", 3),
        ("1 Mar 2024", 3),
        ("1. März 2024", 3),
        ("1. Jän. 2024", None),
        ("1er févr. 2024", 2),
        ("1 août 2024", 8),
        ("Sept 1, 2024", 9),
        ("1 okt 2024", 10),
        ("1. Dez. 2024", 12),
        ("1 DÉCEMBRE 2024", 12),
    ):
        assert find_byline_date(line) == (date(2024, month, 1) if month else None), line


@given(st.text(alphabet="0123456789.-/ mei\nMay3, ", max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    found = find_byline_date(text)
    assert found is None or found.year > 1600
