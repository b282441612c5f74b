"""Paragraphs out of lines that were broken where a column ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FULL_SHARE = 0.8  # a line shorter than this share of a full one ends its paragraph
_STOP = re.compile(r"[.!?…:][”\"»’)\]]*$")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]$")


def flow(lines: Sequence[str]) -> str:
    """The lines as paragraphs, kept apart by a blank line.

    A paragraph ends at an empty line, or at a line that ends a sentence before the column does. A
    hyphen between two lower-case letters is taken for the end of a line's, and goes.
    """
    full = _full_length(lines)
    paragraphs: list[str] = [""]
    for line in map(str.strip, lines):
        if not line:
            paragraphs.append("")
            continue
        before = paragraphs[-1]
        if not before:
            paragraphs[-1] = line
        elif _HYPHEN.search(before) and line[0].islower():
            paragraphs[-1] = before[:-1] + line
        else:
            paragraphs[-1] = f"{before} {line}"
        if len(line) < _FULL_SHARE * full and _STOP.search(line):
            paragraphs.append("")
    return "\n\n".join(filter(None, paragraphs))


def _full_length(lines: Sequence[str]) -> int:
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    return lengths[len(lengths) * 3 // 4] if lengths else 0
