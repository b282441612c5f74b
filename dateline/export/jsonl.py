"""One ``dateline-story/1`` document a line, one line an article."""

from collections.abc import Iterator
from typing import TypeVar

from dateline import contract
from dateline.model import Article, Claim, Place, Sentence, Story, Time
from dateline.story import Selection, select

Part = TypeVar("Part", Time, Place, Claim, Sentence)


def write(story: Story) -> str:
    """The story's articles, each as a document of its own on a line of its own."""
    return "".join(_line(one) for one in _split(story))


def _line(story: Story) -> str:
    return contract.to_json(story, select(story, Selection()).counts) + "\n"


def _split(story: Story) -> Iterator[Story]:
    for article in story.articles:
        claims = _of(article, story.claims)
        named = {claim.speaker for claim in claims}
        yield Story(
            articles=(article,),
            times=_of(article, story.times),
            places=_of(article, story.places),
            speakers=tuple(speaker for speaker in story.speakers if speaker.id in named),
            claims=claims,
            problems=story.problems if len(story.articles) == 1 else (),
            unclaimed=_of(article, story.unclaimed),
        )


def _of(article: Article, values: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(value for value in values if value.article == article.id)
