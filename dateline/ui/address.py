"""The selection in the page's address, written from a choice and read back.

An address may be hostile or stale: whatever does not parse, or names nothing in the story, is
ignored and reported by its parameter's name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from dateline.model import ClaimKind, Level, Story
from dateline.story import NARRATOR, Axis, Extent, Selection, Window, opening_axis

LONGEST = 200  # characters of a parameter's value that are looked at
MOST = 200  # values of a parameter that are looked at
PARAMETERS = (
    *("claim", "axis", "q", "speaker", "place", "level", "kind", "from", "to", "box"),
    *("play", "lanes", "tab", "at"),
)
DEEPEST_ZOOM = 19
Choice = TypeVar("Choice", bound=StrEnum)


class Play(StrEnum):
    """How a time that is played fills the window."""

    CUMULATIVE = "cumulative"
    MOMENT = "moment"


class Lanes(StrEnum):
    """What the timeline has a lane for."""

    SPEAKER = "speaker"
    PLACE = "place"
    LEVEL = "level"


class Tab(StrEnum):
    """Which view is in front where not all of them fit."""

    MAP = "map"
    TIMELINE = "timeline"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Look:
    """How a selection is looked at; it hides and counts nothing.

    ``at`` is the map's latitude, longitude and zoom level.
    """

    play: Play | None = None
    lanes: Lanes = Lanes.SPEAKER
    tab: Tab = Tab.MAP
    at: tuple[float, float, float] | None = None


Address = tuple[Selection, Look]


def write(selection: Selection, look: Look, story: Story) -> dict[str, str | list[str]]:
    """A selection and its look as query parameters; what is as the story opens has none."""
    window = selection.window or Window()
    box = selection.extent
    values: dict[str, str | list[str]] = {
        "claim": selection.claim or "",
        "axis": "" if selection.axis is opening_axis(story) else str(selection.axis),
        "q": selection.words,
        "speaker": sorted(selection.speakers),
        "place": sorted(selection.places),
        "level": sorted(selection.levels),
        "kind": sorted(selection.kinds),
        "from": window.earliest.isoformat() if window.earliest else "",
        "to": window.latest.isoformat() if window.latest else "",
        "box": ",".join(f"{n:.4f}" for n in (box.south, box.west, box.north, box.east))
        if box
        else "",
        "play": str(look.play or ""),
        "lanes": "" if look.lanes is Lanes.SPEAKER else str(look.lanes),
        "tab": "" if look.tab is Tab.MAP else str(look.tab),
        "at": ",".join(f"{n:g}" for n in look.at) if look.at else "",
    }
    return {name: value for name, value in values.items() if value}


def read(values: Mapping[str, Sequence[str]], story: Story) -> tuple[Selection, Look, list[str]]:
    """The selection and look in query parameters, and the names of those that were ignored."""
    ignored: list[str] = []

    def several(name: str, known: frozenset[str]) -> frozenset[str]:
        given = frozenset(values.get(name, ())[:MOST])
        if given - known:
            ignored.append(name)
        return given & known

    def one(name: str) -> str:
        given = values.get(name, ())
        return given[-1][:LONGEST] if given else ""

    def day(name: str) -> date | None:
        try:
            return date.fromisoformat(one(name)) if one(name) else None
        except ValueError:
            ignored.append(name)
            return None

    claim = one("claim")
    if claim and claim not in {c.id for c in story.claims}:
        ignored.append("claim")
        claim = ""

    def member(name: str, kind: type[Choice]) -> Choice | None:
        given = one(name)
        if given and given not in frozenset(kind):
            ignored.append(name)
        return kind(given) if given in frozenset(kind) else None

    window = Window(day("from"), day("to"))
    extent = _extent(one("box"))
    if one("box") and extent is None:
        ignored.append("box")
    speakers = frozenset(s.id for s in story.speakers) | {NARRATOR}
    selection = Selection(
        claim=claim or None,
        window=window if window != Window() else None,
        extent=extent,
        speakers=several("speaker", speakers),
        places=several("place", frozenset(p.name for p in story.places)),
        kinds=frozenset(ClaimKind(k) for k in several("kind", frozenset(ClaimKind))),
        levels=frozenset(Level(v) for v in several("level", frozenset(Level))),
        words=one("q"),
        axis=member("axis", Axis) or opening_axis(story),
    )
    look = Look(
        play=member("play", Play) if selection.window else None,
        lanes=member("lanes", Lanes) or Lanes.SPEAKER,
        tab=member("tab", Tab) or Tab.MAP,
        at=_position(one("at")),
    )
    if one("at") and look.at is None:
        ignored.append("at")
    return selection, look, ignored


def from_browser(value: Any, story: Story) -> Address:
    """The selection and look that the shell sent; anything that it may not send is dropped."""
    given = value if isinstance(value, Mapping) else {}

    def strings(name: str) -> list[str]:
        found = given.get(name)
        items = found if isinstance(found, list) else [found]
        return [item for item in items if isinstance(item, str)]

    def numbers(name: str) -> list[str]:
        found = given.get(name)
        fit = isinstance(found, list) and all(isinstance(n, int | float) for n in found)
        return [",".join(str(n) for n in found)] if found and fit else []

    window = given.get("window")
    ends = window if isinstance(window, list) and len(window) == 2 else [None, None]
    selection, look, _ = read(
        {
            "claim": strings("claim"),
            "axis": strings("axis"),
            "q": strings("words"),
            "speaker": strings("speakers"),
            "place": strings("places"),
            "level": strings("levels"),
            "kind": strings("kinds"),
            "from": [ends[0]] if isinstance(ends[0], str) else [],
            "to": [ends[1]] if isinstance(ends[1], str) else [],
            "box": numbers("extent"),
            "play": strings("play"),
            "lanes": strings("lanes"),
            "tab": strings("tab"),
            "at": numbers("at"),
        },
        story,
    )
    return selection, look


def to_browser(selection: Selection, look: Look = Look()) -> dict[str, Any]:
    """A selection and its look as the shell takes them."""
    window, box = selection.window, selection.extent
    return {
        "claim": selection.claim,
        "axis": str(selection.axis),
        "words": selection.words,
        "speakers": sorted(selection.speakers),
        "places": sorted(selection.places),
        "levels": sorted(selection.levels),
        "kinds": sorted(selection.kinds),
        "window": [
            window.earliest.isoformat() if window.earliest else None,
            window.latest.isoformat() if window.latest else None,
        ]
        if window
        else None,
        "extent": [box.south, box.west, box.north, box.east] if box else None,
        "play": str(look.play) if look.play else None,
        "lanes": str(look.lanes),
        "tab": str(look.tab),
        "at": list(look.at) if look.at else None,
    }


def _position(text: str) -> tuple[float, float, float] | None:
    try:
        latitude, longitude, zoom = (float(part) for part in text.split(","))
    except ValueError:
        return None
    fits = -90 <= latitude <= 90 and -540 <= longitude <= 540 and 0 <= zoom <= DEEPEST_ZOOM
    return (latitude, longitude, zoom) if fits else None


def _extent(text: str) -> Extent | None:
    try:
        south, west, north, east = (float(part) for part in text.split(","))
    except ValueError:
        return None
    if not (-90 <= south < north <= 90 and -540 <= west < east <= 540):
        return None
    return Extent(south, west, north, east)
