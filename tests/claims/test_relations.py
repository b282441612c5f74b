"""Which claim answers which, and what a relation hands on."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import ClaimRelationKind, PlaceKind, Strength
from tests.claims.reading import place_at, read


def test_a_confirmation_takes_over_place_and_time_with_their_source() -> None:
    text = "Het bedrijf claimde de sluiting van de mijn in Heerlen, en volgens de bond klopt dat."
    reading = read(
        text,
        "nl",
        places=(place_at(text, "Heerlen", PlaceKind.CITY),),
    )
    first, second = reading.claims
    assert [relation.type for relation in second.relations] == [ClaimRelationKind.CORROBORATES]
    assert [place.place for place in second.places] == [place.place for place in first.places]
    assert {place.inherited for place in second.places} == {first.id}


def test_a_claim_s_own_place_and_time_come_before_those_it_answers() -> None:
    text = (
        "Het bedrijf zei dat de mijn in Heerlen op 2 mei sluit. "
        "De bond ontkent dat de mijn in Geleen op 3 mei sluit."
    )
    reading = read(
        text,
        "nl",
        days={"2 mei": date(2024, 5, 2), "3 mei": date(2024, 5, 3)},
        places=(
            place_at(text, "Heerlen", PlaceKind.CITY),
            place_at(text, "Geleen", PlaceKind.CITY),
        ),
    )
    last = reading.claims[-1]
    assert last.happened is not None
    assert last.happened.earliest == date(2024, 5, 3)
    assert {place.inherited for place in last.places} == {None}


def links(
    text: str, language: str, strength: Strength = Strength.EXPLICIT
) -> list[tuple[str, str, str]]:
    """The relations of a text: the answering words, the relation, the claim answered."""
    reading = read(text, language)
    told = {claim.id: claim.text for claim in reading.claims}
    return [
        (claim.text, str(relation.type), told[relation.claim])
        for claim in reading.claims
        for relation in claim.relations
        if relation.strength is strength
    ]


@pytest.mark.parametrize(
    ("language", "claimed", "answer"),
    [
        (
            "en",
            "The minister said the fund was empty.",
            "“That is simply not true,” said Ann Moss.",
        ),
        ("en", "The minister said the fund was empty.", "“That’s a lie,” Ann Moss said."),
        ("en", "The minister said the fund was empty.", "Ann Moss said that was false."),
        ("en", "The minister said the fund was empty.", "“What he says is wrong,” said Ann Moss."),
        ("nl", "De minister zegt dat het fonds leeg is.", "‘Onzin’, reageert Anna Mos."),
        ("nl", "De minister zegt dat het fonds leeg is.", "‘Daar klopt niets van’, zegt Anna Mos."),
        ("nl", "De minister zegt dat het fonds leeg is.", "Volgens de Rekenkamer is dat onjuist."),
        ("nl", "De minister zegt dat het fonds leeg is.", "De Rekenkamer zegt dat dat niet klopt."),
        ("de", "Der Minister sagte, der Fonds sei leer.", "„Völliger Quatsch“, sagte Anna Moos."),
        ("de", "Der Minister sagte, der Fonds sei leer.", "Anna Moos sagte, das stimme nicht."),
        ("de", "Der Minister sagte, der Fonds sei leer.", "Laut Rechnungshof trifft das nicht zu."),
        ("fr", "Le ministre affirme que le fonds est vide.", "« C’est faux », réplique Anne Moss."),
        ("fr", "Le ministre affirme que le fonds est vide.", "« Mensonge ! », réplique Anne Moss."),
        ("fr", "Le ministre affirme que le fonds est vide.", "Selon la Cour, il n’en est rien."),
    ],
)
def test_a_claim_that_calls_another_untrue_disputes_it(
    language: str, claimed: str, answer: str
) -> None:
    (_, kind, target) = only_link(f"{claimed} {answer}", language)
    assert kind == "disputes"
    assert target in claimed


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Ann Moss denied that account. “There is money left,” she said.", "disputes"),
        ("en", "Ann Moss disagreed. “There is money left,” she said.", "disputes"),
        ("en", "Ann Moss called the claim “nonsense”.", "disputes"),
        (
            "en",
            "That account was confirmed by the auditors. “Not a cent,” they said.",
            "corroborates",
        ),
        ("nl", "Anna Mos wuift die kritiek weg: ‘Er is nog geld.’", "disputes"),
        ("nl", "De Rekenkamer ziet dat anders. ‘Er is nog geld’, zegt Anna Mos.", "disputes"),
        ("nl", "Anna Mos noemt die bewering een leugen. ‘Er is nog geld.’", "disputes"),
        ("nl", "Dat wordt bevestigd door Anna Mos. ‘Geen cent’, zegt ze.", "corroborates"),
        ("de", "Dem widersprach Anna Moos. „Da ist noch Geld“, sagte sie.", "disputes"),
        ("de", "Das sieht Anna Moos anders: „Da ist noch Geld.“", "disputes"),
        ("de", "Anna Moos bezeichnete die Aussage als Lüge. „Da ist noch Geld.“", "disputes"),
        ("de", "Der Rechnungshof bestätigte das. „Kein Cent“, sagte ein Sprecher.", "corroborates"),
        ("fr", "Anne Moss conteste cette version. « Il reste de l’argent », dit-elle.", "disputes"),
        ("fr", "Anne Moss n’est pas d’accord : « Il reste de l’argent. »", "disputes"),
        ("fr", "La Cour le confirme : « Il n’y a plus un centime. »", "corroborates"),
    ],
)
def test_a_claim_after_a_bare_answer_carries_its_relation(
    language: str, text: str, kind: str
) -> None:
    claimed = {
        "en": "The minister said the fund was empty.",
        "nl": "De minister zegt dat het fonds leeg is.",
        "de": "Der Minister sagte, der Fonds sei leer.",
        "fr": "Le ministre affirme que le fonds est vide.",
    }[language]
    (_, found, target) = only_link(f"{claimed} {text}", language)
    assert found == kind
    assert target in claimed


def only_link(text: str, language: str) -> tuple[str, str, str]:
    found = links(text, language)
    assert len(found) == 1, found
    return found[0]


def test_a_denied_clause_answers_the_claim_that_told_it() -> None:
    text = (
        "The army said it had taken the village. Reporters said the road was mined. "
        "The rebels deny that the army has taken the village."
    )
    assert only_link(text, "en")[2] == "it had taken the village"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The council said it would rain. The mayor confirmed that the library will close."),
        ("en", "“She took it,” a lawyer said. Ann Moss has always denied that she took money."),
        (
            "en",
            "“It is the right thing to do,” said Tom Reed. “It is wrong to steal,” Ann Moss said.",
        ),
        (
            "en",
            "Kyiv said it shot down 12 drones. Moscow did not confirm this. “Wait,” Tom Reed said.",
        ),
        ("nl", "De minister zegt dat het fonds leeg is. De bond ontkent dat de mijn dichtgaat."),
        (
            "de",
            "„Es wird warm“, sagt Anna Moos. Der Landtag stimmte dem Gesetz zu. „Gut“, sagte Ried.",
        ),
        ("fr", "Une étude dit que l’eau va plus vite qu’on ne le croyait. « Bon », dit Anne Moss."),
        ("de", "Die Polizei meldete, dass es regnet. Die Bahn bestätigte, dass der Zug ausfällt."),
        (
            "fr",
            "La police dit que la route est fermée. Le parquet confirme la mort de deux chiens.",
        ),
    ],
)
def test_a_denial_or_a_confirmation_of_something_else_answers_nobody(
    language: str, text: str
) -> None:
    assert links(text, language) == []


def test_an_answer_that_names_an_opponent_is_about_what_that_one_said() -> None:
    text = (
        "The navy said 150 people were aboard. The mayor said the sea was rough on Monday. "
        "“The navy’s figure is wrong,” said Ann Moss."
    )
    assert only_link(text, "en")[2] == "150 people were aboard"


def test_a_disputed_figure_is_the_one_that_both_claims_tell() -> None:
    text = (
        "The inspector said 11 jails had no heating. She said nobody had listened to her for "
        "years. The minister disputed that figure. He said four jails, not 11, were affected."
    )
    assert only_link(text, "en")[2] == "11 jails had no heating"


def test_a_spokesman_does_not_answer_whom_he_speaks_for() -> None:
    text = (
        "The doctors said the rebels shelled the market. The rebels denied that they shelled the "
        "market. “That is a lie,” their spokesman, Tom Reed, said."
    )
    assert {target for _, _, target in links(text, "en")} == {"the rebels shelled the market"}


def test_a_claim_set_against_another_by_a_word_beside_its_cue_disputes_it() -> None:
    text = (
        "« J’étais à Paris », a dit l’accusé. Trois témoins affirment au contraire qu’il était là."
    )
    assert only_link(text, "fr")[1] == "disputes"


def test_who_spoke_before_a_denial_does_not_carry_it() -> None:
    text = (
        "The mayor said the road was safe. Ann Moss denied that. "
        "“It was checked in May,” the mayor said."
    )
    assert links(text, "en") == []


def test_which_of_several_claims_by_one_opponent_is_answered_is_only_suggested() -> None:
    text = (
        "Niemand habe ihn gewarnt, sagte Tom Ried. Er habe es am Radio gehört. "
        "Anna Moos wies das zurück: Ein Brief sei im Mai verschickt worden."
    )
    assert links(text, "de") == []
    suggested = links(text, "de", Strength.SUGGESTED)
    assert "Niemand habe ihn gewarnt" in {answered for _, _, answered in suggested}


def test_a_confirmation_goes_back_to_the_one_claim_that_told_of_it() -> None:
    text = (
        "La prévenue dit que le carnet a été saisi. Le juge dit qu’il pleuvait. "
        "Le greffier affirme que la salle était pleine. "
        "Un policier confirme qu’un carnet a été emporté."
    )
    assert only_link(text, "fr")[2] == "que le carnet a été saisi"


def test_an_opponent_in_the_genitive_is_named() -> None:
    text = (
        "Der Kurs war sicher, sagte Peter Gamper. Es war kalt, sagte Tom Ried. "
        "Anna Moos widersprach Gampers Darstellung: „Der Zaun stand falsch.“"
    )
    assert only_link(text, "de")[2] == "Der Kurs war sicher"


def test_who_is_called_right_is_answered_for_what_that_one_said() -> None:
    text = (
        "The crust is alive, Lucía Araneda said. The fog is rare, Tom Reed said. "
        "Ann Moss conceded that Araneda was right."
    )
    assert only_link(text, "en") == (
        "that Araneda was right",
        "corroborates",
        "The crust is alive",
    )


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        (
            "en",
            "The minister said taxes would fall. Ann Moss said taxes would not fall.",
            "disputes",
        ),
        (
            "nl",
            "De minister zegt dat het fonds leeg is. Ook de Rekenkamer zegt dat het fonds leeg is.",
            "corroborates",
        ),
        (
            "de",
            "Das Heer sagte, dass Zivilisten getötet worden seien. Anna Moos sagte, dass keine "
            "Zivilisten getötet worden seien.",
            "disputes",
        ),
        (
            "fr",
            "Le ministre dit que le fonds est vide. La Cour dit aussi que le fonds est vide.",
            "corroborates",
        ),
    ],
)
def test_what_another_tells_again_is_disputed_by_a_negation_and_confirmed_by_also(
    language: str, text: str, kind: str
) -> None:
    assert only_link(text, language)[1] == kind


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Tom Reed said the lake was dry. Ann Moss contradicted Reed. “I swim there,” she said.",
        ),
        ("nl", "Minister Tom Ried zegt dat het regent. Anna Mos spreekt de minister tegen: ‘Nee.’"),
        (
            "de",
            "Umweltminister Tom Ried sagte, es regne. Anna Moos widersprach dem Minister: „Nie.“",
        ),
        ("fr", "Le maire Paul Reed dit qu’il pleut. Anne Moss contredit le maire : « Non. »"),
    ],
)
def test_who_contradicts_a_person_disputes_what_that_one_said(language: str, text: str) -> None:
    assert only_link(text, language)[1] == "disputes"


def test_a_rejected_charge_is_the_accusation_and_not_what_followed_it() -> None:
    text = (
        "Ann Moss alleged that traders knew of the ban. Prices fell on Monday, she said. Rice was "
        "dear, she said. The minister rejected the charge. “No trader was told,” he said."
    )
    assert only_link(text, "en")[2] == "that traders knew of the ban"


def test_a_contested_toll_is_the_number_of_dead() -> None:
    text = (
        "Negentien mensen zijn omgekomen, zegt de prefect. Er zaten zestig mensen in de wagen, "
        "zegt hij. Anna Mos betwist dat dodental. ‘Wij telden er dertig’, zegt ze."
    )
    assert only_link(text, "nl")[2] == "Negentien mensen zijn omgekomen"


def test_a_quotation_that_illustrates_a_claim_is_passed_over() -> None:
    text = (
        "Anna Mos betwijfelt of het om magma gaat. ‘Heet water geeft hetzelfde signaal.’ "
        "Tom Ried weerspreekt dat: ‘Water remt golven niet genoeg.’"
    )
    assert only_link(text, "nl")[2] == "of het om magma gaat"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Was der Minister behaupte, sei gelogen, sagt Anna Moos: „Ich war dabei.“"),
        ("de", "Falsch, entgegnete Anna Moos: Der Fonds sei voll."),
    ],
)
def test_a_verdict_may_stand_before_the_cue(language: str, text: str) -> None:
    claimed = "Der Minister sagte, die Kasse sei leer."
    assert only_link(f"{claimed} {text}", language)[1] == "disputes"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Conservationists fear that anglers will come. That worry was dismissed outright. "
            "“Nobody goes there,” said Tom Reed.",
        ),
        (
            "nl",
            "Het bedrijf zegt dat het lek dicht is. Daar is volgens Anna Mos geen sprake van.",
        ),
        (
            "de",
            "Die Behörde sagt, dass der Fisch verdorben war. Im Hotel will man davon nichts "
            "wissen. „Der Fisch war frisch“, sagt Tom Ried.",
        ),
        (
            "fr",
            "Paul Reed dit qu’il était chez lui. Le parquet n’en croit pas un mot. « Les caméras "
            "le montrent au bar », affirme Anne Moss.",
        ),
    ],
)
def test_an_idiom_of_disbelief_disputes(language: str, text: str) -> None:
    assert only_link(text, language)[1] == "disputes"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "nl",
            "Het bedrijf zegt dat het lek dicht is. Ried wil dat bevestigen noch ontkennen. "
            "‘Het regent’, zegt Anna Mos.",
        ),
        (
            "en",
            "The report said the team had left too early. Ann Moss followed the map, and that map "
            "was wrong, she said.",
        ),
    ],
)
def test_a_refusal_to_answer_and_a_wrong_thing_dispute_nobody(language: str, text: str) -> None:
    assert links(text, language) == []


def test_that_account_is_what_was_claimed_and_not_the_quotations_after_it() -> None:
    text = (
        "Tom Reed told reporters that the army had fired first. “It was dark,” said Reed. "
        "“Our men were asleep.” The general rejected his account. “We saw rockets,” he said."
    )
    assert only_link(text, "en")[2] == "that the army had fired first"
