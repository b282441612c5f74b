"""Runs every construction over every sentence, and keeps what does not contradict itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dateline.claims.anchors import Anchor, find_anchors
from dateline.claims.answers import Answer, find_answers
from dateline.claims.clauses import find_clauses
from dateline.claims.continued import find_continued
from dateline.claims.frames import Frame, Range
from dateline.claims.fronted import find_backward, find_fronted
from dateline.claims.headlines import find_headline
from dateline.claims.hearsay import find_unsourced
from dateline.claims.inner_tags import take_out_tag
from dateline.claims.interviews import find_turns
from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Document, Sentence, Token
from dateline.claims.sources import find_sources
from dateline.claims.tags import find_direct
from dateline.model import ClaimKind, Place, Span

_NEAR = 3  # sentences from a claim to one that goes on with it
_OBJECTS = ("clause/nominal", "clause/infinitive", "clause/naming")


def find_frames(
    document: Document, lexicon: Lexicon, places: Sequence[Place]
) -> tuple[list[Frame], list[Answer]]:
    """Every attribution of the document, hearsay and narration, in order; and the bare answers."""
    frames: list[Frame] = []
    answers: list[Answer] = []
    located = sorted(place.start for place in places)
    previous: Frame | None = None
    teller: tuple[int, Range] | None = None
    last = -_NEAR - 1
    turns = find_turns(document, lexicon)
    for number, sentence in enumerate(document.sentences):
        if number in turns:
            answer = turns[number]
            frames += [answer] if answer is not None else []
            continue
        anchors = find_anchors(sentence, lexicon)
        before = document.sentences[number - 1] if number else None
        back = find_backward(sentence, before, anchors, lexicon)
        if back is not None and before is not None and _takes_back(frames, number - 1):
            quoted = frames[-1] if frames and frames[-1].kind is ClaimKind.DIRECT else None
            _place(back, number, document, before)
            if quoted is not None and quoted.sentence == number - 1:
                back.rule, back.kind, back.spans = "quote/tag-after", quoted.kind, quoted.spans
            frames = [f for f in frames if f.sentence != number - 1]
            frames.append(back)
            previous = back
            continue
        near = teller is not None or number - last <= _NEAR
        found = _read(sentence, anchors, lexicon, previous, near=near)
        answers += find_answers(sentence, number, document.text, anchors, found, lexicon)
        anchored = _anchored(sentence, located)
        covered = [frame.region for frame in found]
        found += find_unsourced(sentence, covered, anchored, lexicon)
        found.sort(key=lambda frame: frame.pieces[0])
        behind: list[Frame] = []
        for frame in found:
            frame.sentence = number
            frame.told_by = teller if frame.implicit and _follows(sentence, before) else None
            frame.spans = [_span(document, sentence, piece) for piece in frame.pieces]
            if frame.rule == "quote/untagged" and "tag_inside_quote" in lexicon.flags:
                rest = take_out_tag(frame, document, lexicon)
                if rest is not None:
                    behind.append(rest)
        found += behind
        frames += found
        reported = [f for f in found if f.kind is not ClaimKind.NARRATED]
        previous = reported[-1] if reported else None
        last = number if reported else last
        subject = None if reported else _teller(anchors)
        teller = (number, subject) if subject is not None else None
    return _join(frames, document), answers


def _teller(anchors: Sequence[Anchor]) -> Range | None:
    """The subject of a reporting verb that carries no claim: "Eine Sprecherin verwies auf …"."""
    return next(
        (a.subject for a in reversed(anchors) if a.subject is not None and not a.passive), None
    )


def _follows(sentence: Sentence, before: Sentence | None) -> bool:
    return before is not None and before.paragraph == sentence.paragraph


def _anchored(sentence: Sentence, located: list[int]) -> list[int]:
    found: list[int] = []
    for index, token in enumerate(sentence.tokens):
        if token.kind == "t" and token.low:
            found.append(index)
        elif token.kind != "p":
            at = bisect_left(located, token.start)
            if at < len(located) and located[at] < token.end:
                found.append(index)
    return found


def _takes_back(frames: Sequence[Frame], number: int) -> bool:
    """Whether the sentence before is free to be content: narration, or a quotation without tag."""
    held = [f for f in frames if f.sentence == number and f.kind is not ClaimKind.NARRATED]
    return not held or (len(held) == 1 and held[0].rule == "quote/untagged")


def _place(frame: Frame, number: int, document: Document, before: Sentence) -> None:
    frame.sentence = number
    frame.spans = [_span(document, before, piece) for piece in frame.pieces]
    frame.pieces = [(0, 0)]


def _read(
    sentence: Sentence,
    anchors: list[Anchor],
    lexicon: Lexicon,
    previous: Frame | None,
    *,
    near: bool,
) -> list[Frame]:
    direct, used = find_direct(sentence, anchors, lexicon)
    if sentence.heading and not direct:
        headline = find_headline(sentence, anchors, lexicon)
        if headline is not None:
            return [headline]
    if not direct:
        fronted = find_fronted(sentence, anchors, lexicon)
        if fronted is not None:
            return [fronted]
    told = [a for a in anchors if not _is_told(sentence.tokens, a, lexicon)]
    clauses = find_clauses(sentence, told, used, lexicon)
    sources = find_sources(sentence, lexicon)
    frames = list(direct)
    for frame in clauses:
        if frame.rule in _OBJECTS and any(_governs(source, frame) for source in sources):
            continue  # "Nach Angaben von X verlangte er kein Geld": X says all of it
        if not _inside(frame, frames):
            frames = [kept for kept in frames if not _swallowed(kept, frame)]
            frames.append(frame)
    for frame in sources:
        if not _inside(frame, frames):
            frames.append(frame)
    if not frames:
        continued = find_continued(sentence, lexicon, previous, near=near)
        if continued is not None:
            frames.append(continued)
    return frames


def _governs(source: Frame, frame: Frame) -> bool:
    """Whether a source phrase stands before the verb of a clause in its own content."""
    if source.cue is None or frame.cue is None or source.cue[0] >= frame.cue[0]:
        return False
    return any(start <= frame.cue[0] < end for start, end in source.pieces)


def _is_told(tokens: list[Token], anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether a reporting verb is itself reported: "Der Kreis habe um Hilfe gebeten"."""
    finite = tokens[anchor.finite]
    if finite.kind != "w" or not lexicon.has("reported_mood", finite.low):
        return False
    return not lexicon.has("second_mood", finite.low)


def _inside(frame: Frame, others: Sequence[Frame]) -> bool:
    return any(
        other.region[0] < frame.region[1]
        and frame.region[0] < other.region[1]
        and (frame.cue is None or _in_region(frame.cue, other) or _overlap(frame, other))
        for other in others
    )


def _in_region(cue: Range, other: Frame) -> bool:
    return other.region[0] <= cue[0] < other.region[1]


def _overlap(frame: Frame, other: Frame) -> bool:
    return any(
        piece[0] < kept[1] and kept[0] < piece[1] for piece in frame.pieces for kept in other.pieces
    )


def _swallowed(kept: Frame, frame: Frame) -> bool:
    """Whether an untagged quotation lies inside a reported clause: then it is its fragment."""
    return kept.implicit and any(piece[0] <= kept.pieces[0][0] < piece[1] for piece in frame.pieces)


def _span(document: Document, sentence: Sentence, piece: Range) -> Span:
    """The offsets of a token range; a range that is one quotation leaves its marks out."""
    tokens = sentence.tokens[piece[0] : piece[1]]
    if all(token.kind == "q" for token in tokens):
        return Span(
            document.quotes[tokens[0].start].inner.start,
            document.quotes[tokens[-1].start].inner.end,
        )
    return Span(tokens[0].start, tokens[-1].end)


def _join(frames: list[Frame], document: Document) -> list[Frame]:
    """Joins quotations that go on: left open over a paragraph."""
    joined: list[Frame] = []
    for frame in frames:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.kind is ClaimKind.DIRECT
            and frame.kind is ClaimKind.DIRECT
            and frame.sentence == before.sentence + 1
            and _left_open(before, document)
        ):
            before.spans += frame.spans
            if before.source is None and frame.source is not None:
                frame.spans = before.spans
                joined[-1] = frame
            continue
        joined.append(frame)
    return joined


def _left_open(frame: Frame, document: Document) -> bool:
    sentence = document.sentences[frame.sentence]
    last = sentence.tokens[frame.pieces[-1][1] - 1]
    quote = document.quotes.get(last.start)
    return quote is not None and not quote.closed
