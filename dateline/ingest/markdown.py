"""Markdown: the words that a reader would see, without their marks (CommonMark 0.31, in part)."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.ingest.byline import find_byline_date
from dateline.ingest.draft import Draft
from dateline.ingest.metadata import parse_day
from dateline.ingest.plain import parse_plain
from dateline.model import Basis

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,4000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$")
_LEAD = re.compile(r"^ {0,3}(?:>[ ]?|[-*+][ \t]+(?=\S)|\d{1,9}[.)][ \t]+(?=\S))")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,500}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\](?:\([^()\n]{0,500}\)|\[[^\[\]\n]{0,100}\])")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]{1,100}\]:[ \t]*\S+.*$")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000}?\S|\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_\n]{1,1000}?\S|\S)\1(?![\w*_])")
_CODE = re.compile(r"(`{1,3})([^`\n]{1,500})\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def parse_markdown(data: bytes, charset: str | None, url: str | None) -> Draft:
    """The paragraphs of a Markdown file; its first heading is the title and no part of the text.

    A front matter of ``title``, ``date`` and ``lang`` (or ``language``) is believed.
    """
    draft = parse_plain(data, charset, url)
    front, body = _front_matter(draft.text)
    heading, text = _paragraphs(body)
    day = parse_day(front["date"]) if "date" in front else None
    byline = None if day else find_byline_date(text)
    return replace(
        draft,
        text=text,
        title=front.get("title") or heading,
        published=day or byline,
        published_basis=Basis.METADATA if day else Basis.BYLINE if byline else Basis.UNKNOWN,
        language=(front.get("lang") or front.get("language") or "")[:2].lower() or None,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(match[1])}
    return fields, text[match.end() :]


def _paragraphs(text: str) -> tuple[str | None, str]:
    title: str | None = None
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if _FENCE.match(line) or _DEFINITION.match(line):
            continue
        if _UNDERLINE.match(line) and len(blocks[-1]) == 1:
            heading = blocks[-1][0]
        elif match := _HEADING.match(line):
            heading = _words(match[2])
            blocks.append([heading])
        else:
            heading = None
        if heading is not None:
            if title is None and len([block for block in blocks if block]) == 1:
                title = heading
                blocks[-1] = []
            blocks.append([])
        elif not line.strip() or _RULE.match(line):
            blocks.append([])
        else:
            if _LEAD.match(line) and not line.lstrip().startswith(">"):
                blocks.append([])
            blocks[-1].append(_words(_unled(line)).strip())
    return title, "\n\n".join(" ".join(filter(None, block)) for block in blocks if any(block))


def _unled(line: str) -> str:
    for _ in range(4):  # a quotation of a list of a quotation
        shorter = _LEAD.sub("", line, count=1)
        if shorter == line:
            break
        line = shorter
    return line


def _words(line: str) -> str:
    line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    line = _AUTOLINK.sub(r"\1", line)
    line = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", line))
    return _ESCAPE.sub(r"\1", _CODE.sub(r"\2", line))
