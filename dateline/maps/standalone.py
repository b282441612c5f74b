"""The stand-alone page: the same shell with its assets inside, one file that makes no request."""

from __future__ import annotations

import base64
import json
import re
from html import escape

from dateline.maps.shell import LEAFLET, OUTLINES, SCRIPTS, STATIC, STYLES
from dateline.maps.state import describe, encode
from dateline.maps.wording import choose
from dateline.model import Story
from dateline.story import opening_axis

# The page is put together by joining constants and base64, never by a template over a story.
HEAD = (
    '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:\">\n"
    "<title>{title}</title>\n"
)
START = """
(async () => {
  const map = L.map("map", { zoomControl: false, minZoom: 1, maxZoom: 14, worldCopyJump: true })
    .setView([30, 15], 2);
  const outlines = await Dateline.decode(OUTLINES);
  window.dateline = Dateline.start(map, { online: false, outlines, fine: null });
  const { version, data, selection } = STATE;
  await window.dateline.receive({ version, data, nonce: 1, selection });
})();
"""


def page(story: Story, language: str, selection: dict[str, object] | None = None) -> str:
    """A whole HTML page that shows a story from a disk, without a network."""
    language = choose(language)
    version, data = encode(describe(story, language))
    chosen = encode({"selection": {"axis": opening_axis(story)} | (selection or {})})[1]
    outlines = encode(json.loads((STATIC / OUTLINES).read_text(encoding="utf-8")))[1]
    title = story.articles[0].title if len(story.articles) == 1 else None
    state = json.dumps({"version": version, "data": data, "selection": chosen})
    constants = f'const OUTLINES = "{outlines}";\nconst STATE = {state};'
    parts = [HEAD.format(language=language, title=escape(title or "Dateline"))]
    parts += [f"<style>{_style(name)}</style>\n" for name in STYLES]
    parts.append('</head>\n<body>\n<div id="map"></div>\n')
    parts += [f"<script>{_script(name)}</script>\n" for name in (LEAFLET, *SCRIPTS)]
    parts.append(f"<script>{constants}{START}</script>\n</body>\n</html>\n")
    return "".join(parts)


def _script(name: str) -> str:
    text = (STATIC / name).read_text(encoding="utf-8")
    text = re.sub(r"^//# sourceMappingURL=.*$", "", text, flags=re.MULTILINE)
    return text.replace("</script", "<\\/script")


def _style(name: str) -> str:
    folder = (STATIC / name).parent

    def inline(match: re.Match[str]) -> str:
        file = folder / match[1]
        if not file.is_file():
            return "none"  # Leaflet's own pins and layer control, which are not used
        return f"url(data:image/png;base64,{base64.b64encode(file.read_bytes()).decode()})"

    text = (STATIC / name).read_text(encoding="utf-8")
    return re.sub(r"url\(([\w./-]+\.png)\)", inline, text)
