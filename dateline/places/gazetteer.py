"""The gazetteer: mapped files that tell which places a name can mean, and what words are worth."""

from __future__ import annotations

import json
import math
import mmap
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

import marisa_trie

from dateline.errors import GazetteerError
from dateline.places.entries import COLUMNS, FORMAT, WEIGHT_SCALE, How, Kind

KM_A_DEGREE = 111.2
REACH_KM = 100.0
"""How far the nearest town may be from a point that is looked up."""
REMEDY = "Run `python -m dateline gazetteer build`, or reinstall."


@dataclass(frozen=True, slots=True)
class Record:
    """One place of the gazetteer.

    ``weight`` is the decimal logarithm of one plus its population, raised for capitals.
    """

    layer: int
    number: int
    name: str
    latitude: float
    longitude: float
    kind: Kind
    country: str | None
    weight: float
    radius_km: float
    geonames_id: int | None
    parent: int | None  # number of the division or region that holds it, in the same layer

    @property
    def id(self) -> tuple[int, int]:
        """What tells this record from all others of one gazetteer."""
        return self.layer, self.number


class Hit(NamedTuple):
    """A place that a name can mean, what the name is to it, and in which languages."""

    record: Record
    how: How
    languages: int


class _Layer:
    """One mapped set of places and names."""

    def __init__(self, directory: Path, position: int) -> None:
        self.position = position
        head, parts = open_parts(directory / "places.bin", FORMAT)
        self.trie = open_trie(directory / "names.marisa", head)
        self.countries: list[str] = [str(code) for code in head["countries"]]
        self.columns: dict[str, memoryview[int]] = {
            name: cast(Any, parts[name]).cast(code) for name, code in COLUMNS
        }
        self.offsets = parts["offsets"].cast("I")
        self.postings = parts["postings"].cast("I")
        self.blob = parts["blob"]
        self.size: int = head["entries"]
        if len(self.offsets) != len(self.trie) + 1 or len(self.columns["kind"]) != self.size:
            raise GazetteerError(
                f"The gazetteer in {directory} has files that do not belong together. {REMEDY}"
            )

    def record(self, number: int) -> Record:
        columns = self.columns
        offset = columns["name"][number]
        stop = columns["name"][number + 1] if number + 1 < self.size else len(self.blob)
        parent = columns["parent"][number]
        return Record(
            layer=self.position,
            number=number,
            name=bytes(self.blob[offset:stop]).decode().partition("\n")[0],
            latitude=columns["latitude"][number] / 1e5,
            longitude=columns["longitude"][number] / 1e5,
            kind=Kind(columns["kind"][number]),
            country=self.countries[columns["country"][number]] or None,
            weight=columns["weight"][number] / WEIGHT_SCALE,
            radius_km=float(columns["radius"][number]),
            geonames_id=columns["geonames_id"][number] or None,
            parent=parent - 1 if parent else None,
        )


class Gazetteer:
    """Places by name; safe to share between threads, for nothing in it changes but caches."""

    def __init__(self, directory: Path, extra: tuple[Path, ...] = ()) -> None:
        self._layers = [
            _Layer(folder, position) for position, folder in enumerate((directory, *extra))
        ]
        self._words = _Values(directory, "words", 4)
        self._people = _Values(directory, "people", 1)
        self.hits = lru_cache(maxsize=50_000)(self._hits)
        self.record = lru_cache(maxsize=50_000)(self._record)
        self._tries = tuple(layer.trie for layer in self._layers)

    def knows(self, key: str) -> bool:
        """Whether a folded name is that of a place or people."""
        return any(key in trie for trie in self._tries)

    def _hits(self, key: str) -> tuple[Hit, ...]:
        """All places that the folded name can mean, those of most weight first."""
        found: dict[tuple[int, int] | int, Hit] = {}
        for layer in self._layers:
            key_id = layer.trie.get(key)
            if key_id is None:
                continue
            for at in range(layer.offsets[key_id], layer.offsets[key_id + 1]):
                posting = layer.postings[at]
                record = self.record(layer.position, posting >> 8)
                identity = record.geonames_id or record.id
                found.setdefault(identity, Hit(record, How(posting >> 4 & 15), posting & 15))
        return tuple(sorted(found.values(), key=lambda hit: (-hit.record.weight, hit.record.id)))

    def _record(self, layer: int, number: int) -> Record:
        return self._layers[layer].record(number)

    def parent(self, record: Record) -> Record | None:
        """The division or region that holds the place."""
        return None if record.parent is None else self.record(record.layer, record.parent)

    def nearest(self, latitude: float, longitude: float, count: int) -> list[Record]:
        """The ``count`` towns nearest to a point, at most ``REACH_KM`` away, nearest first."""
        found: list[tuple[float, tuple[int, int]]] = []
        cosine = max(0.01, math.cos(math.radians(latitude)))
        margin = REACH_KM / KM_A_DEGREE
        low, high = round((latitude - margin) * 1e5), round((latitude + margin) * 1e5)
        for layer in self._layers:
            latitudes, longitudes = layer.columns["latitude"], layer.columns["longitude"]
            kinds = layer.columns["kind"]
            for number in range(layer.size):
                if low <= latitudes[number] <= high and kinds[number] == Kind.TOWN:
                    dlon = (longitudes[number] / 1e5 - longitude + 180) % 360 - 180
                    if abs(dlon) * cosine <= margin:
                        dlat = latitudes[number] / 1e5 - latitude
                        km = KM_A_DEGREE * math.hypot(dlat, dlon * cosine)
                        if km <= REACH_KM:
                            found.append((km, (layer.position, number)))
        return [self.record(*place) for _, place in sorted(found)[:count]]

    def zipf(self, word: str) -> tuple[float, float, float, float] | None:
        """How frequent a folded word is in Dutch, English, German and French (0: rare, 7: "the").

        None where it is rare in all of them.
        """
        value = self._words.get(word)
        if value is None:
            return None
        return value[0] / 25, value[1] / 25, value[2] / 25, value[3] / 25

    def people(self, word: str) -> int:
        """1 for a first name, 2 for a surname, 3 for both, 0 for neither."""
        value = self._people.get(word)
        return value[0] if value else 0


class _Values:
    """A fixed number of bytes for each word of a trie."""

    def __init__(self, directory: Path, stem: str, width: int) -> None:
        head, parts = open_parts(directory / f"{stem}.bin", "dateline-words/1")
        self._trie = open_trie(directory / f"{stem}.marisa", head)
        self._values = parts["values"]
        self._width = width
        self.get = lru_cache(maxsize=50_000)(self._get)

    def _get(self, word: str) -> bytes | None:
        number = self._trie.get(word)
        if number is None:
            return None
        return bytes(self._values[number * self._width : (number + 1) * self._width])


def open_gazetteer(directory: Path, user_dir: Path | None = None) -> Gazetteer:
    """The gazetteer of a directory, with what the user added to it.

    Raises GazetteerError where a file is missing, damaged or of another build.
    """
    extra = user_dir / "gazetteer" if user_dir else None
    layers = sorted(p for p in extra.iterdir() if p.is_dir()) if extra and extra.is_dir() else []
    return Gazetteer(directory, tuple(path for path in layers if not path.name.startswith(".")))


def open_parts(path: Path, wanted: str) -> tuple[dict[str, Any], dict[str, memoryview[int]]]:
    """The head and the named parts of a mapped file."""
    try:
        with path.open("rb") as file:
            line = file.readline(65536)
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = json.loads(line)
        if head["format"] != wanted:
            raise GazetteerError(
                f"The gazetteer file {path} is of format {head['format']!r}: "
                f"expected {wanted!r}. {REMEDY}"
            )
        if len(mapped) != len(line) + head["bytes"]:
            raise GazetteerError(
                f"The gazetteer file {path} has {len(mapped)} bytes: "
                f"expected {len(line) + head['bytes']}. {REMEDY}"
            )
        body = memoryview(mapped)[len(line) :]
        return head, {name: body[at : at + size] for name, (at, size) in head["parts"].items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GazetteerError(
            f"The gazetteer file {path} cannot be read: {error}. {REMEDY}"
        ) from error


def open_trie(path: Path, head: dict[str, Any]) -> marisa_trie.Trie:
    """A mapped trie whose size and number of keys are what ``head`` says."""
    try:
        if path.stat().st_size != head["trie_bytes"]:
            raise GazetteerError(
                f"The gazetteer file {path} has {path.stat().st_size} bytes: "
                f"expected {head['trie_bytes']}. {REMEDY}"
            )
        trie = marisa_trie.Trie()
        trie.mmap(str(path))
        if len(trie) != head["keys"]:
            raise GazetteerError(f"The gazetteer file {path} is of another build. {REMEDY}")
        return trie
    except (OSError, RuntimeError, KeyError) as error:
        raise GazetteerError(
            f"The gazetteer file {path} cannot be read: {error}. {REMEDY}"
        ) from error
