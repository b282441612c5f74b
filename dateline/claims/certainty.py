"""How sure the source is: hedges inside the claim and its cue, longest match first, with guards."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.claims.frames import Frame
from dateline.claims.hearsay import conditional_at, mood_at
from dateline.claims.lexicon import Lexicon, Verb
from dateline.claims.objects import is_infinitive
from dateline.claims.sentences import Document, Token
from dateline.model import Certainty, ClaimKind, Evidence, Level, Span

_STRENGTH = {
    Level.UNLIKELY: 6,
    Level.NONE: 5,
    Level.UNVERIFIED: 4,
    Level.POSSIBLE: 3,
    Level.PROBABLE: 2,
    Level.NEAR_CERTAIN: 1,
    Level.CERTAIN: 0,
}
_DENIED = {
    "exclusion": Level.POSSIBLE,
    "denial": Level.CERTAIN,
    "doubt": Level.CERTAIN,
    "belief": Level.UNLIKELY,
    "expectation": Level.UNLIKELY,
    "knowledge": Level.POSSIBLE,
}
_TELLING = (
    "clause/that",
    "clause/zero-that",
    "clause/preposed",
    "clause/parenthesis",
    "clause/backward",
)
_INNER = 4  # words from a verb to the infinitive that opens its clause
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_SENTENCE = re.compile(r"[.!?…](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A level with its words, and whether the claim's main event is denied."""

    certainty: Certainty
    negated: bool


def judge(frame: Frame, document: Document, lexicon: Lexicon) -> Judgement:
    """The certainty of a frame's content as its source puts it."""
    negated = _negated(frame, document, lexicon)
    level, evidence = _from_cue(frame, document, lexicon)
    found = _hedges(frame, document, lexicon)
    if frame.kind is ClaimKind.NARRATED or _by_media(frame, document, lexicon):
        found = [item for item in found if item[0] is not Level.NONE]
    if level in (Level.CERTAIN, Level.POSSIBLE, Level.PROBABLE) or not found:
        for hedge, cue in found:
            if _STRENGTH[hedge] > _STRENGTH[level] or (level is Level.CERTAIN):
                level = hedge
                evidence = [cue]
                break
    foretold = frame.rule == "source/according-to" and "future_is_plan" in lexicon.flags
    word = _future_word(frame, document, lexicon, plans=False) if foretold else None
    if level is Level.CERTAIN and word is not None:  # "selon le FMI, la croissance ralentira"
        level, evidence = Level.PROBABLE, [_evidence(document, word.start, word.end)]
    if level is Level.CERTAIN and frame.kind is not ClaimKind.NARRATED:
        planned = _plan(frame, document, lexicon)
        if planned is not None:
            level, evidence = Level.NONE, [planned]
    if level in (Level.CERTAIN, Level.PROBABLE) and frame.kind in (
        ClaimKind.INDIRECT,
        ClaimKind.MIXED,
    ):
        chance = _chance(frame, document, lexicon) if level is Level.CERTAIN else None
        if chance is not None:
            level, evidence = Level.POSSIBLE, [chance]
        mood = _mood(frame, document, lexicon)
        if mood is not None:
            level, evidence = Level.UNVERIFIED, [mood]
    return Judgement(Certainty(level, tuple(evidence)), negated)


def _evidence(document: Document, start: int, end: int) -> Evidence:
    return Evidence(start, end, document.text[start:end])


def _from_cue(frame: Frame, document: Document, lexicon: Lexicon) -> tuple[Level, list[Evidence]]:
    tokens = document.sentences[frame.sentence].tokens
    cue = (
        [_evidence(document, tokens[frame.cue[0]].start, tokens[frame.cue[1] - 1].end)]
        if frame.cue is not None
        else []
    )
    if frame.level is not None:
        return frame.level, cue
    if frame.verb is None:
        return Level.CERTAIN, []
    level = frame.verb.level
    if frame.rule == "clause/infinitive" and lexicon.has("plans_to", frame.verb.lemma):
        return Level.NONE, cue
    if level is Level.CERTAIN and frame.rule == "clause/infinitive":
        if lexicon.has("requests", frame.verb.lemma):
            return Level.NONE, cue
        level = _of_infinitive(tokens, frame.pieces[0], lexicon)
        if level is not Level.CERTAIN:
            return level, cue
    if level is Level.CERTAIN and frame.rule == "clause/that" and frame.cue is not None:
        level = _of_inner_verb(tokens[frame.cue[1] : frame.pieces[0][0]], lexicon)
        if level is not Level.CERTAIN:
            return level, cue
    speaks = frame.kind is ClaimKind.DIRECT or frame.rule == "clause/colon"
    if speaks and frame.verb.kind not in ("expectation", "wish", "plan", "order"):
        return Level.CERTAIN, []
    if frame.verb.kind == "announcement":
        return (Level.NONE, cue) if _ahead(frame, document, lexicon) else (Level.CERTAIN, [])
    if frame.negated_cue and frame.rule in ("clause/whether", "clause/question"):
        return Level.POSSIBLE, cue
    level = _level_of_verb(frame.verb, negated=frame.negated_cue)
    if level is Level.CERTAIN:
        return level, []
    if frame.kind is ClaimKind.DIRECT and level is not Level.UNLIKELY:
        return (level, cue) if level is not Level.POSSIBLE else (Level.CERTAIN, [])
    return level, cue


def _level_of_verb(verb: Verb, *, negated: bool) -> Level:
    """The level that a verb gives its content, said or denied: "does not rule out" is possible."""
    if negated:
        return _DENIED.get(verb.kind, verb.level)
    return Level.UNLIKELY if verb.kind == "exclusion" else verb.level


def _of_infinitive(tokens: list[Token], piece: tuple[int, int], lexicon: Lexicon) -> Level:
    """The level of a mental verb that opens an infinitive clause: "dit vouloir", "dit craindre"."""
    negated = False
    for token in tokens[piece[0] : min(piece[0] + 4, piece[1])]:
        for verb in lexicon.verbs.get(token.low, ()):
            if verb.form == "infinitive" and not verb.particle:
                return _level_of_verb(verb, negated=negated)
        negated = negated or lexicon.has("negations", token.low)
        if token.kind != "w" or not lexicon.has("closed", token.low):
            break
    return Level.CERTAIN


def _of_inner_verb(between: list[Token], lexicon: Lexicon) -> Level:
    """The level of an infinitive between a verb and its clause: "dit craindre que"."""
    if "bare_infinitive" not in lexicon.flags or not 0 < len(between) <= _INNER:
        return Level.CERTAIN
    for verb in lexicon.verbs.get(between[-1].low, ()):
        if verb.form == "infinitive" and not verb.particle:
            denied = any(lexicon.has("negations", token.low) for token in between)
            return _level_of_verb(verb, negated=denied)
    return Level.CERTAIN


def _ahead(frame: Frame, document: Document, lexicon: Lexicon) -> bool:
    """Whether announced content lies ahead: an infinitive, a noun or a future form."""
    if frame.rule in ("clause/infinitive", "clause/nominal"):
        return True
    return _future_word(frame, document, lexicon) is not None


def _content_words(frame: Frame, document: Document) -> list[Token]:
    """The words of a claim's content, which may stand in the sentence before its cue."""
    first = max(0, frame.sentence - 1) if frame.rule == "clause/backward" else frame.sentence
    return [
        token
        for sentence in document.sentences[first : frame.sentence + 1]
        for token in sentence.tokens
        if token.kind == "w" and any(s.start <= token.start < s.end for s in frame.spans)
    ]


def _hedges(frame: Frame, document: Document, lexicon: Lexicon) -> list[tuple[Level, Evidence]]:
    """Hedges in the claim's first sentence, and between its pieces and cue, in order."""
    found: list[tuple[Level, Evidence]] = []
    for span in [*frame.spans[:2], *_cue_zone(frame, document)]:
        end = span.end
        if frame.kind is ClaimKind.DIRECT:
            stop = _FIRST_SENTENCE.search(document.text, span.start + 1, span.end)
            end = stop.end() if stop is not None else span.end
        for match in lexicon.hedges.finditer(document.text, span.start, end):
            level = _level_of(match.group(), lexicon)
            if level is not None and not _in_time(match.start(), frame, document):
                found.append((level, _evidence(document, match.start(), match.end())))
    return found


def _in_time(offset: int, frame: Frame, document: Document) -> bool:
    """Whether an offset lies in a time expression: "17 May" is no hedge."""
    return any(
        token.kind == "t" and token.start <= offset < token.end
        for token in document.sentences[frame.sentence].tokens
    )


def _cue_zone(frame: Frame, document: Document) -> list[Span]:
    """The words between subject and content, where "probably" may stand with the verb."""
    if frame.cue is None or frame.kind is ClaimKind.DIRECT:
        return []
    tokens = document.sentences[frame.sentence].tokens
    start = tokens[frame.cue[0]].start
    following = [span.start for span in frame.spans if span.start > start]
    return [Span(start, min(following))] if following else []


def _chance(frame: Frame, document: Document, lexicon: Lexicon) -> Evidence | None:
    """The verb that tells what may happen and not what someone is able to do: "kan duren"."""
    chance, ability = lexicon.patterns.get("chance"), lexicon.patterns.get("ability")
    if chance is None or ability is None:
        return None
    for span in frame.spans:
        found = chance.search(document.text, span.start, span.end)
        if found is not None and not any(
            ability.search(document.text, other.start, other.end) for other in frame.spans
        ):
            return _evidence(document, found.start(), found.end())
    return None


def _level_of(words: str, lexicon: Lexicon) -> Level | None:
    key = " ".join(words.lower().replace("’", "'").split())
    if key in lexicon.hedge_levels:
        return lexicon.hedge_levels[key]
    for phrase, level in lexicon.hedge_levels.items():
        if any(mark in phrase for mark in "*…") and re.fullmatch(
            re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ …\ ", r"(?:\ .*)?\ "), key
        ):
            return level
    return None


def _negated(frame: Frame, document: Document, lexicon: Lexicon) -> bool:
    """Whether the main event is denied: a negation in the first clause of the content."""
    if frame.kind is ClaimKind.DIRECT:
        inner = document.text[frame.spans[0].start : frame.spans[0].end]
        first = re.split(r"[.!?;]|,\s", inner, maxsplit=1)[0]
        return lexicon.patterns["negation"].search(first) is not None
    for span in frame.spans:
        if lexicon.patterns["negation"].search(document.text, span.start, span.end):
            return True
    return False


def _plan(frame: Frame, document: Document, lexicon: Lexicon) -> Evidence | None:
    """Where content announces the source's own plan: "we zullen", "that it will".

    Where the future is a plan, so is any future that a source tells of, and an order it gives.
    """
    if "future_is_plan" in lexicon.flags:
        told = _told_plan(frame, document, lexicon)
        if told is not None:
            return told
    start, end = frame.spans[0].start, frame.spans[0].end
    pattern = "own_plan" if frame.kind is ClaimKind.DIRECT else "reported_plan"
    match = lexicon.patterns[pattern].search(document.text, start, min(end, start + 120))
    if match is None or (frame.kind is not ClaimKind.DIRECT and match.start() > start + 8):
        return None
    return _evidence(document, match.start(), match.end())


def _told_plan(frame: Frame, document: Document, lexicon: Lexicon) -> Evidence | None:
    """The verb of a told plan or an order: "un navire partira", "nous rouvrirons", "Restez"."""
    start, end = frame.spans[0].start, frame.spans[0].end
    if frame.kind is not ClaimKind.DIRECT:
        says = (
            frame.verb is not None
            and frame.verb.level is Level.CERTAIN
            and not lexicon.has("opining", frame.verb.lemma)
        )
        ahead = says and not frame.negated_cue and frame.rule in _TELLING
        ahead = ahead and not _by_media(frame, document, lexicon)
        word = _future_word(frame, document, lexicon) if ahead else None
        return _evidence(document, word.start, word.end) if word is not None else None
    stop = _FIRST_SENTENCE.search(document.text, start + 1, end)
    words = list(_WORD.finditer(document.text, start, stop.start() if stop else end))
    if not words:
        return None
    lows = [match.group().lower() for match in words]
    asked = lows[1:2] and (lows[1] in lexicon.pronouns or lexicon.has("addressed_as", lows[1]))
    asks = lexicon.has("imperatives", lows[0]) and not asked
    orders = lexicon.ends("imperatives", lows[0]) and not lexicon.has("not_imperative", lows[0])
    if asks or orders:
        return _evidence(document, words[0].start(), words[0].end())
    for at, low in enumerate(lows[1:], 1):
        if lexicon.ends("own_future", low) and any(
            lexicon.pronouns.get(before) == "first" for before in lows[max(0, at - 3) : at]
        ):
            return _evidence(document, words[at].start(), words[at].end())
    return None


def _future_word(
    frame: Frame, document: Document, lexicon: Lexicon, *, plans: bool = True
) -> Token | None:
    """The first verb of a claim's content that lies ahead; of ``plans``, no mere forecast."""
    past = _future_of_past(frame, document, lexicon)
    words = _content_words(frame, document)
    for at, token in enumerate(words):
        if lexicon.has("but", token.low):
            return None  # "est intact, mais les contrôles dureront"
        if (
            lexicon.has("future", token.low)
            or (
                lexicon.has("going", token.low)
                and any(is_infinitive(word, lexicon) for word in words[at + 1 : at + 4])
            )
            or (len(token.low) > 4 and lexicon.ends("future", token.low))
            or (past and lexicon.ends("conditional", token.low))
        ) and not (
            (plans and lexicon.has("forecasts", token.low)) or _forecasts(words[at + 1 :], lexicon)
        ):
            return token
    return None


def _forecasts(words: list[Token], lexicon: Lexicon) -> bool:
    """Whether the verb of a future tells what befalls and not what is done: "will weaken"."""
    if lexicon.order == "v2":
        return any(lexicon.has("forecasts", token.low) for token in words)
    verb = next(
        (
            token.low
            for token in words
            if not lexicon.has("adverbs", token.low) and not lexicon.has("negations", token.low)
        ),
        "",
    )
    return lexicon.has("forecasts", verb)


def _by_media(frame: Frame, document: Document, lexicon: Lexicon) -> bool:
    """Whether a paper or a channel tells it: then the plan is another's."""
    if frame.source is None:
        return False
    tokens = document.sentences[frame.sentence].tokens[slice(*frame.source)]
    return any(lexicon.has("media", token.low) for token in tokens)


def _mood(frame: Frame, document: Document, lexicon: Lexicon) -> Evidence | None:
    tokens = document.sentences[frame.sentence].tokens
    if _future_of_past(frame, document, lexicon):
        return None
    for piece in frame.pieces:
        start = piece[0]
        if start < piece[1] and (
            lexicon.has("that", tokens[start].low) or lexicon.has("whether", tokens[start].low)
        ):
            start += 1
        at = mood_at(tokens, (start, piece[1]), lexicon)
        if at is None and frame.rule == "source/according-to":
            at = conditional_at(tokens, (start, piece[1]), lexicon)
        if at is not None:
            return _evidence(document, tokens[at].start, tokens[at].end)
    return None


def _future_of_past(frame: Frame, document: Document, lexicon: Lexicon) -> bool:
    """Whether the mood is what a past verb makes of a future: "a précisé que l'aide serait …"."""
    tokens = document.sentences[frame.sentence].tokens
    return (
        "mood_directly" in lexicon.flags
        and frame.cue is not None
        and frame.rule == "clause/that"
        and lexicon.has("auxiliaries", tokens[frame.cue[0]].low)
    )
