"""Reads our own test sentences: one a line, with the spans that it should give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

CASES_DIR = Path(__file__).parent / "cases"
PUBLISHED = date(2023, 2, 14)  # a Tuesday


@dataclass(frozen=True)
class Case:
    """A sentence and the (span, EDTF) pairs that it holds; None expects no particular days."""

    language: str
    sentence: str
    times: tuple[tuple[str, str], ...] | None


def read(language: str) -> list[Case]:
    """All cases of a language."""
    cases = []
    for line in (CASES_DIR / f"{language}.txt").read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        sentence, _, wanted = (part.strip() for part in line.partition("=>"))
        if wanted == "*":
            cases.append(Case(language, sentence, None))
        elif wanted == "-":
            cases.append(Case(language, sentence, ()))
        else:
            pairs = [item.strip().rsplit(": ", 1) for item in wanted.split(";")]
            cases.append(Case(language, sentence, tuple((a, b) for a, b in pairs)))
    return cases
