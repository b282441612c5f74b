"""Bare answers ("She denied it.", "He sees that differently."): no claim, but the next answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.claims.anchors import Anchor
from dateline.claims.frames import Frame, Range
from dateline.claims.lexicon import Lexicon
from dateline.claims.nouns import phrase_after, phrase_before
from dateline.claims.phrases import determines
from dateline.claims.references import Reference, read_opponent, read_reference, stems
from dateline.claims.sentences import Sentence, Token
from dateline.claims.verdicts import CONFIRMS, DISPUTES, called_false, verdict_of
from dateline.model import ClaimRelationKind, Span

_SUBORDINATING = ("that", "whether", "relatives", "subordinators", "questions")
_POINTED = 3  # words from a demonstrative to the verb it is the subject of
_IDIOMS = (
    ("disagrees", DISPUTES, False),
    ("agrees", CONFIRMS, False),
    ("rejects", DISPUTES, True),
    ("supports", CONFIRMS, True),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence that says a claim before it is right or wrong; ``span`` are the words that do."""

    sentence: int
    kind: ClaimRelationKind
    span: Span
    source: Range | None
    about: Reference


def find_answers(
    sentence: Sentence,
    number: int,
    text: str,
    anchors: Sequence[Anchor],
    frames: Sequence[Frame],
    lexicon: Lexicon,
) -> list[Answer]:
    """The bare answers of a sentence: their verbs carry no content of their own."""
    consumed = {frame.cue[0] for frame in frames if frame.cue is not None}
    found: list[Answer] = []
    for anchor in anchors:
        if anchor.cue[0] in consumed or _is_embedded(sentence.tokens, anchor, lexicon):
            continue
        answer = _by_verb(sentence.tokens, anchor, lexicon)
        if answer is not None and not _is_refusal(sentence, lexicon):
            kind, source, about = answer
            token = sentence.tokens[anchor.at]
            found.append(Answer(number, kind, Span(token.start, token.end), source, about))
    return found or _by_idiom(sentence, number, text, lexicon)


def _is_refusal(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence both confirms and denies: "would neither confirm nor deny it"."""
    kinds = {
        verdict_of(verb, lexicon, negated=False)
        for word in sentence.words
        for verb in lexicon.verbs.get(word, ())
    }
    return {CONFIRMS, DISPUTES} <= kinds


def _is_embedded(tokens: list[Token], anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether a verb stands in a clause of another: "faster than one believed"."""
    before = tokens[anchor.begin - 1] if anchor.begin > 1 else None
    return before is not None and lexicon.has_any(_SUBORDINATING, before.low)


def _by_verb(
    tokens: list[Token], anchor: Anchor, lexicon: Lexicon
) -> tuple[ClaimRelationKind, Range | None, Reference] | None:
    """A verb that denies, confirms, or calls false, and an object that only points back."""
    words = _object(tokens, anchor, lexicon)
    if lexicon.has("naming", anchor.verb.lemma):
        false = None if anchor.negated else called_false(" ".join(words), lexicon)
        return (DISPUTES, anchor.subject, false) if false is not None else None
    kind = verdict_of(anchor.verb, lexicon, negated=anchor.negated)
    if kind is None:
        return None
    if anchor.passive:
        return _by_passive(tokens, anchor, kind, lexicon)
    if anchor.subject is None:
        return None
    if not words and lexicon.order == "v2" and anchor.inverted:
        words = [token.low for token in tokens[: anchor.finite] if token.kind == "w"]
        words = words or [tokens[0].low]
    about = read_reference(words, lexicon) or called_false(" ".join(words), lexicon)
    if about is None and lexicon.has("contradicting", anchor.verb.lemma):
        about = read_opponent(words, lexicon)
    return (kind, anchor.subject, about) if about is not None else None


def _by_passive(
    tokens: list[Token], anchor: Anchor, kind: ClaimRelationKind, lexicon: Lexicon
) -> tuple[ClaimRelationKind, Range | None, Reference] | None:
    """ "Her account was contradicted", "Dat wordt door de politie bevestigd"."""
    finite = anchor.finite
    subjects = [anchor.subject] if anchor.subject is not None else []
    if lexicon.order == "v2":
        subjects.insert(0, (0, finite))
    subjects += [
        (start, finite)
        for start in range(max(0, finite - _POINTED), finite)
        if lexicon.has("demonstratives", tokens[start].low)
    ]
    readings = (
        read_reference([t.low for t in tokens[start:end] if t.kind == "w"], lexicon)
        for start, end in subjects
        if start < end
    )
    about = next((reading for reading in readings if reading is not None), None)
    if about is None:
        return None
    agent = next(
        (
            index
            for index in range(min(anchor.finite, anchor.at) + 1, len(tokens))
            if lexicon.has("agents", tokens[index].low)
        ),
        None,
    )
    source = phrase_after(tokens, agent + 1, lexicon) if agent is not None else None
    return kind, source, about


def _object(tokens: list[Token], anchor: Anchor, lexicon: Lexicon) -> list[str]:
    """The words of a verb's object up to the next mark, a quotation being one."""
    words: list[str] = []
    start = anchor.after
    if lexicon.order == "v2" and anchor.finite < anchor.at:
        start = anchor.finite + 1
        if anchor.inverted and anchor.subject is not None:
            start = max(start, anchor.subject[1])
    for index in range(start, len(tokens)):
        token = tokens[index]
        if token.kind == "p":
            break
        if token.kind == "q":
            words.append(token.text)
        elif token.kind == "w" and index not in (anchor.particle, anchor.at):
            words.append(token.low)
    return words


def _by_idiom(sentence: Sentence, number: int, text: str, lexicon: Lexicon) -> list[Answer]:
    """ "Das sieht der Intendant anders", "Severin disagrees", "wijst die kritiek van de hand"."""
    if lexicon.sets["idiom_words"].isdisjoint(sentence.words):
        return []
    tokens = sentence.tokens
    span = sentence.span
    for name, kind, needs_object in _IDIOMS:
        match = lexicon.patterns[name].search(text, span.start, span.end)
        if match is None:
            continue
        start = next(i for i, token in enumerate(tokens) if token.end > match.start())
        stop = next((i for i, t in enumerate(tokens) if t.start >= match.end()), len(tokens))
        if any(token.kind == "q" for token in tokens[start:stop]):
            continue
        left = start
        while left and lexicon.order == "svo" and lexicon.has("auxiliaries", tokens[left - 1].low):
            left -= 1
        source = phrase_before(tokens, left, lexicon)
        if source is None or lexicon.has("pointers", tokens[source[0]].low):
            inner = phrase_after(tokens, start + 1, lexicon)
            source = inner if inner is not None and inner[1] <= stop else None
        about = _idiom_object(tokens, (start, stop), source, needs_object, lexicon)
        if about is not None:
            return [Answer(number, kind, Span(match.start(), match.end()), source, about)]
    return []


def _idiom_object(
    tokens: list[Token], idiom: Range, source: Range | None, needs_object: bool, lexicon: Lexicon
) -> Reference | None:
    """What an idiom is about: named after it, between its words, or before it; or just "that"."""
    tail = _words_to_mark(tokens, idiom[1])
    if tail and source is not None and lexicon.has("agents", tail[0]):
        return read_reference([t.low for t in tokens[slice(*source)] if t.kind == "w"], lexicon)
    if tail:
        about = read_reference(tail, lexicon)
        if about is None and lexicon.has("prepositions", tail[0]):
            about = read_reference(tail[1:], lexicon) or Reference(
                stems(" ".join(tail[1:]), lexicon)
            )
        if about is not None or not needs_object:
            return about
    points = any(
        lexicon.has_any(("said_nouns", "figure_nouns"), tokens[index].low)
        or _is_pointer(tokens, index, idiom, lexicon)
        for index in range(idiom[1])
        if not (source and source[0] <= index < source[1])
    )
    return Reference() if points or not needs_object else None


def _is_pointer(tokens: list[Token], at: int, idiom: Range, lexicon: Lexicon) -> bool:
    """Whether a word stands alone for what was said: "stimmte dem zu", not "dem Gesetz"."""
    if not lexicon.has("pointers", tokens[at].low):
        return False
    inside = idiom[0] <= at < idiom[1] - 2
    return not (inside and determines(tokens, at, lexicon))


def _words_to_mark(tokens: list[Token], at: int) -> list[str]:
    words: list[str] = []
    for token in tokens[at:]:
        if token.kind in "pq":
            break
        if token.kind == "w":
            words.append(token.low)
    return words
