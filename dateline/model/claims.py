"""Claims, their speakers, and how sure these are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dateline.model.article import Span
from dateline.model.times import When


class SpeakerKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source under its fullest name in the article, with every mention of it."""

    id: str
    name: str
    kind: SpeakerKind
    role: str | None = None
    organisation: str | None = None
    mentions: tuple[Span, ...] = ()


class ClaimKind(StrEnum):
    """The form in which a claim is put."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    HEARSAY = "hearsay"
    NARRATED = "narrated"


class SpeakerBy(StrEnum):
    """How a mention was resolved to its speaker."""

    NAME = "name"
    SURNAME = "surname"
    TITLE = "title"
    PRONOUN = "pronoun"
    APPOSITION = "apposition"
    IMPLICIT = "implicit"


class Stance(StrEnum):
    """What the article's own choice of cue says about the claim."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    ENDORSING = "endorsing"


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute a claim to its source."""

    start: int
    end: int
    text: str
    stance: Stance = Stance.NEUTRAL


class Level(StrEnum):
    """How sure the source is, in its own words; never a verdict."""

    CERTAIN = "certain"
    NEAR_CERTAIN = "near_certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    UNVERIFIED = "unverified"
    NONE = "none"  # a wish, a plan, an order: no claim that the event is a fact


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the article that carry a judgement."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Certainty:
    """A level and the words that carry it."""

    level: Level = Level.CERTAIN
    cues: tuple[Evidence, ...] = ()


class PlaceRole(StrEnum):
    """What a place is to a claim."""

    LOCATION = "location"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """A place of a claim; ``anaphor`` is where the claim says it with other words ("de stad").

    ``inherited`` is the id of the claim that it confirms or contradicts and takes the place from.
    """

    place: str
    role: PlaceRole
    anaphor: Span | None = None
    inherited: str | None = None


class ClaimRelationKind(StrEnum):
    """What one claim does to another."""

    CORROBORATES = "corroborates"
    DISPUTES = "disputes"
    REPEATS = "repeats"
    ELABORATES = "elaborates"
    QUALIFIES = "qualifies"


class Strength(StrEnum):
    """Whether the article says a relation, or shared content suggests it."""

    EXPLICIT = "explicit"
    SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True)
class ClaimRelation:
    """A link from one claim to another, with the words that make it."""

    type: ClaimRelationKind
    claim: str
    strength: Strength
    cue: Evidence | None = None


class ChainKind(StrEnum):
    """How a link of a claim's chain stands to its speaker."""

    VIA = "via"  # the outlet that the speaker told
    CITING = "citing"  # the source that the speaker rests on


@dataclass(frozen=True, slots=True)
class ChainLink:
    """Another hand that a claim went through, in the article's words."""

    kind: ChainKind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition put forward by one source, or by the narrator (``speaker`` None).

    ``spans`` are its pieces in order; ``text`` joins them with one space. ``sentence`` covers the
    sentence or sentences that hold the claim and its tag. ``chain`` tells whom else it came
    through: "the official told Reuters", "the agency, citing officials".
    """

    id: str
    article: str
    kind: ClaimKind
    spans: tuple[Span, ...]
    text: str
    rule: str
    sentence: Span
    speaker: str | None = None
    speaker_span: Span | None = None
    speaker_by: SpeakerBy | None = None
    cue: Cue | None = None
    certainty: Certainty = field(default_factory=Certainty)
    negated: bool = False
    said: When | None = None
    happened: When | None = None
    places: tuple[ClaimPlace, ...] = ()
    relations: tuple[ClaimRelation, ...] = ()
    chain: tuple[ChainLink, ...] = ()
