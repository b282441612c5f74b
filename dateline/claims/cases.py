"""Oblique noun phrases back to the nominative: "eines ranghohen Beamten" to "Beamter"."""

from __future__ import annotations

from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Token

_OWNERS = frozenset(["des", "eines", "seines", "ihres", "unseres", "dieses"])
_GIVERS = frozenset(
    ["dem", "einem", "seinem", "ihrem", "unserem", "diesem", "im", "beim", "zum", "vom", "am"]
)
_PLURAL_GIVERS = frozenset(["den", "mehreren", "einigen", "vielen", "zwei", "drei", "beiden"])
_OBLIQUE = _OWNERS | _GIVERS | {"der", "den", "einer", "dieser", "seiner", "ihrer"}
_STRONG_PLURALS = frozenset(["mehreren", "einigen", "vielen", "mehrerer", "einiger", "vieler"])


def to_nominative(mention: list[Token], before: str, lexicon: Lexicon) -> list[Token]:
    """The phrase with its determiner, adjectives and head noun as a subject has them.

    ``before`` is the word right before the phrase: its article, where a phrase like "nach Angaben
    des" has taken it, or the preposition that governs it. Only where the language file says that
    nouns are ``declined``; a phrase that is a subject already comes back as it is.
    """
    if "declined" not in lexicon.flags:
        return mention
    first = mention[0].low
    inside = lexicon.has("determiners", first) or first in _STRONG_PLURALS
    article = first if inside else before
    at = 1 if inside else 0
    named = _name_adjectives(mention, at, lexicon)
    if named > at:
        return _as_name(mention, at, named, article, inside=inside, lexicon=lexicon)
    head = at
    while head < len(mention) and mention[head].kind == "w" and not mention[head].is_capital:
        head += 1
    if (
        head + 1 < len(mention)
        and mention[head + 1].is_capital
        and mention[head].low.endswith("er")
        and not lexicon.is_role(mention[head].text)
    ):
        head += 1  # "Brüsseler Diplomatenkreisen"
    if head >= len(mention) or mention[head].kind != "w" or head - at > 3:
        return mention
    governed = inside or article in _OWNERS | _GIVERS or lexicon.has("genitives", article)
    oblique = governed or (bool(article) and _governs(article, lexicon))
    if not oblique:
        return mention
    noun = _noun(mention[head], article, inside=governed, lexicon=lexicon)
    changed = list(mention)
    changed[head] = _as(mention[head], noun)
    if inside:
        changed[0] = _as(mention[0], _article(first, noun, lexicon))
    for index in range(at, head):
        if mention[index].is_capital:
            continue
        word = _adjective(mention[index].text, noun, article, governed=governed, lexicon=lexicon)
        changed[index] = _as(mention[index], word)
    if first in _STRONG_PLURALS:
        changed[0] = _as(mention[0], mention[0].text[:-1])
    return changed


def _article(article: str, noun: str, lexicon: Lexicon) -> str:
    """The article as a subject has it: "der Ministerin" to "die", "dem Minister" to "der"."""
    low = noun.lower()
    if article == "der" and (
        lexicon.has("feminine_words", low) or low.endswith(lexicon.suffixes["feminine"])
    ):
        return "die"
    if article == "einen":
        return "ein"
    if article in ("dem", "des"):
        return "das" if _is_neuter(low, lexicon) else "der"
    return article


def _is_neuter(noun: str, lexicon: Lexicon) -> bool:
    return not lexicon.is_role(noun) and noun.endswith(lexicon.suffixes["neuter"])


def name_in_nominative(tokens: list[Token], run: tuple[int, int], lexicon: Lexicon) -> list[Token]:
    """The words of a name, with the adjectives that open it as they stand without article."""
    words = tokens[run[0] : run[1]]
    if "declined" not in lexicon.flags or not run[0] or len(words) < 2:
        return words
    end = _name_adjectives(words, 0, lexicon)
    before = tokens[run[0] - 1].low
    return _as_name(words, 0, end, before, inside=True, lexicon=lexicon) if end else words


def _name_adjectives(mention: list[Token], at: int, lexicon: Lexicon) -> int:
    """Where the adjectives end that open a name: "Deutsche | Wetterdienst", "Vereinten | …"."""
    end = at
    while (
        end + 1 < len(mention)
        and mention[end].is_capital
        and mention[end + 1].is_capital
        and mention[end].low[-2:] in ("en", "er", "es", "em")
    ) or (end + 1 < len(mention) and mention[end].is_capital and mention[end].low[-1:] == "e"):
        stem = mention[end].low.rstrip("nrsm").removesuffix("e")
        if not (lexicon.has("name_adjectives", stem) or stem.endswith(lexicon.suffixes["named"])):
            break
        if not mention[end + 1].is_capital:
            break
        end += 1
    return end


def _as_name(
    mention: list[Token], at: int, head: int, article: str, *, inside: bool, lexicon: Lexicon
) -> list[Token]:
    """A name as it stands without article: "der Deutsche Wetterdienst" to "Deutscher …"."""
    last = mention[head].low
    weak = mention[at].low.endswith("n")
    if article in _OWNERS | _GIVERS or (article == "das" and not weak):
        ending = "es" if _is_neuter(last, lexicon) or article == "das" else "er"
    elif (article == "der" and not weak) or (article == "den" and not last.endswith(("n", "s"))):
        ending = "er"
    elif inside or weak:
        ending = "e"
    else:
        return mention
    changed = list(mention)
    for index in range(at, head):
        stem = mention[index].text.rstrip("nrsm").removesuffix("e")
        changed[index] = _as(mention[index], stem + ending)
    if article in _OWNERS:
        changed[head] = _as(
            mention[head], _noun(mention[head], article, inside=True, lexicon=lexicon)
        )
    return changed


def _governs(word: str, lexicon: Lexicon) -> bool:
    """Whether a word before a bare phrase puts it in an oblique case."""
    return (
        lexicon.has("prepositions", word)
        or lexicon.has("links", word)
        or lexicon.has("governing_nouns", word)
        or lexicon.has("postpositions", word)
    )


def _noun(token: Token, article: str, *, inside: bool, lexicon: Lexicon) -> str:
    word, low = token.text, token.low
    if article in _OWNERS or article in _GIVERS or article == "einen":
        weak = _weak(word, lexicon)
        if weak is not None:
            return weak
    if article in _OWNERS and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        if low.endswith("es") and (lexicon.is_role(low[:-2]) or lexicon.is_organisation(low[:-2])):
            return word[:-2]
        return word[:-1]
    plural = article in _PLURAL_GIVERS or not inside
    if plural and low.endswith("n") and low[:-1].endswith(lexicon.suffixes["plurals_without_n"]):
        return word[:-1]
    return word


def _weak(word: str, lexicon: Lexicon) -> str | None:
    """A weak or adjectival noun: "Präsidenten" to "Präsident", "Beamten" to "Beamter"."""
    low = word.lower()
    if not low.endswith("n") or low.endswith(lexicon.suffixes["neuter"]):
        return None
    stem = word[:-1]
    if low.endswith("en"):
        if lexicon.is_role(low[:-1] + "r"):
            return stem + "r"
        if lexicon.is_role(low[:-2]):
            return word[:-2]
    return stem if lexicon.is_role(low[:-1]) else None


def _adjective(word: str, noun: str, article: str, *, governed: bool, lexicon: Lexicon) -> str:
    if not governed:
        return word[:-1] if word.endswith(("en", "er")) and len(word) > 4 else word
    if article in ("der", "das") and word.endswith("e"):
        return word + ("r" if article == "der" else "s")  # "der kaufmännische Direktor"
    if not word.endswith("en") or article not in _OBLIQUE:
        return word
    if article not in _OWNERS and article not in _GIVERS:
        return word[:-1]
    return word[:-1] + ("s" if _is_neuter(noun.lower(), lexicon) else "r")


def _as(token: Token, text: str) -> Token:
    return token._replace(text=text, low=text.lower()) if text != token.text else token
