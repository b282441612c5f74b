"""The annotated claims that ``benchmarks.claims`` measures on, in one shape."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.gold import reader

SHARED = Path(__file__).resolve().parents[2] / "shared" / "gold" / "claims"
Range = tuple[int, int]


@dataclass(frozen=True)
class Item:
    """A claim, of the gold or of a system, as what is scored of it."""

    id: str
    spans: tuple[Range, ...]
    kind: str = ""
    speaker: str | None = None
    accepted: frozenset[str] = frozenset()
    mention: Range | None = None
    certainty: str | None = None
    rule: str = ""


@dataclass(frozen=True)
class Document:
    """A text with its gold; ``relations`` is None where the corpus has none annotated."""

    name: str
    language: str
    text: str
    published: date | None
    claims: tuple[Item, ...]
    relations: frozenset[tuple[str, str, str]] | None = None
    with_narration: bool = False


def wikinews() -> list[Document]:
    """The Dutch Wikinews articles; their gold has no certainty and no relations."""
    path = SHARED / "nl_wikinews_dev.jsonl"
    if not path.is_file():
        return []
    return [
        Document(
            name=entry["id"],
            language=entry["lang"],
            text=entry["text"],
            published=date.fromisoformat(entry["date"]) if entry["date"] else None,
            claims=tuple(
                Item(
                    id=str(number),
                    spans=((quote["start"], quote["end"]),),
                    kind=quote["type"],
                    speaker=quote["canonical"],
                    mention=(quote["speaker_start"], quote["speaker_end"])
                    if quote.get("speaker_start") is not None
                    else None,
                )
                for number, quote in enumerate(entry["quotes"])
            ),
        )
        for entry in map(json.loads, path.read_text("utf-8").splitlines())
    ]


def seed() -> list[Document]:
    """The first article, narrated claims included."""
    path = SHARED / "seed_nl.json"
    if not path.is_file():
        return []
    entry = json.loads(path.read_text("utf-8"))
    claims = []
    for claim in entry["claims"]:
        speaker = claim["speaker"] or {}
        mention = speaker.get("mention")
        claims.append(
            Item(
                id=claim["id"],
                spans=tuple((span["start"], span["end"]) for span in claim["spans"]),
                kind=claim["kind"],
                speaker=speaker.get("canonical"),
                accepted=frozenset(speaker.get("accept", ())),
                mention=(mention["start"], mention["end"]) if mention else None,
                certainty=claim["certainty"]["level"],
            )
        )
    relations = frozenset(
        (r["source"], r["type"], r["target"])
        for r in entry["relations"]
        if r["strength"] == "explicit"
    )
    return [
        Document(
            "seed_nl",
            "nl",
            entry["text"],
            date.fromisoformat(entry["document_date"]),
            tuple(claims),
            relations,
            with_narration=True,
        )
    ]


def own(language: str, split: str | None = None) -> list[Document]:
    """Our own articles of one language, of one split or of both."""
    return [
        Document(
            name=article.name,
            language=language,
            text=article.text,
            published=article.published,
            claims=tuple(
                Item(
                    id=claim.id,
                    spans=claim.spans,
                    kind=claim.kind,
                    speaker=claim.speaker,
                    mention=claim.mention,
                    certainty=claim.certainty,
                )
                for claim in article.claims
            ),
            relations=frozenset(article.relations),
        )
        for article in reader.load(language, split)
    ]
