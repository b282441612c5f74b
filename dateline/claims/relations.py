"""Relations between claims: what the words say outright, and what shared content suggests."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.claims.answers import Answer
from dateline.claims.frames import Frame
from dateline.claims.lexicon import Lexicon
from dateline.claims.references import stems
from dateline.claims.responses import explicit, find_opposite, find_response
from dateline.claims.sentences import Document
from dateline.claims.targets import Linked, find_target, overlap
from dateline.model import (
    Claim,
    ClaimKind,
    ClaimRelation,
    ClaimRelationKind,
    Evidence,
    Speaker,
    Strength,
)

_SAME_EVENT_KINDS = (ClaimRelationKind.CORROBORATES, ClaimRelationKind.DISPUTES)
_REPEATS = 0.55  # share of stems above which two claims say the same (tuned on dev gold)


def relate(
    claims: Sequence[Claim],
    frames: Sequence[Frame],
    answers: Sequence[Answer],
    speakers: Sequence[Speaker],
    heard: Mapping[int, str],
    document: Document,
    lexicon: Lexicon,
) -> list[tuple[ClaimRelation, ...]]:
    """The relations of every claim to earlier ones.

    ``heard`` tells who gives each bare answer, by sentence.
    """
    known = {speaker.id: stems(speaker.name, lexicon) for speaker in speakers}
    sources = {speaker.id: _called(speaker, document, lexicon) for speaker in speakers}
    linked = [
        Linked(
            claim,
            frame,
            stems(claim.text, lexicon),
            name=known.get(claim.speaker or "", frozenset()),
            source=sources.get(claim.speaker or "", frozenset()),
            speaks_for=_speaks_for(claim, document, lexicon),
        )
        for claim, frame in zip(claims, frames, strict=True)
    ]
    announced = _announced(linked, answers, heard, document, lexicon)
    return [
        _relations(linked, index, announced.get(index), document, lexicon)
        for index in range(len(linked))
    ]


def _called(speaker: Speaker, document: Document, lexicon: Lexicon) -> frozenset[str]:
    """Every word by which a speaker is called: the name, the role, and those of all mentions."""
    mentions = (mention.of(document.text) for mention in speaker.mentions)
    words = set(" ".join((speaker.name, speaker.role or "", *mentions)).split())
    roles = {_role_in(word.lower(), lexicon) for word in words}
    return stems(" ".join(words | roles), lexicon)


def _role_in(word: str, lexicon: Lexicon) -> str:
    """The role that ends a compound: "Umweltminister" is a "Minister"; "" for none."""
    if lexicon.order != "v2" or lexicon.has("roles", word):
        return ""
    endings = (word[at:] for at in range(2, len(word) - 2))
    return next((ending for ending in endings if lexicon.has("roles", ending)), "")


def _speaks_for(claim: Claim, document: Document, lexicon: Lexicon) -> frozenset[str] | None:
    """Whom the mention of a spokesman names; nothing for "their spokesman"; None for others."""
    if claim.speaker_span is None:
        return None
    mention = claim.speaker_span.of(document.text)
    words = [match.group().lower() for match in lexicon.token.finditer(mention)]
    own = frozenset(word for word in words if lexicon.has("mouthpieces", word))
    if not own:
        return None
    if lexicon.has("possessives", words[0]):
        return frozenset()
    return stems(mention, lexicon) - stems(" ".join(own), lexicon) or None


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
    linked: Sequence[Linked],
    answers: Sequence[Answer],
    heard: Mapping[int, str],
    document: Document,
    lexicon: Lexicon,
) -> dict[int, ClaimRelation]:
    """The relations that bare answers make: from the claim after each to an earlier one."""
    numbers = [item.frame.sentence for item in linked]
    found: dict[int, ClaimRelation] = {}
    for answer in answers:
        after = bisect_left(numbers, answer.sentence)
        last = bisect_right(numbers, answer.sentence + 1)
        while after < last and (
            linked[after].claim.spans[0].start < answer.span.start
            or linked[after].claim.kind is ClaimKind.NARRATED
        ):
            after += 1
        if after == last:
            continue
        if _answered_back(linked, after, heard.get(answer.sentence)):
            continue
        target = find_target(linked, after, answer.about, answer.sentence, lexicon)
        if target is not None:
            found[after] = explicit(answer.kind, target, answer.span, document)
    return found


def _answered_back(linked: Sequence[Linked], after: int, answerer: str | None) -> bool:
    """Whether the claim after an answer is not the answerer's: who spoke before speaks again."""
    speaker = linked[after].claim.speaker
    if answerer is None or speaker in (None, answerer):
        return False
    return any(other.claim.speaker == speaker for other in linked[max(0, after - 2) : after])


def _relations(
    linked: Sequence[Linked],
    index: int,
    announced: ClaimRelation | None,
    document: Document,
    lexicon: Lexicon,
) -> tuple[ClaimRelation, ...]:
    this = linked[index]
    found: list[ClaimRelation] = []
    answer = None
    if this.claim.kind is not ClaimKind.NARRATED:
        answer = (
            find_response(linked, index, document, lexicon)
            or announced
            or find_opposite(linked, index, document, lexicon)
        )
    if answer is not None:
        found.append(answer)
    qualified = _qualifies(linked, index, document, lexicon)
    if qualified is not None and all(r.claim != qualified.claim for r in found):
        found.append(qualified)
    if this.claim.kind is not ClaimKind.NARRATED:
        found += _suggested(linked, index, {relation.claim for relation in found})
    return tuple(found)


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
        if overlap(this.words, other.words) >= _REPEATS:
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
