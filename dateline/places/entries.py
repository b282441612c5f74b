"""What the gazetteer holds of one place, and how entries are packed into its files."""

from __future__ import annotations

import json
import math
import tempfile
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

import marisa_trie

from dateline.places.names import LANGUAGES, fold

FORMAT = "dateline-gazetteer/1"
COLUMNS: tuple[tuple[str, str], ...] = (
    ("latitude", "i"),  # 1e-5 degrees
    ("longitude", "i"),
    ("geonames_id", "I"),  # 0 where there is none
    ("parent", "I"),  # number of the entry one level up, plus one; 0 where there is none
    ("name", "I"),  # offset into the name blob
    ("weight", "H"),  # 6500 times the decimal logarithm of one plus the population
    ("radius", "H"),  # km
    ("kind", "B"),
    ("country", "B"),  # number in the header's list
)
WEIGHT_SCALE = 6500


class Kind(IntEnum):
    """The sorts of entries, coarser ones later."""

    TOWN = 0
    DISTRICT = 1  # second-level administrative division
    PROVINCE = 2  # first-level administrative division
    REGION = 3
    ISLAND = 4
    MOUNTAIN = 5
    WATER = 6
    COUNTRY = 7
    CONTINENT = 8
    UNION = 9  # an organisation of countries, and a place only where the words locate it


class How(IntEnum):
    """What a name is to its place."""

    MAIN = 0
    ALTERNATE = 1
    ROMANISED = 2
    EXONYM = 3  # known to be used in the languages of the posting's mask
    ABBREVIATION = 4
    DEMONYM = 5
    OTHER = 6  # no place at all, but a name that begins or ends like one: a club, a newspaper


PREFERENCE = (
    How.MAIN,
    How.EXONYM,
    How.ABBREVIATION,
    How.ALTERNATE,
    How.ROMANISED,
    How.DEMONYM,
    How.OTHER,
)
"""Which of two roles counts where one name has both for one place."""


@dataclass(slots=True)
class Entry:
    """One place with its names as (name, how, mask of languages; 0 for any)."""

    key: str
    name: str
    latitude: float
    longitude: float
    kind: Kind
    country: str = ""
    population: int = 0
    geonames_id: int = 0
    radius_km: float = 0.0
    parent: str = ""
    code: str = ""  # ISO 3166-2
    names: list[tuple[str, How, int]] = field(default_factory=list)


def mask(*languages: str) -> int:
    """The bits of the languages that have one."""
    return sum(1 << LANGUAGES.index(code) for code in languages if code in LANGUAGES)


def write_entries(entries: Sequence[Entry], directory: Path) -> None:
    """Writes ``names.marisa`` and ``places.bin``; each file is replaced whole or not at all."""
    numbers = {entry.key: number for number, entry in enumerate(entries)}
    trie, offsets, postings = _index(entries)
    countries = sorted({entry.country for entry in entries} | {""})
    place_columns = _columns(entries, numbers, {code: n for n, code in enumerate(countries)})
    blob = bytearray()
    names = array("I")
    for entry in entries:
        names.append(len(blob))
        blob += entry.name.encode() + b"\n"
    place_columns["name"] = names
    parts = [(name, place_columns[name].tobytes()) for name, _ in COLUMNS]
    parts += [
        ("offsets", offsets.tobytes()),
        ("postings", postings.tobytes()),
        ("blob", bytes(blob)),
    ]
    with tempfile.TemporaryDirectory(dir=directory) as scratch:
        trie_path = Path(scratch, "names.marisa")
        trie.save(str(trie_path))
        write_parts(
            Path(scratch, "places.bin"),
            parts,
            {
                "format": FORMAT,
                "entries": len(entries),
                "keys": len(trie),
                "countries": countries,
                "trie_bytes": trie_path.stat().st_size,
            },
        )
        for name in ("names.marisa", "places.bin"):
            Path(scratch, name).replace(directory / name)


def write_parts(path: Path, parts: Iterable[tuple[str, bytes]], head: dict[str, object]) -> None:
    """A file of named parts, each at a multiple of eight bytes, behind a line of JSON."""
    table: dict[str, tuple[int, int]] = {}
    body = bytearray()
    for name, data in parts:
        table[name] = (len(body), len(data))
        body += data + b"\0" * (-len(data) % 8)
    line = json.dumps(head | {"parts": table, "bytes": len(body)}, sort_keys=True).encode()
    line += b" " * (-(len(line) + 1) % 8) + b"\n"
    path.write_bytes(line + body)
    path.chmod(0o644)


def _index(entries: Sequence[Entry]) -> tuple[marisa_trie.Trie, array[int], array[int]]:
    by_key: dict[str, dict[int, tuple[int, How, int]]] = {}
    for number, entry in enumerate(entries):
        for name, how, languages in entry.names:
            key = fold(name)
            if not key:
                continue
            found = by_key.setdefault(key, {})
            _, known_how, known = found.get(number, (number, how, 0))
            best = min(known_how, how, key=PREFERENCE.index)
            found[number] = (number, best, known | languages)
    trie = marisa_trie.Trie(sorted(by_key))
    offsets, postings = array("I", [0]), array("I")
    for key_id in range(len(trie)):
        for number, how, languages in sorted(by_key[trie.restore_key(key_id)].values()):
            postings.append(number << 8 | int(how) << 4 | languages)
        offsets.append(len(postings))
    return trie, offsets, postings


def _columns(
    entries: Sequence[Entry], numbers: dict[str, int], countries: dict[str, int]
) -> dict[str, array[int]]:
    columns = {name: array(code) for name, code in COLUMNS if name != "name"}
    for entry in entries:
        columns["latitude"].append(round(entry.latitude * 1e5))
        columns["longitude"].append(round(entry.longitude * 1e5))
        columns["geonames_id"].append(entry.geonames_id)
        columns["parent"].append(numbers.get(entry.parent, -1) + 1)
        columns["weight"].append(min(round(math.log10(1 + entry.population) * WEIGHT_SCALE), 65535))
        columns["radius"].append(min(round(entry.radius_km), 65535))
        columns["kind"].append(int(entry.kind))
        columns["country"].append(countries[entry.country])
    return columns
