"""Direct quotations and the tag that names their source: after, before, in the middle, or none."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.claims.anchors import Anchor
from dateline.claims.fragments import in_clause
from dateline.claims.frames import Frame, Range, words_in
from dateline.claims.lexicon import Lexicon
from dateline.claims.nouns import phrase_after
from dateline.claims.objects import is_infinitive
from dateline.claims.phrases import core_start, is_cue, is_pronoun
from dateline.claims.sentences import Sentence, Token
from dateline.claims.subjects import voice_of
from dateline.claims.unlisted import find_unlisted
from dateline.model import ClaimKind

_HEADLINE_SOURCE = 4  # words in which a headline names who spoke
_RESUME_REACH = 14  # tokens between a tag and the second half of a broken quotation


@dataclass(frozen=True, slots=True)
class _Tag:
    rule: str
    cue: Range | None
    anchor: Anchor | None
    source: Range | None
    end: int
    shares: bool = False  # the verb has a clause of its own before the quotation


def find_direct(
    sentence: Sentence, anchors: list[Anchor], lexicon: Lexicon
) -> tuple[list[Frame], set[int]]:
    """Frames of direct quotations, and the positions of the reporting verbs they use up."""
    tokens = sentence.tokens
    frames: list[Frame] = []
    used: set[int] = set()
    taken = -1
    for at, token in enumerate(tokens):
        if token.kind != "q" or at <= taken:
            continue
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].kind == "q":
            last += 1
        frame = _read_quote(tokens, at, last, anchors, used, lexicon)
        taken = last
        if frame is None:
            continue
        frames.append(frame)
        taken = max(taken, max(piece[1] for piece in frame.pieces) - 1)
    return frames, used


def _read_quote(
    tokens: list[Token],
    at: int,
    last: int,
    anchors: list[Anchor],
    used: set[int],
    lexicon: Lexicon,
) -> Frame | None:
    if in_clause(tokens, at, lexicon):
        return None
    pieces = [(at, last + 1)]
    tag = _tag_after(tokens, at, last, anchors, lexicon)
    if tag is not None and _asks(tokens[at : last + 1], tag):
        used.add(tag.anchor.at if tag.anchor else -1)
        return None
    if tag is not None:
        resumed = _resumes(tokens, tag.end, anchors, lexicon)
        rule = tag.rule
        if resumed is not None:
            pieces.append((resumed, resumed + 1))
            rule = "quote/tag-middle"
        return _frame(rule, pieces, tag, used, at)
    tag = _bracketed(tokens, at, last, lexicon) or _tag_before(tokens, at, anchors, used, lexicon)
    if tag is not None:
        return _frame(tag.rule, pieces, tag, used, at)
    if _stands_alone(tokens, at, last, lexicon):
        source = _after_colon(tokens, at, last, lexicon)
        return Frame(
            "headline/colon" if source is not None else "quote/untagged",
            ClaimKind.DIRECT,
            pieces,
            source=source,
            implicit=source is None,
            region=(at, last + 1),
        )
    return None


def _after_colon(tokens: list[Token], at: int, last: int, lexicon: Lexicon) -> Range | None:
    """Who speaks in a headline that goes on behind a colon: "‘I fell’: survivor tells of …"."""
    start = last + 2
    if at or start >= len(tokens) or tokens[last + 1].text != ":":
        return None
    for index in range(start, min(start + _HEADLINE_SOURCE, len(tokens))):
        token = tokens[index]
        if lexicon.is_role(token.text) or lexicon.has_any(("human_nouns", "life_nouns"), token.low):
            return start, index + 1
        if token.kind != "w" or is_cue(token, lexicon):
            return None
    return None


def _asks(quoted: list[Token], tag: _Tag) -> bool:
    """Whether a quotation only asks, by its mark and by its verb: that claims nothing."""
    verb = tag.anchor.verb if tag.anchor is not None else None
    inner = quoted[-1].text.rstrip("”“\"»'’‘« \xa0\u202f")
    return verb is not None and verb.kind == "question" and inner.endswith("?")


def _frame(rule: str, pieces: list[Range], tag: _Tag, used: set[int], at: int) -> Frame:
    if tag.anchor is not None and not tag.shares:
        used.add(tag.anchor.at)
    return Frame(
        rule,
        ClaimKind.DIRECT,
        pieces,
        cue=tag.cue,
        verb=tag.anchor.verb if tag.anchor else None,
        source=tag.source,
        negated_cue=tag.anchor.negated if tag.anchor else False,
        implicit=tag.source is None,
        region=(min(at, tag.end), max(tag.end, pieces[-1][1])),
    )


def _bracketed(tokens: list[Token], at: int, last: int, lexicon: Lexicon) -> _Tag | None:
    """A quotation in brackets after who says it: "Stürmer Ivo Banda („Das war knapp“) traf"."""
    if at < 2 or last + 1 >= len(tokens) or tokens[at - 1].text != "(":
        return None
    words = tokens[at].text.lower().split()
    if len(words) < 3 or not any(lexicon.has("auxiliaries", word) for word in words):
        return None  # a title
    start = core_start(tokens, at - 1, lexicon)
    if start >= at - 1 or tokens[last + 1].text != ")":
        return None
    return _Tag("quote/tag-after", None, None, (start, at - 1), at)


def _tag_after(
    tokens: list[Token], at: int, last: int, anchors: list[Anchor], lexicon: Lexicon
) -> _Tag | None:
    start = last + 1
    closed = tokens[last].text.rstrip("”“\"»'’‘« \xa0\u202f")[-1:] in ",.!?…;:-–—"
    while start < len(tokens) and tokens[start].text in (",", "–", "—", "-", ".", ";"):
        closed = True
        start += 1
    if start >= len(tokens):
        return None
    words = [token.low for token in tokens[start : start + 6]]
    by_word = _source_tag(tokens, start, words, closed, lexicon)
    if by_word is not None:
        return by_word
    for anchor in anchors:
        if anchor.begin < start or anchor.passive:
            continue
        if anchor.begin > start + 30:
            break
        lead = tokens[start : anchor.begin]
        if not _only_lead(lead, lexicon):
            break
        if not anchor.inverted and anchor.subject is not None and anchor.subject[0] >= start:
            if not closed and not is_pronoun(tokens[anchor.subject[0]], lexicon):
                break
        elif not closed and not _quote_opens_clause(tokens, at):
            break
        end = anchor.after
        if anchor.particle is not None:
            end = max(end, anchor.particle + 1)
        if end < len(tokens) and lexicon.has("that", tokens[end].low):
            return None
        source = voice_of(tokens, anchor.subject, end, lexicon)
        if source is None and lexicon.order == "svo":
            source = anchor.subject
        return _Tag("quote/tag-after", anchor.cue, anchor, source, end)
    found = find_unlisted(tokens, start, lexicon) if closed else None
    if found is None:
        return None
    cue, source = found
    return _Tag("quote/tag-after", cue, None, source, max(cue[1], source[1]))


def _quote_opens_clause(tokens: list[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].kind in "pq" or at == 1


def _only_lead(lead: list[Token], lexicon: Lexicon) -> bool:
    return len(lead) <= 6 and all(
        token.kind == "t"
        or lexicon.has("adverbs", token.low)
        or lexicon.has("and", token.low)
        or lexicon.has("reflexives", token.low)
        or lexicon.has("tag_lead", token.low)
        for token in lead
    )


def _source_tag(
    tokens: list[Token], start: int, words: list[str], closed: bool, lexicon: Lexicon
) -> _Tag | None:
    for group in ("tag_words", "sources"):
        size = lexicon.match(group, words, 0)
        if not size or not (closed or group == "tag_words"):
            continue
        source = phrase_after(tokens, start + size, lexicon)
        if source is not None:
            return _Tag("quote/tag-after", (start, start + size), None, source, source[1])
    return None


def _resumes(tokens: list[Token], end: int, anchors: list[Anchor], lexicon: Lexicon) -> int | None:
    """Where the second half of a broken quotation stands, if the tag at ``end`` breaks one."""
    for index in range(end, min(end + _RESUME_REACH, len(tokens))):
        token = tokens[index]
        if token.kind == "q":
            before = tokens[index - 1]
            if before.text in (",", ":", ".", "–", "—") or index == end:
                return index
            return None
        if any(anchor.at == index or anchor.finite == index for anchor in anchors):
            return None
        if lexicon.has("that", token.low) or lexicon.has("auxiliaries", token.low):
            return None
    return None


def _tag_before(
    tokens: list[Token], at: int, anchors: list[Anchor], used: set[int], lexicon: Lexicon
) -> _Tag | None:
    if at == 0:
        return None
    mark = tokens[at - 1].text
    marked = mark in (":", ",")
    quoted_before = max(
        (i for i in range(at) if tokens[i].kind == "q" and len(tokens[i].text) > 60), default=-1
    )
    for anchor in reversed(anchors):
        if anchor.begin >= at or anchor.at in used:
            continue
        if anchor.after <= quoted_before:
            break
        limit = at - 1 if marked else at
        gap = tokens[anchor.after : limit]
        if mark == ":":
            if any(token.text in ";" for token in gap):
                break
            if lexicon.has("reported_mood", tokens[anchor.finite].low):
                return _Tag("quote/colon", None, None, None, at)  # "das sei gelogen: „…“"
            quoted = _quoted_person(tokens, anchor, lexicon)
            if quoted is not None:
                return _Tag("quote/tag-before", anchor.cue, anchor, quoted, at)
            shares = _has_clause(gap, anchor, lexicon)
            return _Tag("quote/tag-before", anchor.cue, anchor, _own(anchor), at, shares)
        if any(lexicon.has("that", token.low) or token.text == "," for token in gap):
            break
        short_gap = all(
            token.kind == "t"
            or lexicon.has("adverbs", token.low)
            or (anchor.particle is not None and token.low == tokens[anchor.particle].low)
            for token in gap
        )
        if short_gap and _says_whole(tokens[at], marked):
            return _Tag("quote/tag-before", anchor.cue, anchor, _own(anchor), at)
        break
    if mark == ":":
        return _colon_tag(tokens, at, lexicon)
    return None


def _has_clause(gap: list[Token], anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether a reported clause stands between verb and colon: "dit que le pont ferme : «…»"."""
    if len(gap) > 1 and lexicon.has("nominal", anchor.verb.lemma):
        return lexicon.has("determiners", gap[0].low) or gap[0].kind == "t"
    if len(gap) < 4:
        return False
    infinitive = "bare_infinitive" in lexicon.flags and is_infinitive(gap[0], lexicon)
    return infinitive or lexicon.has("that", gap[0].low)


def _quoted_person(tokens: list[Token], anchor: Anchor, lexicon: Lexicon) -> Range | None:
    """Whom a paper quotes: "Das Blatt zitiert einen Beamten: „…“"."""
    if not lexicon.has("quoting", anchor.verb.lemma):
        return None
    person = phrase_after(tokens, anchor.after, lexicon)
    return person if person is not None and person[0] == anchor.after else None


def _own(anchor: Anchor) -> Range | None:
    return None if anchor.passive else anchor.subject


def _says_whole(token: Token, marked: bool) -> bool:
    """Whether a quotation right after a verb is an utterance, not a fragment of the clause."""
    inner = token.text.strip("“”„\"«»'’‘ \xa0\u202f")
    return bool(inner) and (marked or inner[0].isupper() or inner[-1] in ".!?…")


def _colon_tag(tokens: list[Token], at: int, lexicon: Lexicon) -> _Tag:
    """A quotation after a colon: what stands before is the source, or holds it as subject."""
    words = [token.low for token in tokens[:6]]
    size = lexicon.match("sources", words, 0)
    source = phrase_after(tokens, size, lexicon)
    if source is not None and source[1] > at - 1:
        source = (source[0], at - 1)
    if (
        source is not None
        and lexicon.has("determiners", tokens[source[0]].low)
        and source[1] != at - 1
        and words_in(tokens, (source[1], at - 1)) > 12
    ):
        source = None
    return _Tag("quote/colon", (0, size) if size else None, None, source, at)


def _stands_alone(tokens: list[Token], at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether an untagged quotation is an utterance: it fills its sentence, or opens it whole."""
    outside = [t for i, t in enumerate(tokens) if not at <= i <= last and t.kind == "w"]
    inner = tokens[at].text.strip("“”„\"«»'’‘ \xa0\u202f")
    count = sum(len(token.text.split()) for token in tokens[at : last + 1])
    whole = bool(inner) and (inner[-1] in ".!?…," or count >= 4)
    if not outside:
        return whole and count >= 2
    lead_only = all(lexicon.has("and", t.low) or lexicon.has("but", t.low) for t in outside)
    if lead_only:
        return whole
    opens = at == 0 and len(tokens) > last + 1 and tokens[last + 1].text == ":"
    if opens and count >= 3 and inner[:1].isupper():
        return True
    return count >= 5 and inner[:1].isupper() and (inner[-1] in ".!?…," or at == 0)
