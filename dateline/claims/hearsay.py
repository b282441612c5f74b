"""Hearsay and expectation without a source, and plain narration with a time or a place."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from dateline.claims.frames import Frame, Range, clause_bounds, trim, words_in
from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Sentence, Token
from dateline.model import ClaimKind, Level

_MOOD_REACH = 40  # tokens from a hearsay auxiliary to its participle or infinitive


def find_unsourced(
    sentence: Sentence, covered: Sequence[Range], anchored: Sequence[int], lexicon: Lexicon
) -> list[Frame]:
    """Hearsay and narrated frames of the main clauses that no attribution covers.

    ``covered`` are the token ranges of attributions, ``anchored`` the tokens that a time or a
    place makes worth showing.
    """
    tokens = sentence.tokens
    if sentence.heading and not anchored:
        return []
    frames: list[Frame] = []
    for left, right in _clauses(tokens, covered, lexicon):
        piece = trim(tokens, (left, right))
        if words_in(tokens, piece) < 3 or (tokens[-1].text == "?" and right == len(tokens)):
            continue
        frame = _hearsay(tokens, piece, lexicon)
        if frame is not None and not sentence.heading:
            frames.append(frame)
    if not frames and covered:
        return _narrated_rest(sentence, covered, anchored, lexicon)
    if frames and not sentence.heading:
        rest = _narrated_halves(
            tokens, [*covered, *(f.pieces[0] for f in frames)], anchored, lexicon
        )
        return sorted(frames + rest, key=lambda frame: frame.pieces[0])
    if not covered and anchored and not sentence.heading and tokens[-1].text != "?":
        piece = trim(tokens, (0, len(tokens)))
        if _has_verb(tokens, piece) and piece[0] < piece[1]:
            return [_narrated(piece)]
    return []


def _has_verb(tokens: list[Token], piece: Range) -> bool:
    return words_in(tokens, piece) >= 4


def _narrated(piece: Range) -> Frame:
    return Frame("narration/time-or-place", ClaimKind.NARRATED, [piece], region=piece)


def _clauses(tokens: list[Token], covered: Sequence[Range], lexicon: Lexicon) -> list[Range]:
    bounds = [*clause_bounds(tokens, lexicon), len(tokens)]
    pieces: list[Range] = []
    for left, right in itertools.pairwise(bounds):
        start = left
        while start < right and (
            lexicon.has("and", tokens[start].low) or lexicon.has("but", tokens[start].low)
        ):
            start += 1
        hit = [c for c in covered if c[0] < right and c[1] > start]
        if not hit:
            pieces.append((start, right))
        elif min(c[0] for c in hit) - start >= 5:
            pieces.append((start, _before(tokens, start, min(c[0] for c in hit), lexicon)))
    return pieces


def _before(tokens: list[Token], start: int, stop: int, lexicon: Lexicon) -> int:
    """The end of the main clause before an attribution in a subordinate clause."""
    for index in range(stop, start, -1):
        if tokens[index - 1].text in (",", ";"):
            return index - 1
        if lexicon.has("subordinators", tokens[index - 1].low):
            return index - 1
    return start


def _hearsay(tokens: list[Token], piece: Range, lexicon: Lexicon) -> Frame | None:
    words = [token.low for token in tokens[piece[0] : piece[1]]]
    for index in range(len(words)):
        for group, rule, level in (
            ("hearsay", "hearsay/adverb", Level.UNVERIFIED),
            ("expected", "hearsay/expected", Level.PROBABLE),
            ("said_to", "hearsay/said-to", Level.UNVERIFIED),
            ("believed_to", "hearsay/said-to", Level.UNVERIFIED),
        ):
            size = lexicon.match(group, words, index)
            if size:
                cue = (piece[0] + index, piece[0] + index + size)
                return Frame(rule, ClaimKind.HEARSAY, [piece], cue=cue, level=level, region=piece)
    mood = _mood(tokens, piece, lexicon)
    if mood is None:
        return None
    return Frame(
        "hearsay/mood",
        ClaimKind.HEARSAY,
        [piece],
        cue=(mood, mood + 1),
        level=Level.UNVERIFIED,
        region=piece,
    )


def mood_at(tokens: list[Token], piece: Range, lexicon: Lexicon) -> int | None:
    """Where a hearsay auxiliary ("zou", "soll", "aurait") stands in a range, if it does."""
    return _mood(tokens, piece, lexicon)


def conditional_at(tokens: list[Token], piece: Range, lexicon: Lexicon) -> int | None:
    """Where a main verb in the conditional stands in an attributed clause: "elle viserait …"."""
    for index in range(piece[0], piece[1]):
        token = tokens[index]
        if (
            token.kind == "w"
            and lexicon.ends("conditional", token.low)
            and not lexicon.has("not_hearsay", token.low)
            and not _conditional(tokens, piece, index, lexicon)
        ):
            return index
    return None


def _mood(tokens: list[Token], piece: Range, lexicon: Lexicon) -> int | None:
    for index in range(piece[0], piece[1]):
        low = tokens[index].low
        if tokens[index].kind != "w" or not lexicon.has("hearsay_mood", low):
            continue
        if _conditional(tokens, piece, index, lexicon):
            continue
        window = tokens[index + 1 : min(index + _MOOD_REACH, piece[1])]
        if "mood_directly" in lexicon.flags:
            if _participle_near(window, lexicon):
                return index
            continue
        needed = lexicon.sets["mood_needs"]
        low_window = {token.low for token in window}
        if needed and low_window & needed and not low_window & lexicon.sets["mood_blocks"]:
            return index
        before = tokens[max(piece[0], index - 3) : index]
        if needed and lexicon.order == "v2" and any(token.low in needed for token in before):
            return index
    return None


def _participle_near(window: list[Token], lexicon: Lexicon) -> bool:
    """Whether a participle follows the auxiliary within a few words ("aurait été tué")."""
    return any(
        token.kind == "w" and token.low.endswith(lexicon.suffixes["participles"])
        for token in window[:4]
    )


def _conditional(tokens: list[Token], piece: Range, at: int, lexicon: Lexicon) -> bool:
    """Whether the mood is a real conditional or a future seen from the past."""
    for token in tokens[piece[0] : piece[1]]:
        if token.kind == "w" and lexicon.has("conditionals", token.low):
            return True
    for index in range(at - 1, max(piece[0] - 1, at - 12), -1):
        low = tokens[index].low
        opens = index == 0 or tokens[index - 1].kind != "w"
        if tokens[index].kind == "w" and (
            lexicon.has("that", low)
            or (lexicon.has("relatives", low) and (opens and index > piece[0]))
            or lexicon.has("subordinators", low)
        ):
            return True
        if tokens[index].text == ",":
            return False
    return False


def _narrated_rest(
    sentence: Sentence, covered: Sequence[Range], anchored: Sequence[int], lexicon: Lexicon
) -> list[Frame]:
    """Main clauses beside an attribution that carry a time or a place."""
    tokens = sentence.tokens
    if sentence.heading or any(t.kind == "q" for c in covered for t in tokens[c[0] : c[1]]):
        return []
    frames = []
    for left, right in _clauses(tokens, covered, lexicon):
        piece = trim(tokens, (left, right))
        if words_in(tokens, piece) >= 4 and any(piece[0] <= at < piece[1] for at in anchored):
            frames.append(_narrated(piece))
    return frames


def _narrated_halves(
    tokens: list[Token], taken: Sequence[Range], anchored: Sequence[int], lexicon: Lexicon
) -> list[Frame]:
    rest = []
    for left, right in _clauses(tokens, taken, lexicon):
        piece = trim(tokens, (left, right))
        if words_in(tokens, piece) >= 4 and any(piece[0] <= at < piece[1] for at in anchored):
            rest.append(_narrated(piece))
    return rest
