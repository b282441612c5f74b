import pytest

from dateline.ingest import Note, detect_language, draft_of_text, languages_by_paragraph
from tests.ingest.pages import DE, EN, FR, NL


@pytest.mark.parametrize(
    ("paragraphs", "language"), [(NL, "nl"), (EN, "en"), (DE, "de"), (FR, "fr")]
)
def test_an_article_and_each_of_its_paragraphs_have_its_language(
    paragraphs: tuple[str, ...], language: str
) -> None:
    text = "\n\n".join(paragraphs)
    assert detect_language(text) == language
    passages = languages_by_paragraph(text)
    assert [passage.span.of(text) for passage in passages] == list(paragraphs)
    assert {passage.language for passage in passages} == {language}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Die regering het Dinsdag gesê dat die skole môre weer oopmaak, maar nie almal nie.",
            "af",
        ),
        ("El presidente dijo el martes que el gobierno tomará medidas contra la sequía.", "es"),
        ("Президент заявив у вівторок, що уряд вживе заходів проти посухи.", "uk"),
        ("Premier powiedział we wtorek, że rząd podejmie kroki przeciwko suszy.", "pl"),
    ],
)
def test_a_language_without_a_file_is_told_apart(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "2024", "🙂 !!", "NAVO", "123 456 789 10 11 12"])
def test_too_few_words_have_no_language(text: str) -> None:
    assert detect_language(text) is None
    assert all(passage.language is None for passage in languages_by_paragraph(text))


def test_a_short_paragraph_has_the_language_of_the_whole() -> None:
    text = "\n\n".join((NL[0], "Breaking news", NL[1]))
    assert [passage.language for passage in languages_by_paragraph(text)] == ["nl"] * 3


def test_a_text_in_two_languages_is_told_and_a_foreign_quotation_is_not() -> None:
    mixed = draft_of_text("\n\n".join((*NL, *EN)))
    assert Note.MIXED_LANGUAGES in mixed.notes
    assert mixed.language in ("nl", "en")
    quoted = draft_of_text("\n\n".join((*NL, "“Nobody was hurt”, zei hij.", *NL)))
    assert quoted.notes == ()
