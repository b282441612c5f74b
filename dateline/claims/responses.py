"""What a claim itself says of an earlier one: that it is right, that it is wrong, the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.claims.lexicon import Lexicon
from dateline.claims.references import Reference, read_reference, stems
from dateline.claims.sentences import Document
from dateline.claims.targets import Linked, Target, contrary, find_target, overlap
from dateline.claims.verdicts import Verdict, called_false, find_verdict, verdict_of
from dateline.model import (
    ClaimKind,
    ClaimRelation,
    ClaimRelationKind,
    Evidence,
    Span,
    Strength,
)

_RUN = 3  # claims and sentences back that a claim set against another may reach
_SHARED = 2  # stems that two claims of the same thing share at least
_SAME = 0.6  # share of stems that makes them tell of the same
_CLAUSE = 3  # words that make a clause


def explicit(
    kind: ClaimRelationKind, target: Target, span: Span, document: Document
) -> ClaimRelation:
    """A relation that words say outright; only suggested where they could mean another claim."""
    cue = Evidence(span.start, span.end, span.of(document.text))
    strength = Strength.EXPLICIT if target.sure else Strength.SUGGESTED
    return ClaimRelation(kind, target.linked.claim.id, strength, cue)


def find_response(
    linked: Sequence[Linked], index: int, document: Document, lexicon: Lexicon
) -> ClaimRelation | None:
    """An explicit confirmation or denial of an earlier claim by another source."""
    this = linked[index]
    for verdict in _verdicts(linked, index, document, lexicon):
        confirms = verdict.kind is ClaimRelationKind.CORROBORATES
        target = find_target(
            linked, index, verdict.about, this.frame.sentence, lexicon, confirms=confirms
        )
        if target is not None:
            return explicit(verdict.kind, target, verdict.span, document)
    return None


def find_opposite(
    linked: Sequence[Linked], index: int, document: Document, lexicon: Lexicon
) -> ClaimRelation | None:
    """An earlier claim that this one is set against, or tells over again as so or not so."""
    return _contrasted(linked, index, document, lexicon) or _retold(
        linked, index, document, lexicon
    )


def _verdicts(
    linked: Sequence[Linked], index: int, document: Document, lexicon: Lexicon
) -> Iterator[Verdict]:
    """The verdicts of a claim's own words, of its cue, and of what stands before it."""
    this = linked[index]
    whole = this.frame.spans[0]
    if this.claim.kind is not ClaimKind.DIRECT:  # "daar is, zegt hij, geen sprake van"
        whole = Span(whole.start, this.frame.spans[-1].end)
    own = find_verdict(document.text, whole, lexicon)
    if own is not None:
        yield own
    by_cue = _by_cue(this, document, lexicon)
    if by_cue is not None:
        yield by_cue
    if index == 0 or linked[index - 1].frame.sentence < this.frame.sentence:
        begin, cue = this.claim.sentence.start, this.claim.cue
        inside = cue is not None and begin < cue.start < whole.start
        lead = Span(begin, cue.start if cue is not None and inside else whole.start)
        before = find_verdict(document.text, lead, lexicon)
        if before is not None:
            yield before


def _by_cue(this: Linked, document: Document, lexicon: Lexicon) -> Verdict | None:
    """What the claim's cue says: "denies that P" is about P, "denies: Q" about what was said."""
    frame, cue = this.frame, this.claim.cue
    if frame.verb is None or cue is None:
        return None
    span = Span(cue.start, cue.end)
    if lexicon.has("naming", frame.verb.lemma):
        about = called_false(this.claim.text, lexicon)
        return Verdict(ClaimRelationKind.DISPUTES, span, about) if about is not None else None
    kind = verdict_of(frame.verb, lexicon, negated=frame.negated_cue)
    if kind is None:
        return None
    if frame.kind is ClaimKind.DIRECT or frame.rule == "clause/colon":
        words = document.text[this.claim.sentence.start : cue.start].lower().split()
        clitic = bool(words) and lexicon.has("backward_clitics", words[-1])
        gap = Span(cue.end, frame.spans[0].start)
        about = Reference() if clitic else _object_apart(document, gap, lexicon)
        if about is None and kind is ClaimRelationKind.DISPUTES:
            about = Reference()
        return Verdict(kind, span, about or Reference(content=this.words))
    lead = document.text[this.claim.sentence.start : frame.spans[0].start]
    if any(lexicon.has("standing", word) for word in lead.lower().split()):
        return None
    pointed = _read(this.claim.text, lexicon)
    return Verdict(kind, span, pointed or Reference(content=this.words))


def _object_apart(document: Document, gap: Span, lexicon: Lexicon) -> Reference | None:
    """What stands between a cue and a claim set apart from it: "denied that account: …"."""
    if gap.start >= gap.end:
        return None
    words, comma, clause = gap.of(document.text).lower().partition(",")
    if comma and len(clause.split()) >= _CLAUSE:
        return Reference(content=stems(clause, lexicon))
    first, _, told = words.strip().partition(" ")
    if lexicon.has("that", first) and len(told.split()) >= _CLAUSE:
        return Reference(content=stems(told, lexicon))
    return _read(words, lexicon)


def _read(text: str, lexicon: Lexicon) -> Reference | None:
    """What a phrase points back to: "this figure", "those claims"."""
    words = [m.group().lower() for m in lexicon.token.finditer(text) if m.lastgroup != "mark"]
    return read_reference(words, lexicon) if words else None


def _retold(
    linked: Sequence[Linked], index: int, document: Document, lexicon: Lexicon
) -> ClaimRelation | None:
    """The same told by another with "also", or with a negation where that one had none."""
    this = linked[index]
    for other in reversed(linked[max(0, index - _RUN) : index]):
        if (
            other.claim.kind is ClaimKind.NARRATED
            or other.claim.speaker == this.claim.speaker
            or len(this.words & other.words) < _SHARED
            or overlap(this.words, other.words) < _SAME
        ):
            continue
        own, theirs = (_negation(item, document, lexicon) for item in (this, other))
        if (own is None) != (theirs is None):
            span = own or this.claim.spans[0]
            return explicit(ClaimRelationKind.DISPUTES, Target(other), span, document)
        lead = (this.claim.sentence.start, this.frame.spans[0].start)
        also = lexicon.patterns["also"].search(document.text, *lead)
        if also is not None:
            span = Span(also.start(), also.end())
            return explicit(ClaimRelationKind.CORROBORATES, Target(other), span, document)
    return None


def _negation(item: Linked, document: Document, lexicon: Lexicon) -> Span | None:
    """The first word of a claim that says no."""
    for span in item.claim.spans:
        match = lexicon.patterns["negation"].search(document.text, span.start, span.end)
        if match is not None:
            return Span(match.start(), match.end())
    return None


def _contrasted(
    linked: Sequence[Linked], index: int, document: Document, lexicon: Lexicon
) -> ClaimRelation | None:
    """A claim that a word beside its cue sets against another source's: "says on the contrary"."""
    this = linked[index]
    whole, cue = this.claim.sentence, this.claim.cue
    match = lexicon.patterns["contrast"].search(document.text, whole.start, whole.end)
    if cue is None or match is None:
        return None
    if any(span.start <= match.start() < span.end for span in this.frame.spans):
        return None
    near = [
        other
        for other in linked[max(0, index - _RUN) : index]
        if other.claim.kind is not ClaimKind.NARRATED
        and this.frame.sentence - other.frame.sentence <= _RUN
    ]
    if not near or this.frame.sentence - near[-1].frame.sentence > 1:
        return None
    target = contrary(this, near, lexicon)
    if target is None or target.linked.claim.speaker in (None, this.claim.speaker):
        return None
    span = Span(match.start(), match.end())
    return explicit(ClaimRelationKind.DISPUTES, target, span, document)
