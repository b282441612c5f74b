"""Organisations called by their sort: "das Unternehmen", "die Behörde", "de dienst"."""

from __future__ import annotations

from bisect import bisect_left

from dateline.claims.cast import Entity
from dateline.claims.frames import Frame
from dateline.claims.persons import PersonReader
from dateline.claims.phrases import core_end, is_cue
from dateline.claims.roles import is_company
from dateline.claims.sentences import Token


class SortReader(PersonReader):
    """Finds the organisation that a common noun stands for."""

    def _firm(self, mention: list[Token], head: Token, frame: Frame) -> Entity | None:
        """The firm that a word for a trade calls with what it makes: "le producteur de sucre"."""
        fits = self.lexicon.has("companies", head.low) and self._only_sorted(mention)
        return self._organisation_for(head, frame) if fits else None

    def _only_sorted(self, mention: list[Token]) -> bool:
        """Whether what follows an organisation's noun only sorts it: "le producteur de sucre"."""
        return (
            "adjective_after" in self.lexicon.flags
            and not self._is_owned(mention, by_names=True)
            and not any(self.gazette.at(token) for token in mention)
            and all(token.kind == "w" for token in mention)
        )

    def _organisation_for(
        self, head: Token, frame: Frame, *, sorted_by: bool = False
    ) -> Entity | None:
        """The named organisation that "het bedrijf" or "the group" goes back to."""
        lexicon = self.lexicon
        kinds = lexicon.suffixes.get(f"sorts_of_{head.low}", ())
        sort = self._of_sort(kinds, frame) if kinds else None
        if sort is not None:
            return sort
        if not lexicon.has("anaphoric_organisations", head.low) and not head.low.endswith(
            lexicon.suffixes["anaphoric"]
        ):
            return None
        if self._is_proper(head):
            return None
        for _, entity in self._recent(frame):
            if entity.kind in ("person", "unnamed") or not entity.named or entity.gender:
                continue
            if entity.kind == "name" and (sorted_by or not self._like_a_firm(entity)):
                continue
            if self._is_other(entity, head.low):
                continue
            if entity.head and entity.head != head.low and lexicon.has("governments", entity.head):
                continue
            return entity
        return self._only_firm(head)

    def _of_sort(self, kinds: tuple[str, ...], frame: Frame) -> Entity | None:
        """The organisation named last whose noun is of a sort: "die Behörde", an "…amt"."""
        for _, entity in self._recent(frame):
            if entity.kind == "organisation" and any(
                word.lower().endswith(kinds) for word in entity.name.split()
            ):
                return entity
        return None

    def _only_firm(self, head: Token) -> Entity | None:
        """The one organisation named so far that "the club" can be, however long ago."""
        high = bisect_left(self.starts, head.start)
        firms = {
            entity.name: entity
            for _, entity in self.cast.people[:high]
            if entity.kind in ("organisation", "name")
            and entity.named
            and not (entity.gender or entity.plural)
            and (entity.kind == "organisation" or self._like_a_firm(entity))
            and not self._is_other(entity, head.low)
        }
        return next(iter(firms.values())) if len(firms) == 1 else None

    def _like_a_firm(self, entity: Entity) -> bool:
        """Whether a name of unknown sort can be an organisation: one word, or one that spoke."""
        words = entity.name.lower().split()
        return len(words) == 1 or words[0] not in self.lexicon.first_names

    def _is_other(self, entity: Entity, noun: str) -> bool:
        """Whether an organisation is called by a noun of another sort: "omroep" for "partij"."""
        lexicon = self.lexicon
        if lexicon.has("media", entity.name.split()[-1].lower()):
            return not lexicon.has("media", noun)
        if lexicon.has("generic_groups", noun):
            return False
        if is_company(noun, lexicon) and lexicon.has("bodies", entity.name.lower().split()[0]):
            return True
        called = [w for w in entity.name.lower().split() if lexicon.has("organisations", w)]
        if entity.head and lexicon.is_organisation(entity.head):
            called.append(entity.head)
        return any(
            word != noun
            and not lexicon.has("generic_groups", word)
            and not (is_company(word, lexicon) and is_company(noun, lexicon))
            and not (lexicon.has("media", word) and lexicon.has("media", noun))
            for word in called
        )

    def _headed_by(self, head: Token) -> Entity | None:
        """The one organisation whose name holds the noun: "de rederij" -> Rederij Noordwad."""
        found = {
            entity.name: entity
            for entity in self.cast.organisations()
            if entity.head == head.low
            or (head.low in entity.name.lower().split() and len(entity.name.split()) > 1)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _spoken_as(self, core: list[Token], head: Token) -> Entity | None:
        """The organisation that spoke last under a longer name: "the air force" of Ukraine.

        Also under a compound of the noun: "de dienst" for "de weerdienst".
        """
        if not self.lexicon.is_organisation(head.text):
            return None
        wanted = {token.low for token in core}
        compounds = len(core) == 1 and self.lexicon.order == "v2"
        for _, entity in reversed(self.spoken[-12:]):
            if entity.kind != "organisation":
                continue
            called = entity.name.lower().split()
            if wanted <= set(called) or (
                compounds and any(word.endswith(head.low) for word in called)
            ):
                return entity
        return None

    def _whole_body(self, head: Token) -> str | None:
        """The one longer name of a body in an article: "la préfecture" du Gard."""
        lexicon = self.lexicon
        if "adjective_after" not in lexicon.flags or not lexicon.is_organisation(head.text):
            return None
        names = set()
        for tokens, at in self.cast.described.get(head.low, ())[:20]:
            end = core_end(tokens, at, lexicon)
            if end - at < 3 or not (at and lexicon.has("definites", tokens[at - 1].low)):
                continue
            linked = lexicon.has("links", tokens[at + 1].low)
            proper = next(
                (t for t in tokens[at + 2 : end] if not lexicon.has("determiners", t.low)), None
            )
            if linked and proper is not None and proper.is_capital:
                names.add(self._noun_name(tokens[at : self._past_proper(tokens, at + 2, end)]))
        return names.pop() if len(names) == 1 else None

    def _past_proper(self, tokens: list[Token], at: int, end: int) -> int:
        """Past what goes on a body's name behind its link: capitals, articles, adjectives."""
        lexicon = self.lexicon
        while at < end and (
            tokens[at].is_capital
            or lexicon.has_any(("determiners", "links"), tokens[at].low)
            or (lexicon.ends("adjectives", tokens[at].low) and not is_cue(tokens[at], lexicon))
        ):
            at += 1
        return at

    def _is_proper(self, head: Token) -> bool:
        """Whether a description is a name by its capital: "la Société de protection"."""
        lexicon = self.lexicon
        return (
            "capital_nouns" not in lexicon.flags
            and head.is_capital
            and lexicon.is_organisation(head.text)
            and head.start != self._sentence_start(head.start)
        )
