"""Reported clauses: that, whether, zero-that, infinitive, nominal, preposed, colon, main clause."""

from __future__ import annotations

from dateline.claims.anchors import Anchor
from dateline.claims.complementisers import find_complementiser
from dateline.claims.content import content_end
from dateline.claims.frames import Frame, Range, trim, words_in
from dateline.claims.hearsay import is_expected
from dateline.claims.joiners import is_short_name
from dateline.claims.lexicon import Lexicon
from dateline.claims.moods import has_infinitive, reported_mood
from dateline.claims.nouns import phrase_after
from dateline.claims.objects import (
    infinitive_lead,
    judged,
    marks_infinitive,
    object_rule,
    object_start,
    past_addressee,
    requested,
    wanted,
)
from dateline.claims.preposed import find_preposed, told_after
from dateline.claims.references import read_reference
from dateline.claims.sentences import Sentence, Token
from dateline.claims.subjects import origin_before, voice_of
from dateline.model import ClaimKind, Level

_OPEN_ENDED = ("exclusion", "denial", "expectation", "fear")  # "Ontslagen sluit hij niet uit"
_TOLD = ("neutral", "assertion", "distancing", "rumour", "expectation", "belief", "fear")


def find_clauses(
    sentence: Sentence, anchors: list[Anchor], used: set[int], lexicon: Lexicon
) -> list[Frame]:
    """Frames of reported clauses; verbs in ``used`` already tag a quotation."""
    tokens = sentence.tokens
    frames: list[Frame] = []
    closed_until = 0
    for index, anchor in enumerate(anchors):
        if anchor.at in used or anchor.begin < closed_until:
            continue
        frame = _read(tokens, anchor, anchors[index + 1 :], closed_until, lexicon)
        if frame is None or _is_told(tokens, frame, anchors[index + 1 :], closed_until, lexicon):
            continue
        if frame.source is None:
            frame = told_after(tokens, frame, anchors[index + 1 :], closed_until, lexicon) or frame
        frames.append(frame)
        closed_until = max(closed_until, frame.pieces[-1][1], anchor.after)
    return frames


def _read(
    tokens: list[Token], anchor: Anchor, later: list[Anchor], floor: int, lexicon: Lexicon
) -> Frame | None:
    if _by_nobody(tokens, anchor, lexicon):
        return None
    tag = find_preposed(tokens, anchor, floor, lexicon)
    if tag is not None:
        return tag
    if lexicon.has("tag_only", anchor.verb.lemma):
        return None
    at, rule = find_complementiser(tokens, anchor, lexicon)
    if at is not None and lexicon.has("no_that", anchor.verb.lemma):
        return None  # "ne compte que deux écoles"
    if at is not None and anchor.verb.kind == "question":
        return None  # who asks whether claims nothing
    lets_know = anchor.verb.form == "infinitive" and lexicon.order == "v2"
    if at is not None and lets_know and marks_infinitive(tokens[anchor.after : at], lexicon):
        at = None  # "laat weten | zich niet te herkennen in het beeld dat …"
    if at is not None and anchor.verb.kind == "knowledge" and not anchor.negated:
        return None  # what somebody knows is the narrator's
    if at is not None:
        piece = trim(tokens, (at, content_end(tokens, at, later, lexicon, verb_final=True)))
        frame = _frame(tokens, rule, piece, anchor, lexicon)
        if frame is not None and any(
            lexicon.has("no_such", token.low) for token in tokens[anchor.at + 1 : at]
        ):
            frame.level = Level.UNLIKELY  # "found no evidence that …"
        return frame
    if anchor.passive and is_expected(tokens, anchor.at, lexicon):
        return None  # "Das Urteil wird erwartet" is hearsay as a whole
    lead = infinitive_lead(tokens, anchor, lexicon)
    if lead is not None:
        piece = trim(tokens, (lead, content_end(tokens, lead, later, lexicon)))
        return _frame(tokens, "clause/infinitive", piece, anchor, lexicon)
    start = object_start(tokens, anchor, lexicon)
    if start is None:
        return None
    if anchor.passive and lexicon.order == "svo":
        paired = lexicon.match("object_pairs", [anchor.verb.lemma, tokens[start].low], 0)
        if not paired or anchor.subject is None:
            return None
    mark = tokens[start].text if start < len(tokens) else ""
    if mark == ":" and lexicon.match("sources", [t.low for t in tokens[start + 1 : start + 7]], 0):
        return None
    if mark == ":" and _tagged_later(tokens, later, start, lexicon):
        return None
    if mark == ":":
        piece = trim(tokens, (start + 1, content_end(tokens, start + 1, later, lexicon)))
        return _frame(tokens, "clause/colon", piece, anchor, lexicon)
    if mark == ",":
        return _after_comma(tokens, anchor, later, start, lexicon)
    if "comma_clause" in lexicon.flags:
        comma = _comma_ahead(tokens, start, later, lexicon)
        main = _after_comma(tokens, anchor, later, comma, lexicon) if comma is not None else None
        if main is not None:
            return main
    colon = _colon_ahead(tokens, start, later, lexicon)
    if colon is not None and _tagged_later(tokens, later, colon, lexicon):
        return None
    if colon is not None and anchor.subject is not None:
        piece = trim(tokens, (colon + 1, content_end(tokens, colon + 1, later, lexicon)))
        return _frame(tokens, "clause/colon", piece, anchor, lexicon)
    if lexicon.match("object_pairs", [anchor.verb.lemma, tokens[start].low], 0):
        piece = trim(tokens, (start + 1, content_end(tokens, start + 1, later, lexicon)))
        frame = _frame(tokens, "clause/nominal", piece, anchor, lexicon)
        if frame is not None and lexicon.has("asking", anchor.verb.lemma):
            frame.level = Level.NONE
        return frame
    fronted = _fronted_object(tokens, anchor, start, lexicon)
    if fronted is not None:
        return fronted
    end = content_end(tokens, start, later, lexicon)
    piece = trim(tokens, (start, end))
    asked = requested(tokens, anchor, piece, lexicon)
    if asked is not None:
        return _frame(tokens, "clause/infinitive", (asked, piece[1]), anchor, lexicon)
    found = judged(tokens, anchor, piece, lexicon)
    if found is not None:
        return _frame(tokens, "clause/naming", found, anchor, lexicon)
    found = wanted(tokens, anchor, piece, lexicon)
    if found is not None:
        return _frame(tokens, "clause/nominal", found, anchor, lexicon)
    kind = object_rule(tokens, anchor, piece, lexicon)
    if kind == "clause/infinitive":
        piece = past_addressee(tokens, anchor, piece, lexicon), piece[1]
    return _frame(tokens, kind, piece, anchor, lexicon) if kind is not None else None


def _is_told(
    tokens: list[Token], frame: Frame, later: list[Anchor], floor: int, lexicon: Lexicon
) -> bool:
    """Whether a plan or an object stands in a clause that a later tag reports as a whole."""
    if frame.rule not in ("clause/infinitive", "clause/nominal") or not later:
        return False
    tags = [find_preposed(tokens, anchor, floor, lexicon) for anchor in later[:3]]
    return any(
        tag is not None and tag.pieces[0][0] <= frame.region[0] < tag.pieces[0][1] for tag in tags
    )


def _by_nobody(tokens: list[Token], anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether nobody says it: "No one claimed …", "Neither side has confirmed …"."""
    if lexicon.order != "svo" or anchor.subject is None or anchor.inverted:
        return False
    start = anchor.subject[0]
    return any(
        lexicon.has("negations", token.low) for token in tokens[max(0, start - 1) : start + 1]
    )


def _tagged_later(tokens: list[Token], later: list[Anchor], start: int, lexicon: Lexicon) -> bool:
    """Whether what a colon opens has a tag of its own: "rejette cela : …, soutient sa voisine"."""
    return "free_inversion" in lexicon.flags and any(
        anchor.inverted
        and anchor.subject is not None
        and anchor.begin > start + 3
        and tokens[anchor.begin - 1].text == ","
        for anchor in later
    )


def _comma_ahead(
    tokens: list[Token], start: int, later: list[Anchor], lexicon: Lexicon
) -> int | None:
    """The comma after times, places and an addressee: "sagte am Freitag in Berlin, …"."""
    for index in range(start, min(start + 14, len(tokens) - 2)):
        token = tokens[index]
        if token.text == ",":
            infinitive = has_infinitive(tokens[index : index + 30], lexicon)
            return index if infinitive or reported_mood(tokens, index, lexicon) else None
        named = token.kind == "q" and is_short_name(token)
        if (token.kind == "q" and not named) or lexicon.has("auxiliaries", token.low):
            return None
        if any(anchor.at == index for anchor in later):
            return None
    return None


def _colon_ahead(
    tokens: list[Token], start: int, later: list[Anchor], lexicon: Lexicon
) -> int | None:
    """A colon shortly after the verb's object: "spreekt dat tegen: …"."""
    for index in range(start, min(start + 9, len(tokens) - 2)):
        token = tokens[index]
        if token.text == ":":
            return index if tokens[index + 1].kind != "q" else None
        if token.text in (",", ";") or lexicon.has("auxiliaries", token.low):
            return None
        if any(anchor.at == index for anchor in later) or lexicon.has("that", token.low):
            return None
    return None


def _fronted_object(
    tokens: list[Token], anchor: Anchor, start: int, lexicon: Lexicon
) -> Frame | None:
    """A content noun phrase before verb and source: "Einen Anschlag schloss sie nicht aus"."""
    if lexicon.order != "v2" or not anchor.inverted or anchor.passive or anchor.finite > 20:
        return None
    if not lexicon.has("nominal", anchor.verb.lemma) or anchor.finite < 2:
        return None
    at = 1 if lexicon.has("lead_adverbs", tokens[0].low) else 0
    first = tokens[at]
    open_ended = anchor.verb.kind in _OPEN_ENDED and not lexicon.has("closed", first.low)
    if not (open_ended or lexicon.has("determiners", first.low)) or (
        first.kind != "w" or lexicon.has("anaphors", first.low)
    ):
        return None
    if read_reference([token.low for token in tokens[at : anchor.finite]], lexicon) is not None:
        return None
    phrase = phrase_after(tokens, at, lexicon)
    rest = [
        t
        for t in tokens[start:]
        if t.kind == "w" and not lexicon.has_any(("negations", "predicative"), t.low)
    ]
    particle = tokens[anchor.particle].low if anchor.particle is not None else ""
    if phrase is None or any(t.low != particle for t in rest):
        return None
    whole = "capital_nouns" in lexicon.flags and all(t.kind != "p" for t in tokens[: anchor.finite])
    if phrase[1] != anchor.finite and not whole:
        return None
    return _frame(tokens, "clause/nominal", (at, anchor.finite), anchor, lexicon)


def _frame(
    tokens: list[Token], rule: str, piece: Range, anchor: Anchor, lexicon: Lexicon
) -> Frame | None:
    particle = anchor.particle
    if particle is not None and particle == piece[1] - 1:
        piece = trim(tokens, (piece[0], particle))
        while piece[1] - piece[0] > 1 and lexicon.has_any(
            ("negations", "predicative"), tokens[piece[1] - 1].low
        ):
            piece = piece[0], piece[1] - 1
    if rule == "clause/that" and _points_back(tokens, piece, lexicon):
        return None
    least = 1 if rule == "clause/nominal" else 2
    if words_in(tokens, piece) < least:
        return None
    quoted = any(token.kind == "q" for token in tokens[piece[0] : piece[1]])
    source = None if anchor.passive else anchor.subject
    kind = ClaimKind.MIXED if quoted else ClaimKind.INDIRECT
    nobody = source is not None and _impersonal(tokens, source, anchor, lexicon)
    rumoured = source is not None and any(
        lexicon.has("rumour_nouns", token.low) for token in tokens[source[0] : source[1]]
    )
    if nobody:
        voice = voice_of(tokens, source, anchor.after, lexicon)
        source = voice if voice != source else None
    if source is None:
        tells = nobody and (anchor.verb.kind in _TOLD or rumoured)
        if lexicon.order == "svo" and not anchor.passive and not tells:
            return None
        kind = ClaimKind.HEARSAY
    by = _agent(tokens, anchor, piece, lexicon) if anchor.passive else None
    if by is not None:
        source, kind = by, ClaimKind.MIXED if quoted else ClaimKind.INDIRECT
    return Frame(
        rule if source is not None else "hearsay/passive",
        kind,
        [piece],
        cue=anchor.cue,
        verb=anchor.verb,
        source=source,
        negated_cue=anchor.negated,
        level=None
        if source is not None or (anchor.verb.level is not Level.CERTAIN and not rumoured)
        else Level.UNVERIFIED,
        region=(min(anchor.begin, piece[0]), max(anchor.after, piece[1])),
    )


def _points_back(tokens: list[Token], piece: Range, lexicon: Lexicon) -> bool:
    """Whether a that-word begins no clause but a noun phrase: "disputes that finding"."""
    words = [token.low for token in tokens[piece[0] : piece[1]] if token.kind == "w"]
    pronoun = "that_is_pronoun" in lexicon.flags
    if pronoun and len(words) == 3 and lexicon.has("infinitive", words[1]):
        return True  # "vindt dat te duur"
    if pronoun and words[1:] and lexicon.has("prepositions", words[1]):
        article = len(words) == 4 and lexicon.has("determiners", words[2])
        return len(words) == 3 or article  # "bevestigt dat aan de telefoon"
    return piece[1] - piece[0] == len(words) == 2 and read_reference(words, lexicon) is not None


def _impersonal(tokens: list[Token], source: Range, anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether the subject is nobody: "es heißt", "on dit", "it says"."""
    if any(lexicon.has("rumour_nouns", t.low) for t in tokens[source[0] : source[1]]):
        return True
    if source[1] - source[0] != 1:
        return False
    low = tokens[source[0]].low
    itself = lexicon.has("told_of_itself", anchor.verb.lemma) and lexicon.has(
        "reflexives", tokens[anchor.finite - 1].low
    )
    if itself and lexicon.has("impersonal", low):  # "il se dit que", not "il se dit inquiet"
        return anchor.after < len(tokens) and (
            tokens[anchor.after].kind in "pt" or lexicon.has("that", tokens[anchor.after].low)
        )
    return lexicon.has("impersonal", low) and (
        anchor.passive or lexicon.has("impersonal_always", low) or anchor.verb.kind == "rumour"
    )


def _agent(tokens: list[Token], anchor: Anchor, piece: Range, lexicon: Lexicon) -> Range | None:
    """The agent of a passive ("by X", "door X", "von X", "par X") before its content.

    Or in front of it, where it can speak: "In Parteikreisen wird vermutet, dass …".
    """
    front = origin_before(tokens, anchor.finite, lexicon)
    if front is not None and any(
        token.kind == "w" and (lexicon.is_role(token.text) or lexicon.is_organisation(token.text))
        for token in tokens[front[0] : front[1]]
    ):
        return front
    for index in range(anchor.finite + 1, min(anchor.finite + 12, piece[0])):
        if lexicon.has("agents", tokens[index].low):
            return phrase_after(tokens, index + 1, lexicon)
    return None


def _after_comma(
    tokens: list[Token], anchor: Anchor, later: list[Anchor], comma: int, lexicon: Lexicon
) -> Frame | None:
    """German "sagte, er sei …" and "versprach, … zu …": a clause after a comma."""
    if "comma_clause" not in lexicon.flags or anchor.subject is None or anchor.passive:
        return None
    start = comma + 1
    if start >= len(tokens) or lexicon.has("subordinators", tokens[start].low):
        return None
    if any(other.at == start and other.inverted for other in later):
        return None  # the comma closes what the next verb reports
    infinitive = has_infinitive(tokens[start : start + 25], lexicon)
    if (
        lexicon.has("relatives", tokens[start].low)
        and not infinitive
        and not reported_mood(tokens, start, lexicon)
    ):
        return None
    end = content_end(tokens, start, later, lexicon)
    piece = trim(tokens, (start, end))
    if has_infinitive(tokens[piece[0] : piece[1]], lexicon) and not reported_mood(
        tokens, start, lexicon
    ):
        return _frame(tokens, "clause/infinitive", piece, anchor, lexicon)
    return _frame(tokens, "clause/main", piece, anchor, lexicon)
