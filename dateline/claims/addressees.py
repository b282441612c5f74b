"""Whom a source tells something: "sagte Hanna Krüger | der dpa"."""

from __future__ import annotations

from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Token


def is_addressee(tokens: list[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether an article after a full name opens a dative ("sagte Hanna Krüger der dpa")."""
    if not tokens[at - 1].is_capital:
        return False
    if _is_press(tokens, at + 1, lexicon) and not lexicon.has("press_roles", tokens[at - 1].low):
        return lexicon.is_role(tokens[at - 1].text)
    named = at - first >= 2 and tokens[at - 2].low in lexicon.first_names
    bare = at - first == 1 and not (
        lexicon.is_role(tokens[first].text) or lexicon.is_organisation(tokens[first].text)
    )
    return named or bare


def _is_press(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a paper or an agency stands at ``at``: "ein Sprecher | der Nachrichtenagentur X"."""
    return any(
        lexicon.has("press", token.low) or lexicon.ends("press", token.low)
        for token in tokens[at : at + 2]
        if token.kind == "w"
    )
