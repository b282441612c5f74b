"""Tags inside the marks of a quotation: « Nous partons, annonce Jean Simonin. C'est fini. »"""

from __future__ import annotations

from dataclasses import replace

from dateline.claims.anchors import Anchor, find_anchors
from dateline.claims.frames import Frame
from dateline.claims.lexicon import Lexicon
from dateline.claims.preposed import adjuncts_end
from dateline.claims.sentences import Document, Sentence, Token, read_tokens
from dateline.claims.subjects import can_speak
from dateline.model import Span

_REACH = 600  # characters of a quotation in which its tag is sought
_MARKS = frozenset([",", "!", "?", "…"])
_STOPS = frozenset([".", "!", "?", "…"])
_ENDS = _STOPS | {",", ";"}


def take_out_tag(frame: Frame, document: Document, lexicon: Lexicon) -> Frame | None:
    """Splits an untagged quotation around the tag inside it, and keeps who is named there.

    The sentences behind a tag that closes its own are a claim apart, which is returned.
    """
    whole = frame.spans[0]
    reach = min(whole.end, whole.start + _REACH)
    tokens = read_tokens(document.text, whole.start, reach, lexicon)
    if not tokens:
        return None
    for anchor in find_anchors(Sentence(tokens, 0, words=[t.low for t in tokens]), lexicon):
        edges = _edges(tokens, anchor, lexicon)
        if edges is None or anchor.subject is None:
            continue
        begin, end = edges
        frame.inside = tokens[anchor.subject[0] : anchor.subject[1]]
        frame.rule = "quote/tag-middle"
        frame.verb = anchor.verb
        frame.spans = [Span(whole.start, tokens[begin - 1].start)]
        if tokens[begin - 1].text != ",":
            frame.spans = [Span(whole.start, tokens[begin - 1].end)]
        if end >= len(tokens):
            return None
        rest = Span(tokens[end].start, whole.end)
        if tokens[end - 1].text in _STOPS:
            return replace(frame, rule="quote/untagged", spans=[rest], inside=None, verb=None)
        frame.spans.append(rest)
        return None
    return None


def _edges(tokens: list[Token], anchor: Anchor, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the tag begins and where the quotation goes on; None where the verb is no tag."""
    subject = anchor.subject
    if subject is None or not anchor.inverted or anchor.passive or anchor.negated:
        return None
    begin = min(anchor.at, anchor.finite)
    while begin > 0 and lexicon.has("reflexives", tokens[begin - 1].low):
        begin -= 1
    if begin < 2 or tokens[begin - 1].text not in _MARKS:
        return None
    if lexicon.pronouns.get(tokens[subject[0]].low) == "first":
        return None
    if not can_speak(tokens, subject, lexicon):
        return None
    end = adjuncts_end(tokens, anchor.after, lexicon)
    if end < len(tokens) and tokens[end].text not in _ENDS:
        return None
    return begin, end + 1
