"""A story in the formats of other tools: one module a format, one function ``write`` each."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dateline.export import csv, geojson, html, json, jsonl
from dateline.model import Story

FORMATS: Mapping[str, Callable[[Story], str]] = MappingProxyType(
    {
        "csv": csv.write,
        "geojson": geojson.write,
        "html": html.write,
        "json": json.write,
        "jsonl": jsonl.write,
    }
)

__all__ = ["FORMATS"]
