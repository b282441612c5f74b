from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

WORDS = st.sampled_from(
    ["Parijs", "de", "van", "Jan", "Noord", "-", "ten noorden van", "10 km", ".", "“", "’s", "VS",
     "Kaap", "dorp", "(", "tussen", "en", "\n", "É", "İ", "a\u0301", "St.", "$", "Łódź", "北京"]
)  # fmt: skip


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(WORDS | st.text(max_size=8), max_size=30), st.sampled_from(["nl", "en", "de", "fr"])
)
def test_spans_are_exact_and_in_order(find, pieces, language):
    text = " ".join(pieces)
    places = find(text, language)
    assert all(text[p.start : p.end] == p.text for p in places)
    assert [p.start for p in places] == sorted(p.start for p in places)
    plain = [p for p in places if p.relation is None]
    assert all(a.end <= b.start for a, b in pairwise(plain))


@pytest.mark.parametrize(
    "unit", ["A", "Aa ", "Parijs ", '"', "van ", "Noord-", "ten noorden van ", "St. "]
)
def test_the_time_grows_no_faster_than_the_text(find, unit):
    def seconds(size: int) -> float:
        begin = time.process_time()
        find((unit * size)[: 10_000 * size // 1000])
        return time.process_time() - begin

    small, large = seconds(1000), seconds(8000)
    assert large < 40 * small + 0.5


def test_a_reading_does_not_depend_on_earlier_ones(find):
    text = "Springfield ligt niet bij Breda."
    first = find(text)
    find("Springfield, Illinois.", "en")
    assert find(text) == first
