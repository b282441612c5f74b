"""Resolves each mention of a source to one speaker, and says by what; abstains when torn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.claims.entities import Cast, Entity, Gazette, collect, name_runs, role_gender
from dateline.claims.frames import Frame, Range
from dateline.claims.lexicon import Lexicon
from dateline.claims.nouns import core_start, phrase_after
from dateline.claims.sentences import Document, Token, spell
from dateline.model import ClaimKind, PlaceKind, Span, SpeakerBy

_FIELDS = ("science", "law", "business", "sport", "care", "art")
_ECHO = 0.5  # share of a heading's words that make a later quotation the same one
_REACH = 5  # sentences that a pronoun or an untagged quotation looks back


@dataclass(frozen=True, slots=True)
class Resolved:
    """The source of one frame; ``entity`` is None where there is none or it stays open."""

    entity: Entity | None
    span: Span | None
    by: SpeakerBy | None


class Resolver:
    """Reads the frames in order and remembers who spoke."""

    def __init__(self, document: Document, lexicon: Lexicon, gazette: Gazette) -> None:
        self.document = document
        self.lexicon = lexicon
        self.gazette = gazette
        self.cast: Cast = collect(document, lexicon, gazette)
        self.spoken: list[tuple[int, Entity]] = []  # (sentence, entity) in order
        self.starts = [offset for offset, _ in self.cast.people]

    def resolve_all(self, frames: Sequence[Frame]) -> list[Resolved]:
        """The source of every frame, in order."""
        resolved: list[Resolved] = []
        for index, frame in enumerate(frames):
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
            if frame.kind is ClaimKind.DIRECT and resolved[index].entity is None:
                resolved[index] = self._echoed(frames, resolved, index)
        return resolved

    def _resolve(self, frame: Frame, frames: Sequence[Frame], index: int) -> Resolved:
        if frame.kind in (ClaimKind.NARRATED, ClaimKind.HEARSAY):
            return Resolved(None, None, None)
        if frame.source is None:
            return self._implicit(frame, frames, index)
        tokens = self.document.sentences[frame.sentence].tokens
        mention = tokens[frame.source[0] : frame.source[1]]
        span = Span(mention[0].start, mention[-1].end)
        entity, by = self.mention(tokens, frame.source, frame)
        return Resolved(entity, span, by)

    # --- one mention ------------------------------------------------------------------------------

    def mention(
        self, tokens: list[Token], source: Range, frame: Frame
    ) -> tuple[Entity | None, SpeakerBy | None]:
        """The entity that a mention stands for."""
        mention = tokens[source[0] : source[1]]
        kind = self.lexicon.pronouns.get(mention[0].low)
        if kind is not None and len(mention) == 1:
            return self._pronoun(kind, frame, mention[0]), SpeakerBy.PRONOUN
        if any(self.lexicon.has("same_source", token.low) for token in mention) and self.spoken:
            return self.spoken[-1][1], SpeakerBy.IMPLICIT
        quoted = self._quoted_name(mention)
        if quoted is not None:
            return quoted, SpeakerBy.NAME
        named = None if self._is_compound_source(mention) else self._named(tokens, source)
        if named is not None:
            return named
        country = self._country(mention)
        if country is not None:
            return country, SpeakerBy.NAME
        return self._described(mention, frame)

    def _is_compound_source(self, mention: list[Token]) -> bool:
        endings = self.lexicon.suffixes.get("source_compounds", ())
        return bool(endings) and len(mention) == 1 and mention[0].low.endswith(endings)

    def _quoted_name(self, mention: list[Token]) -> Entity | None:
        """The name in quotation marks of a paper, a site or a group: "das Portal „X“"."""
        quoted = next((token for token in mention[1:] if token.kind == "q"), None)
        if quoted is None:
            return None
        bare = len(mention) == 2 and self.lexicon.has("determiners", mention[0].low)
        if not bare and not any(
            self.lexicon.is_organisation(t.text) for t in mention if t.kind == "w"
        ):
            return None
        name = self.document.quotes[quoted.start].inner.of(self.document.text)
        return self.cast.add(Entity(name, "organisation"))

    def _named(self, tokens: list[Token], source: Range) -> tuple[Entity, SpeakerBy] | None:
        segments = _segments(tokens, source)
        best: tuple[Entity, SpeakerBy] | None = None
        for number, segment in enumerate(segments):
            run = self._head_name(tokens, segment)
            if run is None:
                continue
            name = _clean(tokens, run)
            entity = self.cast.find(name)
            before = tokens[segment[0] : run[0]]
            held = [t for t in before if t.kind == "w" and self.lexicon.is_role(t.text)]
            if entity is None:
                kind = (
                    "person"
                    if held or number or name.split()[0].lower() in self.lexicon.first_names
                    else "name"
                )
                article = bool(before) and self.lexicon.has("articles", before[-1].low)
                titled = run[0] > segment[0] and self.lexicon.has(
                    "articles", tokens[run[0] - 1].low
                )
                if any(self.lexicon.is_organisation(t.text) for t in before) or (
                    (article or titled) and self.lexicon.code != "de" and not held
                ):
                    kind = "organisation"
                gender = self.lexicon.first_names.get(name.split()[0].lower(), "")
                entity = self.cast.add(Entity(name, kind, gender=gender))
            if held and entity.kind != "organisation":
                entity.kind = "person"
                entity.gender = entity.gender or role_gender(held[0].low, self.lexicon)
            by = SpeakerBy.NAME
            if number or len(segments) > 1:
                by = SpeakerBy.APPOSITION if number else SpeakerBy.NAME
            elif len(name) < len(entity.name):
                by = SpeakerBy.SURNAME
            best = entity, by
            break
        return best

    def _head_name(self, tokens: list[Token], segment: Range) -> Range | None:
        """The name that heads a segment; None where names only complement a role or a noun."""
        start = segment[0]
        while start < segment[1] and self.lexicon.has("determiners", tokens[start].low):
            start += 1
        if start >= segment[1]:
            return None
        runs = [
            run
            for run in name_runs(tokens[: segment[1]], self.lexicon, self.gazette)
            if run[1] > start
        ]
        role = any(
            t.kind == "w" and self.lexicon.is_role(t.text) for t in tokens[start : segment[1]]
        )
        for run in runs:
            run = (max(run[0], start), run[1])
            before = tokens[start : run[0]]
            place = self.gazette.at(tokens[run[0]])
            covered = place is not None and place.kind is not PlaceKind.DEMONYM
            if covered and place is not None and place.end >= tokens[run[1] - 1].end:
                surname = self.cast.find(_clean(tokens, run))
                if surname is None or surname.kind != "person" or before:
                    continue
            linked = bool(before) and (
                self.lexicon.has("links", before[-1].low)
                or self.lexicon.has("inner", before[-1].low)
                or (self.lexicon.has("determiners", before[-1].low) and len(before) > 1)
            )
            if linked:
                if covered and place is not None:
                    rest = next(
                        (i for i in range(run[0], run[1]) if tokens[i].start >= place.end), None
                    )
                    if rest is not None:
                        return rest, run[1]
                continue
            if before and role and self.lexicon.is_organisation(before[-1].text):
                if any(self.lexicon.has("links", token.low) for token in before):
                    continue
            if before and self.lexicon.code == "de":
                article = start > segment[0]
                common = not role and article and not self.lexicon.is_organisation(before[-1].text)
                if common:
                    continue
            if (
                self.lexicon.code == "de"
                and start > segment[0]
                and not before
                and not role
                and run[1] - run[0] == 1
                and not tokens[run[0]].text.isupper()
                and self.cast.find(tokens[run[0]].text) is None
            ):
                continue
            if run[1] - run[0] == 1 and self._is_common(tokens[run[0]], run[0]):
                continue
            if run[0] == 0 and run[1] == 1 and tokens[0].low in self.cast.small:
                continue
            if not role and any(
                self.lexicon.has("prepositions", t.low) or self.lexicon.has("agents", t.low)
                for t in before
            ):
                continue
            if self._title_word(tokens, run) or self._modifies(tokens, run, segment):
                continue
            return run
        return None

    def _modifies(self, tokens: list[Token], run: Range, segment: Range) -> bool:
        """Whether a name only tells whose role or organisation follows: "Hallwang chief"."""
        if run[1] >= segment[1]:
            return False
        lexicon = self.lexicon
        if tokens[run[1] - 1].text.endswith(("'s", "’s")):
            return True
        rest = tokens[run[1] : segment[1]]
        if "role_after_name" in lexicon.flags:
            return any(
                t.kind == "w" and (lexicon.is_role(t.text) or lexicon.is_organisation(t.text))
                for t in rest[:3]
            )
        follower = rest[0]
        known = self.cast.find(_clean(tokens, run))
        return (
            run[1] - run[0] == 1
            and follower.kind == "w"
            and not lexicon.has("closed", follower.low)
            and not (known is not None and known.kind == "person")
        )

    def _is_common(self, token: Token, at: int) -> bool:
        """Whether a lone capitalised word is a common noun: "Police said", "eine ONG"."""
        lexicon = self.lexicon
        if not lexicon.is_organisation(token.text):
            return False
        return at == 0 or lexicon.code == "de" or token.low in lexicon.sets["organisations"]

    def _title_word(self, tokens: list[Token], run: Range) -> bool:
        if run[1] - run[0] != 1:
            return False
        token = tokens[run[0]]
        if self.lexicon.is_role(token.text):
            return True
        if run[0] == 0 and self.cast.find(token.text) is None and not token.text.isupper():
            return token.low.endswith(self.lexicon.suffixes["plural_nouns"])
        return False

    # --- countries and their people ---------------------------------------------------------------

    def _country(self, mention: list[Token]) -> Entity | None:
        """The source behind a country's name, its people or its voice ("de Britten")."""
        places = self.gazette.within(mention[0].start, mention[-1].end)
        if not places:
            return None
        nouns = [
            token
            for token in mention
            if token.kind == "w"
            and not self.lexicon.has("closed", token.low)
            and self.gazette.at(token) is None
        ]
        voiced = [t for t in nouns if self.lexicon.has("country_voice", t.low)]
        if len(nouns) > len(voiced):
            official = [t for t in nouns if self.lexicon.has("governments", t.low)]
            if official:
                return self._organisation(mention, official[0].low, places[0].country)
            return None
        country = places[0].country
        known = self._spokes_for(country)
        if known is not None:
            return known
        place = places[0]
        if place.kind is PlaceKind.DEMONYM:
            whole = next(
                (
                    p
                    for p in self.gazette.places
                    if p.country == country and p.kind is PlaceKind.COUNTRY
                ),
                None,
            )
            name = whole.text if whole is not None and not voiced else self._noun_name(mention)
        else:
            name = place.text
        return self.cast.add(Entity(name, "organisation", country=country, plural=True))

    def _spokes_for(self, country: str | None) -> Entity | None:
        if country is None:
            return None
        found = [e for e in self.cast.by_name.values() if e.country == country]
        return found[0] if found else None

    def _organisation(self, mention: list[Token], head: str, country: str | None) -> Entity:
        entity = self.cast.add(
            Entity(self._noun_name(mention), "organisation", head=head, country=country)
        )
        return entity

    # --- descriptions -----------------------------------------------------------------------------

    def _described(
        self, mention: list[Token], frame: Frame
    ) -> tuple[Entity | None, SpeakerBy | None]:
        """A role, an organisation's common noun, or an unnamed source."""
        lexicon = self.lexicon
        definite = lexicon.has("definites", mention[0].low)
        head = self._head(mention)
        if head is not None and (definite or self._bare_role(mention, head)):
            known = self._known(mention, head, frame)
            if known is not None:
                return known, SpeakerBy.TITLE
        name = self._noun_name(mention)
        if not name:
            return None, None
        if definite and head is not None and len(name.split()) == 1:
            name = self._fullest(head, mention[0].start) or name
        organisation = head is not None and lexicon.is_organisation(head.text)
        entity = self.cast.add(
            Entity(
                name,
                "organisation" if organisation else "unnamed",
                gender=role_gender(head.low, lexicon) if head is not None else "",
                head=head.low if head is not None else "",
                plural=bool(head and head.low.endswith(lexicon.suffixes["plural_nouns"])),
                named=False,
            )
        )
        return entity, SpeakerBy.NAME

    def _bare_role(self, mention: list[Token], head: Token) -> bool:
        """Whether a role stands without article as a title does ("Opel chief", "Trainer")."""
        return self.lexicon.is_role(head.text) and not (
            self.lexicon.has("indefinites", mention[0].low)
            or head.low.endswith(self.lexicon.suffixes["plural_nouns"])
        )

    def _known(self, mention: list[Token], head: Token, frame: Frame) -> Entity | None:
        """The source that a definite description goes back to."""
        lexicon = self.lexicon
        core = [t for t in mention if t.kind == "w" and not lexicon.has("determiners", t.low)]
        if self._is_plural(mention, head):
            return self._same_head(head) if len(core) == 1 else None
        if any(t.low.endswith(lexicon.suffixes["ages"]) and t.low[0].isdigit() for t in core):
            return next((e for _, e in self._recent(frame) if e.kind == "person"), None)
        if len(core) == 1:
            headed = self._headed_by(head)
            if headed is not None:
                return headed
        holder = self._holder(mention, head, frame)
        if holder is not None:
            return holder
        if lexicon.is_role(head.text):
            return (
                self._same_head(head)
                or self._same_field(head, frame)
                or self._only_person(head, mention[0].start)
            )
        if lexicon.has("human_nouns", head.low):
            return self._lone_person(head.low, frame) or self._same_head(head)
        if len(core) == 1:
            organisation = self._organisation_for(head, frame)
            if organisation is not None:
                return organisation
        return self._same_head(head) if len(core) == 1 else None

    def _is_plural(self, mention: list[Token], head: Token) -> bool:
        """Whether a description is of several: by its determiner or its ending."""
        lexicon = self.lexicon
        if lexicon.has("plural_determiners", mention[0].low):
            return True
        if lexicon.code == "de":
            return (
                mention[0].low == "die"
                and lexicon.is_role(head.text)
                and not head.low.endswith(lexicon.suffixes["feminine"])
                and not head.low.endswith("e")
            )
        return head.low.endswith(lexicon.suffixes["plural_nouns"]) and lexicon.code != "fr"

    def _headed_by(self, head: Token) -> Entity | None:
        """The one named organisation whose name holds the noun: "de rederij" -> Rederij Noordwad."""
        found = [
            entity
            for entity in self.cast.organisations()
            if head.low in entity.name.lower().split() and len(entity.name.split()) > 1
        ]
        return found[0] if len(found) == 1 else None

    def _only_person(self, head: Token, offset: int) -> Entity | None:
        """The one person whom an accused, a victim or a witness can be: the only one named so far."""
        if not self.lexicon.has("case_nouns", head.low):
            return None
        people = {e.name: e for at, e in self.cast.people if at < offset and e.kind == "person"}
        return next(iter(people.values())) if len(people) == 1 else None

    def _same_field(self, head: Token, frame: Frame) -> Entity | None:
        """The last speaker, if one person's roles are of the field that a role noun is of."""
        lexicon = self.lexicon
        fields = [name for name in _FIELDS if _in_field(head.low, name, lexicon)]
        gender = role_gender(head.low, lexicon)
        for _, entity in reversed(self.spoken[-12:]):
            if entity.kind != "person":
                continue
            if gender and entity.gender and gender != entity.gender:
                continue
            if any(_in_field(role, name, lexicon) for role, _ in entity.roles for name in fields):
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
        for token in core:
            if lexicon.is_role(token.text) or lexicon.is_organisation(token.text):
                return token
        if not core:
            return None
        return core[0] if lexicon.code == "fr" else core[-1]

    def _holder(self, mention: list[Token], head: Token, frame: Frame) -> Entity | None:
        """The person who holds a role, the last mentioned first; None when torn."""
        offset = mention[0].start
        rest = [t.low for t in mention if t.kind == "w" and t is not head]
        scored: dict[str, tuple[int, int, Entity]] = {}
        for entity in self.cast.by_name.values():
            if entity.kind != "person" or not entity.roles:
                continue
            score = self._role_score(entity, head.low, rest)
            if not score:
                continue
            last = max((s.start for s in entity.mentions if s.start < offset), default=-1)
            if last >= 0 or score >= 3:
                scored[entity.name] = (score, last, entity)
        if not scored:
            return None
        ranked = sorted(scored.values(), key=lambda item: (item[0], item[1]), reverse=True)
        return ranked[0][2]

    def _role_score(self, entity: Entity, head: str, rest: list[str]) -> int:
        lexicon = self.lexicon
        best = 0
        roles = entity.roles or ([(entity.head, entity.name)] if entity.head else [])
        wanted_gender = role_gender(head, lexicon)
        if wanted_gender and entity.gender and wanted_gender != entity.gender:
            return 0
        prefix, core = _compound(head, lexicon)
        for role, phrase in roles:
            role_prefix, role_core = _compound(role, lexicon)
            low = phrase.lower()
            same = role == head or role_core == core or _is_compound(role, head)
            kin = _same_group(role_core, core, lexicon)
            if not same and not kin:
                continue
            score = 2 if same else 1
            if prefix and prefix != role_prefix:
                score = score + 1 if prefix in low.replace("-", " ").split() else 0
            content = [word for word in rest if not lexicon.has("closed", word)]
            if content and score:
                hits = sum(word in low for word in content)
                score = score + 1 if hits else score - 1
            best = max(best, score)
        return best

    def _organisation_for(self, head: Token, frame: Frame) -> Entity | None:
        """The named organisation that "het bedrijf" or "the group" goes back to."""
        lexicon = self.lexicon
        if not lexicon.has("anaphoric_organisations", head.low) and not head.low.endswith(
            lexicon.suffixes["anaphoric"]
        ):
            return None
        for _, entity in self._recent(frame):
            if entity.kind in ("person", "unnamed") or not entity.named or entity.gender:
                continue
            if entity.kind == "name" and len(entity.name.split()) > 1:
                continue
            if entity.head and entity.head != head.low and lexicon.has("governments", entity.head):
                continue
            return entity
        return None

    def _lone_person(self, noun: str, frame: Frame) -> Entity | None:
        """The one person that "the woman" can be: the only one of that gender named so far."""
        gender = role_gender(noun, self.lexicon)
        people = {
            entity.name: entity
            for _, entity in self._recent(frame)
            if entity.kind == "person" and entity.gender in ("", gender)
        }
        return next(iter(people.values())) if len(people) == 1 and gender else None

    def _same_head(self, head: Token | None) -> Entity | None:
        if head is None:
            return None
        for _, entity in reversed(self.spoken):
            if entity.kind == "unnamed" and entity.head == head.low:
                return entity
        return None

    def _noun_name(self, mention: list[Token]) -> str:
        """A noun phrase as a name: without its article, appositions and possessive ending."""
        start = 0
        while start < len(mention) - 1 and (
            self.lexicon.has("articles", mention[start].low)
            or self.lexicon.has("possessives", mention[start].low)
        ):
            start += 1
        end = start
        while end < len(mention) and mention[end].text not in (",", "("):
            end += 1
        if end == start:
            return ""
        text = self.document.text[mention[start].start : mention[end - 1].end]
        for ending in self.lexicon.suffixes.get("source_compounds", ()):
            if end - start == 1 and text.lower().endswith(ending) and len(text) > len(ending) + 2:
                text = text[: -len(ending)].rstrip("-")
                break
        first = mention[start]
        if (
            start == 0
            and first.is_capital
            and self.lexicon.code != "de"
            and not first.text.isupper()
            and self.gazette.at(first) is None
            and first.start == self._sentence_start(first.start)
            and self._is_common_word(first)
        ):
            text = text[0].lower() + text[1:]
        return " ".join(text.split())

    def _is_common_word(self, token: Token) -> bool:
        """Whether a sentence's first word has its capital from there: it is written small elsewhere."""
        lexicon = self.lexicon
        return (
            lexicon.has("closed", token.low)
            or lexicon.is_role(token.low)
            or lexicon.is_organisation(token.low)
            or token.low.endswith(lexicon.suffixes["plural_nouns"])
        )

    def _sentence_start(self, offset: int) -> int:
        from bisect import bisect_right

        starts = self._starts()
        return starts[bisect_right(starts, offset) - 1]

    def _starts(self) -> list[int]:
        if not hasattr(self, "_start_list"):
            self._start_list = [s.tokens[0].start for s in self.document.sentences]
        return self._start_list

    # --- pronouns and untagged quotations ---------------------------------------------------------

    def _recent(self, frame: Frame) -> list[tuple[int, Entity]]:
        """Speakers and named subjects before a frame, the nearest first."""
        from bisect import bisect_left

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
        from bisect import bisect_right

        return bisect_right(self._starts(), offset) - 1

    def _pronoun(self, kind: str, frame: Frame, token: Token) -> Entity | None:
        spoken = {id(entity) for _, entity in self.spoken}
        for number, entity in self._recent(frame):
            if entity.kind == "name" and kind in ("masculine", "feminine", "person"):
                if id(entity) not in spoken:
                    continue
            if _agrees(kind, entity) or self._agrees_as_thing(kind, entity, number, frame):
                if kind in ("masculine", "feminine") and not entity.gender:
                    if entity.kind != "organisation":
                        entity.gender = kind
                if kind in ("masculine", "feminine") and entity.kind == "name":
                    entity.kind = "person"
                if kind == "neuter" and entity.kind == "name":
                    entity.kind = "organisation"
                return entity
        return None

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
        upcoming = self._tagged_next(frame, frames, index)
        if upcoming:
            return Resolved(None, None, None)
        sentences = self.document.sentences
        paragraph = sentences[frame.sentence].paragraph
        for number, entity in self._recent(frame):
            if paragraph - sentences[number].paragraph > 2:
                break
            if number == frame.sentence or entity.kind in (
                "person",
                "unnamed",
                "organisation",
                "name",
            ):
                return Resolved(entity, None, SpeakerBy.IMPLICIT)
        return Resolved(None, None, None)

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
        if not self.document.sentences[frames[index].sentence].heading:
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


def _segments(tokens: list[Token], source: Range) -> list[Range]:
    """A mention cut at its commas: the phrase and its appositions."""
    cuts = [source[0]]
    for index in range(source[0], source[1]):
        if tokens[index].text in (",", "("):
            cuts.append(index + 1)
    return [
        (start, end - 1 if end < source[1] else end)
        for start, end in zip(cuts, [*cuts[1:], source[1]], strict=True)
        if start < end
    ]


def _clean(tokens: list[Token], run: Range) -> str:
    name = spell(tokens[run[0] : run[1]])
    return name.removesuffix("'s").removesuffix("’s")


def _compound(word: str, lexicon: Lexicon) -> tuple[str, str]:
    """A role's first part and its core: "navo-baas" -> ("navo", "baas")."""
    if word in lexicon.sets["roles"]:
        return "", word
    head, dash, tail = word.rpartition("-")
    if dash and head and tail in lexicon.sets["roles"]:
        return head, tail
    return "", word


def _is_compound(first: str, second: str) -> bool:
    """Whether one role noun is the other with something before it: "innenminister", "minister"."""
    short, long = sorted((first, second), key=len)
    return len(short) >= 4 and long.endswith(short)


def _same_group(first: str, second: str, lexicon: Lexicon) -> bool:
    return lexicon.has("leaders", first) and lexicon.has("leaders", second)


def _in_field(role: str, field: str, lexicon: Lexicon) -> bool:
    return lexicon.has(f"field_{field}", role) or role.endswith(
        lexicon.suffixes.get(f"field_{field}", ("\n",))
    )
