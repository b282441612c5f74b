"""Names and countries that a mention holds."""

from __future__ import annotations

from dateline.claims.cases import to_nominative
from dateline.claims.cast import Entity, role_gender
from dateline.claims.frames import Range
from dateline.claims.labels import Labeller
from dateline.claims.names import clean_name, is_generic, name_runs, segments_of
from dateline.claims.sentences import Token, make_token
from dateline.model import PlaceKind, SpeakerBy

_DASHES = ("-", "–")  # "la députée de Rouyn–Abitibi"


class MentionReader(Labeller):
    """Resolves mentions that hold a name or a country."""

    def _word_before(self, offset: int, end: int = 0) -> str:
        """The word right before an offset, lower case; empty at a mark or a line's start.

        Or the postposition right after ``end``, which governs a phrase as well.
        """
        before = self.document.text[max(0, offset - 40) : offset]
        words = before.split()
        after = self.document.text[end : end + 12].split() if end else []
        if after and self.lexicon.has("postpositions", after[0]):
            return after[0]
        return words[-1].lower() if words and before[-1] in " \xa0" and words[-1].isalpha() else ""

    def _is_compound_source(self, mention: list[Token]) -> bool:
        endings = self.lexicon.suffixes.get("source_compounds", ())
        return bool(endings) and len(mention) == 1 and mention[0].low.endswith(endings)

    def _surname(self, mention: list[Token]) -> Entity | None:
        """The person whose surname stands alone, though it may be a trade too ("Fischer")."""
        last = mention[-1]
        titles = all(self.lexicon.has("titles", t.low.rstrip(".")) for t in mention[:-1])
        if not titles or not last.is_capital or "'" in last.low:
            return None
        entity = self.cast.find(last.text, person_only=True)
        whole = entity is not None and len(entity.name.split()) > 1
        return entity if whole and entity is not None and entity.kind != "organisation" else None

    def _quoted_name(self, mention: list[Token]) -> Entity | None:
        """The name in quotation marks of a paper, a site or a group: "das Portal „X“"."""
        quoted = next((token for token in mention if token.kind == "q"), None)
        if quoted is None:
            return None
        bare = len(mention) == 1 or (
            len(mention) == 2 and self.lexicon.has("determiners", mention[0].low)
        )
        if not bare and not any(
            self.lexicon.is_organisation(t.text) for t in mention if t.kind == "w"
        ):
            return None
        noun = mention[mention.index(quoted) - 1] if not bare else quoted
        whole = "capital_nouns" in self.lexicon.flags and noun.is_capital
        if whole and not is_generic(noun.low, self.lexicon):
            name = self._noun_name(mention)
        else:
            name = self._title_of(mention, quoted)
        return self.cast.add(Entity(name, "organisation"))

    def _title_of(self, mention: list[Token], quoted: Token) -> str:
        """The words in a name's quotation marks, without their genitive: "des „Landkuriers“"."""
        name = self.document.quotes[quoted.start].inner.of(self.document.text)
        at = mention.index(quoted)
        article = mention[at - 1].low if at else self._word_before(quoted.start)
        if "declined" not in self.lexicon.flags or not name:
            return name
        tokens = [
            make_token(quoted.start, quoted.end, word, word.lower(), "w") for word in name.split()
        ]
        return " ".join(word.text for word in to_nominative(tokens, article, self.lexicon))

    def _named(self, tokens: list[Token], source: Range) -> tuple[Entity, SpeakerBy] | None:
        segments = segments_of(tokens, source)
        best: tuple[Entity, SpeakerBy] | None = None
        for number, segment in enumerate(segments):
            run = self._head_name(tokens, segment)
            if run is None or self._belongs_to_noun(tokens, run, segments[number:]):
                continue
            name = clean_name(tokens, run)
            entity = self.cast.find(name)
            before = tokens[segment[0] : run[0]]
            held = [t for t in before if t.kind == "w" and self.lexicon.is_role(t.text)]
            if entity is None:
                kind = (
                    "person"
                    if held
                    or (number and not self._of_organisation(tokens[source[0] : segment[0]]))
                    or name.split()[0].lower() in self.lexicon.first_names
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
                gender = self.lexicon.gender_of(name.split()[0].lower())
                lone = (
                    run[0] == 0
                    and run[1] == 1
                    and not any(self.cast.single.get(name, ()))
                    and name.lower().endswith(self.lexicon.suffixes["plural_nouns"])
                )
                entity = self.cast.add(Entity(name, kind, gender=gender, named=not lone))
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

    def _belongs_to_noun(self, tokens: list[Token], run: Range, segments: list[Range]) -> bool:
        """Whether a name only tells whose noun follows, and a name after it: "X shadow, Y Z"."""
        if len(segments) < 2 or run[1] >= segments[0][1]:
            return False
        follower, later = tokens[run[1]], segments[1]
        return (
            "role_after_name" in self.lexicon.flags
            and follower.kind == "w"
            and not follower.is_capital
            and not self.lexicon.has("closed", follower.low)
            and later[1] - later[0] > 1
            and all(token.is_capital for token in tokens[later[0] : later[1]])
        )

    def _of_organisation(self, before: list[Token]) -> bool:
        """Whether what an apposition names is an organisation: "the company, Petrona"."""
        words = [token.text for token in before if token.kind == "w"]
        return any(map(self.lexicon.is_organisation, words)) and not any(
            map(self.lexicon.is_role, words)
        )

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
                surname = self.cast.find(clean_name(tokens, run))
                if surname is None or surname.kind not in ("person", "name") or before:
                    continue
            linked = bool(before) and (
                self.lexicon.has("links", before[-1].low)
                or self.lexicon.has("inner", before[-1].low)
                or before[-1].text in _DASHES
                or (self.lexicon.has("determiners", before[-1].low) and len(before) > 1)
            )
            if linked and self.lexicon.has("colleagues", before[0].low):
                return run  # "nos confrères du Monde"
            if linked:
                if covered and place is not None:
                    rest = next(
                        (i for i in range(run[0], run[1]) if tokens[i].start >= place.end), None
                    )
                    if rest is not None:
                        return rest, run[1]
                continue
            owner = any(self.lexicon.has("links", token.low) for token in before)
            if (
                owner
                and self.lexicon.is_organisation(before[-1].text)
                and (role or self._is_work(before))
            ):
                continue  # "un sondage de l'institut Baromètre"
            if (
                "capital_nouns" in self.lexicon.flags
                and any(
                    self.lexicon.has_any(("genitives", "prepositions"), token.low)
                    for token in before
                )
                and tokens[run[0]].low not in self.lexicon.first_names
            ):
                continue  # "der Chef des Betreibers Sol"
            if before and "capital_nouns" in self.lexicon.flags:
                article = start > segment[0]
                lone = run[1] - run[0] == 1 and (tokens[run[0]].low not in self.lexicon.first_names)
                common = (
                    lone
                    and not role
                    and article
                    and not self.lexicon.is_organisation(before[-1].text)
                )
                aged = before[-1].low.endswith(self.lexicon.suffixes["ages"])
                described = (
                    before[-1].kind == "w"
                    and not before[-1].is_capital
                    and not role
                    and not (aged and not lone)
                    and not (not lone and self.lexicon.is_organisation(tokens[run[0]].text))
                )
                if common or described:
                    continue
            if (
                "capital_nouns" in self.lexicon.flags
                and start > segment[0]
                and not before
                and run[1] - run[0] == 1
                and not tokens[run[0]].text.isupper()
                and self.cast.find(tokens[run[0]].text) is None
            ):
                continue
            if (
                run[1] - run[0] == 1
                and self._is_common(tokens[run[0]], run[0])
                and not (before and is_generic(before[-1].low, self.lexicon))
            ):
                continue
            if run[0] == 0 and run[1] == 1 and tokens[0].low in self.cast.small:
                continue
            if not role and any(
                self.lexicon.has("prepositions", t.low) or self.lexicon.has("agents", t.low)
                for t in before
            ):
                continue
            if any(t.text.endswith(("'s", "’s")) for t in before) and (
                self.lexicon.is_organisation(tokens[run[1] - 1].text)
            ):
                continue
            if self._title_word(tokens, run) or self._modifies(tokens, run, segment):
                continue
            return run
        return None

    def _is_work(self, before: list[Token]) -> bool:
        """Whether words tell first of a work, then of the organisation that made it."""
        noun_first = "adjective_after" in self.lexicon.flags
        return noun_first and self.lexicon.has("works", before[0].low)

    def _modifies(self, tokens: list[Token], run: Range, segment: Range) -> bool:
        """Whether a name only tells whose role or organisation follows: "Hallwang chief"."""
        if run[1] >= segment[1]:
            return False
        lexicon = self.lexicon
        if tokens[run[1] - 1].text.endswith(("'s", "’s")):
            return True
        rest = tokens[run[1] : segment[1]]
        if "role_after_name" in lexicon.flags and self._opens_lower(tokens, run, segment):
            return True
        if "role_after_name" in lexicon.flags:
            return any(
                t.kind == "w" and (lexicon.is_role(t.text) or lexicon.is_organisation(t.text))
                for t in rest[:3]
            )
        follower = rest[0]
        known = self.cast.find(clean_name(tokens, run))
        return (
            run[1] - run[0] == 1
            and follower.kind == "w"
            and not lexicon.has("closed", follower.low)
            and not (known is not None and known.kind == "person")
        )

    def _opens_lower(self, tokens: list[Token], run: Range, segment: Range) -> bool:
        """Whether a word has its capital only from opening the sentence: "Satellite pictures"."""
        token, follower = tokens[run[0]], tokens[run[1]]
        return (
            run[0] == segment[0]
            and run[1] - run[0] == 1
            and token.start == self._sentence_start(token.start)
            and not token.text.isupper()
            and not any(self.cast.single.get(token.text, ()))
            and self.gazette.at(token) is None
            and follower.kind == "w"
            and not follower.is_capital
            and not self.lexicon.has("closed", follower.low)
            and token.low not in self.lexicon.first_names
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
        if voiced and any(self.lexicon.has("inner", token.low) for token in mention):
            return self._organisation(mention, voiced[0].low, country)  # "regering in Bern"
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
        return self.cast.add(
            Entity(self._noun_name(mention), "organisation", head=head, country=country)
        )
