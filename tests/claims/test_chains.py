"""Whom a claim came through besides its speaker."""

from __future__ import annotations

import pytest

from tests.claims.reading import only, read


def chain(text: str, language: str) -> tuple[str | None, list[tuple[str, str]]]:
    """The speaker of the one claim of a text, and the links of its chain."""
    reading = read(text, language)
    claim = only(reading)
    names = {speaker.id: speaker.name for speaker in reading.speakers}
    assert all(text[link.start : link.end] == link.text for link in claim.chain)
    return names.get(claim.speaker or ""), [(str(link.kind), link.text) for link in claim.chain]


@pytest.mark.parametrize(
    ("language", "text", "speaker", "outlet"),
    [
        ("en", "The official told Reuters that the bridge was closed.", "official", "Reuters"),
        ("en", "“It is closed now,” the mayor told the BBC on Monday.", "mayor", "BBC"),
        (
            "en",
            "The mayor told the newspaper El Mundo the bridge was shut.",
            "mayor",
            "newspaper El Mundo",
        ),
        (
            "nl",
            "De minister zegt tegen persbureau ANP dat het klaar is.",
            "minister",
            "persbureau ANP",
        ),
        (
            "nl",
            "In een interview met De Standaard zegt de premier dat het klaar is.",
            "premier",
            "De Standaard",
        ),
        ("de", "Die Ministerin sagte der dpa, die Brücke sei gesperrt.", "Ministerin", "dpa"),
        (
            "de",
            "„Sie ist jetzt gesperrt“, sagte die Ministerin der „Rheinischen Post“.",
            "Ministerin",
            "„Rheinischen Post“",
        ),
        ("fr", "La ministre a déclaré à l’AFP que le pont était fermé.", "ministre", "AFP"),
        (
            "fr",
            "« Le pont est fermé », a confié Anne Moss au journal Le Monde.",
            "Anne Moss",
            "journal Le Monde",
        ),
    ],
)
def test_an_outlet_that_is_told_passes_the_claim_on_and_does_not_speak(
    language: str, text: str, speaker: str, outlet: str
) -> None:
    assert chain(text, language) == (speaker, [("via", outlet)])


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "The bridge was closed, AFP reported, citing the ministry.", "the ministry"),
        ("en", "The bridge is closed, according to AFP, citing two officials.", "two officials"),
        ("nl", "De brug is dicht, meldt AFP op gezag van het ministerie.", "het ministerie"),
        ("nl", "Volgens AFP, dat zich op ingewijden beroept, is de brug dicht.", "ingewijden"),
        (
            "de",
            "Die Brücke sei gesperrt, berichtete AFP unter Berufung auf das Ministerium.",
            "das Ministerium",
        ),
        ("fr", "Selon l’AFP, citant le ministère, le pont est fermé.", "le ministère"),
    ],
)
def test_an_outlet_that_speaks_keeps_the_source_that_it_cites(
    language: str, text: str, source: str
) -> None:
    assert chain(text, language) == ("AFP", [("citing", source)])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister told parliament that the bridge was closed."),
        ("en", "The minister, citing security reasons, said the bridge was closed."),
        ("nl", "De minister zei in de Tweede Kamer dat de brug dicht is."),
        ("de", "Die Ministerin sagte dem Gericht, die Brücke sei gesperrt."),
        ("fr", "La ministre a dit au tribunal que le pont était fermé."),
    ],
)
def test_who_hears_a_claim_without_passing_it_on_is_no_link(language: str, text: str) -> None:
    assert chain(text, language)[1] == []
