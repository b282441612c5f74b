"""A noun phrase as a name: "un rescapé de 23 ans" is "rescapé"."""

from __future__ import annotations

from dateline.claims.memory import Memory
from dateline.claims.sentences import Token, spell


class Labeller(Memory):
    """Names sources that have no name of their own by their noun phrase."""

    def _noun_name(self, mention: list[Token]) -> str:
        """A noun phrase as a name: without its article, appositions and possessive ending."""
        start = 0
        while start < len(mention) - 1 and self.lexicon.has_any(
            ("articles", "possessives", "quantifiers"), mention[start].low
        ):
            if self.lexicon.has("links", mention[start + 1].low) and not (
                self.lexicon.has("articles", mention[start + 1].low)
                or self.lexicon.has("definites", mention[start].low)
            ):
                break  # "een van de bewoners"
            start += 1
        if start < len(mention) - 1 and self.lexicon.has("bare_sorts", mention[start].low):
            start += mention[start + 1].is_capital  # "l'ONG Forêts debout"
        end = start
        while end < len(mention) and mention[end].text not in (",", "("):
            if end > start and self._opens_age(mention[end : end + 3]):
                break
            if end > start and self._opens_relative(mention[end : end + 2]):
                break
            end += 1
        if end == start:
            return ""
        text = spell(mention[start:end]).removesuffix("'s").removesuffix("’s")
        for ending in self.lexicon.suffixes.get("source_compounds", ()):
            if end - start == 1 and text.lower().endswith(ending) and len(text) > len(ending) + 2:
                text = text[: -len(ending)].rstrip("-")
                if text.endswith("s") and self.lexicon.is_organisation(text[:-1]):
                    text = text[:-1]  # "Regierungsangaben"
                break
        first = mention[start]
        if (
            start == 0
            and first.is_capital
            and self.lexicon.code != "de"
            and not first.text.isupper()
            and self.gazette.at(first) is None
            and first.start == self._sentence_start(first.start)
            and self._is_common_word(first)
        ):
            text = text[0].lower() + text[1:]
        return " ".join(text.split())

    def _opens_relative(self, tokens: list[Token]) -> bool:
        """Whether a relative clause, whole or cut, begins, which is no part of a name."""
        if self.lexicon.order != "svo":
            return False
        cut = len(tokens) > 1 and self.lexicon.has("agents", tokens[1].low)
        return cut or self.lexicon.has("subject_relatives", tokens[0].low)

    def _opens_age(self, tokens: list[Token]) -> bool:
        """Whether an age follows a noun: "un rescapé | de 23 ans"."""
        return (
            len(tokens) == 3
            and self.lexicon.has("links", tokens[0].low)
            and tokens[1].text.isdigit()
            and self.lexicon.ends("ages", tokens[2].low)
        )

    def _is_common_word(self, token: Token) -> bool:
        """Whether a sentence's first word has its capital only from standing there."""
        lexicon = self.lexicon
        return (
            lexicon.has("closed", token.low)
            or lexicon.is_role(token.low)
            or lexicon.is_organisation(token.low)
            or token.low.endswith(lexicon.suffixes["plural_nouns"])
        )
