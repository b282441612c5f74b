"""Noun phrases after and before a verb, with their appositions, ages and relative clauses."""

from __future__ import annotations

from dateline.claims.joiners import is_short_name
from dateline.claims.lexicon import Lexicon
from dateline.claims.participles import opens_reduced
from dateline.claims.phrases import (
    core_end,
    core_start,
    determines,
    is_cue,
    is_nominal,
    is_pronoun,
)
from dateline.claims.sentences import Token

_CLAUSE_OPENERS = ("and", "but", "that", "whether", "questions", "subordinators", "relatives")
_LONGEST = 45  # tokens in a noun phrase with its appositions
_RELATIVE = 12  # tokens in a relative clause that belongs to a source


def phrase_after(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The noun phrase that starts at ``at`` (adverbs and times before it skipped), as a range."""
    size = len(tokens)
    while at < size and (tokens[at].kind == "t" or lexicon.has("adverbs", tokens[at].low)):
        at += 1
    if at >= size or (lexicon.has("that", tokens[at].low) and tokens[at].kind == "w"):
        return None
    if is_pronoun(tokens[at], lexicon) and not determines(tokens, at, lexicon):
        return at, at + 1
    among = _past_among(tokens, at, lexicon)
    if among is not None:
        return at, _with_appositions(tokens, at, among, lexicon)
    end = core_end(tokens, at, lexicon)
    if end == at:
        quoted = tokens[at].kind == "q" and at and lexicon.has("articles", tokens[at - 1].low)
        return (at, at + 1) if quoted and is_short_name(tokens[at]) else None
    return at, _with_appositions(tokens, at, end, lexicon)


def _past_among(tokens: list[Token], at: int, lexicon: Lexicon) -> int | None:
    """Behind "plusieurs d'entre elles": a quantity out of those whom a pronoun names."""
    if at + 4 < len(tokens) and lexicon.has("one_of", tokens[at + 1].low):
        at += lexicon.has("articles", tokens[at].low)  # "l'un d'eux"
        if lexicon.has("origins", tokens[at + 1].low) and is_pronoun(tokens[at + 2], lexicon):
            return at + 3
    if at + 3 >= len(tokens) or not lexicon.has_any(("quantifiers", "origins"), tokens[at].low):
        return None
    if not lexicon.has("among", tokens[at + 2].low) or not is_pronoun(tokens[at + 3], lexicon):
        return None
    return at + 4


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
    end = core_end(tokens, at, lexicon)
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


def _is_small(tokens: list[Token], at: int) -> bool:
    """Whether a word has no capital of its own: "nur", but not the surname "Nur"."""
    return at == 0 or not tokens[at].is_capital


def phrase_before(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The noun phrase that ends right before ``at`` (adverbs and times between skipped)."""
    end = at
    while end > 0 and (
        tokens[end - 1].kind == "t"
        or (lexicon.has("adverbs", tokens[end - 1].low) and _is_small(tokens, end - 1))
        or lexicon.has("reflexives", tokens[end - 1].low)
    ):
        end -= 1
    if end == 0:
        return None
    last = tokens[end - 1]
    if is_pronoun(last, lexicon):
        return end - 1, end
    if (
        lexicon.order == "svo"
        and end > 2
        and lexicon.has("subject_relatives", last.low)
        and tokens[end - 2].text == ","
    ):
        return end - 1, end
    if last.text == ",":
        return (
            _before_relative(tokens, end - 1, lexicon)
            or _before_comma(tokens, end - 1, lexicon)
            or _enumerated(tokens, end - 1, lexicon)
        )
    if lexicon.order == "svo":
        relative = _relative_left(tokens, end, lexicon) or _reduced_left(tokens, end, lexicon)
        if relative is not None:
            start = core_start(tokens, relative, lexicon)
            if start < relative:
                return start, relative if relative == end - 1 else end
    start = core_start(tokens, end, lexicon)
    if lexicon.order == "svo" and start > 2 and lexicon.has("agents", tokens[start - 1].low):
        described = core_start(tokens, start - 2, lexicon)
        if lexicon.ends("participles", tokens[start - 2].low) and described < start - 2:
            return described, start - 2  # "documents seen by this newspaper"
    reduced = _before_reduced(tokens, end, lexicon) if lexicon.order == "svo" else None
    if reduced is not None and reduced[1] <= start:
        return reduced
    named = any(not lexicon.has("determiners", token.low) for token in tokens[start:end])
    return (start, end) if named else None


def _before_reduced(tokens: list[Token], end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A person with a clause cut short: "a man briefed on the matter", "people near it"."""
    first = end
    while first > 0 and _goes_on_left(tokens, first - 1, lexicon):
        first -= 1
    while first < end and tokens[first].kind == "t":
        first += 1
    head = core_end(tokens, first, lexicon)
    if not first < head < end or not (
        lexicon.has("prepositions", tokens[head].low)
        or lexicon.ends("participles", tokens[head].low)
        or lexicon.is_gerund(tokens[head].low)
    ):
        return None
    speaks = any(
        token.is_capital or lexicon.is_role(token.text) or lexicon.has("human_nouns", token.low)
        for token in tokens[first:head]
    )
    return (first, head) if speaks else None


def _goes_on_left(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a clause reaches back over a word: no mark, conjunction, auxiliary or finite cue."""
    token = tokens[at]
    if token.kind not in "wt" or lexicon.has_any(_CLAUSE_OPENERS, token.low):
        return False
    participle = at + 1 < len(tokens) and (
        tokens[at + 1].kind == "t" or lexicon.has("prepositions", tokens[at + 1].low)
    )
    return not lexicon.has("auxiliaries", token.low) and (participle or not is_cue(token, lexicon))


def _before_relative(tokens: list[Token], comma: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A subject with a relative clause that has commas of its own: "A, who has B, C, said"."""
    whole = _enumerated(tokens, comma, lexicon) if lexicon.order == "svo" else None
    if whole is None:
        return None
    relative = next(
        (
            index
            for index in range(whole[0] + 1, whole[1])
            if tokens[index].text == "," and lexicon.has("relatives", tokens[index + 1].low)
        ),
        None,
    )
    return (whole[0], relative) if relative is not None else None


def origin_after(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The source behind an impersonal tag: "klinkt het bij X", "hieß es aus X"."""
    for index in range(at, min(at + 6, len(tokens))):
        if lexicon.has("place_links", tokens[index].low) or lexicon.has(
            "origins", tokens[index].low
        ):
            linked = index + 1 < len(tokens) and lexicon.has("origins", tokens[index + 1].low)
            return phrase_after(tokens, index + (2 if linked else 1), lexicon)
        if tokens[index].kind == "p":
            return None
    return None


def past_relative(tokens: list[Token], phrase: tuple[int, int], lexicon: Lexicon) -> int:
    """Where an unnamed source ends with its clause: "een bakker die anoniem wil blijven"."""
    end = phrase[1]
    if "restrictive_relatives" not in lexicon.flags or end >= len(tokens):
        return end
    named = any(token.is_capital for token in tokens[phrase[0] + 1 : end])
    described = lexicon.has("articles", tokens[phrase[0]].low) and not named
    opens = lexicon.has("subject_relatives", tokens[end].low)
    if not described or not opens or lexicon.has("that", tokens[end].low):
        return end
    close = end + 1
    while close < min(len(tokens), end + _RELATIVE + 1) and tokens[close].kind in "wt":
        close += 1
    return close if 3 <= close - end <= _RELATIVE else end


def _relative_left(tokens: list[Token], end: int, lexicon: Lexicon) -> int | None:
    """Where a restrictive relative clause ("who saw it") that ends at ``end`` begins."""
    for index in range(end - 1, max(0, end - 14), -1):
        token = tokens[index]
        if (
            token.kind != "w" or lexicon.has("that", token.low) or lexicon.has("and", token.low)
        ) and not lexicon.has("subject_relatives", token.low):
            return None
        if token.low in ("who", "qui") and lexicon.has("subject_relatives", token.low):
            return index
    return None


def _reduced_left(tokens: list[Token], end: int, lexicon: Lexicon) -> int | None:
    """Where a reduced relative clause ("jointe par téléphone") that ends at ``end`` begins."""
    for index in range(end - 1, max(0, end - 10), -1):
        token = tokens[index]
        if token.kind not in "wt" or lexicon.has("that", token.low):
            return None
        if lexicon.has("auxiliaries", token.low) or is_cue(token, lexicon):
            return None
        if opens_reduced(tokens, index, lexicon):
            return index if is_nominal(tokens[index - 1], lexicon) else None
    return None


def _enumerated(tokens: list[Token], comma: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A subject with insertions: "X, 52, of Y Road, denies"; "X, the A, and Y, B, said"."""
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
    if relative is None and first == comma and lexicon.order == "v2":
        return None  # one comma closes a clause, two an insertion
    if relative is not None and "capital_nouns" not in lexicon.flags:  # there a comma opens it
        head_end = relative
    if head_end == start or comma - start > _LONGEST:
        return None
    if core_start(tokens, head_end, lexicon) != start:
        cut = _before_reduced(tokens, head_end, lexicon) if lexicon.order == "svo" else None
        if cut is None or cut[0] != start:
            return None
    free = True
    for index in range(first, comma):
        token = tokens[index]
        if token.text == ",":
            free = index + 1 < comma and not (
                lexicon.has("relatives", tokens[index + 1].low)
                or lexicon.is_gerund(tokens[index + 1].low)
                or (lexicon.order == "svo" and _is_cut(tokens, index + 1, lexicon))
            )
        elif lexicon.has("subject_relatives", token.low) and lexicon.order == "svo":
            free = False
        elif free and (
            lexicon.has("auxiliaries", token.low)
            or (is_cue(token, lexicon) and not _calls(tokens, index, lexicon))
        ):
            return None
    return start, comma


def _is_cut(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a participle opens an insertion: ", published in 2019 by a group, …"."""
    return lexicon.ends("participles", tokens[at].low) and not tokens[at].is_capital


def _calls(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a participle only gives a name: "an old man called Kyaw Reh"."""
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        tokens[at - 1].kind == "w"
        and follower is not None
        and follower.is_capital
        and any(lexicon.has("naming", verb.lemma) for verb in lexicon.verbs.get(tokens[at].low, ()))
    )


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
    apposed = (
        "capital_nouns" in lexicon.flags
        and lexicon.has("articles", inside.low)
        and core_start(tokens, comma, lexicon) == opening + 1
        and core_end(tokens, opening + 1, lexicon) == comma
    )  # "ein Händler, der 29-jährige X," and no relative clause: it ends in a noun
    if apposed:
        return outer_start, comma
    if lexicon.has("relatives", inside.low) or inside.text[:1].isdigit():
        return outer_start, opening
    if outer_start > 1 and lexicon.has("subject_relatives", tokens[outer_start - 1].low):
        head = core_start(tokens, outer_start - 1, lexicon)  # "the firm that owns it, X, said"
        if head < outer_start - 1:
            return head, comma
    if tokens[outer_start].text.isdigit() and tokens[outer_start - 1].text == ",":
        aged = core_start(tokens, outer_start - 1, lexicon)  # "Tom Reed, 45, a mechanic, said"
        return (aged, comma) if aged < outer_start - 1 else None
    inner_start = core_start(tokens, comma, lexicon)
    if inner_start != opening + 1:
        named = "adjective_after" in lexicon.flags and tokens[opening - 1].is_capital
        told = named and is_nominal(inside, lexicon) and not inside.is_capital
        verbless = not any(
            token.kind in "pq" or lexicon.has("auxiliaries", token.low) or is_cue(token, lexicon)
            for token in tokens[opening + 1 : comma]
        )
        return (outer_start, comma) if told and verbless else None
    if outer_start > 1 and tokens[outer_start - 1].text == ",":
        before = core_start(tokens, outer_start - 1, lexicon)
        opens = before == 0 or tokens[before - 1].kind == "p"
        if opens and before < outer_start - 1 and _has_role(tokens, before, comma, lexicon):
            outer_start = before
    return outer_start, comma
