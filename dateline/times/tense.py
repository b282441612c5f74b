"""Which way a clause looks: back, ahead, or not told."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.times.expressions import EventTime
from dateline.times.lexicon import Lexicon
from dateline.times.nodes import Node

REACH = 40  # nodes on either side; no clause in news is longer
OPENING = 8  # nodes of an adverbial before its comma
GOVERNS = 6  # nodes over which an auxiliary governs a participle: "will be completed"
CONJUNCTION = 4  # nodes that an "and" between a time and a verb behind it adds to their distance
EVENT_REACH = 6  # nodes from an event to the day it falls on
PARTICIPLE, INTENT = "participle", "intent"
PAST, FUTURE, PRESENT, UNTOLD = "past", "future", "present", "untold"


def direction(nodes: Sequence[Node], at: int, text: str, lexicon: Lexicon) -> tuple[str, bool]:
    """The direction of the clause that holds node ``at``, else of its sentence, and which."""
    inner = _reach(nodes, at, text, clause=True)
    told = _told(nodes, inner, at, text, lexicon)
    by_event = _by_event(nodes, at)
    if told == UNTOLD and by_event != UNTOLD:
        return by_event, True
    if told != FUTURE and _is_expected(nodes, inner, at, text):
        return FUTURE, True
    if told != UNTOLD:
        return told, True
    if inner[-1] + 1 < len(nodes) and "COMMA" in nodes[inner[-1] + 1].values:
        main = (
            _reach(nodes, inner[-1] + 2, text, clause=True) if _opens(nodes, inner, text) else inner
        )
        told = _told(nodes, main, at, text, lexicon)
        if told != UNTOLD:
            return told, True
    outer = _reach(nodes, at, text, clause=False)
    if outer == inner:
        return UNTOLD, False
    if any("ANNOUNCE" in nodes[index].values for index in outer):
        return FUTURE, False
    return _told(nodes, outer, at, text, lexicon), False


def _is_expected(nodes: Sequence[Node], inner: range, at: int, text: str) -> bool:
    """Whether the time stands in what is expected or meant: "rechnet damit, dass …", "om … te"."""
    if any("PURPOSE" in nodes[index].values for index in range(inner[0], at)) and any(
        "INFINITIVE_MARK" in nodes[index].values for index in range(at, inner[-1] + 1)
    ):
        return True
    first = inner[0]
    opening = range(max(0, first - 3), min(first + 2, at))
    that = next((index for index in opening if "EXPECTED" in nodes[index].values), 0)
    if not that:
        return False
    perfect = any("AUXILIARY" in nodes[index].values for index in inner)
    main = _reach(nodes, that - 1, text, clause=True)
    return not perfect and any("EXPECT" in nodes[index].values for index in main)


def _opens(nodes: Sequence[Node], inner: range, text: str) -> bool:
    """Whether a stretch without a verb opens its sentence: "In the spring, he returned"."""
    first = inner[0]
    begins = (
        first == 0
        or "BREAK" in nodes[first - 1].values
        or _ends(nodes, first - 1, text, clause=False)
    )
    return begins and len(inner) <= OPENING and inner[-1] + 2 < len(nodes)


def _reach(nodes: Sequence[Node], at: int, text: str, *, clause: bool) -> range:
    first = at
    while first > 0 and at - first < REACH and not _ends(nodes, first - 1, text, clause=clause):
        first -= 1
    last = at
    while (
        last + 1 < len(nodes)
        and last - at < REACH
        and not _ends(nodes, last + 1, text, clause=clause)
    ):
        last += 1
    return range(first, last + 1)


def _ends(nodes: Sequence[Node], at: int, text: str, *, clause: bool) -> bool:
    node = nodes[at]
    if node.char == "\n" or "STOP" in node.values:
        return True
    if "DOT" in node.values:
        following = nodes[at + 1] if at + 1 < len(nodes) else None
        return following is None or not text[following.start].islower()
    if not clause or node.expression is not None:
        return False
    if text[node.start] in '“”„«»"':
        return True
    return bool({"COMMA", "BREAK", "COLON", "DASH", "BREAKS"} & set(node.values))


def _told(nodes: Sequence[Node], reach: range, at: int, text: str, lexicon: Lexicon) -> str:
    best: dict[str, int] = {}
    behind = range(at + 1, reach[-1] + 1)
    conjunction = next((index for index in behind if "AND" in nodes[index].values), len(nodes))
    ahead = -REACH
    bare = conjectured = False
    opens = reach[0] == 0 or _ends(nodes, reach[0] - 1, text, clause=False)
    perfect = not lexicon.needs_auxiliary or any(
        "AUXILIARY" in nodes[index].values for index in reach
    )
    for index in reach:
        node = nodes[index]
        if node.expression is not None:
            continue
        tense = _tense(node, text, lexicon)
        if "INFINITIVE_MARK" in node.values and _is_infinitive(nodes, index + 1, text):
            tense = INTENT
        if tense == FUTURE:
            ahead = index
            conjectured = "CONJECTURE" in node.values
        if tense == PAST and ahead < index <= ahead + GOVERNS and _governable(node, text, lexicon):
            tense = PARTICIPLE  # "will be held", "werde bis Freitag entschieden"
        if tense == PARTICIPLE and conjectured and _is_perfect(nodes, index):
            return PAST  # "soll getötet worden sein", "zou zijn gedood"
        if lexicon.bare_participle and (index == reach[0] or (opens and index == reach[-1])):
            bare = _is_participle(node, text, lexicon)  # "Arrested on Saturday, he …"
        if tense == PARTICIPLE:
            tense = None if index - ahead <= GOVERNS else PAST
            if tense and not perfect:
                word = text[node.start : node.end]  # "Sie besucht am Freitag …"
                tense = PRESENT if lexicon.present and lexicon.present.fullmatch(word) else None
        if tense:
            crossed = CONJUNCTION if index > conjunction else 0
            distance = 2 * (abs(index - at) + crossed) + (index > at)
            best[tense] = min(best.get(tense, REACH * 4), distance)
    if FUTURE in best and PAST in best:
        return FUTURE if best[FUTURE] <= best[PAST] else PAST
    for tense in (FUTURE, PAST, PRESENT):
        if tense in best:
            return tense
    if INTENT in best:
        return FUTURE
    return PAST if bare and lexicon.bare_participle else UNTOLD


def _governable(node: Node, text: str, lexicon: Lexicon) -> bool:
    """Whether a past form can be a participle too: "held", "verkocht"; not "was", "said"."""
    return "BOTH" in node.values or _is_participle(node, text, lexicon)


def _is_participle(node: Node, text: str, lexicon: Lexicon) -> bool:
    word = text[node.start : node.end].lower()
    pattern = lexicon.participle
    return "PARTICIPLE" in node.values or bool(pattern and pattern.fullmatch(word))


def _is_perfect(nodes: Sequence[Node], at: int) -> bool:
    """Whether "have" or "be" stands beside a participle in the infinitive."""
    near = range(max(0, at - 1), min(at + 3, len(nodes)))
    return any("PERFECT" in nodes[index].values for index in near)


def _by_event(nodes: Sequence[Node], at: int) -> str:
    """The side of an event on which its day lies: "vor der Wahl am Sonntag", "avant le vote de"."""
    named = False
    for index in range(at - 1, max(-1, at - EVENT_REACH), -1):
        node = nodes[index]
        if isinstance(node.expression, EventTime):
            return {"before": FUTURE, "after": PAST}.get(node.expression.relation, UNTOLD)
        if named and "BEFORE" in node.values:
            return FUTURE
        if node.expression is not None or "COMMA" in node.values or "STOP" in node.values:
            return UNTOLD
        named = named or "EVENT_NOUN" in node.values
    return UNTOLD


def _is_infinitive(nodes: Sequence[Node], at: int, text: str) -> bool:
    """Whether "zu überprüfen", "te beginnen": what is not yet done."""
    if at >= len(nodes) or nodes[at].values:
        return False
    word = text[nodes[at].start : nodes[at].end]
    return word.islower() and word.endswith("n") and len(word) > 4


def _tense(node: Node, text: str, lexicon: Lexicon) -> str | None:
    values = node.values
    if text[node.start].isupper():
        return None  # a name or a noun: German "Verbot" is no form of a verb
    if "FUTURE_VERB" in values:
        return FUTURE
    if "PAST_VERB" in values:
        return PAST
    if "PARTICIPLE" in values:
        return PARTICIPLE
    if "PRESENT_VERB" in values:
        return PRESENT
    if node.char == "x" or "CLOSING" in values:
        word = text[node.start : node.end]
        if lexicon.past is not None and lexicon.past.fullmatch(word):
            return PAST
        if lexicon.participle is not None and lexicon.participle.fullmatch(word):
            return PARTICIPLE
        if lexicon.future is not None and lexicon.future.fullmatch(word):
            return FUTURE
        if lexicon.present is not None and lexicon.present.fullmatch(word):
            return PRESENT
    return None
