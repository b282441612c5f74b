"""Which earlier claim an answer is about."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.claims.frames import Frame
from dateline.claims.lexicon import Lexicon
from dateline.claims.references import Reference, numbers_in
from dateline.model import Claim, ClaimKind, Level

_REACH = 12  # claims back that an answer may be about
_NEAR = 2  # sentences back that "that" may point
_FIGURES_NEAR = 4  # the same where figures are what is answered
_SHARED = 2  # stems: one alone may be chance
_ACTS = (("accusation_nouns", "accusing"), ("fear_nouns", "fearing"), ("doubt_nouns", "doubting"))
_SAME_EVENT = 0.5  # share of stems that makes two claims tell of the same


@dataclass(frozen=True, slots=True)
class Linked:
    """A claim with what its relations need of it; all words are stems."""

    claim: Claim
    frame: Frame
    words: frozenset[str]
    name: frozenset[str] = frozenset()  # of its speaker
    source: frozenset[str] = frozenset()  # that name and every mention of the speaker
    speaks_for: frozenset[str] | None = None  # whom a spokesman's mention names; empty for "their"


@dataclass(frozen=True, slots=True)
class Target:
    """The claim that is meant; ``sure`` unless others of the same speaker could be."""

    linked: Linked
    sure: bool = True


def find_target(
    linked: Sequence[Linked],
    index: int,
    about: Reference,
    sentence: int,
    lexicon: Lexicon,
    *,
    confirms: bool = False,
) -> Target | None:
    """The claim that the one at ``index`` answers in ``sentence``; None where none is meant."""
    this = linked[index]
    spoken_for = _spoken_for(linked, index)
    candidates = [
        other
        for other in linked[max(0, index - _REACH) : index]
        if other.claim.kind is not ClaimKind.NARRATED
        and not _only_wishes(other)
        and (other.claim.speaker is None or other.claim.speaker not in spoken_for)
    ]
    if about.content is not None:
        told = _of_content(this, about.content, candidates, sentence, lexicon)
        if told is None and confirms:
            told = _alone_with(about.content, candidates)
        return Target(told) if told is not None else None
    meant = _of_noun(about.noun, candidates, lexicon)
    if meant and not about.opponent:
        return Target(meant[-1])
    candidates = meant or candidates
    figures = lexicon.has("figure_nouns", about.noun)
    if figures:
        numbers = numbers_in(this.claim.text, lexicon)
        same = [o for o in candidates if numbers & numbers_in(o.claim.text, lexicon)]
        if same and not about.opponent:
            return Target(same[-1])
        candidates = [o for o in candidates if _counts(o, lexicon)] or candidates
    heads = _heads(candidates)
    if about.opponent:
        candidates = [head for head, _ in heads if about.opponent & head.source]
    else:
        near = _FIGURES_NEAR if figures else _NEAR
        candidates = [head for head, last in heads if sentence - last <= near]
        if about.noun and not figures and candidates:
            candidates = _stated([head for head, _ in heads]) or candidates
    shared = [len(this.words & other.words) for other in candidates]
    best = max(shared, default=0)
    if best:
        return Target(candidates[shared.index(best)])
    return contrary(this, candidates, lexicon)


def _heads(candidates: Sequence[Linked]) -> list[tuple[Linked, int]]:
    """The claims and the sentence where each ends; a bare quotation illustrates one before it."""
    heads: list[tuple[Linked, int]] = []
    for other in candidates:
        if heads and other.claim.kind is ClaimKind.DIRECT and other.frame.cue is None:
            head, end = heads[-1]
            near = other.frame.sentence - end <= 1
            if (
                near
                and head.claim.kind is not ClaimKind.DIRECT
                and head.claim.speaker == other.claim.speaker is not None
            ):
                heads[-1] = (head, other.frame.sentence)
                continue
        heads.append((other, other.frame.sentence))
    return heads


def _stated(heads: Sequence[Linked]) -> list[Linked]:
    """What the last speaker was said to claim: "that account" is rarely a quotation."""
    last = heads[-1].claim.speaker
    run = itertools.takewhile(lambda other: other.claim.speaker == last, reversed(heads))
    return [
        other
        for other in reversed(list(run))
        if other.claim.kind is not ClaimKind.DIRECT
        and not (other.frame.verb is not None and other.frame.verb.kind == "denial")
    ]


def contrary(this: Linked, candidates: Sequence[Linked], lexicon: Lexicon) -> Target | None:
    """The nearest claim; of several by one speaker the nearest that says no where this says yes.

    "Nobody told me. I read it in the paper." – "A letter was sent" is about the first.
    """
    if not candidates:
        return None
    last = candidates[-1]
    rivals = [other for other in candidates if other.claim.speaker == last.claim.speaker]
    sure = len(rivals) == 1
    negation = lexicon.patterns["negation"]
    says_no = negation.search(this.claim.text) is not None
    for other in reversed(candidates):
        if other.claim.speaker != last.claim.speaker:
            break
        if (negation.search(other.claim.text) is not None) != says_no:
            return Target(other, sure)
    return Target(last, sure)


def overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of the shorter claim's stems that both have."""
    small = min(len(first), len(second))
    return len(first & second) / small if small else 0.0


def _of_content(
    this: Linked,
    content: frozenset[str],
    candidates: Sequence[Linked],
    sentence: int,
    lexicon: Lexicon,
) -> Linked | None:
    """The claim that tells of the same, or that directly before about who answers it."""
    scored = [
        (overlap(content, other.words), at)
        for at, other in enumerate(candidates)
        if len(content & other.words) >= _SHARED
    ]
    best = max(scored, default=(0.0, 0))
    if best[0] >= _SAME_EVENT:
        return candidates[best[1]]
    last = candidates[-1] if candidates else None
    if last is None or sentence - last.frame.sentence > 1:
        return None
    if last.frame.sentence == sentence or (content | this.source) & last.words:
        return last
    such = any(lexicon.has("such", word) for word in this.claim.text.lower().split())
    return last if such else None


def _alone_with(content: frozenset[str], candidates: Sequence[Linked]) -> Linked | None:
    """The one claim before that has a word of what is confirmed.

    A confirmation repeats what was told; a denial may be of what nobody in the article said.
    """
    sharing = [other for other in candidates if content & other.words]
    return sharing[0] if len(sharing) == 1 else None


def _of_noun(noun: str, candidates: Sequence[Linked], lexicon: Lexicon) -> list[Linked]:
    """The claims that a noun fits: an accusation, a fear, a number of dead."""
    if lexicon.has("toll_nouns", noun):
        toll = lexicon.patterns["toll"]
        return [o for o in candidates if toll.search(o.claim.text) and _counts(o, lexicon)]
    for nouns, verbs in _ACTS:
        if lexicon.has(nouns, noun):
            return [
                other
                for other in candidates
                if other.frame.verb is not None and lexicon.has(verbs, other.frame.verb.lemma)
            ]
    return []


def _counts(other: Linked, lexicon: Lexicon) -> bool:
    return bool(numbers_in(other.claim.text, lexicon))


def _only_wishes(other: Linked) -> bool:
    """Whether a claim is a demand, a plan or a wish: nobody denies it."""
    return other.frame.verb is not None and other.frame.verb.level is Level.NONE


def _spoken_for(linked: Sequence[Linked], index: int) -> frozenset[str]:
    """The speakers on whose side the claim at ``index`` is: its own, and whom it speaks for."""
    this = linked[index]
    own = {this.claim.speaker} if this.claim.speaker is not None else set()
    if this.speaks_for is None:
        return frozenset(own)
    for other in reversed(linked[max(0, index - _REACH) : index]):
        if other.claim.speaker is None or other.claim.speaker in own:
            continue
        denies = other.frame.verb is not None and other.frame.verb.kind == "denial"
        if denies and not this.speaks_for:
            return frozenset({*own, other.claim.speaker})
        if other.name and other.name <= this.speaks_for:
            return frozenset({*own, other.claim.speaker})
    return frozenset(own)
