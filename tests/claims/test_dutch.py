"""Dutch sources: whom its nouns and names call."""

from __future__ import annotations

from tests.claims.test_speakers import names


def test_dutch_nouns_go_back_to_whom_and_what_they_call() -> None:
    assert set(names("Eva Bol won de rit. “Ik was sterk”, zei de 24-jarige Limburger.", "nl")) == {
        "Eva Bol"
    }
    text = "De Deense weerdienst waarschuwt voor regen. De dienst zegt dat het droog wordt."
    assert set(names(text, "nl")) == {"Deense weerdienst"}
    text = "Chipfabrikant Ardexa boekte winst. Het concern verwacht een sterk jaar."
    assert names(text, "nl") == ["Ardexa"]
    text = "Premier Jan Smit sprak met Luc Peeters. Die laatste gelooft dat het goed komt."
    assert names(text, "nl") == ["Luc Peeters"]


def test_a_dutch_surname_with_a_particle_is_the_whole_person() -> None:
    text = "Wethouder Jan de Zeeuw is boos. Volgens De Zeeuw ligt de fout bij de provincie."
    assert names(text, "nl") == ["Jan de Zeeuw"]
