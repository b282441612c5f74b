import pytest

from dateline import languages
from dateline.errors import LanguageFileError, UnknownLanguageError


def test_a_folder_is_a_language() -> None:
    assert {"nl", "en", "de", "fr"} <= set(languages.available())


@pytest.mark.parametrize("code", languages.available())
@pytest.mark.parametrize("stage", ["times", "places", "claims", "ingest"])
def test_every_language_has_a_file_for_every_stage(code: str, stage: str) -> None:
    assert languages.load(code).section(stage)


def test_a_stage_without_a_file_is_empty() -> None:
    assert languages.load("nl").section("weather") == {}


@pytest.mark.parametrize("code", ["xx", "", "../nl", "NL"])
def test_a_language_without_a_folder_is_refused_with_those_that_have_one(code: str) -> None:
    with pytest.raises(UnknownLanguageError, match="de, en, fr, nl"):
        languages.load(code)


def test_first_names_tell_a_gender_or_that_they_are_torn() -> None:
    names = languages.first_names()
    assert (names["sven"], names["fatima"], names["kim"]) == ("masculine", "feminine", "person")
    assert "minister" not in names


def test_a_damaged_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_text: str) -> object:
        raise languages.tomllib.TOMLDecodeError("bad")

    monkeypatch.setattr(languages.tomllib, "loads", broken)
    languages.load.cache_clear()
    with pytest.raises(LanguageFileError, match=r"nl/language\.toml"):
        languages.load("nl")
    monkeypatch.undo()
    languages.load("nl")
