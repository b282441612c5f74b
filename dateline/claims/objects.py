"""Objects of a reporting verb: where one may start, and which construction it is."""

from __future__ import annotations

import itertools

from dateline.claims.anchors import Anchor
from dateline.claims.frames import Range, words_in
from dateline.claims.lexicon import Lexicon
from dateline.claims.nouns import phrase_after
from dateline.claims.phrases import is_cue, is_pronoun
from dateline.claims.references import read_reference
from dateline.claims.sentences import Token
from dateline.claims.subjects import can_speak
from dateline.claims.verdicts import called_false

_ASIDE = 14  # tokens of a phrase between commas
_LEADS = 5  # words from a preposition to the infinitive that it opens

_ASKED = 30  # tokens from a request to its infinitive

_ADJUNCT = 5  # tokens of an adjunct between a verb and its object


def object_start(tokens: list[Token], anchor: Anchor, lexicon: Lexicon) -> int | None:
    """Where an object may start: after verb, subject, adverbs, times and an addressee."""
    index = anchor.after
    if anchor.verb.form == "participle" and anchor.finite < anchor.at:
        index = max(index, anchor.at + 1)
        if lexicon.order == "v2":
            index = max(
                anchor.finite + 1, anchor.subject[1] if anchor.inverted and anchor.subject else 0
            )
            if index == anchor.at:
                index = anchor.at + 1
    moved = True
    while moved and index < len(tokens):
        moved = False
        token = tokens[index]
        if lexicon.match("object_pairs", [anchor.verb.lemma, token.low], 0):
            break
        if (
            index == anchor.particle
            or (
                token.kind == "t"
                and (not _lies_ahead(anchor, lexicon) or _pairs(tokens, index + 1, anchor, lexicon))
            )
            or (
                lexicon.has("prepositions", token.low)
                and index + 1 < len(tokens)
                and tokens[index + 1].kind == "t"
            )
            or lexicon.has("adverbs", token.low)
            or lexicon.has("reflexives", token.low)
            or (lexicon.has("negations", token.low) and _pairs(tokens, index + 1, anchor, lexicon))
        ):
            index += 1
            moved = True
        elif token.text == "," and lexicon.order == "svo":
            closing = _aside_end(tokens, index, lexicon)
            if closing is not None:
                index = closing
                moved = True
        elif index == anchor.after and lexicon.has("addressed", anchor.verb.lemma):
            phrase = phrase_after(tokens, index, lexicon)
            if phrase is not None and phrase[0] == index:
                index = _pair_in(tokens, phrase, anchor, lexicon) or phrase[1]
                moved = True
        elif lexicon.has("place_links", token.low) and _pair_follows(
            tokens, index, anchor, lexicon
        ):
            phrase = phrase_after(tokens, index + 1, lexicon)
            index = phrase[1] if phrase is not None else index + 1
            moved = True
        elif lexicon.has("addressee", token.low) and not _leads_infinitive(tokens, index, lexicon):
            phrase = phrase_after(tokens, index + 1, lexicon)
            if phrase is not None:
                index = _pair_in(tokens, phrase, anchor, lexicon) or phrase[1]
                moved = True
        elif index == anchor.after and lexicon.has("requests", anchor.verb.lemma):
            phrase = phrase_after(tokens, index, lexicon)
            pair = _asked_for(tokens, phrase, anchor, lexicon) if phrase is not None else None
            if pair is not None:
                return pair
        elif "capital_nouns" in lexicon.flags and lexicon.has("nominal", anchor.verb.lemma):
            behind = _past_adjunct(tokens, index, lexicon)
            moved = behind > index
            index = behind
    return index if index < len(tokens) else None


def _past_adjunct(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Behind a prepositional phrase that an object with a determiner follows."""
    if not lexicon.has("prepositions", tokens[at].low):
        return at
    end = at + 1
    while end < min(at + _ADJUNCT, len(tokens) - 1) and (
        tokens[end].kind in "wt" and (tokens[end].is_capital or tokens[end - 1] is tokens[at])
    ):
        end += 1
    more = end < len(tokens) and lexicon.has("object_openers", tokens[end].low)
    return end if more and end > at + 1 else at


def _leads_infinitive(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a preposition opens an infinitive and tells no addressee: "s'engage à partir"."""
    if "bare_infinitive" not in lexicon.flags or not lexicon.has("infinitive", tokens[at].low):
        return False
    rest = tokens[at + 1 : at + _LEADS]
    lead = next((t for t in rest if not lexicon.has("before_infinitives", t.low)), None)
    return lead is not None and not lead.is_capital and is_infinitive(lead, lexicon)


def _lies_ahead(anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether a time behind a verb is of what is told: "verwacht dit jaar | 50.000 bezoekers"."""
    return lexicon.order == "v2" and anchor.verb.kind in ("expectation", "wish", "plan")


def infinitive_lead(tokens: list[Token], anchor: Anchor, lexicon: Lexicon) -> int | None:
    """Where the word that opens a requested infinitive stands: "roept X op | om te blijven"."""
    if not lexicon.has("requests", anchor.verb.lemma):
        return None
    start = max(anchor.at, anchor.finite) + 1
    for index in range(start, min(start + _ASKED, len(tokens) - 2)):
        token = tokens[index]
        if token.kind == "p" or lexicon.has_any(("that", "subordinators"), token.low):
            return None
        if lexicon.has("infinitive_leads", token.low):
            inside = itertools.takewhile(
                lambda t: t.text not in ";:", tokens[index : index + _ASKED]
            )
            return index if marks_infinitive(list(inside), lexicon) else None
    return None


def past_addressee(tokens: list[Token], anchor: Anchor, piece: Range, lexicon: Lexicon) -> int:
    """Where an infinitive starts behind whom it is asked of: "vraagt de rechtbank | X te doen"."""
    phrase = phrase_after(tokens, piece[0], lexicon)
    if phrase is None or not lexicon.has("requests", anchor.verb.lemma):
        return piece[0]
    start = phrase[1]
    while start < piece[1] and start in (anchor.at, anchor.particle):
        start += 1
    rest = tokens[start : piece[1]]
    asked = can_speak(tokens, phrase, lexicon) or any(
        lexicon.has("people", token.low) or lexicon.ends("people", token.low)
        for token in tokens[phrase[0] : phrase[1]]
    )
    goes_on = len(rest) > 2 and not lexicon.has_any(("infinitive", "and"), rest[0].low)
    return start if asked and goes_on else piece[0]


def requested(tokens: list[Token], anchor: Anchor, piece: Range, lexicon: Lexicon) -> int | None:
    """Where an infinitive stands behind whom it is asked of: "urged him | to go"."""
    if lexicon.order != "svo" or not lexicon.has("requests", anchor.verb.lemma):
        return None
    phrase = phrase_after(tokens, piece[0], lexicon)
    if phrase is None or phrase[1] >= piece[1] or phrase[0] != piece[0]:
        return None
    return phrase[1] if lexicon.has("infinitive", tokens[phrase[1]].low) else None


def marks_infinitive(tokens: list[Token], lexicon: Lexicon) -> bool:
    """Whether a marked infinitive stands among tokens: "te gaan"."""
    return any(
        lexicon.has("infinitive", token.low) and follower.low.endswith("n")
        for token, follower in itertools.pairwise(tokens)
    )


def _aside_end(tokens: list[Token], comma: int, lexicon: Lexicon) -> int | None:
    """Behind a prepositional phrase between commas: "a nié, devant la cour, | avoir …"."""
    opening = comma + 1
    if opening >= len(tokens) or not (
        lexicon.has("prepositions", tokens[opening].low)
        or lexicon.has("place_links", tokens[opening].low)
    ):
        return None
    for index in range(opening + 1, min(opening + _ASIDE, len(tokens) - 1)):
        token = tokens[index]
        if token.text == ",":
            return index + 1
        if token.kind in "pq" or lexicon.has("auxiliaries", token.low):
            return None
    return None


def _pairs(tokens: list[Token], at: int, anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether the verb's preposition stands at ``at``: "rechnet 2025 | mit …"."""
    if at >= len(tokens):
        return False
    return bool(lexicon.match("object_pairs", [anchor.verb.lemma, tokens[at].low], 0))


def _pair_follows(tokens: list[Token], at: int, anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether the verb's preposition follows a place: "warnte in New York | vor …"."""
    phrase = phrase_after(tokens, at + 1, lexicon)
    if phrase is None or phrase[1] >= len(tokens):
        return False
    return bool(lexicon.match("object_pairs", [anchor.verb.lemma, tokens[phrase[1]].low], 0))


def _asked_for(tokens: list[Token], phrase: Range, anchor: Anchor, lexicon: Lexicon) -> int | None:
    """The verb's preposition in or behind whom it addresses: "vraagt de media | om rust"."""
    inside = _pair_in(tokens, phrase, anchor, lexicon)
    follows = lexicon.order == "v2" and _pairs(tokens, phrase[1], anchor, lexicon)
    return inside if inside is not None else phrase[1] if follows else None


def _pair_in(tokens: list[Token], phrase: Range, anchor: Anchor, lexicon: Lexicon) -> int | None:
    """Where the verb's preposition stands inside a phrase: "beschuldigt Kiev | van sabotage"."""
    return next(
        (
            at
            for at in range(phrase[0] + 1, phrase[1])
            if lexicon.match("object_pairs", [anchor.verb.lemma, tokens[at].low], 0)
        ),
        None,
    )


def object_rule(tokens: list[Token], anchor: Anchor, piece: Range, lexicon: Lexicon) -> str | None:
    """Which construction an object right after the verb is; None where it carries no claim."""
    if piece[0] >= piece[1] or anchor.subject is None:
        return None
    first = tokens[piece[0]]
    inside = tokens[piece[0] : piece[1]]
    if (
        lexicon.has("anaphors", first.low)
        and len(inside) < 4
        and not (len(inside) > 2 and lexicon.has("auxiliaries", inside[1].low))
        and not any(token.kind == "q" for token in inside[1:])
        and (len(inside) < 2 or not lexicon.has("determiners", first.low))
    ):
        return None
    if lexicon.has("and", first.low) or _shuts_out(inside, anchor, lexicon):
        return None
    if first.kind == "q":
        return "clause/naming"
    if "bare_infinitive" in lexicon.flags:
        followed = any(is_infinitive(token, lexicon) for token in inside[1:4])
    else:
        followed = len(inside) > 1 and not lexicon.has("determiners", inside[1].low)
    marker = (lexicon.order == "svo" and lexicon.has("infinitive", first.low) and followed) or (
        lexicon.order == "v2" and marks_infinitive(inside, lexicon)
    )
    lets_know = anchor.verb.form == "infinitive"  # "laat weten | te vertrekken"
    if marker and (lets_know or not lexicon.has("no_infinitive", anchor.verb.lemma)):
        return "clause/infinitive"
    if "bare_infinitive" in lexicon.flags:
        lead = next((t for t in inside if not lexicon.has("before_infinitives", t.low)), first)
        if is_infinitive(lead, lexicon):
            return "clause/infinitive"
    zero = lexicon.has("zero_that", anchor.verb.lemma)
    if zero and _clause_like(tokens, anchor, piece, lexicon):
        return "clause/zero-that"
    if lexicon.has("naming", anchor.verb.lemma) and any(t.kind == "q" for t in inside):
        return "clause/naming"
    if _in_relative(tokens, anchor, lexicon):
        return None
    if not lexicon.has("nominal", anchor.verb.lemma):
        acts = lexicon.has("takes_gerund", anchor.verb.lemma) and lexicon.is_gerund(first.low)
        return "clause/nominal" if acts or _is_valued(inside, anchor, lexicon) else None
    if lexicon.has("prepositions", first.low) and not lexicon.has("object_prepositions", first.low):
        return None
    bare = lexicon.has("anaphors", first.low) or is_pronoun(first, lexicon)
    if bare and (len(inside) < 2 or not lexicon.has("determiners", first.low)):
        return None
    particle = tokens[anchor.particle].low if anchor.particle is not None else ""
    if particle and inside[-1].low == particle:
        inside = inside[:-1]
    words = [token.low for token in inside if token.kind != "t"]
    if read_reference(words, lexicon) or called_false(" ".join(words), lexicon):
        return None
    if any(lexicon.has("empty_nouns", token.low) for token in inside[:4]) and len(inside) < 6:
        return None
    if anchor.verb.kind == "denial" and any(
        lexicon.has("refusable", token.low) for token in inside[:4]
    ):
        return None  # who rejects a plea denies nothing
    if "capital_nouns" in lexicon.flags and not any(
        token.kind == "q" or token.is_capital or token.text[0].isdigit() for token in inside
    ):
        return None
    return "clause/nominal"


def judged(tokens: list[Token], anchor: Anchor, piece: Range, lexicon: Lexicon) -> Range | None:
    """An object with what it is called or found: "noemt | het plan onhaalbaar", "te duur"."""
    if anchor.subject is None or not lexicon.has("naming", anchor.verb.lemma):
        return None
    end = next((i for i in range(*piece) if tokens[i].text == ","), piece[1])
    if end - piece[0] < 2:
        return None
    last, before = tokens[end - 1], tokens[end - 2]
    graded = (
        lexicon.order == "v2"
        and lexicon.has("infinitive", before.low)
        and not last.low.endswith("n")
    )
    if lexicon.has("anaphors", tokens[piece[0]].low) and end - piece[0] - graded < 3:
        return None  # "noemt dat onzin" is an answer
    return (piece[0], end) if graded or lexicon.has("judgements", last.low) else None


def wanted(tokens: list[Token], anchor: Anchor, piece: Range, lexicon: Lexicon) -> Range | None:
    """A thing that is wanted, where no infinitive follows: "wil | strengere regels"."""
    if not lexicon.has("wanting", anchor.verb.lemma) or anchor.subject is None:
        return None
    end = next((i for i in range(*piece) if tokens[i].text == ","), piece[1])
    words = [token for token in tokens[piece[0] : end] if token.kind == "w"]
    if len(words) < 2 or not can_speak(tokens, anchor.subject, lexicon):
        return None
    first, before, last = words[0], words[-2], words[-1]
    fixed = lexicon.has("determiners", first.low)
    if lexicon.has("closed", first.low) and not fixed:
        return None
    if any(lexicon.has("empty_nouns", word.low) or word.low in lexicon.verbs for word in words):
        return None
    verbal = is_infinitive(last, lexicon) or lexicon.has("infinitive", before.low)
    graded = lexicon.has_any(("quantifiers", "cardinals"), before.low) or (
        before is first and before.low.endswith("e") and not lexicon.is_organisation(before.text)
    )
    return (piece[0], end) if not verbal or (graded and not fixed) else None


def _shuts_out(inside: list[Token], anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether people are excluded and no event: "sloot drie leden uit"."""
    return (
        anchor.verb.kind == "exclusion"
        and not anchor.negated
        and any(
            lexicon.has("people", token.low)
            or lexicon.ends("people", token.low)
            or lexicon.is_role(token.text)
            for token in itertools.takewhile(lambda t: t.text != ",", inside)
            if token.kind == "w"
        )
    )


def _is_valued(inside: list[Token], anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether a verb gives its object a value or a cause: "put the toll at 44"."""
    return any(lexicon.match("valued", [anchor.verb.lemma, token.low], 0) for token in inside[1:])


def _in_relative(tokens: list[Token], anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether the verb only describes its subject: "a manager who now advises suppliers"."""
    if lexicon.order != "svo" or anchor.subject is None or tokens[anchor.finite - 1].text == ",":
        return False
    return any(
        lexicon.has("subject_relatives", token.low)
        for token in tokens[anchor.subject[1] : anchor.finite]
    )


def is_infinitive(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word has the ending of an infinitive that no particle marks."""
    return token.kind == "w" and (
        token.low.endswith(lexicon.suffixes["infinitives"]) and len(token.low) > 3
    )


def _clause_like(tokens: list[Token], anchor: Anchor, piece: Range, lexicon: Lexicon) -> bool:
    """Whether a subject and more follow, as in a clause without its complementiser."""
    first = tokens[piece[0]]
    opening = [token.low for token in tokens[piece[0] : piece[0] + 3]]
    adjunct = not first.is_capital and not lexicon.match("not_adjuncts", opening, 0)
    if lexicon.has("prepositions", first.low) and adjunct:
        return any(token.text == "," for token in tokens[piece[0] : piece[0] + 12])
    if lexicon.has("auxiliaries", first.low) and not is_pronoun(first, lexicon):
        return False
    if (
        lexicon.ends("participles", first.low)
        and piece[0] + 1 < piece[1]
        and lexicon.has("agents", tokens[piece[0] + 1].low)
    ):
        return False  # "a team led by …"
    size = words_in(tokens, piece)
    short = (
        size == 2
        and not lexicon.has("questions", first.low)
        and _looks_finite(tokens[piece[1] - 1], lexicon)
    )
    return (size >= 3 or short) and (
        "zero_that_has_verb" not in lexicon.flags
        or not lexicon.has("takes_object", anchor.verb.lemma)
        or any(_looks_finite(token, lexicon) for token in tokens[piece[0] + 1 : piece[1]])
    )


def _looks_finite(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word can be the verb of a clause."""
    return token.kind == "w" and (
        lexicon.has("auxiliaries", token.low)
        or lexicon.has("pasts", token.low)
        or token.low.endswith(lexicon.suffixes["finite"])
        or is_cue(token, lexicon)
    )
