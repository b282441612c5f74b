"""The shape of an attribution: content, cue and source, as token ranges of one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.claims.lexicon import Lexicon, Verb
from dateline.claims.sentences import Token
from dateline.model import ClaimKind, Level, Span

Range = tuple[int, int]


@dataclass(slots=True)
class Frame:
    """One claim as the grammar found it; ``pieces`` are token ranges of its sentence."""

    rule: str
    kind: ClaimKind
    pieces: list[Range]
    cue: Range | None = None
    verb: Verb | None = None
    source: Range | None = None
    negated_cue: bool = False
    level: Level | None = None
    implicit: bool = False
    told_by: tuple[int, Range] | None = None  # who the sentence before says something of
    inside: list[Token] | None = None  # who is named by a tag inside the quotation's marks
    region: Range = (0, 0)
    spans: list[Span] = field(default_factory=list)
    sentence: int = -1


def trim(tokens: list[Token], piece: Range) -> Range:
    """A range without marks, dashes and stops at its two ends."""
    start, end = piece
    while start < end and tokens[start].kind == "p" and tokens[start].text not in "($€£[#":
        start += 1
    while end > start and tokens[end - 1].kind == "p" and tokens[end - 1].text not in ")%€$£]":
        end -= 1
    return start, end


def words_in(tokens: list[Token], piece: Range) -> int:
    """How many words (a quote or a time counts as many as it holds) a range has."""
    return sum(
        1 if token.kind == "w" else len(token.text.split())
        for token in tokens[piece[0] : piece[1]]
        if token.kind != "p"
    )


def clause_bounds(tokens: list[Token], lexicon: Lexicon) -> list[int]:
    """Where main clauses of a sentence begin: its start, after ";" and at a coordinated clause."""
    bounds = [0]
    for at in range(1, len(tokens) - 1):
        token = tokens[at]
        if token.text in ";:":
            bounds.append(at + 1)
            continue
        if token.kind != "w":
            continue
        comma = tokens[at - 1].text == ","
        strong = lexicon.has("but", token.low) and (
            not lexicon.has("focus", tokens[at + 1].low) or _has_finite(tokens, at + 2, lexicon)
        )
        weak = lexicon.has("and", token.low)
        if (strong and comma) or (weak and comma and _has_finite(tokens, at + 1, lexicon)):
            bounds.append(at)
    return bounds


def _has_finite(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    for token in tokens[at : at + 9]:
        if token.text == ",":
            return False
        if lexicon.has("auxiliaries", token.low) or any(
            verb.form == "finite" for verb in lexicon.verbs.get(token.low, ())
        ):
            return True
        if lexicon.has("prepositions", token.low) and lexicon.match("sources", [token.low], 0):
            return True
    return False
