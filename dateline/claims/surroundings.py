"""What stands around a name and tells what it is: roles, trades, ages, an organisation's noun."""

from __future__ import annotations

from dateline.claims.lexicon import Lexicon
from dateline.claims.nouns import apposition_end
from dateline.claims.phrases import core_start
from dateline.claims.sentences import Token, spell

Range = tuple[int, int]


def follows_organisation(tokens: list[Token], run: Range, lexicon: Lexicon) -> bool:
    """Whether a common noun for an organisation leads a name: "la société Acme"."""
    if run[0] == 0:
        return False
    if lexicon.is_organisation(tokens[run[0] - 1].text):
        return True
    return "adjective_after" in lexicon.flags and organisation_head(tokens, run, lexicon) != ""


def apposed_head(tokens: list[Token], run: Range, lexicon: Lexicon) -> str:
    """The noun that tells after a name what it is: "Acme, une start-up lyonnaise,"; "" for none."""
    at = run[1]
    if at + 2 >= len(tokens) or tokens[at].text != ",":
        return ""
    noun = tokens[at + 2]
    told = lexicon.has("articles", tokens[at + 1].low) and lexicon.is_organisation(noun.text)
    return noun.low if told else ""


def organisation_head(tokens: list[Token], run: Range, lexicon: Lexicon) -> str:
    """The noun of a phrase that ends in a name: "le fabricant de batteries Acme"; "" for others."""
    if run[0] == 0:
        return ""
    last = tokens[run[0] - 1]
    if last.kind != "w" or last.is_capital or lexicon.has("closed", last.low):
        return ""
    start = core_start(tokens, run[0], lexicon)
    head = next((t for t in tokens[start : run[0]] if not lexicon.has("determiners", t.low)), last)
    return head.low if lexicon.is_organisation(head.text) else ""


def roles_around(tokens: list[Token], run: Range, lexicon: Lexicon) -> list[tuple[str, str]]:
    """Roles that a name's left context or appositions give: (role noun, whole phrase)."""
    found: list[tuple[str, str]] = []
    start = core_start(tokens, run[1], lexicon)
    title = tokens[run[0] - 1].low.rstrip(".") if run[0] else ""
    if lexicon.has("lawyer_titles", title):
        found += [(role, role) for role in sorted(lexicon.sets["lawyers"])]
    if not _is_perfect(tokens, run[0], lexicon):
        found += _roles_in(tokens, (start, run[0]), lexicon, before_name=True)
    if run[0] > 1 and tokens[run[0] - 1].text == ",":
        closes = (
            run[1] >= len(tokens) or tokens[run[1]].kind == "p" or _finite(tokens[run[1]], lexicon)
        )
        outer = core_start(tokens, run[0] - 1, lexicon)
        if closes:
            found += _roles_in(tokens, (outer, run[0] - 1), lexicon)
    after = past_age(tokens, run[1])
    if after + 1 < len(tokens) and tokens[after].text in (",", "("):
        end = apposition_end(tokens, after + 1, run[0], lexicon)
        if end is not None:
            found += _roles_in(tokens, (after + 1, end), lexicon) or _trade_in(
                tokens, (after + 1, end), lexicon
            )
    return found


def _is_perfect(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a participle before a name is the verb's, not a role: "a juré Brest"."""
    return (
        at > 1
        and lexicon.has("auxiliaries", tokens[at - 2].low)
        and any(verb.form == "participle" for verb in lexicon.verbs.get(tokens[at - 1].low, ()))
    )


def past_age(tokens: list[Token], at: int) -> int:
    """Behind an age right after a name: "(45)", ", 45" or ", 45 ans", before a comma."""
    if at + 2 >= len(tokens) or tokens[at].text not in (",", "(") or not _is_age(tokens[at + 1]):
        return at
    after = at + 2
    if tokens[at].text == "(":
        return after + 1 if tokens[after].text == ")" else at
    if tokens[after].kind == "w" and after + 1 < len(tokens):
        after += 1
    return after if tokens[after].text == "," else at


def _is_age(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) <= 3


def _trade_in(tokens: list[Token], piece: Range, lexicon: Lexicon) -> list[tuple[str, str]]:
    """The trade that an apposition gives, though no list holds it: "a mechanic from Hull"."""
    start = piece[0]
    if lexicon.has("indefinites", tokens[start].low):
        start += 1
    elif lexicon.code == "de" or tokens[start].is_capital:
        return []
    end = start
    while end < piece[1] and tokens[end].kind == "w" and not lexicon.has("closed", tokens[end].low):
        end += 1
    if end == start:
        return []
    noun = tokens[start] if "adjective_after" in lexicon.flags else tokens[end - 1]
    if noun.is_capital != (lexicon.code == "de") or lexicon.is_organisation(noun.text):
        return []
    return [(noun.low, spell(tokens[start : piece[1]]))]


def _finite(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.has("auxiliaries", token.low) or token.low in lexicon.verbs


def _is_others(tokens: list[Token], role: int, end: int) -> bool:
    """Whether a role belongs to a name before this one: "Arts Eva Bol | begeleidde Tom"."""
    last = tokens[end - 1]
    return role + 1 < end - 1 and tokens[role + 1].is_capital and not last.is_capital


def _roles_in(
    tokens: list[Token], piece: Range, lexicon: Lexicon, *, before_name: bool = False
) -> list[tuple[str, str]]:
    for index in range(piece[0], piece[1]):
        token = tokens[index]
        if token.kind != "w" or not lexicon.is_role(token.text):
            continue
        if token.is_capital and not before_name and "plural_s" in lexicon.flags:
            continue  # "a group in Mae Hong Son"
        if before_name and tokens[piece[1] - 1].low in lexicon.sets["links"]:
            return []
        others = before_name and _is_others(tokens, index, piece[1])
        if others and "capital_nouns" not in lexicon.flags:
            return []
        start = piece[0]
        while start < index and lexicon.has("determiners", tokens[start].low):
            start += 1
        phrase = spell(tokens[start : piece[1]])
        return [(token.low, phrase)]
    last = tokens[piece[1] - 1] if piece[1] > piece[0] else None
    if before_name and last is not None and last.kind == "w" and len(last.text) > 2:
        if last.is_capital and lexicon.code != "de" and piece[1] > 1:
            return []
        if "trades" in lexicon.suffixes and not lexicon.ends("trades", last.low):
            return []
        led = "adjective_after" not in lexicon.flags or lexicon.has(
            "determiners", tokens[piece[0]].low
        )
        plain = (
            led
            and not lexicon.has("closed", last.low)
            and not lexicon.has("titles", last.low.rstrip("."))
        )
        if plain and not lexicon.is_organisation(last.text) and last.text[0].isalpha():
            return [(last.low, last.text)]
    return []
