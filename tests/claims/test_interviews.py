"""Printed interviews, whose answers have a name and a colon for quotation marks."""

from __future__ import annotations

from dateline.model import ClaimKind
from tests.claims.reading import read, told

INTERVIEW = (
    "Magdalena Obexer kocht am Südpol.\n\n"
    "Landbote: Frau Obexer, wie kalt ist es?\n\n"
    "Obexer: Minus vierzig Grad. Man gewöhnt sich daran.\n\n"
    "Landbote: Und das Essen?\n\n"
    "Obexer: Das Essen ist vermutlich besser als daheim."
)


def test_every_answer_is_a_direct_claim_of_the_person_named_in_full() -> None:
    reading = read(INTERVIEW, "de")
    assert told(reading) == [
        ("Minus vierzig Grad. Man gewöhnt sich daran.", "Magdalena Obexer", "certain"),
        ("Das Essen ist vermutlich besser als daheim.", "Magdalena Obexer", "probable"),
    ]
    assert {claim.kind for claim in reading.claims} == {ClaimKind.DIRECT}
    assert {claim.rule for claim in reading.claims} == {"interview/answer"}


def test_one_label_makes_no_interview() -> None:
    text = "Anna Visser kookt.\n\nVisser: soep is gezond.\n\nZij blijft koken."
    assert "interview/answer" not in {claim.rule for claim in read(text, "nl").claims}


def test_a_repeated_label_that_names_nobody_makes_no_interview() -> None:
    text = "Live: the storm is near.\n\nLive: the storm has passed."
    assert read(text, "en").claims == ()
