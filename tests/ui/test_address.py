from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from dateline.story import Axis, Selection
from dateline.ui import address
from dateline.ui.address import Look
from tests.samples import flood
from tests.test_story import selections

STORY = flood()


def listed(parameters):
    return {name: v if isinstance(v, list) else [v] for name, v in parameters.items()}


@given(selections())
def test_a_selection_survives_the_address_and_the_browser(selection):
    known = address.read(listed(address.write(selection, Look(), STORY)), STORY)[0]
    again, look, ignored = address.read(listed(address.write(known, Look(), STORY)), STORY)
    assert again == known
    assert ignored == []
    sent, looked = address.from_browser(address.to_browser(known, look), STORY)
    assert address.write(sent, looked, STORY) == address.write(known, look, STORY)


@given(some.dictionaries(some.sampled_from(address.PARAMETERS), some.lists(some.text())))
def test_no_address_is_an_error(values):
    selection, look, ignored = address.read(values, STORY)
    assert selection.axis in Axis
    assert look.tab in address.Tab
    assert set(ignored) <= set(address.PARAMETERS)


@given(
    some.recursive(
        some.none() | some.floats() | some.text() | some.integers(),
        lambda v: (
            some.lists(v)
            | some.dictionaries(
                some.sampled_from(("claim", "axis", "words", "window", "extent")), v
            )
        ),
    )
)
def test_no_message_of_a_browser_is_an_error(value):
    assert isinstance(address.from_browser(value, STORY)[0], Selection)


def test_what_is_stale_is_named():
    values = {"claim": ["c-gone"], "from": ["soon"], "box": ["1,2,3"], "speaker": ["s-vogel", "x"]}
    selection, _, ignored = address.read(values, STORY)
    assert set(ignored) == set(values)
    assert selection == Selection(speakers=frozenset({"s-vogel"}))


def test_how_the_story_is_looked_at_survives_the_address():
    window = {"from": ["2024-06-01"], "play": ["moment"]}
    values = {"tab": ["list"], "lanes": ["level"], "at": ["51.05,13.74,9"], **window}
    selection, look, ignored = address.read(values, STORY)
    assert ignored == []
    assert look == address.Look(
        address.Play.MOMENT, address.Lanes.LEVEL, address.Tab.LIST, (51.05, 13.74, 9.0)
    )
    assert listed(address.write(selection, look, STORY)) == values


def test_what_is_not_chosen_has_no_parameter():
    assert address.write(Selection(), Look(), STORY) == {}


def test_a_story_opens_on_its_own_axis_unless_the_address_says_otherwise():
    quoted = replace(STORY, claims=tuple(replace(c, happened=None) for c in STORY.claims))
    assert address.read({}, quoted)[0].axis is Axis.SAID
    assert address.read({"axis": ["happened"]}, quoted)[0].axis is Axis.HAPPENED
    assert address.write(Selection(axis=Axis.SAID), Look(), quoted) == {}
    assert address.write(Selection(), Look(), quoted) == {"axis": "happened"}
