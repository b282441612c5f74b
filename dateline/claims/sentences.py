"""Tokens and sentences; a quotation or a time expression is one token, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.claims.lexicon import Lexicon
from dateline.claims.quotes import Quote
from dateline.model import Span, Time

_STOPS = frozenset(".!?…")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \xa0]$")
_WORD_AFTER = re.compile(r"[ \xa0]([^\W\d_]+)")
_PARAGRAPH = re.compile(r"[^\n]+")
_ARABIC_ARTICLES = frozenset(["al", "el", "as", "ash", "ar", "ad", "an", "at", "az"])  # "al-Tayeb"
_HEADING_WORDS = 18
_LEAD = 9  # tokens of a dateline before its dash
_LONGEST = (
    400  # tokens in a sentence: what is longer is no prose, and work per sentence stays bounded
)


class Token(NamedTuple):
    """A token: ``kind`` is w(ord), p(unctuation), q(uote) or t(ime); ``low`` is lower case.

    An aside between commas (", for his part,") counts as a time: an adverbial to be skipped.
    """

    start: int
    end: int
    text: str
    low: str
    kind: str
    is_capital: bool = False  # a word with a capital letter first

    @property
    def is_acronym(self) -> bool:
        """Whether the word is capitals only, so no function word: "OM", "IS", but not "L'"."""
        return len(self.text) > 1 and self.text.isupper() and self.text[-1].isalnum()


def make_token(start: int, end: int, text: str, low: str, kind: str) -> Token:
    """A token that knows whether it has a capital."""
    return Token(start, end, text, low, kind, kind == "w" and _has_capital(text))


def _has_capital(word: str) -> bool:
    if word[0].isupper() or " " in word:  # a surname such as "von der Leyen"
        return True
    if "-" not in word:
        return False
    article, _, name = word.partition("-")
    return article in _ARABIC_ARTICLES and name[:1].isupper()


def spell(tokens: Sequence[Token]) -> str:
    """Tokens as they stand in the text, with one space where there is any."""
    pieces: list[str] = []
    for index, token in enumerate(tokens):
        if index and token.start > tokens[index - 1].end:
            pieces.append(" ")
        pieces.append(token.text)
    return "".join(pieces)


@dataclass(slots=True)
class Sentence:
    """A sentence's tokens, its paragraph, and whether it is a heading (no final stop)."""

    tokens: list[Token]
    paragraph: int
    heading: bool = False
    words: list[str] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """From the first token to the last, the final stop included."""
        return Span(self.tokens[0].start, self.tokens[-1].end)


@dataclass(slots=True)
class Document:
    """An article as the grammar sees it."""

    text: str
    sentences: list[Sentence]
    quotes: dict[int, Quote]  # by the offset where the quote token starts


def read_document(
    text: str, lexicon: Lexicon, quotes: Sequence[Quote], times: Sequence[Time]
) -> Document:
    """The sentences of ``text``; ``times`` outside quotes become single tokens."""
    opaque = _opaque(quotes, [time for time in times if not _is_name(text, time, lexicon)])
    sentences: list[Sentence] = []
    cursor = 0
    paragraph = 0
    for match in _PARAGRAPH.finditer(text):
        if match.end() <= cursor or match.group().isspace():
            continue
        paragraph += 1
        tokens, cursor = _tokens(text, max(match.start(), cursor), match.end(), lexicon, opaque)
        if tokens:
            tokens = _fold_asides(_named(tokens, lexicon), text, lexicon)
            sentences.extend(_split(tokens, paragraph, lexicon))
    return Document(text, sentences, {quote.span.start: quote for quote in quotes})


def _fold_asides(tokens: list[Token], text: str, lexicon: Lexicon) -> list[Token]:
    """Tokens with ", pour sa part," or "par contre" made one, to be skipped as a time is."""
    if "asides" not in lexicon.phrases:
        return tokens
    words = [token.low for token in tokens]
    folded: list[Token] = []
    at = 0
    while at < len(tokens):
        size = lexicon.match("asides", words, at + 1) if tokens[at].text == "," else 0
        last = at + size + 1
        if size and last < len(tokens) and tokens[last].text == ",":
            start, end = tokens[at].start, tokens[last].end
            folded.append(make_token(start, end, text[start:end], "", "t"))
            at = last + 1
            continue
        adverb = lexicon.match("adverb_phrases", words, at)
        if adverb and not tokens[at].is_capital:
            start, end = tokens[at].start, tokens[at + adverb - 1].end
            folded.append(make_token(start, end, text[start:end], "", "t"))
            at += adverb
            continue
        folded.append(tokens[at])
        at += 1
    return folded


def _is_name(text: str, time: Time, lexicon: Lexicon) -> bool:
    """Whether a one-word time is a person's name: "Annet Mei", "May Stafford"."""
    word = text[time.start : time.end]
    if not word.isalpha() or not word[0].isupper():
        return False
    before = _WORD_BEFORE.search(text, max(0, time.start - 30), time.start)
    previous = before.group(1) if before is not None else ""
    if previous.lower() in lexicon.first_names and previous[:1].isupper():
        return True
    after = _WORD_AFTER.match(text, time.end)
    if after is None or word.lower() not in lexicon.first_names:
        return False
    return not lexicon.has("closed", after.group(1).lower()) and not lexicon.has(
        "prepositions", previous.lower()
    )


def _opaque(quotes: Sequence[Quote], times: Sequence[Time]) -> list[tuple[int, int, str]]:
    """Quotes and the times outside them, in order and without overlap, as a reversed stack."""
    units = sorted(
        [(quote.span.start, quote.span.end, "q") for quote in quotes]
        + [(time.start, time.end, "t") for time in times if time.end > time.start],
        key=lambda unit: (unit[0], unit[2]),
    )
    kept: list[tuple[int, int, str]] = []
    for unit in units:
        if not kept or unit[0] >= kept[-1][1]:
            kept.append(unit)
        elif unit[2] == "q" and kept[-1][2] == "t":
            kept[-1] = unit
    kept.reverse()
    return kept


def read_tokens(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The tokens between two offsets, quotation marks being marks among others."""
    return _tokens(text, start, end, lexicon, [])[0]


def _tokens(
    text: str, start: int, end: int, lexicon: Lexicon, opaque: list[tuple[int, int, str]]
) -> tuple[list[Token], int]:
    """Tokens from ``start`` to ``end``, or to the end of a quote that runs over paragraphs."""
    tokens: list[Token] = []
    at = start
    while True:
        while opaque and opaque[-1][0] < at:
            opaque.pop()
        stop = min(opaque[-1][0], end) if opaque else end
        for match in lexicon.token.finditer(text, at, stop):
            word = match.group()
            kind = "p" if match.lastgroup == "mark" else "w"
            low = word.lower().replace("’", "'")
            tokens.append(make_token(match.start(), match.end(), word, low, kind))
        if not opaque or opaque[-1][0] >= end:
            return tokens, end
        first, last, kind = opaque.pop()
        word = text[first:last]
        tokens.append(make_token(first, last, word, "" if kind == "q" else word.lower(), kind))
        at = last
        end = max(end, last)


def _named(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens, where an auxiliary that is a first name is one no more: "Will Reed said"."""
    last = len(tokens) - 1
    return [
        token._replace(low=token.text)
        if index < last
        and lexicon.has("names_too", token.low)
        and token.is_capital
        and tokens[index + 1].is_capital
        and not lexicon.has("closed", tokens[index + 1].low)
        else token
        for index, token in enumerate(tokens)
    ]


def _split(tokens: list[Token], paragraph: int, lexicon: Lexicon) -> list[Sentence]:
    sentences: list[Sentence] = []
    first = _lead_end(tokens, lexicon)
    if first:
        sentences.append(_sentence(tokens[:first], paragraph))
        sentences[0].heading = True
    for index, _token in enumerate(tokens):
        if index < first:
            continue
        if _ends_sentence(tokens, index, lexicon) or index - first >= _LONGEST:
            sentences.append(_sentence(tokens[first : index + 1], paragraph))
            first = index + 1
    if first < len(tokens):
        rest = _sentence(tokens[first:], paragraph)
        rest.heading = first == 0 and not sentences and _looks_like_heading(rest.tokens)
        sentences.append(rest)
    return sentences


def _lead_end(tokens: list[Token], lexicon: Lexicon) -> int:
    """How many tokens a dateline or a clock time before a dash takes: "KHARKIV, Ukraine —"."""
    for index, token in enumerate(tokens[:_LEAD]):
        if token.text in ("–", "—", "-", "--") and 0 < index < len(tokens) - 3:
            spaced = tokens[index - 1].end < token.start and token.end < tokens[index + 1].start
            return index + 1 if spaced and _are_names(tokens[:index], lexicon) else 0
        if token.kind == "q":
            return 0
    return 0


def _are_names(tokens: list[Token], lexicon: Lexicon) -> bool:
    """Whether tokens are names, numbers, times, or an agency in brackets: "Berlin (dpa)"."""
    inside = False
    for token in tokens:
        inside = token.text == "(" or (inside and token.text != ")")
        if not (
            inside
            or token.kind in "tp"
            or token.text[0].isupper()
            or token.text[0].isdigit()
            or lexicon.has("clock_words", token.low)
        ):
            return False
    return True


def _sentence(tokens: list[Token], paragraph: int) -> Sentence:
    return Sentence(tokens, paragraph, words=[token.low for token in tokens])


def _looks_like_heading(tokens: list[Token]) -> bool:
    last = tokens[-1]
    if last.kind == "q":
        return len(tokens) > 1 and last.text[-2:-1] not in _STOPS
    return len(tokens) <= _HEADING_WORDS and last.text[-1] not in _STOPS


def _ends_sentence(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    token = tokens[index]
    follower = tokens[index + 1] if index + 1 < len(tokens) else None
    if follower is None:
        return False
    begins = (
        follower.kind == "q"
        or follower.text[0].isupper()
        or follower.text[0].isdigit()
        or follower.text in ("—", "–", "[", "(")
        or (follower.kind == "w" and follower.text[0] in "'’")
    )
    if token.kind == "w" and token.text[-1] == ".":
        return _closes_after_initial(tokens, index, lexicon)
    if token.kind == "p" and token.text[0] in _STOPS:
        if token.text[0] in ".…" and follower.start == token.end and follower.kind == "w":
            return False
        return begins
    if token.kind == "q" and begins and token.text[-1] not in "([":
        inner_last = token.text.rstrip("”“\"»«‹›'’‘ \xa0\u202f")[-1:]
        if inner_last not in _STOPS:
            return False
        if follower.kind == "q":
            return True
        return (
            lexicon.order == "v2"
            or inner_last == "."
            or not _tag_follows(tokens, index + 1, lexicon)
        )
    return False


def _closes_after_initial(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a surname cut to a letter ends its sentence: "… tegen Kevin D. | Volgens hem …"."""
    follower = tokens[index + 1]
    return (
        index > 0
        and len(tokens[index].text) == 2
        and tokens[index - 1].is_capital
        and follower.is_capital
        and lexicon.has("closed", follower.low)
        and not lexicon.has("name_particles", follower.low)
    )


def _tag_follows(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether names and a reporting verb, then the end of the sentence, follow a quotation."""
    for offset in range(index, min(index + 7, len(tokens))):
        token = tokens[offset]
        if token.kind == "p" and token.text[0] in _STOPS:
            return False
        if token.kind == "w" and any(v.form == "finite" for v in lexicon.verbs.get(token.low, ())):
            return not any(
                other.text == ":" or other.kind == "q" or lexicon.has("that", other.low)
                for other in tokens[offset + 1 : offset + 12]
            )
    return False
