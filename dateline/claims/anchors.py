"""Reporting verbs in a sentence: each with its auxiliary, particle, subject and word order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.claims.joiners import is_short_name
from dateline.claims.lexicon import Lexicon, Verb
from dateline.claims.nouns import phrase_after, phrase_before
from dateline.claims.participles import is_governed, is_passive, takes_auxiliary
from dateline.claims.phrases import core_end, core_start, is_cue, is_pronoun
from dateline.claims.sentences import Sentence, Token
from dateline.claims.stances import find_stance
from dateline.claims.subjects import find_origin, find_subject, is_nobody, opening_subject

_NEAR_PARTICLE = 5  # the same where the particle stands by its verb: "ruled it out"
_PARTICLE_REACH = 22  # tokens between a finite verb and its separated particle
_VALUE_REACH = 12  # tokens between a verb of valuing and the preposition of its value
_AUXILIARY_REACH = 22  # tokens between an auxiliary and its participle

# What follows a separated particle that closes its clause, and what stands before a clause.
_OPENERS = (
    "that",
    "whether",
    "questions",
    "prepositions",
    "and",
    "but",
    "subordinators",
    "infinitive",
    "auxiliaries",
)
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A reporting verb at ``at``; ranges are token indices, half-open.

    ``begin`` is where verb and subject begin, ``after`` where both (and a particle that directly
    follows) have ended: content that follows starts there.
    """

    verb: Verb
    at: int
    cue: Range
    finite: int
    subject: Range | None
    inverted: bool
    passive: bool
    negated: bool
    begin: int
    after: int
    particle: int | None = None


def find_anchors(sentence: Sentence, lexicon: Lexicon) -> list[Anchor]:
    """All reporting verbs of a sentence, in order."""
    tokens = sentence.tokens
    anchors: list[Anchor] = []
    for at, token in enumerate(tokens):
        if token.kind != "w":
            continue
        verbs = lexicon.verbs.get(token.low)
        stance = find_stance(tokens, at, lexicon) if token.low in lexicon.stances else None
        anchor = _build(tokens, stance[0], at, at, stance[1], lexicon) if stance else None
        if anchor is not None:
            anchors.append(anchor)
        if anchor is not None or verbs is None:
            continue
        if at and lexicon.has("y_verbs", verbs[0].lemma) and tokens[at - 1].low != "y":
            continue
        anchor = _anchor(tokens, at, verbs, lexicon)
        if anchor is not None:
            anchor = _shared_subject(tokens, anchor, anchors, lexicon)
            anchors = [other for other in anchors if not _describes(other, anchor)]
            anchors.append(anchor)
    return anchors


def _describes(inner: Anchor, outer: Anchor) -> bool:
    """Whether a verb only tells of a later verb's subject: "the aide who asked not to be named"."""
    if outer.subject is None or not outer.subject[0] <= inner.at < outer.finite:
        return False
    relative = inner.subject is not None and inner.subject[0] > outer.subject[1]
    return inner.at < outer.subject[1] or (relative and not outer.inverted)


def _shared_subject(
    tokens: list[Token], anchor: Anchor, before: list[Anchor], lexicon: Lexicon
) -> Anchor:
    """The anchor with the subject it shares: "… called it X and said he …", ", adding …"."""
    subjects = [a.subject for a in reversed(before) if a.subject is not None]
    outer = (s for s in subjects if not (s[0] and lexicon.has("that", tokens[s[0] - 1].low)))
    earlier = next(outer, subjects[0] if subjects else None)
    low = min(anchor.at, anchor.finite)
    while low > 0 and lexicon.has_any(("negations", "reflexives"), tokens[low - 1].low):
        low -= 1
    if low == 0:
        return anchor
    joined = lexicon.has("and", tokens[low - 1].low) or lexicon.has("but", tokens[low - 1].low)
    joined = joined or (
        tokens[low - 1].text == "," and "capital_nouns" in lexicon.flags and low == anchor.at
    )  # "bestätigte dies, wies aber …"
    if earlier is None and joined and anchor.subject is None:
        earlier = opening_subject(tokens, low - 1, lexicon)
    if earlier is None:
        return anchor
    led = lexicon.has("gerund_leads", tokens[low - 1].low) and anchor.subject is not None
    gerund = anchor.verb.form == "gerund" and not led
    behind = anchor.inverted and lexicon.has("and", tokens[low - 1].low)  # "… en meldt winst"
    no_subject = anchor.subject is None or (anchor.inverted and lexicon.order == "svo") or behind
    if gerund or (joined and no_subject and not anchor.passive):
        after = max(anchor.at, anchor.finite) + 1
        return replace(anchor, subject=earlier, inverted=False, begin=low, after=after)
    return anchor


def _anchor(
    tokens: list[Token], at: int, verbs: tuple[Verb, ...], lexicon: Lexicon
) -> Anchor | None:
    if tokens[at].is_capital and at > 0 and tokens[at - 1].text not in (":", "–", "—"):
        return None
    counted = (
        at > 1
        and lexicon.has("links", tokens[at - 2].low)
        and not lexicon.has_any(("articles", "definites", "possessives"), tokens[at - 1].low)
    )  # "the mother of three"
    if at > 0 and lexicon.has("determiners", tokens[at - 1].low) and not counted:
        clitic = at > 1 and lexicon.has("backward_clitics", tokens[at - 1].low)
        points_back = clitic or (
            at == 1 and lexicon.has_any(("backward", "pointers"), tokens[0].low)
        )
        if not is_pronoun(tokens[at - 1], lexicon) and not points_back:
            return None
    if "plural_s" in lexicon.flags and at > 0 and is_governed(tokens[at - 1], lexicon):
        verbs = tuple(verb for verb in verbs if verb.form == "gerund")
    for form in ("participle", "finite", "infinitive", "gerund"):
        for verb in verbs:
            if verb.form != form:
                continue
            particle = _particle(tokens, at, verb, lexicon)
            if verb.particle and particle is None:
                continue
            if verb.kind == "valuation" and not _has_value(tokens, at, verb, lexicon):
                continue
            if (
                form == "participle"
                and at > 0
                and tokens[at - 1].text == ","
                and any(other.form == "finite" for other in verbs)
            ):
                continue
            if form == "finite":
                if (
                    lexicon.order == "v2"
                    and any(other.form == "infinitive" for other in verbs)
                    and _auxiliary(tokens, at, "infinitive", lexicon) is not None
                ):
                    continue
                if (
                    at > 0
                    and lexicon.order == "svo"
                    and (
                        lexicon.has("infinitive", tokens[at - 1].low)
                        or lexicon.has("modals", tokens[at - 1].low)
                    )
                ):
                    continue
                if _is_noun(tokens, at, lexicon) or _is_separated(tokens, at, verb, lexicon):
                    continue
                return _build(tokens, verb, at, at, particle, lexicon)
            if form == "gerund":
                progressive = _progressive(tokens, at, lexicon)
                if progressive is not None:
                    return _build(tokens, verb, at, progressive, particle, lexicon)
                if _reports_as_gerund(tokens, at, lexicon):
                    return _gerund(tokens, verb, at, lexicon)
                continue
            auxiliary = _auxiliary(tokens, at, form, lexicon)
            if auxiliary is not None:
                return _build(tokens, verb, at, auxiliary, particle, lexicon)
    return None


def _has_value(tokens: list[Token], at: int, verb: Verb, lexicon: Lexicon) -> bool:
    """Whether the value or cause that such a verb gives its object follows: "put it at 44"."""
    return any(
        lexicon.match("valued", [verb.lemma, token.low], 0)
        for token in tokens[at + 2 : at + _VALUE_REACH]
    )


def _reports_as_gerund(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a present participle reports: ", saying …", "quoted as saying", "en affirmant"."""
    return (
        lexicon.order == "svo"
        and at > 1
        and (tokens[at - 1].text == "," or lexicon.has("gerund_leads", tokens[at - 1].low))
    )


def _gerund(tokens: list[Token], verb: Verb, at: int, lexicon: Lexicon) -> Anchor | None:
    """The anchor of a present participle: its subject is that of the clause before."""
    start = 0
    while start < at and (tokens[start].kind in "tp" or lexicon.has("but", tokens[start].low)):
        start += 1
    subject = phrase_after(tokens, start, lexicon)
    if subject is not None and subject[1] > at:
        subject = None
    quoted = _quoted_as(tokens, at, lexicon)
    if quoted is not None:
        subject = quoted
    return Anchor(verb, at, (at, at + 1), at, subject, False, False, False, at, at + 1, None)


def _progressive(tokens: list[Token], at: int, lexicon: Lexicon) -> int | None:
    """Where the auxiliary of a progressive stands: "She is urging people to stay"."""
    index = at - 1
    while index > 0 and lexicon.has_any(("adverbs", "negations"), tokens[index].low):
        index -= 1
    led = "plural_s" in lexicon.flags and index > 0
    return index if led and lexicon.has("passives", tokens[index].low) else None


def _quoted_as(tokens: list[Token], at: int, lexicon: Lexicon) -> Range | None:
    """Whom another quotes: "The agency quotes a source | as saying"."""
    if at < 3 or not lexicon.has("gerund_leads", tokens[at - 1].low):
        return None
    quoted = phrase_before(tokens, at - 1, lexicon)
    if quoted is None or quoted[0] == 0:
        return None
    verbs = lexicon.verbs.get(tokens[quoted[0] - 1].low, ())
    return quoted if any(lexicon.has("quotes_others", verb.lemma) for verb in verbs) else None


def _particle(tokens: list[Token], at: int, verb: Verb, lexicon: Lexicon) -> int | None:
    if verb.particle is None:
        return None
    reach = _PARTICLE_REACH if lexicon.order == "v2" else _NEAR_PARTICLE
    for index in range(at + 1, min(at + reach, len(tokens))):
        token = tokens[index]
        if token.text in ";:" or (token.low == verb.particle and token.kind == "w"):
            if token.low != verb.particle:
                return None
            follower = tokens[index + 1] if index + 1 < len(tokens) else None
            if lexicon.order == "svo" or follower is None:
                return index
            closes = follower.kind != "w" or lexicon.has_any(_OPENERS, follower.low)
            if closes:
                return index
        if lexicon.has("that", token.low) and token.kind == "w":
            beside = tokens[index + 1].low if index + 1 < len(tokens) else ""
            if beside != verb.particle:
                return None
    return None


def _is_separated(tokens: list[Token], at: int, verb: Verb, lexicon: Lexicon) -> bool:
    """Whether a prefix that ends the clause makes another verb: "meldete Insolvenz | an"."""
    if verb.particle is not None or not lexicon.sets["separable"]:
        return False
    end = next((i for i in range(at + 1, len(tokens)) if tokens[i].kind != "w"), len(tokens))
    closed = end == len(tokens) or tokens[end].kind == "p"
    return closed and end > at + 1 and lexicon.has("separable", tokens[end - 1].low)


def _is_noun(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a form that is also a noun ("claims", "report") is used as one here."""
    if not lexicon.has("noun_too", tokens[at].low):
        return False
    if lexicon.order == "v2" and lexicon.has("cardinals", tokens[at].low) and at > 1:
        return core_end(tokens, 0, lexicon) != at  # "Het kabinet acht …", no number
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and (
        lexicon.has("that", after.low) or after.text in (":",) or lexicon.has("whether", after.low)
    ):
        return False
    if before is None:
        return True
    if "free_inversion" in lexicon.flags and after is not None:
        object_follows = after.kind == "q" or lexicon.has("adverbs", after.low)
        clitic = is_pronoun(before, lexicon) and not lexicon.has("determiners", before.low)
        if object_follows or clitic:
            return False
    if "plural_s" in lexicon.flags and _acts_as_verb(tokens, at, lexicon):
        return False
    if is_pronoun(before, lexicon) or before.is_capital or before.text[-1:] == "s":
        return after is not None and (
            lexicon.has("prepositions", after.low) or lexicon.has("auxiliaries", after.low)
        )
    if before.kind == "q" or before.text == ",":
        return False
    return not (
        after is not None
        and (
            lexicon.has("determiners", after.low) or is_pronoun(after, lexicon) or after.is_capital
        )
    )


def _acts_as_verb(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether such a form is plainly a verb: "she hopes to …", "…, the team estimates."."""
    before = tokens[at - 1]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    owner = lexicon.has("possessives", before.low) or lexicon.has("determiners", before.low)
    if after is not None and lexicon.has("infinitive", after.low):
        return not owner and not is_cue(before, lexicon)
    closes = after is None or after.kind == "p"
    start = core_start(tokens, at, lexicon) if closes and not owner else 0
    return start > 1 and (tokens[start - 1].text == "," or tokens[start - 1].kind == "q")


def _auxiliary(tokens: list[Token], at: int, form: str, lexicon: Lexicon) -> int | None:
    group = "auxiliaries" if form == "participle" else "modals"
    if form == "infinitive" and at > 1 and lexicon.has("semimodals", tokens[at - 2].low):
        return at - 2  # "appears to show"
    for index in range(at - 1, max(-1, at - _AUXILIARY_REACH), -1):
        token = tokens[index]
        if token.kind == "w" and lexicon.has(group, token.low):
            if lexicon.has("chained", token.low):  # "heeft de gemeente laten weten"
                return _auxiliary(tokens, index, "participle", lexicon) or index
            return index
        if token.text in (";", ":") or (token.kind == "q" and not is_short_name(token)):
            return None
        if token.text == "," and lexicon.order == "svo":
            return None
        if lexicon.has("that", token.low) and token.kind == "w":
            break
        if lexicon.order == "svo" and form == "participle" and takes_auxiliary(token, lexicon):
            return None
        if "plural_s" in lexicon.flags and lexicon.has_any(("and", "but"), token.low):
            return None  # "was tired and claimed …": the form is finite
    if (
        form == "participle"
        and lexicon.order == "v2"
        and at + 1 < len(tokens)
        and lexicon.has("auxiliaries", tokens[at + 1].low)
    ):
        return at + 1
    return None


def _build(
    tokens: list[Token],
    verb: Verb,
    at: int,
    finite: int,
    particle: int | None,
    lexicon: Lexicon,
) -> Anchor | None:
    passive = finite != at and is_passive(tokens, finite, at, verb, lexicon)
    subject, inverted = find_subject(tokens, finite, at, particle, lexicon)
    if particle is not None and subject is not None and subject[0] < particle < subject[1]:
        last = tokens[particle - 1].low
        subject = subject[0], particle - lexicon.has("predicative", last)
    if particle is not None and subject == (particle, particle + 1):
        subject, inverted = None, False
    cue = (finite, at + 1) if finite < at and at - finite <= 2 else (at, at + 1)
    begin = min(finite, at) if subject is None else min(finite, at, subject[0])
    if lexicon.has("origin_verbs", verb.lemma) and is_nobody(tokens, subject, lexicon):
        origin, fronted = find_origin(tokens, finite, lexicon)
        if origin is not None:
            subject, inverted, begin = origin, not fronted, min(begin, origin[0] - 1)
    after = max(at + 1, finite + 1)
    if lexicon.order == "svo" and particle == after:  # "a fait savoir", "pointed out"
        cue, after = (cue[0], after + 1), after + 1
    if inverted and subject is not None:
        after = max(after, subject[1])
    if particle is not None and particle >= after:
        gap = tokens[after:particle]
        if all(
            t.kind == "t" or lexicon.has("adverbs", t.low) or t.low in lexicon.pronouns for t in gap
        ):
            after = particle + 1
    low = min(finite, at)
    left = tokens[max(begin, low - 3) : at]
    right = tokens[at + 1 : min(after + 2, len(tokens))]
    cut = next((i for i in range(len(left), 0, -1) if left[i - 1].kind != "w"), 0)
    stop = next((i for i, token in enumerate(right) if token.kind in "pq"), len(right))
    window = left[cut:] + [t for t in right[:stop] if not lexicon.has("no_such", t.low)]
    if particle is not None and lexicon.order == "v2":
        window.append(tokens[particle - 1])  # "schloss einen Verkauf nicht aus"
    negated = any(
        token.kind == "w" and (lexicon.has("negations", token.low) or token.low.endswith("n't"))
        for token in window
    )
    return Anchor(
        verb, at, cue, finite, subject, inverted, passive, negated, begin, after, particle
    )
