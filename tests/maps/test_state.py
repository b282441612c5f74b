from __future__ import annotations

import base64
import json
import zlib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from dateline.maps.state import describe, encode
from dateline.story import off_the_map
from tests.samples import flood, hostile, synthetic


def decode(data: str) -> object:
    return json.loads(zlib.decompress(base64.b64decode(data)))


@given(some.text())
def test_any_text_comes_out_as_it_went_in(text):
    clean = text.encode("utf-8", "replace").decode("utf-8")
    assert decode(encode({"text": text})[1]) == {"text": clean}
    assert len(clean) == len(text)


def test_the_version_depends_on_content_alone():
    assert encode(describe(flood(), "en"))[0] == encode(describe(flood(), "en"))[0]
    assert encode(describe(flood(), "en"))[0] != encode(describe(flood(), "nl"))[0]


def test_nothing_of_a_story_is_dropped():
    story = flood()
    state = describe(story, "en")
    for name in ("articles", "speakers", "places", "times", "claims"):
        assert len(state[name]) == len(getattr(story, name))
    assert state["claims"][1]["speaker"] == 0
    assert state["unclaimed"] == 1


def test_a_claim_off_the_map_tells_why():
    story = flood()
    places = {p.id: p for p in story.places}
    for claim, sent in zip(story.claims, describe(story, "en")["claims"], strict=True):
        reason = off_the_map([places[link.place] for link in claim.places])
        assert sent.get("off_map") == (str(reason) if reason else None)


def test_only_a_web_address_becomes_a_link():
    assert describe(hostile(), "en")["articles"][0]["url"] is None


def test_a_zone_is_named_in_the_interfaces_language():
    names = {p["id"]: p["label"] for p in describe(flood(), "nl")["places"]}
    assert names["p-north"] == "ten noorden van Meissen"
    assert names["p-near"] == "bij Pirna"


def test_ten_thousand_claims_are_sent_in_less_than_two_megabytes():
    assert len(encode(describe(synthetic(10_000), "en"))[1]) < 2_000_000


def test_a_place_taken_over_from_another_claim_leads_back_to_it():
    story = flood()
    first, second = next((a, b) for a in story.claims for b in story.claims if a != b and b.places)
    links = (replace(second.places[0], inherited=first.id),)
    claims = tuple(replace(c, places=links) if c is second else c for c in story.claims)
    sent = describe(replace(story, claims=claims), "en")["claims"][claims.index(
        replace(second, places=links))]  # fmt: skip
    assert sent["places"][0][2] == story.claims.index(first)
