"""Relations between claims: what the words say outright, and what shared content suggests."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.claims.answers import Answer, verdict_of
from dateline.claims.frames import Frame
from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Document
from dateline.model import (
    Claim,
    ClaimKind,
    ClaimRelation,
    ClaimRelationKind,
    Evidence,
    Level,
    Strength,
)

_WORD = re.compile(r"[^\W_]{4,}")
_ANSWERS = 5  # claims back that a denial or a confirmation may answer
_SAME_EVENT = 0.5  # share of content words that makes a denial or confirmation answer a claim
_SAME_EVENT_KINDS = (ClaimRelationKind.CORROBORATES, ClaimRelationKind.DISPUTES)
_SHARED = 2  # content words: one alone may be chance
_NEAR = 2  # sentences back that an anaphoric one may answer
_REPEATS = 0.55  # share of content words above which two claims say the same (tuned on dev gold)


@dataclass(frozen=True, slots=True)
class Linked:
    """A claim with what the relations need of it."""

    claim: Claim
    frame: Frame
    words: frozenset[str]
    source_words: frozenset[str] = frozenset()


def relate(
    claims: Sequence[Claim],
    frames: Sequence[Frame],
    answers: Sequence[Answer],
    document: Document,
    lexicon: Lexicon,
) -> list[tuple[ClaimRelation, ...]]:
    """The relations of every claim to earlier ones."""
    linked = [
        Linked(
            claim,
            frame,
            _content(claim.text, lexicon),
            _content(claim.speaker_span.of(document.text), lexicon)
            if claim.speaker_span
            else frozenset(),
        )
        for claim, frame in zip(claims, frames, strict=True)
    ]
    announced = _announced(linked, answers, document)
    return [
        _relations(linked, index, announced.get(index), document, lexicon)
        for index in range(len(linked))
    ]


def inherit_events(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each that confirms or contradicts another outright with that one's event.

    "Volgens Londen klopt dat" tells of the same place and time as what it confirms; what the claim
    says itself comes first.
    """
    known: dict[str, Claim] = {}
    for claim in claims:
        target = next(
            (
                known[relation.claim]
                for relation in claim.relations
                if relation.type in _SAME_EVENT_KINDS
                and relation.strength is Strength.EXPLICIT
                and relation.claim in known
            ),
            None,
        )
        known[claim.id] = claim if target is None else _with_event_of(claim, target)
    return tuple(known[claim.id] for claim in claims)


def _with_event_of(claim: Claim, target: Claim) -> Claim:
    happened, places = claim.happened, claim.places
    if happened is None and target.happened is not None:
        source = target.happened.inherited or target.id
        happened = replace(target.happened, inherited=source)
    if not places:
        places = tuple(
            replace(place, anaphor=None, inherited=place.inherited or target.id)
            for place in target.places
        )
    return replace(claim, happened=happened, places=places)


def _announced(
    linked: Sequence[Linked], answers: Sequence[Answer], document: Document
) -> dict[int, ClaimRelation]:
    """The relations that bare answers make: from the claim after each to the one before it."""
    numbers = [item.frame.sentence for item in linked]
    found: dict[int, ClaimRelation] = {}
    for answer in answers:
        after = bisect_left(numbers, answer.sentence)
        while after < len(linked) and (
            linked[after].claim.spans[0].start < answer.span.start
            or linked[after].claim.kind is ClaimKind.NARRATED
        ):
            after += 1
        if after == len(linked) or numbers[after] - answer.sentence > 1:
            continue
        this = linked[after]
        target = next(
            (
                item
                for item in reversed(linked[max(0, after - _ANSWERS) : after])
                if item.claim.spans[0].start < answer.span.start
                and item.claim.kind is not ClaimKind.NARRATED
                and item.claim.speaker != this.claim.speaker
                and answer.sentence - item.frame.sentence <= _NEAR
            ),
            None,
        )
        if target is not None:
            span = answer.span
            cue = Evidence(span.start, span.end, span.of(document.text))
            found[after] = ClaimRelation(answer.kind, target.claim.id, Strength.EXPLICIT, cue)
    return found


def _content(text: str, lexicon: Lexicon) -> frozenset[str]:
    words = (match.group().lower() for match in _WORD.finditer(text))
    return frozenset(word[:7] for word in words if not lexicon.has("closed", word))


def _relations(
    linked: Sequence[Linked],
    index: int,
    announced: ClaimRelation | None,
    document: Document,
    lexicon: Lexicon,
) -> tuple[ClaimRelation, ...]:
    this = linked[index]
    found: list[ClaimRelation] = []
    answer = announced or _answer(linked, index, document, lexicon)
    if answer is not None:
        found.append(answer)
    qualified = _qualifies(linked, index, document, lexicon)
    if qualified is not None and all(r.claim != qualified.claim for r in found):
        found.append(qualified)
    if this.claim.kind is not ClaimKind.NARRATED:
        found += _suggested(linked, index, {relation.claim for relation in found})
    return tuple(found)


def _answer(
    linked: Sequence[Linked], index: int, document: Document, lexicon: Lexicon
) -> ClaimRelation | None:
    """An explicit confirmation or denial of an earlier claim by another source."""
    this = linked[index]
    verdict = _verdict(this, document, lexicon)
    if verdict is None:
        return None
    kind, cue, anaphoric = verdict
    target = _target(linked, index, anaphoric=anaphoric)
    if target is None:
        return None
    return ClaimRelation(kind, target.claim.id, Strength.EXPLICIT, cue)


def _verdict(
    this: Linked, document: Document, lexicon: Lexicon
) -> tuple[ClaimRelationKind, Evidence, bool] | None:
    frame, claim = this.frame, this.claim
    for name, kind in (
        ("disputes", ClaimRelationKind.DISPUTES),
        ("corroborates", ClaimRelationKind.CORROBORATES),
    ):
        if frame.kind is not ClaimKind.DIRECT and frame.rule != "source/according-to":
            break
        for span in frame.spans:
            match = lexicon.patterns[name].search(document.text, span.start, span.end)
            if match is not None and match.start() - span.start < 40:
                return kind, Evidence(match.start(), match.end(), match.group()), True
    if frame.verb is None or claim.cue is None:
        return None
    kind_of = verdict_of(frame.verb, lexicon, negated=frame.negated_cue)
    if kind_of is None:
        return None
    cue = Evidence(claim.cue.start, claim.cue.end, claim.cue.text)
    introduced = kind_of is ClaimRelationKind.DISPUTES and frame.rule in (
        "clause/colon",
        "quote/tag-before",
    )
    anaphoric = (
        introduced or lexicon.patterns["anaphoric_content"].fullmatch(claim.text) is not None
    )
    if frame.kind is ClaimKind.DIRECT and not introduced:
        return None
    return kind_of, cue, anaphoric


def _target(linked: Sequence[Linked], index: int, *, anaphoric: bool) -> Linked | None:
    """The earlier claim that is answered: the nearest if "that", else the one that shares most."""
    this = linked[index]
    candidates = [
        other
        for other in linked[max(0, index - _ANSWERS) : index]
        if other.claim.speaker != this.claim.speaker
        and other.claim.kind is not ClaimKind.NARRATED
        and other.claim.certainty.level is not Level.NONE
    ]
    if not candidates:
        return None
    if anaphoric:
        nearest = [o for o in candidates if this.frame.sentence - o.frame.sentence <= _NEAR]
        nearest = [
            other
            for other in nearest
            if this.frame.sentence - other.frame.sentence <= 1 or this.words & other.words
        ]
        return nearest[-1] if nearest else None
    scored = [
        (_overlap(this.words, other.words), other)
        for other in candidates
        if len(this.words & other.words) >= _SHARED
    ]
    best = max((score for score, _ in scored), default=0.0)
    if best >= _SAME_EVENT:
        return next(other for score, other in reversed(scored) if score == best)
    accused = candidates[-1]
    near = this.frame.sentence - accused.frame.sentence <= 1
    if near and this.frame.verb is not None and this.frame.verb.kind == "denial":
        named = this.source_words & accused.words
        if named and this.words & accused.words:
            return accused
    return None


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of the shorter claim's content words that both have."""
    small = min(len(first), len(second))
    return len(first & second) / small if small else 0.0


def _qualifies(
    linked: Sequence[Linked], index: int, document: Document, lexicon: Lexicon
) -> ClaimRelation | None:
    """A claim that "but" or "however" sets against the one directly before it."""
    if index == 0:
        return None
    this, before = linked[index], linked[index - 1]
    gap = this.frame.sentence - before.frame.sentence
    if (
        gap > 1
        or document.sentences[this.frame.sentence].paragraph
        != document.sentences[before.frame.sentence].paragraph
    ):
        return None
    start = before.claim.spans[-1].end if gap == 0 else this.claim.sentence.start
    lead = document.text[
        start : this.frame.spans[0].start + 1 if gap else this.frame.spans[0].start
    ]
    match = lexicon.patterns["adversative"].search(lead[:60])
    if match is None or lead[: match.start()].strip(' ,;.”"»') != "":
        if gap == 0:
            return None
        head = document.text[this.claim.sentence.start : this.claim.sentence.start + 60]
        match = lexicon.patterns["adversative"].match(head)
        if match is None:
            return None
        start = this.claim.sentence.start
    cue = Evidence(start + match.start(), start + match.end(), match.group())
    return ClaimRelation(ClaimRelationKind.QUALIFIES, before.claim.id, Strength.EXPLICIT, cue)


def _suggested(linked: Sequence[Linked], index: int, taken: set[str]) -> list[ClaimRelation]:
    """What shared words or a run of one speaker suggest."""
    this = linked[index]
    found: list[ClaimRelation] = []
    for other in reversed(linked[max(0, index - 30) : index]):
        if other.claim.id in taken or len(this.words) < 3 or len(other.words) < 3:
            continue
        if _overlap(this.words, other.words) >= _REPEATS:
            found.append(
                ClaimRelation(ClaimRelationKind.REPEATS, other.claim.id, Strength.SUGGESTED)
            )
            return found
    before = linked[index - 1] if index else None
    if (
        before is not None
        and before.claim.speaker is not None
        and before.claim.speaker == this.claim.speaker
        and before.claim.id not in taken
        and this.frame.sentence - before.frame.sentence <= 1
    ):
        found.append(
            ClaimRelation(ClaimRelationKind.ELABORATES, before.claim.id, Strength.SUGGESTED)
        )
    return found
