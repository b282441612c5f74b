"""Articles that lie in a folder as plain text, each with a TOML file that tells about it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from dateline.errors import BadDateError, EmptyArticleError, FileUnreadableError
from dateline.ingest.text import decode
from dateline.model import Article, Basis, content_id


def read_library(directory: Path) -> tuple[Article, ...]:
    """Every article of the folder, the newest first; those without a date come last."""
    articles = [read_text_file(path) for path in sorted(directory.glob("*.txt"))]
    return tuple(sorted(articles, key=lambda article: article.published or date.min, reverse=True))


def read_text_file(path: Path) -> Article:
    """The article of a text file; ``NAME.toml`` beside ``NAME.txt`` gives title, language, date.

    Raises FileUnreadableError, NotTextError, EmptyArticleError or BadDateError.
    """
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        raise FileUnreadableError(
            f"{path} cannot be read: {error.strerror}. Give the path of a text file."
        ) from error
    if not text.strip():
        raise EmptyArticleError(f"{path} is empty. Give a file that holds the article's text.")
    about = _about(path.with_suffix(".toml"))
    published = about.get("published")
    if published is not None and not isinstance(published, date):
        raise BadDateError(
            f"{path.with_suffix('.toml')}: published is {published!r}, expected a date such as "
            "2023-02-14 without quotation marks."
        )
    return Article(
        id=content_id("a", text),
        text=text,
        language=_text(about.get("language")),
        title=_text(about.get("title")),
        published=published,
        published_basis=Basis.UNKNOWN if published is None else Basis.GIVEN,
        url=_text(about.get("url")),
    )


def _about(path: Path) -> dict[str, object]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FileUnreadableError(f"{path} is not TOML: {error}. Mend or remove it.") from error


def _text(value: object) -> str | None:
    return None if value is None else str(value)
