"""The Folium plugin: a constant shell, drawn once, and the state that is pushed into it.

The shell holds the article, the map, the timeline, the card and the counts in one document, so
that a choice shows in all of them at once. branca compiles every string that reaches it as a Jinja
template, therefore nothing of a story passes but base64.
"""

from __future__ import annotations

import hashlib
from functools import cache

import folium
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template

from dateline.settings import ROOT

STATIC = ROOT / "static"
LEAFLET, BOOT = "vendor/leaflet/leaflet.js", "boot.js"
# In the order in which they build on each other.
SCRIPTS = (
    "dom.js",
    "glyphs.js",
    "model.js",
    "select.js",
    "address.js",
    "article.js",
    "card.js",
    "legend.js",
    "counts.js",
    "places.js",
    "map.js",
    "timescale.js",
    "lanes.js",
    "gestures.js",
    "undated.js",
    "timeline.js",
    "filters.js",
    "brush.js",
    "play.js",
    "list.js",
    "layout.js",
    "shell.js",
)
STYLES = (
    "vendor/leaflet/leaflet.css",
    "shell.css",
    "article.css",
    "map.css",
    "timeline.css",
    "filters.css",
)
OUTLINES = "vendor/world-atlas/countries-110m.json"
FINE_OUTLINES = "vendor/world-atlas/countries-50m.json.gz"  # fetched when zoomed in
# Relative to Streamlit's <base>/component/<name>/index.html, so that any base path works.
FROM_COMPONENT = "../../app/static/"


@cache
def fingerprint() -> str:
    """A short hash of our own assets, so that a browser never mixes two versions of them."""
    digest = hashlib.blake2s(digest_size=4)
    for name in (BOOT, *SCRIPTS, *STYLES, OUTLINES, FINE_OUTLINES):
        digest.update((STATIC / name).read_bytes())
    return digest.hexdigest()


def url(name: str) -> str:
    """Where the shell's frame finds a static file."""
    return f"{FROM_COMPONENT}{name}?v={fingerprint()}"


class Shell(JSCSSMixin, MacroElement):
    """The page's frame inside a Folium map; it holds constants only."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        window.dateline = Dateline.start({{ this._parent.get_name() }}, {{ this.options|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, *, online: bool, outlines: str | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Shell"
        self.options = {
            "online": online,
            "scripts": [url(name) for name in SCRIPTS],
            "outlines": outlines or url(OUTLINES),
            "fine": None if outlines else url(FINE_OUTLINES),
        }


class State(folium.FeatureGroup):
    """A story and a selection on their way to the shell; ``version`` and ``nonce`` tell if new."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.featureGroup();
        window.dateline.receive({
          version: "{{ this.version }}", data: "{{ this.data }}",
          nonce: {{ this.nonce }}, selection: "{{ this.selection }}"
        });
        {% endmacro %}
        """
    )

    def __init__(self, *, version: str, data: str, nonce: int, selection: str) -> None:
        super().__init__(name="state")
        self.version, self.data = version, data
        self.nonce, self.selection = int(nonce), selection


def build(*, online: bool) -> folium.Map:
    """A fresh map that holds the shell and nothing of a story."""
    figure = folium.Map(location=(30, 15), zoom_start=2, tiles=None, zoom_control=False)
    figure.default_js = [(name, url(name)) for name in (LEAFLET, BOOT)]
    figure.default_css = [(name, url(name)) for name in STYLES]
    figure.options.update(max_zoom=14, min_zoom=1, world_copy_jump=True)
    Shell(online=online).add_to(figure)
    return figure
