"""The story page's one component: the shell in its frame, and the address that follows it."""

from __future__ import annotations

import streamlit as st
from streamlit_folium import st_folium

from dateline.maps.shell import State, build
from dateline.maps.state import encode
from dateline.maps.wording import texts
from dateline.ui import address, downloads
from dateline.ui.page import Head
from dateline.ui.readings import Reading, settings

FRAME = "story"
HEIGHT_PX = 860  # until the style sheet fits the frame to the window


def show(reading: Reading, head: Head) -> None:
    """Draw a reading; a choice in it is written to the address, and the address chooses in it."""
    language = head.language
    say = texts(language)
    story = reading.story
    values = {name: st.query_params.get_all(name) for name in address.PARAMETERS}
    selection, look, ignored = address.read(values, story)
    notes = [say["story.parameter"].format(name=name) for name in ignored]
    version, data = reading.encoded(language)
    parameters, plain = address.write(selection, look, story), address.to_browser(selection, look)
    nonce, pushed = _push(version, parameters, {"selection": plain, "notes": notes})

    def chosen() -> None:
        sent = st.session_state.get(FRAME)
        if not isinstance(sent, dict) or "selection" not in sent:
            return
        parameters = address.write(*address.from_browser(sent["selection"], story), story)
        st.session_state["told"]["parameters"] = parameters
        _rewrite(parameters)

    downloads.offer(story, language, head.tools)
    st_folium(
        build(online=settings().online),
        key=FRAME,
        height=HEIGHT_PX,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=State(version=version, data=data, nonce=nonce, selection=pushed),
        on_change=chosen,
    )


def _push(
    version: str, parameters: dict[str, str | list[str]], message: dict[str, object]
) -> tuple[int, str]:
    """A number that changes only when the address says something the frame does not know."""
    told = st.session_state.setdefault("told", {"nonce": 0, "version": None, "parameters": None})
    if told["parameters"] != parameters or told["version"] != version:
        told.update(
            nonce=told["nonce"] + 1,
            version=version,
            parameters=parameters,
            pushed=encode(message)[1],
        )
    return told["nonce"], told["pushed"]


def _rewrite(parameters: dict[str, str | list[str]]) -> None:
    kept = {
        name: st.query_params.get_all(name)
        for name in st.query_params
        if name not in address.PARAMETERS
    }
    wanted = kept | {name: v if isinstance(v, list) else [v] for name, v in parameters.items()}
    if wanted != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(wanted)
