"""Content before its source: "As X reports, …", "Whether …, X cannot say", "… . Das sagte X"."""

from __future__ import annotations

from dateline.claims.anchors import Anchor
from dateline.claims.frames import Frame, Range, trim, words_in
from dateline.claims.lexicon import Lexicon
from dateline.claims.nouns import phrase_after
from dateline.claims.sentences import Sentence, Token
from dateline.model import ClaimKind, Level

_AS_REACH = 14  # tokens of "as X reported on Monday," before its comma


def find_fronted(sentence: Sentence, anchors: list[Anchor], lexicon: Lexicon) -> Frame | None:
    """The claim of a sentence whose content stands apart from its reporting verb."""
    if sentence.heading:
        return None
    return _as_reported(sentence.tokens, anchors, lexicon) or _fronted_clause(
        sentence.tokens, anchors, lexicon
    )


def _as_reported(tokens: list[Token], anchors: list[Anchor], lexicon: Lexicon) -> Frame | None:
    """ "Wie X berichtet, …": a comparison clause that names the source."""
    if not lexicon.has("reported_as", tokens[0].low):
        return None
    comma = next((i for i in range(1, min(_AS_REACH, len(tokens))) if tokens[i].text == ","), None)
    anchor = next((a for a in anchors if a.at > 0 and comma is not None and a.at < comma), None)
    if comma is None or anchor is None:
        return None
    source = anchor.subject
    if source is None or lexicon.has("impersonal", tokens[source[0]].low):
        source = _origin(tokens, 1, comma, lexicon)
    if source is None or source[0] >= comma:
        return None
    piece = trim(tokens, (comma + 1, len(tokens)))
    if words_in(tokens, piece) < 3:
        return None
    return _frame(tokens, "clause/as-reported", piece, anchor, (source[0], min(source[1], comma)))


def _origin(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> Range | None:
    """The source behind a preposition: "Wie es aus Diplomatenkreisen hieß"."""
    for index in range(start, end):
        if lexicon.has("prepositions", tokens[index].low) or lexicon.has(
            "origins", tokens[index].low
        ):
            return phrase_after(tokens, index + 1, lexicon)
    return None


def _fronted_clause(tokens: list[Token], anchors: list[Anchor], lexicon: Lexicon) -> Frame | None:
    """ "Of de trein rijdt, durft X niet te zeggen": an embedded question before its verb."""
    first = tokens[0].low
    if lexicon.order != "v2" or not (
        lexicon.has("whether", first)
        or lexicon.has("questions", first)
        or lexicon.has("that", first)
    ):
        return None
    comma = next((i for i in range(2, len(tokens) - 2) if tokens[i].text == ","), None)
    while comma is not None and not _verb_at(tokens, comma + 1, lexicon):
        comma = next((i for i in range(comma + 1, len(tokens) - 2) if tokens[i].text == ","), None)
    if comma is None or tokens[-1].text == "?":
        return None
    if lexicon.has("that", first) and not lexicon.has("modals", tokens[comma + 1].low):
        return None
    source = phrase_after(tokens, comma + 2, lexicon)
    anchor = next((a for a in anchors if a.at > comma), None)
    piece = trim(tokens, (0, comma))
    modal = lexicon.has("modals", tokens[comma + 1].low)
    if anchor is not None and modal and lexicon.has("not_tags", anchor.verb.lemma):
        return None  # "Wann das war, will der Richter wissen": a question of the narrator's
    if source is None or source[0] != comma + 2 or anchor is None or words_in(tokens, piece) < 3:
        return None
    negated = any(lexicon.has("negations", token.low) for token in tokens[comma + 1 :])
    return Frame(
        "clause/fronted",
        ClaimKind.INDIRECT,
        [piece],
        cue=(anchor.at, anchor.at + 1),
        verb=anchor.verb,
        source=source,
        negated_cue=negated,
        level=Level.POSSIBLE if negated and not lexicon.has("that", first) else None,
        region=(0, len(tokens)),
    )


def _verb_at(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    token = tokens[at]
    return token.kind == "w" and (
        lexicon.has("modals", token.low)
        or any(verb.form == "finite" for verb in lexicon.verbs.get(token.low, ()))
    )


def _frame(tokens: list[Token], rule: str, piece: Range, anchor: Anchor, source: Range) -> Frame:
    quoted = any(token.kind == "q" for token in tokens[piece[0] : piece[1]])
    return Frame(
        rule,
        ClaimKind.MIXED if quoted else ClaimKind.INDIRECT,
        [piece],
        cue=anchor.cue,
        verb=anchor.verb,
        source=source,
        negated_cue=anchor.negated,
        region=(0, len(tokens)),
    )


def find_backward(
    sentence: Sentence, before: Sentence | None, anchors: list[Anchor], lexicon: Lexicon
) -> Frame | None:
    """ "Das sagte X." after a plain sentence: the sentence before is what was said.

    The frame's pieces are token ranges of ``before``; its cue and source stay in ``sentence``.
    """
    tokens = sentence.tokens
    if before is None or before.heading:
        return None
    if not lexicon.has("backward", tokens[0].low):
        anchors = [a for a in anchors if _points_back(tokens, a, lexicon)]
        pointed = True
    else:
        pointed = False
    closed = before.tokens[-1].text == "." or before.tokens[-1].kind == "q"
    if not closed or not 3 <= len(tokens) <= 40:
        return None
    anchor = next(
        (a for a in anchors if pointed or a.finite == 1 or (a.finite <= 2 and a.inverted)), None
    )
    if anchor is None or anchor.subject is None or anchor.passive:
        return None
    if not anchor.inverted and not pointed:
        return None
    rest = tokens[anchor.after :]
    if any(
        lexicon.has("that", token.low) or token.text in ":" or token.kind == "q" for token in rest
    ):
        return None
    piece = trim(before.tokens, (0, len(before.tokens)))
    if words_in(before.tokens, piece) < 3:
        return None
    return Frame(
        "clause/backward",
        ClaimKind.INDIRECT,
        [piece],
        cue=anchor.cue,
        verb=anchor.verb,
        source=anchor.subject,
        negated_cue=anchor.negated,
        region=(0, len(tokens)),
    )


def _points_back(tokens: list[Token], anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether a clitic before the verb stands for what was just told: "Le maire l'a confirmé"."""
    subject = anchor.subject
    return (
        subject is not None
        and anchor.finite > 0
        and not anchor.negated
        and lexicon.has("backward_clitics", tokens[anchor.finite - 1].low)
        and lexicon.has("backward_verbs", anchor.verb.lemma)
        and subject[0] == 0
    )
