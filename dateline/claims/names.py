"""Where names stand: capitalised stretches without roles, titles, demonyms and origins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence

from dateline.claims.lexicon import Lexicon
from dateline.claims.phrases import is_cue, is_nominal
from dateline.claims.sentences import Token, spell
from dateline.model import Place, PlaceKind

Range = tuple[int, int]
_LONGEST_NAME = 8  # words
_SHORT_NOUN = 4  # letters from which a capitalised word before a first name can be a noun
_LONG_NOUN = 9  # letters from which a capitalised "-er" is a trade and no first name


class Gazette:
    """Places by offset: what part of a mention is a place, and what is a demonym."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = sorted(
            (place for place in places if place.relation is None), key=lambda place: place.start
        )
        self.starts = [place.start for place in self.places]

    def within(self, start: int, end: int) -> list[Place]:
        """Places that start between two offsets."""
        return self.places[bisect_left(self.starts, start) : bisect_right(self.starts, end - 1)]

    def at(self, token: Token) -> Place | None:
        """The place that covers a token, if any."""
        index = bisect_right(self.starts, token.start) - 1
        end = token.end - 2 if token.text.endswith(("'s", "’s")) else token.end
        if index >= 0 and self.places[index].end >= end:
            return self.places[index]
        return None

    def is_demonym(self, token: Token) -> bool:
        """Whether a token is a people or an adjective of a place."""
        place = self.at(token)
        return place is not None and place.kind is PlaceKind.DEMONYM


def name_runs(tokens: list[Token], lexicon: Lexicon, gazette: Gazette) -> list[Range]:
    """Stretches of capitalised words that name one thing: without roles, titles and demonyms."""
    runs: list[Range] = []
    at = 0
    while at < len(tokens):
        if not _opens_name(tokens, at, lexicon, gazette):
            at += 1
            continue
        end = _name_end(tokens, at, lexicon, gazette)
        start = _name_start(tokens, at, end, lexicon, gazette)
        if "adjective_after" in lexicon.flags:
            end = _whole_title(tokens, (start, end), lexicon, gazette)
        if "role_after_name" in lexicon.flags and _national(tokens, start, end, lexicon, gazette):
            start -= 1
        runs.append((start, end))
        at = end
    return runs


def _national(
    tokens: list[Token], start: int, end: int, lexicon: Lexicon, gazette: Gazette
) -> bool:
    """Whether a demonym opens an organisation's name: "British Transport Police"."""
    return (
        start > 0
        and end - start > 1
        and gazette.is_demonym(tokens[start - 1])
        and tokens[start - 1].is_capital
        and lexicon.is_organisation(tokens[end - 1].text)
    )


def _whole_title(tokens: list[Token], run: Range, lexicon: Lexicon, gazette: Gazette) -> int:
    """Where a name of common nouns ends that goes on in small letters: "L'Écho des terrils"."""
    start, end = run
    if lexicon.is_organisation(tokens[start].text):
        return _past_complements(tokens, end, lexicon)
    if gazette.at(tokens[end - 1]) is not None or end - start > 2:
        return end
    article = lexicon.has("articles", tokens[start].low)
    led = start > 0 and lexicon.is_organisation(tokens[start - 1].text)
    plural = tokens[end - 1].low.endswith(lexicon.suffixes["plural_nouns"])
    shouts = lexicon.ends("imperatives", tokens[start].low)
    if led and shouts and end < len(tokens) and lexicon.has("definites", tokens[end].low):
        return min(end + 2, len(tokens))  # "le collectif Sauvons la forêt"
    if not article and not (led and plural and not tokens[end - 1].text.isupper()):
        return end
    linked = end + 1 < len(tokens) and lexicon.has("links", tokens[end].low)
    if led and linked and gazette.at(tokens[end + 1]) is not None:
        return end + 2 if plural else end  # "Tortues de Guyane", but "Acme de Lyon"
    return _past_complements(tokens, end, lexicon)


def _past_complements(tokens: list[Token], end: int, lexicon: Lexicon) -> int:
    """Past what an organisation's name goes on with: "Centre de recherche agronomique de Divo"."""
    while end < len(tokens):
        at = end
        if lexicon.has("name_links", tokens[at].low):
            at += 1
            while at < len(tokens) and lexicon.has("determiners", tokens[at].low):
                at += 1
            if at >= len(tokens) or not is_nominal(tokens[at], lexicon):
                return end
        elif not lexicon.ends("adjectives", tokens[at].low) or is_cue(tokens[at], lexicon):
            return end
        if tokens[at].kind != "w":
            return end
        end = at + 1
    return end


def _name_start(
    tokens: list[Token], start: int, end: int, lexicon: Lexicon, gazette: Gazette
) -> int:
    """Past capitalised roles and common nouns: "Kieler Küstenforscher Henning Brake"."""
    if not lexicon.is_first_name(tokens[start].low):
        held = start > 0 and lexicon.is_role(tokens[start - 1].text)
        if held and tokens[start].is_acronym and lexicon.is_first_name(tokens[start + 1].low):
            return start + 1  # "la déléguée FGTB Carine Lambotte"
        office = _is_office(tokens, start, lexicon)
        noun = len(tokens[start].text) >= _SHORT_NOUN and (
            office or not lexicon.is_organisation(tokens[start].text)
        )
        led = "capital_nouns" in lexicon.flags or (
            start > 0 and lexicon.has("determiners", tokens[start - 1].low)
        )
        opens = start == 0 and len(tokens[0].text) >= _LONG_NOUN and lexicon.order == "v2"
        led = led or opens or office
        # "le Rennais Hugo Le Gall", but "Ndèye Coumba Sarr"
        for index in range(start + 1, end - 1):
            if noun and led and lexicon.is_first_name(tokens[index].low):
                return index
        if lexicon.ends("agents", tokens[start].low) and (
            end - start > 2 or (end - start == 2 and len(tokens[start].text) >= _LONG_NOUN)
        ):
            return start + 1
        if (
            noun
            and end - start == 3
            and "capital_nouns" in lexicon.flags
            and len(tokens[start].text) >= _LONG_NOUN
            and gazette.at(tokens[start]) is None
            and not lexicon.is_organisation(tokens[end - 1].text)
        ):
            # "Torschütze Ludovit Reis", "Wimmersbergers Mutter Ingrid"
            return start + 1 + lexicon.has("kin", tokens[start + 1].low)
    for index in range(end - 2, start - 1, -1):
        token = tokens[index]
        if lexicon.has("titles", token.low.rstrip(".")) or lexicon.is_role(token.text):
            return index + 1
        if "capital_nouns" in lexicon.flags and lexicon.has("kin", token.low):
            return index + 1
        if lexicon.is_organisation(token.text) and index == start:
            article = start > 0 and lexicon.has("determiners", tokens[start - 1].low)
            article = article or (
                start > 1
                and (not tokens[start - 1].is_capital or tokens[start - 1].low.endswith("er"))
                and lexicon.has("determiners", tokens[start - 2].low)
            )  # "die staatliche Nachrichtenagentur Sana"
            opens = start == 0 or tokens[start - 1].kind == "p"
            follower = tokens[index + 1]
            generic = is_generic(token.low, lexicon) or lexicon.has("bodies", follower.low)
            if article and token.text.isupper() and "adjective_after" in lexicon.flags:
                return index + 1  # "l'ONG Mar Viva"
            common = (lexicon.code == "de" and article and generic) or (
                opens and lexicon.code != "en"
            )
            if (
                common
                and gazette.at(follower) is None
                and not lexicon.has("links", follower.low)
                and (
                    lexicon.code == "de"
                    or generic
                    or follower.text.isupper()
                    or lexicon.has("articles", follower.low)
                )
            ):
                return index + 1
    return start


def is_foreign_name(
    tokens: list[Token], run: Range, lexicon: Lexicon, known: Container[str]
) -> bool:
    """Whether two capitals side by side can only be a name: two nouns do not stand so.

    But for amounts and dates ("Millionen Euro", "Ende Mai"), people in plural before an object
    ("gab Beamten Hinweise"), adjectives of towns ("Kieler Hafen"), and genitives of ``known``
    words ("Brinkmanns Tochter").
    """
    start, end = run
    if not 2 <= end - start <= 3 or (start and tokens[start - 1].text[0].isdigit()):
        return False
    if start and lexicon.has_any(("prepositions", "determiners"), tokens[start - 1].low):
        return False
    first = tokens[start].low
    if first.endswith("s") and tokens[start].text[:-1] in known:
        return False
    return not first.endswith(("en", "er", "ern", "eln", "innen")) and not any(
        lexicon.has_any(("quantity_nouns", "organisations", "closed"), token.low)
        or lexicon.is_role(token.text)
        or token.text.isupper()
        for token in tokens[start:end]
    )


def _is_office(tokens: list[Token], start: int, lexicon: Lexicon) -> bool:
    """Whether a name begins with what a role is held in: "minister van Welzijn | Eva Bol"."""
    link = start - 1
    if link > 1 and lexicon.has("articles", tokens[link].low):
        link -= 1  # "ministre de la Justice | Éric Dubois"
    return (
        link > 0
        and lexicon.has("links", tokens[link].low)
        and lexicon.is_role(tokens[link - 1].text)
    )


def is_generic(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun only tells what sort of organisation the name after it is."""
    return lexicon.has("generic_organisations", noun) or lexicon.ends("generic", noun)


def _name_end(tokens: list[Token], start: int, lexicon: Lexicon, gazette: Gazette) -> int:
    end = start + 1
    limit = min(len(tokens), start + _LONGEST_NAME)
    while end < limit:
        if _possessive(tokens[end - 1]):
            break
        if _is_name_word(tokens[end], lexicon) or _named_before(tokens, end, lexicon):
            if gazette.is_demonym(tokens[end]) or lexicon.has("postnominals", tokens[end].low):
                break
            end += 1
            continue
        jump = end
        while (
            jump < limit
            and jump - end < 3
            and (
                lexicon.has("name_particles", tokens[jump].low)
                or tokens[jump].text == "&"
                or _for_what(tokens, jump, lexicon)
            )
        ):
            jump += 1
        if jump == end or jump >= limit or not _is_name_word(tokens[jump], lexicon):
            break
        if not _joined(tokens, start, end, jump, lexicon, gazette):
            break
        if any(
            lexicon.has("name_particles", token.low) for token in tokens[start + 1 : end]
        ) and not any(lexicon.is_organisation(token.text) for token in tokens[start:end]):
            break
        end = jump + 1
    return end


def _for_what(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a name goes on behind an organisation's noun: "Hilfsorganisation Ärzte ohne …"."""
    return (
        at > 1
        and lexicon.has("name_prepositions", tokens[at].low)
        and lexicon.is_organisation(tokens[at - 2].text)
    )


def _joined(
    tokens: list[Token], start: int, end: int, jump: int, lexicon: Lexicon, gazette: Gazette
) -> bool:
    """Whether a particle goes on a name ("van den Berg") or begins its origin ("van Gennep")."""
    words = tokens[start:end]
    if lexicon.has("name_prepositions", tokens[end].low):
        return True  # "Ärzte ohne Grenzen"
    if (
        lexicon.order == "v2"
        and lexicon.is_organisation(tokens[jump].text)
        and not any(lexicon.is_organisation(word.text) for word in words)
    ):
        return False  # "Tavares | von der Universität", "Van Weel | van Justitie"
    if not any(word.low in lexicon.first_names for word in words):
        is_place = gazette.at(tokens[jump]) is not None
        organisation = any(lexicon.is_organisation(word.text) for word in words)
        if "declined" in lexicon.flags:  # "Ansicht von Kunz": every noun has a capital
            return organisation and lexicon.has("links", tokens[end].low)
        return organisation or not is_place
    if any(lexicon.has("and", token.low) for token in tokens[end:jump]):
        return False  # "Edna and Ivy Marsh" are two
    if "plural_s" in lexicon.flags:
        return len(words) == 1  # "Helen Marsh | of King's College"
    return len(words) == 1 or words[-1].low in lexicon.first_names


def _named_before(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised function word is a surname: a first name stands before it."""
    return tokens[at].is_capital and tokens[at - 1].low in lexicon.first_names


def _possessive(token: Token) -> bool:
    return token.text.endswith(("'s", "’s"))


def _is_name_word(token: Token, lexicon: Lexicon) -> bool:
    return token.is_capital and (
        token.is_acronym
        or not lexicon.has("closed", token.low)
        or lexicon.has("name_particles", token.low)
    )


def _is_first_name(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the word for a people is a first name here: "Kamerlid Noor Haverkamp"."""
    surname = at + 1 < len(tokens) and _is_name_word(tokens[at + 1], lexicon)
    longer = at + 2 < len(tokens) and _is_name_word(tokens[at + 2], lexicon)
    before = at - 1 if at > 1 and tokens[at - 1].text == "," else at  # "le patron, Normand Roy"
    held = before > 0 and lexicon.is_role(tokens[before - 1].text)
    return tokens[at].low in lexicon.first_names and held and surname and not longer


def _opens_name(tokens: list[Token], at: int, lexicon: Lexicon, gazette: Gazette) -> bool:
    token = tokens[at]
    if not token.is_capital:
        return False
    if gazette.is_demonym(token) and not _is_first_name(tokens, at, lexicon):
        return False
    if token.text.isupper() and lexicon.has("banners", token.low):
        return False  # "DIRECT. Panne en Corse"
    if lexicon.has("closed", token.low) and not token.is_acronym:
        return (
            at > 0
            and lexicon.has("articles", token.low)
            and tokens[at - 1].kind == "w"
            and at + 1 < len(tokens)
            and _is_name_word(tokens[at + 1], lexicon)
        )
    low = token.low.rstrip(".")
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    leads = follower is not None and _is_name_word(follower, lexicon)
    if lexicon.has("titles", low) or lexicon.is_role(token.text):
        return not leads and lexicon.code != "de" and at > 0 and not lexicon.has("titles", low)
    named = leads and follower is not None and follower.low in lexicon.first_names
    longer = at + 2 < len(tokens) and _is_name_word(tokens[at + 2], lexicon)
    longer = longer and len(low) >= _SHORT_NOUN
    if "adjective_after" in lexicon.flags and not (
        at > 0 and lexicon.has_any(("determiners", "links"), tokens[at - 1].low)
    ):
        return True  # "Ndèye Coumba Sarr", but "le Rennais Hugo Le Gall"
    noun = named and longer and low not in lexicon.first_names
    return not (noun and "capital_nouns" in lexicon.flags)  # "Küstenforscher Henning Brake"


def segments_of(tokens: list[Token], source: Range) -> list[Range]:
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


def clean_name(tokens: list[Token], run: Range) -> str:
    """The words of a run of tokens, without a possessive ending."""
    name = spell(tokens[run[0] : run[1]])
    return name.removesuffix("'s").removesuffix("’s")
