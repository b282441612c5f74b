"""The values that a reading of an article is made of: frozen, plain, and free of any library.

Offsets are half-open and count Unicode code points of the article's text, so ``text[start:end]``
is exact. Dates are ISO calendar days and ``latest`` is inclusive.
"""

from dateline.model.article import Article, Basis, Span, content_id
from dateline.model.claims import (
    Certainty,
    ChainKind,
    ChainLink,
    Claim,
    ClaimKind,
    ClaimPlace,
    ClaimRelation,
    ClaimRelationKind,
    Cue,
    Evidence,
    Level,
    PlaceRole,
    Speaker,
    SpeakerBy,
    SpeakerKind,
    Stance,
    Strength,
)
from dateline.model.places import (
    Alternative,
    Place,
    PlaceKind,
    PlaceRelation,
    PlaceSource,
    RelationKind,
)
from dateline.model.story import Problem, Sentence, Story
from dateline.model.times import DayOffsets, Precision, Time, When

__all__ = [
    "Alternative",
    "Article",
    "Basis",
    "Certainty",
    "ChainKind",
    "ChainLink",
    "Claim",
    "ClaimKind",
    "ClaimPlace",
    "ClaimRelation",
    "ClaimRelationKind",
    "Cue",
    "DayOffsets",
    "Evidence",
    "Level",
    "Place",
    "PlaceKind",
    "PlaceRelation",
    "PlaceRole",
    "PlaceSource",
    "Precision",
    "Problem",
    "RelationKind",
    "Sentence",
    "Span",
    "Speaker",
    "SpeakerBy",
    "SpeakerKind",
    "Stance",
    "Story",
    "Strength",
    "Time",
    "When",
    "content_id",
]
