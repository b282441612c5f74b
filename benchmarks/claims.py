"""How well claims are read, beside quotation marks alone, as markdown tables.

Run as ``python -m benchmarks.claims [--errors LANGUAGE] [--speed]``. Content F1 matches claims one
to one by the overlap of their letters and digits (IoU of at least 0.3 or 0.8); speaker, canonical
name and certainty are judged on the claims matched at 0.3; relations are the explicit ones that
corroborate or dispute. Narrated claims are left out, but in the first article, whose gold has them.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from benchmarks._claims_gold import Document, Item, Range, own, seed, wikinews
from dateline.claims import find_claims
from dateline.claims.lexicon import lexicon_of
from dateline.claims.quotes import find_quotes
from dateline.languages import Language, available, load
from dateline.model import (
    Article,
    Claim,
    ClaimKind,
    ClaimRelationKind,
    Place,
    Speaker,
    Strength,
    Time,
)
from dateline.places import Gazetteer, find_places, open_gazetteer
from dateline.settings import Settings
from dateline.times import find_times

LOOSE, TIGHT = 0.3, 0.8
_ARTICLES = re.compile(
    r"^(?:de|het|een|the|an?|der|die|das|dem|den|des|ein|eine|einem|einer|einen|"
    r"le|la|les|l['’]|un|une|des|du)\s+|^l['’]",
    re.IGNORECASE,
)


@dataclass
class Score:
    """Counts that add up over documents."""

    gold: int = 0
    found: int = 0
    loose: int = 0
    tight: int = 0
    mentions: list[bool] = field(default_factory=list)
    names: list[bool] = field(default_factory=list)
    levels: list[bool] = field(default_factory=list)
    relations: list[int] = field(default_factory=lambda: [0, 0, 0])  # right, found, gold


Reading = tuple[list[Item], frozenset[tuple[str, str, str]]]
Reader = Callable[[Document], Reading]


def _letters(text: str, spans: Sequence[Range]) -> frozenset[int]:
    return frozenset(at for start, end in spans for at in range(start, end) if text[at].isalnum())


def _iou(first: frozenset[int], second: frozenset[int]) -> float:
    union = len(first | second)
    return len(first & second) / union if union else 0.0


def pairs(document: Document, found: Sequence[Item], least: float) -> list[tuple[Item, Item]]:
    """Gold and found claims matched one to one, the best overlap first."""
    gold = [(item, _letters(document.text, item.spans)) for item in document.claims]
    ours = [(item, _letters(document.text, item.spans)) for item in found]
    ranked = sorted(
        (
            (_iou(letters, other), i, j)
            for i, (_, letters) in enumerate(gold)
            for j, (_, other) in enumerate(ours)
            if letters & other
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_ours: set[int] = set()
    matched = []
    for overlap, i, j in ranked:
        if overlap < least or i in used_gold or j in used_ours:
            continue
        used_gold.add(i)
        used_ours.add(j)
        matched.append((gold[i][0], ours[j][0]))
    return matched


def name_key(name: str | None) -> str:
    """A name as it is compared: lower case, without article."""
    if not name:
        return ""
    return _ARTICLES.sub("", " ".join(name.split()).lower()).strip()


def score(document: Document, read: Reader, total: Score) -> list[tuple[Item, Item]]:
    """Adds one document to a score; the loosely matched pairs are returned."""
    found, relations = read(document)
    matched = pairs(document, found, LOOSE)
    total.gold += len(document.claims)
    total.found += len(found)
    total.loose += len(matched)
    total.tight += len(pairs(document, found, TIGHT))
    for gold, ours in matched:
        if gold.mention is not None:
            total.mentions.append(
                ours.mention is not None
                and ours.mention[0] < gold.mention[1]
                and gold.mention[0] < ours.mention[1]
            )
        accepted = {name_key(gold.speaker)} | {name_key(name) for name in gold.accepted}
        total.names.append(name_key(ours.speaker) in accepted)
        if gold.certainty is not None:
            total.levels.append(ours.certainty == gold.certainty)
    if document.relations is not None:
        by_ours = {ours.id: gold.id for gold, ours in matched}
        ours = {(by_ours.get(a, a), kind, by_ours.get(b, b)) for a, kind, b in relations}
        total.relations[0] += len(ours & document.relations)
        total.relations[1] += len(ours)
        total.relations[2] += len(document.relations)
    return matched


# --- readers -------------------------------------------------------------------------------------


@cache
def _gazetteer() -> Gazetteer:
    return open_gazetteer(Settings().gazetteer_dir)


def dateline_inputs(
    document: Document,
) -> tuple[Article, Language, Sequence[Time], Sequence[Place]]:
    """The article with the times and places that the other stages read in it."""
    article = Article(document.name, document.text, document.language, published=document.published)
    language = load(document.language)
    times = find_times(article, language)
    return article, language, times, find_places(article, language, _gazetteer())


def dateline_reader(document: Document) -> Reading:
    """Our own reading."""
    reading = find_claims(*dateline_inputs(document))
    names = {speaker.id: speaker for speaker in reading.speakers}
    wanted = [
        claim
        for claim in reading.claims
        if document.with_narration or claim.kind is not ClaimKind.NARRATED
    ]
    kinds = {ClaimRelationKind.CORROBORATES, ClaimRelationKind.DISPUTES}
    if document.with_narration:
        kinds.add(ClaimRelationKind.QUALIFIES)
    relations = frozenset(
        (claim.id, str(relation.type), relation.claim)
        for claim in wanted
        for relation in claim.relations
        if relation.strength is Strength.EXPLICIT and relation.type in kinds
    )
    return [_item(claim, names) for claim in wanted], relations


def _item(claim: Claim, names: dict[str, Speaker]) -> Item:
    span = claim.speaker_span
    return Item(
        id=claim.id,
        spans=tuple((piece.start, piece.end) for piece in claim.spans),
        kind=str(claim.kind),
        speaker=names[claim.speaker].name if claim.speaker else None,
        mention=(span.start, span.end) if span else None,
        certainty=str(claim.certainty.level),
        rule=claim.rule,
    )


def marks_reader(document: Document) -> Reading:
    """The baseline: every quotation of four words or more, by nobody."""
    lexicon = lexicon_of(load(document.language))
    assert lexicon is not None
    return [
        Item(str(number), ((quote.inner.start, quote.inner.end),), certainty="certain")
        for number, quote in enumerate(find_quotes(document.text, lexicon))
        if len(quote.inner.of(document.text).split()) >= 4
    ], frozenset()


# --- tables --------------------------------------------------------------------------------------


def _ratio(values: Sequence[bool]) -> str:
    return f"{sum(values) / len(values):.2f}" if values else "–"


def _f1(right: int, found: int, gold: int) -> str:
    return f"{2 * right / (found + gold):.2f}" if found + gold else "–"


def _row(name: str, total: Score) -> str:
    right, found, gold = total.relations
    precision = f"{total.loose / total.found:.2f}" if total.found else "–"
    recall = f"{total.loose / total.gold:.2f}" if total.gold else "–"
    relations = f"{right}/{found} of {gold}" if found or gold else "–"
    return (
        f"| {name} | {total.gold} | {_f1(total.loose, total.found, total.gold)} "
        f"| {_f1(total.tight, total.found, total.gold)} | {precision} | {recall} "
        f"| {_ratio(total.mentions)} | {_ratio(total.names)} | {_ratio(total.levels)} "
        f"| {relations} |"
    )


HEAD = (
    "| corpus | claims | F1 (IoU 0.3) | F1 (IoU 0.8) | precision | recall | speaker "
    "| canonical | certainty | explicit relations |\n"
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
)


def _corpora() -> list[tuple[str, list[Document]]]:
    corpora = [("nl_wikinews_dev (tuned on)", wikinews()), ("first article (tuned on)", seed())]
    for language in available():
        if lexicon_of(load(language)) is None:
            continue
        corpora.append((f"own {language}, dev (tuned on)", own(language, "dev")))
        corpora.append((f"own {language}, held (text unread)", own(language, "held")))
        corpora.append((f"own {language}, all", own(language)))
    return [(name, documents) for name, documents in corpora if documents]


def print_tables() -> None:
    """Accuracy of Dateline and of the baseline on every corpus."""
    for title, read in (("Dateline", dateline_reader), ("Quotation marks alone", marks_reader)):
        print(f"\n### {title}\n\n{HEAD}")
        right = found = gold = 0
        for name, documents in _corpora():
            total = Score()
            for document in documents:
                score(document, read, total)
            print(_row(name, total))
            if name.endswith(", all"):
                right, found, gold = (
                    a + b for a, b in zip((right, found, gold), total.relations, strict=True)
                )
        if found:
            print(
                f"\nExplicit relations in all own articles: {right} right of {found} found and "
                f"{gold} in the gold (precision {right / found:.2f}, recall {right / gold:.2f})."
            )


def print_speed() -> None:
    """Characters a second of this stage alone, on one core (process time)."""
    print("\n| language | characters | characters a second |\n|---|--:|--:|")
    for language in available():
        documents = own(language)
        inputs = [dateline_inputs(document) for document in documents]
        if not inputs or lexicon_of(load(language)) is None:
            continue
        characters = sum(len(document.text) for document in documents)
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            for item in inputs:
                find_claims(*item)
            best = min(best, time.process_time() - began)
        print(f"| {language} | {characters:,} | {characters / best:,.0f} |")


def print_errors(documents: Sequence[Document]) -> None:
    """Every miss, false claim and wrong attribute of documents that rules may be tuned on."""
    for document in documents:
        found, relations = dateline_reader(document)
        matched = pairs(document, found, LOOSE)
        tight = {gold.id for gold, _ in pairs(document, found, TIGHT)}
        print(f"\n== {document.language} {document.name}")
        for gold in document.claims:
            if all(gold.id != other.id for other, _ in matched):
                print(f"  MISS {_tell(document, gold)}\n    in {_around(document, gold)!r}")
        for item in found:
            if all(item.id != other.id for _, other in matched):
                print(f"  FALSE {_tell(document, item)}")
        for gold, ours in matched:
            if gold.id not in tight:
                print(f"  SPAN {_tell(document, gold)}\n    -> {_tell(document, ours)}")
            accepted = {name_key(gold.speaker)} | {name_key(name) for name in gold.accepted}
            if name_key(ours.speaker) not in accepted:
                print(f"  WHO gold {gold.speaker!r} ours {ours.speaker!r} {_tell(document, ours)}")
            if gold.certainty is not None and gold.certainty != ours.certainty:
                print(f"  SURE gold {gold.certainty} ours {_tell(document, ours)}")
        by_ours = {ours.id: gold.id for gold, ours in matched}
        ours_relations = {(by_ours.get(a, a), k, by_ours.get(b, b)) for a, k, b in relations}
        if document.relations is not None and ours_relations != document.relations:
            print(f"  RELATIONS gold {sorted(document.relations)} ours {sorted(ours_relations)}")


def _around(document: Document, item: Item) -> str:
    start, end = item.spans[0][0], item.spans[-1][1]
    return document.text[max(0, start - 160) : end + 120]


def _tell(document: Document, item: Item) -> str:
    pieces = " … ".join(document.text[start:end] for start, end in item.spans)
    mention = document.text[item.mention[0] : item.mention[1]] if item.mention else ""
    return f"[{item.rule or item.kind} {item.certainty}] {pieces!r} by {item.speaker!r} <{mention}>"


def main() -> None:
    """Prints the tables; ``--errors`` names the misses on data that rules are tuned on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", choices=(*available(), "wikinews", "seed"))
    parser.add_argument("--speed", action="store_true")
    options, _ = parser.parse_known_args()
    if options.errors == "wikinews":
        print_errors(wikinews())
    elif options.errors == "seed":
        print_errors(seed())
    elif options.errors:
        print_errors(own(options.errors, "dev"))
    elif options.speed:
        print_speed()
    else:
        print_tables()
        print_speed()


if __name__ == "__main__":
    main()
