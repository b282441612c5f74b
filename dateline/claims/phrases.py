"""The core of a noun phrase: determiner, nouns and names, and what links them."""

from __future__ import annotations

from dateline.claims.addressees import is_addressee
from dateline.claims.attributes import (
    attribute_start,
    is_clause_word,
    is_empty,
    is_small,
    past_attribute,
)
from dateline.claims.joiners import is_short_name, joins, suspends
from dateline.claims.lexicon import Lexicon
from dateline.claims.participles import opens_reduced
from dateline.claims.sentences import Token
from dateline.claims.surnames import inner_particle, is_surname

_LEADS = ("links", "inner", "and", "determiners", "prepositions")
_NAME = 8  # words of an organisation's name before what it is for
_LONGEST = 45  # tokens in a noun phrase with its appositions


def is_pronoun(token: Token, lexicon: Lexicon) -> bool:
    """Whether a token is a personal pronoun that can be a source."""
    return token.kind == "w" and token.low in lexicon.pronouns


def is_nominal(token: Token, lexicon: Lexicon) -> bool:
    """Whether a token can stand inside a noun phrase: no function word, no mark, no finite cue."""
    if token.kind != "w":
        return False
    low = token.low
    if token.is_capital and lexicon.has("titles", low.rstrip(".")):
        return True
    if token.is_capital and (token.is_acronym or not lexicon.has("closed", low)):
        return True
    return not (lexicon.has("closed", low) or low in lexicon.pronouns or lexicon.is_finite(low))


def is_cue(token: Token, lexicon: Lexicon) -> bool:
    """Whether a lower-case word is a finite reporting verb and hardly a noun."""
    verbs = lexicon.verbs.get(token.low)
    return (
        verbs is not None
        and not token.is_capital
        and any(verb.form in ("finite", "gerund") for verb in verbs)
        and not lexicon.has("noun_too", token.low)
    )


def determines(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a word that is both pronoun and determiner ("die", "la") opens a longer phrase."""
    return (
        lexicon.has("determiners", tokens[at].low)
        and at + 1 < len(tokens)
        and is_nominal(tokens[at + 1], lexicon)
        and not is_cue(tokens[at + 1], lexicon)
    )


def core_end(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Where the phrase from ``at`` ends: determiner, nouns, and linked nouns."""
    index = past_attribute(tokens, at, lexicon)
    limit = min(len(tokens), at + _LONGEST)
    seen_noun = False
    while index < limit:
        token = tokens[index]
        low = token.low
        if token.kind == "q":
            if index == at or not is_short_name(token):
                break
            seen_noun = True
            index += 1
            continue
        if token.kind != "w":
            if seen_noun and (joins(tokens, index) or suspends(tokens, index, lexicon)):
                index += 1
                continue
            break
        if lexicon.has("genitives", low) and seen_noun and is_addressee(tokens, at, index, lexicon):
            break
        if lexicon.has("links", low) and seen_noun:
            if not _continues(tokens, index + 1, lexicon):
                break
            index += 1
            continue
        if lexicon.has("determiners", low) and not (
            len(low) > 1 and low.isalpha() and token.text.isupper()
        ):
            if (
                seen_noun
                and not lexicon.has("links", tokens[index - 1].low)
                and not (lexicon.order == "v2" and lexicon.has("inner", tokens[index - 1].low))
                and not _held_at(tokens, index - 1, lexicon)
                and not lexicon.has("genitives", low)
                and not _titled_name(tokens, index)
                and not inner_particle(tokens, index, lexicon)
                and not _purpose(tokens, at, index - 1, lexicon)
            ):
                break
            index += 1
            continue
        if lexicon.has("links", low):
            break
        if seen_noun and _phrase_is_full(tokens, at, index, lexicon):
            break
        if lexicon.has("inner", low) and seen_noun:
            if not _inner_link(tokens, at, index, lexicon):
                break
            index += 1
            continue
        if lexicon.has("and", low) and seen_noun:
            if not _coordinates(tokens, index + 1, lexicon):
                break
            index += 1
            continue
        surname = is_surname(tokens, index, lexicon) or _is_adjective(tokens, index, lexicon)
        if not surname and not is_nominal(token, lexicon):
            break
        if seen_noun and opens_reduced(tokens, index, lexicon):
            break
        if seen_noun and is_cue(token, lexicon) and not _determined(tokens, index, lexicon):
            break
        seen_noun = True
        index += 1
    while (
        index > at
        and tokens[index - 1].kind == "w"
        and not is_nominal(tokens[index - 1], lexicon)
        and not is_surname(tokens, index - 1, lexicon)
    ):
        index -= 1
    if seen_noun and all(is_small(t, lexicon) or is_empty(t, lexicon) for t in tokens[at:index]):
        return at  # "Laut | dröhnten die Motoren"
    return index if seen_noun else at


def _purpose(tokens: list[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether an organisation's name tells what it is for: "la Ligue pour les oiseaux"."""
    return (
        "adjective_after" in lexicon.flags
        and lexicon.has("purposes", tokens[at].low)
        and any(
            token.is_capital and lexicon.is_organisation(token.text) for token in tokens[first:at]
        )
    )


def _is_adjective(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a function word stands inside a noun phrase: "an earlier study", "au fait de"."""
    if not 0 < at < len(tokens) - 1 or lexicon.order != "svo":
        return False
    before, word, after = (tokens[i] for i in (at - 1, at, at + 1))
    if lexicon.has("fused", before.low) and lexicon.has("auxiliaries", word.low):
        return True
    if lexicon.has("articles", before.low) and lexicon.has("nouns_too", word.low):
        return True  # "une personne", "un autre habitant"
    if lexicon.has("intensifiers", word.low) and before.kind == "w":  # "sources bien informées"
        told = lexicon.has("fused", after.low) or is_nominal(after, lexicon)
        return told and is_nominal(before, lexicon) and not is_cue(before, lexicon)
    return (
        lexicon.has("adverbs", word.low)
        and lexicon.has("articles", before.low)
        and is_nominal(after, lexicon)
    )


def _determined(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a word directly before makes a verb form a noun: "de beschuldigde", "by phone"."""
    if at == 0:
        return False
    before = tokens[at - 1].low
    return lexicon.has_any(("determiners", "fused"), before) or (
        "plural_s" in lexicon.flags and lexicon.has_any(("agents", "place_links"), before)
    )


def _titled_name(tokens: list[Token], at: int) -> bool:
    """Whether a capitalised article opens a name: "De Zeebries", "L'Écho", "Der Spiegel"."""
    return tokens[at].is_capital and at + 1 < len(tokens) and tokens[at + 1].is_capital


def _phrase_is_full(tokens: list[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a lower-case word after a complete noun is a verb or adverb of the clause.

    Dutch and German write compounds as one word, so two bare nouns hardly stand side by side.
    """
    if lexicon.order != "v2" or tokens[at].kind != "w" or tokens[at].is_capital:
        return False
    low = tokens[at].low
    if lexicon.has("closed", low) or lexicon.is_role(low) or lexicon.is_organisation(low):
        return False
    before = tokens[at - 1]
    if before.kind != "w" or at - 1 < first or lexicon.has("closed", before.low):
        return False
    if lexicon.has("links", before.low) or lexicon.has("inner", before.low):
        return False
    if "capital_nouns" in lexicon.flags:
        return before.is_capital
    if before.is_capital and not lexicon.has("closed", before.low):
        full_name = at - 2 >= first and tokens[at - 2].is_capital
        acronym = len(before.text) > 1 and before.text.isupper()
        return full_name or acronym or not before.low.endswith(lexicon.suffixes["adjectives"])
    if lexicon.is_role(before.low) and at + 1 < len(tokens) and tokens[at + 1].is_capital:
        return False  # "hoogleraar bestuurskunde Piet Kramer"
    noun = lexicon.is_role(before.low) or lexicon.is_organisation(before.low)
    return noun or not before.low.endswith("e")


def _continues(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun phrase goes on at ``at``, right after a link."""
    if at >= len(tokens) or tokens[at].kind not in "wq":
        return False
    low = tokens[at].low
    if tokens[at].kind == "q":
        return is_short_name(tokens[at])
    return (
        lexicon.has("determiners", low)
        or lexicon.has("links", low)
        or is_nominal(tokens[at], lexicon)
    )


def _held_at(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a preposition goes on an office: "l'adjoint à l'urbanisme"."""
    return (
        at > 0
        and lexicon.has("held_at", tokens[at - 1].low)
        and lexicon.has("addressee", tokens[at].low)
    )


def _inner_link(tokens: list[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a preposition belongs to the phrase: after a role, and before a name or noun."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "w":
        return False
    if _held_at(tokens, at, lexicon):
        return True
    if lexicon.has("determiners", tokens[at + 1].low) and lexicon.has(
        "place_links", tokens[at].low
    ):
        return False
    if any(lexicon.has("circumstances", token.low) for token in tokens[at + 1 : at + 4]):
        return False  # "sagte ein Lehrer am Telefon"
    before = tokens[at - 1]
    if lexicon.has("worn", tokens[at].low):
        someone = lexicon.has_any(("human_nouns", "life_nouns"), before.low)
        return someone and lexicon.has("indefinites", tokens[first].low)
    if lexicon.has("origins", tokens[at].low) and lexicon.has("indefinites", tokens[first].low):
        return tokens[at + 1].is_capital
    if (
        before.is_capital
        and not lexicon.is_role(before.text)
        and not lexicon.is_organisation(before.text)
    ):
        seated = tokens[at + 1].is_capital and lexicon.has("place_links", tokens[at].low)
        return seated and any(lexicon.has("governments", t.low) for t in tokens[first:at])
    person = lexicon.has("person_links", tokens[at].low)  # "people with knowledge of it"
    role_near = any(
        token.kind == "w"
        and (
            lexicon.is_role(token.text)
            or lexicon.is_organisation(token.text)
            or (person and lexicon.has("human_nouns", token.low))
        )
        for token in tokens[max(first, at - 4) : at]
    )
    goes_on = _continues(tokens, at + 1, lexicon) or _is_adjective(tokens, at + 1, lexicon)
    return role_near and goes_on


def _coordinates(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether "and" joins two sources: a determiner or a name follows."""
    if at >= len(tokens) or tokens[at].kind != "w":
        return False
    if lexicon.has("determiners", tokens[at].low):
        return at + 1 < len(tokens) and is_nominal(tokens[at + 1], lexicon)
    return is_nominal(tokens[at], lexicon) and (
        tokens[at].is_capital or lexicon.is_role(tokens[at].text)
    )


def core_start(tokens: list[Token], end: int, lexicon: Lexicon) -> int:
    """Where the phrase that ends at ``end`` starts, walking left to a boundary."""
    index = end
    floor = max(0, end - _LONGEST)
    if end and is_small(tokens[end - 1], lexicon):
        return end
    while index > floor:
        token = tokens[index - 1]
        low = token.low
        if token.kind == "q":
            if (
                not is_short_name(token)
                or index < 2
                or not (
                    is_nominal(tokens[index - 2], lexicon)
                    or lexicon.has("determiners", tokens[index - 2].low)
                )
            ):
                break
        elif token.kind != "w":
            if token.text == ")" and index == end:
                opening = next(
                    (
                        i
                        for i in range(index - 2, max(floor, index - 9), -1)
                        if tokens[i].text == "("
                    ),
                    None,
                )
                if opening is None:
                    break
                index = opening
                continue
            joined = joins(tokens, index - 1) or suspends(tokens, index - 1, lexicon)
            if not (index < end and joined):
                break
        elif lexicon.has("links", low) or lexicon.has("inner", low):
            if index == end:
                break
        elif lexicon.has("and", low):
            if index == end or not _coordinates(tokens, index, lexicon):
                break
            if _verb_left(tokens, index - 1, lexicon):
                break
        elif (
            lexicon.has("determiners", low)
            or (index < end and _purpose(tokens, max(0, index - _NAME), index - 1, lexicon))
            or is_surname(tokens, index - 1, lexicon)
            or _is_adjective(tokens, index - 1, lexicon)
        ):
            pass
        elif (
            index < end
            and is_small(token, lexicon)
            and (opening := attribute_start(tokens, index - 1, lexicon)) is not None
        ):
            return opening
        elif (
            not is_nominal(token, lexicon)
            or (is_cue(token, lexicon) and not _determined(tokens, index - 1, lexicon))
            or (
                index < end
                and is_small(token, lexicon)
                and is_clause_word(tokens, index - 1, lexicon)
            )
        ):
            break
        index -= 1
        if _opens_phrase(tokens, index, lexicon):
            break
    return _trim_start(tokens, index, end, lexicon)


def _opens_phrase(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether an article begins its phrase: what stands before it does not lead into one."""
    if "adjective_after" not in lexicon.flags or at == 0:
        return False
    low = tokens[at].low
    if not lexicon.has("articles", low) or lexicon.has("links", low) or tokens[at].is_capital:
        return False
    return tokens[at - 1].kind == "w" and not lexicon.has_any(_LEADS, tokens[at - 1].low)


def _verb_left(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether an auxiliary or a reporting verb stands left of ``at``: then "and" joins clauses."""
    return any(
        token.kind == "w" and (lexicon.has("auxiliaries", token.low) or is_cue(token, lexicon))
        for token in tokens[max(0, at - 25) : at]
    )


def _trim_start(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Drops leading links, and a leading prepositional phrase before a determiner."""
    while start < end:
        low = tokens[start].low
        if lexicon.has("and", low):
            start += 1
            continue
        if lexicon.has("inner", low) or lexicon.has("links", low):
            if lexicon.has("determiners", low) or (tokens[start].is_capital and start > 0):
                break
            later = next(
                (
                    i
                    for i in range(end - 1, start + 1, -1)
                    if lexicon.has("determiners", tokens[i].low)
                    and not lexicon.has("links", tokens[i - 1].low)
                    and not lexicon.has("inner", tokens[i - 1].low)
                ),
                None,
            )
            if later is None:
                return end
            start = later
            continue
        break
    return start
