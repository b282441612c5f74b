"""Who is named in the article: people and organisations with roles, acronyms, gender, country."""

from __future__ import annotations

from dateline.claims.acronyms import initials, is_short, shortens
from dateline.claims.cases import name_in_nominative
from dateline.claims.cast import Cast, Entity, join_first_names, link_acronyms, role_gender
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
                lexicon.is_role(token.text)
                or lexicon.is_organisation(token.text)
                or lexicon.has("human_nouns", token.low)
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
    join_first_names(cast)
    cast.people.sort(key=lambda item: item[0])
    link_acronyms(cast)
    return cast


def take_in(tokens: list[Token], cast: Cast) -> None:
    """Adds who is named in words that stand inside a quotation, as its tag does."""
    for run in name_runs(tokens, cast.lexicon, cast.gazette):
        entity = _named(tokens, run, cast)
        if entity is not None:
            _register(tokens, run, entity, cast)
    cast.people.sort(key=lambda item: item[0])


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
    if len(name) < 2 or _opens_question(tokens, run, cast):
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
    if len(words) >= 2 and (
        first in lexicon.first_names or roles or titled or aged or _has_origin(tokens, run, cast)
    ):
        entity = cast.add(Entity(name, "person", gender=lexicon.gender_of(first)))
    elif len(words) == 1 and first in lexicon.first_names and roles:
        entity = cast.find(name) or cast.add(
            Entity(name, "person", gender=lexicon.gender_of(first))
        )
    elif len(words) == 1 and _of_kin(tokens, run[0], lexicon):
        entity = cast.find(name) or cast.add(Entity(name, "person"))
    elif len(words) == 1 and (roles or titled) and not words[0].text.isupper():
        known = cast.find(name)
        held = titled or (run[0] > 0 and lexicon.is_role(tokens[run[0] - 1].text))
        if known is None and ("capital_nouns" in lexicon.flags or not held):
            return None
        entity = known or cast.add(Entity(name, "person"))
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
            or is_foreign_name(tokens, run, lexicon, cast.capitals)
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


def _has_origin(tokens: list[Token], run: Range, cast: Cast) -> bool:
    """Whether a noun for a people stands before a name: "de Japanner | Ayase Ueda"."""
    lexicon = cast.lexicon
    if lexicon.order != "v2" or not run[0] or not cast.gazette.is_demonym(tokens[run[0] - 1]):
        return False
    word = tokens[run[0] - 1].low
    return lexicon.ends("demonyms", word) and not lexicon.ends("adjectives", word)


def _opens_question(tokens: list[Token], run: Range, cast: Cast) -> bool:
    """Whether a verb stands before a place at the start of a question: "Trekt Oekraïne …?"."""
    if run[0] or run[1] - run[0] != 2 or tokens[-1].text != "?":
        return False
    first, second = tokens[:2]
    return cast.capitals[first.text] == 1 and cast.gazette.at(second) is not None


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
