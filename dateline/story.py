"""One selection over a story, and what it leaves to see: the reference for every view.

The browser's ``static/select.js`` follows the same rules; a browser test compares the two.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from math import cos, radians

from dateline.model import Claim, ClaimKind, Level, Place, PlaceKind, Story, When

NARRATOR = "narrator"  # stands for a claim without a speaker
KM_PER_DEGREE = 111.195  # of latitude, on a sphere of 6,371 km


class Axis(StrEnum):
    """Which of a claim's two times counts."""

    HAPPENED = "happened"
    SAID = "said"


class Fit(IntEnum):
    """How surely a claim answers a selection."""

    NO = 0
    POSSIBLE = 1
    SURE = 2


class OffMap(StrEnum):
    """Why a claim is not on the map."""

    NO_PLACE = "no_place"
    DEMONYM = "demonym"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Window:
    """Calendar days, both inclusive; None leaves an end open."""

    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """A rectangle on the map, in degrees; ``west`` may exceed 180 less than ``east`` never does."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything a reader can choose; an empty set or None chooses all."""

    claim: str | None = None
    window: Window | None = None
    extent: Extent | None = None
    speakers: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()  # place names
    kinds: frozenset[ClaimKind] = frozenset()
    levels: frozenset[Level] = frozenset()
    words: str = ""
    axis: Axis = Axis.HAPPENED


@dataclass(frozen=True, slots=True)
class Counts:
    """Where the claims are: ``on_map`` + the sum of ``off_map`` + ``filtered`` = ``total``.

    ``undated`` counts the shown claims without a day on the chosen axis; ``possible`` the shown
    ones that only may answer the selection.
    """

    total: int
    on_map: int
    off_map: Mapping[OffMap, int]
    filtered: int
    undated: int
    possible: int


@dataclass(frozen=True, slots=True)
class View:
    """How each claim answers a selection, by claim id, and the counts of it."""

    fits: Mapping[str, Fit] = field(default_factory=dict)
    counts: Counts = field(default_factory=lambda: Counts(0, 0, {}, 0, 0, 0))


def select(story: Story, selection: Selection) -> View:
    """What a selection leaves of a story; every claim is counted in exactly one place."""
    places = {place.id: place for place in story.places}
    names = {speaker.id: speaker.name for speaker in story.speakers}
    fits: dict[str, Fit] = {}
    off_map: Counter[OffMap] = Counter()
    on_map = undated = possible = 0
    for claim in story.claims:
        own = [places[link.place] for link in claim.places if link.place in places]
        fit = min(_facets(claim, own, names.get(claim.speaker or "", ""), selection))
        fits[claim.id] = fit
        if fit is Fit.NO:
            continue
        possible += fit is Fit.POSSIBLE
        undated += not dated(when_of(claim, selection.axis))
        reason = off_the_map(own)
        if reason is None:
            on_map += 1
        else:
            off_map[reason] += 1
    filtered = sum(fit is Fit.NO for fit in fits.values())
    return View(fits, Counts(len(story.claims), on_map, dict(off_map), filtered, undated, possible))


def when_of(claim: Claim, axis: Axis) -> When | None:
    """The claim's time on an axis."""
    return claim.said if axis is Axis.SAID else claim.happened


def opening_axis(story: Story) -> Axis:
    """The axis a story opens on: what happened, unless that dates not half as many claims.

    An article quotes more than it tells, so a mere majority would never show what happened.
    """
    happened, said = (
        sum(dated(when_of(claim, axis)) for claim in story.claims)
        for axis in (Axis.HAPPENED, Axis.SAID)
    )
    return Axis.SAID if 2 * happened < said else Axis.HAPPENED


def dated(when: When | None) -> bool:
    """Whether a time has at least one end in the calendar."""
    return when is not None and (when.earliest is not None or when.latest is not None)


def mapped(place: Place) -> bool:
    """Whether a place is drawn: it has coordinates and is no demonym."""
    return (
        place.kind is not PlaceKind.DEMONYM
        and place.latitude is not None
        and place.longitude is not None
    )


def off_the_map(places: list[Place]) -> OffMap | None:
    """Why a claim with these places is not on the map; None where it is."""
    if any(mapped(place) for place in places):
        return None
    if not places:
        return OffMap.NO_PLACE
    if all(place.kind is PlaceKind.DEMONYM for place in places):
        return OffMap.DEMONYM
    return OffMap.UNRESOLVED


def fold(text: str) -> str:
    """``text`` without marks and capitals, so that searching ignores them."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(c for c in apart if not unicodedata.category(c).startswith("M")).lower()


def _facets(claim: Claim, places: list[Place], speaker: str, selection: Selection) -> Iterator[Fit]:
    yield Fit.SURE
    if selection.speakers:
        yield _sure((claim.speaker or NARRATOR) in selection.speakers)
    if selection.kinds:
        yield _sure(claim.kind in selection.kinds)
    if selection.levels:
        yield _sure(claim.certainty.level in selection.levels)
    if selection.places:
        yield _sure(any(place.name in selection.places for place in places))
    if selection.words.split():
        content = fold(" ".join((claim.text, speaker, *(place.name for place in places))))
        yield _sure(all(word in content for word in fold(selection.words).split()))
    if selection.window:
        yield within(when_of(claim, selection.axis), selection.window)
    if selection.extent:
        extent = selection.extent
        yield max((inside(place, extent) for place in places if mapped(place)), default=Fit.NO)


def _sure(answer: bool) -> Fit:
    return Fit.SURE if answer else Fit.NO


def within(when: When | None, window: Window) -> Fit:
    """Whether a time lies in a window: wholly is sure, partly is possible, undated is no."""
    if when is None or not dated(when):
        return Fit.NO
    first, last = when.earliest or date.min, when.latest or date.max
    opens, closes = window.earliest or date.min, window.latest or date.max
    if last < opens or first > closes:
        return Fit.NO
    return Fit.SURE if opens <= first and last <= closes else Fit.POSSIBLE


def inside(place: Place, extent: Extent) -> Fit:
    """Whether a mapped place lies in an extent: its whole circle is sure, a part is possible."""
    assert place.latitude is not None
    assert place.longitude is not None
    radius = place.radius_km or 0.0
    tall = radius / KM_PER_DEGREE
    wide = tall / max(0.01, cos(radians(place.latitude)))
    south, north = place.latitude - tall, place.latitude + tall
    west, east = place.longitude - wide, place.longitude + wide
    if south > extent.north or north < extent.south or west > extent.east or east < extent.west:
        return Fit.NO
    whole = (
        extent.south <= south
        and north <= extent.north
        and extent.west <= west
        and east <= extent.east
    )
    return Fit.SURE if whole else Fit.POSSIBLE
