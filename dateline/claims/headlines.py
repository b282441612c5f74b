"""Headlines that attribute without a verb: "Minister: bridge stays shut", "… – police"."""

from __future__ import annotations

from dateline.claims.anchors import Anchor
from dateline.claims.frames import Frame, trim, words_in
from dateline.claims.lexicon import Lexicon
from dateline.claims.nouns import phrase_after
from dateline.claims.sentences import Sentence
from dateline.model import ClaimKind

_SOURCE_WORDS = 7


def find_headline(sentence: Sentence, anchors: list[Anchor], lexicon: Lexicon) -> Frame | None:
    """The claim of a heading whose source stands before a colon or after a dash."""
    tokens = sentence.tokens
    if anchors and any(anchor.subject is not None for anchor in anchors):
        colon = None
    else:
        colon = next((i for i, t in enumerate(tokens) if t.text == ":"), None)
    if colon is not None and 0 < colon < len(tokens) - 2:
        source = phrase_after(tokens, 0, lexicon)
        content = trim(tokens, (colon + 1, len(tokens)))
        if (
            source is not None
            and source[1] == colon
            and _is_source(sentence, source, lexicon)
            and words_in(tokens, content) >= 2
        ):
            return Frame(
                "headline/colon",
                ClaimKind.INDIRECT,
                [content],
                source=source,
                region=(0, len(tokens)),
            )
    dash = next((i for i in range(len(tokens) - 1, 1, -1) if tokens[i].text in "–—-"), None)
    if dash is not None and dash + 1 < len(tokens) <= dash + 1 + _SOURCE_WORDS:
        source = phrase_after(tokens, dash + 1, lexicon)
        content = trim(tokens, (0, dash))
        if (
            source is not None
            and source[1] == len(tokens)
            and _is_source(sentence, source, lexicon)
        ) and words_in(tokens, content) >= 2:
            return Frame(
                "headline/dash",
                ClaimKind.INDIRECT,
                [content],
                source=source,
                region=(0, len(tokens)),
            )
    return None


def _is_source(sentence: Sentence, source: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether a phrase can speak: it has a role, an organisation or a first name."""
    head = sentence.tokens[source[0] : source[1]]
    return len(head) <= _SOURCE_WORDS and any(
        lexicon.is_role(token.text)
        or lexicon.is_organisation(token.text)
        or token.low in lexicon.first_names
        for token in head
        if token.kind == "w"
    )
