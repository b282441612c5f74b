from __future__ import annotations

import zipfile

import pytest

from dateline.errors import GazetteerError
from dateline.languages import load
from dateline.model import Article
from dateline.places import find_places, open_gazetteer
from dateline.places.dump import add_dump
from dateline.settings import Settings


def row(number, name, lat, lon, *, cls="P", code="PPL", country="UA", population=0, others=""):
    cells = [number, name, name, others, lat, lon, cls, code, country, "", "05", "", "", "",
             population, "", 100, "Europe/Kyiv", "2024-01-01"]  # fmt: skip
    return "\t".join(map(str, cells))


GOOD = [
    row(1, "Zubrevychka", 48.7, 38.1, others="Зубревичка"),
    row(2, "Donetsk Oblast", 48.0, 37.8, cls="A", code="ADM1", population=4_000_000),
    row(3, "Kwarnytsia", 48.9, 38.3, cls="H", code="STM"),
]


def dump(path, lines):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "read me")
        archive.writestr("UA.txt", "\n".join(lines) + "\n")
    return path


def test_a_dump_s_places_are_found_afterwards(tmp_path):
    assert add_dump(dump(tmp_path / "UA.zip", GOOD), tmp_path / "user") == 3
    gazetteer = open_gazetteer(Settings().gazetteer_dir, tmp_path / "user")
    article = Article("a", "In Oekraïne, in Zoebrevytsjka en Bachmoet.", "nl")
    places = {p.text: p for p in find_places(article, load("nl"), gazetteer)}
    assert places["Zoebrevytsjka"].geonames_id == 1
    assert places["Bachmoet"].country == "UA"


def test_adding_it_again_replaces_it(tmp_path):
    user = tmp_path / "user"
    add_dump(dump(tmp_path / "UA.zip", GOOD), user)
    add_dump(dump(tmp_path / "UA.zip", GOOD[:2]), user)
    assert [path.name for path in (user / "gazetteer").iterdir()] == ["UA"]
    assert open_gazetteer(Settings().gazetteer_dir, user).hits("kwarnytsia") == ()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("UA.zip", b"not a zip file at all", "zip"),
        ("UA.zip", b"", "zip"),
        ("UA.txt", b"one\ttwo\n", "2 columns"),
        ("UA.txt", ("\n".join([*GOOD, row(9, "X", "north", 1)])).encode(), "Line 4"),
        ("UA.txt", ("\n".join([*GOOD, row(9, "X", 99.0, 1)])).encode(), "Line 4"),
        ("UA.txt", ("\n".join(GOOD)).encode()[:-40], "columns"),
        ("UA.txt", b"\xff\xfe\x00bad", "cannot be read"),
        ("UA.txt", b"", "no place"),
    ],
)
def test_a_broken_file_changes_nothing_and_says_why(tmp_path, name, content, why):
    user = tmp_path / "user"
    add_dump(dump(tmp_path / "good.zip", GOOD), user)
    before = sorted(p.relative_to(user) for p in user.rglob("*"))
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=why):
        add_dump(path, user)
    assert sorted(p.relative_to(user) for p in user.rglob("*")) == before


def test_a_truncated_archive_is_refused(tmp_path):
    path = dump(tmp_path / "UA.zip", GOOD * 50)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(GazetteerError, match=r"UA\.zip"):
        add_dump(path, tmp_path / "user")
    assert not (tmp_path / "user").exists()


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(GazetteerError, match=r"UA\.zip"):
        add_dump(tmp_path / "UA.zip", tmp_path / "user")
