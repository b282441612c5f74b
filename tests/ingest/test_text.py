import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.errors import NotTextError
from dateline.ingest import decode
from dateline.ingest.text import foreign_format

DUTCH = "De café-eigenaar zei: “Ik heb het idee dat de overheid geen zin heeft in overleg.” " * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_common_encodings_is_read_whole(encoding: str) -> None:
    assert decode(DUTCH.encode(encoding)) == DUTCH


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04...", "docx"),
        (b"\x89PNG\r\n", "PNG"),
        (b"text\x00text", "zero byte at 4"),
    ],
)
def test_binary_data_is_refused_by_name(data: bytes, named: str) -> None:
    with pytest.raises(NotTextError, match=named):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff")))
def test_utf8_survives_to_the_character(text: str) -> None:
    assume(foreign_format(text.encode()) is None)
    assert decode(text.encode()) == text.replace("\r\n", "\n").replace("\r", "\n")
