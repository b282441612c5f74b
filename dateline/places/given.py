"""Resolves spans that are known to be toponyms, whatever recognition made of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence

from dateline.errors import BadOptionError
from dateline.languages import Language
from dateline.model import Article, Place, PlaceKind, Span
from dateline.places.entries import How, Kind
from dateline.places.evidence import NATURAL
from dateline.places.gazetteer import Gazetteer, Hit
from dateline.places.lexicon import Lexicon, lexicon_of
from dateline.places.names import fold
from dateline.places.neighbours import holds
from dateline.places.reading import placed, recognise, span_of, unplaced
from dateline.places.recognise import Candidate, candidates, demonym_hits, outweighs, usable
from dateline.places.resolve import resolve
from dateline.places.tokens import Tokens

DIVISIONS = frozenset((Kind.DISTRICT, Kind.PROVINCE))
KNOWN = 4.0
"""Weight from which a town's name may stand for a longer span that holds it."""
COMMON = 4.0
"""Frequency above which a word is too common to be a name for sure."""
LONGEST_ACRONYM = 3
"""Letters of the longest word in capitals that is more readily an acronym than a town."""
LONGEST_SPAN = 12
"""Words of the longest span whose parts are looked up."""


def resolve_toponyms(
    article: Article, language: Language | None, gazetteer: Gazetteer, spans: Sequence[Span]
) -> tuple[Place, ...]:
    """One place a span, in order, resolved as in ``find_places``; null coordinates without entry.

    The spans are taken as toponyms; what recognition finds elsewhere in the article is context.
    Raises BadOptionError where a span does not lie in the article's text.
    """
    for span in spans:
        if not 0 <= span.start < span.end <= len(article.text):
            raise BadOptionError(
                f"The span {span.start}-{span.end} is not in the article: expected offsets with "
                f"0 <= start < end <= {len(article.text)}. Give offsets into the article's text."
            )
    lexicon = lexicon_of(language)
    tokens = Tokens(article.text)
    found = list(candidates(tokens, lexicon, gazetteer))
    accepted = recognise(found, tokens, lexicon, gazetteer)
    known = {span_of(each, tokens): each for each in accepted}
    named = {each.key for each in accepted}
    given = [known.get(span) or _look_up(span, tokens, lexicon, gazetteer, named) for span in spans]
    taken = {at for each in given if each for at in range(each.first, each.last + 1)}
    told = [each for each in given if each is not None]
    context = [
        each for each in accepted if not any(at in taken for at in range(each.first, each.last + 1))
    ]
    unique = list({id(each): each for each in told}.values())
    everything = sorted(unique + context, key=lambda each: (each.first, each.last))
    choices = {
        id(each): choice
        for each, choice in zip(
            everything, resolve(everything, tokens, lexicon, gazetteer), strict=True
        )
    }
    return tuple(
        unplaced(article, span, PlaceKind.AREA, "Not in the gazetteer")
        if each is None
        else placed(article, each, choices[id(each)], span)
        for span, each in zip(spans, given, strict=True)
    )


def _look_up(
    span: Span, tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer, named: Container[str]
) -> Candidate | None:
    """What the words of a span can mean, in the first of their forms that is a name."""
    first = bisect_right(tokens.ends, span.start)
    last = bisect_left(tokens.starts, span.end) - 1
    if last < first:
        return None
    text = span.of(tokens.text)
    words = fold(text).split()
    short = text.isupper() and len(text) <= LONGEST_ACRONYM
    for key, modifier, kinds in _forms(words, lexicon):
        found = _candidate(first, last, key, lexicon, gazetteer)
        if found is None or (short and not _is_short_form(found)):
            continue
        if kinds and found.demonym is None:
            hits = tuple(hit for hit in found.hits if hit.record.kind in kinds)
            if not hits:
                continue
            found.key, found.hits = f"{key} {sorted(kinds)}", hits
        found.modifier = modifier
        return found
    return _contained(first, last, text, lexicon, gazetteer) or _part(
        first, last, words, lexicon, gazetteer, named
    )


def _is_short_form(found: Candidate) -> bool:
    """Whether capitals that spell a word may be meant as it: "UK", and not "EU" for the town Eu."""
    return any(
        hit.how is How.ABBREVIATION or hit.record.kind is not Kind.TOWN for hit in found.hits
    )


def _candidate(
    first: int, last: int, key: str, lexicon: Lexicon, gazetteer: Gazetteer
) -> Candidate | None:
    if not gazetteer.knows(key):
        return None
    places = _places(key, lexicon, gazetteer)
    demonyms = demonym_hits(key, lexicon, gazetteer)
    if demonyms and not any(outweighs(hit, lexicon) for hit in places):
        owner = demonyms[0].record.country or ""
        return Candidate(first, last, key, demonyms, core=first, demonym=owner)
    return Candidate(first, last, key, places, core=first) if places else None


def _places(key: str, lexicon: Lexicon, gazetteer: Gazetteer) -> tuple[Hit, ...]:
    every = [hit for hit in gazetteer.hits(key) if hit.how not in (How.DEMONYM, How.OTHER)]
    return tuple(hit for hit in every if usable(hit, lexicon)) or tuple(every)


Form = tuple[str, str | None, frozenset[Kind] | None]


def _forms(words: list[str], lexicon: Lexicon) -> Iterator[Form]:
    """The keys to look up, with the direction and the kinds that the other words tell."""
    yield " ".join(words), None, None
    for bare in _uninflected(words, lexicon):
        yield " ".join(bare), None, None
        yield from _told(bare, lexicon)
    yield from _told(words, lexicon)


def _uninflected(words: list[str], lexicon: Lexicon) -> Iterator[list[str]]:
    """The words without article and genitive ending."""
    bare = words
    while len(bare) > 1 and (bare[0] in lexicon.articles or bare[0] in lexicon.determiners):
        bare = bare[1:]
        yield bare
    if len(bare) > 1 and bare[-1] == "s":
        yield bare[:-1]
    elif len(bare[-1]) > 3 and bare[-1].endswith("s"):
        yield [*bare[:-1], bare[-1][:-1]]


def _told(words: list[str], lexicon: Lexicon) -> Iterator[Form]:
    """Names that a direction, a modifier or a common noun goes with."""
    head, tail = words[0], words[-1]
    if len(words) > 1:
        if head in lexicon.directions:
            rest = words[1:]
            while len(rest) > 1 and rest[0] in lexicon.links:
                rest = rest[1:]
            yield " ".join(rest), lexicon.directions[head], None
        if tail in lexicon.water_tails or tail in lexicon.land_tails:
            yield " ".join(words[:-1]), None, NATURAL
            yield " ".join(words[:-1]), None, None
        if head in lexicon.water_heads or head in lexicon.land_heads:
            yield " ".join(words[1:]), None, NATURAL
        if head in lexicon.modifiers:
            yield " ".join(words[1:]), None, None
        if tail in lexicon.compound_heads or tail in lexicon.nouns_before:
            if not any(phrase.split()[0] == tail for phrase in lexicon.settlements):
                yield " ".join(words[:-1]), None, DIVISIONS
            yield " ".join(words[:-1]), None, None
    for size in (2, 1):
        if len(words) > size:
            phrase = " ".join(words[:size])
            if phrase in lexicon.nouns_before or phrase in lexicon.settlements:
                yield " ".join(words[size:]), None, None
    for prefix, direction in lexicon.prefixes.items():
        if head.startswith(prefix) and len(head) > len(prefix) + 3:
            yield " ".join([head[len(prefix) :], *words[1:]]), direction, None


def _contained(
    first: int, last: int, text: str, lexicon: Lexicon, gazetteer: Gazetteer
) -> Candidate | None:
    """ "X, Texas" and "X (Texas)": the places called X that lie in what is named behind them."""
    for joint in (", ", " (", " in "):
        inner_text, met, outer_text = text.partition(joint)
        if not met:
            continue
        inner = _candidate(first, last, fold(inner_text), lexicon, gazetteer)
        if inner is None or inner.demonym is not None:
            continue
        outer = _places(fold(outer_text.rpartition(", ")[2]), lexicon, gazetteer)
        held = tuple(
            hit
            for hit in inner.hits
            if any(holds(each.record, hit.record, gazetteer) for each in outer[:8])
        )
        if held:
            inner.key, inner.hits = fold(text), held
        return inner
    return None


def _part(
    first: int,
    last: int,
    words: list[str],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    named: Container[str],
) -> Candidate | None:
    """The longest run of a span's words that is surely a name, the last of those as long.

    Sure is what the article names elsewhere, a country or division, and a well-known town.
    """
    if len(words) > LONGEST_SPAN:
        return None
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size, -1, -1):
            key = " ".join(words[start : start + size])
            found = _candidate(first, last, key, lexicon, gazetteer)
            if found is not None and (key in named or _is_known(found, lexicon, gazetteer)):
                return found
    return None


def _is_known(found: Candidate, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    if found.key in lexicon.never or len(found.key) < 4:
        return False
    frequencies = gazetteer.zipf(found.key)
    own = frequencies[lexicon.column] if frequencies and lexicon.column is not None else 0.0
    record = found.hits[0].record
    if record.kind in (Kind.COUNTRY, Kind.CONTINENT, Kind.PROVINCE):
        return found.demonym is not None or own <= COMMON or found.hits[0].how is not How.ALTERNATE
    return own <= COMMON and record.kind is Kind.TOWN and record.weight >= KNOWN
