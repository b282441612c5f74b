"""When a claim was said and when it happened, each with where that time was taken from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dateline.claims.frames import Frame
from dateline.claims.sentences import Document
from dateline.model import Article, ClaimKind, Precision, Span, Time, When

_RUN = 3  # sentences over which a run of quotations keeps its time


class Clock:
    """The times of a document, in order, and the run of claims that share one utterance."""

    def __init__(self, article: Article, times: Sequence[Time]) -> None:
        self.article = article
        self.times = sorted(times, key=lambda time: time.start)
        self.starts = [time.start for time in self.times]
        self.last: tuple[str, int, str, When] | None = None  # speaker, sentence, claim, when

    def within(self, span: Span) -> list[Time]:
        """The times that stand inside a span."""
        low = bisect_left(self.starts, span.start)
        high = bisect_left(self.starts, span.end)
        return [time for time in self.times[low:high] if time.end <= span.end]

    def happened(self, frame: Frame) -> When | None:
        """The event's time: the first in the content that a calendar can hold."""
        found = [time for span in frame.spans for time in self.within(span)]
        dated = [time for time in found if time.edtf is not None]
        chosen = dated or found
        return _when(chosen[0]) if chosen else None

    def said(
        self,
        frame: Frame,
        document: Document,
        speaker: str | None,
        claim: str,
        others: Sequence[Span],
        cues: Sequence[int],
    ) -> When | None:
        """The utterance's time: the cue's clause, else the run of claims, else publication."""
        if frame.kind in (ClaimKind.NARRATED, ClaimKind.HEARSAY) and frame.source is None:
            return None
        own = self._own(frame, document, others, cues)
        if own is not None:
            when = _when(own)
            if speaker is not None:
                self.last = (speaker, frame.sentence, claim, when)
            return when
        if self.last is not None and speaker is not None and self.last[0] == speaker:
            name, sentence, source, when = self.last
            if frame.sentence - sentence <= _RUN:
                self.last = (name, frame.sentence, source, when)
                return When(
                    when.time, when.edtf, when.earliest, when.latest, when.precision, source
                )
        return self._published()

    def _own(
        self, frame: Frame, document: Document, others: Sequence[Span], cues: Sequence[int]
    ) -> Time | None:
        """The time in the cue's clause: nearest the cue, outside every claim's content."""
        if frame.cue is None:
            return None
        tokens = document.sentences[frame.sentence].tokens
        cue = tokens[frame.cue[0]].start
        sentence = document.sentences[frame.sentence].span
        free = [
            time
            for time in self.within(sentence)
            if not any(span.contains(time.span) for span in (*frame.spans, *others))
            and time.edtf is not None
            and all(abs(time.start - cue) <= abs(time.start - other) for other in cues)
        ]
        return min(free, key=lambda time: abs(time.start - cue)) if free else None

    def _published(self) -> When | None:
        day = self.article.published
        if day is None:
            return None
        return When(None, f"{day.isoformat()}~", day, day, Precision.DAY, "published")


def _when(time: Time) -> When:
    return When(time.id, time.edtf, time.earliest, time.latest, time.precision)
