"""The Read page: what a file, a link, a cancel and an unfit text come to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler

import pytest
from streamlit.testing.v1 import AppTest

from dateline.ingest import Fetcher, Limits, draft_of_link
from dateline.settings import ROOT
from dateline.ui import intake, readings
from tests.ingest.servers import reply, serve

PATIENCE_S = 30
LOOPBACK = Fetcher(
    limits=Limits(timeout_s=PATIENCE_S),
    permit=lambda address: address.is_loopback,
    permit_port=lambda _scheme, _port: True,
)
PAGE = """<html lang="nl"><head><title>Brug dicht</title>
<meta property="article:published_time" content="2024-05-03T08:00:00Z"></head><body><article>
<h1>Brug dicht</h1><p>Minister Anna Smit zei dinsdag dat de brug bij Deventer dicht blijft, omdat
de pijlers eerst moeten worden hersteld en het onderzoek nog loopt.</p>
<p>“Dat duurt vermoedelijk een maand”, zei ze na afloop van een bezoek aan de stad, waar bewoners
haar opwachtten met vragen over de omleiding.</p></article></body></html>""".encode()


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DATELINE_OFFLINE", "0")
    readings.settings.clear()
    yield
    readings.settings.clear()


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "draft_of_link", partial(draft_of_link, fetcher=LOOPBACK))


def opened(source: str = "text") -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.switch_page("pages/Read.py").run()
    return app if source == "text" else app.segmented_control[0].set_value(source).run()


def button(app: AppTest, label: str):
    return next(b for b in app.button if b.label == label)


def go_on(app: AppTest) -> AppTest:
    return button(app, "Continue").click().run()


def settled(app: AppTest) -> AppTest:
    """The page once everything that was given has become a draft or an error."""
    for job in app.session_state["jobs"]:
        if job.future:
            job.future.result(PATIENCE_S)
    return app.run()


def read(app: AppTest) -> AppTest:
    button(app, "Read").click().run()
    assert not app.exception
    return app


def test_a_file_is_read_with_its_own_date():
    app = opened("file")
    app.file_uploader[0].set_value([("brug.html", PAGE, "text/html")])
    app = settled(go_on(app))
    assert not app.exception
    assert str(app.date_input[0].value) == "2024-05-03"
    assert app.selectbox[0].value == "nl"
    article = read(app).session_state["read"].story.articles[0]
    assert "Deventer" in article.text
    assert article.published_basis == "metadata"


def test_a_file_that_is_no_article_is_told_beside_one_that_is():
    app = opened("file")
    app.file_uploader[0].set_value(
        [("a.html", PAGE, "text/html"), ("b.pdf", b"%PDF-1.4 broken", "application/pdf")]
    )
    app = settled(go_on(app))
    assert not app.exception
    (error,) = app.error
    (failed,) = [job for job in app.session_state["jobs"] if job.error]
    assert error.value.startswith("**This could not be read: b\\.pdf.**")
    assert str(failed.error).split()[0] in error.value
    assert read(app).session_state["read"].story.claims


@pytest.mark.usefixtures("loopback")
def test_a_link_is_followed_and_read():
    with serve(reply(PAGE)) as address:
        app = opened("link")
        app.text_area[0].input(f"{address}/brug")
        app = settled(go_on(app))
        assert not app.exception
        article = read(app).session_state["read"].story.articles[0]
    assert article.url == f"{address}/brug"
    assert article.published_basis == "metadata"


def test_a_link_into_this_machine_is_refused_in_one_message():
    app = opened("link")
    app.text_area[0].input("http://127.0.0.1/secret")
    app = settled(go_on(app))
    assert not app.exception
    (error,) = app.error
    (job,) = app.session_state["jobs"]
    assert type(job.error).__name__ == "ForbiddenAddressError"
    assert "This could not be read" in error.value
    assert "Traceback" not in error.value
    button(app, "Read another article").click().run()
    assert not app.error


@pytest.mark.usefixtures("loopback")
def test_a_cancelled_link_ends_calmly_and_can_be_given_again():
    asked, leave = threading.Event(), threading.Event()

    def never(_: BaseHTTPRequestHandler) -> None:
        asked.set()
        leave.wait(PATIENCE_S)

    with serve(never) as address:
        try:
            app = opened("link")
            app.text_area[0].input(address)
            app = go_on(app)
            assert asked.wait(PATIENCE_S)
            button(app, "Cancel").click().run()
            app = settled(app)
        finally:
            leave.set()
    assert not app.exception
    assert not app.error
    assert "The reading was cancelled" in app.info[0].value
    assert button(app, "Read another article").click().run().segmented_control


def test_an_article_over_the_limit_is_told_with_both_numbers(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATELINE_MAX_CHARACTERS", "40")
    readings.settings.clear()
    app = opened()
    app.text_area[0].input("De burgemeester zei dat de brug in Deventer dicht blijft.")
    app = go_on(app)
    for _ in range(2):
        (error,) = app.error
        assert "57 characters, and one reading takes at most 40" in error.value
        assert "Shorten it here, or give it in parts" in error.value
        button(app, "Read").click().run()
    assert "read" not in app.session_state
    app.text_area[0].set_value("De burgemeester zei dat de brug zakt.")
    assert read(app).session_state["read"].story.claims


def test_a_language_without_a_file_is_read_and_told():
    app = opened()
    app.text_area[0].input(
        "La alcaldesa dijo el martes que el puente de Sevilla seguirá cerrado durante un mes, "
        "porque los trabajos todavía no han terminado."
    )
    app = go_on(app)
    assert app.selectbox[0].value == "es"
    story = read(app).session_state["read"].story
    assert [problem.code for problem in story.problems][:1] == ["unknown_language"]
