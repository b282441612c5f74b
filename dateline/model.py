"""The values that a reading of an article is made of: frozen, plain, and free of any library.

Offsets are half-open and count Unicode code points of the article's text, so ``text[start:end]``
is exact. Dates are ISO calendar days and ``latest`` is inclusive.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


def content_id(prefix: str, *parts: object) -> str:
    """An id that depends on content alone: the same parts give the same id, in every run."""
    text = "\x1f".join(str(part) for part in parts)
    return f"{prefix}-{hashlib.blake2s(text.encode(), digest_size=5).hexdigest()}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


# --- the article ---------------------------------------------------------------------------------


class Basis(StrEnum):
    """Where an article's publication date came from."""

    GIVEN = "given"
    METADATA = "metadata"
    BYLINE = "byline"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was published; everything else points into ``text`` by offset."""

    id: str
    text: str
    language: str | None = None
    title: str | None = None
    published: date | None = None
    published_basis: Basis = Basis.UNKNOWN
    url: str | None = None


# --- times ---------------------------------------------------------------------------------------


class Precision(StrEnum):
    """How fine a time is; the finest calendar unit that the words themselves give."""

    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "daypart"
    DAY = "day"
    NIGHT = "night"
    WEEKEND = "weekend"
    WEEK = "week"
    PART = "part"  # a third of a month or year: "begin maart", "mid-June", "eind vorig jaar"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"  # both ends given: "van 3 tot 5 maart"
    OPEN = "open"  # one end given: "sinds dinsdag"
    VAGUE = "vague"  # "de afgelopen dagen"
    RELATIVE = "relative"  # hangs on an event or an unknown date


@dataclass(frozen=True, slots=True)
class DayOffsets:
    """A time as whole days from an unknown publication day D, both ends inclusive; 0 is D."""

    earliest: int | None
    latest: int | None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and the interval it denotes.

    ``edtf`` is Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2). All of ``edtf``,
    ``earliest`` and ``latest`` are None where the words do not tell. ``anchor`` names what the
    expression was resolved against: an ISO date, the id of another time, or "D" for an unknown
    publication day; ``relative`` then holds the distance from D. ``rule`` is the recogniser and the
    resolver, for example ``weekday/past``.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool
    anchor: str | None
    rule: str
    relative: DayOffsets | None = None

    @property
    def span(self) -> Span:
        """Where the expression stands in the article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class When:
    """The time of a claim's utterance or event.

    ``inherited`` is the id of the claim it was taken over from, "published" for the publication
    day, or None where the claim's own words give it.
    """

    time: str | None
    edtf: str | None
    earliest: date | None
    latest: date | None
    precision: Precision
    inherited: str | None = None


# --- places --------------------------------------------------------------------------------------


class PlaceKind(StrEnum):
    """What sort of place a toponym names; only a city is ever drawn as a point."""

    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    WATER = "water"
    CONTINENT = "continent"
    AREA = "area"  # a zone made by a relation ("north of X"), or a place without a known outline
    DEMONYM = "demonym"  # "de Britten", "Oekraïense": never on the map, context for its country


class RelationKind(StrEnum):
    """How a zone lies to the place it is told by."""

    IN = "in"
    NEAR = "near"
    AROUND = "around"
    BETWEEN = "between"
    NORTH_OF = "north_of"
    NORTHEAST_OF = "northeast_of"
    EAST_OF = "east_of"
    SOUTHEAST_OF = "southeast_of"
    SOUTH_OF = "south_of"
    SOUTHWEST_OF = "southwest_of"
    WEST_OF = "west_of"
    NORTHWEST_OF = "northwest_of"


class PlaceSource(StrEnum):
    """Who put a place at its coordinates."""

    GAZETTEER = "gazetteer"
    NOMINATIM = "nominatim"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class PlaceRelation:
    """The place that a zone hangs on; ``also`` is the second one of "between X and Y"."""

    kind: RelationKind
    of: str
    also: str | None = None
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another place that the same words could have meant."""

    name: str
    latitude: float
    longitude: float
    country: str | None
    geonames_id: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym in the article and the place it was resolved to.

    Without an entry the coordinates are None and the span stays. ``radius_km`` is the radius of the
    circle that holds the place; ``country`` is ISO 3166-1 alpha-2; ``confidence`` (0 to 1) is that
    of the resolution. A zone ("ten noorden van X") has its own span, ``relation``, its centre as
    coordinates and kind ``area``.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    name: str
    latitude: float | None
    longitude: float | None
    kind: PlaceKind
    country: str | None
    geonames_id: int | None
    radius_km: float | None
    relation: PlaceRelation | None
    confidence: float
    reason: str
    source: PlaceSource = PlaceSource.GAZETTEER
    alternatives: tuple[Alternative, ...] = ()

    @property
    def span(self) -> Span:
        """Where the toponym stands in the article."""
        return Span(self.start, self.end)


# --- claims --------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition put forward by one source, or by the narrator (``speaker`` None).

    ``spans`` are its pieces in order; ``text`` joins them with one space. ``sentence`` covers the
    sentence or sentences that hold the claim and its tag.
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


# --- the story -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Problem:
    """What a reader should know about a reading: ``code`` is stable, ``values`` fill its text."""

    code: str
    message: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article that gave no claim."""

    article: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the sentence stands in the article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Story:
    """One or more articles and all that was read from them."""

    articles: tuple[Article, ...]
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
    unclaimed: tuple[Sentence, ...] = ()
