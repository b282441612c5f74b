"""Dateline reads a news article: who says what happened, where, when, and how sure they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.export.json import write as to_json
    from dateline.pipeline import read

__all__ = ["read", "to_json"]


def __getattr__(name: str) -> object:
    # Lazy, so that `dateline.model` can be imported without the stages and their data.
    if name == "read":
        from dateline.pipeline import read

        return read
    if name == "to_json":
        from dateline.export.json import write

        return write
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
