"""Noun phrases without a tagger: closed-class words bound them, capitals and links join them."""

from __future__ import annotations

from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Token

_LONGEST = 45  # tokens in a noun phrase with its appositions
_JOINERS = frozenset("&/-–+'’")


def is_pronoun(token: Token, lexicon: Lexicon) -> bool:
    """Whether a token is a personal pronoun that can be a source."""
    return token.kind == "w" and token.low in lexicon.pronouns


def _is_nominal(token: Token, lexicon: Lexicon) -> bool:
    """Whether a token can stand inside a noun phrase: no function word, no mark, no finite cue."""
    if token.kind != "w":
        return False
    low = token.low
    if token.is_capital and lexicon.has("titles", low.rstrip(".")):
        return True
    if token.is_capital and not lexicon.has("closed", low):
        return True
    return not lexicon.has("closed", low) and low not in lexicon.pronouns


def _is_cue(token: Token, lexicon: Lexicon) -> bool:
    verbs = lexicon.verbs.get(token.low)
    return (
        verbs is not None
        and not token.is_capital
        and any(verb.form == "finite" for verb in verbs)
        and not lexicon.has("noun_too", token.low)
    )


def phrase_after(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The noun phrase that starts at ``at`` (adverbs and times before it skipped), as a range."""
    size = len(tokens)
    while at < size and (tokens[at].kind == "t" or lexicon.has("adverbs", tokens[at].low)):
        at += 1
    if at >= size or (lexicon.has("that", tokens[at].low) and tokens[at].kind == "w"):
        return None
    if is_pronoun(tokens[at], lexicon) and not _determines(tokens, at, lexicon):
        return at, at + 1
    end = _core_end(tokens, at, lexicon)
    if end == at:
        return None
    return at, _with_appositions(tokens, at, end, lexicon)


def _determines(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a word that is both pronoun and determiner ("die", "la") opens a longer phrase."""
    return (
        lexicon.has("determiners", tokens[at].low)
        and at + 1 < len(tokens)
        and _is_nominal(tokens[at + 1], lexicon)
        and not _is_cue(tokens[at + 1], lexicon)
    )


def _core_end(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Where the phrase from ``at`` ends: determiner, nouns, and linked nouns."""
    index = at
    limit = min(len(tokens), at + _LONGEST)
    seen_noun = False
    while index < limit:
        token = tokens[index]
        low = token.low
        if token.kind == "q":
            if index == at or not _short_name(token):
                break
            seen_noun = True
            index += 1
            continue
        if token.kind != "w":
            if seen_noun and _joins(tokens, index):
                index += 1
                continue
            break
        if (
            lexicon.has("genitives", low)
            and seen_noun
            and _is_addressee(tokens, at, index, lexicon)
        ):
            break
        if lexicon.has("links", low) and seen_noun:
            if not _continues(tokens, index + 1, lexicon):
                break
            index += 1
            continue
        if lexicon.has("determiners", low) and not token.text.isupper():
            if seen_noun and not lexicon.has("links", tokens[index - 1].low):
                if not lexicon.has("genitives", low) and not _titled_name(tokens, index):
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
        surname = _is_surname(tokens, index, lexicon)
        if not surname and not _is_nominal(token, lexicon):
            break
        if seen_noun and _is_cue(token, lexicon) and not _determined(tokens, index, lexicon):
            break
        seen_noun = True
        index += 1
    while (
        index > at
        and tokens[index - 1].kind == "w"
        and not _is_nominal(tokens[index - 1], lexicon)
        and not _is_surname(tokens, index - 1, lexicon)
    ):
        index -= 1
    return index if seen_noun else at


def _is_surname(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised function word follows a first name: "Bernd Weil"."""
    return (
        at > 0
        and tokens[at].is_capital
        and tokens[at - 1].is_capital
        and tokens[at - 1].low in lexicon.first_names
    )


def _determined(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a determiner directly before makes a verb form a noun: "de beschuldigde"."""
    return at > 0 and lexicon.has("determiners", tokens[at - 1].low)


def _is_addressee(tokens: list[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether an article after a full name opens a dative ("sagte Hanna Krüger der dpa")."""
    if not tokens[at - 1].is_capital:
        return False
    named = at - first >= 2 and tokens[at - 2].low in lexicon.first_names
    bare = at - first == 1 and not (
        lexicon.is_role(tokens[first].text) or lexicon.is_organisation(tokens[first].text)
    )
    return named or bare


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
    if lexicon.code == "de":
        return before.is_capital
    if before.is_capital and not lexicon.has("closed", before.low):
        full_name = at - 2 >= first and tokens[at - 2].is_capital
        return full_name or not before.low.endswith(lexicon.suffixes["adjectives"])
    return not before.low.endswith("e") or lexicon.is_role(before.low)


def _short_name(token: Token) -> bool:
    """Whether a quotation can be a name: short, and no sentence."""
    inner = token.text.strip("“”„\"«»'’‘ \xa0\u202f")
    return len(inner) < 36 and inner[-1:] not in (",", ".", "!", "?") and inner.count(" ") < 4


def _joins(tokens: list[Token], at: int) -> bool:
    """Whether a mark joins two words of one name: "&", or a dash without spaces around it."""
    if not 0 < at < len(tokens) - 1 or tokens[at].text not in _JOINERS:
        return False
    follower = tokens[at + 1]
    if not (follower.is_capital or follower.text[:1].isdigit()):
        return False
    if tokens[at].text in "&+":
        return True
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == follower.start


def _continues(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun phrase goes on at ``at``, right after a link."""
    if at >= len(tokens) or tokens[at].kind not in "wq":
        return False
    low = tokens[at].low
    if tokens[at].kind == "q":
        return _short_name(tokens[at])
    return (
        lexicon.has("determiners", low)
        or lexicon.has("links", low)
        or _is_nominal(tokens[at], lexicon)
    )


def _inner_link(tokens: list[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a preposition belongs to the phrase: after a role, and before a name or noun."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "w":
        return False
    if lexicon.has("determiners", tokens[at + 1].low) and lexicon.has(
        "place_links", tokens[at].low
    ):
        return False
    before = tokens[at - 1]
    if lexicon.has("origins", tokens[at].low) and lexicon.has("indefinites", tokens[first].low):
        return tokens[at + 1].is_capital
    if before.is_capital and not lexicon.is_role(before.text):
        if not lexicon.is_organisation(before.text):
            return False
    role_near = any(
        token.kind == "w" and (lexicon.is_role(token.text) or lexicon.is_organisation(token.text))
        for token in tokens[max(first, at - 4) : at]
    )
    return role_near and _continues(tokens, at + 1, lexicon)


def _coordinates(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether "and" joins two sources: a determiner or a name follows."""
    if at >= len(tokens) or tokens[at].kind != "w":
        return False
    if lexicon.has("determiners", tokens[at].low):
        return at + 1 < len(tokens) and _is_nominal(tokens[at + 1], lexicon)
    return _is_nominal(tokens[at], lexicon) and (
        tokens[at].is_capital or lexicon.is_role(tokens[at].text)
    )


def _with_appositions(tokens: list[Token], first: int, end: int, lexicon: Lexicon) -> int:
    """The end of the phrase with "(…)" and ", apposition," taken in."""
    size = len(tokens)
    for _ in range(3):
        if end < size and tokens[end].text == "(":
            close = next(
                (i for i in range(end + 1, min(end + 8, size)) if tokens[i].text == ")"), None
            )
            if close is None:
                return end
            end = close + 1
            continue
        if end + 1 >= size or tokens[end].text != ",":
            return end
        after = apposition_end(tokens, end + 1, first, lexicon)
        if after is None:
            return end
        end = after
    return end


def apposition_end(tokens: list[Token], at: int, first: int, lexicon: Lexicon) -> int | None:
    """The end of an apposition at ``at``: a noun phrase closed by a mark or the sentence."""
    token = tokens[at]
    if token.kind != "w" or is_pronoun(token, lexicon):
        return None
    age = token.text.isdigit() and int(token.text[:3]) < 120
    if age and (at + 1 == len(tokens) or tokens[at + 1].kind == "p"):
        return at + 1
    end = _core_end(tokens, at, lexicon)
    if end == at:
        return None
    closed = (
        end == len(tokens)
        or tokens[end].kind in "pt"
        or lexicon.has("prepositions", tokens[end].low)
        or lexicon.has("that", tokens[end].low)
    )
    if not closed:
        return None
    named_before = any(other.is_capital for other in tokens[first : at - 1])
    held = any(
        other.kind == "w" and (lexicon.is_role(other.text) or lexicon.is_organisation(other.text))
        for other in tokens[at:end]
    )
    fresh_name = token.is_capital and not held
    if fresh_name:
        return end if _has_role(tokens, first, at - 1, lexicon) else None
    return end if held or (named_before and lexicon.has("determiners", token.low)) else None


def _has_role(tokens: list[Token], first: int, end: int, lexicon: Lexicon) -> bool:
    return any(
        token.kind == "w" and (lexicon.is_role(token.text) or lexicon.is_organisation(token.text))
        for token in tokens[first:end]
    )


def phrase_before(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The noun phrase that ends right before ``at`` (adverbs and times between skipped)."""
    end = at
    while end > 0 and (
        tokens[end - 1].kind == "t"
        or lexicon.has("adverbs", tokens[end - 1].low)
        or lexicon.has("reflexives", tokens[end - 1].low)
    ):
        end -= 1
    if end == 0:
        return None
    last = tokens[end - 1]
    if is_pronoun(last, lexicon):
        return end - 1, end
    if last.text == ",":
        return _before_comma(tokens, end - 1, lexicon) or _enumerated(tokens, end - 1, lexicon)
    if lexicon.order == "svo":
        relative = _relative_left(tokens, end, lexicon)
        if relative is not None:
            start = core_start(tokens, relative, lexicon)
            if start < relative:
                return start, end
    start = core_start(tokens, end, lexicon)
    named = any(not lexicon.has("determiners", token.low) for token in tokens[start:end])
    return (start, end) if named else None


def origin_after(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The source behind a preposition after an impersonal tag: "klinkt het bij X", "hieß es aus X"."""
    for index in range(at, min(at + 6, len(tokens))):
        if lexicon.has("place_links", tokens[index].low) or lexicon.has(
            "origins", tokens[index].low
        ):
            return phrase_after(tokens, index + 1, lexicon)
        if tokens[index].kind == "p":
            return None
    return None


def _relative_left(tokens: list[Token], end: int, lexicon: Lexicon) -> int | None:
    """Where a restrictive relative clause ("who saw it") that ends at ``end`` begins, if one does."""
    for index in range(end - 1, max(0, end - 14), -1):
        token = tokens[index]
        if token.kind != "w" or lexicon.has("that", token.low) or lexicon.has("and", token.low):
            if not lexicon.has("subject_relatives", token.low):
                return None
        if token.low in ("who", "qui") and lexicon.has("subject_relatives", token.low):
            return index
    return None


def _enumerated(tokens: list[Token], comma: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A subject with several insertions: "X, 52, of Y Road, Z, denies"; "X, the A, and Y, B, said"."""
    start = comma
    while start > 0 and tokens[start - 1].text not in (";", ":") and tokens[start - 1].kind != "q":
        start -= 1
    while start < comma and (
        lexicon.has("and", tokens[start].low)
        or lexicon.has("but", tokens[start].low)
        or tokens[start].kind == "t"
        or tokens[start].text == ","
    ):
        start += 1
    first = next((i for i in range(start, comma) if tokens[i].text == ","), comma)
    head_end = first
    relative = next(
        (i for i in range(start + 1, first) if lexicon.has("subject_relatives", tokens[i].low)),
        None,
    )
    if relative is not None:
        head_end = relative
    if (
        head_end == start
        or comma - start > _LONGEST
        or core_start(tokens, head_end, lexicon) != start
    ):
        return None
    free = True
    for index in range(first, comma):
        token = tokens[index]
        if token.text == ",":
            free = index + 1 < comma and not (
                lexicon.has("relatives", tokens[index + 1].low)
                or lexicon.is_gerund(tokens[index + 1].low)
            )
        elif lexicon.has("subject_relatives", token.low) and lexicon.order == "svo":
            free = False
        elif free and (lexicon.has("auxiliaries", token.low) or _is_cue(token, lexicon)):
            return None
    return start, comma


def _before_comma(tokens: list[Token], comma: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A phrase closed by a comma: an apposition or a relative clause stands before it."""
    floor = max(0, comma - _LONGEST)
    opening = next((i for i in range(comma - 1, floor - 1, -1) if tokens[i].text == ","), None)
    if opening is None or opening == 0:
        return None
    inside = tokens[opening + 1]
    outer_start = core_start(tokens, opening, lexicon)
    if outer_start == opening:
        return None
    if lexicon.has("relatives", inside.low) or inside.text[:1].isdigit():
        return outer_start, opening
    inner_start = core_start(tokens, comma, lexicon)
    if inner_start != opening + 1:
        return None
    if outer_start > 1 and tokens[outer_start - 1].text == ",":
        before = core_start(tokens, outer_start - 1, lexicon)
        if before < outer_start - 1 and _has_role(tokens, before, comma, lexicon):
            outer_start = before
    return outer_start, comma


def core_start(tokens: list[Token], end: int, lexicon: Lexicon) -> int:
    """Where the phrase that ends at ``end`` starts, walking left to a boundary."""
    index = end
    floor = max(0, end - _LONGEST)
    while index > floor:
        token = tokens[index - 1]
        low = token.low
        if token.kind == "q":
            if (
                not _short_name(token)
                or index < 2
                or not (
                    _is_nominal(tokens[index - 2], lexicon)
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
            if not (index < end and _joins(tokens, index - 1)):
                break
        elif lexicon.has("links", low) or lexicon.has("inner", low):
            if index == end:
                break
        elif lexicon.has("and", low):
            if index == end or not _coordinates(tokens, index, lexicon):
                break
            if _verb_left(tokens, index - 1, lexicon):
                break
        elif lexicon.has("determiners", low) or _is_surname(tokens, index - 1, lexicon):
            pass
        elif not _is_nominal(token, lexicon) or (
            _is_cue(token, lexicon) and not _determined(tokens, index - 1, lexicon)
        ):
            break
        index -= 1
    return _trim_start(tokens, index, end, lexicon)


def _verb_left(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether an auxiliary or a reporting verb stands left of ``at``: then "and" joins clauses."""
    return any(
        token.kind == "w" and (lexicon.has("auxiliaries", token.low) or _is_cue(token, lexicon))
        for token in tokens[max(0, at - 25) : at]
    )


def _trim_start(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Drops leading links, and a leading prepositional phrase before a determiner."""
    while start < end:
        low = tokens[start].low
        if lexicon.has("inner", low) or lexicon.has("links", low) or lexicon.has("and", low):
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
