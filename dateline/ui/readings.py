"""Stories that were read, kept for the whole server, each with what the browser is sent of it."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field

import streamlit as st

from dateline.maps.state import describe, encode
from dateline.model import Article, Story
from dateline.settings import Settings, from_environment

KEPT = 64  # stories


@dataclass(slots=True)
class Reading:
    """A story and its encodings by interface language, made when first asked for."""

    story: Story
    sent: dict[str, tuple[str, str]] = field(default_factory=dict)

    def encoded(self, language: str) -> tuple[str, str]:
        """The version and the base64 of the story in an interface language."""
        if language not in self.sent:
            self.sent[language] = encode(describe(self.story, language))
        return self.sent[language]


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """The server's settings, read from its environment once."""
    return from_environment()


@st.cache_resource(show_spinner=False)
def library() -> tuple[Article, ...]:
    """The articles that came with the program, the newest first."""
    from dateline.ingest import read_library

    return read_library(settings().articles_dir)


def _identity(article: Article) -> tuple[object, ...]:
    return (article.id, article.language, article.published, article.title, article.url)


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs={Article: _identity})
def of_articles(articles: tuple[Article, ...]) -> Reading:
    """The reading of one article or of several as one story."""
    from dateline.pipeline import merge, read_article

    stories = [read_article(article, settings=settings()) for article in articles]
    reading = Reading(stories[0] if len(stories) == 1 else merge(stories))
    gc.freeze()  # what is loaded by now stays; a collection need not walk it again
    return reading
