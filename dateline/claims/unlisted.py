"""Tags whose verb no list holds: "deadpanned she", "savoure X", "the coach shrugged"."""

from __future__ import annotations

from dateline.claims.frames import Range
from dateline.claims.lexicon import Lexicon
from dateline.claims.nouns import phrase_after
from dateline.claims.phrases import is_nominal, is_pronoun
from dateline.claims.sentences import Token
from dateline.claims.subjects import can_speak


def find_unlisted(tokens: list[Token], start: int, lexicon: Lexicon) -> tuple[Range, Range] | None:
    """Verb and source behind a closed quotation that end their clause: "deadpanned she"."""
    if tokens[start].kind != "w":
        return None
    first = tokens[start]
    plain = not first.is_capital and not lexicon.has("closed", first.low)
    inverts = "free_inversion" in lexicon.flags
    if (plain and lexicon.order == "v2") or inverts:
        at = _past_unlisted(tokens, start, lexicon) if inverts else start + 1
        source = phrase_after(tokens, at, lexicon) if at > start else None
        if (
            source is not None
            and source[0] == at
            and (not inverts or can_speak(tokens, source, lexicon))
            and _closes(tokens, source[1], lexicon)
        ):
            return (start, at), source
    if lexicon.order == "svo" and "free_inversion" not in lexicon.flags:
        source = phrase_after(tokens, start, lexicon)
        if source is None or source[0] != start or source[1] >= len(tokens):
            return None
        end = source[1]
        if not is_pronoun(first, lexicon) and end - start > 1:
            end = next((i for i in range(start + 1, end) if _acts(tokens[i], lexicon)), end)
        if end >= len(tokens):
            return None
        verb = tokens[end]
        if (
            verb.low.endswith(lexicon.suffixes["past_verbs"])
            and not verb.is_capital
            and (
                (
                    is_pronoun(first, lexicon)
                    or first.is_capital
                    or _speaks(tokens, start, end, lexicon)
                )
                and _closes(tokens, end + 1, lexicon)
            )
        ):
            return (end, end + 1), (start, end)
    return None


def _past_unlisted(tokens: list[Token], start: int, lexicon: Lexicon) -> int:
    """Past an unlisted verb before its source: "savoure X", "s'agace-t-il", "a savouré X".

    ``start`` itself where no verb stands; between an auxiliary and its participle a clitic is the
    source, and the place is its own.
    """
    at = start
    while at < len(tokens) and lexicon.has("reflexives", tokens[at].low):
        at += 1
    perfect = at + 1 < len(tokens) and lexicon.has("auxiliaries", tokens[at].low)
    if perfect:
        clitic = tokens[at + 1].text.startswith("-")
        verb = at + 2 if clitic else at + 1
        fits = verb < len(tokens) and lexicon.is_reduced(tokens[verb].low)
        return (at + 1 if clitic else verb + 1) if fits else start
    plain = at < len(tokens) and is_nominal(tokens[at], lexicon) and not tokens[at].is_capital
    return at + 1 if plain else start


def _acts(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word inside a source that was read too far is the verb."""
    return (
        not token.is_capital
        and token.low.endswith(lexicon.suffixes["past_verbs"])
        and not lexicon.is_role(token.text)
        and not lexicon.is_organisation(token.text)
        and not lexicon.has("human_nouns", token.low)
    )


def _speaks(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a phrase is of a person or an organisation: "the coach" shrugged."""
    return end - start > 1 and any(
        lexicon.is_role(token.text)
        or lexicon.is_organisation(token.text)
        or lexicon.has("human_nouns", token.low)
        for token in tokens[start:end]
    )


def _closes(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a tag ends at ``at``: by a mark, a time, a preposition, or the sentence."""
    return (
        at >= len(tokens)
        or tokens[at].kind in "pt"
        or lexicon.has("prepositions", tokens[at].low)
        or lexicon.has("adverbs", tokens[at].low)
    )
