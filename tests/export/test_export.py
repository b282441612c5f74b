import csv
import io
import json
from dataclasses import replace
from itertools import pairwise

import pytest

from dateline import contract
from dateline.export import FORMATS
from dateline.model import PlaceKind, Story
from tests.test_contract import a_story


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_writes_an_empty_story(name: str) -> None:
    assert isinstance(FORMATS[name](Story(articles=())), str)


def test_json_is_the_contract() -> None:
    assert contract.from_json(FORMATS["json"](a_story())) == a_story()


def test_jsonl_is_the_contract_on_one_line_an_article() -> None:
    (line,) = FORMATS["jsonl"](a_story()).splitlines()
    assert contract.from_json(line) == a_story()


def test_csv_has_a_row_a_claim_under_its_header() -> None:
    (row,) = csv.DictReader(io.StringIO(FORMATS["csv"](a_story())))
    assert row["speaker"] == "Bo"
    assert row["said"] == "2024-05-02"
    assert row["certainty_words"] == "misschien"


def test_csv_never_begins_a_cell_like_a_formula() -> None:
    story = a_story()
    text = "=2+3 zei Bo in Gent."
    claim = replace(story.claims[0], text=text)
    (row,) = csv.DictReader(io.StringIO(FORMATS["csv"](replace(story, claims=(claim,)))))
    assert row["text"] == "'" + text


def test_geojson_has_a_point_for_a_city() -> None:
    (feature,) = json.loads(FORMATS["geojson"](a_story()))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [3.72, 51.05]}


def test_geojson_draws_a_region_as_a_closed_ring_around_it() -> None:
    story = a_story()
    region = replace(story.places[0], kind=PlaceKind.REGION, radius_km=100.0, longitude=179.9)
    (feature,) = json.loads(FORMATS["geojson"](replace(story, places=(region,))))["features"]
    (ring,) = feature["geometry"]["coordinates"]
    assert ring[0] == ring[-1]
    assert max(abs(x - 179.9) for x, _ in ring) < 3
    signed = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
    assert signed > 0  # counter-clockwise


def test_geojson_keeps_a_claim_without_a_place() -> None:
    story = a_story()
    claim = replace(story.claims[0], places=())
    (feature,) = json.loads(FORMATS["geojson"](replace(story, claims=(claim,))))["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["claim"] == claim.id


@pytest.mark.parametrize(("language", "shown"), [("nl", "nl"), ("de", "en"), (None, "en")])
def test_html_is_a_page_in_the_articles_language_where_there_are_texts(language, shown) -> None:
    story = a_story()
    article = replace(story.articles[0], language=language)
    text = FORMATS["html"](replace(story, articles=(article,)))
    assert text.startswith(f'<!doctype html>\n<html lang="{shown}">')
    assert text.endswith("</html>\n")
    assert "<link" not in text
    assert "<script src" not in text
