"""Forms that one word of a language file stands for: its plural, its masculine, Swiss spelling."""

from __future__ import annotations

from collections.abc import Mapping


def with_double_s(words: frozenset[str]) -> frozenset[str]:
    """The words and, as the Swiss write them, those with a sharp s as "ss"."""
    return words | {word.replace("ß", "ss") for word in words if "ß" in word}


def plural_of(noun: str) -> str:
    """The plural of a noun that takes an s: "agencies", "spokeswomen" is in the list itself."""
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeou" else f"{noun}s"


def masculines_in(words: Mapping[str, frozenset[str]], forms: str) -> frozenset[str]:
    """The nouns for people that have a feminine of their own: "avocat" beside "avocate"."""
    people = words["roles"] | words["anaphoric_people"] | words["life_nouns"]
    pairs = [pair.partition("=")[::2] for pair in forms.split()]
    return frozenset(
        noun
        for noun in people
        for ending, feminine in pairs
        if noun.endswith(ending) and f"{noun[: len(noun) - len(ending)]}{feminine}" in people
    )
