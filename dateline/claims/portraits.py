"""Sentences that open with a person described but not named, for a pronoun after them."""

from __future__ import annotations

from dateline.claims.cast import Entity, role_gender
from dateline.claims.descriptions import DescriptionReader
from dateline.claims.frames import Frame, Range
from dateline.claims.nouns import phrase_after
from dateline.claims.phrases import is_cue, is_nominal
from dateline.claims.sentences import Token
from dateline.model import ClaimKind, SpeakerBy

_LEAD = 8  # tokens of an adjunct that opens a sentence
_DESCRIBED = 2  # sentences that a pronoun looks back for a described person
_PEOPLE = ("human_nouns", "life_nouns", "feminine_words", "masculine_words", "case_nouns")


class PortraitReader(DescriptionReader):
    """Finds who a sentence shortly before tells of, by what they are."""

    def _described(
        self, mention: list[Token], frame: Frame
    ) -> tuple[Entity | None, SpeakerBy | None]:
        """Who a description means: for a stand-in also somebody described shortly before."""
        entity, by = super()._described(mention, frame)
        head = self._head(mention)
        if head is None or entity is None or entity.kind != "unnamed" or by is SpeakerBy.TITLE:
            return entity, by
        definite = self.lexicon.has("definites", mention[0].low)
        if not definite or not self._is_stand_in(mention, head) or frame.source is None:
            return entity, by
        before = self._described_subject(self._shown_gender(mention[0].low, head.low), frame)
        if before is None or before[0] == frame.sentence:
            return entity, by
        at, source = before
        inner = Frame("", ClaimKind.INDIRECT, [], source=source, sentence=at)
        meant, _ = super()._described(self.document.sentences[at].tokens[slice(*source)], inner)
        return meant, SpeakerBy.TITLE

    def _described_subject(self, kind: str, frame: Frame) -> tuple[int, Range] | None:
        """The sentence shortly before that opens with a person described but not named."""
        if kind not in ("masculine", "feminine", "either", "person"):
            return None
        for number in range(frame.sentence, max(-1, frame.sentence - 1 - _DESCRIBED), -1):
            tokens = self.document.sentences[number].tokens
            at = self._past_lead(tokens)
            source = phrase_after(tokens, at, self.lexicon) if tokens[at].kind == "w" else None
            if source is None or not self.lexicon.has("determiners", tokens[at].low):
                continue
            if self.lexicon.order == "svo":
                source = self._person_phrase(tokens, source)
            if number == frame.sentence and (frame.source is None or source[1] > frame.source[0]):
                continue
            gender = self._described_gender(tokens[source[0] : source[1]])
            if gender is None and frame.sentence - number <= 1:
                gender = self._gender_of_thing(tokens[source[0] : source[1]])
            fits = gender in ("", kind) or kind == "person"
            if gender is not None and (fits or (kind == "either" and gender == "feminine")):
                return number, source
        return None

    def _past_lead(self, tokens: list[Token]) -> int:
        """Behind an adjunct that opens a sentence: "Told of this, the mother …"; 0 for none."""
        comma = next((i for i in range(1, min(_LEAD, len(tokens) - 1)) if tokens[i].text == ","), 0)
        opens = not self.lexicon.has("determiners", tokens[0].low) and not any(
            token.low in self.lexicon.verbs and token.low not in self.lexicon.sets["noun_too"]
            for token in tokens[1:comma]
        )
        return comma + 1 if comma and opens else 0

    def _is_person(self, token: Token) -> bool:
        """Whether a noun is of a person: a role, a relative, "man", "resident"."""
        if "capital_nouns" in self.lexicon.flags and self.gazette.is_demonym(token):
            return token.is_capital and token.low.endswith(self.lexicon.suffixes["people"])
        return self.lexicon.is_role(token.text) or any(
            self.lexicon.has(group, token.low) for group in _PEOPLE
        )

    def _person_phrase(self, tokens: list[Token], source: Range) -> Range:
        """A phrase that opens a sentence, up to its noun for a person: a verb may follow it."""
        for index in range(source[0] + 1, min(source[1], source[0] + 5)):
            follower = tokens[index + 1] if index + 1 < source[1] else None
            if self._is_person(tokens[index]) and not (
                follower is not None
                and (self.lexicon.has("links", follower.low) or self._is_person(follower))
            ):
                return source[0], self._past_qualities(tokens, index + 1, source[1])
        return source

    def _past_qualities(self, tokens: list[Token], at: int, end: int) -> int:
        """Past adjectives and a place behind a noun: "un négociant genevois en poste à Lomé"."""
        lexicon = self.lexicon
        if "adjective_after" not in lexicon.flags:
            return at
        while at < end and lexicon.ends("adjectives", tokens[at].low):
            if is_cue(tokens[at], lexicon):
                return at
            at += 1
        linked = at + 1 < end and lexicon.has("inner", tokens[at].low)
        return end if linked and is_nominal(tokens[at + 1], lexicon) else at

    def _described_gender(self, mention: list[Token]) -> str | None:
        """The gender of one person whom a phrase describes, "" if unknown; None for others."""
        lexicon = self.lexicon
        head = self._head(mention)
        if head is None or self._is_plural(mention, head):
            return None
        if not self._is_person(head):
            return None
        article = mention[0].low
        if lexicon.has("masculine_articles", article):
            return "masculine"
        if lexicon.has("feminine_articles", article):
            return "feminine"
        return role_gender(head.low, lexicon)

    def _gender_of_thing(self, mention: list[Token]) -> str | None:
        """The gender that its article gives an organisation, where pronouns show it."""
        head = self._head(mention)
        if (
            "gendered_things" not in self.lexicon.flags
            or head is None
            or not self.lexicon.is_organisation(head.text)
            or self._is_plural(mention, head)
        ):
            return None
        return self._shown_gender(mention[0].low, "") or None
