"""What every page begins with: its set-up, its navigation and the interface's language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dateline.maps.wording import choose as choose_language
from dateline.maps.wording import languages, texts
from dateline.model import Article

PAGES = (("app.py", "page.story"), ("pages/Read.py", "page.read"))
# Constants only. The frame fills what the rows above it leave, so that nothing scrolls twice.
STYLE = """<style>
[data-testid="stHeader"] { display: none; }
[data-testid="stMainBlockContainer"] { padding: 0.5rem 1rem 0.5rem; max-width: none; }
[data-testid="stMainBlockContainer"] > div > [data-testid="stVerticalBlock"] { gap: 0.5rem; }
[data-testid="stMainBlockContainer"]:has(iframe) { height: 100dvh; }
[data-testid="stMainBlockContainer"]:has(iframe) > div,
[data-testid="stMainBlockContainer"]:has(iframe) > div > [data-testid="stVerticalBlock"] {
  height: 100%;
}
[data-testid="stElementContainer"]:has(iframe) { flex: 1 1 0; min-height: 30rem; }
[data-testid="stElementContainer"]:has(iframe) > div { height: 100%; }
iframe[title="streamlit_folium.st_folium"] { display: block; height: 100% !important; }
[data-testid="stPageLink"] a { padding: 0.1rem 0.5rem; }
</style>"""

MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&^=])")


def plain(text: str) -> str:
    """``text`` as Markdown that shows it as it stands, without links, images or signs."""
    return MARKDOWN.sub(r"\\\1", " ".join(text.split()))


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above every page: the interface's language, and room for a story's tools."""

    language: str
    tools: DeltaGenerator


def begin(current: str) -> Head:
    """Set a page up and draw its head."""
    language = interface_language()
    say = texts(language)
    st.set_page_config(
        page_title=f"{say[f'page.{current}']} · {say['page.brand']}",
        page_icon="🗺️",
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    st.html(STYLE)
    if st.session_state.get("page") != current:
        st.session_state["page"] = current
        st.session_state.pop("told", None)  # the frame is new, so it has to be told everything
    return Head(language, _navigation(language))


def choose(articles: Sequence[Article], language: str) -> Article:
    """The article in the address, else the first; a reader can choose where there are several."""
    by_id = {article.id: article for article in articles}
    wanted = st.query_params.get("article")
    first = wanted if wanted in by_id else articles[0].id
    if len(articles) == 1:
        return articles[0]
    chosen = st.selectbox(
        texts(language)["page.choose_story"],
        list(by_id),
        index=list(by_id).index(first),
        format_func=lambda key: by_id[key].title or by_id[key].text[:60],
        label_visibility="collapsed",
    )
    if chosen != first:
        kept = {"lang": st.query_params["lang"]} if "lang" in st.query_params else {}
        st.query_params.from_dict(kept | {"article": chosen})
    return by_id[chosen]


def interface_language() -> str:
    """The language in the address, else the browser's, else English."""
    wanted = st.query_params.get("lang")
    return wanted if wanted in languages() else choose_language(st.context.locale)


def _navigation(language: str) -> DeltaGenerator:
    say = texts(language)
    kept = {"lang": language} if "lang" in st.query_params else {}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for target, key in PAGES:
            st.page_link(target, label=say[key], query_params=kept, width="content")
        st.space("stretch")
        tools = st.container(horizontal=True, width="content", gap="small")
        for code in languages():
            if code != language:
                label = texts(code)["language"]
                st.button(label, key=f"lang-{code}", type="tertiary", on_click=_speak, args=(code,))
    return tools


def _speak(code: str) -> None:
    st.query_params["lang"] = code
