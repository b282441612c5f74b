"""Builds the table of first names and their usual gender from Faker's lists of people.

Run as ``python -m tools.build_first_names`` with the packages of ``requirements-build.txt``.
A name is masculine or feminine where at least three of four countries that list it say so, and
``person`` where they are torn. What a language file knows as another word is left out, and so is
a common word that hardly any list has.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from pathlib import Path
from textwrap import fill

from faker.providers import person
from wordfreq import zipf_frequency

from dateline.languages import available, load

TABLE = Path("dateline/languages/first_names.toml")
_LAST_LATIN = "\u024f"
_SURNAMES_TOO = {"en", "en_US"}  # lists that hold surnames and towns given to either gender
_RARE = 2  # lists; "Early" and "True" are on one or two, "Mark" and "Rose" on more
_COMMON_ZIPF = 4.0  # ten times in a million words
# On many lists, and yet more often a word that opens a sentence.
_WORDS = {
    "allen",
    "anders",
    "beau",
    "darin",
    "demi",
    "don",
    "else",
    "german",
    "line",
    "said",
    "signe",
    "sol",
    "solange",
    "tea",
    "till",
    "urban",
}
_AGREEING = 3  # countries that give the one gender, for each that gives the other


def _countries_by_gender() -> dict[str, tuple[set[str], set[str]]]:
    """For every first name in Latin letters, the lists that have it as a man's and a woman's."""
    counted: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for index, gender in enumerate(("male", "female")):
            for name in getattr(provider, f"first_names_{gender}", ()):
                if name.isalpha() and len(name) > 1 and max(name) <= _LAST_LATIN:
                    counted[name.lower()][index].add(module.name)
    return counted


def _gender(men: set[str], women: set[str]) -> str:
    if men | women <= _SURNAMES_TOO:
        return "person"
    if len(men) >= _AGREEING * len(women):
        return "masculine"
    return "feminine" if len(women) >= _AGREEING * len(men) else "person"


def _other_words() -> set[str]:
    """Words that a language file knows as a role, an organisation or a function word."""
    return {
        word
        for code in available()
        for words in load(code).section("claims")["words"].values()
        for word in words.split()
    }


def _is_common_word(name: str) -> bool:
    return any(zipf_frequency(name, code) >= _COMMON_ZIPF for code in available())


def main() -> None:
    """Writes the table, sorted, so that a rebuild gives the same bytes."""
    groups: dict[str, list[str]] = {"masculine": [], "feminine": [], "person": []}
    others = _other_words() | _WORDS
    for name, (men, women) in sorted(_countries_by_gender().items()):
        rare = len(men | women) <= _RARE and _is_common_word(name)
        if name not in others and not rare:
            groups[_gender(men, women)].append(name)
    blocks = [
        f'{gender} = """\n{fill(" ".join(names), 100, break_on_hyphens=False)}\n"""\n'
        for gender, names in groups.items()
    ]
    head = "# First names and their usual gender; tools/build_first_names.py makes this file.\n"
    TABLE.write_text(head + "".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    main()
