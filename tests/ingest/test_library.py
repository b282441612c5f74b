from datetime import date
from pathlib import Path

import pytest

from dateline.errors import (
    BadDateError,
    EmptyArticleError,
    FileUnreadableError,
    InputError,
)
from dateline.ingest import read_library, read_text_file
from dateline.model import Basis
from dateline.settings import Settings


def write(directory: Path, name: str, text: str, about: str | None = None) -> Path:
    path = directory / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    if about is not None:
        path.with_suffix(".toml").write_text(about, encoding="utf-8")
    return path


def test_the_file_beside_the_text_tells_title_language_and_date(tmp_path: Path) -> None:
    about = 'title = "Kop"\nlanguage = "nl"\npublished = 2024-05-03\n'
    article = read_text_file(write(tmp_path, "a", "Er was eens.", about))
    assert (article.title, article.language, article.published, article.published_basis) == (
        "Kop",
        "nl",
        date(2024, 5, 3),
        Basis.GIVEN,
    )


def test_a_text_alone_has_no_date_and_no_language(tmp_path: Path) -> None:
    article = read_text_file(write(tmp_path, "a", "Er was eens."))
    assert (article.language, article.published, article.published_basis) == (
        None,
        None,
        Basis.UNKNOWN,
    )


def test_the_library_begins_with_the_newest(tmp_path: Path) -> None:
    write(tmp_path, "a", "oud", "published = 2001-01-01")
    write(tmp_path, "b", "nieuw", "published = 2024-01-01")
    write(tmp_path, "c", "zonder")
    assert [article.text for article in read_library(tmp_path)] == ["nieuw", "oud", "zonder"]


@pytest.mark.parametrize(
    ("text", "about", "error", "named"),
    [
        (" \n", None, EmptyArticleError, "empty"),
        ("x", 'published = "2024-05-03"', BadDateError, "2024-05-03"),
        ("x", "published = = 1", FileUnreadableError, "not TOML"),
    ],
)
def test_a_bad_file_is_named_with_what_was_expected(
    tmp_path: Path, text: str, about: str | None, error: type[InputError], named: str
) -> None:
    with pytest.raises(error, match=named):
        read_text_file(write(tmp_path, "a", text, about))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError, match=r"nowhere\.txt"):
        read_text_file(tmp_path / "nowhere.txt")


def test_every_article_that_ships_tells_its_title_language_and_date() -> None:
    articles = read_library(Settings().articles_dir)
    assert articles
    for article in articles:
        assert article.title
        assert article.language
        assert article.published
