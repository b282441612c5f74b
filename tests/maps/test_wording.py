"""No text of the interface is missing in any of its languages."""

from __future__ import annotations

import re

import pytest

from dateline.claims import RULES
from dateline.maps.wording import choose, languages, texts
from dateline.model import (
    Basis,
    ClaimKind,
    ClaimRelationKind,
    Level,
    PlaceKind,
    PlaceSource,
    RelationKind,
    SpeakerBy,
    SpeakerKind,
    Stance,
    Strength,
)
from dateline.settings import ROOT
from dateline.times import explain

SOURCES = [*(ROOT / "static").glob("*.js"), *(ROOT / "dateline" / "ui").glob("*.py"),
           *(ROOT / "dateline" / "maps").glob("*.py"), *(ROOT / "pages").glob("*.py"),
           ROOT / "app.py"]  # fmt: skip


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_keys_and_the_same_gaps_to_fill(language):
    english, own = texts("en"), texts(language)
    assert own.keys() == english.keys()
    for key, text in own.items():
        assert text.strip(), key
        assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", english[key])), key


@pytest.mark.parametrize(
    ("section", "members"),
    [
        ("level", Level), ("kind", ClaimKind), ("by", SpeakerBy), ("stance", Stance),
        ("place_kind", PlaceKind), ("place_relation", RelationKind), ("place_source", PlaceSource),
        ("speaker_kind", SpeakerKind), ("relation", ClaimRelationKind), ("relation", Strength),
    ],
)  # fmt: skip
def test_every_value_of_the_model_has_words(section, members):
    assert {f"{section}.{member}" for member in members} <= texts("en").keys()


def test_every_rule_that_makes_a_claim_has_words():
    assert {f"rule.{rule}" for rule in RULES} <= texts("en").keys()


def test_every_way_to_resolve_a_time_has_words():
    assert {f"how.{rule}" for rule in explain.RULES} <= texts("en").keys()
    assert {f"how.from_{kind}" for kind in explain.AnchorKind if kind != "day"} <= texts(
        "en"
    ).keys()


def test_every_basis_of_a_date_has_words():
    assert {f"story.basis_{basis}" for basis in Basis} <= texts("en").keys()


def test_every_text_that_the_code_asks_for_exists():
    asked = {
        key
        for source in SOURCES
        for key in re.findall(r"""(?:say\(|count\(|tell\(|say\[)["']([a-z_]+\.[a-z_0-9]+)["']""",
                              source.read_text(encoding="utf-8"))
        if not key.endswith("_")
    }  # fmt: skip
    assert len(asked) > 60
    assert asked <= texts("en").keys()


def test_no_text_is_kept_that_nothing_asks_for():
    asked = "".join(source.read_text(encoding="utf-8") for source in SOURCES)
    # Asked for by a name that is put together, such as "level." + level.
    whole = {"level", "kind", "by", "stance", "relation", "place_kind", "place_relation", "rule"}
    whole |= {"chain", "place_source", "speaker_kind", "reason", "problem", "marks", "time", "how"}
    stems = ("read.step_", "read.note_", "read.date_", "read.source_", "story.basis_")
    stems += ("map.legend_", "timeline.legend_", "timeline.by_", "timeline.told_", "download.")
    for key in texts("en"):
        section, _, name = key.partition(".")
        by_name = re.search(rf"""["']{name.removesuffix("_one")}["']|\b{name}: """, asked)
        assert key in asked or section in whole or key.startswith(stems) or by_name, key


def test_a_browsers_locale_chooses_the_language():
    assert choose("nl-BE") == "nl"
    assert choose("en_US") == "en"
    assert choose("ja") == "en"
    assert choose(None) == "en"
