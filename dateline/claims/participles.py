"""Participles: of a passive, or of a clause cut short: "une habitante | jointe par téléphone"."""

from __future__ import annotations

from dateline.claims.lexicon import Lexicon, Verb
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


def is_passive(tokens: list[Token], finite: int, at: int, verb: Verb, lexicon: Lexicon) -> bool:
    """Whether a participle and its auxiliary are a passive: "est annoncé", not "s'est dit"."""
    if verb.form != "participle" or not lexicon.has("passives", tokens[finite].low):
        between = {token.low for token in tokens[finite + 1 : at]}
        return verb.form == "participle" and bool(between & lexicon.sets["passive_inner"])
    before = tokens[finite - 1].low if finite else ""
    return not lexicon.has("reflexives", before)


def takes_auxiliary(token: Token, lexicon: Lexicon) -> bool:
    """Whether an auxiliary to the left belongs to this participle: "not to be identified said"."""
    return (
        token.kind == "w"
        and lexicon.ends("participles", token.low)
        and not lexicon.has("closed", token.low)
        and not lexicon.has("adverbs", token.low)
        and not token.is_capital
    )


def is_governed(before: Token, lexicon: Lexicon) -> bool:
    """Whether a preposition makes a noun of the next word: "by phone", "in answer"."""
    return lexicon.has("prepositions", before.low) and not lexicon.has_any(
        ("infinitive", "subordinators"), before.low
    )
