# ruff: noqa: E501  (one case a line)
"""What French does in its own way: asides, clitics, tags inside the marks, moods and stand-ins."""

from __future__ import annotations

import pytest

from tests.claims.reading import only, read, told

CASES = [
    # who speaks
    ("« Le dialogue continue », assure-t-on à l'Élysée.", "Le dialogue continue", "Élysée", "certain"),
    ("L'enquête avance rapidement, indique-t-on au ministère de l'Intérieur.", "L'enquête avance rapidement", "ministère de l'Intérieur", "certain"),
    ("Trois hommes ont été arrêtés, a-t-on appris auprès d'une source policière.", "Trois hommes ont été arrêtés", "source policière", "certain"),
    ("De source diplomatique, les deux camps négocient.", "les deux camps négocient", "source diplomatique", "certain"),
    ("Une habitante de Brest jointe par téléphone raconte que la mer monte.", "que la mer monte", "habitante de Brest", "certain"),
    ("Selon une étude publiée dans la revue Climat, les vendanges avancent.", "les vendanges avancent", "étude", "certain"),
    ("Les prix ont baissé, selon un rapport rendu public par la banque.", "Les prix ont baissé", "rapport", "certain"),
    # asides and adverbs between the parts
    ("La direction, elle, dément tout licenciement.", "tout licenciement", "direction", "unlikely"),
    ("Paul Morel a nié, devant la cour d'assises, avoir tiré.", "avoir tiré", "Paul Morel", "unlikely"),
    ("Le maire dément par contre toute fermeture.", "toute fermeture", "maire", "unlikely"),
    # verbs of several words, clitics
    ("Le feu est éteint, ont fait savoir les pompiers.", "Le feu est éteint", "pompiers", "certain"),
    ("« Le texte sera voté », veut croire la ministre.", "Le texte sera voté", "ministre", "certain"),
    ("Le syndicat fait état de trois blessés.", "trois blessés", "syndicat", "certain"),
    ("La défense y voit « un procès politique ».", "un procès politique", "défense", "certain"),
    # tags inside the marks
    ("« Le pont, explique l'ingénieur Alain Roche, n'a jamais été entretenu. »", "Le pont n'a jamais été entretenu.", "Alain Roche", "certain"),
    # moods and plans
    ("L'incendie serait d'origine criminelle.", "L'incendie serait d'origine criminelle", None, "unverified"),
    ("Deux randonneurs se trouveraient encore dans la grotte.", "Deux randonneurs se trouveraient encore dans la grotte", None, "unverified"),
    ("On murmure que le directeur est parti.", "que le directeur est parti", None, "unverified"),
    ("La légende veut que le lac n'ait pas de fond.", "que le lac n'ait pas de fond", None, "unverified"),
    ("Elle viserait le titre, selon un proche.", "Elle viserait le titre", "proche", "unverified"),
    ("Le groupe va fermer son usine, a indiqué le directeur.", "Le groupe va fermer son usine", "directeur", "none"),
    ("La ministre a précisé que l'aide serait versée en juin.", "que l'aide serait versée en juin", "ministre", "none"),
    ("« Restez chez vous », a lancé le préfet.", "Restez chez vous", "préfet", "none"),
    ("« Nous reviendrons », promet le capitaine.", "Nous reviendrons", "capitaine", "none"),
    ("Marie Lacaze dit craindre un accident.", "craindre un accident", "Marie Lacaze", "possible"),
    ("La mère dit craindre que la vallée soit privée d'eau.", "que la vallée soit privée d'eau", "mère", "possible"),
    ("Le préfet dit ne pas exclure que la digue cède.", "que la digue cède", "préfet", "possible"),
    ("Le club assure lui avoir laissé trois messages.", "lui avoir laissé trois messages", "club", "certain"),
    ("Sa mère ne croit guère à un départ cet été.", "un départ cet été", "mère", "unlikely"),
    ("Le joueur s'est engagé à rendre l'argent.", "à rendre l'argent", "joueur", "none"),
    ("L'eau restera imbuvable jusqu'à samedi, a indiqué la commune.", "L'eau restera imbuvable jusqu'à samedi", "commune", "certain"),
    ("L'agence juge le risque faible pour la population : « Le risque est nul. »", "Le risque est nul.", "agence", "certain"),
    ("« Cela peut se produire demain », avertit le virologue.", "Cela peut se produire demain", "virologue", "possible"),
    ("Le ministère n'exclut pas une nouvelle vague.", "une nouvelle vague", "ministère", "possible"),
    ("Selon un témoin, deux hommes se seraient enfuis.", "deux hommes se seraient enfuis", "témoin", "unverified"),
    ("Le céréalier doute que l'aide arrive à temps.", "que l'aide arrive à temps", "céréalier", "unlikely"),
    ("La Cedeao a condamné « un massacre lâche ».", "un massacre lâche", "Cedeao", "certain"),
    ("Le club dit vouloir entendre les joueurs.", "vouloir entendre les joueurs", "club", "none"),
    ("Selon le fonds, la croissance ralentira.", "la croissance ralentira", "fonds", "probable"),
    ("La banque estime que la dette baisse.", "que la dette baisse", "banque", "probable"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "content", "speaker", "level"), CASES, ids=[case[0] for case in CASES]
)
def test_reads_content_source_and_level(
    text: str, content: str, speaker: str | None, level: str
) -> None:
    assert told(read(text, "fr")) == [(content, speaker, level)]


STAND_INS = [
    ("Le Rennais Hugo Le Gall a gagné. « J'y croyais », a dit le Rennais.", "Hugo Le Gall"),
    ("L'attaquant Diego Ruiz a marqué. L'Espagnol a reconnu avoir eu de la chance.", "Diego Ruiz"),
    ("Thierry Lamotte, 47 ans, est jugé. Le quadragénaire affirme ne rien savoir.", "Thierry Lamotte"),
    ("La préfète Sophie Perrin a visité l'usine. La haute fonctionnaire assure que le feu est éteint.", "Sophie Perrin"),
    ("Son avocate, Me Sarah Benhamou, est venue. Cette dernière assure que le dossier est vide.", "Sarah Benhamou"),
    ("Karim Zitouni, délégué du personnel, attend. Le syndicaliste prévient que la lutte continue.", "Karim Zitouni"),
    ("L'entreprise Verrelor a déposé le bilan. Le groupe assure que les salaires sont payés.", "Verrelor"),
    ("Le fabricant de batteries Voltal recrute. L'entreprise assure que la demande est forte.", "Voltal"),
    ("La Ligue a ouvert une enquête ; elle assure que le match était régulier.", "Ligue"),
    ("La ministre Ndèye Coumba Sarr a parlé. Elle affirme que la mer est vide.", "Ndèye Coumba Sarr"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), STAND_INS, ids=[case[0] for case in STAND_INS])
def test_names_whom_a_stand_in_means(text: str, speaker: str) -> None:
    assert [name for _, name, _ in told(read(text, "fr"))] == [speaker]


def test_a_possessed_relative_is_nobody_named_before() -> None:
    text = "Léa Morel est tombée. Sa mère jure que tout va bien."
    assert told(read(text, "fr")) == [("que tout va bien", "mère", "certain")]


def test_a_tag_that_ends_its_sentence_inside_the_marks_makes_two_claims() -> None:
    assert told(read("« Nous partons, annonce Albert Simonin. Tout est fini. »", "fr")) == [
        ("Nous partons", "Albert Simonin", "certain"),
        ("Tout est fini.", "Albert Simonin", "certain"),
    ]


def test_a_verb_keeps_its_clause_beside_the_quotation_after_its_colon() -> None:
    text = "Le maire explique que le pont est fermé : « On attend les experts. »"
    assert told(read(text, "fr")) == [
        ("que le pont est fermé", "maire", "certain"),
        ("On attend les experts.", "maire", "certain"),
    ]


def test_a_clitic_takes_the_sentence_before_as_what_was_announced() -> None:
    claim = only(read("La laiterie a fermé. Sa direction l'a annoncé aux salariés.", "fr"))
    assert (claim.text, claim.rule) == ("La laiterie a fermé", "clause/backward")


def test_a_relative_clause_after_a_source_reports_for_itself() -> None:
    text = "Le bilan est lourd, d'après la police, qui redoute « un drame »."
    assert told(read(text, "fr")) == [
        ("Le bilan est lourd", "police", "certain"),
        ("un drame", "police", "possible"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Contacté par l'agence, le groupe n'a pas souhaité réagir.",
        "Son roman, « Le Dernier Col », a été traduit en six langues.",
        "L'île ne compte plus que deux écoles.",
        "Les paysans priaient pour que la glace recule.",
        "L'État pourrait réclamer cet argent.",
    ],
)
def test_does_not_take_these_for_claims(text: str) -> None:
    assert told(read(text, "fr")) == []
