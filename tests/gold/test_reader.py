from datetime import date

import pytest

from dateline.model import ClaimKind, Level, PlaceKind
from tests.gold import reader

ARTICLE = """---
title: A
date: 2024-05-03
register: agency
split: dev
relation: 2 disputes 1
---
In <p kind="city" geo="51.05,3.72">Gent</p> <q of="1">zei</q> <s of="1">Bo</s> \
<c id="1" kind="indirect" speaker="Bo" certainty="certain">dat het \
<t edtf="2024-05-02">gisteren</t> regende</c>. \
<c id="2" kind="direct" speaker="" certainty="unlikely">“Niet waar.”</c>
"""


def test_offsets_of_stripped_text_are_exact() -> None:
    article = reader.parse(ARTICLE, name="a", language="nl")
    assert article.published == date(2024, 5, 3)
    for mark in (*article.places, *article.times):
        assert article.text[mark.start : mark.end] == mark.text
    ((start, end),) = article.claims[0].spans
    assert article.text[start:end] == "dat het gisteren regende"
    assert article.relations == (("2", "disputes", "1"),)


@pytest.mark.parametrize("bad", ["<p>Gent", "</c>", '<c id="1">a<p>b</c></p>', "<x>a</x>"])
def test_wrong_markup_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="a: "):
        reader.parse(ARTICLE + bad, name="a", language="nl")


def test_every_article_uses_the_values_of_the_model() -> None:
    for article in reader.load():
        assert article.split in {"dev", "held"}, article.name
        for mark in article.places:
            assert mark.attributes["kind"] in set(PlaceKind), article.name
            latitude, longitude = map(float, mark.attributes["geo"].split(","))
            assert -90 <= latitude <= 90, article.name
            assert -180 <= longitude <= 180, article.name
        for claim in article.claims:
            assert claim.kind in set(ClaimKind), (article.name, claim.id)
            assert claim.certainty in set(Level), (article.name, claim.id)
