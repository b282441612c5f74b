"""Adds a country's full GeoNames dump to the user's own gazetteer.

The dump is a table of 19 columns parted by tabs, in UTF-8, as published at download.geonames.org
(``UA.zip`` holds ``UA.txt``): id, name, ASCII name, alternate names, latitude, longitude, feature
class, feature code, country, other countries, four divisions, population, elevation, model
elevation, time zone, date.
"""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from dateline.errors import GazetteerError
from dateline.places.entries import Entry, How, Kind, mask, write_entries
from dateline.places.names import LANGUAGES, fold, is_latin
from dateline.places.romanise import CYRILLIC_COUNTRIES, romanise

COLUMNS = 19
MOST_BYTES = 2_000_000_000
"""Bytes of the largest table that is read; the whole world's is 1.6 GB."""
MAIN_DIVISIONS = {"ADM1": Kind.PROVINCE, "ADM2": Kind.DISTRICT}
KINDS = {"P": Kind.TOWN, "H": Kind.WATER, "T": Kind.MOUNTAIN, "L": Kind.REGION}
RADII_KM = {Kind.TOWN: 0.0, Kind.WATER: 20.0, Kind.MOUNTAIN: 10.0, Kind.REGION: 20.0}
UNTOLD_POPULATION = {True: 300, False: 3000}
"""What weight a village, or else a feature, has where the dump tells no population."""
ISLANDS = ("ISL", "ISLS", "ISLET", "ATOL")
EXPECTED = (
    "expected a country's dump as GeoNames publishes it (a zip file with one table of "
    f"{COLUMNS} columns, such as UA.zip). Fetch it anew and try again."
)


def add_dump(path: Path, user_dir: Path) -> int:
    """Merges a GeoNames dump into the gazetteer under ``user_dir``; the number of places added.

    Raises GazetteerError where the file is missing, broken, truncated or something else; nothing
    is changed then.
    """
    entries = list(_entries(path))
    if not entries:
        raise GazetteerError(f"The dump {path} holds no place that can be used: {EXPECTED}")
    folder = user_dir / "gazetteer"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".") as scratch:
            write_entries(entries, Path(scratch))
            name = "-".join(sorted({entry.country for entry in entries if entry.country})[:3])
            _replace(Path(scratch), folder / (name or path.stem))
    except OSError as error:
        raise GazetteerError(
            f"The gazetteer in {folder} cannot be written: {error}. Choose a folder that can be "
            "written with DATELINE_USER_DIR."
        ) from error
    return len(entries)


def _replace(fresh: Path, place: Path) -> None:
    """Puts a finished folder in place of an older one."""
    old = fresh.parent / f".old-{place.name}"
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    staged = fresh.parent / f".new-{place.name}"
    shutil.rmtree(staged, ignore_errors=True)
    shutil.copytree(fresh, staged)
    staged.chmod(0o755)
    staged.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def _entries(path: Path) -> Iterator[Entry]:
    divisions: dict[str, str] = {}
    rows = list(_rows(path))
    for row in rows:
        if row[7] == "ADM1":
            divisions[f"{row[8]}.{row[10]}"] = row[0]
        elif row[7] == "ADM2":
            divisions[f"{row[8]}.{row[10]}.{row[11]}"] = row[0]
    for row in rows:
        kind = MAIN_DIVISIONS.get(row[7]) or KINDS.get(row[6])
        if kind is None or row[7].endswith("H"):  # historical, or a building, road or undersea form
            continue
        if row[7] in ISLANDS:
            kind = Kind.ISLAND
        parent = divisions.get(f"{row[8]}.{row[10]}.{row[11]}") or divisions.get(
            f"{row[8]}.{row[10]}", ""
        )
        yield Entry(
            key=row[0],
            name=row[1],
            latitude=float(row[4]),
            longitude=float(row[5]),
            kind=kind,
            country=row[8],
            population=int(row[14] or 0) or UNTOLD_POPULATION[kind is Kind.TOWN],
            geonames_id=int(row[0]),
            radius_km=RADII_KM.get(kind, 50.0),
            parent=parent if parent != row[0] else "",
            names=list(_names(row)),
        )


def _names(row: list[str]) -> Iterator[tuple[str, How, int]]:
    yield row[1], How.MAIN, 0
    if row[2] and row[2] != row[1]:
        yield row[2], How.MAIN, 0
    for name in filter(None, row[3].split(",")):
        if is_latin(name):
            if len(fold(name)) > 2 and name[:1].isupper() and not name.isupper():
                yield name, How.ALTERNATE, 0
        elif row[8] in CYRILLIC_COUNTRIES:
            for language in LANGUAGES:
                for spelled in romanise(name, language, row[8]):
                    yield spelled, How.ROMANISED, mask(language)


def _rows(path: Path) -> Iterator[list[str]]:
    try:
        with _table(path) as lines:
            for number, line in enumerate(lines, start=1):
                row = line.rstrip("\r\n").split("\t")
                _check(row, path, number)
                yield row
    except (
        OSError,
        zipfile.BadZipFile,
        UnicodeDecodeError,
        EOFError,
        NotImplementedError,
    ) as error:
        raise GazetteerError(f"The dump {path} cannot be read ({error}): {EXPECTED}") from error
    except RuntimeError as error:  # an encrypted archive
        raise GazetteerError(f"The dump {path} cannot be opened ({error}): {EXPECTED}") from error
    except Exception as error:
        if type(error).__module__ == "zlib":
            raise GazetteerError(f"The dump {path} is damaged ({error}): {EXPECTED}") from error
        raise


def _table(path: Path) -> io.TextIOWrapper:
    if path.suffix.lower() != ".zip":
        return path.open(encoding="utf-8", newline="\n")
    archive = zipfile.ZipFile(path)
    tables = [
        info
        for info in archive.infolist()
        if info.filename.endswith(".txt") and "readme" not in info.filename.lower()
    ]
    if len(tables) != 1:
        raise GazetteerError(f"The dump {path} holds {len(tables)} tables: {EXPECTED}")
    if tables[0].file_size > MOST_BYTES:
        raise GazetteerError(
            f"The dump {path} unpacks to {tables[0].file_size} bytes: expected at most "
            f"{MOST_BYTES}. Add single countries instead."
        )
    return io.TextIOWrapper(archive.open(tables[0]), encoding="utf-8", newline="\n")


def _check(row: list[str], path: Path, number: int) -> None:
    if len(row) != COLUMNS:
        raise GazetteerError(f"Line {number} of the dump {path} has {len(row)} columns: {EXPECTED}")
    try:
        good = (
            0 < int(row[0]) < 2**32
            and -90 <= float(row[4]) <= 90
            and -180 <= float(row[5]) <= 180
            and int(row[14] or 0) >= 0
            and len(row[8]) in (0, 2)
        )
    except ValueError:
        good = False
    if not good:
        raise GazetteerError(
            f"Line {number} of the dump {path} has an id, coordinates, country or population "
            f"that is none ({row[0]!r}, {row[4]!r}, {row[5]!r}, {row[8]!r}, {row[14]!r}): "
            f"{EXPECTED}"
        )
