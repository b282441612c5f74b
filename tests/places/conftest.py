from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.languages import load
from dateline.model import Article, Place
from dateline.places import Gazetteer, find_places, open_gazetteer
from dateline.settings import Settings

Find = Callable[..., tuple[Place, ...]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return open_gazetteer(Settings().gazetteer_dir)


@pytest.fixture(scope="session")
def find(gazetteer: Gazetteer) -> Find:
    def places(text: str, language: str = "nl") -> tuple[Place, ...]:
        return find_places(Article("article", text, language), load(language), gazetteer)

    return places
