"""Which language a text is in, by lingua's small models: offline, 18 MB, 2 ms an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from dateline.model import Span

# Neighbours of the supported languages and common world languages: a text in one of these must be
# told apart, not forced into a language that has a file.
_CANDIDATES = (
    Language.DUTCH,
    Language.ENGLISH,
    Language.GERMAN,
    Language.FRENCH,
    Language.SPANISH,
    Language.PORTUGUESE,
    Language.ITALIAN,
    Language.CATALAN,
    Language.ROMANIAN,
    Language.AFRIKAANS,
    Language.DANISH,
    Language.SWEDISH,
    Language.BOKMAL,
    Language.POLISH,
    Language.CZECH,
    Language.HUNGARIAN,
    Language.FINNISH,
    Language.TURKISH,
    Language.RUSSIAN,
    Language.UKRAINIAN,
    Language.GREEK,
    Language.ARABIC,
    Language.HEBREW,
    Language.CHINESE,
    Language.JAPANESE,
    Language.INDONESIAN,
    Language.LATIN,
)
SAMPLE_CHARACTERS = 3_000
_MIN_LETTERS = 12
_MIN_PARAGRAPH_LETTERS = 80  # below this a neighbouring language wins too often
_MIN_MIXED_SHARE = 0.2
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and its language (ISO 639-1); None where its whole text has none either."""

    span: Span
    language: str | None


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None where it has too few words to tell."""
    sample = text[:SAMPLE_CHARACTERS]
    if _letters(sample) < _MIN_LETTERS:
        return None
    language = _detector().detect_language_of(sample)
    return language.iso_code_639_1.name.lower() if language else None


def languages_by_paragraph(text: str) -> tuple[Passage, ...]:
    """The paragraphs of a text, each with its language; short ones have that of the whole text."""
    whole = detect_language(text)
    return tuple(
        Passage(span, _language_of_paragraph(span.of(text)) or whole) for span in _paragraphs(text)
    )


def mixes_languages(text: str) -> bool:
    """Whether at least a fifth of the text's letters are in paragraphs of another language."""
    letters: Counter[str | None] = Counter()
    for passage in languages_by_paragraph(text[: 10 * SAMPLE_CHARACTERS]):
        letters[passage.language] += _letters(passage.span.of(text))
    most = max(letters.values(), default=0)
    return most < (1 - _MIN_MIXED_SHARE) * letters.total()


def _language_of_paragraph(paragraph: str) -> str | None:
    return detect_language(paragraph) if _letters(paragraph) >= _MIN_PARAGRAPH_LETTERS else None


def _paragraphs(text: str) -> Iterator[Span]:
    for match in _PARAGRAPH.finditer(text):
        if match[0].strip():
            yield Span(match.start(), match.end())


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


@cache
def _detector() -> LanguageDetector:
    return (
        LanguageDetectorBuilder.from_languages(*_CANDIDATES)
        .with_low_accuracy_mode()
        .with_minimum_relative_distance(0.02)
        .build()
    )
