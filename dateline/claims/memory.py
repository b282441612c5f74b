"""What is known of an article's people while its frames are read in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dateline.claims.cast import Cast, Entity
from dateline.claims.entities import collect
from dateline.claims.frames import Frame
from dateline.claims.lexicon import Lexicon
from dateline.claims.names import Gazette
from dateline.claims.sentences import Document

_REACH = 5  # sentences that a pronoun or an untagged quotation looks back


class Memory:
    """A document, its cast, and who has spoken so far."""

    def __init__(self, document: Document, lexicon: Lexicon, gazette: Gazette) -> None:
        self.document = document
        self.lexicon = lexicon
        self.gazette = gazette
        self.cast: Cast = collect(document, lexicon, gazette)
        self.spoken: list[tuple[int, Entity]] = []  # (sentence, entity) in order
        self.protagonist: Entity | None = None  # whom a portrait is about
        self.heard: dict[int, Entity] = {}  # sentence of a bare answer -> who gives it
        self.starts = [offset for offset, _ in self.cast.people]

    def _recent(self, frame: Frame) -> list[tuple[int, Entity]]:
        """Speakers and named subjects before a frame, the nearest first."""
        sentence = self.document.sentences[frame.sentence]
        limit = sentence.tokens[frame.source[0]].start if frame.source else sentence.span.start
        floor_at = max(0, frame.sentence - _REACH)
        floor = self.document.sentences[floor_at].span.start
        high = bisect_left(self.starts, limit)
        low = bisect_left(self.starts, floor)
        by_sentence: dict[int, list[tuple[int, Entity]]] = {}
        for offset, entity in self.cast.people[low:high]:
            number = self._number(offset)
            by_sentence.setdefault(number, []).append((offset, entity))
        spoken: dict[int, list[Entity]] = {}
        for number, entity in self.spoken[-12:]:
            spoken.setdefault(number, []).append(entity)
        ordered: list[tuple[int, Entity]] = []
        for number in range(frame.sentence, floor_at - 1, -1):
            ordered += [(number, entity) for entity in reversed(spoken.get(number, []))]
            ordered += [(number, entity) for _, entity in by_sentence.get(number, [])]
        ordered += [
            (number, entity) for number, entity in reversed(self.spoken[-12:]) if number < floor_at
        ]
        return ordered

    def _number(self, offset: int) -> int:
        """The number of the sentence that an offset is in."""
        return bisect_right(self._starts(), offset) - 1

    def _starts(self) -> list[int]:
        if not hasattr(self, "_start_list"):
            self._start_list = [s.tokens[0].start for s in self.document.sentences]
        return self._start_list

    def _sentence_start(self, offset: int) -> int:
        starts = self._starts()
        return starts[bisect_right(starts, offset) - 1]
