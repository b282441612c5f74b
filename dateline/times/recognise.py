"""Finds time expressions: words to nodes, then a few passes of rules, leftmost and longest.

Every pass replaces what a rule understood by one node, so later rules build on earlier ones.
Working time is linear in the text: a pass tries, at each node, only the rules that can begin there,
and no rule spans a paragraph or repeats without bound over open classes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.languages import Language
from dateline.times import atoms, combinations, quantities, shifts, weekdays
from dateline.times.expressions import Duration, Expression, Nth, Recurring
from dateline.times.lexicon import TOKEN, Lexicon, Phrase, lexicon_of, plain
from dateline.times.names import strip_names
from dateline.times.nodes import KINDS, Found, Node, Rule, kind_of
from dateline.times.pattern import Alphabet, Compiled, compile_pattern

MACROS = {**quantities.MACROS, **atoms.MACROS, **combinations.MACROS}
PASSES = (
    quantities.RULES,
    (*atoms.RULES, *weekdays.RULES, *shifts.RULES),
    combinations.INNER,
    combinations.COMBINED,
    combinations.RANGES,
)
NO_VALUES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Timex:
    """A recognised expression: where, what it says, and the rule that found it.

    ``outer`` is the start with the determiner before it, as TIMEX3 corpora mark spans.
    """

    start: int
    end: int
    outer: int
    expression: Expression
    rule: str
    index: int


@dataclass(frozen=True, slots=True)
class Recognised:
    """The nodes of a text after all passes, and the expressions among them."""

    nodes: tuple[Node, ...]
    timexes: tuple[Timex, ...]
    lexicon: Lexicon


_Indexed = dict[str, list[tuple[Rule, Compiled]]]


@cache
def _grammar(code: str) -> tuple[_Indexed, ...]:
    """For each pass, the rules that can begin with a character, by that character."""
    lexicon = lexicon_of(code)
    for kind in KINDS:
        lexicon.alphabet.character([kind])
    passes = []
    for rules in PASSES:
        index: _Indexed = {}
        for rule in rules:
            compiled = compile_pattern(rule.pattern, lexicon.alphabet, MACROS)
            for char in set(compiled.first):
                index.setdefault(char, []).append((rule, compiled))
        passes.append(index)
    return tuple(passes)


def recognise(text: str, language: Language) -> Recognised:
    """Every time expression of the text, durations, sets and vague ones included, in order."""
    lexicon = lexicon_of(language.code)
    nodes = tokenise(text, lexicon)
    strip_names(nodes, text)
    for index in _grammar(language.code):
        nodes = _reduce(nodes, text, index, lexicon.alphabet)
    found = [
        Timex(node.start, node.end, _outer(nodes, at), node.expression, node.rule, at)
        for at, node in enumerate(nodes)
        if node.expression is not None and not _pending(node.expression)
    ]
    return Recognised(tuple(nodes), tuple(found), lexicon)


def _pending(expression: Expression) -> bool:
    match expression:
        case Nth(base=None, unit=unit):
            return unit not in ("quarter", "half")
        case Recurring(unit="age"):
            return True
        case Duration(unit="second" | "minute"):
            return False
    return False


def _outer(nodes: Sequence[Node], at: int) -> int:
    if at and "ART" in nodes[at - 1].values:
        return nodes[at - 1].start
    return nodes[at].start


def tokenise(text: str, lexicon: Lexicon) -> list[Node]:
    """The text's tokens as nodes, with known phrases as one node."""
    tokens = [(match.start(), match.end(), match.group()) for match in TOKEN.finditer(text)]
    plains = [plain(surface) for _, _, surface in tokens]
    nodes: list[Node] = []
    words, phrases = lexicon.words, lexicon.phrases
    at, count = 0, len(tokens)
    while at < count:
        start, end, surface = tokens[at]
        seconds = phrases.get(plains[at])
        if seconds is not None and at + 1 < count and plains[at + 1] in seconds:
            phrase = _phrase(plains, at, seconds[plains[at + 1]], capital=surface[0].isupper())
            if phrase is not None:
                at += len(phrase.rest) + 1
                entry = phrase.entry
                nodes.append(Node(start, tokens[at - 1][1], entry.char, entry.values))
                continue
        known = words.get(surface)
        if known is None and surface[0].isdigit():
            known = lexicon.number(surface)
        if known is not None:
            nodes.append(Node(start, end, known.char, known.values))
        elif surface[0] == "\n":
            nodes.append(Node(start, end, "\n", NO_VALUES))
        else:
            nodes.append(Node(start, end, "x", NO_VALUES))
        at += 1
    return nodes


def _phrase(
    plains: Sequence[str], at: int, phrases: Sequence[Phrase], *, capital: bool
) -> Phrase | None:
    """The longest of the phrases that the tokens from ``at`` on spell."""
    for phrase in phrases:
        if phrase.capital and not capital:
            continue
        if tuple(plains[at + 1 : at + 1 + len(phrase.rest)]) == phrase.rest:
            return phrase
    return None


def _reduce(nodes: list[Node], text: str, index: _Indexed, alphabet: Alphabet) -> list[Node]:
    """One pass: each understood stretch becomes a node; the rest stays."""
    line = "".join([node.char for node in nodes])
    out: list[Node] = []
    at, count = 0, len(nodes)
    while at < count:
        rules = index.get(line[at])
        best = _longest(rules, line, nodes, text, at) if rules else None
        if best is None:
            out.append(nodes[at])
            at += 1
            continue
        rule, expression, start, stop, end = best
        kind = kind_of(expression)
        out.extend(nodes[at:start])
        out.append(
            Node(
                nodes[start].start,
                nodes[stop - 1].end,
                alphabet.character([kind]),
                {kind: kind},
                expression,
                rule.name,
            )
        )
        out.extend(nodes[stop:end])
        at = end
    return out


def _longest(
    rules: Sequence[tuple[Rule, Compiled]], line: str, nodes: list[Node], text: str, at: int
) -> tuple[Rule, Expression, int, int, int] | None:
    matches = []
    for order, (rule, compiled) in enumerate(rules):
        match = compiled.expression.match(line, at)
        if match is not None:
            matches.append((-match.end(), order, rule, match))
    for _, _, rule, match in sorted(matches, key=lambda item: item[:2]):
        groups = {name: match.start(name) for name in match.groupdict() if match.start(name) >= 0}
        expression = rule.build(Found(nodes, text, at, match.end(), groups))
        if expression is not None:
            core = match.span("core") if "core" in groups else match.span()
            return rule, expression, core[0], core[1], match.end()
    return None
