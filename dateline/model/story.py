"""All that was read from one or more articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.model.article import Article, Span
from dateline.model.claims import Claim, Speaker
from dateline.model.places import Place
from dateline.model.times import Time


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
