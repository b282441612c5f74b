# ruff: noqa: E501  (one case a line)
"""Whom French names and stand-ins mean: organisations, seats of power, trades, the accused."""

from __future__ import annotations

import pytest

from tests.claims.reading import read, told

LAST = [
    # names that go on in small letters, and nouns that lead them
    ("Selon le quotidien L'Écho des terrils, l'usine ferme.", "L'Écho des terrils"),
    ("Selon l'association L'Eau vive, deux cents truites sont mortes.", "L'Eau vive"),
    ("L'ONG Forêts debout craint une remise aux enchères.", "Forêts debout"),
    ("Le collectif Sauvons la rade affirme que la vase est toxique.", "Sauvons la rade"),
    ("D'après nos confrères du Courrier du Léman, le club est en faillite.", "Courrier du Léman"),
    ("La déléguée FGTB Carine Lambotte assure que tout est fini.", "Carine Lambotte"),
    ("Selon un sondage de l'institut Baromètre, le parti recule.", "sondage de l'institut Baromètre"),
    # seats that stand for who sits there
    ("Le Quai d'Orsay a confirmé sa mort. Le ministère assure que le corps a été rapatrié.", "Quai d'Orsay"),
    ("Matignon affirme que le texte est prêt.", "Matignon"),
    ("Le Kremlin n'a pas réagi. La présidence dit que rien n'a changé.", "Kremlin"),
    # firms, clubs and papers called by what they do
    ("Le groupe Solvanor recrute. Le producteur de soude affirme que la demande monte.", "Solvanor"),
    ("Le FC Sion a perdu. Le club assure que l'arbitre s'est trompé.", "FC Sion"),
    ("Le journal La Voix des Ardennes a enquêté. Le quotidien affirme que le maire a menti.", "La Voix des Ardennes"),
    # people called by what they are
    ("Le délégué Fabien Roux est venu. « Les gens partent », a dit Fabien Roux. Le policier assure que tout va mal.", "Fabien Roux"),
    ("Sandrine Pittet entraîne l'équipe. L'ancienne internationale affirme que le groupe est soudé.", "Sandrine Pittet"),
    ("Inès Diop dirige le comité. L'ancienne inspectrice des finances assure que les comptes sont justes.", "Inès Diop"),
    ("Le maire Luc Morel se tait. La cheffe du parti, Anne Roy, parle d'une « faute ». La mère de trois enfants dit que la ville a peur.", "Anne Roy"),
    ("Marlène Keller a négocié. La Genevoise d'adoption affirme que la paix tient.", "Marlène Keller"),
    ("Une voisine accuse Bruno Keller d'avoir menti. L'intéressé assure que tout est faux.", "Bruno Keller"),
    ("Sa femme, Josette, reste sceptique. « Il a triché », glisse-t-elle.", "Josette"),
    # phrases that hold a word which is a verb elsewhere
    ("Une source au fait des négociations évoque « un accord imminent ».", "source au fait des négociations"),
    ("Rien n'est signé, confie une source bien au fait du dossier.", "source bien au fait du dossier"),
    ("Deux sources bien informées assurent que le ministre est parti.", "sources bien informées"),
    ("Un diplomate en poste à Lomé se tait. « C'était prévu », souffle-t-il.", "diplomate en poste à Lomé"),
    ("Un vieux pêcheur attend. Le quadragénaire assure que la mer est vide.", "vieux pêcheur"),
    ("La préfecture du Gard veille. Selon la préfecture, le bilan est lourd.", "préfecture du Gard"),
    ("L'eau monte, d'après le Haut-Commissariat des Nations unies pour les réfugiés.", "Haut-Commissariat des Nations unies pour les réfugiés"),
    ("N’Djaména a promis d’envoyer deux chirurgiens.", "N’Djaména"),
    ("« C'est faux, coupe Me Carole Bonvin, l'avocate du prévenu. Rien n'est vrai. » Me Bonvin assure que tout est réglé.", "Carole Bonvin"),
    ("Le patron, Normand Savard, craint que la saison soit finie.", "Normand Savard"),
    ("Le conseiller d’État Pascal Fribourg affirme que tout va bien.", "Pascal Fribourg"),
    ("Un autre habitant du quartier assure que tout va mal.", "autre habitant du quartier"),
    ("L'accord tient, d'après une personne proche du maire.", "personne proche du maire"),
    # subjects far from their verb
    ("Joint par téléphone, son porte-parole, le colonel Adam Hashim, accuse l’armée d’avoir bombardé le marché.", "Adam Hashim"),
    ("Le maire se lève et affirme que tout va bien.", "maire"),
    ("La ministre a quitté la salle et a assuré que le texte était prêt.", "ministre"),
    ("Selon un rescapé de 23 ans, les tirs ont duré une heure.", "rescapé"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), LAST, ids=[case[0] for case in LAST])
def test_names_the_last_speaker(text: str, speaker: str) -> None:
    assert told(read(text, "fr"))[-1][1] == speaker
