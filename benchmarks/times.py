"""Measures the times against published and own gold, and against `dateparser.search_dates`.

    python -m benchmarks.times [--gold DIR] [--misses] [--no-rivals]

Prints markdown tables. MEANTIME (TIMEX3): *span F1* is strict, over DATE, TIME, DURATION and SET,
a span with or without its determiner counting alike, and phrases that the annotation calls optional
counting neither way; *value F1* is overlap and the same calendar value over DATE and TIME with a
calendar value. Own gold (EDTF): overlap and the same days, and overlap alone.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import warnings
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dateline.languages import available, load
from dateline.model import Article
from dateline.times import find_times
from dateline.times.expressions import Duration, EventTime, Recurring, Vague
from dateline.times.reading import resolve_all
from dateline.times.recognise import recognise
from tests.gold import reader

GOLD_DIR = Path(__file__).resolve().parents[2] / "shared" / "gold" / "times"
Days = tuple[date | None, date | None]


@dataclass(frozen=True)
class Found:
    """A span with a TIMEX3 value, as a system or an annotator gives it."""

    start: int
    end: int
    outer: int
    value: str


@dataclass(frozen=True)
class Score:
    """Precision, recall and their harmonic mean."""

    right: float
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        total = self.given + self.wanted
        return 2 * self.right / total if total else 0.0

    def __str__(self) -> str:
        return f"{self.f1:.3f} ({self.precision:.2f}/{self.recall:.2f})"


# --- calendar values -----------------------------------------------------------------------------


def timex_days(value: str) -> Days | None:
    """The days of a TIMEX3 value, None where it names no calendar time."""
    value = value.split("T")[0] if re.match(r"\d{4}-\d\d-\d\dT", value) else value
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first = monday + timedelta(days=5) if match[3] else monday
        return first, monday + timedelta(days=6)
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        year, quarter = int(match[1]), int(match[2])
        return date(year, quarter * 3 - 2, 1), _month_end(year, quarter * 3)
    if match := re.fullmatch(r"(\d{4})-H([12])", value):
        year, half = int(match[1]), int(match[2])
        return date(year, half * 6 - 5, 1), _month_end(year, half * 6)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        year, month = int(match[1]), {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[match[2]]
        return date(year, month, 1), _month_end(year + (month == 12), (month + 1) % 12 + 1)
    if re.fullmatch(r"\d{2,3}", value):
        width = 10 ** (4 - len(value))
        first_year = int(value) * width
        return date(first_year, 1, 1), date(first_year + width - 1, 12, 31)
    return edtf_days(value)


def edtf_days(value: str) -> Days | None:
    """The days of an EDTF date or interval, None where it cannot be read."""
    value = value.strip().strip("{}[]").replace("~", "").replace("?", "").replace("%", "")
    if "," in value:
        parts = [edtf_days(part) for part in value.split(",")]
        known = [part for part in parts if part]
        return (known[0][0], known[-1][1]) if known else None
    if "/" in value:
        first, last = value.split("/", 1)
        start = None if first in ("..", "") else edtf_days(first)
        end = None if last in ("..", "") else edtf_days(last)
        return (start[0] if start else None, end[1] if end else None)
    value = value.split("T")[0]
    if match := re.fullmatch(r"(\d{4})-(2[1-4])", value):
        return timex_days(f"{match[1]}-{('SP', 'SU', 'FA', 'WI')[int(match[2]) - 21]}")
    if match := re.fullmatch(r"(\d{2,3})(X{1,2})", value):
        return timex_days(match[1])
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if day and month and year:
            return date(year, month, day), date(year, month, day)
        if month and year:
            return date(year, month, 1), _month_end(year, month)
        return (date(year, 1, 1), date(year, 12, 31)) if year else None
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


# --- systems -------------------------------------------------------------------------------------


def dateline_timexes(text: str, language: str, published: date) -> list[Found]:
    """All our expressions, durations, sets and vague ones included, with TIMEX3 values."""
    recognised = recognise(text, load(language))
    found = []
    for reading in resolve_all(recognised, text, published, "benchmark"):
        timex = reading.timex
        if isinstance(timex.expression, EventTime):
            continue
        if isinstance(timex.expression, Duration):
            value = "P"
        elif isinstance(timex.expression, Recurring):
            value = "SET"
        elif isinstance(timex.expression, Vague):
            value = "REF"
        else:
            value = reading.resolved.interval.value if reading.resolved else ""
        found.append(Found(reading.start, timex.end, timex.outer, value))
    return found


def search_dates(text: str, language: str, published: date) -> list[Found]:
    """What `dateparser.search_dates` finds, with the language and the base date given."""
    from datetime import datetime

    from dateparser.search import search_dates as search

    base = datetime(published.year, published.month, published.day)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        hits = search(text, languages=[language], settings={"RELATIVE_BASE": base}) or []
    found, at = [], 0
    for phrase, moment in hits:
        start = text.find(phrase, at)
        if start < 0:
            continue
        at = start + len(phrase)
        found.append(Found(start, at, start, _cut(phrase, moment.date())))
    return found


def _cut(phrase: str, day: date) -> str:
    """A bare year counts as that year: the rival has no precision of its own."""
    if re.fullmatch(r"\D*\d{4}", phrase) and not re.search(r"[^\W\d_]{3,}", phrase):
        return f"{day.year:04}"
    return day.isoformat()


Finder = Callable[[str, str, date], list[Found]]


# --- scores --------------------------------------------------------------------------------------


def overlapping(gold: Sequence[Found], found: Sequence[Found]) -> list[tuple[Found, Found]]:
    """Pairs of gold and found that overlap, one to one, in reading order."""
    pairs, used = [], set()
    for wanted in gold:
        for index, given in enumerate(found):
            if index not in used and wanted.start < given.end and given.start < wanted.end:
                pairs.append((wanted, given))
                used.add(index)
                break
    return pairs


def score_meantime(path: Path, finder: Finder, misses: list[str]) -> tuple[Score, Score]:
    """Strict span score and anchored value score over a file of TIMEX3 gold."""
    span_right = span_given = span_wanted = 0
    right = given = wanted = 0
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        text, published = document["text"], date.fromisoformat(document["date"])
        gold = [
            (Found(t["start"], t["end"], t["start"], t["value"] or ""), t["type"])
            for t in document["timexes"]
        ]
        optional = [g for g, kind in gold if kind == "OPTIONAL"]
        firm = [(g, kind) for g, kind in gold if kind != "OPTIONAL"]
        found = list(finder(text, document["lang"], published))
        found = [f for f in found if not any(_overlap(f, o) for o in optional)]
        spans = {(f.start, f.end) for f in found} | {(f.outer, f.end) for f in found}
        hits = [g for g, _ in firm if (g.start, g.end) in spans]
        span_right += len(hits)
        span_given += len(found)
        span_wanted += len(firm)
        calendar = [
            g for g, kind in firm if kind in ("DATE", "TIME") and timex_days(g.value) is not None
        ]
        valued = [f for f in found if timex_days(f.value) is not None]
        pairs = overlapping(calendar, valued)
        same = [(g, f) for g, f in pairs if timex_days(g.value) == timex_days(f.value)]
        right, given, wanted = right + len(same), given + len(valued), wanted + len(calendar)
        misses += _misses(text, document["id"], calendar, valued, same)
        for g, _ in firm:
            if g not in hits:
                misses.append(f"span- {document['id']} {_around(text, g)}")
        marked = {(g.start, g.end) for g, _ in firm}
        for f in found:
            if not {(f.start, f.end), (f.outer, f.end)} & marked:
                misses.append(f"span+ {document['id']} {_around(text, f)}")
    return Score(span_right, span_given, span_wanted), Score(right, given, wanted)


def score_own(
    articles: Iterable[reader.GoldArticle], finder: Finder, misses: list[str]
) -> tuple[Score, Score]:
    """Overlap with the same days, and overlap alone, over our own annotated articles."""
    right = overlap = given = wanted = 0
    for article in articles:
        gold = [Found(m.start, m.end, m.start, m.attributes["edtf"]) for m in article.times]
        found = finder(article.text, article.language, article.published)
        found = [f for f in found if edtf_days(f.value) is not None]
        pairs = overlapping(gold, found)
        same = [(g, f) for g, f in pairs if edtf_days(g.value) == edtf_days(f.value)]
        right, overlap = right + len(same), overlap + len(pairs)
        given, wanted = given + len(found), wanted + len(gold)
        if article.split == "dev":
            misses += _misses(article.text, article.name, gold, found, same)
    return Score(right, given, wanted), Score(overlap, given, wanted)


def dateline_edtf(text: str, language: str, published: date) -> list[Found]:
    """What an article's reader gets: the times with their EDTF."""
    article = Article(id="benchmark", text=text, language=language, published=published)
    return [
        Found(t.start, t.end, t.start, t.edtf)
        for t in find_times(article, load(language))
        if t.edtf is not None
    ]


def _overlap(one: Found, two: Found) -> bool:
    return one.start < two.end and two.start < one.end


def _around(text: str, found: Found) -> str:
    before, after = text[max(0, found.start - 40) : found.start], text[found.end : found.end + 30]
    piece = f"{before}[{text[found.start : found.end]}]{after}".replace("\n", "/")
    return f"{piece} = {found.value}"


def _misses(
    text: str,
    name: str,
    gold: Sequence[Found],
    found: Sequence[Found],
    same: Sequence[tuple[Found, Found]],
) -> list[str]:
    good_gold, good_found = {id(g) for g, _ in same}, {id(f) for _, f in same}
    lines = [f"want  {name} {_around(text, g)}" for g in gold if id(g) not in good_gold]
    lines += [f"got   {name} {_around(text, f)}" for f in found if id(f) not in good_found]
    return lines


def speed(finder: Finder, texts: Sequence[tuple[str, str, date]], times: int) -> float:
    """Characters a second of processor time on one core."""
    for text, language, published in texts[:2]:
        finder(text, language, published)
    began = time.process_time()
    for _ in range(times):
        for text, language, published in texts:
            finder(text, language, published)
    spent = time.process_time() - began
    return times * sum(len(text) for text, _, _ in texts) / spent


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD_DIR)
    parser.add_argument("--misses", action="store_true", help="list what is wrong on tuned data")
    parser.add_argument("--no-rivals", action="store_true")
    options = parser.parse_args()
    misses: list[str] = []
    systems: list[tuple[str, Finder, Finder]] = [("Dateline", dateline_timexes, dateline_edtf)]
    if not options.no_rivals:
        systems.append(("dateparser.search_dates", search_dates, search_dates))

    print("| MEANTIME (tuned on) | system | span F1 (P/R) | value F1 (P/R) |")
    print("|---|---|---|---|")
    for path in sorted(options.gold.glob("meantime_*_dev.jsonl")):
        if path.stem.split("_")[1] not in available():
            continue
        for name, finder, _ in systems:
            notes = misses if name == "Dateline" else []
            span, value = score_meantime(path, finder, notes)
            print(f"| {path.stem} | {name} | {span} | {value} |")

    print("\n| own gold | split | articles | system | same days F1 (P/R) | overlap F1 (P/R) |")
    print("|---|---|---|---|---|---|")
    for language in ("nl", "en", "de", "fr"):
        for split in ("dev", "held"):
            articles = reader.load(language, split)
            if not articles or not load(language).section("times"):
                continue
            for name, _, finder in systems:
                notes = misses if name == "Dateline" and split == "dev" else []
                same, overlap = score_own(articles, finder, notes)
                row = f"| {language} | {split} | {len(articles)} | {name} | {same} | {overlap} |"
                print(row)

    print("\n| speed, one core | system | characters a second |")
    print("|---|---|---|")
    for path in sorted(options.gold.glob("meantime_*_dev.jsonl")):
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        texts = [(r["text"], r["lang"], date.fromisoformat(r["date"])) for r in rows]
        if texts[0][1] not in available():
            continue
        for name, _, finder in systems:
            rate = speed(finder, texts, 5 if name == "Dateline" else 1)
            print(f"| {path.stem} | {name} | {rate:,.0f} |")
    if options.misses:
        print("\n" + "\n".join(misses))


if __name__ == "__main__":
    main()
