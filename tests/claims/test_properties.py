# ruff: noqa: E501
"""Any text gives exact spans and never raises; a megabyte of noise is read to its end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.claims import RULES, ClaimReading
from tests.claims.reading import read

_WORDS = st.sampled_from(
    ["“", "”", '"', "'", "‘", "’", "„", "«", "»", "–", ":", ",", ".", ";", "?", "!", "(", ")", "\n", "de", "het", "een", "zei", "dat", "volgens", "Anna", "Smit", "hij", "niet", "zou", "hebben", "aldus", "en", "maar", "the", "said", "that", "according", "to", "Mr.", "Jones", ",", "she", "sagte", ",", "er", "sei", "laut", "der", "die", "Polizei", "dass", "nach", "Angaben", "a", "déclaré", "le", "maire", "selon", "l’", "qu’", "-t-il", "aurait", "été", "12", "%", "€"]  # split on spaces alone, so that the line break stays
)  # fmt: skip


def check(text: str, reading: ClaimReading) -> None:
    for claim in reading.claims:
        assert claim.rule in RULES
        assert claim.spans
        assert claim.text == " ".join(span.of(text) for span in claim.spans)
        for span in (*claim.spans, claim.sentence):
            assert 0 <= span.start < span.end <= len(text)
        for evidence in (claim.cue, *claim.certainty.cues):
            if evidence is not None:
                assert text[evidence.start : evidence.end] == evidence.text
        if claim.speaker_span is not None:
            assert claim.speaker_span.of(text).strip()
    known = {speaker.id for speaker in reading.speakers}
    assert {claim.speaker for claim in reading.claims} - {None} <= known
    ids = {claim.id for claim in reading.claims}
    assert {r.claim for claim in reading.claims for r in claim.relations} <= ids


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=60), st.sampled_from(["nl", "en", "de", "fr"]))
def test_any_order_of_words_and_marks_gives_exact_spans(words: list[str], language: str) -> None:
    text = " ".join(words)
    check(text, read(text, language))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["nl", "en", "de", "fr"]))
def test_any_text_gives_exact_spans(text: str, language: str) -> None:
    check(text, read(text, language))


@pytest.mark.parametrize(
    "noise", ['"', "“", "A", "Ab "], ids=["straight", "curly", "word", "names"]
)
def test_a_megabyte_of_noise_is_read_to_its_end(noise: str) -> None:
    text = noise * (1_000_000 // len(noise))
    check(text, read(text, "nl"))


def test_the_same_text_gives_the_same_ids() -> None:
    text = "“De brug is dicht”, zei Anna Smit."
    assert read(text, "nl") == read(text, "nl")
