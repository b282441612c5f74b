"""Times: finds every time expression of an article and the days that it means."""

from __future__ import annotations

from dateline.languages import Language
from dateline.model import Article, Time
from dateline.times.absolute import find_absolute
from dateline.times.reading import read_times

__all__ = ["find_times"]


def find_times(article: Article, language: Language | None) -> tuple[Time, ...]:
    """The article's times in reading order.

    Without a publication day, deictic times hold their distance from that day in ``relative``.
    Without a language file (``language`` None) only dates in figures or with month names are read.
    """
    if language is None or not language.section("times"):
        return find_absolute(article)
    return read_times(article, language)
