"""Chains of sources: "the official told Reuters", "the agency, citing officials"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.claims.frames import Frame, Range
from dateline.claims.lexicon import Lexicon
from dateline.claims.nouns import phrase_after
from dateline.claims.sentences import Document, Token
from dateline.claims.subjects import can_speak
from dateline.model import ChainKind, ChainLink, ClaimKind

_REACH = 6  # tokens between the words that cite and what they cite
_NAME = 5  # tokens in the name of an outlet


def find_chains(
    frames: Sequence[Frame], document: Document, lexicon: Lexicon
) -> list[tuple[ChainLink, ...]]:
    """Whom each claim came through besides its speaker, in the order of the text."""
    sources: dict[int, list[Range]] = {}
    for frame in frames:
        if frame.source is not None:
            sources.setdefault(frame.sentence, []).append(frame.source)
    return [_chain(frame, sources.get(frame.sentence, ()), document, lexicon) for frame in frames]


def part_from_outlets(frames: Sequence[Frame], document: Document, lexicon: Lexicon) -> None:
    """Ends a source before the outlet that it told: "die Ministerin | der „Rheinischen Post“"."""
    for frame in frames:
        if frame.source is None or frame.cue is None:
            continue
        tokens = document.sentences[frame.sentence].tokens
        first, last = frame.source
        if any(lexicon.has("press_roles", token.low) for token in tokens[first:last]):
            continue
        for at in range(first + 1, last - 1):
            if not lexicon.has("told_articles", tokens[at].low):
                continue
            outlet = _outlet(tokens, at, lexicon) or _outlet(tokens, at + 1, lexicon)
            if outlet is not None and outlet[1] >= last:
                frame.source = first, at
                break


def _chain(
    frame: Frame, sources: Iterable[Range], document: Document, lexicon: Lexicon
) -> tuple[ChainLink, ...]:
    if frame.source is None or frame.cue is None or frame.kind is ClaimKind.NARRATED:
        return ()
    tokens = document.sentences[frame.sentence].tokens
    outside = [
        index
        for index, token in enumerate(tokens)
        if not any(span.start <= token.start < span.end for span in frame.spans)
    ]
    spoken = {index for start, end in sources for index in range(start, end)}
    found = _citing(tokens, outside, document.text, lexicon)
    cited = {index for _, (start, end) in found for index in range(start, end)}
    found += _via(tokens, [i for i in outside if i not in spoken | cited], frame, lexicon)
    return tuple(
        ChainLink(kind, start, end, document.text[start:end])
        for kind, (first, last) in sorted(found, key=lambda link: link[1])
        for start, end in [(tokens[first].start, tokens[last - 1].end)]
    )


def _via(
    tokens: list[Token], outside: Sequence[int], frame: Frame, lexicon: Lexicon
) -> list[tuple[ChainKind, Range]]:
    """The first outlet that is told: "told | the BBC", "sagte er | der „Woche“", "à | l'AFP"."""
    free = set(outside)
    for index in outside:
        if not _is_told(tokens, index, frame, lexicon):
            continue
        outlet = _outlet(tokens, index, lexicon)
        if outlet is not None:
            return [(ChainKind.VIA, outlet)] if outlet[1] - 1 in free else []
    return []


def _is_told(tokens: list[Token], at: int, frame: Frame, lexicon: Lexicon) -> bool:
    """Whether what begins at ``at`` is spoken to: by preposition, dative, or the verb itself."""
    before = tokens[at - 1] if at else None
    if before is None or frame.cue is None or before.kind != "w":
        return False
    if lexicon.has("relay_links", before.low) or lexicon.has("dative_articles", tokens[at].low):
        return True
    told = frame.verb is not None and lexicon.has("addressed", frame.verb.lemma)
    return told and at == frame.cue[1]


def _outlet(tokens: list[Token], at: int, lexicon: Lexicon) -> Range | None:
    """The name of the outlet in the phrase that begins at ``at``, without the phrase's article.

    It is a known name ("Reuters"), or a common noun with a name or title of its own ("newspaper
    De Baron", "der „Rheinischen Post“").
    """
    start = at
    while start < len(tokens) and lexicon.has("determiners", tokens[start].low):
        size = lexicon.match("outlets", _words(tokens, start), 0)
        if size:
            return start, start + size
        start += 1
    if at and lexicon.has("fused", tokens[at - 1].low):  # "au Parisien" is "à Le Parisien"
        for article in lexicon.sets["articles"]:
            size = lexicon.match("outlets", [article, *_words(tokens, at)], 0)
            if size:
                return at, at + size - 1
    noun = False
    index = start
    for index in range(start, min(len(tokens), start + _NAME)):
        token = tokens[index]
        size = lexicon.match("outlets", _words(tokens, index), 0)
        if size:
            return start, index + size
        if token.kind == "q" and (noun or start > at):
            title = token.text.strip("“”„\"«»'’‘ \xa0\u202f")
            named = title[:1].isupper() and len(title.split()) <= _NAME
            return (start, index + 1) if named else None
        small = noun and not token.is_capital
        if token.kind != "w" or small or lexicon.has("prepositions", token.low):
            break
        noun = (
            noun
            or lexicon.has("outlet_nouns", token.low)
            or lexicon.ends("outlet_nouns", token.low)
        )
    else:
        index += 1
    named = any(token.is_capital for token in tokens[start:index])
    return (start, index) if noun and named else None


def _words(tokens: list[Token], at: int) -> list[str]:
    return [token.low for token in tokens[at : at + _NAME]]


def _citing(
    tokens: list[Token], outside: Sequence[int], text: str, lexicon: Lexicon
) -> list[tuple[ChainKind, Range]]:
    """The source that the speaker rests on: "citing X", "die sich auf X beruft"."""
    match = lexicon.patterns["cites"].search(text, tokens[0].start, tokens[-1].end)
    if match is None:
        return []
    start = next(i for i, token in enumerate(tokens) if token.end > match.start())
    if start not in outside:
        return []
    for index in range(start + 1, min(start + _REACH, len(tokens))):
        phrase = phrase_after(tokens, index, lexicon)
        if phrase is None or phrase[0] != index or lexicon.has("cite_words", tokens[index].low):
            continue
        if can_speak(tokens, phrase, lexicon) or any(
            lexicon.has("cited_nouns", token.low) for token in tokens[slice(*phrase)]
        ):
            return [(ChainKind.CITING, phrase)]
        return []
    return []
