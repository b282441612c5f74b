"""Printed interviews: answers that stand behind their speaker's name and no quotation marks."""

from __future__ import annotations

from collections import defaultdict

from dateline.claims.frames import Frame, Range
from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Document, Token
from dateline.model import ClaimKind, Span

_LABEL = 4  # words of a name before its colon, at most
_TURNS = 2  # answers that make an interview


def find_turns(document: Document, lexicon: Lexicon) -> dict[int, Frame | None]:
    """The answer that each sentence of a printed interview opens, or None where it goes on.

    A label is a person's where it opens several paragraphs and a fuller name stands in the text:
    "Magdalena Obexer …", "Obexer: …". The paper's own label asks, and is nobody's name.
    """
    labels: dict[str, list[tuple[int, Range]]] = defaultdict(list)
    for number, sentence in enumerate(document.sentences):
        opens = not number or document.sentences[number - 1].paragraph != sentence.paragraph
        label = _label(sentence.tokens, lexicon) if opens else None
        if label is not None:
            labels[sentence.tokens[label[1] - 1].low].append((number, label))
    turns: dict[int, Frame | None] = {}
    for name, answers in labels.items():
        if len(answers) >= _TURNS and _is_surname(name, document, lexicon):
            for number, label in answers:
                turns.update(_turn(number, label, document))
    return turns


def _label(tokens: list[Token], lexicon: Lexicon) -> Range | None:
    """The name before a colon that opens a paragraph."""
    for index, token in enumerate(tokens[: _LABEL + 1]):
        if token.text == ":":
            return (0, index) if index and index + 1 < len(tokens) else None
        if not token.is_capital or lexicon.has("closed", token.low) or len(token.text) < 2:
            return None
    return None


def _is_surname(name: str, document: Document, lexicon: Lexicon) -> bool:
    """Whether a word ends a fuller name somewhere in the text."""
    return any(
        token.low == name
        and sentence.tokens[index - 1].is_capital
        and sentence.tokens[index - 1].low in lexicon.first_names
        for sentence in document.sentences
        for index, token in enumerate(sentence.tokens)
        if index
    )


def _turn(number: int, label: Range, document: Document) -> dict[int, Frame | None]:
    first = document.sentences[number]
    last = number
    while (
        last + 1 < len(document.sentences)
        and document.sentences[last + 1].paragraph == first.paragraph
    ):
        last += 1
    piece = label[1] + 1, len(first.tokens)
    frame = Frame(
        "interview/answer",
        ClaimKind.DIRECT,
        [piece],
        source=label,
        region=(0, len(first.tokens)),
        spans=[Span(first.tokens[piece[0]].start, document.sentences[last].tokens[-1].end)],
        sentence=number,
    )
    return {number: frame, **dict.fromkeys(range(number + 1, last + 1))}
