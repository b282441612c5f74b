"""Mentions resolve to one canonical speaker, and say by what."""

from __future__ import annotations

import pytest

from dateline.model import PlaceKind, SpeakerBy
from tests.claims.reading import place_at, read, told


def names(text: str, language: str) -> list[str | None]:
    return [speaker for _, speaker, _ in told(read(text, language))]


def test_a_surname_a_pronoun_and_a_role_go_back_to_the_full_name() -> None:
    text = (
        "“Dat is goed”, zei wethouder Anna Smit. Smit zei dat de brug opengaat. "
        "“Het duurt een maand”, zei ze. De wethouder meldde dat het geld er is."
    )
    reading = read(text, "nl")
    assert {speaker for _, speaker, _ in told(reading)} == {"Anna Smit"}
    assert [claim.speaker_by for claim in reading.claims] == [
        SpeakerBy.NAME, SpeakerBy.SURNAME, SpeakerBy.PRONOUN, SpeakerBy.TITLE,
    ]  # fmt: skip


def test_an_apposition_names_the_speaker() -> None:
    text = "De directeur van het museum, Piet Jansen, zei dat het dak lekt."
    assert names(text, "nl") == ["Piet Jansen"]


def test_an_acronym_stands_for_the_name_it_was_given_with() -> None:
    text = (
        "The Rowing Safety Council (RSC) said boats were checked. The RSC said that nobody drowned."
    )
    assert set(names(text, "en")) == {"Rowing Safety Council"}


def test_a_gendered_pronoun_skips_the_other_gender() -> None:
    text = (
        "“I am done,” said Mary Jones. Peter Hall said that he would stay. “It is over,” she said."
    )
    assert names(text, "en") == ["Mary Jones", "Peter Hall", "Mary Jones"]


def test_an_untagged_quotation_takes_the_last_speaker() -> None:
    text = "“Het is klaar”, zei Piet Jansen. “We gaan naar huis.”"
    reading = read(text, "nl")
    assert names(text, "nl") == ["Piet Jansen", "Piet Jansen"]
    assert reading.claims[1].speaker_by is SpeakerBy.IMPLICIT


def test_an_unnamed_source_stays_unnamed() -> None:
    reading = read("Een woordvoerder van de politie zei dat het rustig is.", "nl")
    assert [speaker.name for speaker in reading.speakers] == ["woordvoerder van de politie"]
    assert [str(speaker.kind) for speaker in reading.speakers] == ["unnamed"]


def test_a_surname_that_is_also_a_town_is_still_the_person() -> None:
    text = "“Mooi”, zei Hanna Deventer. Deventer zei dat het boek af is."
    places = (place_at(text, "Deventer", PlaceKind.CITY, nth=1),)
    told_of = told(read(text, "nl", places=places))
    assert [speaker for _, speaker, _ in told_of] == ["Hanna Deventer", "Hanna Deventer"]


def test_a_people_speaks_for_its_country() -> None:
    text = (
        "Het Britse ministerie van Defensie zegt dat het front stilligt. "
        "De Britten schrijven dat er sneeuw ligt."
    )
    places = (
        place_at(text, "Britse", PlaceKind.DEMONYM, "GB"),
        place_at(text, "Britten", PlaceKind.DEMONYM, "GB"),
    )
    reading = read(text, "nl", places=places)
    assert len({claim.speaker for claim in reading.claims}) == 1


def test_no_pronoun_is_resolved_without_a_candidate() -> None:
    assert names("“Het is klaar”, zei hij.", "nl") == [None]


def test_a_german_source_in_an_oblique_case_is_named_in_the_nominative() -> None:
    text = "Nach Angaben eines Sprechers der Bahn ist die Strecke gesperrt."
    assert names(text, "de") == ["Sprecher der Bahn"]
    assert names("Einem ranghohen Beamten zufolge ist es ruhig.", "de") == ["ranghoher Beamter"]


def test_a_trade_in_an_apposition_is_remembered() -> None:
    text = "“A bang,” said Tom Reed, a blacksmith from Hull. “It was hot,” the blacksmith said."
    assert names(text, "en") == ["Tom Reed", "Tom Reed"]


def test_an_age_between_name_and_apposition_is_no_name() -> None:
    text = "Tom Reed, 45, a mechanic from Hull, said the car burned."
    assert names(text, "en") == ["Tom Reed"]


def test_a_name_with_particles_is_kept_whole() -> None:
    text = "“Goed”, zei burgemeester Kees de Wit. De Wit zei dat de brug opengaat."
    assert names(text, "nl") == ["Kees de Wit", "Kees de Wit"]


def test_a_pronoun_goes_back_to_a_person_who_was_only_described() -> None:
    text = "A young man came out. “It is all gone,” he said."
    assert names(text, "en") == ["young man"]


def test_a_short_head_goes_back_to_the_organisation_that_spoke() -> None:
    text = "The UN refugee agency said that thousands fled. The agency said that more would follow."
    assert names(text, "en") == ["UN refugee agency", "UN refugee agency"]


def test_an_acronym_of_a_compound_stands_for_it() -> None:
    text = (
        "Die Neue Seenotrettung (NSR) meldete, dass zwölf Menschen lebten. "
        "Die NSR erklärte, dass sie suche."
    )
    assert names(text, "de") == ["Neue Seenotrettung", "Neue Seenotrettung"]


def test_a_noun_before_von_is_no_part_of_a_german_name() -> None:
    text = "„Gut“, sagte Lea Kunz. Nach Ansicht von Kunz reicht das nicht."
    assert names(text, "de")[-1] == "Lea Kunz"


def test_a_minister_is_no_woman_by_the_ending_of_the_word() -> None:
    text = (
        "Minister Joris Bakker zei dat de brug dicht blijft. Zijn collega Kees Vos zweeg. "
        "Minister Bakker wilde niet wachten. Hij zei dat de sloop begint."
    )
    reading = read(text, "nl")
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    assert names[reading.claims[-1].speaker or ""] == "Joris Bakker"


def test_a_first_name_from_anywhere_tells_the_gender() -> None:
    text = "“I am done,” said Ngozi Eze. Javier Quiroga said that he stays. “It is over,” she said."
    assert names(text, "en") == ["Ngozi Eze", "Javier Quiroga", "Ngozi Eze"]


def test_two_first_names_joined_are_two_people() -> None:
    text = "He befriended Edna and Ivy Marsh. “I trusted him,” said Ivy Marsh."
    assert names(text, "en") == ["Ivy Marsh"]


def test_a_former_office_calls_the_person_known_so_far() -> None:
    text = (
        "“I have retired,” said Wambui Karanja.\n\nThe former judge spent years in court."
        " “I am busy,” replied the judge."
    )
    assert names(text, "en")[0] == "Wambui Karanja"
    assert names("“I rest,” said Wambui Karanja. “I am busy,” said the former judge.", "en") == [
        "Wambui Karanja",
        "Wambui Karanja",
    ]


def test_a_prime_minister_is_not_the_minister() -> None:
    text = "Mary Hill, the transport minister, resigned. The prime minister said that he knew."
    assert names(text, "en") == ["prime minister"]


def test_a_pronoun_corrects_the_gender_of_a_foreign_first_name() -> None:
    assert names("“I rest,” said Wambui Karanja. She said that it was late.", "en") == [
        "Wambui Karanja",
        "Wambui Karanja",
    ]


def test_a_french_organisation_keeps_its_whole_name() -> None:
    text = (
        "Le Centre de recherche agronomique de Divo affirme que tout va bien. "
        "Le Conseil constitutionnel a dit que la loi est valable."
    )
    assert names(text, "fr") == [
        "Centre de recherche agronomique de Divo",
        "Conseil constitutionnel",
    ]


def test_what_somebody_knows_is_no_claim_of_theirs() -> None:
    assert names("La ministre sait que le temps presse.", "fr") == []
    assert names("The minister knows that time is short.", "en") == []


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("nl", "Minister van Justitie Rubén Escurra zei dat het klopt.", "Rubén Escurra"),
        ("nl", "“Dat klopt”, aldus minister Van Weel van Justitie.", "Van Weel"),
        ("nl", "Volgens hoogleraar bestuurskunde Piet Kramer is dat waar.", "Piet Kramer"),
        ("fr", "Le ministre de la Justice Éric Dubois a dit que c’est vrai.", "Éric Dubois"),
        ("en", "Minister of Justice John Smith said that it was late.", "John Smith"),
    ],
)
def test_an_office_before_a_name_is_no_part_of_it(language: str, text: str, speaker: str) -> None:
    assert names(text, language) == [speaker]


def test_expecting_none_of_something_is_an_expectation() -> None:
    claim = read("De burgemeester verwacht geen schade.", "nl").claims[0]
    assert (str(claim.certainty.level), claim.negated) == ("probable", True)


def test_who_is_only_named_in_what_was_said_did_not_say_it() -> None:
    text = "Maria Holt forderte mehr Tempo. Die Regierung habe gezögert, sagte sie."
    assert names(text, "de")[-1] == "Maria Holt"
    text = "“I am tired,” said Peter Hall. “John Reed is wrong,” he said."
    assert names(text, "en")[-1] == "Peter Hall"
