from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import (
    EmptyArticleError,
    FileUnreadableError,
    NoArticleError,
    NotTextError,
    ParserError,
)
from dateline.ingest import (
    Document,
    Draft,
    Note,
    Step,
    article_of,
    draft_of,
    draft_of_text,
    guess_type,
    open_document,
)
from dateline.ingest.documents import format_of
from dateline.ingest.flow import flow
from dateline.ingest.mail import parse_mail
from dateline.ingest.markdown import parse_markdown
from dateline.ingest.office import parse_office
from dateline.ingest.pdf import parse_pdf
from dateline.model import Basis
from tests.ingest.makers import archive, docx, eml, odt, pdf
from tests.ingest.pages import EN, NL, WORDPRESS

TEXT = "\n\n".join(NL)


def wrapped(paragraphs: tuple[str, ...], width: int = 72) -> list[str]:
    """The paragraphs as lines of a column, as a PDF or a mail program breaks them."""
    lines: list[str] = []
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines.append(line)
    return lines


# --- Word and OpenDocument


@pytest.mark.parametrize("make", [docx, odt])
def test_an_office_file_gives_its_paragraphs_title_and_day(make: type) -> None:
    draft = parse_office(make(NL, title="Sluis dicht", created="2024-05-03T10:00:00Z"), None, None)
    assert draft.text == TEXT
    assert draft.title == "Sluis dicht"
    assert (draft.published, draft.published_basis) == (date(2024, 5, 3), Basis.METADATA)


def test_a_byline_wins_over_the_day_on_which_a_file_was_made() -> None:
    draft = parse_office(docx(["4 mei 2024", *NL], created="2024-05-03T10:00:00Z"), None, None)
    assert (draft.published, draft.published_basis) == (date(2024, 5, 4), Basis.BYLINE)


def test_a_text_box_and_its_older_copy_are_read_once() -> None:
    box = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006"><mc:Choice><w:txbxContent><w:p><w:r><w:t>Kader</w:t></w:r></w:p>'
        "</w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>Kader</w:t></w:r></w:p>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert parse_office(docx(NL, extra=box), None, None).text == f"{TEXT}\n\nKader"


def test_deleted_words_and_notes_are_not_part_of_a_document() -> None:
    deleted = "<w:p><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>"
    assert parse_office(docx(NL, extra=deleted), None, None).text == TEXT


def test_astral_characters_and_marks_come_through_an_office_file() -> None:
    odd = "Cafe\u0301 🏴\u200d☠️ 𝔘𝔫𝔦 \u202bשלום\u202c zei hij & zij <b>."
    for make in (docx, odt):
        assert parse_office(make([odd]), None, None).text == odd


# --- PDF


def test_a_pdf_gives_paragraphs_without_the_breaks_of_its_lines() -> None:
    data = pdf([wrapped(EN, 66)], created="D:20240503120000+02'00'", title="Harbour closed")
    draft = parse_pdf(data, None, None)
    assert draft.text.split("\n\n") == list(EN)
    assert (draft.title, draft.published) == ("Harbour closed", date(2024, 5, 3))


def test_page_numbers_and_running_heads_are_left_out() -> None:
    lines = wrapped(EN)
    pages = [["The Ellery Courier", *lines[n : n + 3], str(n + 1)] for n in range(0, 9, 3)]
    text = parse_pdf(pdf(pages), None, None).text
    assert "Courier" not in text
    assert text.replace("\n\n", " ") == " ".join(lines[:9])


@pytest.mark.parametrize("title", ["Microsoft Word - stuk3.docx", "untitled", "bericht.indd"])
def test_a_title_that_a_program_made_up_is_none(title: str) -> None:
    assert parse_pdf(pdf([EN], title=title), None, None).title is None


def test_a_scan_is_told() -> None:
    with pytest.raises(NoArticleError, match="scan"):
        parse_pdf(pdf([[]]), None, None)


# --- e-mail


def test_a_message_gives_its_body_subject_and_day() -> None:
    draft = parse_mail(
        eml("\n\n".join("\n".join(wrapped((one,))) for one in NL), subject="Sluis dicht"),
        None,
        None,
    )
    assert draft.text == TEXT
    assert (draft.title, draft.published, draft.published_basis) == (
        "Sluis dicht",
        date(2024, 5, 3),
        Basis.METADATA,
    )


def test_a_message_with_next_to_no_plain_text_is_read_from_its_html() -> None:
    data = eml("Bekijk dit bericht in een browser.", html=WORDPRESS.html, subject="Nieuws")
    draft = parse_mail(data, None, None)
    assert (draft.text, draft.title) == (WORDPRESS.text, "Nieuws")


@pytest.mark.parametrize("sent", [None, "gisteren", "Fri, 99 May 2024 14:30:00 +0200"])
def test_a_message_without_a_day_takes_that_of_its_byline(sent: str | None) -> None:
    draft = parse_mail(eml(f"3 mei 2024\n\n{TEXT}", sent=sent), None, None)
    assert (draft.published, draft.published_basis) == (date(2024, 5, 3), Basis.BYLINE)


# --- Markdown


def test_markdown_gives_the_words_without_their_marks() -> None:
    data = (
        "---\ntitle: 'Sluis dicht'\ndate: 2024-05-03\nlang: nl-NL\n---\n# Sluis **dicht**\n\n"
        "De sluis bij [Kornwerd](https://kaart.example/a_b) is *dicht*,\nzegt `RWS`.\n\n"
        "> “Geen risico”, zei _Postma_.\n\n- Veertig schepen\n- snake_case_naam\n\n"
        "## Schade\n\n![Foto](a.jpg)\n\n***\n\n2\\. Tweede\n\n[1]: https://x.example\n"
    )
    draft = parse_markdown(data.encode(), None, None)
    assert draft.text.split("\n\n") == [
        "De sluis bij Kornwerd is dicht, zegt RWS.",
        "“Geen risico”, zei Postma.",
        "Veertig schepen",
        "snake_case_naam",
        "Schade",
        "2. Tweede",
    ]
    assert (draft.title, draft.published, draft.language) == ("Sluis dicht", date(2024, 5, 3), "nl")


def test_the_first_heading_is_the_title_in_either_style() -> None:
    for heading in ("# Sluis dicht #", "Sluis dicht\n==========="):
        draft = parse_markdown(f"{heading}\n\n{TEXT}".encode(), None, None)
        assert (draft.title, draft.text) == ("Sluis dicht", TEXT)


# --- lines


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40), max_size=20))
def test_flowing_lines_keeps_every_letter_in_order(lines: list[str]) -> None:
    def letters(text: str) -> str:
        return "".join(character for character in text if character.isalpha())

    assert letters(flow(lines)) == letters("".join(lines))


def test_a_word_broken_at_the_end_of_a_line_is_joined() -> None:
    lines = [
        "De sluis bij Kornwerd blijft nog zeker tot maan-",
        "dag dicht, zegt Jan Smit-",
        "Bos.",
    ]
    assert (
        flow(lines)
        == "De sluis bij Kornwerd blijft nog zeker tot maandag dicht, zegt Jan Smit- Bos."
    )


# --- the way


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.html", "text/html"),
        ("a.HTM", "text/html"),
        ("a.md", "text/markdown"),
        ("a.eml", "message/rfc822"),
        ("a.pdf", "application/pdf"),
        ("a", "text/plain"),
        ("a.xyz123", "text/plain"),
    ],
)
def test_a_file_name_suggests_a_type(name: str, media_type: str) -> None:
    assert guess_type(name) == media_type


def test_a_text_that_begins_with_a_word_and_a_colon_is_no_message() -> None:
    assert (
        format_of(Document(b"From: the front we hear nothing.\nSubject: war", "text/plain"))
        == "text"
    )


def test_a_file_is_opened_with_its_name_and_type(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"# Kop")
    assert open_document(path) == Document(b"# Kop", "text/markdown", name=str(path))


def test_a_missing_file_is_told_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError, match=r"No such file or directory\. Give the path"):
        open_document(tmp_path / "nergens.txt")


def test_an_article_holds_the_very_text_of_its_draft() -> None:
    text = "Cafe\u0301 🏴 “dicht”, zei hij.\r\n\r\nTweede alinea in Harlingen."
    draft = draft_of_text(text)
    article = article_of(replace(draft, published=date(2024, 5, 3), published_basis=Basis.GIVEN))
    assert article.text == draft.text == text.replace("\r\n", "\n")
    assert article.text[article.text.index("🏴") :].startswith("🏴 “dicht”")
    assert (article.published, article.language) == (date(2024, 5, 3), "nl")


def test_a_pasted_text_tells_its_byline_and_a_lone_surrogate_is_replaced() -> None:
    draft = draft_of_text(f"3 mei 2024\n\n{TEXT}\ud800")
    assert (draft.published, draft.published_basis) == (date(2024, 5, 3), Basis.BYLINE)
    assert draft.text.endswith("\ufffd")
    with pytest.raises(EmptyArticleError):
        draft_of_text(" \n")


def test_a_lone_surrogate_in_a_page_does_not_stop_its_parser() -> None:
    html = WORDPRESS.html.replace(
        '"@type": "WebPage"', '"@type": "NewsArticle", "headline": "\\ud800"'
    )
    assert isinstance(draft_of(Document(html.encode(), "text/html")), Draft)


def test_a_guessed_encoding_is_told() -> None:
    assert draft_of(Document(TEXT.encode("cp1252"), "text/plain")).notes == (Note.ENCODING_GUESSED,)


def test_the_words_of_a_page_win_over_the_language_it_declares() -> None:
    html = WORDPRESS.html.replace('lang="nl-NL"', 'lang="en-US"')
    told: list[Step] = []
    assert draft_of(Document(html.encode(), "text/html"), tell=told.append).language == "nl"
    assert told == [Step.TEXT, Step.LANGUAGE, Step.DATE]


@pytest.mark.parametrize(
    ("data", "error", "named"),
    [
        (archive(a_txt="x"), NotTextError, "archive"),
        (b"PK\x03\x04damaged", ParserError, "damaged archive"),
        (b"{\\rtf1 hallo}", NotTextError, "RTF"),
        (b"", EmptyArticleError, "empty"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, error: type[Exception], named: str) -> None:
    with pytest.raises(error, match=named):
        draft_of(Document(data, "text/plain", name="a.txt"))
