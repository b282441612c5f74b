"""Whether letters abbreviate a name: "WHO", "DWD", "ARV"."""

from __future__ import annotations

import unicodedata

from dateline.claims.sentences import Token


def is_short(word: str) -> bool:
    """Whether a word looks like the letters that stand for a name: "WHO", "BfArM"."""
    return 2 <= len(word) <= 8 and word.isalpha() and sum(c.isupper() for c in word) >= 2


def initials(tokens: list[Token]) -> str:
    """The first letters of the words with a capital, in upper case."""
    return "".join(token.text[0] for token in tokens if token.is_capital).upper()


def shortens(short: str, words: list[str]) -> bool:
    """Whether letters run through a name: by its initials, or by those of its compounds' parts."""
    letters = [_plain(letter) for letter in short]
    initials = iter([_plain(word[0]) for word in words])
    if all(letter in initials for letter in letters):
        return True
    rest = iter([_plain(letter) for letter in "".join(words)])
    last = _plain(words[-1][0])
    return (
        letters[0] == _plain(words[0][0])
        and (len(words) == 1 or last in letters[1:])
        and len(letters) > sum(word[0].isupper() for word in words) > 0
        and all(letter in rest for letter in letters)
    )


def _plain(letter: str) -> str:
    """A letter without case and accent."""
    return unicodedata.normalize("NFD", letter.lower())[0]


def abbreviates(letters: str, name: str) -> bool:
    """Whether letters are the name's initials, or run through it from initial to initial."""
    words = [word for word in name.split() if word[0].isupper()]
    initials = "".join(word[0] for word in words).upper()
    if letters == initials:
        return True
    if len(words) < 2 or letters[0] != initials[0] or len(letters) <= len(words):
        return False
    rest = iter("".join(words).upper())
    return all(letter in rest for letter in letters) and initials[-1] in letters[1:]
