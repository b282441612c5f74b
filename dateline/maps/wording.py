"""The interface's words in each of its languages, from the data files in ``dateline/ui/texts``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

FALLBACK = "en"


@cache
def languages() -> tuple[str, ...]:
    """The ISO 639-1 codes of the interface's languages, sorted."""
    folder = files("dateline").joinpath("ui", "texts")
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")))


@cache
def texts(language: str) -> Mapping[str, str]:
    """Every text of a language under its dotted key, for example ``card.who``.

    A language without a file gets the English texts.
    """
    code = language if language in languages() else FALLBACK
    file = files("dateline").joinpath("ui", "texts", f"{code}.toml")
    return MappingProxyType(dict(_flat(tomllib.loads(file.read_text(encoding="utf-8")))))


def choose(wanted: str | None) -> str:
    """The interface language for a browser's locale such as ``nl-BE``; English where unknown."""
    code = (wanted or "").lower().replace("_", "-").split("-")[0]
    return code if code in languages() else FALLBACK


def _flat(table: Mapping[str, object], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            pairs += _flat(value, f"{prefix}{key}.")
        else:
            pairs.append((prefix + key, str(value)))
    return pairs
