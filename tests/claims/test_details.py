"""Certainty, negation, stance, times, places and relations of claims."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.claims import RULES
from dateline.model import ClaimRelationKind, PlaceKind, PlaceRole, Stance, Strength
from tests.claims.reading import PUBLISHED, only, place_at, read


@pytest.mark.parametrize(
    ("language", "text", "level"),
    [
        ("nl", "Anna Smit zei dat de brug waarschijnlijk dicht blijft.", "probable"),
        ("nl", "Anna Smit zei dat de brug vrijwel zeker dicht blijft.", "near_certain"),
        ("nl", "Anna Smit zei dat de brug mogelijk dicht blijft.", "possible"),
        ("nl", "Anna Smit zei dat de brug zo snel mogelijk opengaat.", "certain"),
        ("nl", "Anna Smit zei dat er zeker twintig doden zijn.", "certain"),
        ("nl", "Volgens Anna Smit zou de brug zijn ingestort.", "unverified"),
        ("en", "Anna Hill said the bridge would probably stay shut.", "probable"),
        ("en", "Anna Hill said the bridge might collapse.", "possible"),
        ("en", "Anna Hill said the bridge had opened in May.", "certain"),
        ("en", "Anna Hill doubts that the bridge is safe.", "unlikely"),
        ("de", "Anna Kühn sagte, die Brücke sei vermutlich gesperrt.", "probable"),
        ("de", "Anna Kühn hofft, dass die Brücke hält.", "none"),
        ("fr", "Anne Morel a dit que le pont était probablement fermé.", "probable"),
        ("fr", "Anne Morel craint que le pont ne cède.", "possible"),
    ],
)
def test_the_level_is_the_source_s_own(language: str, text: str, level: str) -> None:
    assert str(only(read(text, language)).certainty.level) == level


def test_the_words_that_carry_the_level_are_kept() -> None:
    text = "Anna Smit zei dat de brug vermoedelijk dicht blijft."
    (cue,) = only(read(text, "nl")).certainty.cues
    assert text[cue.start : cue.end] == cue.text == "vermoedelijk"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("De rebellen beweren dat de stad is gevallen.", Stance.DISTANCING),
        ("De minister bevestigt dat de stad is gevallen.", Stance.ENDORSING),
        ("De minister zegt dat de stad is gevallen.", Stance.NEUTRAL),
    ],
)
def test_the_verb_shows_the_article_s_stance(text: str, stance: Stance) -> None:
    cue = only(read(text, "nl")).cue
    assert cue is not None
    assert cue.stance is stance


def test_negated_content_is_marked() -> None:
    assert only(read("De politie zegt dat er geen doden zijn.", "nl")).negated
    assert not only(read("De politie zegt dat er doden zijn.", "nl")).negated


def test_said_and_happened_are_told_apart() -> None:
    text = "De politie zei maandag dat de man zaterdag is gevonden."
    days = {"maandag": date(2024, 4, 29), "zaterdag": date(2024, 4, 27)}
    claim = only(read(text, "nl", days=days))
    assert claim.said is not None
    assert claim.happened is not None
    assert claim.said.earliest == date(2024, 4, 29)
    assert claim.happened.earliest == date(2024, 4, 27)


def test_a_run_of_one_speaker_inherits_when_it_was_said() -> None:
    text = "Anna Smit zei maandag dat het goed gaat. “Het wordt beter”, zei ze."
    first, second = read(text, "nl", days={"maandag": date(2024, 4, 29)}).claims
    assert second.said is not None
    assert (second.said.earliest, second.said.inherited) == (date(2024, 4, 29), first.id)


def test_what_no_words_date_was_said_by_the_day_of_publication() -> None:
    said = only(read("De politie zegt dat het rustig is.", "nl")).said
    assert said is not None
    assert (said.earliest, said.inherited) == (PUBLISHED, "published")


def test_the_city_goes_back_to_the_city_that_was_named() -> None:
    text = "Er is brand in Deventer. De politie zegt dat de stad veilig is."
    place = place_at(text, "Deventer", PlaceKind.CITY)
    claim = read(text, "nl", places=(place,)).claims[-1]
    (found,) = claim.places
    assert (found.place, found.role) == (place.id, PlaceRole.LOCATION)
    assert found.anaphor is not None
    assert found.anaphor.of(text) == "de stad"


def test_a_bare_denial_links_what_follows_to_what_it_denies() -> None:
    text = (
        "Councillor Mary Jones alleged that the firm had hidden a lawsuit. The company denied it. "
        '"There is no lawsuit," a spokesman said.'
    )
    first, second = read(text, "en").claims
    (relation,) = [r for r in second.relations if r.strength is Strength.EXPLICIT]
    assert (relation.type, relation.claim) == (ClaimRelationKind.DISPUTES, first.id)
    assert relation.cue is not None
    assert relation.cue.text == "denied"


def test_a_confirmation_in_other_words_corroborates() -> None:
    text = "De rebellen claimen de verovering van de stad, en volgens de VN klopt dat."
    first, second = read(text, "nl").claims
    assert (ClaimRelationKind.CORROBORATES, first.id) in [
        (relation.type, relation.claim) for relation in second.relations
    ]


def test_every_rule_that_is_used_is_listed_once() -> None:
    assert len(set(RULES)) == len(RULES)


@pytest.mark.parametrize("lead", ["Berlin (dpa) – ", "BRUSSEL (belga) — ", "KHARKIV, Ukraine — "])
def test_a_dateline_is_no_part_of_the_claim(lead: str) -> None:
    text = f"{lead}Die Brücke sei gesperrt, sagte Anna Kühn."
    assert only(read(text, "de")).text == "Die Brücke sei gesperrt"
