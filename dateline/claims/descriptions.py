"""Descriptions without a name: "the minister", "het bedrijf", "a spokesman for the police"."""

from __future__ import annotations

from bisect import bisect_left

from dateline.claims.cast import Entity, may_be_person, role_gender
from dateline.claims.frames import Frame
from dateline.claims.nouns import phrase_after
from dateline.claims.phrases import core_start
from dateline.claims.roles import (
    compound,
    in_field,
    is_compound,
    is_other_office,
    same_group,
)
from dateline.claims.sentences import Token
from dateline.claims.sorts import SortReader
from dateline.model import SpeakerBy

_PERSONAL = ("science", "sport", "care", "art")
_TRADES = ("science", "sport", "care", "art", "business")
_FIELDS = (
    *("science", "law", "prosecution", "police", "state", "business", "sport", "care", "art"),
    "town",
)

_COMPLEMENT = 3  # words from a noun through what it is of: "Forscher aus Jena"
_NEAR = 2  # sentences from a person to the trade that stands for them


class DescriptionReader(SortReader):
    """Resolves roles and common nouns to who holds them."""

    def _described(
        self, mention: list[Token], frame: Frame
    ) -> tuple[Entity | None, SpeakerBy | None]:
        """A role, an organisation's common noun, or an unnamed source."""
        lexicon = self.lexicon
        definite = lexicon.has("definites", mention[0].low) or (
            "declined" in lexicon.flags
            and lexicon.has("definites", self._word_before(mention[0].start))
        )  # "nach Angaben des | Verbands"
        head = self._head(mention)
        if head is not None and (definite or self._bare_role(mention, head)):
            known = self._known(mention, head, frame) or self._named_next(mention, head, frame)
            if known is not None:
                self._remember_role(known, mention, head)
                return known, SpeakerBy.TITLE
        name = self._noun_name(mention)
        if not name:
            return None, None
        if definite and head is not None and len(name.split()) == 1:
            name = self._fullest(head, mention[0].start) or self._whole_body(head) or name
        if head is not None and self._is_weak(mention, head):
            name = name.replace(head.text, f"{head.text}r", 1)  # "der Angeklagte"
        organisation = head is not None and lexicon.is_organisation(head.text)
        entity = self.cast.add(
            Entity(
                name,
                "organisation" if organisation else "unnamed",
                gender=role_gender(head.low, lexicon) if head is not None else "",
                head=head.low if head is not None else "",
                plural=bool(head and head.low.endswith(lexicon.suffixes["plural_nouns"]))
                and not lexicon.has("singular_articles", mention[0].low),
                named=head is not None and self._is_proper(head),
            )
        )
        return entity, SpeakerBy.NAME

    def _remember_role(self, entity: Entity, mention: list[Token], head: Token) -> None:
        """Keeps what a person is called by, for "the judge" after "the former judge"."""
        if self._is_past_trade(mention):
            return
        if entity.kind == "person" and not entity.roles and self.lexicon.is_role(head.text):
            entity.roles.append((head.low, self._noun_name(mention)))

    def _bare_role(self, mention: list[Token], head: Token) -> bool:
        """Whether a role stands without article as a title does ("Opel chief", "Trainer")."""
        return self.lexicon.is_role(head.text) and not (
            self.lexicon.has_any(("indefinites", "possessives"), mention[0].low)
            or (
                head.low.endswith(self.lexicon.suffixes["plural_nouns"])
                and not self._in_heading(head.start)
            )
        )

    def _known(self, mention: list[Token], head: Token, frame: Frame) -> Entity | None:
        """The source that a definite description goes back to."""
        lexicon = self.lexicon
        core = [t for t in mention if t.kind == "w" and not lexicon.has("determiners", t.low)]
        if self._is_plural(mention, head):
            return (self._same_head(head) or self._group(head)) if len(core) == 1 else None
        gender = self._shown_gender(mention[0].low, head.low)
        if lexicon.has("latter", head.low):
            return self._last_named(gender, mention[0].start)
        if lexicon.has("concerned", head.low):
            return self._concerned(gender, frame) or self._person_meant(gender, frame)
        if self._is_stand_in(mention, head):
            return (
                self._holder(mention, head)
                or self._same_head(head)
                or self._last_without_field(gender, frame)
                or self._same_field(mention, head, frame)
                or self._person_meant(gender, frame)
            )
        aged = any(t.low.endswith(lexicon.suffixes["ages"]) and t.low[0].isdigit() for t in core)
        if aged or self._is_parent(mention, head):
            return self._accused(mention, head) or self._person_meant(gender, frame, officers=True)
        spoken = self._spoken_as(core, head)
        if spoken is not None:
            return spoken
        if len(core) == 1:
            headed = self._headed_by(head)
            if headed is not None:
                return headed
        holder = self._holder(mention, head)
        if holder is not None:
            return holder
        if lexicon.has("life_nouns", head.low):
            return (
                self._same_head(head)
                or self._just_spoken(head, frame)
                or self._same_field(mention, head, frame)
                or self._without_role(head, mention[0].start)
            )
        if lexicon.is_role(head.text):
            return (
                self._accused(mention, head)
                or self._same_head(head)
                or self._just_before(head, gender, frame)
                or self._same_field(mention, head, frame)
                or self._only_person(head, mention[0].start)
                or (self._without_role(head, mention[0].start) if len(core) == 1 else None)
                or (self._by_trade(head, gender, frame) if len(core) == 1 else None)
                or (self._firm(mention, head, frame) if len(core) > 1 else None)
                or (self._organisation_for(head, frame) if len(core) == 1 else None)
            )
        if lexicon.has("human_nouns", head.low):
            return (
                self._lone_person(head.low, frame)
                or self._same_head(head)
                or self._last_described(head, frame)
            )
        if len(core) == 1 or self._only_sorted(mention):
            organisation = self._organisation_for(head, frame, sorted_by=len(core) > 1)
            if organisation is not None:
                return organisation
        return self._same_head(head) if len(core) == 1 else None

    def _named_next(self, mention: list[Token], head: Token, frame: Frame) -> Entity | None:
        """The person whose name opens the next sentence, where "die Frau" was nobody so far."""
        lexicon = self.lexicon
        sentences = self.document.sentences
        if "capital_nouns" not in lexicon.flags or frame.sentence + 1 >= len(sentences):
            return None
        if not lexicon.has_any(("human_nouns", "life_nouns"), head.low) and not (
            lexicon.ends("ages", head.low) and head.text[0].isdigit()
        ):
            return None
        start = sentences[frame.sentence + 1].span.start
        at = bisect_left(self.starts, start)
        if at >= len(self.starts) or self.starts[at] != start:
            return None
        entity = self.cast.people[at][1]
        gender = self._shown_gender(mention[0].low, head.low)
        fits = may_be_person(entity) and entity.gender in ("", gender)
        fresh = not any(span.start < start for span in entity.mentions)
        return entity if fits and fresh else None

    def _just_before(self, head: Token, gender: str, frame: Frame) -> Entity | None:
        """Who spoke in the sentence before, if no role was told of them and none is an office."""
        lexicon = self.lexicon
        office = lexicon.has("offices", head.low) or lexicon.ends("offices", head.low)
        if "capital_nouns" not in lexicon.flags or office or not self.spoken:
            return None
        number, entity = self.spoken[-1]
        sentences = self.document.sentences
        near = number == frame.sentence - 1 and (
            sentences[number].paragraph == sentences[frame.sentence].paragraph
        )
        named = may_be_person(entity) and " " in entity.name and not entity.roles
        return entity if near and named and entity.gender in ("", gender) else None

    def _group(self, head: Token) -> Entity | None:
        """Those whom a longer phrase introduced: "die Forscher", "ein Team der Uni Kiel"."""
        kinds = self.lexicon.suffixes.get(f"sorts_of_{head.low}", ())
        nouns = [head.low, *(noun for noun in self.cast.described if noun != head.low)]
        for noun in nouns if kinds else ():
            if not noun.endswith(kinds):
                continue
            for tokens, index in self.cast.described.get(noun, ())[:20]:
                if tokens[index].start >= head.start:
                    break
                start = core_start(tokens, index + 1, self.lexicon)
                phrase = phrase_after(tokens, start, self.lexicon)
                if phrase is None or phrase[1] - index < _COMPLEMENT:
                    continue
                if self.lexicon.has("definites", tokens[start].low):
                    continue
                name = self._noun_name(tokens[start : phrase[1]])
                return self.cast.add(Entity(name, "unnamed", head=head.low, plural=True))
        return None

    def _by_trade(self, head: Token, gender: str, frame: Frame) -> Entity | None:
        """Who has just spoken, called by a trade that nobody else was given: "die Biologin"."""
        lexicon = self.lexicon
        office = lexicon.has("offices", head.low) or lexicon.ends("offices", head.low)
        office = office or lexicon.is_organisation(head.text)
        if not lexicon.sets["offices"] or office or not gender:
            return None
        if self._fullest(head, self.document.sentences[frame.sentence].span.start) is not None:
            return None
        for number, entity in self._recent(frame):
            near = frame.sentence - number <= _NEAR
            if near and may_be_person(entity) and entity.named:
                return entity if entity.gender in ("", gender) else None
        return None

    def _is_plural(self, mention: list[Token], head: Token) -> bool:
        """Whether a description is of several: by its determiner or its ending."""
        lexicon = self.lexicon
        if lexicon.has("plural_determiners", mention[0].low):
            return True
        if "capital_nouns" in lexicon.flags:
            inside = lexicon.has("determiners", mention[0].low)
            article = mention[0].low if inside else self._word_before(mention[0].start)
            plural = article == "die" or (article == "der" and not inside)
            return (
                plural  # "nach Ansicht der | Forscher"
                and lexicon.is_role(head.text)
                and role_gender(head.low, lexicon) != "feminine"
                and not head.low.endswith("e")
            )
        return head.low.endswith(lexicon.suffixes["plural_nouns"]) and lexicon.code != "fr"

    def _without_role(self, head: Token, offset: int) -> Entity | None:
        """The only person so far of whom no role was told, where nobody else was given this one."""
        life = "capital_nouns" in self.lexicon.flags and self.lexicon.has("life_nouns", head.low)
        if self._fullest(head, offset) is not None or not (
            life or any(in_field(head.low, name, self.lexicon) for name in _TRADES)
        ):
            return None
        gender = role_gender(head.low, self.lexicon)
        people = {
            entity.name: entity
            for entity in self._people_before(
                len(self.document.text) if self._in_heading(offset) else offset
            )
            if not entity.roles and (not gender or entity.gender in ("", gender))
        }
        return next(iter(people.values())) if len(people) == 1 else None

    def _only_person(self, head: Token, offset: int) -> Entity | None:
        """The one person whom an accused or a victim can be: the only one named so far."""
        lexicon = self.lexicon
        fits = any(in_field(head.low, name, lexicon) for name in _PERSONAL)
        if not fits and not lexicon.has("case_nouns", head.low):
            return None
        people = {e.name: e for e in self._people_before(offset)}
        return next(iter(people.values())) if len(people) == 1 else None

    def _last_without_field(self, gender: str, frame: Frame) -> Entity | None:
        """The person named last, where the article tells of no role that could speak against."""
        person = self._person_meant(gender, frame)
        return None if person is None or person.roles else person

    def _same_field(self, mention: list[Token], head: Token, frame: Frame) -> Entity | None:
        """The last person whose roles are of the field that a role noun is of."""
        lexicon = self.lexicon
        fields = [name for name in _FIELDS if in_field(head.low, name, lexicon)]
        gender = self._shown_gender(mention[0].low, head.low)
        if not fields or self._is_owned(mention, by_names=True):
            return None
        for _, entity in (*self._recent(frame), *reversed(self.spoken[-12:])):
            if entity.kind != "person":
                continue
            if gender and entity.gender and gender != entity.gender:
                continue
            if any(in_field(role, name, lexicon) for role, _ in entity.roles for name in fields):
                return entity
        return None

    def _fullest(self, head: Token, offset: int) -> str | None:
        """The longer phrase that introduced a described source: "eine Kassiererin aus Stockach"."""
        best: str | None = None
        for tokens, index in self.cast.described.get(head.low, ())[:20]:
            if tokens[index].start >= offset:
                break
            start = core_start(tokens, index + 1, self.lexicon)
            phrase = phrase_after(tokens, start, self.lexicon)
            if phrase is None or not self.lexicon.has("indefinites", tokens[start].low):
                continue
            if any(self.lexicon.has("links", t.low) for t in tokens[start:index]):
                continue
            name = self._noun_name(tokens[start : phrase[1]])
            if best is None or len(name) > len(best):
                best = name
        return best

    def _head(self, mention: list[Token]) -> Token | None:
        """The head noun: the first role or organisation, else the last word before a link."""
        lexicon = self.lexicon
        core: list[Token] = []
        for token in mention:
            if token.kind != "w":
                break
            if core and (lexicon.has("links", token.low) or lexicon.has("inner", token.low)):
                break
            if core and lexicon.has("determiners", token.low):
                break
            if not lexicon.has("determiners", token.low):
                core.append(token)
        final = "role_after_name" in lexicon.flags  # "police spokesman": the last noun is it
        for token in reversed(core) if final else core:
            if (
                lexicon.is_role(token.text)
                or lexicon.is_organisation(token.text)
                or lexicon.has("anaphoric_people", token.low)
            ):
                return token
        if not core:
            return None
        return core[0] if lexicon.code == "fr" else core[-1]

    def _holder(self, mention: list[Token], head: Token) -> Entity | None:
        """The person who holds a role, the last mentioned first; None when torn."""
        offset = mention[0].start
        rest = [t.low for t in mention if t.kind == "w" and t is not head]
        scored: dict[str, tuple[int, int, Entity]] = {}
        for entity in self.cast.by_name.values():
            if entity.kind != "person" or not entity.roles:
                continue
            score = self._role_score(entity, head.low, rest)
            if not score or not self._article_agrees(mention[0].low, entity):
                continue
            last = max((s.start for s in entity.mentions if s.start < offset), default=-1)
            if last >= 0 or score >= 3:
                scored[entity.name] = (score, last, entity)
        if not scored:
            least = 1 if self._in_heading(offset) else 2
            coming = [
                e for e in self.cast.persons() if self._role_score(e, head.low, rest) >= least
            ]
            return coming[0] if len(coming) == 1 else None
        ranked = sorted(scored.values(), key=lambda item: (item[0], item[1]), reverse=True)
        return ranked[0][2]

    def _in_heading(self, offset: int) -> bool:
        """Whether an offset stands in the headline, which tells of people named below it."""
        return self._number(offset) == 0 and self.document.sentences[0].heading

    def _article_agrees(self, article: str, entity: Entity) -> bool:
        """Whether an article that shows gender ("la directrice") can go with a person."""
        if self.lexicon.has("masculine_articles", article):
            return entity.gender != "feminine"
        return not self.lexicon.has("feminine_articles", article) or entity.gender != "masculine"

    def _role_score(self, entity: Entity, head: str, rest: list[str]) -> int:
        lexicon = self.lexicon
        best = 0
        roles = entity.roles or ([(entity.head, entity.name)] if entity.head else [])
        wanted_gender = role_gender(head, lexicon)
        if wanted_gender and entity.gender and wanted_gender != entity.gender:
            return 0
        prefix, core = compound(head, lexicon)
        for role, phrase in roles:
            role_prefix, role_core = compound(role, lexicon)
            low = phrase.lower()
            same = role == head or role_core == core or is_compound(role, head)
            kin = same_group(role_core, core, lexicon)
            if not same and not kin:
                continue
            score = 2 if same else 1
            if any(lexicon.has("distinct_roles", word) and word not in low for word in rest):
                continue  # "l'avocat général" is no "avocat"
            if prefix and prefix != role_prefix:
                score = score + 1 if prefix in low.replace("-", " ").split() else 0
            content = [word for word in rest if not lexicon.has("closed", word)]
            if content and score and low != role:
                hits = sum(word in low for word in content)
                score = score + 1 if hits else score - 1
                if not hits and is_other_office(rest, content, phrase, role, lexicon):
                    score = 0
            best = max(best, score)
        return best
