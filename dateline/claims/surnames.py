"""Surnames of several words ("von der Leyen"), read as one wherever an article has them whole."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Sentence, Token, make_token

_PARTICLES = 3  # at most, in one surname


def join_surnames(text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
    """Makes one token of each surname that stands somewhere behind a first name.

    So "Von der Leyen" that opens a sentence is no prepositional phrase.
    """
    if "particle_surnames" not in lexicon.flags:
        return
    known: dict[str, set[tuple[str, ...]]] = {}
    for sentence in sentences:
        for surname in _surnames(sentence.tokens, lexicon):
            known.setdefault(surname[0], set()).add(surname)
    if not known:
        return
    for sentence in sentences:
        _join(text, sentence, known)


def _surnames(tokens: list[Token], lexicon: Lexicon) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for at, token in enumerate(tokens):
        called = token.is_capital and token.low in lexicon.first_names
        if not called and not _holds_capital_particle(tokens, at, lexicon):
            continue
        end = at + 1
        while (
            end < min(at + 1 + _PARTICLES, len(tokens) - 1)
            and tokens[end].kind == "w"
            and lexicon.has("name_particles", tokens[end].low)
        ):
            end += 1
        last = tokens[end] if end < len(tokens) else token
        named = last.is_capital and not (
            lexicon.has("closed", last.low)
            or lexicon.is_role(last.text)
            or lexicon.is_organisation(last.text)
        )
        if end > at + 1 and named:
            found.append(tuple(token.low for token in tokens[at + 1 : end + 1]))
    return found


def _holds_capital_particle(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a role stands before a surname's capital particle: "minister | Van Weel"."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        follower is not None
        and follower.is_capital
        and lexicon.has("name_particles", follower.low)
        and tokens[at].kind == "w"
        and lexicon.is_role(tokens[at].text)
    )


def _join(text: str, sentence: Sentence, known: dict[str, set[tuple[str, ...]]]) -> None:
    tokens = sentence.tokens
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        size = _match(tokens, at, known)
        first, last = tokens[at], tokens[at + max(size, 1) - 1]
        if size:
            words = text[first.start : last.end]
            joined.append(make_token(first.start, last.end, words, words.lower(), "w"))
        else:
            joined.append(first)
        at += max(size, 1)
    if len(joined) < len(tokens):
        sentence.tokens = joined
        sentence.words = [token.low for token in joined]


def _match(tokens: list[Token], at: int, known: dict[str, set[tuple[str, ...]]]) -> int:
    """How many tokens of a known surname begin at ``at``; 0 for none."""
    for surname in known.get(tokens[at].low, ()):
        window = tokens[at : at + len(surname)]
        if tuple(token.low for token in window) == surname and window[-1].is_capital:
            return len(surname)
    return 0


def is_surname(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised function word follows a first name: "Bernd Weil"."""
    return (
        at > 0
        and tokens[at].is_capital
        and tokens[at - 1].is_capital
        and tokens[at - 1].low in lexicon.first_names
    )


def inner_particle(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a small article is part of a surname: after a first name ("Kees de Wit")."""
    return (
        at + 1 < len(tokens)
        and lexicon.has("name_particles", tokens[at].low)
        and tokens[at - 1].is_capital
        and tokens[at - 1].low in lexicon.first_names
        and tokens[at + 1].is_capital
    )
