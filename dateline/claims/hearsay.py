"""Hearsay and expectation without a source, and plain narration with a time or a place."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from dateline.claims.frames import Frame, Range, clause_bounds, trim, words_in
from dateline.claims.lexicon import Lexicon
from dateline.claims.sentences import Sentence, Token
from dateline.model import ClaimKind, Level

_NOT_TOLD = ("impersonal", "backward", "conditionals", "relatives", "that")
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
    openers = lexicon.sets["hearsay_openers"]
    for index, word in enumerate(words):
        if word not in openers:
            continue
        for group, rule, level in (
            ("hearsay", "hearsay/adverb", Level.UNVERIFIED),
            ("expected", "hearsay/expected", Level.PROBABLE),
            ("feared", "hearsay/adverb", Level.POSSIBLE),
            ("said_to", "hearsay/said-to", Level.UNVERIFIED),
            ("believed_to", "hearsay/said-to", Level.UNVERIFIED),
        ):
            size = lexicon.match(group, words, index)
            if size:
                cue = (piece[0] + index, piece[0] + index + size)
                return Frame(rule, ClaimKind.HEARSAY, [piece], cue=cue, level=level, region=piece)
    expected = _expected(tokens, piece, lexicon)
    if expected is not None:
        return expected
    rumour = _rumoured(tokens, piece, lexicon)
    if rumour is not None:
        return rumour
    mood = _mood(tokens, piece, lexicon)
    if mood is None and "mood_directly" in lexicon.flags:
        mood = _alone(tokens, piece, lexicon)
    if mood is None:
        return None
    piece = _relative_clause(tokens, piece, mood, lexicon)
    return Frame(
        "hearsay/mood",
        ClaimKind.HEARSAY,
        [piece],
        cue=(mood, mood + 1),
        level=Level.UNVERIFIED,
        region=piece,
    )


def _expected(tokens: list[Token], piece: Range, lexicon: Lexicon) -> Frame | None:
    """A passive without content of its own: "Das Urteil wird für Februar erwartet"."""
    for index in range(piece[0] + 1, piece[1]):
        if not is_expected(tokens, index, lexicon):
            continue
        verb = next(v for v in lexicon.verbs[tokens[index].low] if v.form == "participle")
        cue = (index, index + 1)
        return Frame(
            "hearsay/expected", ClaimKind.HEARSAY, [piece], cue=cue, level=verb.level, region=piece
        )
    return None


def is_expected(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the participle at ``at`` closes a present passive of expecting or fearing."""
    kinds = ("expectation", "belief", "fear")
    if not any(
        v.form == "participle" and v.kind in kinds for v in lexicon.verbs.get(tokens[at].low, ())
    ):
        return False
    if at + 1 < len(tokens) and tokens[at + 1].kind != "p":
        return False
    for index in range(at - 1, max(-1, at - _MOOD_REACH), -1):
        if tokens[index].kind == "p":
            return False
        if lexicon.has("expected_passives", tokens[index].low):
            return True
    return False


def _rumoured(tokens: list[Token], piece: Range, lexicon: Lexicon) -> Frame | None:
    """The content of a rumour: "Es geht das Gerücht, die Brücke werde abgerissen"."""
    for index in range(piece[0], piece[1] - 2):
        if tokens[index + 1].text != "," or not lexicon.has("rumour_nouns", tokens[index].low):
            continue
        start = index + 2
        mood = any(lexicon.has("reported_mood", token.low) for token in tokens[start : start + 14])
        if mood or lexicon.has("that", tokens[start].low):
            cue, content = (index, index + 1), trim(tokens, (start, piece[1]))
            return Frame(
                "hearsay/rumour",
                ClaimKind.HEARSAY,
                [content],
                cue=cue,
                level=Level.UNVERIFIED,
                region=(piece[0], content[1]),
            )
    return None


def _relative_clause(tokens: list[Token], piece: Range, mood: int, lexicon: Lexicon) -> Range:
    """The relative clause that a mood at its end belongs to, else the whole piece."""
    if not lexicon.has("mood_needs", tokens[mood - 1].low):
        return piece
    for index in range(mood - 2, piece[0], -1):
        if tokens[index].text == "," and (
            lexicon.has("relatives", tokens[index + 1].low)
            or lexicon.has("relatives", tokens[index + 2].low)
        ):
            return index + 1, mood + 1
    return piece


def mood_at(tokens: list[Token], piece: Range, lexicon: Lexicon) -> int | None:
    """Where a hearsay auxiliary ("zou", "soll", "aurait") stands in a range, if it does."""
    return _mood(tokens, piece, lexicon)


def _alone(tokens: list[Token], piece: Range, lexicon: Lexicon) -> int | None:
    """Where a conditional alone is hearsay: "deux étudiants se trouveraient dans l'immeuble"."""
    at = conditional_at(tokens, piece, lexicon)
    if at is None or lexicon.has_any(("hearsay_mood", "hypothetical"), tokens[at].low):
        return None
    before = tokens[piece[0] : at]
    if any(t.kind in "pq" or lexicon.has_any(_NOT_TOLD, t.low) for t in before):
        return None
    return None if any(lexicon.pronouns.get(t.low) == "first" for t in before) else at


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
        low_window = {
            token.low for at, token in enumerate(window) if _is_perfect(window, at, lexicon)
        }
        if needed and low_window & needed and not low_window & lexicon.sets["mood_blocks"]:
            return index
        if any(lexicon.has("hearsay_adverbs", token.low) for token in window):
            return index
        before = tokens[max(piece[0], index - 3) : index]
        if needed and lexicon.order == "v2" and any(token.low in needed for token in before):
            return index
    return None


def _is_perfect(window: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether an auxiliary that needs one has a participle before it: "gesehen worden sein"."""
    if not lexicon.has("after_participle", window[at].low):
        return True
    return at > 0 and window[at - 1].low.endswith(lexicon.suffixes["participles"])


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
            or (lexicon.has("subordinators", low) and not _opens_number(tokens, index, lexicon))
        ):
            return True
        if tokens[index].text == ",":
            return False
    return False


def _opens_number(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a conjunction is none: "bis zu 200 Menschen"."""
    return lexicon.match("not_adjuncts", [token.low for token in tokens[at : at + 2]], 0) > 1


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
