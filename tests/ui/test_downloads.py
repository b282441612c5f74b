from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.export import FORMATS
from dateline.model import Story
from dateline.ui import downloads
from tests.samples import HOSTILE, flood


def test_every_format_is_offered():
    assert downloads.OFFERED.keys() == FORMATS.keys()


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Überschwemmung: 3 Tote", "uberschwemmung-3-tote"),
        ("Київ", "dateline"),
        (None, "dateline"),
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 300, "x" * 60),
    ],
)
def test_a_file_is_named_after_the_title(title: str | None, stem: str):
    story = flood()
    assert (
        downloads.stem(replace(story, articles=(replace(story.articles[0], title=title),))) == stem
    )


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_names_a_harmless_file(title: str):
    story = flood()
    stem = downloads.stem(replace(story, articles=(replace(story.articles[0], title=title),)))
    assert stem.replace("-", "").isalnum()


def test_a_story_of_nothing_has_a_name_too():
    assert downloads.stem(Story(articles=())) == "dateline"
