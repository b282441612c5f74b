"""Full names of organisations where every noun has a capital: "Polizeidirektion Göttingen"."""

from __future__ import annotations

from collections.abc import Container

from dateline.claims.lexicon import Lexicon
from dateline.claims.names import is_generic
from dateline.claims.phrases import is_cue
from dateline.claims.sentences import Token

Range = tuple[int, int]
_LONGEST = 7  # words after the noun


def official_name(
    tokens: list[Token], at: int, towns: Container[str], lexicon: Lexicon
) -> Range | None:
    """The name around the noun at ``at`` for an organisation; None where it stands alone.

    It takes in the adjectives with a capital before ("Zürcher Kantonalbank"), a town behind, and
    what an office is for ("Bundesamt für Migration und Flüchtlinge").
    """
    if not tokens[at].is_capital or is_generic(tokens[at].low, lexicon):
        return None
    start = at
    while start > 1 and _is_name_adjective(tokens[start - 1], lexicon):
        start -= 1
    end = _past_purpose(tokens, _past_town(tokens, at + 1, start, towns, lexicon), lexicon)
    return (start, end) if end - start > 1 else None


def _is_name_adjective(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word before a noun is an adjective that its capital makes part of a name."""
    return (
        token.is_capital
        and lexicon.ends("declined", token.low)
        and not lexicon.has("closed", token.low)
        and not lexicon.is_role(token.text)
        and _stem(token.low).endswith(lexicon.suffixes["named"])
    )


def _stem(adjective: str) -> str:
    return adjective.rstrip("nrsm").removesuffix("e")


def _past_town(
    tokens: list[Token], at: int, start: int, towns: Container[str], lexicon: Lexicon
) -> int:
    """Behind the town after a noun: one named elsewhere, or what stands before the first verb."""
    if at >= len(tokens) or not tokens[at].is_capital or tokens[at].kind != "w":
        return at
    if tokens[at].text in towns:
        return at + 1
    subject = start == 1 and lexicon.has("articles", tokens[0].low) and at + 1 < len(tokens)
    follower = tokens[at + 1] if subject else None
    verb = follower is not None and (
        lexicon.has("auxiliaries", follower.low) or is_cue(follower, lexicon)
    )
    named = not lexicon.has("closed", tokens[at].low) and not lexicon.is_role(tokens[at].text)
    return at + 1 if verb and named else at


def _past_purpose(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Behind "für Migration und Flüchtlinge", where no article shows that it is a description."""
    if at + 1 >= len(tokens) or not lexicon.has("purposes", tokens[at].low):
        return at
    end = at + 1
    while end < min(len(tokens), at + _LONGEST) and tokens[end].kind == "w":
        word = tokens[end]
        linked = lexicon.has("and", word.low) or lexicon.ends("declined", word.low)
        if not word.is_capital and not (
            linked and end + 1 < len(tokens) and tokens[end + 1].is_capital
        ):
            break
        if lexicon.has("determiners", word.low):
            break
        end += 1
    return end if end > at + 1 else at
