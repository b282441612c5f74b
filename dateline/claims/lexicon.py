"""What a language file says about attribution, compiled once per language into lookups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from dateline.claims.wordforms import masculines_in, plural_of, with_double_s
from dateline.languages import Language, first_names, load, outlets
from dateline.model import Level, Stance

_REMEMBERED = 1 << 16  # words of which is known whether they name a role
_FUNCTION_WORDS = [
    "determiners",
    "links",
    "inner",
    "and",
    "but",
    "that",
    "whether",
    "questions",
    "subordinators",
    "relatives",
    "prepositions",
    "adverbs",
    "reflexives",
    "auxiliaries",
    "modals",
    "negations",
    "infinitive",
    "agents",
]
_HEARSAY = ("hearsay", "expected", "feared", "said_to", "believed_to")
_LEVELS = {
    "denial": Level.UNLIKELY,
    "doubt": Level.UNLIKELY,
    "expectation": Level.PROBABLE,
    "belief": Level.PROBABLE,
    "fear": Level.POSSIBLE,
    "question": Level.POSSIBLE,
    "wish": Level.NONE,
    "plan": Level.NONE,
    "order": Level.NONE,
}
_STANCES = {"distancing": Stance.DISTANCING, "endorsing": Stance.ENDORSING}


@dataclass(frozen=True, slots=True)
class Verb:
    """One reading of a word form as a reporting verb.

    ``form`` is finite, participle, infinitive or gerund; ``particle`` is the separated part that
    the clause must still hold ("merkte … op").
    """

    lemma: str
    kind: str
    form: str
    particle: str | None = None

    @property
    def level(self) -> Level:
        """The level that the verb itself gives its content."""
        return _LEVELS.get(self.kind, Level.CERTAIN)

    @property
    def stance(self) -> Stance:
        """What choosing this verb says about the content."""
        return _STANCES.get(self.kind, Stance.NEUTRAL)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that the stage knows of one language."""

    code: str
    order: str  # "v2" (Dutch, German) or "svo" (English, French)
    flags: frozenset[str]
    verbs: Mapping[str, tuple[Verb, ...]]
    sets: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]
    pronouns: Mapping[str, str]  # word -> masculine, feminine, plural, neuter, person, first
    hedges: re.Pattern[str]
    hedge_levels: Mapping[str, Level | None]
    patterns: Mapping[str, re.Pattern[str]]
    token: re.Pattern[str]
    pairs: Mapping[str, str]
    first_names: Mapping[str, str]
    own_first_names: frozenset[str]  # those of the language itself, whose gender is sure
    suffixes: Mapping[str, tuple[str, ...]]
    stances: Mapping[str, Mapping[str, Verb]]  # form of a verb -> word of a stance -> reading
    seats: Mapping[str, str]  # a place that stands for who sits there -> what sort of body

    def has(self, group: str, word: str) -> bool:
        """Whether ``word`` (lower case) belongs to a word group."""
        return word in self.sets[group]

    def has_any(self, groups: Iterable[str], word: str) -> bool:
        """Whether ``word`` (lower case) belongs to one of the word groups."""
        return any(self.has(group, word) for group in groups)

    def match(self, group: str, words: list[str], at: int) -> int:
        """How many words of a phrase of ``group`` stand at ``at`` (0 for none), longest first."""
        table = self.phrases.get(group)
        if table is None or at >= len(words):
            return 0
        found = table.get(words[at])
        if found is None:
            return 0
        for phrase in found:
            if tuple(words[at : at + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def is_role(self, word: str) -> bool:
        """Whether a word (any case) names a role that a person holds."""
        return _is_role(self.code, word)

    def is_first_name(self, word: str) -> bool:
        """Whether a word (lower case) is a first name, or two of them: "ann-sofie"."""
        return word in self.first_names or (
            "-" in word and all(part in self.first_names for part in word.split("-"))
        )

    def gender_of(self, first_name: str) -> str:
        """The gender that a first name (lower case) tells; "" where it tells none."""
        gender = self.first_names.get(first_name, "")
        return gender if gender != "person" else ""

    def ends(self, group: str, word: str) -> bool:
        """Whether a word has one of a group's endings."""
        endings = self.suffixes.get(group, ())
        return bool(endings) and word.endswith(endings)

    def is_finite(self, word: str) -> bool:
        """Whether a word (lower case) has an ending that only finite verbs have."""
        if word in self.sets["finite_words"]:
            return True
        return self.ends("finite", word) and word not in self.sets["not_finite"]

    def is_reduced(self, word: str) -> bool:
        """Whether a word (lower case) can head a reduced relative clause ("jointe par …")."""
        return self.ends("reduced", word) or word in self.sets["reduced"]

    def is_gerund(self, word: str) -> bool:
        """Whether a word has the ending of a present participle (only where that shows)."""
        endings = self.suffixes["gerunds"]
        return bool(endings) and len(word) > 5 and word.endswith(endings)

    def is_organisation(self, word: str) -> bool:
        """Whether a word (any case) is a common noun for an organisation."""
        return _is_organisation(self.code, word)


def lexicon_of(language: Language) -> Lexicon | None:
    """The compiled lexicon; None where the language has no ``claims.toml``."""
    return _compiled(language.code) if language.section("claims") else None


@cache
def _compiled(code: str) -> Lexicon:
    raw = load(code).section("claims")
    levels: dict[str, Level | None] = {}
    for name, phrases in raw["hedges"].items():
        level = None if name == "guards" else Level(name)
        levels.update((phrase, level) for phrase in _entries(phrases))
    words: defaultdict[str, frozenset[str]] = defaultdict(frozenset)  # a language may lack some
    words.update((name, frozenset(value.split())) for name, value in raw["words"].items())
    words["cardinals"] = _cardinals(code)
    token = _token_pattern(raw)
    words["idiom_words"] = frozenset(
        max((match.group() for match in token.finditer(phrase)), key=len)
        for name in ("disagrees", "agrees", "rejects", "supports")
        for phrase in _entries(raw["patterns"][name])
    )
    words["masculine_words"] |= masculines_in(words, raw["suffixes"].get("feminine_forms", ""))
    words["source_openers"] = frozenset(
        entry.split()[0]
        for name in ("sources", "sources_within", "same_voice", "own_words")
        for entry in _entries(raw["phrases"].get(name, ()))
    ).union(*(words[name] for name in ("possessives", "compound_prepositions", "postpositions")))
    words["judging"] = words["true_words"] | words["false_words"] | words["holding"]
    if "sharp_s" in raw.get("flags", ()):
        words.update((name, with_double_s(group)) for name, group in list(words.items()))
    words["closed"] = words["closed"].union(*(words[name] for name in _FUNCTION_WORDS))
    words["stopwords"] = words["closed"] | words["contentless"]
    if "plural_s" in raw.get("flags", ()):
        for name in ("roles", "organisations"):
            words[name] |= {plural_of(noun) for noun in words[name]}
    phrases = {n: _phrases(v) for n, v in raw["phrases"].items()}
    words["hearsay_openers"] = _firsts(phrases, _HEARSAY)
    return Lexicon(
        code=code,
        order=raw["order"],
        flags=frozenset(raw.get("flags", ())),
        verbs=MappingProxyType(_verbs(raw["verbs"], raw["paradigms"], joins=raw["order"] == "v2")),
        sets=words,  # looked up a million times: no proxy
        phrases=phrases | {"outlets": _phrases(outlets())},
        pronouns=MappingProxyType(
            {word: kind for kind, value in raw["pronouns"].items() for word in value.split()}
        ),
        hedges=_alternation(levels),
        hedge_levels=MappingProxyType(levels),
        patterns=MappingProxyType(
            {name: _alternation(_entries(value)) for name, value in raw["patterns"].items()}
            | {"judging": _alternation(words["judging"])}
        ),
        token=token,
        pairs=MappingProxyType(dict(raw["quotes"])),
        first_names=_first_names(code, words),
        own_first_names=frozenset(_own_first_names(code)),
        stances=MappingProxyType(_stances(raw.get("stances", {}), raw.get("stance_forms", {}))),
        suffixes=MappingProxyType(
            {name: tuple(value.split()) for name, value in raw["suffixes"].items()}
        ),
        seats=MappingProxyType(
            {name: head for head, names in raw.get("seats", {}).items() for name in _entries(names)}
        ),
    )


def _firsts(
    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]], groups: Iterable[str]
) -> frozenset[str]:
    """The words that open a phrase of some groups: nothing else needs to be looked up."""
    return frozenset(word for group in groups for word in phrases.get(group, {}))


def _stances(
    kinds: Mapping[str, Mapping[str, str]], forms: Mapping[str, str]
) -> dict[str, dict[str, Verb]]:
    """What tells of a stance beside a plain verb: "ist … überzeugt", "kommt zu dem Schluss"."""
    found: dict[str, dict[str, Verb]] = {}
    for kind, verbs in kinds.items():
        for lemma, words in verbs.items():
            for form in forms[lemma].split():
                found.setdefault(form, {}).update(
                    (word, Verb(word + lemma, kind, "finite", word)) for word in words.split()
                )
    return found


def _cardinals(code: str) -> frozenset[str]:
    """The words for numbers above one, as the times of the language have them."""
    numbers = load(code).section("times").get("words", {}).get("number", {})
    return frozenset(word for key, forms in numbers.items() if float(key) > 1 for word in forms)


def _entries(value: str | Sequence[str]) -> list[str]:
    """Words of a string, or the phrases of a list; a line of a list may hold many after commas."""
    if isinstance(value, str):
        return value.split()
    return [part.strip() for line in value for part in line.split(",") if part.strip()]


def _phrases(value: str | Sequence[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for entry in _entries(value):
        words = tuple(entry.split())
        table.setdefault(words[0], []).append(words)
    return {head: tuple(sorted(items, key=len, reverse=True)) for head, items in table.items()}


def _alternation(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern of whole phrases, longest first.

    A star at the end of a word matches endings; "…" matches up to eight words between two others.
    """
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    body = "|".join(
        re.escape(phrase)
        .replace(r"\*", r"\w{0,12}")
        .replace("'", "['’]")
        .replace(r"\ …\ ", r"(?:\s+[\w'’-]+){0,8}?\s+")
        .replace(r"\ ", r"\s+")
        for phrase in ordered
    )
    return re.compile(rf"(?<!\w)(?:{body or '(?!)'})(?!\w)", re.IGNORECASE)


def _token_pattern(raw: Mapping[str, Any]) -> re.Pattern[str]:
    """One token: an abbreviation with its stop, an elided word, a clitic, a word, or a mark."""
    abbreviations = "|".join(re.escape(word) for word in _entries(raw["abbreviations"]))
    parts = [rf"(?P<abbreviation>\b(?:{abbreviations}|[A-ZÀ-Ý])\.(?!\w))"]
    elided = raw.get("elisions")
    if elided:
        consonant = r"(?![B-DF-HJ-NP-TV-Z][a-zà-ÿ])"  # "N’Djaména" is one word, "l’ONG" two
        parts.append(rf"(?P<elided>\b(?i:{'|'.join(elided.split())})['’]{consonant})")
    clitics = raw.get("clitics")
    if clitics:
        parts.append(rf"(?P<clitic>(?<=\w)(?i:{'|'.join(clitics.split())})\b)")
        stop = rf"(?!(?i:{'|'.join(clitics.split())})\b)"
    else:
        stop = ""
    possessive = r"(?:(?<=s)['’](?=\s[^\W_]))?" if "plural_s" in raw.get("flags", ()) else ""
    parts.append(rf"(?P<word>[^\W_]+(?:{stop}(?:['’&.\-/](?=[^\W_]))[^\W_]+)*{possessive})")
    parts.append(r"(?P<mark>--+|\.\.+|[^\w\s]|_)")
    return re.compile("|".join(parts))


def _verbs(
    classes: Mapping[str, Mapping[str, str | list[str]]],
    paradigms: Mapping[str, str],
    *,
    joins: bool,
) -> dict[str, tuple[Verb, ...]]:
    table: dict[str, dict[Verb, None]] = {}
    for kind, groups in classes.items():
        for paradigm, value in groups.items():
            entries = value if isinstance(value, list) else value.split()
            for entry in entries:
                for form, verb in _inflect(entry, paradigm, paradigms, kind, joins=joins):
                    table.setdefault(form, {})[verb] = None
    for form in [form for form in table if "ß" in form]:
        table.setdefault(form.replace("ß", "ss"), {}).update(table[form])
    return {
        form: tuple(sorted(verbs, key=lambda verb: verb.particle is None))
        for form, verbs in table.items()
    }


def _inflect(
    entry: str, paradigm: str, paradigms: Mapping[str, str], kind: str, *, joins: bool
) -> Iterator[tuple[str, Verb]]:
    """Every form of a verb entry: ``particle+stem/second stem``, or its forms written out."""
    particle, plus, rest = entry.partition("+")
    if not plus:
        particle, rest = "", entry
    if paradigm == "irregular":
        columns = rest
    else:
        stem, _, second = rest.partition("/")
        columns = paradigms[paradigm].replace("~", stem).replace("^", second or stem)
    infinitives, finites, participles, *gerunds = (column.split() for column in columns.split("|"))
    lemma = particle + infinitives[0]
    separates = bool(particle)
    for form in finites:
        yield form, Verb(lemma, kind, "finite", particle or None)
        if separates and joins:
            yield particle + form, Verb(lemma, kind, "finite")
    for name, forms in (
        ("infinitive", infinitives),
        ("participle", participles),
        ("gerund", gerunds[0] if gerunds else []),
    ):
        for form in forms:
            if separates and not joins:
                yield form, Verb(lemma, kind, name, particle)
            else:
                yield particle + form, Verb(lemma, kind, name)


def _first_names(code: str, words: Mapping[str, frozenset[str]]) -> Mapping[str, str]:
    """First names with their gender: the language's own, and the world's that are no other word."""
    known = frozenset().union(*words.values())
    world = {name: gender for name, gender in first_names().items() if name not in known}
    return MappingProxyType({**world, **_own_first_names(code)})


def _own_first_names(code: str) -> dict[str, str]:
    groups = load(code).section("claims").get("first_names", {})
    return {name: gender for gender, names in groups.items() for name in names.split()}


@lru_cache(maxsize=_REMEMBERED)
def _is_role(code: str, word: str) -> bool:
    lexicon = _compiled(code)
    roles, endings = lexicon.sets["roles"], lexicon.suffixes["roles"]
    low = word.lower()
    core = low.rpartition("-")[2]
    if core in roles or low.endswith(endings):
        return True
    return word[:1].isupper() and any(
        low.endswith(form) and (core[: -len(form)] in roles or low[: -len(form)].endswith(endings))
        for form in lexicon.suffixes.get("role_forms", ())
    )


@lru_cache(maxsize=_REMEMBERED)
def _is_organisation(code: str, word: str) -> bool:
    lexicon, low = _compiled(code), word.lower()
    return low in lexicon.sets["organisations"] or low.endswith(lexicon.suffixes["organisations"])
