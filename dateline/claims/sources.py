"""Source prepositions ("volgens X", "according to X", "laut X", "X zufolge", "selon X")."""

from __future__ import annotations

from dateline.claims.frames import Frame, Range, clause_bounds, trim, words_in
from dateline.claims.lexicon import Lexicon
from dateline.claims.nouns import past_relative, phrase_after, phrase_before
from dateline.claims.participles import opens_reduced
from dateline.claims.phrases import is_cue
from dateline.claims.sentences import Sentence, Token
from dateline.model import ClaimKind

_AFTER_VERB = ("determiners", "prepositions", "adverbs", "negations", "reflexives")


def find_sources(sentence: Sentence, lexicon: Lexicon) -> list[Frame]:
    """Frames of the clauses that a source preposition attributes."""
    tokens = sentence.tokens
    words = sentence.words
    bounds = clause_bounds(tokens, lexicon)
    frames: list[Frame] = []
    opens = lexicon.sets["source_openers"]
    for at, token in enumerate(tokens):
        if token.kind != "w" or (token.low not in opens and (not at or words[at - 1] != ",")):
            continue
        frame = (
            _same_voice(tokens, words, at, bounds, lexicon)
            or _own_words(tokens, words, at, bounds, lexicon)
            or _possessed(tokens, at, bounds, lexicon)
            or _compound(tokens, at, bounds, lexicon)
            or _before(tokens, words, at, bounds, lexicon)
            or _after(tokens, words, at, bounds, lexicon)
        )
        if frame is not None:
            frames.append(frame)
    return frames


def _before(
    tokens: list[Token], words: list[str], at: int, bounds: list[int], lexicon: Lexicon
) -> Frame | None:
    """A preposition and its source after it."""
    size = lexicon.match("sources", words, at)
    inside = 0 if size else lexicon.match("sources_within", words, at)
    if inside and (at == 0 or tokens[at - 1].text == ","):
        size = inside - 1  # "de | source policière"
    if not size and at > 1 and tokens[at - 1].text == ",":
        size = _closing_tag(tokens, words, at, lexicon)
    if not size or lexicon.match("hearsay", words, at) or lexicon.match("own_words", words, at):
        return None
    if lexicon.match("not_sources", words, at):
        return None
    fronted = lexicon.match("fronted_only", words, at)
    if fronted and not _fronted(tokens, at, lexicon):
        return None
    following = tokens[at + size].low if at + size < len(tokens) else ""
    if lexicon.has("clause_pronouns", following):
        return _according_to_which(tokens, at, at + size + 1, bounds, lexicon)
    source = phrase_after(tokens, at + size, lexicon)
    if source is None or source[0] > at + size + 1:
        return None
    if lexicon.order == "v2" and _is_her(tokens, source, lexicon):
        source = source[0], source[0] + 1
    if at <= 1 and lexicon.order == "v2":
        source = _without_verb(tokens, source, lexicon)
    source = source[0], past_relative(tokens, source, lexicon)
    head = tokens[source[0] : source[1]]
    if any(lexicon.has("not_a_source", token.low) for token in head):
        return None
    end = _past_relative(tokens, source[1], at, lexicon)
    if at <= 1 and lexicon.order == "svo":
        comma = next(
            (i for i in range(at, min(at + 12, len(tokens))) if tokens[i].text == ","), None
        )
        closed = source[1] < len(tokens) and tokens[source[1]].text == ","
        if comma is not None and not closed:
            source = source[0], min(source[1], comma)
            end = max(comma, source[1])
        end = _past_verbless(tokens, end, lexicon)
    return _clause(tokens, (at, at + size), source, (at, end), bounds, lexicon)


def _without_verb(tokens: list[Token], source: Range, lexicon: Lexicon) -> Range:
    """A fronted source without the verb in second place: "Volgens haar | heelt de wond"."""
    start, end = source
    follower = tokens[end] if end < len(tokens) else None
    if end - start < 2 or follower is None or follower.kind != "w" or tokens[end - 1].is_capital:
        return source
    relative = lexicon.has("subject_relatives", follower.low)
    bare = end - start == 2 and tokens[start].low not in lexicon.pronouns
    if relative or (bare and lexicon.has("determiners", tokens[start].low)):
        return source
    verb = lexicon.has("auxiliaries", follower.low) or is_cue(follower, lexicon)
    after_verb = lexicon.has_any(_AFTER_VERB, follower.low) or follower.low in lexicon.pronouns
    return (start, end - 1) if after_verb and not verb else source


def _past_verbless(tokens: list[Token], comma: int, lexicon: Lexicon) -> int:
    """Past ", de l'université de Grenoble," after a fronted source: no clause, so no content."""
    if comma >= len(tokens) or tokens[comma].text != "," or "adjective_after" not in lexicon.flags:
        return comma
    for index in range(comma + 1, min(comma + 14, len(tokens) - 1)):
        token = tokens[index]
        if token.text == ",":
            return index
        verbal = token.kind == "w" and (
            lexicon.has("auxiliaries", token.low)
            or token.low in lexicon.pronouns
            or lexicon.is_finite(token.low)
            or is_cue(token, lexicon)
        )
        if token.kind in "pq" or verbal:
            return comma
    return comma


def _according_to_which(
    tokens: list[Token], at: int, start: int, bounds: list[int], lexicon: Lexicon
) -> Frame | None:
    """ "Un rapport selon lequel …": the noun before is the source of the clause that follows."""
    source = phrase_before(tokens, at, lexicon)
    end = min((bound for bound in bounds if bound > at), default=len(tokens))
    piece = trim(tokens, (start, end))
    if source is None or words_in(tokens, piece) < 3:
        return None
    return Frame(
        "source/according-to",
        ClaimKind.INDIRECT,
        [piece],
        cue=(at, start),
        source=source,
        region=(source[0], piece[1]),
    )


def _closing_tag(tokens: list[Token], words: list[str], at: int, lexicon: Lexicon) -> int:
    """The size of a tag word (", so der Minister.") whose source closes the clause; 0 for none."""
    size = lexicon.match("tag_words", words, at)
    source = phrase_after(tokens, at + size, lexicon) if size else None
    if source is None or source[0] != at + size:
        return 0
    end = source[1]
    while end < len(tokens) and lexicon.has("adverbs", tokens[end].low):
        end += 1  # ", so der Minister weiter."
    closes = end == len(tokens) or tokens[end].kind in "pt"
    return size if closes else 0


def _past_relative(tokens: list[Token], end: int, at: int, lexicon: Lexicon) -> int:
    """Past ", die … ," after a source, or past a relative clause that ends the sentence with it."""
    opening = end + 1 if end < len(tokens) and tokens[end].text == "," else end
    if opening >= len(tokens):
        return end
    led = lexicon.has("prepositions", tokens[opening].low) and opening + 1 < len(tokens)
    relative = lexicon.has_any(("relatives", "citing"), tokens[opening + led].low)
    if not relative and not (opening == end and opens_reduced(tokens, end, lexicon)):
        return end
    if opening == end and lexicon.order == "v2":
        return end
    comma = next(
        (i for i in range(opening + 1, min(end + 25, len(tokens))) if tokens[i].text == ","), None
    )
    if comma is not None:
        return comma
    closes = lexicon.order == "svo" and at > 1
    return len(tokens) if closes else end


def _own_words(
    tokens: list[Token], words: list[str], at: int, bounds: list[int], lexicon: Lexicon
) -> Frame | None:
    """ "By its own account": the clause's subject is the source."""
    size = lexicon.match("own_words", words, at)
    if not size:
        return None
    left = max(bound for bound in bounds if bound <= at)
    left = _skip_lead(tokens, left, at, lexicon)
    source = phrase_after(tokens, left, lexicon) if left < at else None
    if source is None or source[1] > at:
        start = at + size
        while start < len(tokens) and (
            tokens[start].text == "," or lexicon.has("auxiliaries", tokens[start].low)
        ):
            start += 1
        source = phrase_after(tokens, start, lexicon)
    if source is None:
        return None
    return _clause(tokens, (at, at + size), source, (at, at + size), bounds, lexicon)


def _is_her(tokens: list[Token], source: Range, lexicon: Lexicon) -> bool:
    """Whether "haar" stands alone, as nobody and nothing said follows: "volgens haar veilig"."""
    if not lexicon.has("object_pronouns", tokens[source[0]].low) or source[1] - source[0] < 2:
        return False
    return not any(
        token.kind != "w"
        or token.is_capital
        or lexicon.is_role(token.text)
        or lexicon.is_organisation(token.text)
        or lexicon.has_any(("kin", "life_nouns", "human_nouns", "said_nouns"), token.low)
        for token in tokens[source[0] + 1 : source[1]]
    )


def _same_voice(
    tokens: list[Token], words: list[str], at: int, bounds: list[int], lexicon: Lexicon
) -> Frame | None:
    """ "À ses yeux, …": whoever spoke last goes on."""
    size = lexicon.match("same_voice", words, at)
    if not size:
        return None
    frame = _clause(tokens, (at, at + size), None, (at, at + size), bounds, lexicon)
    if frame is not None:
        frame.implicit = True
    return frame


def _possessed(tokens: list[Token], at: int, bounds: list[int], lexicon: Lexicon) -> Frame | None:
    """ "Seiner Ansicht nach", "ihren Angaben zufolge", "nach seinen Worten"."""
    if at + 2 >= len(tokens) or not lexicon.has("possessives", tokens[at].low):
        return None
    if not lexicon.has("governing_nouns", tokens[at + 1].low):
        return None
    if at and lexicon.has("compound_prepositions", tokens[at - 1].low):
        return _clause(tokens, (at - 1, at + 2), (at, at + 1), (at - 1, at + 2), bounds, lexicon)
    after = tokens[at + 2].low
    if not lexicon.has_any(("postpositions", "compound_prepositions"), after):
        return None
    return _clause(tokens, (at + 1, at + 3), (at, at + 1), (at, at + 3), bounds, lexicon)


def _compound(tokens: list[Token], at: int, bounds: list[int], lexicon: Lexicon) -> Frame | None:
    """ "Nach Polizeiangaben": the source is the first part of a compound."""
    if not lexicon.has("compound_prepositions", tokens[at].low) or at + 1 >= len(tokens):
        return None
    word = tokens[at + 1]
    endings = lexicon.suffixes.get("source_compounds", ("\n",))
    if not word.is_capital or not word.low.endswith(endings) or word.low in endings:
        return None
    end = at + 2
    dated = end + 1 < len(tokens) and tokens[end + 1].kind == "t"
    if dated and lexicon.has_any(("prepositions", "links"), tokens[end].low):
        end += 2  # "Nach Polizeiangaben vom Dienstag"
    return _clause(tokens, (at, at + 1), (at + 1, at + 2), (at, end), bounds, lexicon)


def _fronted(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether an ambiguous preposition ("pour") opens the sentence before role and comma."""
    if at > 1:
        return False
    source = phrase_after(tokens, at + 1, lexicon)
    if source is None or source[1] >= len(tokens) or tokens[source[1]].text != ",":
        return False
    return any(
        token.is_capital or lexicon.is_role(token.text) or lexicon.is_organisation(token.text)
        for token in tokens[source[0] : source[1]]
    )


def _after(
    tokens: list[Token], words: list[str], at: int, bounds: list[int], lexicon: Lexicon
) -> Frame | None:
    """A source and its postposition ("dem Bericht zufolge")."""
    if not lexicon.has("postpositions", words[at]):
        return None
    if any(lexicon.match("hearsay", words, start) for start in range(max(0, at - 3), at)):
        return None
    source = phrase_before(tokens, at, lexicon)
    if source is None:
        return None
    return _clause(tokens, (at, at + 1), source, (source[0], at + 1), bounds, lexicon)


def _clause(
    tokens: list[Token],
    cue: Range,
    source: Range | None,
    phrase: Range,
    bounds: list[int],
    lexicon: Lexicon,
) -> Frame | None:
    """The clause around the source phrase, without it, in one piece or two."""
    left = max(bound for bound in bounds if bound <= phrase[0])
    right = min((bound for bound in bounds if bound > phrase[0]), default=len(tokens))
    left = _skip_lead(tokens, left, phrase[0], lexicon)
    left = _after_subordinator(tokens, left, phrase[0], lexicon)
    before, after = trim(tokens, (left, phrase[0])), trim(tokens, (phrase[1], right))
    pieces = [piece for piece in (before, after) if words_in(tokens, piece) > 0]
    if len(pieces) == 2 and words_in(tokens, before) == 1 and _is_lead(tokens[before[0]], lexicon):
        pieces = [after]
    if not pieces or sum(words_in(tokens, piece) for piece in pieces) < 2:
        return None
    return Frame(
        "source/according-to",
        ClaimKind.INDIRECT,
        pieces,
        cue=cue,
        source=source,
        region=(min(pieces[0][0], phrase[0]), max(pieces[-1][1], phrase[1])),
    )


def _is_lead(token: Token, lexicon: Lexicon) -> bool:
    return (
        lexicon.has("and", token.low)
        or lexicon.has("but", token.low)
        or lexicon.has("lead_adverbs", token.low)
    )


def _skip_lead(tokens: list[Token], left: int, stop: int, lexicon: Lexicon) -> int:
    while left < stop and (
        lexicon.has("and", tokens[left].low) or lexicon.has("but", tokens[left].low)
    ):
        left += 1
    return left


def _after_subordinator(tokens: list[Token], left: int, stop: int, lexicon: Lexicon) -> int:
    """Where the clause begins if ", nadat volgens X …" puts the source inside a subordinate one."""
    for index in range(stop - 1, max(left, stop - 4), -1):
        if tokens[index].text == "," or tokens[index].kind == "q":
            return left
        if lexicon.has("subordinators", tokens[index].low) and tokens[index - 1].text == ",":
            return index + 1
        if lexicon.has("relatives", tokens[index].low) and tokens[index - 1].text == ",":
            return index
    return left
