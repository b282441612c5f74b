"""Full names of organisations where every noun has a capital: "Polizeidirektion Göttingen"."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from dateline.claims.acronyms import is_short
from dateline.claims.cases import name_in_nominative
from dateline.claims.lexicon import Lexicon
from dateline.claims.names import is_generic
from dateline.claims.phrases import is_cue
from dateline.claims.sentences import Token, spell

Range = tuple[int, int]
_LONGEST = 7  # words after the noun


@dataclass(frozen=True, slots=True)
class Official:
    """An organisation's name, its common noun in lower case, and its letters ("" for none)."""

    name: str
    head: str
    short: str


def officials_in(
    tokens: list[Token], towns: Container[str], lexicon: Lexicon
) -> Iterator[Official]:
    """The organisations that a sentence has under their official names or with their letters."""
    for at, token in enumerate(tokens):
        if not token.is_capital or not lexicon.is_organisation(_base(tokens, at)):
            continue
        run = official_name(tokens, at, towns, lexicon)
        start, end = run or (at, at + 1)
        short = _letters(tokens, end, lexicon)
        noun = token._replace(text=_base(tokens, at))
        if (run is None and not short) or is_generic(noun.text.lower(), lexicon):
            continue
        words = name_in_nominative(
            [*tokens[:at], noun, *tokens[at + 1 : end]], (start, end), lexicon
        )
        yield Official(spell(words), noun.text.lower(), short)


def _base(tokens: list[Token], at: int) -> str:
    """A noun without the ending of its genitive: "des Landgerichts"."""
    word = tokens[at].text
    before = at - 1
    while before > 0 and tokens[before].is_capital:
        before -= 1  # "des Deutschen | Wetterdienstes"
    if at and word.endswith("s") and tokens[before].low == "des":
        return word[:-2] if word.endswith(("tes", "des")) else word[:-1]
    return word


def _letters(tokens: list[Token], at: int, lexicon: Lexicon) -> str:
    """The letters in brackets behind a name: "(BAMF)"; no party's, which tell whose man it is."""
    if at + 2 >= len(tokens) or (tokens[at].text, tokens[at + 2].text) != ("(", ")"):
        return ""
    short = tokens[at + 1].text
    return short if is_short(short) and not lexicon.has("bodies", short.lower()) else ""


def official_name(
    tokens: list[Token], at: int, towns: Container[str], lexicon: Lexicon
) -> Range | None:
    """The name around the noun at ``at`` for an organisation; None where it stands alone.

    It takes in the adjectives with a capital before ("Zürcher Kantonalbank"), a town behind, and
    what an office is for ("Bundesamt für Migration und Flüchtlinge").
    """
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
    if lexicon.has("closed", tokens[at].low) or lexicon.is_role(tokens[at].text):
        return at
    subject = start == 1 and lexicon.has("articles", tokens[0].low) and at + 1 < len(tokens)
    verb = subject and (
        lexicon.has("auxiliaries", tokens[at + 1].low) or is_cue(tokens[at + 1], lexicon)
    )
    owner = (
        start > 1
        and lexicon.has("genitives", tokens[start - 1].low)
        and lexicon.is_role(tokens[start - 2].text)
    )  # "Sprecher des Landgerichts | Ravensburg"
    return at + 1 if verb or owner else at


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


def subject_name(tokens: list[Token], towns: Container[str], lexicon: Lexicon) -> Range | None:
    """A club or a body that opens a sentence under a name: "Die Adler Mannheim haben …"."""
    end = 1
    while end < min(len(tokens), 4) and tokens[end].is_capital and tokens[end].kind == "w":
        end += 1
    if not 3 <= end < len(tokens) or not lexicon.has("articles", tokens[0].low):
        return None
    words = tokens[1:end]
    verb = lexicon.has("auxiliaries", tokens[end].low) or is_cue(tokens[end], lexicon)
    if not verb or any(
        lexicon.has("closed", word.low)
        or lexicon.is_role(word.text)
        or lexicon.has_any(("titles", "generic_organisations"), word.low)
        or word.low in lexicon.first_names
        for word in words
    ):
        return None
    proper = words[-1].text in towns or _is_name_adjective(words[0], lexicon)
    return (1, end) if proper else None
