"""Bakes what is known of words and of people's names into files; needed for building only."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import marisa_trie

from dateline.places.entries import Entry, write_parts
from dateline.places.names import LANGUAGES, fold

RARE = 1.5
"""Zipf frequency (occurrences per thousand million words, log10) below which a word is not kept."""
COMMON = 3.0
"""Zipf frequency from which a word is kept though it names no place."""
NAME_LOCALES = (
    "nl_NL", "nl_BE", "en_US", "en_GB", "en_IE", "en_NZ", "en_IN", "en_KE", "en_NG", "de_DE",
    "de_AT", "de_CH", "fr_FR", "fr_BE", "fr_CH", "fr_CA", "es_ES", "es_MX", "es_AR", "pt_PT",
    "pt_BR", "it_IT", "pl_PL", "cs_CZ", "sk_SK", "sl_SI", "hr_HR", "hu_HU", "ro_RO", "da_DK",
    "no_NO", "sv_SE", "fi_FI", "et_EE", "lt_LT", "lv_LV", "tr_TR", "id_ID", "ig_NG", "yo_NG",
    "ha_NG", "zu_ZA", "ga_IE", "sw", "fr_DZ", "es_CO", "es_CL", "is_IS", "tw_GH",
)  # fmt: skip
FIRST, LAST = 1, 2


def write_evidence(entries: Iterable[Entry], directory: Path, tables: Path) -> None:
    """Writes ``words.marisa`` with ``words.bin`` and ``people.marisa`` with ``people.bin``."""
    _write_words(entries, directory)
    _write_people(directory, tables)


def _write_words(entries: Iterable[Entry], directory: Path) -> None:
    import wordfreq

    names = {
        key for entry in entries for name, _, _ in entry.names if " " not in (key := fold(name))
    }
    words: dict[str, list[float]] = {}
    for place, language in enumerate(LANGUAGES):
        size = "large" if language in wordfreq.available_languages("large") else "small"
        for word, frequency in wordfreq.get_frequency_dict(language, wordlist=size).items():
            zipf = wordfreq.freq_to_zipf(frequency)
            key = fold(word)
            if not key or " " in key or not key.isalpha():
                continue
            if zipf >= COMMON or (key in names and zipf >= RARE):
                row = words.setdefault(key, [0.0] * len(LANGUAGES))
                row[place] = max(row[place], zipf)
    _write(
        directory, "words", {key: bytes(round(z * 25) for z in row) for key, row in words.items()}
    )


def _write_people(directory: Path, tables: Path) -> None:
    people: dict[str, int] = {}
    for names, bit in ((_faker_names("first"), FIRST), (_faker_names("last"), LAST)):
        for name in names:
            people[name] = people.get(name, 0) | bit
    for line in (tables / "first_names.txt").read_text(encoding="utf-8").splitlines():
        for name in line.partition("#")[0].split():
            people[fold(name)] = people.get(fold(name), 0) | FIRST
    _write(directory, "people", {key: bytes([bits]) for key, bits in people.items()})


@cache
def _faker_names(which: str) -> tuple[str, ...]:
    import importlib

    found: set[str] = set()
    for locale in NAME_LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in sorted(vars(provider)):
            if not attribute.startswith(which) or not attribute.endswith(
                ("names", "names_male", "names_female", "names_nonbinary", "_unisex")
            ):
                continue
            value = getattr(provider, attribute)
            if not isinstance(value, (tuple, list, dict)):
                continue
            found.update(fold(name) for name in value if isinstance(name, str))
    return tuple(sorted(name for name in found if name and " " not in name and len(name) > 1))


def _write(directory: Path, stem: str, rows: dict[str, bytes]) -> None:
    trie = marisa_trie.Trie(sorted(rows))
    values = b"".join(rows[trie.restore_key(number)] for number in range(len(trie)))
    trie.save(str(directory / f"{stem}.marisa"))
    write_parts(
        directory / f"{stem}.bin",
        [("values", values)],
        {"keys": len(trie), "format": "dateline-words/1",
         "trie_bytes": (directory / f"{stem}.marisa").stat().st_size},
    )  # fmt: skip
