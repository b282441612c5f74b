"""Whom a portrait or an interview is about, so that "she" in a new paragraph is that person."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.cast import Cast, Entity, may_be_person
from dateline.claims.frames import Frame
from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Document
from dateline.model import ClaimKind

_FIRST = 3  # sentences within which the first quotation and its speaker stand
_LED = 5  # tokens of a sentence within which a pronoun is its subject
_PERSONAL = ("masculine", "feminine", "either")


def find_protagonist(document: Document, frames: Sequence[Frame], cast: Cast) -> Entity | None:
    """The person named first, where an article opens with a quotation beside that name."""
    first = next(((at, e) for at, e in cast.people if e.named and may_be_person(e)), None)
    quoted = next((f for f in frames if f.kind is ClaimKind.DIRECT), None)
    if first is None or quoted is None or quoted.sentence >= _FIRST:
        return None
    last = document.sentences[min(_FIRST, len(document.sentences)) - 1]
    return first[1] if first[0] < last.span.end else None


def answers_question(document: Document, frame: Frame) -> bool:
    """Whether a quotation opens the paragraph after one that ends in a question mark."""
    number = frame.sentence
    before = document.sentences[number - 1] if number else None
    if before is None or before.paragraph == document.sentences[number].paragraph:
        return False
    return before.tokens[-1].text == "?" and frame.pieces[0][0] == 0


def is_led_by_pronoun(document: Document, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the paragraph of a frame opens with narration whose subject is a pronoun."""
    number = frame.sentence
    paragraph = document.sentences[number].paragraph
    while number and document.sentences[number - 1].paragraph == paragraph:
        number -= 1
    tokens = document.sentences[number].tokens
    if number == frame.sentence or any(token.kind == "q" for token in tokens):
        return False
    return any(lexicon.pronouns.get(token.low) in _PERSONAL for token in tokens[:_LED])
