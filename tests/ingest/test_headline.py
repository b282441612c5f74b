"""The headline that stands above a pasted article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.ingest import split_headline

ARTICLE = "De brug bij Deventer blijft dicht, zei de burgemeester dinsdag.\n\nDat duurt een maand."


@pytest.mark.parametrize(
    "line",
    [
        "Brug bij Deventer blijft dicht",
        "Waarom blijft de brug bij Deventer dicht?",
        "Smit: „Brücke bleibt vorerst zu“",
        "Le pont de Deventer fermé pour un mois, selon la maire",
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n \n\n"])
def test_a_short_first_line_without_a_stop_is_the_headline(line: str, gap: str):
    assert split_headline(f"\n{line}{gap}{ARTICLE}\n") == (line, ARTICLE)


@pytest.mark.parametrize(
    "line",
    [
        "De brug blijft dicht.",
        "“De brug blijft dicht.”",
        "Wat er dinsdag gebeurde:",
        "Binnenland",
        "Door Eva de Vries, 3 mei 2024",
        "De brug bij Deventer blijft dicht " * 6,
    ],
)
def test_a_sentence_a_section_a_byline_and_a_paragraph_are_no_headline(line: str):
    text = f"{line}\n\n{ARTICLE}"
    assert split_headline(text) == (None, text)


@pytest.mark.parametrize("text", ["", "Brug bij Deventer dicht", "Eerste regel zonder punt\n" * 9])
def test_a_line_that_nothing_stands_apart_from_is_no_headline(text: str):
    assert split_headline(text) == (None, text)


@given(some.text(alphabet="ab .\n"))
def test_no_letter_is_lost(text: str):
    title, article = split_headline(text)
    assert f"{title or ''}\n{article}".split() == text.split()
