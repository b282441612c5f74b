from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.names import fold, is_latin
from dateline.places.romanise import romanise


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("'s-Hertogenbosch", "s hertogenbosch"),
        ("Côte d’Ivoire", "cote d ivoire"),
        ("Washington, D.C.", "washington dc"),
        ("Łódź", "lodz"),
        ("Weißrussland", "weissrussland"),
        ("St. Louis", "st louis"),
    ],
)
def test_names_fold_to_plain_words(name, key):
    assert fold(name) == key


@given(st.text(st.sampled_from("aBcÉßøłÇñ '’-.")))
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("name", "country", "spellings"),
    [
        ("Бахмут", "UA", ("Bachmoet", "Bakhmut", "Bachmut", "Bakhmout")),
        ("Запоріжжя", "UA", ("Zaporizja", "Zaporizhzhia", "Saporischschja", "Zaporijjia")),
        ("Кривий Ріг", "UA", ("Kryvy Rih", "Kryvyi Rih", "Krywyj Rih", "Kryvyï Rih")),
        ("Нижний Новгород", "RU",
         ("Nizjny Novgorod", "Nizhny Novgorod", "Nischni Nowgorod", "Nijni Novgorod")),
    ],
)  # fmt: skip
def test_cyrillic_names_are_spelled_as_newspapers_do(name, country, spellings):
    found = tuple(romanise(name, language, country)[0] for language in ("nl", "en", "de", "fr"))
    assert found == spellings


def test_latin_names_are_not_romanised():
    assert romanise("Parijs", "nl", "FR") == ()
    assert is_latin("Besançon-les-Bains")
    assert not is_latin("Київ")
