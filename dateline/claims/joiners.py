"""Marks and quotations inside a name or a compound: "Sohn & Co", "Wirtschafts- und …"."""

from __future__ import annotations

from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Token

_JOINERS = frozenset("&/-–+'’")


def joins(tokens: list[Token], at: int) -> bool:
    """Whether a mark joins two words of one name: "&", or a dash without spaces around it."""
    if not 0 < at < len(tokens) - 1 or tokens[at].text not in _JOINERS:
        return False
    follower = tokens[at + 1]
    if not (follower.is_capital or follower.text[:1].isdigit()):
        return False
    if tokens[at].text in "&+":
        return True
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == follower.start


def suspends(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a dash stands for the rest of a compound: "Wirtschafts- und Finanzministerin"."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at].text == "-"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at - 1].is_capital
        and lexicon.has("and", tokens[at + 1].low)
    )


def is_short_name(token: Token) -> bool:
    """Whether a quotation can be a name: short, opened by a capital, and no sentence."""
    inner = token.text.strip("“”„\"«»'’‘ \xa0\u202f")
    short = len(inner) < 36 and inner.count(" ") < 4
    return short and not inner[:1].islower() and inner[-1:] not in (",", ".", "!", "?")
