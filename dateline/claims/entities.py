"""Who is named in the article: people and organisations with roles, acronyms, gender, country."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dateline.claims.acronyms import abbreviates, initials, is_short, shortens
from dateline.claims.cases import name_in_nominative
from dateline.claims.lexicon import Lexicon
from dateline.claims.names import Gazette, is_foreign_name, name_runs
from dateline.claims.organisations import officials_in, subject_name
from dateline.claims.phrases import core_start
from dateline.claims.sentences import Document, Token, spell
from dateline.claims.surroundings import (
    apposed_head,
    follows_organisation,
    organisation_head,
    past_age,
    roles_around,
)
from dateline.model import PlaceKind, Span

Range = tuple[int, int]


@dataclass(slots=True)
class Entity:
    """A person, an organisation, or an unnamed source, under its fullest name."""

    name: str
    kind: str  # person, organisation, unnamed
    gender: str = ""  # masculine, feminine, or unknown
    plural: bool = False
    country: str | None = None
    head: str = ""  # an organisation's or role's common noun, lower case
    roles: list[tuple[str, str]] = field(default_factory=list)  # (role noun, whole phrase)
    mentions: dict[Span, None] = field(default_factory=dict)
    named: bool = True  # has a proper name, not only a description


class Cast:
    """All entities of a document, looked up by full name, last name and acronym."""

    def __init__(self, lexicon: Lexicon, gazette: Gazette) -> None:
        self.lexicon = lexicon
        self.gazette = gazette
        self.by_name: dict[str, Entity] = {}
        self.by_last: dict[str, list[Entity]] = {}
        self.by_acronym: dict[str, Entity] = {}
        self.described: dict[str, list[tuple[list[Token], int]]] = {}  # role -> where it stands
        self.single: dict[str, list[bool]] = {}  # lone capitalised words: inside a sentence or not
        self.capitals: Counter[str] = Counter()  # how often each capitalised word stands
        self.small: frozenset[str] = frozenset()  # words that are written small somewhere
        self.people: list[tuple[int, Entity]] = []  # (offset, entity) of every mention, in order

    def add(self, entity: Entity) -> Entity:
        """The entity, or the one that already has its name."""
        key = entity.name.lower()
        known = self.by_name.get(key)
        if known is not None:
            return known
        self.by_name[key] = entity
        words = key.split()
        if entity.kind != "unnamed" and len(words) > 1:
            last = self.by_last.setdefault(words[-1], [])
            last.append(entity)
        return entity

    def persons(self) -> list[Entity]:
        """All people with a name and a role."""
        return [e for e in self.by_name.values() if e.kind == "person" and e.roles]

    def organisations(self) -> list[Entity]:
        """All organisations with a name of their own."""
        return [e for e in self.by_name.values() if e.kind == "organisation" and e.named]

    def find(self, name: str, *, person_only: bool = False) -> Entity | None:
        """The entity that a name, a surname, a first name or an acronym stands for."""
        key = name.lower()
        known = self.by_name.get(key)
        longer = [
            entity
            for entity in self.by_last.get(key.split()[-1] if key else "", ())
            if entity.name.lower().endswith(" " + key) and entity.kind in ("person", "name")
        ]
        if longer:
            return max(reversed(longer), key=lambda entity: len(entity.mentions))
        if key in self.lexicon.first_names:
            called = [
                e
                for e in self.by_name.values()
                if e.kind == "person" and e.name.lower().startswith(f"{key} ")
            ]
            if len(called) == 1:
                return called[0]
        whole = None if person_only else self._whole(key) or self._begun(key)
        if whole is not None and (known is None or known.kind == "name"):
            return whole
        if known is not None:
            return known
        if not person_only and name in self.by_acronym:
            return self.by_acronym[name]
        if known is None and not person_only and 2 <= len(name) <= 6 and name.isupper():
            spelled = [e for e in self.organisations() if abbreviates(name, e.name)]
            return spelled[0] if len(spelled) == 1 else None
        return known

    def _begun(self, key: str) -> Entity | None:
        """The one organisation whose name a single word begins: "Norvex" of Norvex Holdings."""
        if len(key) < 4 or " " in key or self.lexicon.is_organisation(key):
            return None
        found = [
            entity
            for entity in self.by_name.values()
            if entity.kind in ("organisation", "name")
            and entity.name.lower().startswith(f"{key} ")
            and entity.name.split()[0].lower() not in self.lexicon.first_names
            and self.lexicon.is_organisation(entity.name.split()[-1])
        ]
        return found[0] if len(found) == 1 else None

    def _whole(self, key: str) -> Entity | None:
        """The organisation whose name ends in a word that is none for a sort of organisation."""
        if not key or self.lexicon.is_organisation(key):
            return None
        return next(
            (
                entity
                for entity in self.by_last.get(key.split()[-1], ())
                if entity.kind == "organisation" and entity.name.lower().endswith(" " + key)
            ),
            None,
        )


def collect(document: Document, lexicon: Lexicon, gazette: Gazette) -> Cast:
    """The cast of a document from a first pass over all sentences."""
    cast = Cast(lexicon, gazette)
    pending: list[tuple[list[Token], Range]] = []
    cast.small = frozenset(
        token.text
        for sentence in document.sentences
        for token in sentence.tokens
        if token.kind == "w"
    )
    cast.capitals.update(
        token.text
        for sentence in document.sentences
        for token in sentence.tokens
        if token.is_capital
    )
    official = "capital_nouns" in lexicon.flags
    towns = frozenset(place.text for place in gazette.places)
    for sentence in document.sentences:
        tokens = sentence.tokens
        if sentence.heading:
            continue
        _spelled_out(tokens, cast)
        if official:
            _add_officials(tokens, towns, cast)
        for index, token in enumerate(tokens):
            if token.kind == "w" and (
                lexicon.is_role(token.text) or lexicon.is_organisation(token.text)
            ):
                cast.described.setdefault(token.low, []).append((tokens, index))
        for run in name_runs(tokens, lexicon, gazette):
            entity = _named(tokens, run, cast)
            if entity is None:
                pending.append((tokens, run))
            else:
                _register(tokens, run, entity, cast)
    for tokens, run in pending:
        entity = cast.find(_text(tokens, run))
        if entity is not None:
            _register(tokens, run, entity, cast)
    _join_first_names(cast)
    cast.people.sort(key=lambda item: item[0])
    _link_acronyms(cast)
    return cast


def _spelled_out(tokens: list[Token], cast: Cast) -> None:
    """Takes in a name that its acronym follows: "Alliance pour une rivière vivante (ARV)"."""
    lexicon = cast.lexicon
    for index in range(1, len(tokens) - 2):
        if tokens[index].text != "(" or tokens[index + 2].text != ")":
            continue
        short = tokens[index + 1].text
        if not is_short(short):
            continue
        start = core_start(tokens, index, lexicon)
        near = range(max(start, index - len(short)), index)
        exact = [i for i in near if initials(tokens[i:index]) == short.upper()]
        for first in [*exact, *range(start, index)]:
            words = [token for token in tokens[first:index] if token.kind == "w"]
            if (
                tokens[first].is_capital
                and not lexicon.has("articles", tokens[first].low)
                and shortens(short, [word.text for word in words])
            ):
                name = _text(tokens, (first, index))
                entity = cast.add(Entity(name, "organisation"))
                cast.by_acronym[short] = entity
                cast.by_name[short.lower()] = entity
                break


def _base(tokens: list[Token], at: int) -> str:
    """A noun without the ending of its genitive: "des Landgerichts"."""
    word = tokens[at].text
    before = at - 1
    while before > 0 and tokens[before].is_capital:
        before -= 1  # "des Deutschen | Wetterdienstes"
    if at and word.endswith("s") and tokens[before].low == "des":
        return word[:-2] if word.endswith(("tes", "stes", "des")) else word[:-1]
    return word


def _add_officials(tokens: list[Token], towns: frozenset[str], cast: Cast) -> None:
    """Takes in the organisations of a sentence that stand there under their official names."""
    opening = subject_name(tokens, towns, cast.lexicon)
    if opening is not None:
        words = name_in_nominative(tokens, opening, cast.lexicon)
        entity = cast.add(Entity(spell(words), "organisation", head=words[-1].low))
        _register(tokens, opening, entity, cast)
    for official in officials_in(tokens, towns, cast.lexicon):
        entity = cast.add(Entity(official.name, "organisation", head=official.head))
        if official.short:
            cast.by_acronym[official.short] = entity
            cast.by_name[official.short.lower()] = entity


def _text(tokens: list[Token], run: Range) -> str:
    return _bare(spell(tokens[run[0] : run[1]]))


def _bare(words: str) -> str:
    """A name without its possessive ending."""
    for ending in ("'s", "’s"):
        words = words.removesuffix(ending)
    return words


def _named(tokens: list[Token], run: Range, cast: Cast) -> Entity | None:
    """The entity of a run that shows what it is; None where nothing does."""
    lexicon = cast.lexicon
    words = tokens[run[0] : run[1]]
    name = _bare(spell(name_in_nominative(tokens, run, lexicon)))
    seat = lexicon.seats.get(name.lower().replace("’", "'"))
    if seat is not None:
        return cast.add(Entity(name, "organisation", head=seat))
    place = cast.gazette.at(words[0])
    if place is not None and place.end >= words[-1].end and place.kind is not PlaceKind.DEMONYM:
        return None
    if len(name) < 2:
        return None
    first = words[0].low.rstrip(".")
    titled = run[0] > 0 and lexicon.has("titles", tokens[run[0] - 1].low.rstrip("."))
    roles = roles_around(tokens, run, lexicon)
    aged = past_age(tokens, run[1]) != run[1] or (
        run[0] > 0
        and tokens[run[0] - 1].text[0].isdigit()
        and lexicon.ends("ages", tokens[run[0] - 1].low)
    )
    if "adjective_after" in lexicon.flags and first not in lexicon.first_names and not titled:
        called = organisation_head(tokens, run, lexicon) or apposed_head(tokens, run, lexicon)
        if called:
            return cast.add(Entity(name, "organisation", head=called))
    if len(words) > 1 and any(lexicon.has("club_marks", word.low) for word in words):
        return cast.add(Entity(name, "organisation", head="club"))
    person = len(words) == 2 and lexicon.is_first_name(first) and (roles or titled)
    if not person and any(lexicon.is_organisation(word.text) for word in words[:1] + words[-1:]):
        if len(words) == 1:
            return None
        return cast.add(Entity(name, "organisation", head=words[-1].low))
    if len(words) >= 2 and (first in lexicon.first_names or roles or titled or aged):
        entity = cast.add(Entity(name, "person", gender=lexicon.gender_of(first)))
    elif len(words) == 1 and first in lexicon.first_names and roles:
        entity = cast.find(name) or cast.add(
            Entity(name, "person", gender=lexicon.gender_of(first))
        )
    elif len(words) == 1 and _of_kin(tokens, run[0], lexicon):
        entity = cast.find(name) or cast.add(Entity(name, "person"))
    elif len(words) == 1 and (roles or titled) and not words[0].text.isupper():
        if cast.find(name) is None:
            return None
        entity = cast.find(name)  # type: ignore[assignment]
    elif "capital_nouns" in lexicon.flags and follows_organisation(tokens, run, lexicon):
        entity = cast.add(Entity(name, "organisation", head=tokens[run[0] - 1].low))
    elif len(words) >= 2 and lexicon.code != "de":
        article = run[0] > 0 and lexicon.has("determiners", tokens[run[0] - 1].low)
        kind = "organisation" if article or follows_organisation(tokens, run, lexicon) else "name"
        entity = cast.add(Entity(name, kind))
    elif (
        len(words) >= 2
        and not (run[0] > 0 and lexicon.has("determiners", tokens[run[0] - 1].low))
        and (
            (
                cast.capitals.get(words[-1].text, 0) >= 2
                and cast.capitals.get(words[0].text, 0) < cast.capitals[words[-1].text]
            )
            or is_foreign_name(tokens, run, lexicon)
        )
    ):
        return cast.add(Entity(name, "name"))
    elif words[0].text.isupper() and len(name.rstrip(".")) >= 2:
        return cast.find(name) or cast.add(Entity(name, "organisation"))
    elif lexicon.code != "de" and cast.find(name) is None and place is None:
        if run[0] > 0 and follows_organisation(tokens, run, lexicon):
            head = organisation_head(tokens, run, lexicon) or tokens[run[0] - 1].low
            return cast.add(Entity(name, "organisation", head=head))
        cast.single.setdefault(name, []).append(run[0] > 0)
        if (
            len(cast.single[name]) >= 2
            and any(cast.single[name])
            and name.lower() not in cast.small
        ):
            return cast.add(Entity(name, "name"))
        return None
    else:
        return None
    if titled:
        title = tokens[run[0] - 1].low.rstrip(".")
        entity.gender = entity.gender or _title_gender(title, lexicon)
    if entity.kind == "name" and (roles or titled):
        entity.kind = "person"
    return entity


def _of_kin(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a relative is named: "sa sœur Lucie", "sa femme, Josette"."""
    if at > 1 and tokens[at - 1].text == "," and tokens[at - 2].kind == "w":
        at -= 1
    return at > 0 and lexicon.has("kin", tokens[at - 1].low)


def _title_gender(title: str, lexicon: Lexicon) -> str:
    if lexicon.has("feminine_words", title):
        return "feminine"
    return "masculine" if lexicon.has("masculine_words", title) else ""


def _title_role(tokens: list[Token], run: Range, lexicon: Lexicon) -> list[tuple[str, str]]:
    """The role that a title shortens: "Cllr" is a councillor."""
    title = tokens[run[0] - 1].low.rstrip(".") if run[0] else ""
    return [(role, role) for _, role in lexicon.phrases.get("title_roles", {}).get(title, ())]


def _register(tokens: list[Token], run: Range, entity: Entity, cast: Cast) -> None:
    span = Span(tokens[run[0]].start, tokens[run[0]].start + len(_text(tokens, run)))
    span = Span(tokens[run[0]].start, min(span.end, tokens[run[1] - 1].end))
    entity.mentions[span] = None
    cast.people.append((span.start, entity))
    for role in (
        *roles_around(tokens, run, cast.lexicon),
        *_title_role(tokens, run, cast.lexicon),
    ):
        if role not in entity.roles:
            entity.roles.append(role)
        if not entity.gender:
            entity.gender = role_gender(role[0], cast.lexicon)
    if run[1] + 2 < len(tokens) and tokens[run[1]].text == "(" and tokens[run[1] + 2].text == ")":
        short = tokens[run[1] + 1].text
        if 2 <= len(short) <= 8 and sum(letter.isupper() for letter in short) >= 2:
            cast.by_acronym[short] = entity
            cast.by_name.pop(short.lower(), None)


def role_gender(role: str, lexicon: Lexicon) -> str:
    """The gender that a role noun shows ("woordvoerster", "Sprecherin", "directrice")."""
    if lexicon.has("feminine_words", role) or role.endswith(lexicon.suffixes["feminine"]):
        return "feminine"
    return "masculine" if lexicon.has("masculine_words", role) else ""


def _join_first_names(cast: Cast) -> None:
    """Makes one of a person called by a first name alone and the only one who has it."""
    whole: dict[str, list[Entity]] = {}
    for entity in cast.by_name.values():
        if entity.kind == "person" and " " in entity.name:
            whole.setdefault(entity.name.split()[0].lower(), []).append(entity)
    joined: dict[int, Entity] = {}
    for first, called in whole.items():
        alone = cast.by_name.get(first)
        if alone is None or alone.kind != "person" or len(called) != 1:
            continue
        person = called[0]
        person.roles += [role for role in alone.roles if role not in person.roles]
        person.mentions.update(alone.mentions)
        cast.by_name[first] = person
        joined[id(alone)] = person
    if joined:
        cast.people = [(at, joined.get(id(entity), entity)) for at, entity in cast.people]


def may_be_person(entity: Entity) -> bool:
    """Whether an entity is a person, or a name of several words that may be one."""
    return entity.kind == "person" or (entity.kind == "name" and " " in entity.name)


def _link_acronyms(cast: Cast) -> None:
    """Links an acronym of capitals to the one name whose words it abbreviates."""
    longer = [e for e in cast.by_name.values() if len(e.name.split()) > 1 and e.kind != "unnamed"]
    for key, short in list(cast.by_name.items()):
        letters = short.name
        if not (2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()):
            continue
        matches = [entity for entity in longer if abbreviates(letters, entity.name)]
        if len(matches) == 1 and matches[0].kind != "person":
            cast.by_name[key] = matches[0]
            matches[0].mentions.update(short.mentions)
            matches[0].kind = "organisation"
