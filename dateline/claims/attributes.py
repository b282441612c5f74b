"""Small words beside a noun, where every noun has a capital: attributes, and the clause's verb."""

from __future__ import annotations

from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Token

_ATTRIBUTE = 10  # tokens between an article and the end of what it encloses before its noun


def is_small(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is no noun, in a language that writes every noun with a capital."""
    return (
        "capital_nouns" in lexicon.flags
        and token.kind == "w"
        and not token.is_capital
        and not token.text[0].isdigit()
        and not lexicon.has("closed", token.low)
        and token.low not in lexicon.pronouns
    )


def is_clause_word(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a small word left of a noun is the clause's verb: "Der Bund | prüfe eine Hilfe"."""
    if lexicon.has("determiners", tokens[at + 1].low):
        return True
    before = tokens[at - 1] if at else None
    return (
        before is not None
        and before.is_capital
        and not lexicon.has("closed", before.low)
        and not lexicon.has("measured", tokens[at].low)
        and not tokens[at].low.endswith("er")  # "die Zahl neuer Fälle"
    )


def past_attribute(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Past what stands between article and noun: "die | von der Regierung eingesetzte | Gruppe"."""
    if "capital_nouns" not in lexicon.flags or at + 3 >= len(tokens):
        return at
    if not lexicon.has("determiners", tokens[at].low):
        return at
    if not lexicon.has("prepositions", tokens[at + 1].low) or tokens[at + 1].is_capital:
        return at
    for index in range(at + 3, min(at + _ATTRIBUTE, len(tokens) - 1)):
        token = tokens[index]
        if token.kind in "pq":
            return at
        if (
            is_small(token, lexicon)
            and token.low.endswith(lexicon.suffixes["declined"])
            and tokens[index + 1].is_capital
        ):
            return index
    return at


def attribute_start(tokens: list[Token], at: int, lexicon: Lexicon) -> int | None:
    """The article that opens the long attribute which ends at ``at``, if one does."""
    for index in range(at - 3, max(-1, at - _ATTRIBUTE), -1):
        if tokens[index + 1].kind in "pq":
            return None
        if past_attribute(tokens, index, lexicon) == at:
            return index
    return None


def is_empty(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word cannot be the noun of a phrase, whatever its case."""
    return (
        "capital_nouns" in lexicon.flags
        and token.kind == "w"
        and not token.is_capital
        and (lexicon.has("closed", token.low))
    )
