from __future__ import annotations

import shutil

import pytest

from dateline.errors import GazetteerError
from dateline.places import open_gazetteer
from dateline.settings import Settings

FILES = ("names.marisa", "places.bin", "words.bin", "words.marisa", "people.bin", "people.marisa")


@pytest.fixture
def copy(tmp_path):
    target = tmp_path / "gazetteer"
    shutil.copytree(Settings().gazetteer_dir, target)
    return target


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_told_with_its_name_and_the_remedy(copy, name):
    (copy / name).unlink()
    with pytest.raises(GazetteerError, match=rf"{name}(.|\n)*gazetteer build"):
        open_gazetteer(copy)


@pytest.mark.parametrize("name", FILES)
def test_a_truncated_file_is_refused(copy, name):
    path = copy / name
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(GazetteerError, match=name):
        open_gazetteer(copy)


def test_a_file_of_another_format_is_refused(copy):
    path = copy / "places.bin"
    path.write_bytes(path.read_bytes().replace(b"dateline-gazetteer/1", b"dateline-gazetteer/9", 1))
    with pytest.raises(GazetteerError, match="dateline-gazetteer/9"):
        open_gazetteer(copy)


def test_an_empty_directory_is_told(tmp_path):
    with pytest.raises(GazetteerError, match=r"places\.bin"):
        open_gazetteer(tmp_path)


def test_the_built_files_stay_within_twenty_megabytes():
    sizes = [path.stat().st_size for path in Settings().gazetteer_dir.iterdir()]
    assert sum(sizes) <= 20_000_000
    assert len(sizes) == len(FILES)


def test_words_and_people_are_known(gazetteer):
    dutch, english, *_ = gazetteer.zipf("gemeente")
    assert dutch > english + 1
    assert gazetteer.people("johanna") & 1
    assert gazetteer.zipf("qqqqxx") is None
