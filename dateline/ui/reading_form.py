"""The form that takes a text, its language and its date, and gives the reading of it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dateline import languages
from dateline.errors import DatelineError
from dateline.maps.wording import texts
from dateline.model import Article, Basis, content_id
from dateline.ui.readings import Reading, of_articles

ANY = ""  # the choice that leaves the language to be recognised


def ask(language: str) -> Reading | None:
    """The reading that was asked for; None while there is only the form."""
    say = texts(language)
    if "read" in st.session_state:
        st.button(say["read.again"], on_click=_forget, type="tertiary", icon="←")
        reading: Reading = st.session_state["read"]
        return reading
    st.title(say["read.title"])
    st.write(say["read.intro"])
    with st.form("read-form", border=False):
        text = st.text_area(say["read.text"], height=280)
        first, second, third = st.columns(3)
        chosen = first.selectbox(
            say["read.language"],
            (ANY, *languages.available()),
            format_func=lambda code: languages.load(code).endonym if code else say["read.detect"],
        )
        published = second.date_input(
            say["read.date"], value=date.today(), help=say["read.date_today"]
        )
        title = third.text_input(say["read.headline"])
        if not st.form_submit_button(say["read.submit"], type="primary"):
            return None
    return _read(text, chosen, published, title, say["read.failed"])


def _read(
    text: str, language: str, published: date | None, title: str, failed: str
) -> Reading | None:
    from dateline.ingest import detect_language

    article = Article(
        id=content_id("a", text),
        text=text,
        language=language or detect_language(text),
        title=title.strip() or None,
        published=published,
        published_basis=Basis.GIVEN if published else Basis.UNKNOWN,
    )
    try:
        st.session_state["read"] = of_articles((article,))
    except DatelineError as error:
        st.error(f"**{failed}.** " + str(error).replace("\\", "\\\\").replace("[", "\\["))
        return None
    st.rerun()


def _forget() -> None:
    del st.session_state["read"]
