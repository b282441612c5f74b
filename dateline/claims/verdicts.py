"""Words that call something true or false: a verb, a clause ("that is a lie"), an idiom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.claims.lexicon import Lexicon, Verb
from dateline.claims.references import Reference, read_reference, stems
from dateline.model import ClaimRelationKind, Span

_REACH = 200  # characters of a claim in which it may judge another
_CLAUSES = 3
_WHOLE = 3  # words after "that" which make a clause of it
_NAME = 3  # words of a name that stands for what its bearer said
_LONGEST = 14  # words of a clause that only judges
_LOOSE = ("degrees", "adverbs", "negations", "copulas", "judging")

CONFIRMS, DISPUTES = ClaimRelationKind.CORROBORATES, ClaimRelationKind.DISPUTES


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of an earlier claim, and where."""

    kind: ClaimRelationKind
    span: Span
    about: Reference


def verdict_of(verb: Verb, lexicon: Lexicon, *, negated: bool) -> ClaimRelationKind | None:
    """What a reporting verb says of an earlier claim, if it says that it is right or wrong."""
    if negated:  # who does not confirm need not deny, nor the other way round
        return DISPUTES if verb.kind == "belief" else None
    if lexicon.has("disputing", verb.lemma) or verb.kind == "doubt":
        return DISPUTES
    return CONFIRMS if lexicon.has("confirming", verb.lemma) else None


def find_verdict(text: str, span: Span, lexicon: Lexicon) -> Verdict | None:
    """The first clause in the opening of a claim that does no more than judge another."""
    end = min(span.end, span.start + _REACH)
    for name, kind in (("disputes", DISPUTES), ("corroborates", CONFIRMS)):
        idiom = lexicon.patterns[name].search(text, span.start, end)
        if idiom is not None and not any(c in ".!?;" for c in text[span.start : idiom.start()]):
            return Verdict(kind, Span(idiom.start(), idiom.end()), Reference())
    if lexicon.patterns["judging"].search(text, span.start, end) is None:
        return None
    for words in _clauses(text, span.start, end, lexicon):
        judged = _judged([word for word, _ in words], lexicon)
        if judged is not None:
            kind, at, about = judged
            return Verdict(kind, words[at][1], about)
    return None


def called_false(text: str, lexicon: Lexicon) -> Reference | None:
    """What is called false in an object and its complement: "the report “inaccurate”"."""
    words = [m.group().lower() for m in lexicon.token.finditer(text) if m.lastgroup != "mark"]
    at = next((i for i, word in enumerate(words) if lexicon.has("false_words", word)), None)
    if not at:
        return None
    kept = [w for w in words[:at] if not lexicon.has_any(("degrees", "indefinites"), w)]
    while kept and lexicon.has("closed", kept[-1]) and not lexicon.has("pointers", kept[-1]):
        kept.pop()
    return read_reference(kept, lexicon) if kept else None


def _clauses(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[list[tuple[str, Span]]]:
    words: list[tuple[str, Span]] = []
    count = 0
    for match in lexicon.token.finditer(text, start, end):
        if match.lastgroup != "mark":
            word = match.group().lower().replace("’", "'")
            stem, mark, _ = word.partition("'")
            cut = match.start() + len(stem)
            if mark and lexicon.has("copulas", word[len(stem) :]):
                words.append((stem, Span(match.start(), cut)))
                words.append((word[len(stem) :], Span(cut, match.end())))
            else:
                words.append((word, Span(match.start(), match.end())))
        elif words and not (match.group() == "," and lexicon.has("questions", words[0][0])):
            yield words
            words = []
            count += 1
            if count == _CLAUSES:
                return
    if words:
        yield words


def _judged(
    words: Sequence[str], lexicon: Lexicon
) -> tuple[ClaimRelationKind, int, Reference] | None:
    """The judgement of a clause that says nothing else, the word of it, and what it is about."""
    at = next((i for i, word in enumerate(words) if lexicon.has("judging", word)), None)
    if at is None:
        return None
    stop = next(
        (
            index
            for index in range(at + 1, len(words) - _WHOLE)
            if lexicon.has("that", words[index])
        ),
        len(words),
    )
    if stop > _LONGEST:
        return None
    holds = lexicon.has("holding", words[at])
    start = at if holds else _predicate_start(words, at, lexicon)
    copula = any(lexicon.has("copulas", word) for word in words[:at])
    if not holds and not copula and start > 0:
        return None
    about = _about(words[:start], words[at + 1 : stop], lexicon)
    if about is None:
        return None
    kind = DISPUTES if lexicon.has("false_words", words[at]) else CONFIRMS
    if any(lexicon.has("negations", word) or word.endswith("n't") for word in words[:stop]):
        kind = DISPUTES if kind is CONFIRMS else CONFIRMS
    if kind is CONFIRMS and not holds and not copula:
        return None  # "right" and "correct" alone also answer questions
    if stop < len(words):
        about = Reference(content=stems(" ".join(words[stop:]), lexicon))
    return kind, at, about


def _predicate_start(words: Sequence[str], at: int, lexicon: Lexicon) -> int:
    """Where the predicate that ends at ``at`` begins: "is | simply not true", "c'est | faux"."""
    start = at
    while start and lexicon.has_any(("articles", *_LOOSE), words[start - 1]):
        start -= 1
        if lexicon.has("copulas", words[start]):
            return start
    return start


def _about(before: Sequence[str], after: Sequence[str], lexicon: Lexicon) -> Reference | None:
    """What a clause judges: its subject; whose lie it is called may follow."""
    subject = [word for word in before if not lexicon.has("copulas", word)]
    while subject and lexicon.has_any(("and", "but", "that"), subject[0]):
        if len(subject) == 1 and lexicon.has("pointers", subject[0]):
            break
        subject = subject[1:]
    rest = [word for word in after if not lexicon.has_any(_LOOSE, word)]
    pointed = len(subject) > 1 and lexicon.has("demonstratives", subject[0])
    if pointed and read_reference(subject, lexicon) == Reference():
        return None  # "that map was wrong" is about the map
    if not subject:
        subject, rest = rest, []
    about = read_reference(subject, lexicon)
    if about is None and len(subject) <= _NAME and not rest:
        opponent = stems(" ".join(subject), lexicon)  # "the Chileans were right"
        return Reference(opponent) if opponent else None
    if about is None or not rest:
        return about
    if not lexicon.has_any(("links", "articles"), rest[0]):
        return None
    return replace(about, opponent=about.opponent | stems(" ".join(rest), lexicon))
