"""Where reported content ends: at the stop, a trailing tag, or a clause with its own source."""

from __future__ import annotations

from dateline.claims.anchors import Anchor
from dateline.claims.lexicon import Lexicon
from dateline.claims.phrases import is_cue
from dateline.claims.sentences import Token


def content_end(
    tokens: list[Token],
    start: int,
    later: list[Anchor],
    lexicon: Lexicon,
    *,
    verb_final: bool = False,
) -> int:
    """Where reported content ends: at the stop, a trailing tag, or a clause with its own source."""
    end = len(tokens)
    for index in range(start + 1, end):
        token = tokens[index]
        follower = tokens[index + 1] if index + 1 < end else None
        quotes = token.text == ":" and follower is not None and follower.kind == "q"
        if (
            quotes
            or token.text == ";"
            or (
                token.kind == "w"
                and tokens[index - 1].text == ","
                and (lexicon.match("tag_words", [token.low], 0))
            )
        ):
            end = index
            break
        if lexicon.order == "svo" and _drops_back(tokens, index, lexicon):
            end = index
            break
        if verb_final and lexicon.order == "v2" and _breaks_off(tokens, index, lexicon):
            end = index
            break
        if (
            tokens[index - 1].text == ","
            or lexicon.has("and", tokens[index - 1].low)
            or lexicon.has("but", tokens[index - 1].low)
        ):
            words = [t.low for t in tokens[index : index + 6]]
            if lexicon.match("sources", words, 0) and not any(
                lexicon.match(group, words, 0) for group in ("fronted_only", "not_sources")
            ):
                end = index
                break
    for anchor in later:
        if anchor.begin <= start or anchor.begin >= end:
            continue
        cut = _cut_before(tokens, anchor, start, lexicon)
        if cut is not None:
            end = min(end, cut)
            break
    while end > start and (
        (tokens[end - 1].kind == "p" and tokens[end - 1].text not in ")%€$£]")
        or lexicon.has("and", tokens[end - 1].low)
        or lexicon.has("but", tokens[end - 1].low)
    ):
        end -= 1
    return end


def _drops_back(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether "but refused to …" goes on with the source itself, which needs no new subject."""
    if at + 1 >= len(tokens) or "zero_that_has_verb" not in lexicon.flags:
        return False
    comma = tokens[at - 1].text == ","
    if not (lexicon.has("but", tokens[at].low) or (comma and lexicon.has("and", tokens[at].low))):
        return False
    follower = tokens[at + 1].low
    acts = lexicon.has("pasts", follower) or lexicon.ends("finite", follower)
    return acts or (lexicon.has("but", tokens[at].low) and lexicon.has("modals", follower))


def _breaks_off(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether ", maar …" ends a verb-final clause: the narrator goes on in a main clause."""
    if not lexicon.has("but", tokens[at].low) or at + 1 >= len(tokens):
        return False
    follower = tokens[at + 1]
    if lexicon.has("that", follower.low) or lexicon.has("whether", follower.low):
        return False
    if lexicon.has("auxiliaries", follower.low):
        return True
    return tokens[at - 1].text == "," and any(
        lexicon.has("auxiliaries", token.low) or is_cue(token, lexicon)
        for token in tokens[at + 2 : at + 5]
    )


def _cut_before(tokens: list[Token], anchor: Anchor, start: int, lexicon: Lexicon) -> int | None:
    """Where content ends before a later reporting verb; None where that verb is embedded in it."""
    begin = anchor.begin
    while begin > start and (
        tokens[begin - 1].kind == "t"
        or lexicon.has("adverbs", tokens[begin - 1].low)
        or lexicon.has("tag_lead", tokens[begin - 1].low)
    ):
        begin -= 1
    before = tokens[begin - 1]
    subject = anchor.subject
    opens = subject is not None and (subject[0] == 0 or tokens[subject[0] - 1].kind == "p")
    if subject is not None and opens and lexicon.has("relatives", tokens[subject[0]].low):
        return None
    if before.text == ",":
        trailing = anchor.inverted or lexicon.order == "svo" or anchor.begin == anchor.finite
        return begin - 1 if trailing and anchor.subject is not None else None
    if lexicon.has("that", before.low) and begin >= 3 and tokens[begin - 3].text == ",":
        return begin - 3 if lexicon.has("while", tokens[begin - 2].low) else None
    if "adjective_after" in lexicon.flags and lexicon.has("that", before.low):
        return begin - 2 if tokens[begin - 2].text == "," else None  # ", qu'il juge …"
    if lexicon.has("and", before.low) or lexicon.has("but", before.low):
        if begin >= 2 and (
            anchor.inverted or anchor.subject is None or tokens[begin - 2].text == ","
        ):
            return begin - 1
        return begin - 1 if anchor.begin == min(anchor.at, anchor.finite) else None
    if lexicon.has("subordinators", before.low) and begin >= 2 and tokens[begin - 2].text == ",":
        return begin - 1 if lexicon.has("while", before.low) else None
    return None
