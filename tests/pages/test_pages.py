"""The pages as Streamlit runs them, without a browser."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dateline.ui import downloads, page, readings
from tests.samples import HOSTILE

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLE = """Minister Anna Smit zei dinsdag dat de brug bij Deventer dicht blijft.
“Dat duurt vermoedelijk een maand”, zei ze."""


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATELINE_OFFLINE", "1")
    readings.settings.clear()
    readings.library.clear()


def run(script: str = "app.py") -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    if script != "app.py":
        app.switch_page(script)
    return app.run()


def button(app: AppTest, label: str):
    return next(b for b in app.button if b.label == label)


def give(text: str) -> AppTest:
    app = run("pages/Read.py")
    app.text_area[0].input(text)
    return button(app, "Continue").click().run()


def test_the_story_page_opens_without_an_exception():
    app = run()
    assert not app.exception
    assert app.session_state["told"]["nonce"] == 1


def test_no_file_is_written_until_one_is_asked_for(monkeypatch: pytest.MonkeyPatch):
    written: list[str] = []
    monkeypatch.setattr(downloads, "_write", lambda name, _: written.append(name))
    app = run()
    assert not app.exception
    offered = [element.label for element in app.get("download_button")]
    assert len(offered) == len(downloads.OFFERED)
    assert written == []


def test_an_empty_collection_is_an_honest_empty_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("DATELINE_ARTICLES_DIR", str(tmp_path))
    readings.settings.clear()
    app = run()
    assert not app.exception
    assert app.info[0].value == "There is nothing to show yet."


def test_a_pasted_text_is_checked_and_read():
    app = give(ARTICLE)
    assert not app.exception
    assert app.date_input[0].value == date.today()
    assert any("No date was found" in caption.value for caption in app.caption)
    assert app.selectbox[0].value == "nl"
    app.date_input[0].set_value(date(2024, 5, 3))
    button(app, "Read").click().run()
    assert not app.exception
    story = app.session_state["read"].story
    assert story.articles[0].published == date(2024, 5, 3)
    assert story.articles[0].published_basis == "given"
    assert story.claims
    button(app, "Read another article").click().run()
    assert "read" not in app.session_state


def test_a_pasted_headline_is_offered_as_the_title():
    app = give(f"Brug bij Deventer blijft dicht\n\n{ARTICLE}")
    assert app.text_input[0].value == "Brug bij Deventer blijft dicht"
    assert app.text_area[0].value == ARTICLE
    button(app, "Read").click().run()
    (article,) = app.session_state["read"].story.articles
    assert (article.title, article.text) == ("Brug bij Deventer blijft dicht", ARTICLE)


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_is_told_to_be_nothing(text: str):
    app = give(text)
    assert not app.exception
    assert "Nothing was given" in app.warning[0].value


def test_a_text_without_letters_gives_its_remedy():
    app = give("1234 5678")
    assert not app.exception
    button(app, "Read").click().run()
    assert "This could not be read" in app.error[0].value


def test_the_interface_speaks_the_language_of_the_address():
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["lang"] = "nl"
    app.switch_page("pages/Read.py").run()
    assert app.title[0].value == "Een artikel lezen"


@pytest.mark.parametrize("text", [*HOSTILE, ":red[x] ![](http://x.y/z.png) $x$ https://a.b"])
def test_markdown_shows_hostile_names_as_they_are(text: str):
    shown = page.plain(text)
    for sign in "<[!$:`":
        assert f"\\{sign}" in shown or sign not in text


def test_a_reader_chooses_among_several_articles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    for name, day in (("one", "2024-05-03"), ("two", "2024-05-02")):
        (tmp_path / f"{name}.txt").write_text(f"{ARTICLE} {name}.", encoding="utf-8")
        (tmp_path / f"{name}.toml").write_text(
            f'title = "{name}"\nlanguage = "nl"\npublished = {day}\n', encoding="utf-8"
        )
    monkeypatch.setenv("DATELINE_ARTICLES_DIR", str(tmp_path))
    readings.settings.clear()
    app = run()
    assert not app.exception
    assert app.selectbox[0].options == ["one", "two"]
    second = readings.library()[1].id
    app.selectbox[0].set_value(second).run()
    assert not app.exception
    assert second in app.query_params["article"]
