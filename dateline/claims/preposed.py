"""Clauses that stand before their tag: "X is Y, zegt Z", "X, says Z, is Y", "As Z reports, …"."""

from __future__ import annotations

from dateline.claims.anchors import Anchor
from dateline.claims.frames import Frame, Range, trim, words_in
from dateline.claims.lexicon import Lexicon
from dateline.claims.nouns import phrase_after
from dateline.claims.phrases import is_cue
from dateline.claims.sentences import Token
from dateline.claims.subjects import can_speak, voice_of
from dateline.model import ClaimKind

_LATER = 4  # reporting verbs behind one that has no source
_TITLE_WORDS = 4  # words of the name of a paper in quotation marks, at most


def find_preposed(
    tokens: list[Token], anchor: Anchor, floor: int, lexicon: Lexicon
) -> Frame | None:
    """A clause before its tag: "X is Y, zegt Z", "X is Y, Z said", also in the middle of it."""
    begin = anchor.begin
    while begin > floor and (
        tokens[begin - 1].kind == "t" or lexicon.has("tag_lead", tokens[begin - 1].low)
    ):
        begin -= 1
    if begin < 2 or anchor.passive or anchor.subject is None:
        return None
    if tokens[begin - 1].text not in (",", "–", "—"):
        return None
    as_told = lexicon.has("reported_as", tokens[begin].low)
    inverts = lexicon.order == "v2" or "free_inversion" in lexicon.flags
    if inverts and not (anchor.inverted or as_told):
        return None
    start = floor
    for index in range(floor, begin - 3):
        if tokens[index].text in (";", ":"):
            start = index + 1
    while start < begin and (
        tokens[start].kind == "p"
        or lexicon.has("and", tokens[start].low)
        or lexicon.has("but", tokens[start].low)
    ):
        start += 1
    before = trim(tokens, (start, begin - 1))
    size = words_in(tokens, before)
    inserted = _is_inserted(tokens, anchor, lexicon)
    if size < (1 if inserted else 2):
        return None
    goes_on = _verb_resumes(tokens, anchor, lexicon) or _closes(tokens, before, anchor, lexicon)
    if _is_adjunct(tokens, before, lexicon) and not goes_on:
        return None
    words = [token.low for token in tokens[before[0] : before[0] + 6]]
    if lexicon.has("not_tags", anchor.verb.lemma) or lexicon.match("sources", words, 0):
        return None
    if (
        size < 4
        and not inserted
        and not any(
            lexicon.has_any(("auxiliaries", "holding", "reported_mood"), token.low)
            or token.kind == "q"
            for token in tokens[before[0] : before[1]]
        )
    ):
        return None
    end = anchor.after
    if anchor.particle is not None:
        end = max(end, anchor.particle + 1)
    if lexicon.has("addressed", anchor.verb.lemma) and not anchor.inverted:
        addressee = phrase_after(tokens, end, lexicon)
        if addressee is not None and addressee[0] == end:
            end = addressee[1]
    rest = adjuncts_end(tokens, end, lexicon)
    if (
        rest < len(tokens)
        and tokens[rest].kind != "p"
        and not ((anchor.inverted or as_told) and _tail_is_free(tokens, rest, lexicon))
    ):
        return None
    pieces = [before]
    rule = "clause/preposed"
    if rest < len(tokens) and tokens[rest].text in (",", "–", "—"):
        tail = trim(tokens, (rest + 1, len(tokens)))
        goes_on = (
            not _new_clause(tokens, tail[0], lexicon)
            or _shares_subject(tokens, tail, lexicon)
            or any(
                lexicon.has("reported_mood", token.low) for token in tokens[tail[0] : tail[0] + 8]
            )
        )
        reports = is_cue(tokens[tail[0]], lexicon)  # ", adding that …" is a claim of its own
        if words_in(tokens, tail) >= 2 and goes_on and not reports:
            while lexicon.has("and", tokens[tail[0]].low):
                tail = tail[0] + 1, tail[1]
            pieces.append(tail)
            rule = "clause/parenthesis"
    quoted = any(token.kind == "q" for token in tokens[before[0] : before[1]])
    voice = voice_of(tokens, anchor.subject, anchor.after, lexicon)
    return Frame(
        rule,
        ClaimKind.MIXED if quoted else ClaimKind.INDIRECT,
        pieces,
        cue=anchor.cue,
        verb=anchor.verb,
        source=voice,
        negated_cue=anchor.negated,
        implicit=voice is None and lexicon.order == "v2",
        region=(before[0], max(end, pieces[-1][1])),
    )


def told_after(
    tokens: list[Token], frame: Frame, later: list[Anchor], floor: int, lexicon: Lexicon
) -> Frame | None:
    """The tag that tells a sentence whose own verb has no source: "Het blijkt dat …, zegt X"."""
    for anchor in later[:_LATER]:
        tag = find_preposed(tokens, anchor, floor, lexicon)
        if tag is not None and tag.pieces[0][0] <= frame.region[0]:
            return tag
    return None


def _is_inserted(tokens: list[Token], anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether a tag between two commas breaks a clause: "Her aunt, she says, hid a radio"."""
    end = anchor.after
    if end + 2 >= len(tokens) or tokens[end].text not in (",", "–", "—"):
        return False
    if _new_clause(tokens, end + 1, lexicon):
        return False
    return anchor.subject is not None and can_speak(tokens, anchor.subject, lexicon)


def _verb_resumes(tokens: list[Token], anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether the verb of the clause that a tag breaks follows: "In Rom, sagt sie, sei es heiß"."""
    end = anchor.after
    if lexicon.order != "v2" or end + 2 >= len(tokens) or tokens[end].text != ",":
        return False
    return lexicon.has_any(("auxiliaries", "reported_mood"), tokens[end + 1].low)


def _closes(tokens: list[Token], before: Range, anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether nothing follows a tag, so that it can only close the clause before its comma."""
    first, second = tokens[before[0]], tokens[min(before[0] + 1, before[1])]
    timed = first.kind == "t" or second.kind == "t"
    if lexicon.order != "v2" or (lexicon.has("subordinators", first.low) and not timed):
        return False
    end = max(anchor.after, (anchor.particle or 0) + 1)
    return all(token.kind == "p" for token in tokens[adjuncts_end(tokens, end, lexicon) :])


def _tail_is_free(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether what follows a tag is no content of it: no complementiser, colon or quotation."""
    return not any(
        (tokens[index].kind == "q" and not _is_title(tokens, index, lexicon))
        or tokens[index].text == ":"
        or lexicon.has("that", tokens[index].low)
        for index in range(at, min(at + 20, len(tokens)))
    )


def _is_title(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a quotation is the name of a paper that was told: "der „Morgenpost“"."""
    before = tokens[at - 1]
    return len(tokens[at].text.split()) <= _TITLE_WORDS and (
        lexicon.has("determiners", before.low) or lexicon.is_organisation(before.text)
    )


def _is_adjunct(tokens: list[Token], piece: Range, lexicon: Lexicon) -> bool:
    """Whether what stands before the comma is an adverbial, not a clause."""
    first = tokens[piece[0]]
    words = [token.low for token in tokens[piece[0] : piece[0] + 4]]
    if "plural_s" in lexicon.flags and _opens_cut(tokens, piece, lexicon):
        return True
    if lexicon.match("not_adjuncts", words, 0):
        return False
    if lexicon.has("subordinators", first.low) and piece[0] == 0:
        inner_comma = any(token.text == "," for token in tokens[piece[0] : piece[1]])
        return not inner_comma
    if lexicon.has("prepositions", first.low) or first.kind == "t":
        return words_in(tokens, piece) < 8 and not any(
            lexicon.has("auxiliaries", token.low) for token in tokens[piece[0] : piece[1]]
        )
    return False


def _opens_cut(tokens: list[Token], piece: Range, lexicon: Lexicon) -> bool:
    """Whether a participle opens the sentence: "Asked about the captain, he said …"."""
    forms = {verb.form for verb in lexicon.verbs.get(tokens[piece[0]].low, ())}
    return (
        piece[0] == 0
        and bool(forms & {"participle", "gerund"})
        and not any(lexicon.has("auxiliaries", token.low) for token in tokens[piece[0] : piece[1]])
    )


def adjuncts_end(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Past times, adverbs and prepositional phrases that follow a tag."""
    index = at
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "t" or lexicon.has("adverbs", token.low):
            index += 1
        elif lexicon.has("prepositions", token.low) or lexicon.has("links", token.low):
            phrase = phrase_after(tokens, index + 1, lexicon)
            if phrase is None:
                index += 1
                continue
            index = phrase[1]
        else:
            return index
    return index


def _shares_subject(tokens: list[Token], tail: Range, lexicon: Lexicon) -> bool:
    """Whether "and" goes on with what was said: "X fell, she said, and Y would follow"."""
    return (
        "plural_s" in lexicon.flags
        and lexicon.has("and", tokens[tail[0]].low)
        and not any(is_cue(token, lexicon) for token in tokens[tail[0] : tail[1]])
    )


def _new_clause(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    low = tokens[at].low
    return (
        lexicon.match("told_at", [token.low for token in tokens[at : at + 4]], 0) > 0
        or lexicon.has("but", low)
        or lexicon.is_gerund(low)
        or lexicon.is_reduced(low)
        or lexicon.has("subordinators", low)
        or lexicon.has("and", low)
        or lexicon.has_any(("relatives", "citing"), low)
    )
