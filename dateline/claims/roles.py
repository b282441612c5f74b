"""What role nouns and nouns of organisations have to do with each other."""

from __future__ import annotations

from dateline.claims.lexicon import Lexicon


def compound(word: str, lexicon: Lexicon) -> tuple[str, str]:
    """A role's first part and its core: "navo-baas" -> ("navo", "baas")."""
    if word in lexicon.sets["roles"]:
        return "", word
    head, dash, tail = word.rpartition("-")
    if dash and head and tail in lexicon.sets["roles"]:
        return head, tail
    return "", word


def is_other_office(
    rest: list[str], content: list[str], phrase: str, role: str, lexicon: Lexicon
) -> bool:
    """Whether both name their office by a word before it, and by another: "prime minister"."""
    if "role_after_name" not in lexicon.flags:
        return False
    words = phrase.lower().split()
    before = words[: words.index(role)] if role in words else []
    return bool(before) and rest.index(content[0]) <= 1


def is_compound(first: str, second: str) -> bool:
    """Whether one role noun is the other with something before it: "innenminister", "minister"."""
    short, long = sorted((first, second), key=len)
    return len(short) >= 4 and long.endswith(short)


def same_group(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether two role nouns are both of someone who leads."""
    return all(
        lexicon.has("leaders", word) or lexicon.ends("leaders", word) for word in (first, second)
    )


def in_field(role: str, field: str, lexicon: Lexicon) -> bool:
    """Whether a role noun is of a field: "Torhüter" of sport."""
    return lexicon.has(f"field_{field}", role) or role.endswith(
        lexicon.suffixes.get(f"field_{field}", ("\n",))
    )


def is_company(noun: str, lexicon: Lexicon) -> bool:
    """Whether a common noun is of a business."""
    return lexicon.has("companies", noun) or lexicon.ends("companies", noun)
