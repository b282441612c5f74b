"""Rebuild the base map's outlines from the npm package ``world-atlas``; its data is public domain.

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    python -m tools.base_map package/countries-110m.json OUT/countries-110m.json
    python -m tools.base_map package/countries-50m.json OUT/countries-50m.json.gz

A target that ends in ``.gz`` is compressed, to the same bytes every time.

Writes GeoJSON with two decimals (about 1 km), ISO 3166-1 alpha-2 codes, and every ring unwrapped
where it crosses the antimeridian, so that no outline is drawn across the whole map.
"""

from __future__ import annotations

import gzip
import json
import sys
from itertools import accumulate
from pathlib import Path
from typing import Any

import pycountry

WITHOUT_NUMBER = {"Kosovo": "XK"}  # user-assigned code; the atlas gives no number

SMALLEST = 4  # points of a ring; what rounding leaves of a smaller one is no area


def main(source: Path, target: Path) -> None:
    """Convert one TopoJSON file of countries."""
    atlas = json.loads(source.read_text(encoding="utf-8"))
    arcs = [_decode(arc, atlas["transform"]) for arc in atlas["arcs"]]
    features = [
        {
            "type": "Feature",
            "properties": {"a2": _code(shape), "name": shape["properties"]["name"]},
            "geometry": _geometry(shape, arcs),
        }
        for shape in atlas["objects"]["countries"]["geometries"]
        if shape.get("type")
    ]
    collection = {"type": "FeatureCollection", "features": features}
    data = json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()
    target.write_bytes(gzip.compress(data, 9, mtime=0) if target.suffix == ".gz" else data)


def _decode(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    (across, up), (left, bottom) = transform["scale"], transform["translate"]
    points = accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]])
    return [(x * across + left, y * up + bottom) for x, y in points]


def _code(shape: dict[str, Any]) -> str | None:
    country = pycountry.countries.get(numeric=shape.get("id", ""))
    return country.alpha_2 if country else WITHOUT_NUMBER.get(shape["properties"]["name"])


def _geometry(shape: dict[str, Any], arcs: list[list[tuple[float, float]]]) -> dict[str, Any]:
    def polygon(rings: list[list[int]]) -> list[list[list[float]]]:
        drawn = [_unwrap(_ring(ring, arcs)) for ring in rings]
        return [ring for ring in drawn if len(ring) >= SMALLEST]

    parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    polygons = [rings for rings in map(polygon, parts) if rings]
    return {"type": "MultiPolygon", "coordinates": polygons}


def _ring(ring: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def _unwrap(ring: list[tuple[float, float]]) -> list[list[float]]:
    out: list[list[float]] = []
    turn, before = 0.0, ring[0][0]
    for x, y in ring:
        step = x + turn - before
        turn += -360 if step > 180 else 360 if step < -180 else 0
        before = x + turn
        point = [round(before, 2), round(y, 2)]
        if not out or out[-1] != point:
            out.append(point)
    return out


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
