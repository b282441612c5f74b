"""Resolves each mention of a source to one speaker, and says by what; abstains when torn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.claims.answers import Answer
from dateline.claims.cases import to_nominative
from dateline.claims.cast import Entity
from dateline.claims.entities import take_in
from dateline.claims.frames import Frame, Range
from dateline.claims.nouns import past_relative, phrase_before
from dateline.claims.participles import opens_reduced
from dateline.claims.portraits import PortraitReader
from dateline.claims.protagonist import find_protagonist
from dateline.claims.sentences import Token, spell
from dateline.model import ClaimKind, Span, SpeakerBy

_OPENS = 40  # characters into a sentence where its subject may begin
_OPENING = 3  # sentences in which a quotation may stand as a headline does
_ECHO = 0.5  # share of a heading's words that make a later quotation the same one


@dataclass(frozen=True, slots=True)
class Resolved:
    """The source of one frame; ``entity`` is None where there is none or it stays open."""

    entity: Entity | None
    span: Span | None
    by: SpeakerBy | None


class Resolver(PortraitReader):
    """Reads the frames in order and remembers who spoke."""

    def resolve_all(self, frames: Sequence[Frame], answers: Sequence[Answer]) -> list[Resolved]:
        """The source of every frame, in order; who only answers counts as having spoken."""
        inside = [frame.inside for frame in frames if frame.inside is not None]
        for words in inside:
            take_in(words, self.cast)
        if inside:
            self.starts = [offset for offset, _ in self.cast.people]
        resolved: list[Resolved] = []
        self.protagonist = find_protagonist(self.document, frames, self.cast)
        waiting = list(reversed(answers))
        for index, frame in enumerate(frames):
            while waiting and _precedes(waiting[-1], frame):
                self._hear(waiting.pop())
            result = self._resolve(frame, frames, index)
            if result.entity is not None and frame.kind is not ClaimKind.NARRATED:
                self.spoken.append((frame.sentence, result.entity))
                if result.span is not None:
                    result.entity.mentions[result.span] = None
            resolved.append(result)
        for index, frame in enumerate(frames):
            if frame.implicit and resolved[index].entity is None:
                resolved[index] = self._from_next(frames, resolved, index)
        for index, frame in enumerate(frames):
            entity = resolved[index].entity
            open_still = entity is None or (
                frame.rule == "headline/colon" and entity.kind == "unnamed"
            )
            if frame.kind is ClaimKind.DIRECT and open_still:
                resolved[index] = self._echoed(frames, resolved, index)
        return resolved

    def _hear(self, answer: Answer) -> None:
        if answer.source is None:
            return
        tokens = self.document.sentences[answer.sentence].tokens
        frame = Frame("", ClaimKind.INDIRECT, [], source=answer.source, sentence=answer.sentence)
        entity, _ = self.mention(tokens, answer.source, frame)
        if entity is not None:
            self.spoken.append((answer.sentence, entity))
            self.heard[answer.sentence] = entity

    def _resolve(self, frame: Frame, frames: Sequence[Frame], index: int) -> Resolved:
        if frame.kind in (ClaimKind.NARRATED, ClaimKind.HEARSAY):
            return Resolved(None, None, None)
        if frame.source is None:
            return self._implicit(frame, frames, index)
        tokens = self.document.sentences[frame.sentence].tokens
        source = frame.source[0], past_relative(tokens, frame.source, self.lexicon)
        mention = tokens[source[0] : source[1]]
        span = Span(mention[0].start, mention[-1].end)
        entity, by = self.mention(tokens, source, frame)
        return Resolved(entity, span, by)

    def mention(
        self, tokens: list[Token], source: Range, frame: Frame
    ) -> tuple[Entity | None, SpeakerBy | None]:
        """The entity that a mention stands for."""
        source = self._without_clause(tokens, source)
        mention = tokens[source[0] : source[1]]
        kind = self.lexicon.pronouns.get(mention[0].low)
        if kind is not None and len(mention) == 1:
            return self._pronoun(kind, frame), SpeakerBy.PRONOUN
        if len(mention) == 1 and self.lexicon.has("possessives", mention[0].low):
            own = "masculine" if self.lexicon.has("his", mention[0].low) else "either"
            return self._pronoun(own, frame), SpeakerBy.PRONOUN
        if any(self.lexicon.has("same_source", token.low) for token in mention) and self.spoken:
            return self.spoken[-1][1], SpeakerBy.IMPLICIT
        plain = to_nominative(
            mention, self._word_before(mention[0].start, mention[-1].end), self.lexicon
        )
        if plain != mention:
            mention, tokens = plain, [*tokens[: source[0]], *plain, *tokens[source[1] :]]
        if len(mention) == 1 and self.lexicon.has("subject_relatives", mention[0].low):
            return self._antecedent(tokens, source, frame), SpeakerBy.PRONOUN
        person = self._called_by_origin(mention, frame)
        if person is not None:
            return person, SpeakerBy.TITLE
        surname = self._surname(mention)
        if surname is not None:
            return surname, SpeakerBy.SURNAME
        quoted = self._quoted_name(mention)
        if quoted is not None:
            return quoted, SpeakerBy.NAME
        owner = self._owner_of_words(mention)
        if owner is not None:
            return owner, SpeakerBy.NAME
        named = None if self._is_compound_source(mention) else self._named(tokens, source)
        if named is not None:
            return named
        country = self._country(mention)
        if country is not None:
            return country, SpeakerBy.NAME
        return self._described(mention, frame)

    def _without_clause(self, tokens: list[Token], source: Range) -> Range:
        """A mention up to its reduced relative clause: "un chirurgien | cité par le journal X"."""
        for index in range(source[0] + 1, source[1]):
            if opens_reduced(tokens, index, self.lexicon):
                return source[0], index
        return source

    def _antecedent(self, tokens: list[Token], source: Range, frame: Frame) -> Entity | None:
        """Whom ", qui craint …" goes back to: this sentence's speaker, or the phrase before."""
        if self.spoken and self.spoken[-1][0] == frame.sentence:
            return self.spoken[-1][1]
        before = phrase_before(tokens, source[0] - 1, self.lexicon)
        return self.mention(tokens, before, frame)[0] if before is not None else None

    def _owner_of_words(self, mention: list[Token]) -> Entity | None:
        """Whose story or account a phrase names: "Naw Paw Mu's story"."""
        if len(mention) < 2 or not self.lexicon.has("said_nouns", mention[-1].low):
            return None
        owner = mention[-2].text
        if not owner.endswith(("'s", "’s")):
            return None
        return self.cast.find(spell(mention[:-1])[:-2])

    def _pronoun(self, kind: str, frame: Frame) -> Entity | None:
        if kind == "nobody":
            return None
        spoken = {id(entity) for _, entity in self.spoken}
        topic = self._topic(frame)
        if topic is not None and _agrees(kind, topic):
            return topic
        described = self._described_subject(kind, frame)
        if described is not None and described[0] == frame.sentence:
            at = self.document.sentences[frame.sentence].tokens[described[1][0]].start
            if any(span.start <= at < span.end for span in frame.spans):
                described = None  # "The minister has waited, she said" is not the minister
        for number, entity in self._recent(frame):
            if described is not None and number < described[0]:
                break
            if number == frame.sentence and _told_of(entity, frame):
                continue
            if entity.kind == "unnamed" and self.lexicon.has("said_nouns", entity.head):
                continue  # a statement is no "he"
            if (
                entity.kind == "name"
                and kind in ("masculine", "feminine", "person")
                and id(entity) not in spoken
            ):
                continue
            if _agrees(kind, entity) or self._agrees_as_thing(kind, entity, number, frame):
                if (
                    kind in ("masculine", "feminine")
                    and not entity.gender
                    and entity.kind != "organisation"
                ):
                    entity.gender = kind
                if kind in ("masculine", "feminine") and entity.kind == "name":
                    entity.kind = "person"
                if kind == "neuter" and entity.kind == "name":
                    entity.kind = "organisation"
                return entity
        if described is None:
            return self._misjudged(kind, frame) or self._portrayed(kind)
        at, source = described
        inner = Frame("", ClaimKind.INDIRECT, [], source=source, sentence=at)
        return self.mention(self.document.sentences[at].tokens, source, inner)[0]

    def _portrayed(self, kind: str) -> Entity | None:
        """The protagonist, whose name showed no gender before a pronoun did."""
        entity = self.protagonist
        if entity is None or not _agrees(kind, entity):
            return None
        entity.kind = "person"
        return entity

    def _misjudged(self, kind: str, frame: Frame) -> Entity | None:
        """The last speaker, where only a foreign first name speaks against the pronoun's gender."""
        if kind not in ("masculine", "feminine"):
            return None
        for _, entity in self._recent(frame):
            if entity.kind != "person" or entity.plural:
                continue
            first = entity.name.split()[0].lower()
            if first in self.lexicon.own_first_names or entity.gender != self.lexicon.gender_of(
                first
            ):
                continue
            entity.gender = kind
            return entity
        return None

    def _described_before(self, frame: Frame) -> Entity | None:
        """The person whom the sentence before, in the same paragraph, tells of by a description."""
        sentences = self.document.sentences
        if sentences[frame.sentence - 1].paragraph != sentences[frame.sentence].paragraph:
            return None
        described = self._described_subject("person", frame)
        if described is None or described[0] != frame.sentence - 1:
            return None
        at, source = described
        inner = Frame("", ClaimKind.INDIRECT, [], source=source, sentence=at)
        entity, by = self.mention(sentences[at].tokens, source, inner)
        return entity if by is SpeakerBy.TITLE else None

    def _agrees_as_thing(self, kind: str, entity: Entity, number: int, frame: Frame) -> bool:
        """Whether "elle" or "er" can be an organisation: one that has just spoken."""
        return (
            "gendered_things" in self.lexicon.flags
            and kind in ("masculine", "feminine")
            and entity.kind == "organisation"
            and frame.sentence - number <= 1
            and any(spoken is entity and at == number for at, spoken in self.spoken[-3:])
        )

    def _implicit(self, frame: Frame, frames: Sequence[Frame], index: int) -> Resolved:
        if not frame.implicit and frame.kind is not ClaimKind.DIRECT:
            return Resolved(None, None, None)
        if frame.inside is not None:
            entity, by = self.mention(frame.inside, (0, len(frame.inside)), frame)
            return Resolved(entity, Span(frame.inside[0].start, frame.inside[-1].end), by)
        upcoming = self._tagged_next(frame, frames, index)
        if upcoming:
            return Resolved(None, None, None)
        sentences = self.document.sentences
        if frame.told_by is not None:
            number, source = frame.told_by
            teller = Frame("", ClaimKind.INDIRECT, [], source=source, sentence=number)
            entity, _ = self.mention(sentences[number].tokens, source, teller)
            if entity is not None:
                return Resolved(entity, None, SpeakerBy.IMPLICIT)
        topic = self._topic(frame)
        if topic is not None:
            return Resolved(topic, None, SpeakerBy.IMPLICIT)
        paragraph = sentences[frame.sentence].paragraph
        for number, entity in self._recent(frame):
            if paragraph - sentences[number].paragraph > 2:
                break
            if number < frame.sentence - 1:
                told = self._described_before(frame)
                if told is not None:
                    return Resolved(told, None, SpeakerBy.IMPLICIT)
            if entity.kind == "person" or self._leads(entity, number):
                return Resolved(entity, None, SpeakerBy.IMPLICIT)
        return Resolved(None, None, None)

    def _leads(self, entity: Entity, number: int) -> bool:
        """Whether what is no person speaks in a sentence or opens it, so that it can go on."""
        if any(at == number and spoken is entity for at, spoken in self.spoken[-12:]):
            return True
        start = self.document.sentences[number].span.start
        return any(
            start <= span.start < start + _OPENS
            and all(
                self.lexicon.has("determiners", word.lower()) or not word.islower()
                for word in self.document.text[start : span.start].split()
            )
            for span in entity.mentions
        )

    def _tagged_next(self, frame: Frame, frames: Sequence[Frame], index: int) -> bool:
        """Whether an untagged quotation opens its paragraph and the next frame there names who."""
        sentences = self.document.sentences
        here = sentences[frame.sentence]
        opens = frame.sentence == 0 or sentences[frame.sentence - 1].paragraph != here.paragraph
        if not opens or index + 1 >= len(frames):
            return False
        follower = frames[index + 1]
        return (
            follower.source is not None
            and sentences[follower.sentence].paragraph == here.paragraph
            and follower.sentence == frame.sentence + 1
            and follower.kind is ClaimKind.DIRECT
            and self.lexicon.pronouns.get(
                sentences[follower.sentence].tokens[follower.source[0]].low
            )
            is None
        )

    def _echoed(
        self, frames: Sequence[Frame], resolved: Sequence[Resolved], index: int
    ) -> Resolved:
        """A quotation in a heading is by whoever says most of its words below."""
        number = frames[index].sentence
        if not (self.document.sentences[number].heading or number < _OPENING):
            return resolved[index]
        wanted = self._words(frames[index])
        best: tuple[float, Entity | None] = (0.0, None)
        first: Entity | None = None
        for later in range(index + 1, len(frames)):
            entity = resolved[later].entity
            if entity is None or frames[later].kind is not ClaimKind.DIRECT:
                continue
            first = first or (entity if entity.kind == "person" else None)
            share = len(wanted & self._words(frames[later])) / max(1, len(wanted))
            if share > best[0]:
                best = share, entity
        chosen = best[1] if best[0] >= _ECHO else first
        if chosen is None:
            return resolved[index]
        return Resolved(chosen, None, SpeakerBy.IMPLICIT)

    def _words(self, frame: Frame) -> set[str]:
        return {
            word.lower()
            for span in frame.spans
            for word in span.of(self.document.text).split()
            if len(word) > 3
        }

    def _from_next(
        self, frames: Sequence[Frame], resolved: Sequence[Resolved], index: int
    ) -> Resolved:
        """An untagged quotation that nothing precedes belongs to the next speaker nearby."""
        for later in range(index + 1, min(index + 3, len(frames))):
            if frames[later].sentence - frames[index].sentence > 3:
                break
            if resolved[later].entity is not None:
                return Resolved(resolved[later].entity, None, SpeakerBy.IMPLICIT)
        return resolved[index]


def _precedes(answer: Answer, frame: Frame) -> bool:
    """Whether an answer is read before a frame: "Reed denied that: it was, in his view, true"."""
    if answer.sentence != frame.sentence:
        return answer.sentence < frame.sentence
    return bool(frame.spans) and answer.span.end <= frame.spans[0].start


def _told_of(entity: Entity, frame: Frame) -> bool:
    """Whether what is said names somebody, who then hardly is the "she" that says it."""
    return any(
        span.start <= mention.start < span.end
        for span in frame.spans
        for mention in entity.mentions
    )


def _agrees(kind: str, entity: Entity) -> bool:
    if kind == "neuter":
        return entity.kind == "organisation" or (entity.kind == "name" and not entity.gender)
    if kind == "plural":
        return entity.plural or entity.kind == "organisation"
    if kind == "either":
        return entity.plural or entity.kind == "organisation" or entity.gender in ("", "feminine")
    if entity.kind == "organisation" or entity.plural:
        return False
    return kind == "person" or entity.gender in ("", kind)
