"""Quotations that are a fragment of the clause around them, or a name in it."""

from __future__ import annotations

from dateline.claims.joiners import is_short_name
from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Token


def in_clause(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the quotation is a fragment of a clause: a function word directly before it."""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.kind != "w":
        return before.text == "," and _in_reported(tokens, at, lexicon)
    inner = tokens[at].text.strip("“”„\"«»'’‘ \xa0\u202f")
    if inner[:1].islower() and before.is_capital and before.low not in lexicon.verbs:
        return True  # "Poland “will not be intimidated”"
    noun = lexicon.is_organisation(before.text) or (
        "capital_nouns" in lexicon.flags and before.is_capital and at > 1
    )
    if noun and is_short_name(tokens[at]) and len(tokens[at].text.split()) < 4:
        return True
    return (
        lexicon.has("that", before.low)
        or lexicon.has("whether", before.low)
        or lexicon.has("determiners", before.low)
        or lexicon.has("prepositions", before.low)
        or lexicon.has("infinitive", before.low)
        or lexicon.has("auxiliaries", before.low)
    )


def _in_reported(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a quotation ends reported speech: "Man habe gewarnt, „zweimal sogar“"."""
    inner = tokens[at].text.strip("“”„\"«»'’‘ \xa0\u202f")
    if not inner[:1].islower():
        return False
    for index in range(at - 2, -1, -1):
        if tokens[index].kind == "q" or tokens[index].text in ":;":
            return False
        if lexicon.has("reported_mood", tokens[index].low):
            return True
    return False
