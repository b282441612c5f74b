"""Words of time that are somebody's name: "Theresa May", "burgemeester Zomer", "June Bath".

A month, season or weekday is a name where its capital says so: in mid-sentence in a language that
writes it small, or beside another capitalised word in one that writes it large. A word that is a
name once is a name wherever else in the text nothing governs it as a time.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.times.nodes import Node

NAMED = frozenset({"MONTH", "MONTH_WEAK", "SEASON", "SEASON_WEAK", "WEEKDAY", "SMALL"})
GOVERNS = frozenset(
    {"YEAR_CUE", "SINCE", "UNTIL", "BY", "LAST", "NEXT", "THIS", "PART", "EARLY", "DAY", "ORDINAL"}
)
TELLS = frozenset({"COMMA", "PAST_VERB", "PARTICIPLE", "PRESENT_VERB", "FUNCTION", "BOTH"})
DATED = frozenset({"YEAR", "DAY", "ORDINAL", "DOT_CLOCK", "CLOCK", "SHORT_YEAR"})


def strip_names(nodes: Sequence[Node], text: str) -> None:
    """Take the classes off every node that is a name."""
    candidates = [
        at
        for at, node in enumerate(nodes)
        if node.values and text[node.start].isupper() and not NAMED.isdisjoint(node.values)
    ]
    if not candidates:
        return
    names: set[str] = set()
    for at in candidates:
        if _is_name(nodes, at, text):
            names.add(text[nodes[at].start : nodes[at].end])
            _strip(nodes[at])
    for at in candidates:
        node = nodes[at]
        known = text[node.start : node.end] in names and node.values
        if known and not _governed(nodes, at) and not _dated(nodes, at):
            _strip(node)


def _strip(node: Node) -> None:
    node.char, node.values = "x", {}


def _is_name(nodes: Sequence[Node], at: int, text: str) -> bool:
    node = nodes[at]
    if _dated(nodes, at):
        return False
    first = _begins_sentence(nodes, at, text)
    surface = text[node.start : node.end]
    if surface.isupper() and len(surface) > 1:
        return False
    if "SMALL" in node.values:
        return not first
    if _governed(nodes, at) or "WEEKDAY" in node.values:
        return False
    if first:
        return _is_capitalised(nodes, at + 1, text)
    if "MONTH" in node.values and _tells(nodes, at - 1):
        return _is_capitalised(nodes, at + 1, text) or _is_capitalised(nodes, at - 1, text)
    return _is_capitalised(nodes, at - 1, text)


def _tells(nodes: Sequence[Node], at: int) -> bool:
    """Whether the node can stand before a name: "said April Redcar", "he and June Brown"."""
    if "AND" in nodes[at].values:
        return at > 0 and NAMED.isdisjoint(nodes[at - 1].values)
    return TELLS.issuperset(nodes[at].values)


def _dated(nodes: Sequence[Node], at: int) -> bool:
    return at + 1 < len(nodes) and not DATED.isdisjoint(nodes[at + 1].values)


def _governed(nodes: Sequence[Node], at: int) -> bool:
    return at > 0 and not GOVERNS.isdisjoint(nodes[at - 1].values)


def _begins_sentence(nodes: Sequence[Node], at: int, text: str) -> bool:
    if at == 0:
        return True
    previous = nodes[at - 1]
    mark = text[previous.start]
    if mark == "." and at > 1 and nodes[at - 2].end - nodes[at - 2].start <= 2:
        return not text[nodes[at - 2].start].isupper()  # "M. Mars", "Mr. Summer"
    return not (mark.isalnum() or mark in ",&-'’/")


def _is_capitalised(nodes: Sequence[Node], at: int, text: str) -> bool:
    """Whether the node is an unknown word like "Bath": a capital, then small letters."""
    if not 0 <= at < len(nodes) or nodes[at].char != "x":
        return False
    word = text[nodes[at].start : nodes[at].end]
    return word[0].isupper() and word[1:].islower()
