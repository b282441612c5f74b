"""Weighs what the words around a candidate tell for and against its being a place."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.places.entries import How, Kind
from dateline.places.gazetteer import Gazetteer, Hit
from dateline.places.lexicon import Lexicon
from dateline.places.recognise import Candidate, is_of_town, stands_in
from dateline.places.tokens import Tokens

FIRST_NAME, SURNAME = 1, 2
NATURAL = frozenset((Kind.WATER, Kind.MOUNTAIN, Kind.REGION, Kind.ISLAND))
"""Kinds that take an article where towns take none: "des Dnipro"."""
MAJOR = 4.6
"""Weight from which a water is known well enough to be named without its article."""
INSIDE = 7.0
"""What the name of an organisation around a place takes from it, whatever the place."""
BESIDE = frozenset((" ", "'", "’"))
_MONEY = frozenset("$€£¥")
_KIND_PRIOR = {
    Kind.COUNTRY: 4.0,
    Kind.CONTINENT: 4.0,
    Kind.UNION: 1.0,
    Kind.PROVINCE: 2.2,
}


@dataclass(slots=True)
class Discourse:
    """What the article as a whole tells of its words."""

    surnames: set[str] = field(default_factory=set)
    taken: dict[int, Candidate] = field(default_factory=dict)  # word -> candidate


def prior(hit: Hit, lexicon: Lexicon) -> float:
    """How readily the name means this place, before any context; 0 is even."""
    record = hit.record
    value = _KIND_PRIOR.get(record.kind)
    if record.kind in (Kind.REGION, Kind.WATER, Kind.ISLAND, Kind.MOUNTAIN):
        value = 0.65 * record.weight - 1.2
    elif value is None:
        value = 1.1 * (record.weight - 4.0)
        if record.kind is Kind.DISTRICT:
            value -= 0.8
    elif record.kind is Kind.PROVINCE:
        value += 0.4 * (record.weight - 6.0)
    if hit.how is How.ALTERNATE:
        value -= 0.8
    elif hit.how is How.EXONYM and hit.languages:
        value += 0.9 if hit.languages & lexicon.bit else -1.5
    elif hit.how is How.ROMANISED and not hit.languages & lexicon.bit:
        value -= 0.6
    return value


def weigh(
    found: Candidate, tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer, discourse: Discourse
) -> None:
    """Sets the candidate's score, its reasons and whether it looks like a person."""
    if found.demonym is not None:
        found.score = 2.0
        return
    best = max(found.hits, key=lambda hit: prior(hit, lexicon))
    score = prior(best, lexicon)
    many = found.last > found.core
    if many:
        score += 1.5
    if _is_division_short(found, best):
        short = _abbreviation_evidence(found, tokens, discourse)
        score += short if best.how is How.ABBREVIATION else max(0.0, short)
    word = _word_evidence(found, best, tokens, lexicon, gazetteer)
    organisation = _organisation_evidence(found, tokens, lexicon)
    context = _context_evidence(found, tokens, lexicon)
    score += word + organisation + context
    if best.record.kind is Kind.WATER and best.record.weight < MAJOR and not many:
        score -= _without_article(found, tokens, lexicon)
    score += _person_evidence(found, best, tokens, lexicon, gazetteer, discourse)
    named = _is_surname(found, discourse) and context < 1.0
    found.barred = found.person or named or organisation < 0 or context <= -2 or word < -1.5
    found.score = score


def _is_division_short(found: Candidate, best: Hit) -> bool:
    """Whether the word may be the short form of a division, as "Man." is Manitoba's."""
    short = any(
        hit.how is How.ABBREVIATION and hit.record.kind is Kind.PROVINCE for hit in found.hits
    )
    return short and (best.how is How.ABBREVIATION or len(found.key) <= 4)


def _abbreviation_evidence(found: Candidate, tokens: Tokens, discourse: Discourse) -> float:
    """Short forms of divisions count behind a place and a comma, or with their stops."""
    end = tokens.ends[found.last]
    surface = tokens.text[tokens.starts[found.first] : end]
    if "." in surface:
        return 0.5
    stopped = tokens.text[end : end + 1] == "."
    other = discourse.taken.get(found.first - 1)
    if tokens.gap(found.first) == ", " and other is not None and (stopped or surface.isupper()):
        if stopped:
            found.end = end + 1
        return 2.0
    return -9.0


def _word_evidence(
    found: Candidate, best: Hit, tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer
) -> float:
    word = tokens.words[found.core]
    if found.last > found.core:
        return 0.0
    if found.key in lexicon.never or _is_noun_of_a_name(found, tokens, lexicon):
        return -8.0
    score = 0.0
    if (
        best.how is How.ABBREVIATION
        and tokens.text[tokens.ends[found.last] :][:2].strip()[:1] in _MONEY
    ):
        return -8.0
    if word.isupper() and best.how is not How.ABBREVIATION:
        if len(word) <= 4:
            around = tokens.words[max(0, found.first - 3) : found.last + 4]
            if not (len(word) > 2 and sum(w.isupper() and len(w) > 3 for w in around) > 2):
                score -= 4.0
        else:
            score -= 0.3
    if len(found.key) < 3 and best.how is not How.ABBREVIATION:
        score -= 3.0
    score -= _commonness(found, best, tokens, lexicon, gazetteer)
    if found.key in tokens.lower_words and best.record.kind < Kind.COUNTRY:
        score -= 1.2 if _is_located(found, tokens, lexicon) else 2.5
    return score


def _is_noun_of_a_name(found: Candidate, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the word tells what sort of place is named right behind it: "Kanton Uri"."""
    after = found.last + 1
    return (
        found.key in lexicon.nouns_before
        and after < len(tokens)
        and tokens.capital[after]
        and tokens.gap(after) == " "
    )


def _without_article(found: Candidate, tokens: Tokens, lexicon: Lexicon) -> float:
    """Against a lesser river without the article that Dutch, German and French give rivers."""
    if lexicon.code == "en":
        return 0.0
    before = tokens.folded[found.first - 1] if found.first else ""
    return 0.0 if before in lexicon.determiners or before in lexicon.contractions else 2.0


def _is_located(found: Candidate, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether a capital that needs no other cause stands behind "in" or "to"."""
    before = found.first - 1
    return (
        before >= 0
        and lexicon.code != "de"
        and not tokens.capital[before]
        and tokens.folded[before] in lexicon.locatives
        and tokens.gap(found.first) == " "
    )


def _commonness(
    found: Candidate, best: Hit, tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer
) -> float:
    """How much more frequent the word is than the place alone would make it."""
    frequencies = gazetteer.zipf(found.key)
    if not frequencies or lexicon.column is None:
        return 0.0
    record = best.record
    own = frequencies[lexicon.column]
    others = max(z for at, z in enumerate(frequencies) if at != lexicon.column)
    expected = max(2.0, 0.75 * record.weight - 0.3)
    if record.country in lexicon.home:
        expected += 0.8
    if record.kind in (Kind.PROVINCE, Kind.COUNTRY, Kind.CONTINENT):
        expected = max(expected, 5.0)
    if best.how is How.EXONYM and not best.languages & lexicon.bit:
        expected = 1.8
    over = max(0.0, own - expected)
    if lexicon.code == "de":
        alone = own - others > 1.2 and own > 3.3 and own > expected - 0.7
        if alone and best.how is not How.EXONYM:
            over += 0.9
        return 1.1 * over
    if tokens.starts_sentence(found.first):
        return 1.2 * over + (1.0 if own > 4.2 and over else 0.0)
    return (0.3 if _is_located(found, tokens, lexicon) else 0.6) * over


def _person_evidence(
    found: Candidate,
    best: Hit,
    tokens: Tokens,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    discourse: Discourse,
) -> float:
    score = 0.0
    big = best.record.weight > 5.7 or best.record.kind >= Kind.PROVINCE
    bits = gazetteer.people(found.key) if found.last == found.core else 0
    before, after = found.first - 1, found.last + 1
    if before >= 0 and tokens.joined(found.first):
        score += _before(found, best, before, tokens, lexicon, gazetteer, discourse)
    if after < len(tokens) and tokens.joined(after):
        score += _after(after, bits, big, tokens, lexicon, discourse)
    if score <= -2.5:
        found.person = True
    if _is_surname(found, discourse):
        score -= 1.5 if big else 3.0
    if bits & FIRST_NAME:
        score -= 0.3 if big else 1.2
        if best.how is How.ALTERNATE:
            score -= 1.2
    elif bits & SURNAME:
        score -= 0.1 if big else 0.6
    return score


def _is_surname(found: Candidate, discourse: Discourse) -> bool:
    """Whether the article has the word behind a first name, an initial or a title."""
    return found.last == found.core and not found.modifier and found.key in discourse.surnames


def _before(
    found: Candidate,
    best: Hit,
    at: int,
    tokens: Tokens,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    discourse: Discourse,
) -> float:
    word, key = tokens.words[at], tokens.fold(at)
    if key in lexicon.titles and key not in lexicon.nouns_before:
        return -3.0
    other = discourse.taken.get(at)
    if tokens.capital[at]:
        if len(word) == 1:
            return -3.5 if tokens.gap(found.first)[:1] == "." else 0.0
        if key in lexicon.particles and not tokens.starts_sentence(at):
            return -3.0
        if key in lexicon.locatives or key in lexicon.articles or key in lexicon.nouns_before:
            return 0.0
        if gazetteer.people(key) & FIRST_NAME and not _plain(key, at, tokens, lexicon, gazetteer):
            return -3.5
        if other is not None and other.demonym is not None:
            return 0.0
        if _plain(key, at, tokens, lexicon, gazetteer):
            return 0.0
        if key in lexicon.modifiers or key in lexicon.directions:
            return 0.0
        if lexicon.code == "nl" and key.endswith("se"):  # "het Gelderse Ede"
            return 0.0
        if word.isupper() and len(word) < 5 and not tokens.words[found.core].isupper():
            return -3.5 if other is None else -0.8
        if other is None:
            return -3.0 if best.record.kind >= Kind.PROVINCE else -2.4
        return -0.8
    if key in lexicon.particles and at > 0 and tokens.capital[at - 1] and tokens.joined(at):
        name = tokens.fold(at - 1)
        if gazetteer.people(name) & FIRST_NAME or len(name) == 1:
            return -3.5
    return 0.0


def _plain(key: str, at: int, tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a capital is due to the start of a sentence or headline rather than to a name."""
    if not tokens.starts_sentence(at):
        return False
    frequencies = gazetteer.zipf(key)
    if not frequencies or lexicon.column is None:
        return False
    own = frequencies[lexicon.column]
    return own > 4.0 and not (gazetteer.people(key) & FIRST_NAME and own < 5.3)


def _after(
    at: int,
    bits: int,
    big: bool,
    tokens: Tokens,
    lexicon: Lexicon,
    discourse: Discourse,
) -> float:
    word, key = tokens.words[at], tokens.fold(at)
    gap = tokens.gap(at)
    if not tokens.capital[at]:
        if key in lexicon.particles and bits & FIRST_NAME and at + 1 < len(tokens):
            return -2.5 if tokens.capital[at + 1] and tokens.joined(at + 1) else 0.0
        return 0.0
    if gap != " ":
        return -0.5 if gap == "-" and bits & FIRST_NAME else 0.0
    if key in lexicon.organisation_after or word.isupper():
        return 0.0
    other = discourse.taken.get(at)
    if other is not None and other.demonym is not None:
        return 0.0
    if bits & FIRST_NAME:
        return -4.5 if big else -3.5
    if other is not None:
        return -0.3
    return -0.6 if big else -2.4


def _organisation_evidence(found: Candidate, tokens: Tokens, lexicon: Lexicon) -> float:
    """Against names inside the names of organisations, courts, clubs, newspapers and streets."""
    score = 0.0
    before, after = found.first - 1, found.last + 1
    first, second = tokens.folded[found.first], tokens.folded[min(after - 1, found.first + 1)]
    if first in lexicon.organisation_before and second in lexicon.of:  # "University of Texas"
        return -INSIDE
    if before >= 0 and tokens.gap(found.first) in (" ", "-", "'", "’"):
        key = tokens.fold(before)
        if key in lexicon.organisation_before or (
            key in lexicon.of and _named_of(before, tokens, lexicon)
        ):
            score -= INSIDE
    steps = 0
    while after < len(tokens) and steps < 5 and tokens.joined(after):
        key = tokens.fold(after)
        if not tokens.capital[after]:
            if key not in lexicon.of or steps == 0:
                break
        elif key in lexicon.organisation_after or key in lexicon.street_words:
            return score - INSIDE
        after += 1
        steps += 1
    return score


def _named_of(at: int, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the words before "of" name an organisation: "tribunal correctionnel de"."""
    wanted = lexicon.organisation_of or lexicon.organisation_before
    for back in range(at - 1, max(-1, at - 4), -1):
        if not tokens.joined(back + 1):
            return False
        key = tokens.fold(back)
        if key in wanted:
            return True
        if key in lexicon.locatives and key not in lexicon.of:
            return False
    return False


def _context_evidence(found: Candidate, tokens: Tokens, lexicon: Lexicon) -> float:
    score = 0.0
    if (before := found.first - 1) >= 0 and tokens.gap(found.first) in BESIDE:
        key = tokens.fold(before)
        if key in lexicon.determiners and lexicon.code != "en":
            found.determined = True
            key = tokens.fold(before - 1) if before else ""
            found.inside = key in lexicon.locatives and key not in lexicon.of
            natural = any(hit.record.kind in NATURAL for hit in found.hits)
            if not natural and is_of_town(found.hits):
                score -= 2.2
        elif key in lexicon.locatives:
            found.bare = key not in lexicon.contractions and key not in lexicon.of
            found.in_town = key in lexicon.town_locatives
            score += 1.0
        elif key in lexicon.nouns_before or (
            before > 0 and f"{tokens.fold(before - 1)} {key}" in lexicon.nouns_before
        ):
            found.told = True
            score += 2.0
    if found.modifier:
        score += 1.0
    if found.hits[0].record.kind is Kind.UNION and not stands_in(found, tokens, lexicon):
        score -= INSIDE
    return score


def note_surnames(tokens: Tokens, lexicon: Lexicon, gazetteer: Gazetteer) -> set[str]:
    """The words that follow a first name, an initial or a title somewhere in the article."""
    surnames: set[str] = set()
    capital = tokens.capital
    for at in range(1, len(tokens)):
        if not capital[at] or not tokens.joined(at) or tokens.gap(at) == "-":
            continue
        key = tokens.fold(at - 1)
        if capital[at - 1]:
            if gazetteer.people(key) & FIRST_NAME and not _plain(
                key, at - 1, tokens, lexicon, gazetteer
            ):
                surnames.add(tokens.fold(at))
        elif (key in lexicon.titles and key not in lexicon.nouns_before) or (
            key in lexicon.particles
            and at > 1
            and capital[at - 2]
            and gazetteer.people(tokens.fold(at - 2)) & FIRST_NAME
        ):
            surnames.add(tokens.fold(at))
    return surnames
