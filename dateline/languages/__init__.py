"""What is known of each language, read from the TOML files of its folder.

A folder ``languages/<code>/`` holds ``language.toml`` (its names) and a file for each stage, read
when that stage first asks: ``times.toml``, ``places.toml``, ``claims.toml``, and ``ingest.toml``
for the lines that pages put between paragraphs. Adding a language adds a folder and no code.
``first_names.toml`` serves all of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from dateline.errors import LanguageFileError, UnknownLanguageError


@dataclass(frozen=True, slots=True)
class Language:
    """A language, by its ISO 639-1 code, with its names in English and in itself."""

    code: str
    name: str
    endonym: str

    def section(self, stage: str) -> Mapping[str, Any]:
        """The stage's file as plain TOML values; empty where the language has none.

        Raises LanguageFileError where the file is damaged.
        """
        return _section(self.code, stage)


@cache
def available() -> tuple[str, ...]:
    """The ISO 639-1 codes of all languages that have a folder, sorted."""
    return tuple(
        sorted(
            entry.name
            for entry in files(__package__).iterdir()
            if entry.is_dir() and entry.joinpath("language.toml").is_file()
        )
    )


@cache
def load(code: str) -> Language:
    """The language of an ISO 639-1 code.

    Raises UnknownLanguageError where it has no folder, LanguageFileError where a file is damaged.
    """
    if code not in available():
        known = ", ".join(available())
        raise UnknownLanguageError(
            f"No language file for {code!r}: expected one of {known}. "
            "Choose one of these, or add a folder under dateline/languages/."
        )
    head = _toml(code, "language")
    return Language(code=code, name=str(head["name"]), endonym=str(head["endonym"]))


@cache
def first_names() -> Mapping[str, str]:
    """First names of the world in small letters: masculine, feminine, or person where torn.

    Raises LanguageFileError where the table is damaged.
    """
    table = _read(files(__package__).joinpath("first_names.toml"), "first_names.toml")
    return MappingProxyType(
        {name: gender for gender, names in table.items() for name in names.split()}
    )


@cache
def outlets() -> tuple[str, ...]:
    """News agencies, papers and stations of the world in small letters, as articles cite them.

    Raises LanguageFileError where the table is damaged.
    """
    table = _read(files(__package__).joinpath("outlets.toml"), "outlets.toml")
    return tuple(name.strip() for names in table.values() for name in names.split(","))


@cache
def _section(code: str, stage: str) -> Mapping[str, Any]:
    return _toml(code, stage) if _has(code, stage) else MappingProxyType({})


def _has(code: str, stem: str) -> bool:
    return files(__package__).joinpath(code, f"{stem}.toml").is_file()


def _toml(code: str, stem: str) -> Mapping[str, Any]:
    return _read(files(__package__).joinpath(code, f"{stem}.toml"), f"{code}/{stem}.toml")


def _read(resource: Traversable, name: str) -> Mapping[str, Any]:
    try:
        return MappingProxyType(tomllib.loads(resource.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LanguageFileError(
            f"Language file {name} cannot be read: {error}. Mend the file or reinstall."
        ) from error
