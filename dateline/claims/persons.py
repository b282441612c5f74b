"""People called by what they are: "l'Italien", "ce dernier", "the woman", "the neighbour"."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left

from dateline.claims.cast import Entity, role_gender
from dateline.claims.frames import Frame
from dateline.claims.mentions import MentionReader
from dateline.claims.protagonist import answers_question, is_led_by_pronoun
from dateline.claims.sentences import Token

_NEAR = 2  # sentences from who spoke without a name to "the man"
_FAMILY = ("cardinals", "possessives")  # "the mother of three", "la mère de ses deux fils"
_CUT = re.compile(r"\s[A-Z]\.$")  # the surname of a suspect in the press: "Ferry K."

_LEAD = 40  # characters before a name in which its origin stands
_SHORTEST = 5  # letters of a noun that stands for a compound of it
_TOWN = 4  # letters of a town at least
_COMPOUNDS = 4  # speakers that it looks back


class PersonReader(MentionReader):
    """Finds the one person of an article whom a noun without a name can mean."""

    def _topic(self, frame: Frame) -> Entity | None:
        """The protagonist, in a paragraph led by a pronoun that names nobody before the frame."""
        if self.protagonist is None:
            return None
        if answers_question(self.document, frame):
            return self.protagonist
        if not is_led_by_pronoun(self.document, frame, self.lexicon):
            return None
        paragraph = self.document.sentences[frame.sentence].paragraph
        near = next((number for number, _ in self._recent(frame)), None)
        if near is not None and self.document.sentences[near].paragraph == paragraph:
            return None
        return self.protagonist

    def _called_by_origin(self, mention: list[Token], frame: Frame) -> Entity | None:
        """The person whom a word calls by where they are from: "l'Italien", "de jonge Deen"."""
        lexicon = self.lexicon
        comma = next((i for i, token in enumerate(mention) if token.text == ","), len(mention))
        mention = mention[:comma]  # "l'Italien, arrivé de Gênes"
        if "adjective_after" in lexicon.flags and any(t.is_capital for t in mention[1:2]):
            linked = len(mention) > 3 and lexicon.has("links", mention[2].low)
            mention = mention[:2] if linked and not mention[3].is_capital else mention
        article, word = mention[0].low, mention[-1]
        if len(mention) < 2 or not word.is_capital or not lexicon.has("definites", article):
            return None
        if not all(lexicon.ends("ages", token.low) for token in mention[1:-1]):
            return None
        one = lexicon.has("singular_articles", article) or (
            "plural_demonyms" in lexicon.suffixes and not lexicon.ends("plural_demonyms", word.low)
        )
        if not one:
            return self._from_there(word)
        opens = mention[0].start == self._sentence_start(mention[0].start)
        if mention[0].is_capital and not opens:
            return None  # a newspaper: "selon Le Parisien"
        if not (
            self.gazette.is_demonym(word)
            or (
                lexicon.ends("demonyms", word.low)
                and self.cast.find(word.text) is None
                and not (lexicon.is_role(word.text) or lexicon.is_organisation(word.text))
            )
        ):
            return None
        introduced = f"{word.low} "
        for entity in self.cast.by_name.values():
            if entity.kind == "person" and any(
                self.document.text[max(0, span.start - len(introduced)) : span.start].lower()
                == introduced
                for span in entity.mentions
                if span.start < word.start
            ):
                return entity
        return self._person_meant(
            self._shown_gender(article, word.low), frame, officers="capital_nouns" in lexicon.flags
        )

    def _from_there(self, word: Token) -> Entity | None:
        """The organisation whose town or origin a plural tells: "die Wolfsburger"."""
        if "capital_nouns" not in self.lexicon.flags or not word.low.endswith("er"):
            return None
        stem = word.low[:-2]
        for _, entity in reversed(self.cast.people):
            if entity.kind not in ("organisation", "name"):
                continue
            towns = entity.name.lower().split()
            if any(_is_from(stem, town) for town in towns) or any(
                f"{word.low} " in self.document.text[max(0, at - _LEAD) : at].lower()
                for at in (span.start for span in list(entity.mentions)[:3])
            ):
                return entity
        return None

    def _shown_gender(self, article: str, noun: str) -> str:
        """The gender that an article or a noun's ending shows; "" for none."""
        if self.lexicon.has("masculine_articles", article):
            return "masculine"
        if self.lexicon.has("feminine_articles", article):
            return "feminine"
        return role_gender(noun, self.lexicon)

    def _person_meant(self, gender: str, frame: Frame, *, officers: bool = False) -> Entity | None:
        """The person of that gender who spoke or was named last.

        Those known by an office come after the others, but for ``officers``.
        """
        people = [
            entity
            for _, entity in self._recent(frame)
            if entity.named
            and not entity.plural
            and (entity.kind == "person" or (entity.kind == "name" and " " in entity.name))
            and (not gender or entity.gender in ("", gender))
        ]
        free = (entity for entity in people if officers or not self._holds_office(entity))
        return next(free, people[0] if people else None)

    def _concerned(self, gender: str, frame: Frame) -> Entity | None:
        """The person told of last who is not the last speaker, for "l'intéressé"."""
        accuser = self.spoken[-1][1] if self.spoken else None
        told = [
            entity
            for _, entity in self._recent(frame)
            if entity is not accuser
            and entity.kind == "person"
            and (not gender or entity.gender in ("", gender))
        ]
        plain = (entity for entity in told if not entity.roles)
        return next(plain, told[0] if told else None)

    def _holds_office(self, entity: Entity) -> bool:
        """Whether a person is told by a role that is no mere stand-in: "her agent, May Rome"."""
        lexicon = self.lexicon
        return bool(entity.roles) and not any(
            lexicon.has("anaphoric_people", role)
            or lexicon.ends("anaphoric_people", role)
            or lexicon.has("life_nouns", role)
            for role, _ in entity.roles
        )

    def _accused(self, mention: list[Token], head: Token) -> Entity | None:
        """Who stands trial: the one whose name is cut to a letter, else the one without a role."""
        counted = self._is_parent(mention, head)  # "de vader van drie"
        if not counted and not self.lexicon.has("accused", head.low):
            return None
        people = {entity.name: entity for entity in self._people_before(mention[0].start)}
        cut = [entity for name, entity in people.items() if _CUT.search(name)]
        plain = [entity for entity in people.values() if not entity.roles]
        if cut or counted:
            return cut[0] if cut else None
        return plain[0] if len(plain) == 1 else None

    def _last_named(self, gender: str, offset: int) -> Entity | None:
        """The last person named before an offset, for "ce dernier"; else the organisation."""
        high = bisect_left(self.starts, offset)
        return next(
            (
                entity
                for _, entity in reversed(self.cast.people[max(0, high - 8) : high])
                if entity.kind == "organisation" or not gender or entity.gender in ("", gender)
            ),
            None,
        )

    def _lone_person(self, noun: str, frame: Frame) -> Entity | None:
        """The one person that "the woman" can be: the only one of that gender named so far."""
        gender = role_gender(noun, self.lexicon)
        people = {
            entity.name: entity
            for _, entity in self._recent(frame)
            if entity.kind == "person" and entity.gender in ("", gender)
        }
        if len(people) != 1:
            heard = [e for _, e in reversed(self.spoken[-12:]) if e.name in people]
            sure = [e for e in heard if e.gender == gender]
            return (sure or heard)[0] if heard and gender else None
        return next(iter(people.values())) if gender else None

    def _just_spoken(self, head: Token, frame: Frame) -> Entity | None:
        """The named person who has just spoken, for "the neighbour" or "la quinquagénaire"."""
        gender = role_gender(head.low, self.lexicon)
        for number, entity in reversed(self.spoken[-3:]):
            if frame.sentence - number > 3 or entity.kind != "person":
                continue
            held = [role for role, _ in entity.roles]
            if held and not any(self.lexicon.has("life_nouns", role) for role in held):
                continue  # who holds an office is not "the neighbour"
            if not gender or entity.gender in ("", gender):
                return entity
        return None

    def _last_described(self, head: Token, frame: Frame) -> Entity | None:
        """Who has just spoken without a name: "the man" after "a neighbour"."""
        gender = role_gender(head.low, self.lexicon)
        for number, entity in reversed(self.spoken[-1:]):
            near = frame.sentence - number <= _NEAR
            if near and entity.kind == "unnamed" and not entity.plural:
                return entity if not gender or entity.gender in ("", gender) else None
        return None

    def _people_before(self, offset: int) -> list[Entity]:
        """Up to eighty mentions of people before an offset, in order."""
        high = bisect_left(self.starts, offset)
        return [e for _, e in self.cast.people[max(0, high - 80) : high] if e.kind == "person"]

    def _is_weak(self, mention: list[Token], head: Token) -> bool:
        """Whether a noun made of an adjective follows "der", and takes an r without it."""
        return (
            "declined" in self.lexicon.flags
            and mention[0].low == "der"
            and head.low.endswith("e")
            and (self.lexicon.is_role(f"{head.low}r") or self.lexicon.ends("ages", head.low))
        )

    def _is_stand_in(self, mention: list[Token], head: Token) -> bool:
        """Whether a noun only calls a person known by something else: "die Juristin"."""
        lexicon = self.lexicon
        core = head.low.rpartition("-")[2]
        if "declined" in lexicon.flags and not lexicon.has("anaphoric_people", core):
            core = core.removesuffix("n")
        if lexicon.has("pointing", mention[0].low) and lexicon.is_role(head.text):
            return True  # "cette mère de deux enfants"
        if self._is_past_trade(mention):
            return True
        return not self._is_owned(mention) and (
            lexicon.has("anaphoric_people", core)
            or lexicon.has("anaphoric_people", head.low)
            or lexicon.ends("anaphoric_people", head.low)
            or (
                lexicon.is_role(head.text)
                and any(lexicon.has("biographical", t.low) for t in mention)
            )
        )

    def _is_parent(self, mention: list[Token], head: Token) -> bool:
        """Whether somebody is told by a family: "the mother of three"."""
        lexicon = self.lexicon
        return lexicon.has("kin", head.low) and any(
            lexicon.has("links", link.low) and lexicon.has_any(_FAMILY, number.low)
            for link, number in itertools.pairwise(mention)
        )

    def _is_past_trade(self, mention: list[Token]) -> bool:
        """Whether a phrase tells what somebody once was: "l'ancienne inspectrice des finances"."""
        lexicon = self.lexicon
        if "adjective_after" not in lexicon.flags or len(mention) < 2:
            return False
        return lexicon.has("formerly", mention[1].low) and not any(
            lexicon.has("links", link.low)
            and (
                after.is_capital
                or lexicon.has("definites", after.low)
                or lexicon.has("fused_links", link.low)
            )
            for link, after in itertools.pairwise(mention)
        )

    def _is_owned(self, mention: list[Token], *, by_names: bool = False) -> bool:
        """Whether a description is of somebody's: "le maire de Lyon", not "le gardien de but"."""
        lexicon = self.lexicon
        return any(
            lexicon.has("genitives", token.low)
            or (
                lexicon.has("links", token.low)
                and (
                    lexicon.has("articles", token.low)
                    or lexicon.has("definites", follower.low)
                    or (by_names and follower.is_capital)
                    or (by_names and follower.is_capital)
                )
            )
            for token, follower in itertools.pairwise(mention[1:])
        )

    def _same_head(self, head: Token | None) -> Entity | None:
        if head is None:
            return None
        for _, entity in reversed(self.spoken):
            if entity.kind == "unnamed" and entity.head == head.low:
                return entity
        if "capital_nouns" not in self.lexicon.flags or len(head.low) < _SHORTEST:
            return None
        for _, entity in reversed(self.spoken[-_COMPOUNDS:]):
            if entity.kind == "unnamed" and entity.head.endswith(head.low):
                return entity  # "die Sprecherin" after "eine Bahnsprecherin"
        return None


def _is_from(stem: str, town: str) -> bool:
    """Whether the stem of a demonym is of a town: "wolfsburg", "münchn" of "münchen"."""
    least = max(_TOWN, len(town) - 2)
    return len(town) >= _TOWN and stem[:least] == town[:least] and len(stem) <= len(town) + 1
