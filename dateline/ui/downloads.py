"""A story as files to keep, each written only when it is asked for."""

from __future__ import annotations

import re
import unicodedata
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dateline.export import FORMATS
from dateline.maps.wording import texts
from dateline.model import Story

OFFERED = {
    "html": "text/html",
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "geojson": "application/geo+json",
}
LONGEST_STEM = 60  # characters


def offer(story: Story, language: str, place: DeltaGenerator) -> None:
    """Put the menu of files into ``place``; nothing is written until a reader takes one."""
    say = texts(language)
    with place.popover(say["download.title"], type="tertiary", icon=":material/download:"):
        for name, mime in OFFERED.items():
            st.download_button(
                say[f"download.{name}"],
                partial(_write, name, story),
                file_name=f"{stem(story)}.{name}",
                mime=mime,
                key=f"download-{name}",
                on_click="ignore",
                type="tertiary",
            )


def stem(story: Story) -> str:
    """A file's name without its ending: the first title in ASCII words, else the program's name."""
    title = (story.articles[0].title if story.articles else None) or ""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_STEM].strip("-") or "dateline"


def _write(name: str, story: Story) -> bytes:
    return FORMATS[name](story).encode("utf-8", "replace")
