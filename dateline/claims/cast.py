"""Everyone named in an article, looked up by full name, last name, first name and acronym."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dateline.claims.acronyms import abbreviates
from dateline.claims.lexicon import Lexicon
from dateline.claims.names import Gazette
from dateline.claims.sentences import Token
from dateline.model import Span


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
            return max(longer, key=lambda entity: len(entity.mentions))
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


def role_gender(role: str, lexicon: Lexicon) -> str:
    """The gender that a role noun shows ("woordvoerster", "Sprecherin", "directrice")."""
    if lexicon.has("feminine_words", role) or role.endswith(lexicon.suffixes["feminine"]):
        return "feminine"
    return "masculine" if lexicon.has("masculine_words", role) else ""


def may_be_person(entity: Entity) -> bool:
    """Whether an entity is a person, or a name of several words that may be one."""
    return entity.kind == "person" or (entity.kind == "name" and " " in entity.name)


def join_first_names(cast: Cast) -> None:
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


def link_acronyms(cast: Cast) -> None:
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
