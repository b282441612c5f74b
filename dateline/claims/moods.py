"""What shows that a clause is reported: a marked infinitive, or a mood in second place."""

from __future__ import annotations

from dateline.claims.lexicon import Lexicon
from dateline.claims.phrases import core_end
from dateline.claims.sentences import Token

_REACH = 14  # tokens in which the verb of a clause stands


def has_infinitive(tokens: list[Token], lexicon: Lexicon) -> bool:
    """Whether a marked infinitive stands among tokens: "zu gehen", "einzustellen"."""
    return any(
        (lexicon.has("infinitive", token.low) and follower.low.endswith("n"))
        or (
            "zu" in token.low[2:9]
            and lexicon.ends("infinitives", token.low)
            and lexicon.has("infinitive_prefixes", token.low[: token.low.find("zu", 2)])
        )
        for token, follower in zip(tokens, [*tokens[1:], tokens[-1]], strict=True)
        if token.kind == "w"
    )


def reported_mood(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the clause from ``at`` has a verb of reported speech, or one that can be it.

    A past form can, right behind its subject and before more words: "die Vorräte reichten bis …".
    """
    if any(lexicon.has("reported_mood", token.low) for token in tokens[at : at + _REACH]):
        return True
    if tokens[at].text == ",":
        at += 1
    if "comma_clause" not in lexicon.flags or not lexicon.has("determiners", tokens[at].low):
        return False
    verb = core_end(tokens, at, lexicon)
    if not at + 1 < verb < len(tokens) - 1:
        return False
    form, follower = tokens[verb], tokens[verb + 1]
    return (
        form.kind == "w"
        and not form.is_capital
        and lexicon.ends("mood_pasts", form.low)
        and not lexicon.has("closed", form.low)
        and follower.kind in "wt"
    )
