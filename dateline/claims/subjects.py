"""Who does the reporting: the subject of a verb, or the source behind one that has nobody."""

from __future__ import annotations

from dateline.claims.lexicon import Lexicon
from dateline.claims.nouns import origin_after, phrase_after, phrase_before
from dateline.claims.phrases import core_end, is_cue, is_pronoun
from dateline.claims.sentences import Token

_BOUNDS = ("and", "but", "that", "whether", "subordinators", "questions", "relatives")
_ORIGIN_AFTER = 6  # tokens between an impersonal verb and the preposition of its source
_PEOPLE = ("anaphoric_people", "latter", "life_nouns", "human_nouns")
_BEHIND = 4  # words that may follow a subject behind its verb: "nicht für möglich"
_FRONT = 30  # tokens that may stand before a verb in second place
_ORIGIN = 14  # tokens between the preposition of a fronted source and its verb

Range = tuple[int, int]


def find_subject(
    tokens: list[Token], finite: int, at: int, particle: int | None, lexicon: Lexicon
) -> tuple[Range | None, bool]:
    """The subject's range and whether it follows the finite verb."""
    right_at = finite + 1
    follower = tokens[right_at] if right_at < len(tokens) else None
    if follower is not None and is_pronoun(follower, lexicon):
        object_like = lexicon.has("object_pronouns", follower.low)
        if not object_like and not _determiner_here(tokens, right_at, lexicon):
            clitic = follower.text.startswith("-")
            inverted = lexicon.order == "v2" and not _holds_it(tokens, finite, lexicon)
            if inverted or clitic or _left_subject(tokens, finite, lexicon) is None:
                return (right_at, right_at + 1), True
    told = _as_subject(tokens, finite, lexicon)
    if told is not None:
        return told, False
    left = _left_subject(tokens, finite, lexicon)
    inverts = lexicon.order == "v2" or "free_inversion" in lexicon.flags
    if left is not None and not (
        inverts
        and (not _opens(tokens, left, lexicon) or _is_plain(tokens, left, lexicon))
        and tokens[finite - 1].text == ","
        and _tag_right(tokens, at, finite, lexicon)
    ):
        meant = _speaker_behind(tokens, left, right_at, lexicon)
        return (left, False) if meant is None else (meant, True)
    start = right_at
    if lexicon.order == "svo" and at > finite:
        if "free_inversion" not in lexicon.flags:
            return None, False  # "appears to show X": only a bare tag inverts
        start = at + 1
    if lexicon.order == "svo" and particle == start:
        start += 1
    if "free_inversion" in lexicon.flags:
        start = _past_adjuncts(tokens, start, lexicon)
    while start < len(tokens) and lexicon.has("reflexives", tokens[start].low):
        start += 1
    right = phrase_after(tokens, start, lexicon)
    if right is None and "capital_nouns" in lexicon.flags:
        start = _past_adjuncts(tokens, start, lexicon)  # "erklärte in Sanaa | ein Sprecher"
        right = phrase_after(tokens, start, lexicon)
    if right is None or _is_object(tokens, right, lexicon):
        return None, False
    if lexicon.order == "svo" and _opens_clause(tokens, right[1], lexicon):
        return None, False
    return right, True


def _holds_it(tokens: list[Token], finite: int, lexicon: Lexicon) -> bool:
    """Whether "es" or "sie" behind a verb is its object: "Der Arzt hält es für möglich, dass"."""
    if lexicon.pronouns.get(tokens[finite + 1].low) not in ("neuter", "either"):
        return False
    left = _left_subject(tokens, finite, lexicon)
    if left is None or left[1] != finite or _is_object(tokens, left, lexicon):
        return False
    neuter = lexicon.pronouns[tokens[finite + 1].low] == "neuter"
    opens = left[0] == 0 and left[1] > 1 and lexicon.has("determiners", tokens[0].low)
    return (neuter and opens) or _is_somebody(tokens, left, lexicon)


def _opens(tokens: list[Token], phrase: Range, lexicon: Lexicon) -> bool:
    """Whether a phrase opens its sentence, or stands behind an adjunct without a verb."""
    if phrase[0] == 0 or lexicon.order != "svo" or tokens[phrase[0] - 1].text != ",":
        return phrase[0] == 0
    return not any(
        token.kind == "q"
        or lexicon.has("auxiliaries", token.low)
        or lexicon.is_finite(token.low)
        or is_cue(token, lexicon)
        for token in tokens[: phrase[0]]
    )


def _is_plain(tokens: list[Token], phrase: Range, lexicon: Lexicon) -> bool:
    """Whether a phrase before a comma has no apposition: « Ma fille, dit la mère, … »."""
    return "free_inversion" in lexicon.flags and all(
        token.kind == "w" for token in tokens[phrase[0] : phrase[1]]
    )


def _opens_clause(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a finite verb follows: the phrase before it opens the content, "said one may …"."""
    return at < len(tokens) and (
        lexicon.has("auxiliaries", tokens[at].low) or is_cue(tokens[at], lexicon)
    )


def _speaker_behind(tokens: list[Token], left: Range, at: int, lexicon: Lexicon) -> Range | None:
    """The subject behind a verb where what stands before it cannot speak and may be an object.

    "Eine Rückkehr hält der Trainer für ausgeschlossen": feminine and neuter show no case.
    """
    if lexicon.order != "v2" or _is_somebody(tokens, left, lexicon):
        return None
    right = phrase_after(tokens, at, lexicon)
    if right is None or right[0] != at or not _is_somebody(tokens, right, lexicon):
        return None
    if _is_object(tokens, right, lexicon):
        return None
    noun = right[0] + (right[1] - right[0] > 1 and lexicon.has("determiners", tokens[at].low))
    if "capital_nouns" not in lexicon.flags and not _is_somebody(tokens, (noun, noun + 1), lexicon):
        return None  # "bevestigt het verhaal van de moeder"
    rest = [token for token in tokens[right[1] :] if token.kind != "p"]
    bare = len(rest) <= _BEHIND and not any(token.is_capital for token in rest)
    return right if bare and all(t.kind == "w" for t in rest) else None


def _is_somebody(tokens: list[Token], phrase: Range, lexicon: Lexicon) -> bool:
    """Whether a phrase is of a person or an organisation."""
    return any(
        token.kind == "q"
        or is_pronoun(token, lexicon)
        or lexicon.is_role(token.text)
        or lexicon.is_organisation(token.text)
        or (token.is_capital and token.low in lexicon.first_names)
        or (len(token.text) > 1 and token.text.isupper())
        for token in tokens[phrase[0] : phrase[1]]
    )


def _as_subject(tokens: list[Token], finite: int, lexicon: Lexicon) -> Range | None:
    """The subject right behind "wie", whose verb ends the clause: "wie X in Y schreibt"."""
    if lexicon.order != "v2":
        return None
    for index in range(finite - 1, max(-1, finite - _ORIGIN), -1):
        if tokens[index].kind == "p":
            return None
        opens = index == 0 or tokens[index - 1].kind == "p"
        if opens and lexicon.has("reported_as", tokens[index].low):
            phrase = phrase_after(tokens, index + 1, lexicon)
            if phrase is None or phrase[1] > finite or _is_object(tokens, phrase, lexicon):
                return None
            return phrase
    return None


def _is_object(tokens: list[Token], phrase: Range, lexicon: Lexicon) -> bool:
    """Whether a phrase shows by its case that it is no subject: "einen Anschlag", "ihm"."""
    first = tokens[phrase[0]].low
    lone = phrase[1] - phrase[0] == 1 and not (phrase[0] == 0 and lexicon.order == "svo")
    return lexicon.has("object_articles", first) or (lone and lexicon.has("object_pronouns", first))


def _past_adjuncts(tokens: list[Token], start: int, lexicon: Lexicon) -> int:
    """Past "à l'AFP", "par téléphone" and times between an inverted verb and its subject."""
    index = start
    for _ in range(3):
        if index >= len(tokens):
            return start
        token = tokens[index]
        if token.kind == "t" or lexicon.has("adverbs", token.low):
            index += 1
            continue
        inside = lexicon.has("prepositions", token.low) or lexicon.has("addressee", token.low)
        phrase = phrase_after(tokens, index + 1, lexicon) if inside else None
        if phrase is None or phrase[1] >= len(tokens) or tokens[phrase[1]].kind == "p":
            return index if not inside else start
        index = phrase[1]
    return index


def _determiner_here(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        lexicon.has("determiners", tokens[at].low)
        and following is not None
        and following.kind == "w"
        and not lexicon.has("closed", following.low)
    )


def _tag_right(tokens: list[Token], at: int, finite: int, lexicon: Lexicon) -> bool:
    """Whether a source follows and then a mark or the end: the comma before closes the content."""
    start = at + 1 if lexicon.order == "svo" else finite + 1
    if "free_inversion" in lexicon.flags or "capital_nouns" in lexicon.flags:
        start = _past_adjuncts(tokens, start, lexicon)
    right = phrase_after(tokens, start, lexicon)
    if right is None or not can_speak(tokens, right, lexicon):
        return False
    rest = tokens[right[1] : right[1] + 3]
    return not rest or any(token.kind in "pq" for token in rest)


def can_speak(tokens: list[Token], phrase: Range, lexicon: Lexicon) -> bool:
    """Whether a phrase can be a source: a pronoun, a name, a role or an organisation."""
    return any(
        token.is_capital
        or is_pronoun(token, lexicon)
        or lexicon.is_role(token.text)
        or lexicon.is_organisation(token.text)
        or lexicon.has_any(_PEOPLE, token.low)
        for token in tokens[phrase[0] : phrase[1]]
        if token.kind == "w"
    )


def voice_of(tokens: list[Token], source: Range | None, at: int, lexicon: Lexicon) -> Range | None:
    """Who speaks behind a subject that is nobody: "assure-t-on à l'Élysée", "klinkt het bij X".

    The source where the subject is somebody, None where no one is named behind it.
    """
    if source is None or source[1] - source[0] > 1:
        return source
    nobody = "impersonal" if lexicon.order == "v2" else "impersonal_always"
    if not lexicon.has(nobody, tokens[source[0]].low):
        return source
    origin = origin_after(tokens, at, lexicon)
    if origin is None and lexicon.order == "svo":
        opening = lexicon.has("place_links", tokens[0].low) and phrase_after(tokens, 1, lexicon)
        origin = opening if opening and opening[1] < source[0] else None
    speaks = lexicon.order == "v2" or (origin is not None and can_speak(tokens, origin, lexicon))
    return origin if speaks else None


def _left_subject(tokens: list[Token], finite: int, lexicon: Lexicon) -> Range | None:
    end = finite
    if lexicon.order == "svo":
        while end > 0 and (
            lexicon.has("auxiliaries", tokens[end - 1].low)
            or lexicon.has("negations", tokens[end - 1].low)
            or lexicon.has("reflexives", tokens[end - 1].low)
            or (end > 1 and lexicon.has("object_clitics", tokens[end - 1].low))
        ):
            end -= 1
    left = phrase_before(tokens, end, lexicon)
    if lexicon.order == "svo":
        return left
    if left is None:
        return _whole_front(tokens, (end, end), lexicon)
    if _is_object(tokens, left, lexicon):
        return None
    start = left[0]
    if any(lexicon.has("time_nouns", token.low) for token in tokens[start : start + 3]):
        return None
    while start > 0 and lexicon.has("focus", tokens[start - 1].low):
        start -= 1
    if start == 0:
        return left
    before = tokens[start - 1]
    bounded = before.kind in "pq" or lexicon.has_any(_BOUNDS, before.low)
    return left if bounded else _whole_front(tokens, left, lexicon)


def opening_subject(tokens: list[Token], at: int, lexicon: Lexicon) -> Range | None:
    """The subject of a verb before ``at``, which may have another: "Le maire se lève | et …"."""
    if lexicon.order != "svo":
        return None
    starts = [0, *(i + 1 for i in range(min(at, _FRONT)) if tokens[i].text == ",")]
    for start in starts:
        phrase = phrase_after(tokens, start, lexicon) if start < at else None
        if phrase is None or phrase[0] != start or phrase[1] >= at:
            continue
        verb = tokens[phrase[1]]
        if (
            lexicon.has_any(("auxiliaries", "reflexives", "negations"), verb.low)
            or lexicon.has("object_clitics", verb.low)
            or lexicon.is_finite(verb.low)
            or is_cue(verb, lexicon)
        ):
            return phrase if can_speak(tokens, phrase, lexicon) else None
    return None


def _whole_front(tokens: list[Token], left: Range, lexicon: Lexicon) -> Range | None:
    """A subject with a prepositional attribute: "Ein Mann mit Hut sagte", "een brief uit 1734".

    One constituent stands before a verb in second place, so what opens it is its head.
    """
    start = left[0]
    floor = max(0, start - _FRONT)
    while start > floor and tokens[start - 1].kind in "wt":
        if lexicon.has_any(_BOUNDS, tokens[start - 1].low) and not lexicon.has(
            "articles", tokens[start - 1].low
        ):
            break
        start -= 1
    head = core_end(tokens, start, lexicon)
    if head == start or not lexicon.has("determiners", tokens[start].low):
        return None
    attribute = head < left[0] and lexicon.has_any(("prepositions", "inner"), tokens[head].low)
    return (
        (start, left[1]) if attribute and not _is_object(tokens, (start, head), lexicon) else None
    )


def is_nobody(tokens: list[Token], subject: Range | None, lexicon: Lexicon) -> bool:
    """Whether a verb has no subject but "es"."""
    return subject is None or (
        subject[1] - subject[0] == 1 and lexicon.has("impersonal", tokens[subject[0]].low)
    )


def find_origin(tokens: list[Token], finite: int, lexicon: Lexicon) -> tuple[Range | None, bool]:
    """The source that a preposition gives to a verb at ``finite``, and whether it stands before.

    "Aus X hieß es", "wie aus X verlautete", "hieß es bei X".
    """
    front = origin_before(tokens, finite, lexicon)
    if front is not None:
        return front, True
    for index in range(finite + 1, min(finite + _ORIGIN_AFTER, len(tokens) - 1)):
        if tokens[index].kind == "p":
            break
        if _gives_origin(tokens, index, lexicon):
            return phrase_after(tokens, index + 1, lexicon), False
    return None, False


def _gives_origin(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a preposition gives a source and no place: "in Parteikreisen", but "in Berlin"."""
    low, noun = tokens[at].low, tokens[at + 1]
    if not lexicon.has("from_source", low):
        return False
    place = lexicon.has("place_links", low) and noun.is_capital and low == "in"
    return not place or lexicon.is_role(noun.text) or noun.low.endswith("er")


def origin_before(tokens: list[Token], at: int, lexicon: Lexicon) -> Range | None:
    """The source behind a preposition that opens the clause of the verb at ``at``."""
    for index in range(at - 1, max(-1, at - _ORIGIN), -1):
        token = tokens[index]
        if token.kind in "pq":
            return None
        if not _gives_origin(tokens, index, lexicon):
            continue
        opens = index <= 1 or tokens[index - 1].kind != "w"
        if opens or lexicon.has_any(("reported_as", "impersonal"), tokens[index - 1].low):
            phrase = phrase_after(tokens, index + 1, lexicon)
            return phrase if phrase is not None and phrase[1] <= at else None
    return None
