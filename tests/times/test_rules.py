"""Every rule builds from, or refuses, every form that its pattern lets through."""

import random
from collections.abc import Iterator, Mapping

import pytest

from dateline.times import expressions as e
from dateline.times.lexicon import Value, lexicon_of
from dateline.times.nodes import KINDS, Found, Node, Rule, kind_of
from dateline.times.pattern import Alphabet, compile_pattern
from dateline.times.recognise import MACROS, PASSES

FORMS = 60  # of each rule
CODES = ("nl", "en", "de", "fr")
FIGURES = (
    *("0", "1", "31", "05", "99", "300", "1999", "2,5", "14.30", "14:30", "14h30", "14u", "7pm"),
    *("2022/23", "2022-23", "2020-01-02", "1.2.2020", "1/2/2020", "14.02", "14/02", "3e", "3rd"),
    *("1990s", "60er", "18e", "40-jarige"),
)
RULES = [rule for rules in PASSES for rule in rules]
DAY = e.Calendar(2020, 2, 3)
EXAMPLES = {
    kind_of(expression): expression
    for expression in (
        DAY,
        e.Weekday(1),
        e.Shift("week", -1),
        e.Weekend(),
        e.Month(3),
        e.Nth(2, "quarter", None),
        e.Season(1),
        e.Calendar(2020),
        e.Years(1990, 1999, "decade"),
        e.Part("begin", e.Month(3)),
        e.Daypart("morning"),
        e.Clock(9, 30),
        e.Daypart("morning", DAY),
        e.Stretch("day", 3, -1),
        e.Range(DAY, DAY),
        e.Shift("hour", -2),
        e.Nth(1, "week", None),
        e.Duration("day", 2),
        e.Vague("past"),
    )
}


class Form:
    """Derives one random row of classes from a rule's pattern."""

    def __init__(self, pattern: str, choice: random.Random) -> None:
        self.tokens = pattern.replace("(", " ( ").replace(")", " ) ").replace("|", " | ").split()
        self.choice = choice
        self.at = 0

    def alternatives(self) -> list[str]:
        branches = [self.sequence()]
        while self.tokens[self.at : self.at + 1] == ["|"]:
            self.at += 1
            branches.append(self.sequence())
        return self.choice.choice(branches)

    def sequence(self) -> list[str]:
        row: list[str] = []
        while self.at < len(self.tokens) and self.tokens[self.at] not in ("|", ")", ")?", ")*"):
            row += self.item()
        return row

    def item(self) -> list[str]:
        token = self.tokens[self.at].rpartition(":")[2]
        self.at += 1
        kept = not token.startswith("!")
        token = token.lstrip("!&")
        name = token.rstrip("?*")
        if name in ("", "("):
            if name == "":  # a label or a sign that stands before a bracket
                self.at += 1
            row = self.alternatives()
            token = self.tokens[self.at]
            self.at += 1
            if self.at < len(self.tokens) and self.tokens[self.at] in ("?", "*"):
                token = self.tokens[self.at]
                self.at += 1
        else:
            row = Form(MACROS[name], self.choice).alternatives() if name in MACROS else [name]
        left_out = token[-1] in "?*" and self.choice.random() < 0.5
        return row if kept and not left_out else []


def forms_of_classes() -> dict[str, list[Mapping[str, Value]]]:
    """Every class with the words and figures of the languages that have it: all their classes."""
    known: dict[str, list[Mapping[str, Value]]] = {kind: [{kind: kind}] for kind in KINDS}
    for code in CODES:
        lexicon = lexicon_of(code)
        entries = [*lexicon.words.values()]
        entries += [
            phrase.entry
            for seconds in lexicon.phrases.values()
            for group in seconds.values()
            for phrase in group
        ]
        entries += [found for figure in FIGURES if (found := lexicon.number(figure))]
        for entry in entries:
            for name in entry.values:
                known.setdefault(name, []).append(entry.values)
    return known


WORDS = forms_of_classes()


def built(rule: Rule) -> Iterator[e.Expression | None]:
    choice = random.Random(rule.pattern)
    for _ in range(FORMS):
        names = [name for name in Form(rule.pattern, choice).alternatives() if name in WORDS]
        row = [choice.choice(WORDS[name]) for name in names]
        alphabet = Alphabet()
        line = "".join(alphabet.character(values) for values in row)
        match = compile_pattern(rule.pattern, alphabet, MACROS).expression.match(line)
        if match is None:
            continue
        nodes = [
            Node(at * 2, at * 2 + 1, line[at], row[at], EXAMPLES.get(names[at]))
            for at in range(len(row))
        ]
        groups = {name: match.start(name) for name in match.groupdict() if match.start(name) >= 0}
        yield rule.build(Found(nodes, "x " * len(row), 0, match.end(), groups))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}: {rule.pattern}")
def test_a_rule_takes_or_refuses_each_form_that_its_pattern_lets_through(rule: Rule) -> None:
    for expression in built(rule):
        assert expression is None or kind_of(expression) in KINDS


def test_the_forms_bring_most_rules_to_a_time() -> None:
    reached = [rule for rule in RULES if any(made is not None for made in built(rule))]
    assert len(reached) > 0.9 * len(RULES), [r.pattern for r in RULES if r not in reached]
