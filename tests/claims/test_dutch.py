# ruff: noqa: E501  (one case a line)
"""Dutch: whom its nouns and names call, and how sure its verbs are."""

from __future__ import annotations

import pytest

from tests.claims.reading import read, told
from tests.claims.test_speakers import names


def test_dutch_nouns_go_back_to_whom_and_what_they_call() -> None:
    assert set(names("Eva Bol won de rit. “Ik was sterk”, zei de 24-jarige Limburger.", "nl")) == {
        "Eva Bol"
    }
    text = "De Deense weerdienst waarschuwt voor regen. De dienst zegt dat het droog wordt."
    assert set(names(text, "nl")) == {"Deense weerdienst"}
    text = "Chipfabrikant Ardexa boekte winst. Het concern verwacht een sterk jaar."
    assert names(text, "nl") == ["Ardexa"]
    text = "Premier Jan Smit sprak met Luc Peeters. Die laatste gelooft dat het goed komt."
    assert names(text, "nl") == ["Luc Peeters"]


def test_a_dutch_surname_with_a_particle_is_the_whole_person() -> None:
    text = "Wethouder Jan de Zeeuw is boos. Volgens De Zeeuw ligt de fout bij de provincie."
    assert names(text, "nl") == ["Jan de Zeeuw"]


@pytest.mark.parametrize(
    ("text", "content", "level"),
    [
        ("Volgens het KNMI kan het gaan hagelen.", "kan het gaan hagelen", "possible"),
        ("De arts zegt dat de patiënt weer kan lopen.", "dat de patiënt weer kan lopen", "certain"),
        ("Minister Hilde Bos zegt dat ze overleg wil.", "dat ze overleg wil", "none"),
        ("“Morgen sluiten we de winkel”, zegt Ans Bol.", "Morgen sluiten we de winkel", "none"),
        ("“Kom niet naar het strand”, zegt Ans Bol.", "Kom niet naar het strand", "none"),
        ("“Kom je?”, vraagt Ans Bol.", "Kom je?", "certain"),
        ("“De wet moet worden aangepast”, zegt Ans Bol.", "De wet moet worden aangepast", "none"),
        ("De gemeente zegt dat de brug zal verdwijnen.", "dat de brug zal verdwijnen", "certain"),
        ("De politie houdt rekening met een misdrijf.", "een misdrijf", "possible"),
        ("“Hij lijkt op zijn vader”, zegt Ria Bol.", "Hij lijkt op zijn vader", "certain"),
    ],
)
def test_dutch_verbs_tell_how_sure_the_source_is(text: str, content: str, level: str) -> None:
    assert [(claim, sure) for claim, _, sure in told(read(text, "nl"))] == [(content, level)]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("In Gent rijdt geen tram, bevestigt woordvoerder Tom Bos.", "In Gent rijdt geen tram", "Tom Bos"),
        ("De weg blijft dicht, heeft de gemeente laten weten.", "De weg blijft dicht", "gemeente"),
        ("Hij staat weken aan de kant, liet de clubarts weten.", "Hij staat weken aan de kant", "clubarts"),
        ("“Dat is bedrog”, hield officier Eva Bol de rechters voor.", "Dat is bedrog", "Eva Bol"),
        ("Volgens een agent die er was, reed de auto door rood.", "reed de auto door rood", "agent die er was"),
        ("Hij zei toen dat het klaar was.", "dat het klaar was", None),
        ("De bank verwacht volgend jaar meer winst.", "volgend jaar meer winst", "bank"),
        ("Alles wijst erop dat de lading schoof, zegt de kapitein.", "Alles wijst erop dat de lading schoof", "kapitein"),
    ],
)  # fmt: skip
def test_dutch_tags_and_clauses_are_whole(text: str, content: str, speaker: str) -> None:
    assert [(claim, who) for claim, who, _ in told(read(text, "nl"))] == [(content, speaker)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“Ik sliep niet”, zegt een bakker die anoniem wil blijven.", ["bakker die anoniem wil blijven"]),
        ("Het Openbaar Ministerie eist een jaar cel. Het OM zegt dat er bewijs is.", ["Openbaar Ministerie"] * 2),
        ("Ferry K. zweeg. Officier Eva Bol sprak. De verdachte ontkent dat hij er was.", ["Ferry K."]),
        ("Arts Eva Bol begeleidde Tom Vos. “Het gaat goed”, zei de arts.", ["Eva Bol"]),
        ("Scheepsbouwer Royal Veenman bouwt. Veenman zegt dat het werk af is.", ["Royal Veenman"]),
        ("Het weerbureau verwacht regen. In het weekend klaart het op, klinkt het.", ["weerbureau"] * 2),
    ],
)  # fmt: skip
def test_dutch_sources_are_called_by_their_fullest_name(text: str, speakers: list[str]) -> None:
    assert names(text, "nl") == speakers


def test_a_pronoun_that_leads_a_paragraph_of_a_portrait_is_whom_it_is_about() -> None:
    text = (
        "‘Ik mis de zee’, zegt Eva Bol. Ze woont in Gent.\n\n"
        "Haar dochter Ans Bol is violiste. ‘Mama kookt slecht’, zegt ze.\n\n"
        "Dan zet ze thee. ‘De eerste winter was koud.’ Mist ze de wind? ‘Elke dag.’"
    )
    assert names(text, "nl") == ["Eva Bol", "Ans Bol", "Eva Bol", "Eva Bol"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("De bond acht een verbod onnodig.", [("een verbod onnodig", "bond", "certain")]),
        ("De bond vindt die straf te laag, maar zwijgt.", [("die straf te laag", "bond", "certain")]),
        ("Minister Eva Bol wil strengere regels.", [("strengere regels", "Eva Bol", "none")]),
        ("Minister Eva Bol wilde geen commentaar.", []),
        ("De politie houdt het op dertig doden.", [("dertig doden", "politie", "certain")]),
        ("Ook ontslagen sluit de bond niet uit.", [("ontslagen", "bond", "possible")]),
        ("De minister zegt het te betreuren.", [("het te betreuren", "minister", "certain")]),
        ("“Hij is onschuldig.” Dat zegt de moeder van Dylan V.", [("Hij is onschuldig.", "moeder van Dylan V.", "certain")]),
        ("De eis treft Kevin D. Volgens de bond is hij ziek.", [("is hij ziek", "bond", "certain")]),
    ],
)  # fmt: skip
def test_dutch_judgements_wants_and_tags_of_the_next_sentence_are_read(
    text: str, claims: list[tuple[str, str, str]]
) -> None:
    assert told(read(text, "nl")) == claims


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Kamerlid Mutluer zweeg. Minister Jetten sprak. “Het is klaar”, zei hij.", ["Jetten"]),
        ("De officier van justitie eiste straf. De veehandelaar stond op. “Sorry”, zei hij.", ["officier van justitie", "veehandelaar"]),
        ("Groothandelaar Piet Bol verloor alles. “Het is weg”, zegt de ondernemer.", ["Piet Bol"]),
        ("Een buurtbewoner zegt dat ze ruzie hadden. “Om een heg”, zegt de man.", ["buurtbewoner"] * 2),
        ("Trainer Jan Bol zei: “Slap.” Aanvoerder Tom Vos knikte. “Klopt”, vond de verdediger.", ["Jan Bol", "Tom Vos"]),
    ],
)  # fmt: skip
def test_dutch_people_without_first_names_are_told_apart(text: str, speakers: list[str]) -> None:
    assert names(text, "nl") == speakers


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("De inspectie laat weten de zaak te heropenen.", [("de zaak te heropenen", "inspectie", "certain")]),
        ("Het kabinet acht extra steun niet nodig.", [("extra steun niet nodig", "kabinet", "certain")]),
        ("Acht mensen stierven. De bond vindt dat te veel.", []),
        ("De familie vraagt de media om rust.", [("rust", "familie", "none")]),
        ("De klasgenoot bevestigt het verhaal van de moeder.", []),
        ("De zanger zegt dat zijn loon te laag is.", [("dat zijn loon te laag is", "zanger", "certain")]),
        ("De bond laat weten zich niet te herkennen in het beeld dat is geschetst.", [("niet te herkennen in het beeld dat is geschetst", "bond", "certain")]),
        ("Zelf wou de minister dat niet bevestigen.", []),
        ("De zangeres is boos. De banen zijn volgens haar veilig.", [("De banen zijn veilig", "zangeres", "certain")]),
        ("De moeder is bang dat hij dood is.", [("dat hij dood is", "moeder", "possible")]),
        ("De bond verwacht dat de piek nog moet komen.", [("dat de piek nog moet komen", "bond", "probable")]),
        ("Een getuige sprak tegen de krant van “een ramp”.", [("een ramp", "getuige", "certain")]),
        ("De minister ontkent dat en houdt vol dat China betaalt.", [("dat China betaalt", "minister", "certain")]),
    ],
)  # fmt: skip
def test_dutch_objects_stand_behind_whom_and_what_they_are_told_by(
    text: str, claims: list[tuple[str, str, str]]
) -> None:
    assert told(read(text, "nl")) == claims


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Minister Van Weel sprak. Volgens Van Weel helpt het niet.", ["Van Weel"]),
        ("“Ik ben moe”, zegt Eva Bol.\n\nDe bond meldt winst.\n\nMist u de zee?\n“Elke dag, vooral in mei.”", ["Eva Bol", "bond", "Eva Bol"]),
        ("Vrachtwagenchauffeur Eva Bol zag niets. “Het was donker”, zei Bol.", ["Eva Bol"]),
        ("Secretaris-generaal Eva Bol sprak. “We blijven”, aldus de oud-premier.", ["Eva Bol"]),
        ("De politie hield een 41-jarige man aan. De man ontkent dat hij er was.", ["41-jarige man"]),
        ("Trainer Jan Bol vertrekt. “Het ging niet”, luidt de verklaring. “Ik ben moe”, zei hij.", ["verklaring", "Jan Bol"]),
        ("Sietse B. zweeg. De vader van drie zegt dat hij spijt heeft.", ["Sietse B."]),
        ("Minister van Welzijn Eva Bol zegt dat het klaar is.", ["Eva Bol"]),
        ("De officier van justitie eiste een jaar cel. “Dit is bedrog”, zei officier Eva Bol.", ["Eva Bol"] * 2),
        ("De krant bevestigt noch ontkent het bericht. “We zwijgen nu”, klinkt het.", ["krant"]),
    ],
)  # fmt: skip
def test_dutch_offices_and_answers_lead_to_a_person(text: str, speakers: list[str]) -> None:
    assert names(text, "nl") == speakers
