"""What an answer is about: "that", "those figures", "the minister's account", "that P"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.claims.lexicon import Lexicon

_LONGEST = 9  # words of a phrase that points back
_HEAD_REACH = 4  # words from its start to its noun
_WORD = re.compile(r"[^\W_]+")
_NAMED = 4  # words of whoever is contradicted
_STEM = 6
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Reference:
    """What points back to a claim; all words are stems.

    ``opponent`` are the words that say whose claim it is, ``noun`` what it calls it ("figure",
    "accusation"), ``content`` the words that tell it over again (None where a word like "that"
    stands for it).
    """

    opponent: frozenset[str] = frozenset()
    noun: str = ""
    content: frozenset[str] | None = None


def read_reference(words: Sequence[str], lexicon: Lexicon) -> Reference | None:
    """What the words of an object or a subject (lower case) point back to, or None.

    A pronoun does, a demonstrative with its noun ("that finding"), a noun of saying or counting
    with an article, a possessive or an owner ("the company's account"), and "what they say".
    """
    rest = [
        word
        for word in words
        if not lexicon.has_any(("adverbs", "negations", "reflexives", "lead_adverbs"), word)
        or lexicon.has("pointers", word)
    ]
    while len(rest) > 1 and lexicon.has("prepositions", rest[-1]):
        rest.pop()  # "das am | Dienstag"
    if len(rest) > 1 and lexicon.has("pointers", rest[0]) and lexicon.has("prepositions", rest[1]):
        rest = rest[:1]  # "dat | aan de telefoon"
    if len(rest) > _LONGEST:
        return None
    if all(lexicon.has("pointers", word) or word in lexicon.pronouns for word in rest):
        return Reference()
    if lexicon.has("questions", rest[0]):
        saying = [word for word in rest[1:] if word in lexicon.verbs]
        others = [word for word in rest[1:] if word not in saying]
        return Reference(stems(" ".join(others), lexicon)) if saying else None
    head = next(
        (
            at
            for at, word in enumerate(rest[:_HEAD_REACH])
            if lexicon.has("said_nouns", word) or lexicon.has("figure_nouns", word)
        ),
        None,
    )
    if head is None:
        pointed = lexicon.has("demonstratives", rest[0]) and 1 < len(rest) <= _HEAD_REACH - 1
        return Reference() if pointed else None
    owner = [_owner(word, lexicon) for word in rest[:head]]
    if head and not (
        lexicon.has_any(("determiners", "demonstratives"), rest[0]) or owner[0] != rest[0]
    ):
        return None
    owner = [name for name, word in zip(owner, rest, strict=False) if name != word]
    after = rest[head + 1 :]
    if after and not lexicon.has("links", after[0]) and not lexicon.has("articles", after[0]):
        return None
    return Reference(
        opponent=stems(" ".join(owner + after), lexicon),
        noun=rest[head],
    )


def read_opponent(words: Sequence[str], lexicon: Lexicon) -> Reference | None:
    """Who is contradicted: "contradicted the chancellor", "widerspricht Frau Moos"."""
    rest = [word for word in words if not lexicon.has_any(("adverbs", "articles"), word)]
    opponent = stems(" ".join(_owner(word, lexicon) for word in rest), lexicon)
    return Reference(opponent) if opponent and len(rest) <= _NAMED else None


def _owner(word: str, lexicon: Lexicon) -> str:
    """A name without the ending of its genitive: "company's", "Gampers"."""
    if lexicon.order == "v2" and not lexicon.has("closed", word):
        return word.removesuffix("s").removesuffix("'")
    return word.removesuffix("'s")


def numbers_in(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The numbers in ``text``, in digits or words; "one" is none, nor a time of day ("14h30")."""
    words = (match.group().lower() for match in _WORD.finditer(text))
    return frozenset(w for w in words if w.isdigit() or lexicon.has("cardinals", w))


def stems(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of the words of ``text`` that tell one content from another."""
    stopwords = lexicon.sets["stopwords"]
    return frozenset(
        low[:_STEM]
        for word in _WORD.findall(text)
        if (len(word) >= _SHORTEST or word.isdigit() or (len(word) > 1 and word.isupper()))
        and (low := word.lower()) not in stopwords
    )
