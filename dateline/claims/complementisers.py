"""Complementisers: that, whether or a question word behind a reporting verb, and what bars them."""

from __future__ import annotations

from dateline.claims.anchors import Anchor
from dateline.claims.lexicon import Lexicon
from dateline.claims.phrases import is_cue, is_pronoun
from dateline.claims.sentences import Token

_THAT_REACH = 24  # tokens between a reporting verb and its complementiser
_SHORTEST_CLAUSE = 4  # tokens in a clause that a that-word and a preposition open, at least


def find_complementiser(
    tokens: list[Token], anchor: Anchor, lexicon: Lexicon
) -> tuple[int | None, str]:
    """Where the word that opens a reported clause stands, and the rule that it makes."""
    start = max(anchor.at, anchor.finite) + 1
    if anchor.verb.form == "participle" and anchor.finite > anchor.at:
        start = anchor.finite + 1
    commas = 0
    for index in range(start, min(start + _THAT_REACH, len(tokens))):
        token = tokens[index]
        if token.kind == "q" and len(token.text) > 60:
            return None, ""
        if token.text in (";", ":", "."):
            return None, ""
        if token.text == ",":
            commas += 1
            follower = tokens[index + 1] if index + 1 < len(tokens) else token
            if commas > 3 or lexicon.has("and", follower.low) or lexicon.has("but", follower.low):
                return None, ""
            continue
        if token.kind != "w":
            continue
        if lexicon.has("that", token.low) and not _demonstrative(tokens, index, lexicon):
            return index, "clause/that"
        near = index <= start + 1 or tokens[index - 1].text == "," or index == anchor.after
        gap = tokens[anchor.after : index]
        quiet = all(
            t.kind != "w" or lexicon.has("adverbs", t.low) or lexicon.has("negations", t.low)
            for t in gap
        )
        elided = token.low.endswith("'") and not is_pronoun(
            tokens[min(index + 1, len(tokens) - 1)], lexicon
        )
        if lexicon.has("whether", token.low) and (near or quiet) and not elided:
            return index, "clause/whether"
        asks = lexicon.has("questions", token.low) and quiet and index >= anchor.after
        relative = tokens[index - 1].text == "," and lexicon.has("subject_relatives", token.low)
        colon = any(t.text == ":" for t in tokens[index + 1 : index + 4])
        if asks and not relative and not colon:  # "récuse ce reproche : …"
            return index, "clause/question"
        if _blocks(tokens, index, anchor, lexicon):
            return None, ""
    return None, ""


def _demonstrative(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a that-word is a pronoun ("dat klopt", "that is"): a finite verb follows directly."""
    if "that_is_pronoun" not in lexicon.flags or at + 1 >= len(tokens):
        return False
    follower = tokens[at + 1]
    if follower.kind != "w":
        return follower.text in (",", ".", ":") and follower.kind == "p"
    if lexicon.order == "v2":
        end = next((i for i in range(at, len(tokens)) if tokens[i].kind == "p"), len(tokens))
        linked = lexicon.has_any(("prepositions", "links"), follower.low)
        short = linked or lexicon.has("adverbs", follower.low)
        short = short and end - at <= _SHORTEST_CLAUSE
        beside = tokens[at + 2] if at + 2 < len(tokens) else follower
        if lexicon.has("negations", follower.low):  # "wil dat niet zeggen", "gelooft dat niet en"
            return end - at <= _SHORTEST_CLAUSE - 1 or lexicon.has_any(("and", "but"), beside.low)
        if lexicon.has("possessives", follower.low) and end - at > _SHORTEST_CLAUSE:
            return lexicon.has("determiners", beside.low)  # "dat zijn de feiten", no "his"
        return short or lexicon.has("auxiliaries", follower.low)
    finite = lexicon.has("pasts", follower.low) or (
        "plural_s" in lexicon.flags and lexicon.has("auxiliaries", follower.low)
    )
    if finite and not is_cue(tokens[at - 1], lexicon):
        return True  # a relative clause: "pictures that showed"
    return _is_verbless(tokens, at + 1, lexicon)


def _is_verbless(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether one noun and no clause follows: "disputed that finding on Monday"."""
    if is_pronoun(tokens[at], lexicon) or lexicon.has("closed", tokens[at].low):
        return False
    rest = tokens[at + 1 : at + 4]
    if len(rest) > 1 and lexicon.has("prepositions", rest[0].low) and rest[1].kind == "t":
        rest = rest[2:]
    return not rest or rest[0].kind != "w"


def _blocks(tokens: list[Token], at: int, anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether a word between verb and complementiser starts a clause of its own."""
    token = tokens[at]
    if at < anchor.after or at == anchor.particle:
        return False
    if lexicon.has("auxiliaries", token.low):
        possessive = lexicon.has("possessives", token.low) and at + 1 < len(tokens)
        return not (possessive and not lexicon.has("closed", tokens[at + 1].low))
    if lexicon.has("subordinators", token.low):
        near = [t.low for t in (*tokens[at - 2 : at - 1], *tokens[at + 2 : at + 3])]
        if at + 1 < len(tokens) and lexicon.has("that", tokens[at + 1].low):
            return lexicon.order == "svo"  # "priait pour que", but "zei toen dat"
        if token.low in near:
            return False  # "as early as May"
        return tokens[at + 1].text != "," if at + 1 < len(tokens) else True  # "damit, dass"
    if lexicon.has("but", token.low):
        return True
    verbs = lexicon.verbs.get(token.low, ())
    gerund = tokens[at - 1].text == "," and any(verb.form == "gerund" for verb in verbs)
    governed = lexicon.has("prepositions", tokens[at - 1].low)  # "conceded by phone that"
    return gerund or (is_cue(token, lexicon) and not governed)
