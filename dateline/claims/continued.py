"""Reported speech that goes on without a tag: German Konjunktiv I in a main clause."""

from __future__ import annotations

from dateline.claims.frames import Frame, trim, words_in
from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Sentence, Token
from dateline.model import ClaimKind

_REACH = 30  # tokens from a sentence's start to its finite verb
_EMBEDDED = ("questions", "that", "whether", "subordinators")


def find_continued(
    sentence: Sentence, lexicon: Lexicon, previous: Frame | None, *, near: bool
) -> Frame | None:
    """The claim of a sentence whose verb shows that it is reported; ``previous`` came before it.

    After a sentence without a claim only Konjunktiv I counts, for the second is a conditional too;
    and where no source is ``near``, only that of auxiliaries, for recipes have the other ("man
    nehme").
    """
    mood = lexicon.sets["reported_mood"]
    if previous is None:
        mood = mood - lexicon.sets["second_mood"]
    if previous is None and not near:
        mood = mood & lexicon.sets["auxiliaries"]
    if not mood or sentence.heading:
        return None
    if previous is not None and previous.kind is ClaimKind.HEARSAY:
        return None
    tokens = sentence.tokens
    if any(lexicon.pronouns.get(word) == "first" for word in sentence.words[:_REACH]):
        return None  # "ich denke" has the same form
    start, at = _finite(tokens, mood, lexicon)
    if at is None or at == start or lexicon.has("no_continuation", tokens[start].low):
        return None
    piece = trim(tokens, (start, len(tokens)))
    if words_in(tokens, piece) < 3:
        return None
    quoted = any(token.kind == "q" for token in tokens[piece[0] : piece[1]])
    kind = ClaimKind.MIXED if quoted else ClaimKind.INDIRECT
    return Frame("clause/continued", kind, [piece], implicit=True, region=piece)


def _finite(tokens: list[Token], mood: frozenset[str], lexicon: Lexicon) -> tuple[int, int | None]:
    """Where the main clause begins and where its verb stands, if that verb is in the mood."""
    start = 0
    plain = False
    for index, token in enumerate(tokens[:_REACH]):
        if token.text in (";", ":"):
            start, plain = index + 1, False
        if token.kind != "w" or token.is_capital:
            continue
        if token.low in mood and not _is_adjective(tokens, index, lexicon):
            if plain or _main_verb_follows(tokens, start, index, mood, lexicon):
                return start, None
            return start, index
        plain = plain or (
            lexicon.has("auxiliaries", token.low)
            and not lexicon.has("reported_mood", token.low)
            and not lexicon.has_any(_EMBEDDED, tokens[start].low)
            and not lexicon.has("possessives", token.low)
            and tokens[index - 1].text != ","
        )
    return start, None


def _is_adjective(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a form that is also an adjective stands between article and noun."""
    return (
        at > 0
        and at + 1 < len(tokens)
        and tokens[at + 1].is_capital
        and lexicon.has_any(("articles", "possessives"), tokens[at - 1].low)
    )


def _main_verb_follows(
    tokens: list[Token], start: int, at: int, mood: frozenset[str], lexicon: Lexicon
) -> bool:
    """Whether the mood stands in a clause before its main verb: "Wann das sei, will er wissen"."""
    if not lexicon.has_any(_EMBEDDED, tokens[start].low):
        return False
    comma = next((i for i in range(at, len(tokens) - 1) if tokens[i].text == ","), None)
    if comma is None:
        return False
    verb = tokens[comma + 1]
    finite = lexicon.has("auxiliaries", verb.low) or any(
        reading.form == "finite" for reading in lexicon.verbs.get(verb.low, ())
    )
    return finite and not lexicon.has("reported_mood", verb.low) and verb.low not in mood
