"""Finds the toponyms of an article and decides which place each one means, offline."""

from dateline.places.gazetteer import Gazetteer, open_gazetteer
from dateline.places.given import resolve_toponyms
from dateline.places.reading import find_places

__all__ = ["Gazetteer", "find_places", "open_gazetteer", "resolve_toponyms"]
