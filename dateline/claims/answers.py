"""Bare confirmations and denials ("She denied it."): no claim, but the next claim answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.claims.anchors import Anchor
from dateline.claims.frames import Frame
from dateline.claims.lexicon import Lexicon, Verb
from dateline.claims.sentences import Sentence, Token
from dateline.model import ClaimRelationKind, Span

_OBJECT_WORDS = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence that says a claim before it is right or wrong; ``span`` is the word that does."""

    sentence: int
    kind: ClaimRelationKind
    span: Span
    source: tuple[int, int]


def verdict_of(verb: Verb, lexicon: Lexicon, *, negated: bool) -> ClaimRelationKind | None:
    """What a reporting verb says of an earlier claim, if it says that it is right or wrong."""
    if lexicon.has("disputing", verb.lemma):
        return None if negated else ClaimRelationKind.DISPUTES
    if lexicon.has("confirming", verb.lemma):
        return ClaimRelationKind.DISPUTES if negated else ClaimRelationKind.CORROBORATES
    if verb.kind == "belief" and negated:
        return ClaimRelationKind.DISPUTES
    return None


def find_answers(
    sentence: Sentence,
    number: int,
    anchors: Sequence[Anchor],
    frames: Sequence[Frame],
    lexicon: Lexicon,
) -> list[Answer]:
    """The bare answers of a sentence: their verbs carry no content of their own."""
    consumed = {frame.cue[0] for frame in frames if frame.cue is not None}
    found: list[Answer] = []
    for anchor in anchors:
        if anchor.cue[0] in consumed or anchor.subject is None or anchor.passive:
            continue
        kind = verdict_of(anchor.verb, lexicon, negated=anchor.negated)
        if kind is not None and _is_bare(sentence.tokens, anchor, lexicon):
            token = sentence.tokens[anchor.at]
            found.append(Answer(number, kind, Span(token.start, token.end), anchor.subject))
    return found


def _is_bare(tokens: list[Token], anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether the verb's object only points back ("it", "the report", "dat"), or is not there."""
    rest: list[str] = []
    for index in range(anchor.after, len(tokens)):
        token = tokens[index]
        if token.kind in "pq":
            break
        if (
            token.kind == "w"
            and index != anchor.particle
            and not (lexicon.has("adverbs", token.low) or lexicon.has("negations", token.low))
        ):
            rest.append(token.low)
    pattern = lexicon.patterns["anaphoric_content"]
    if not rest:
        first = tokens[0].low
        return lexicon.order == "svo" or not anchor.inverted or pattern.match(first) is not None
    return len(rest) <= _OBJECT_WORDS and pattern.match(" ".join(rest)) is not None
