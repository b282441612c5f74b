"""What the shell leans on: its files, and the insides of streamlit-folium that were read for it."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import pytest
import streamlit_folium

from dateline.maps import shell
from dateline.maps.state import describe, encode
from dateline.settings import ROOT
from tests.samples import HOSTILE, hostile

VENDORED = {
    line.split()[1]: line.split()[0]
    for line in (ROOT / "static" / "vendor" / "SHA256SUMS").read_text().splitlines()
}


@pytest.mark.parametrize("name", sorted(VENDORED))
def test_third_party_files_are_the_ones_that_were_checked(name):
    data = (ROOT / "static" / "vendor" / name).read_bytes()
    assert hashlib.sha256(data).hexdigest() == VENDORED[name]


def test_every_third_party_file_has_a_checksum():
    folder = ROOT / "static" / "vendor"
    files = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    assert files - {"SHA256SUMS"} == set(VENDORED)


def test_every_script_and_style_exists_and_is_served_from_here():
    for name in (shell.LEAFLET, shell.BOOT, *shell.SCRIPTS, *shell.STYLES):
        assert (shell.STATIC / name).is_file()
        assert shell.url(name).startswith("../../app/static/")


def test_own_scripts_stay_small_and_never_write_html():
    for path in shell.STATIC.glob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) < 400, path.name
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "document.write"):
            assert word not in text, path.name


def test_no_outline_crosses_the_map():
    world = json.loads((shell.STATIC / shell.OUTLINES).read_text())
    for feature in world["features"]:
        shape = feature["geometry"]
        polygons = (
            shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        )
        for ring in (ring for polygon in polygons for ring in polygon):
            steps = [abs(a[0] - b[0]) for a, b in pairwise(ring)]
            assert max(steps) <= 180, feature["properties"]
    codes = [f["properties"]["a2"] for f in world["features"]]
    assert {"NL", "BE", "UA", "RU", "XK"} <= set(codes)


def rendered(story_version: str, data: str) -> str:
    figure = shell.build(online=False)
    state = shell.State(version=story_version, data=data, nonce=1, selection="")
    figure.render()
    return streamlit_folium._get_feature_group_string(state, figure)


def test_no_text_of_a_story_reaches_a_template():
    script = rendered(*encode(describe(hostile(), "en")))
    assert "49" not in script.replace(encode(describe(hostile(), "en"))[1], "")
    assert not any(attack in script for attack in HOSTILE)


def test_the_shell_is_the_same_in_every_run_so_that_its_frame_is_never_made_anew():
    def script() -> str:
        figure = shell.build(online=False)
        figure.get_root().render()
        return streamlit_folium.generate_js_hash(streamlit_folium._get_map_string(figure), "story")

    assert script() == script()


def test_the_frame_evaluates_state_and_offers_streamlit():
    assert version("streamlit-folium") == "0.27.4"
    build = Path(streamlit_folium.__file__).parent / "frontend" / "build" / "static" / "js"
    text = "".join(path.read_text(encoding="utf-8") for path in build.glob("main.*.js"))
    assert "window.Streamlit=" in text
    assert "feature_group" in text
    assert "eval(" in text
