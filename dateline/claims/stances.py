"""Plain verbs that report with a word beside them: "ist … überzeugt", "kommt zu dem Schluss"."""

from __future__ import annotations

from dateline.claims.lexicon import Lexicon, Verb
from dateline.claims.moods import has_infinitive
from dateline.claims.sentences import Token

_REACH = 12  # tokens from a verb to the word that makes it a stance


def find_stance(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[Verb, int] | None:
    """The stance that a verb takes and where its word stands; None where it announces nothing.

    A clause, an infinitive or a colon follows the word, or it ends a tag: "…“, ist er sicher."
    """
    words = lexicon.stances[tokens[at].low]
    for index in range(at + 1, min(at + _REACH, len(tokens))):
        if tokens[index].kind in "pq":
            return None
        verb = words.get(tokens[index].low)
        if verb is None:
            continue
        rest = tokens[index + 1 : index + 3]
        comma = bool(rest) and rest[0].text == ","
        clause = comma and len(rest) == 2 and lexicon.has_any(("that", "whether"), rest[1].low)
        colon = len(rest) == 2 and rest[0].text == ":"
        tags = at > 0 and tokens[at - 1].text == "," and (not rest or rest[0].kind == "p")
        if clause or colon or tags or (comma and has_infinitive(tokens[index:], lexicon)):
            return verb, index
    return None
