"""Reads our annotated articles (the format is told in ``README.md``) into plain values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

GOLD_DIR = Path(__file__).parent
_TAG = re.compile(r"<(/?)([pdtcqs])((?:\s+\w+=\"[^\"]*\")*)\s*>")
_ATTRIBUTE = re.compile(r"(\w+)=\"([^\"]*)\"")


@dataclass(frozen=True)
class Mark:
    """One tag: its kind, attributes, and half-open offsets into the stripped text."""

    tag: str
    start: int
    end: int
    text: str
    attributes: dict[str, str]


@dataclass(frozen=True)
class GoldClaim:
    """A claim of one or more pieces."""

    id: str
    kind: str
    speaker: str | None
    certainty: str
    negated: bool
    said: str | None
    happened: str | None
    spans: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    mention: tuple[int, int] | None


@dataclass(frozen=True)
class GoldArticle:
    """An annotated article."""

    name: str
    language: str
    title: str
    published: date
    register: str
    split: str
    text: str
    places: tuple[Mark, ...]
    demonyms: tuple[Mark, ...]
    times: tuple[Mark, ...]
    no_times: tuple[Mark, ...]
    claims: tuple[GoldClaim, ...]
    relations: tuple[tuple[str, str, str], ...] = field(default=())


def parse(source: str, *, name: str, language: str) -> GoldArticle:
    """The article in ``source``; raises ValueError that tells where its markup is wrong."""
    _, head, body = source.split("---\n", 2)
    fields: dict[str, str] = {}
    relations: list[tuple[str, str, str]] = []
    for line in head.strip().splitlines():
        key, _, value = line.partition(":")
        if key == "relation":
            source_id, kind, target_id = value.split()
            relations.append((source_id, kind, target_id))
        else:
            fields[key.strip()] = value.strip()
    text, marks = _strip(body.strip("\n"), name)
    claims = _claims(marks, name)
    known = {claim.id for claim in claims}
    for first, _, second in relations:
        if not {first, second} <= known:
            raise ValueError(f"{name}: relation {first} … {second} names a claim that is not there")
    return GoldArticle(
        name=name,
        language=language,
        title=fields["title"],
        published=date.fromisoformat(fields["date"]),
        register=fields["register"],
        split=fields["split"],
        text=text,
        places=tuple(mark for mark in marks if mark.tag == "p"),
        demonyms=tuple(mark for mark in marks if mark.tag == "d"),
        times=tuple(m for m in marks if m.tag == "t" and m.attributes.get("type") != "none"),
        no_times=tuple(m for m in marks if m.tag == "t" and m.attributes.get("type") == "none"),
        claims=claims,
        relations=tuple(relations),
    )


def _strip(body: str, name: str) -> tuple[str, list[Mark]]:
    pieces: list[str] = []
    length = at = 0
    open_tags: list[tuple[str, int, dict[str, str]]] = []
    marks: list[Mark] = []
    for match in _TAG.finditer(body):
        pieces.append(body[at : match.start()])
        length += match.start() - at
        at = match.end()
        closing, tag, attributes = match.groups()
        if not closing:
            open_tags.append((tag, length, dict(_ATTRIBUTE.findall(attributes))))
            continue
        if not open_tags or open_tags[-1][0] != tag:
            raise ValueError(f"{name}: </{tag}> at {match.start()} closes nothing")
        _, start, values = open_tags.pop()
        marks.append(Mark(tag, start, length, "".join(pieces)[start:length], values))
    pieces.append(body[at:])
    text = "".join(pieces)
    if open_tags:
        raise ValueError(f"{name}: <{open_tags[-1][0]}> is never closed")
    if "<" in text or ">" in text:
        raise ValueError(
            f"{name}: a tag that is not of the format near {text[text.find('<') :][:40]!r}"
        )
    return text, sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _claims(marks: list[Mark], name: str) -> tuple[GoldClaim, ...]:
    pieces: dict[str, list[Mark]] = {}
    tied: dict[tuple[str, str], tuple[int, int]] = {}
    for mark in marks:
        if mark.tag == "c":
            pieces.setdefault(mark.attributes["id"], []).append(mark)
        elif mark.tag in "qs":
            tied.setdefault((mark.tag, mark.attributes["of"]), (mark.start, mark.end))
    for tag, claim_id in tied:
        if claim_id not in pieces:
            raise ValueError(f"{name}: <{tag} of={claim_id}> names a claim that is not there")
    return tuple(
        GoldClaim(
            id=claim_id,
            kind=parts[0].attributes["kind"],
            speaker=parts[0].attributes["speaker"] or None,
            certainty=parts[0].attributes["certainty"],
            negated=parts[0].attributes.get("negated") == "yes",
            said=parts[0].attributes.get("said"),
            happened=parts[0].attributes.get("happened"),
            spans=tuple((part.start, part.end) for part in parts),
            cue=tied.get(("q", claim_id)),
            mention=tied.get(("s", claim_id)),
        )
        for claim_id, parts in pieces.items()
    )


def load(language: str | None = None, split: str | None = None) -> tuple[GoldArticle, ...]:
    """All articles, or those of one language and one split, by name."""
    return tuple(
        article
        for path in sorted(GOLD_DIR.glob("*/*.txt"))
        if language in (None, path.parent.name)
        for article in [parse(path.read_text("utf-8"), name=path.stem, language=path.parent.name)]
        if split in (None, article.split)
    )
