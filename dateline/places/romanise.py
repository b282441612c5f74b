"""Cyrillic names written the way Dutch, English, German and French newspapers write them."""

from __future__ import annotations

CYRILLIC_COUNTRIES = frozenset({"UA", "RU", "BY", "BG", "KZ", "KG", "MK", "TJ"})
"""ISO codes of the countries whose Cyrillic names are romanised."""

_COMMON = {
    "а": "a", "б": "b", "д": "d", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "т": "t", "ф": "f", "ь": "", "ъ": "", "'": "", "’": "", "ʼ": "",
}  # fmt: skip
_TABLES: dict[str, dict[str, str]] = {
    "nl": {"в": "v", "е": "e", "ё": "jo", "є": "je", "ж": "zj", "з": "z", "й": "j", "с": "s",
           "у": "oe", "ў": "w", "х": "ch", "ц": "ts", "ч": "tsj", "ш": "sj", "щ": "sjtsj",
           "э": "e", "ю": "joe", "я": "ja", "і": "i", "ї": "ji"},
    "en": {"в": "v", "е": "e", "ё": "yo", "є": "ie", "ж": "zh", "з": "z", "й": "i", "с": "s",
           "у": "u", "ў": "w", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
           "э": "e", "ю": "iu", "я": "ia", "і": "i", "ї": "i"},
    "de": {"в": "w", "е": "e", "ё": "jo", "є": "je", "ж": "sch", "з": "s", "й": "j", "с": "s",
           "у": "u", "ў": "u", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch",
           "э": "e", "ю": "ju", "я": "ja", "і": "i", "ї": "ji"},
    "fr": {"в": "v", "е": "e", "ё": "io", "є": "ie", "ж": "j", "з": "z", "й": "ï", "с": "s",
           "у": "ou", "ў": "w", "х": "kh", "ц": "ts", "ч": "tch", "ш": "ch", "щ": "chtch",
           "э": "e", "ю": "iou", "я": "ia", "і": "i", "ї": "ï"},
}  # fmt: skip
_INITIAL: dict[str, dict[str, str]] = {
    "nl": {"е": "je", "ї": "ji"},
    "en": {"е": "ye", "є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"},
    "de": {"е": "je"},
    "fr": {"е": "ie", "ї": "ï", "ю": "iou", "я": "ia"},
}
_VOWELS = frozenset("аеёєиіїоуыэюя")
_UKRAINIAN = frozenset("іїєґ")
_RUSSIAN = frozenset("ыэъё")


def romanise(name: str, language: str, country: str) -> tuple[str, ...]:
    """The spellings of a Cyrillic name in ``language``; none where it is not Cyrillic.

    Ukrainian letters are read the Ukrainian way, Russian ones the Russian way, and letters that
    both have by the place's country.
    """
    lower = name.lower()
    if not any("а" <= char <= "я" or char in _UKRAINIAN for char in lower):
        return ()
    ukrainian = not _RUSSIAN & set(lower) and (country == "UA" or bool(_UKRAINIAN & set(lower)))
    words = [_word(word, language, ukrainian) for word in lower.replace("-", " ").split()]
    spelled = " ".join(words).title()
    return (spelled,) if spelled.isascii() or language == "fr" else ()


def _word(word: str, language: str, ukrainian: bool) -> str:
    table, initial = _TABLES[language], _INITIAL[language]
    ending = ""
    for suffix, spelling in _endings(language, ukrainian):
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            word, ending = word[: -len(suffix)], spelling
            break
    out: list[str] = []
    for place, char in enumerate(word):
        before = word[place - 1] if place else ""
        if char in ("г", "ґ"):
            out.append("h" if ukrainian and char == "г" else _hard_g(language, word[place + 1 :]))
        elif char == "и":
            out.append("y" if ukrainian else "i")
        elif char == "ы":
            out.append("y")
        elif char == "с" and language in ("de", "fr") and _between_vowels(word, place):
            out.append("ss")
        elif not before or before in _VOWELS or before in "ьъ'’":
            out.append(initial.get(char) or table.get(char) or _COMMON.get(char, char))
        else:
            out.append(table.get(char) or _COMMON.get(char, char))
    spelled = "".join(out) + ending
    if language == "nl":
        spelled = spelled.replace("zjzj", "zj").replace("jj", "j")
    return spelled


def _hard_g(language: str, rest: str) -> str:
    return "gu" if language == "fr" and rest[:1] in ("е", "и", "і", "ы") else "g"


def _between_vowels(word: str, place: int) -> bool:
    return 0 < place < len(word) - 1 and word[place - 1] in _VOWELS and word[place + 1] in _VOWELS


def _endings(language: str, ukrainian: bool) -> tuple[tuple[str, str], ...]:
    if language == "de":
        return (("ий", "yj" if ukrainian else "i"), ("ый", "y"))
    if language == "en":
        return (("ий", "yi" if ukrainian else "y"), ("ый", "y"))
    if language == "fr":
        return (("ий", "yï" if ukrainian else "i"), ("ый", "y"))
    return (("ий", "y"), ("ый", "y"))
