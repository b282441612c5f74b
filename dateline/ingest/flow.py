"""Paragraphs out of lines that were broken where a column ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

_STOP = re.compile(r"[.!?…:][”\"»’)\]]*$")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]$")


def flow(lines: Sequence[str]) -> str:
    """The lines as paragraphs, kept apart by a blank line.

    A paragraph ends at an empty line, or where a sentence ends and the next word would still have
    fitted in its line. A hyphen at the end of a line goes where a lower-case letter follows.
    """
    stripped = [line.strip() for line in lines]
    full = _full_length(stripped)
    paragraphs: list[str] = [""]
    for line, following in zip(stripped, [*stripped[1:], ""], strict=False):
        before = paragraphs[-1]
        if not line:
            paragraphs.append("")
            continue
        if before and _HYPHEN.search(before) and line[0].islower():
            paragraphs[-1] = before[:-1] + line
        else:
            paragraphs[-1] = f"{before} {line}" if before else line
        next_word, *_ = following.split(maxsplit=1) or [""]
        if _STOP.search(line) and len(line) + 1 + len(next_word) < full:
            paragraphs.append("")
    return "\n\n".join(filter(None, paragraphs))


def _full_length(lines: Sequence[str]) -> int:
    lengths = sorted(map(len, filter(None, lines)))
    return lengths[len(lengths) * 3 // 4] if lengths else 0
