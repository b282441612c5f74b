"""Claims: who says what, how sure, when it was said and happened, and who says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.claims.anaphora import Atlas
from dateline.claims.attribution import find_frames
from dateline.claims.cast import Entity
from dateline.claims.certainty import judge
from dateline.claims.chains import find_chains, part_from_outlets
from dateline.claims.frames import Frame
from dateline.claims.lexicon import Lexicon, lexicon_of
from dateline.claims.names import Gazette
from dateline.claims.quotes import find_quotes
from dateline.claims.relations import inherit_events, relate
from dateline.claims.sentences import Document, read_document
from dateline.claims.speakers import Resolved, Resolver
from dateline.claims.surnames import join_surnames
from dateline.claims.whens import Clock
from dateline.languages import Language
from dateline.model import (
    Article,
    Claim,
    ClaimKind,
    Cue,
    Place,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Time,
    content_id,
)

RULES = (
    "quote/tag-after",
    "quote/tag-before",
    "quote/tag-middle",
    "quote/colon",
    "quote/untagged",
    "clause/that",
    "clause/whether",
    "clause/question",
    "clause/zero-that",
    "clause/infinitive",
    "clause/nominal",
    "clause/naming",
    "clause/preposed",
    "clause/parenthesis",
    "clause/colon",
    "clause/main",
    "clause/continued",
    "clause/as-reported",
    "clause/fronted",
    "clause/backward",
    "source/according-to",
    "headline/colon",
    "headline/dash",
    "interview/answer",
    "hearsay/passive",
    "hearsay/adverb",
    "hearsay/expected",
    "hearsay/said-to",
    "hearsay/mood",
    "hearsay/rumour",
    "narration/time-or-place",
)
"""Every name that ``Claim.rule`` can have."""

_KINDS = {"person": SpeakerKind.PERSON, "organisation": SpeakerKind.ORGANISATION}


@dataclass(frozen=True, slots=True)
class ClaimReading:
    """The claims of an article, its speakers, and the sentences that gave no claim."""

    claims: tuple[Claim, ...]
    speakers: tuple[Speaker, ...]
    unclaimed: tuple[Span, ...]


def find_claims(
    article: Article, language: Language, times: Sequence[Time], places: Sequence[Place]
) -> ClaimReading:
    """Every claim of ``article`` in text order; nothing where the language has no claims file."""
    lexicon = lexicon_of(language)
    if lexicon is None or not article.text.strip():
        return ClaimReading((), (), ())
    quotes = find_quotes(article.text, lexicon)
    document = read_document(article.text, lexicon, quotes, times)
    join_surnames(article.text, document.sentences, lexicon)
    frames, answers = find_frames(document, lexicon, places)
    part_from_outlets(frames, document, lexicon)
    resolver = Resolver(document, lexicon, Gazette(places))
    resolved = resolver.resolve_all(frames, answers)
    claims = _claims(article, document, lexicon, frames, resolved, times, places)
    speakers = _speakers(article, resolved, lexicon)
    heard = {at: speaker_id(article, entity) for at, entity in resolver.heard.items()}
    relations = relate(claims, frames, answers, speakers, heard, document, lexicon)
    chains = find_chains(frames, document, lexicon)
    linked = [
        replace(claim, relations=links, chain=chain)
        for claim, links, chain in zip(claims, relations, chains, strict=True)
    ]
    return ClaimReading(
        inherit_events(linked),
        speakers,
        _unclaimed(document, frames),
    )


def _claims(
    article: Article,
    document: Document,
    lexicon: Lexicon,
    frames: Sequence[Frame],
    resolved: Sequence[Resolved],
    times: Sequence[Time],
    places: Sequence[Place],
) -> list[Claim]:
    clock = Clock(article, times)
    atlas = Atlas(article.text, places, lexicon)
    contents: dict[int, list[Span]] = {}
    cues: dict[int, list[int]] = {}
    for frame in frames:
        contents.setdefault(frame.sentence, []).extend(frame.spans)
        if frame.cue is not None:
            token = document.sentences[frame.sentence].tokens[frame.cue[0]]
            cues.setdefault(frame.sentence, []).append(token.start)
    claims = []
    for frame, source in zip(frames, resolved, strict=True):
        judgement = judge(frame, document, lexicon)
        text = " ".join(span.of(article.text) for span in frame.spans)
        claim_id = content_id("c", article.id, frame.spans[0].start, text)
        speaker = speaker_id(article, source.entity) if source.entity is not None else None
        claims.append(
            Claim(
                id=claim_id,
                article=article.id,
                kind=frame.kind,
                spans=tuple(frame.spans),
                text=text,
                rule=frame.rule,
                sentence=_sentence(frame, document),
                speaker=speaker,
                speaker_span=source.span,
                speaker_by=source.by if speaker is not None else None,
                cue=_cue(frame, document),
                certainty=judgement.certainty,
                negated=judgement.negated,
                said=clock.said(
                    frame,
                    document,
                    speaker,
                    claim_id,
                    contents[frame.sentence],
                    cues.get(frame.sentence, []),
                ),
                happened=clock.happened(frame),
                places=atlas.of(frame),
            )
        )
    return claims


def speaker_id(article: Article, entity: Entity) -> str:
    """The id of a speaker of an article."""
    return content_id("s", article.id, entity.name)


def _sentence(frame: Frame, document: Document) -> Span:
    span = document.sentences[frame.sentence].span
    return Span(min(span.start, frame.spans[0].start), max(span.end, frame.spans[-1].end))


def _cue(frame: Frame, document: Document) -> Cue | None:
    if frame.cue is None:
        return None
    tokens = document.sentences[frame.sentence].tokens
    start, end = tokens[frame.cue[0]].start, tokens[frame.cue[1] - 1].end
    stance = frame.verb.stance if frame.verb is not None else Stance.NEUTRAL
    if frame.kind is ClaimKind.HEARSAY and frame.rule in ("hearsay/mood", "hearsay/adverb"):
        stance = Stance.DISTANCING
    return Cue(start, end, document.text[start:end], stance)


def _speakers(
    article: Article, resolved: Sequence[Resolved], lexicon: Lexicon
) -> tuple[Speaker, ...]:
    entities: dict[str, Entity] = {}
    for source in resolved:
        if source.entity is not None:
            entities.setdefault(source.entity.name, source.entity)
    return tuple(
        Speaker(
            id=speaker_id(article, entity),
            name=entity.name,
            kind=_kind(entity),
            role=_role(entity, lexicon)[0],
            organisation=_role(entity, lexicon)[1],
            mentions=tuple(sorted(entity.mentions)),
        )
        for entity in entities.values()
    )


def _role(entity: Entity, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """A person's role and what it is held in: ("minister", "Finance") of "minister of Finance"."""
    if not entity.roles or entity.kind != "person":
        return None, None
    words = entity.roles[0][1].split()
    link = next(
        (i for i, word in enumerate(words) if i and lexicon.has("links", word.lower())), None
    )
    if link is None:
        return " ".join(words), None
    held = words[link:]
    while held and (
        lexicon.has("links", held[0].lower()) or lexicon.has("articles", held[0].lower())
    ):
        held = held[1:]
    named = any(word[:1].isupper() for word in held)
    return " ".join(words[:link]), " ".join(held) if named else None


def _kind(entity: Entity) -> SpeakerKind:
    if entity.kind == "name":
        return SpeakerKind.PERSON if entity.gender else SpeakerKind.ORGANISATION
    return _KINDS.get(entity.kind, SpeakerKind.UNNAMED)


def _unclaimed(document: Document, frames: Sequence[Frame]) -> tuple[Span, ...]:
    held = {frame.sentence for frame in frames}
    return tuple(
        sentence.span
        for number, sentence in enumerate(document.sentences)
        if number not in held and any(token.kind != "p" for token in sentence.tokens)
    )
