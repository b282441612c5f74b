"""Composes the stages into a Story; the only module that knows their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path

from dateline import languages
from dateline.claims import ClaimReading, find_claims
from dateline.errors import ArticleTooLongError, BadDateError, EmptyArticleError, NotTextError
from dateline.ingest import detect_language
from dateline.model import Article, Basis, Problem, Sentence, Story, content_id
from dateline.places import Gazetteer, find_places, open_gazetteer
from dateline.settings import Settings, from_environment
from dateline.times import find_times

# Above this share of characters that no writing system uses, a text is taken for binary data.
MAX_UNREADABLE_SHARE = 0.02


def read(
    text: str,
    *,
    language: str | None = None,
    published: date | None = None,
    title: str | None = None,
    url: str | None = None,
    settings: Settings | None = None,
) -> Story:
    """The story of a text: its claims with speaker, certainty, times and places.

    ``language`` is an ISO 639-1 code, detected where it is not given; without a language file only
    places and absolute dates are read, and the story says so. Without ``published`` times stay
    relative to an unknown day.
    Raises EmptyArticleError, ArticleTooLongError, NotTextError or BadDateError.
    """
    if published is not None and not isinstance(published, date):
        raise BadDateError(
            f"published is {published!r}, expected a datetime.date such as date(2023, 2, 14)."
        )
    return read_article(
        Article(
            id=content_id("a", text),
            text=text,
            language=language or detect_language(text),
            title=title,
            published=published,
            published_basis=Basis.UNKNOWN if published is None else Basis.GIVEN,
            url=url,
        ),
        settings=settings,
    )


def read_article(article: Article, *, settings: Settings | None = None) -> Story:
    """The story of an article that ingest, or the caller, has made."""
    settings = settings or from_environment()
    _refuse_unreadable(article.text, settings.max_characters)
    known = article.language in languages.available()
    language = languages.load(article.language) if known and article.language else None
    times = find_times(article, language)
    places = find_places(
        article, language, open_shared_gazetteer(settings.gazetteer_dir, settings.user_dir)
    )
    reading = (
        find_claims(article, language, times, places) if language else ClaimReading((), (), ())
    )
    story = Story(
        articles=(article,),
        times=times,
        places=places,
        speakers=reading.speakers,
        claims=reading.claims,
        unclaimed=tuple(Sentence(article.id, span.start, span.end) for span in reading.unclaimed),
    )
    return replace(story, problems=tuple(_problems(story)))


def merge(stories: Sequence[Story]) -> Story:
    """One story of all articles, in the order given."""
    return Story(
        articles=tuple(chain.from_iterable(story.articles for story in stories)),
        times=tuple(chain.from_iterable(story.times for story in stories)),
        places=tuple(chain.from_iterable(story.places for story in stories)),
        speakers=tuple(chain.from_iterable(story.speakers for story in stories)),
        claims=tuple(chain.from_iterable(story.claims for story in stories)),
        problems=tuple(chain.from_iterable(story.problems for story in stories)),
        unclaimed=tuple(chain.from_iterable(story.unclaimed for story in stories)),
    )


@cache
def open_shared_gazetteer(directory: Path, user_dir: Path) -> Gazetteer:
    """The gazetteer of a directory, opened once a process and shared by all readings."""
    return open_gazetteer(directory, user_dir)


def _refuse_unreadable(text: str, max_characters: int) -> None:
    if len(text) > max_characters:
        raise ArticleTooLongError(
            f"The article has {len(text):,} characters, expected at most {max_characters:,}. "
            "Give one article at a time, or a part of it."
        )
    if not any(character.isalpha() for character in text):
        raise EmptyArticleError(
            f"The article has no letters ({len(text):,} characters). Give the text of an article."
        )
    unreadable = sum(
        count
        for character, count in Counter(text).items()
        if not (
            character.isprintable()
            or character.isspace()
            or character in "\u200b\u200d\ufeff\u00ad"
        )
    ) + text.count("\ufffd")
    if unreadable > MAX_UNREADABLE_SHARE * len(text):
        raise NotTextError(
            f"{unreadable:,} of {len(text):,} characters belong to no writing system, "
            "expected plain text. Save the article as UTF-8 text and give that."
        )


def _problems(story: Story) -> Iterator[Problem]:
    (article,) = story.articles
    known = ", ".join(languages.available())
    if article.language is None:
        yield Problem(
            "no_language",
            f"The language is not known: only places and absolute dates are read. Known: {known}.",
            {"known": known},
        )
    elif article.language not in languages.available():
        yield Problem(
            "unknown_language",
            f"No language file for {article.language!r}: only places and absolute dates are read. "
            f"Known: {known}.",
            {"language": article.language, "known": known},
        )
    if article.published is None:
        yield Problem(
            "no_date",
            "The publication date is not known: relative times stay relative to that day (D).",
        )
    if article.language in languages.available() and not story.claims:
        yield Problem("no_claims", "No sentence of this article is attributed or reports an event.")
