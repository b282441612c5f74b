"""The nodes that rules run over: words, and phrases already understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.times.expressions import (
    About,
    Calendar,
    Clock,
    Counted,
    Daypart,
    Duration,
    EventTime,
    Expression,
    Feast,
    Leading,
    Month,
    Night,
    Nth,
    Part,
    Range,
    Recurring,
    Rest,
    Same,
    Season,
    Several,
    Shift,
    Stretch,
    Vague,
    Weekday,
    Weekend,
    Within,
    Years,
)
from dateline.times.lexicon import Value


@dataclass(slots=True)
class Node:
    """A token or an understood phrase, with its offsets; ``rule`` made its expression."""

    start: int
    end: int
    char: str
    values: Mapping[str, Value]
    expression: Expression | None = None
    rule: str = ""


KINDS = (
    "T_DAY",
    "T_WEEKDAY",
    "T_WEEK",
    "T_WEEKEND",
    "T_MONTH",
    "T_QUARTER",
    "T_SEASON",
    "T_YEAR",
    "T_YEARS",
    "T_PARTIAL",
    "T_DAYPART",
    "T_CLOCK",
    "T_DAYTIME",
    "T_STRETCH",
    "T_RANGE",
    "T_MOMENT",
    "NTH",
    "QUANTITY",
    "T_NONE",
)
UNIT_KINDS = {
    "day": "T_DAY",
    "week": "T_WEEK",
    "fortnight": "T_WEEK",
    "weekend": "T_WEEKEND",
    "month": "T_MONTH",
    "quarter": "T_QUARTER",
    "half": "T_PARTIAL",
    "year": "T_YEAR",
    "decade": "T_YEARS",
    "century": "T_YEARS",
}


def kind_of(expression: Expression) -> str:
    """The class of a node that holds the expression."""
    match expression:
        case Calendar(month=month, day=day):
            return "T_DAY" if day else "T_MONTH" if month else "T_YEAR"
        case Shift(unit=unit) | Same(unit=unit):
            return UNIT_KINDS.get(unit, "T_MOMENT")
        case Weekday():
            return "T_WEEKDAY"
        case Month():
            return "T_MONTH"
        case Season():
            return "T_SEASON"
        case Feast() | Counted():
            return "T_DAY"
        case Weekend():
            return "T_WEEKEND"
        case Years():
            return "T_YEARS"
        case Daypart(base=base):
            return "T_DAYTIME" if base else "T_DAYPART"
        case Clock(base=base):
            return "T_DAYTIME" if base else "T_CLOCK"
        case Night():
            return "T_DAYTIME"
        case Nth(unit="quarter"):
            return "T_QUARTER"
        case Nth(unit=unit, base=None) if unit != "half":
            return "NTH"
        case Part() | Nth() | Rest() | Leading():
            return "T_PARTIAL"
        case Within(inner=inner):
            return kind_of(inner)
        case About(base=base):
            return kind_of(base)
        case Stretch():
            return "T_STRETCH"
        case Range() | Several():
            return "T_RANGE"
        case Duration():
            return "QUANTITY"
        case Recurring() | Vague() | EventTime():
            return "T_NONE"


class Found:
    """A rule's match over the nodes, with its captured pieces."""

    def __init__(
        self, nodes: Sequence[Node], text: str, start: int, end: int, groups: Mapping[str, int]
    ) -> None:
        self.nodes = nodes
        self.text = text
        self.start = start
        self.end = end
        self.groups = groups

    def has(self, label: str) -> bool:
        """Whether the piece was there."""
        return label in self.groups

    def node(self, label: str) -> Node:
        """The first node of a captured piece."""
        return self.nodes[self.groups[label]]

    def value(self, label: str, *classes: str) -> Value:
        """The value of the captured node under the first class that it has."""
        values = self.node(label).values
        for name in classes:
            if name in values:
                return values[name]
        raise KeyError(label)

    def integer(self, label: str, *classes: str) -> int:
        """The value as a whole number."""
        value = self.value(label, *classes)
        return int(value) if isinstance(value, (int, float)) else int(str(value))

    def string(self, label: str, *classes: str) -> str:
        """The value as text."""
        return str(self.value(label, *classes))

    def expression(self, label: str) -> Expression:
        """What the captured node was understood as."""
        expression = self.node(label).expression
        if expression is None:
            raise KeyError(label)
        return expression

    def before(self, distance: int = 1) -> Node | None:
        """The node that many places before the match."""
        at = self.start - distance
        return self.nodes[at] if at >= 0 else None

    def after(self, distance: int = 1) -> Node | None:
        """The node that many places after the match."""
        at = self.end + distance - 1
        return self.nodes[at] if at < len(self.nodes) else None

    def word(self, node: Node | None) -> str:
        """The characters of a node, empty for none."""
        return self.text[node.start : node.end] if node else ""

    def glued_before(self) -> bool:
        """Whether no space parts the match from the node before it."""
        previous = self.before()
        return bool(previous) and previous.end == self.nodes[self.start].start  # type: ignore[union-attr]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and what it makes; ``build`` returns None to refuse."""

    name: str
    pattern: str
    build: Callable[[Found], Expression | None]
