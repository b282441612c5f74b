"""Participles that open a reduced relative clause: "une habitante | jointe par téléphone"."""

from __future__ import annotations

from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Token


def opens_reduced(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a participle opens a reduced relative clause: "jointe par téléphone"."""
    low = tokens[at].low
    if tokens[at].is_capital or not lexicon.is_reduced(low) or lexicon.is_role(low):
        return False
    predicate = low in lexicon.sets["reduced"]  # "rendu public lundi"
    return any(
        follower.kind == "t"
        or lexicon.has("agents", follower.low)
        or lexicon.has("adverbs", follower.low)
        or (lexicon.has("prepositions", follower.low) and not lexicon.has("links", follower.low))
        for follower in tokens[at + 1 : at + (3 if predicate else 2)]
    )
