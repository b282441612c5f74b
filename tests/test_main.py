import io
import json
import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dateline import __main__ as command_line
from dateline import pipeline
from dateline.errors import EmptyArticleError
from dateline.ingest import Fetcher
from dateline.model import Article, Basis, Story
from tests.ingest.makers import docx
from tests.ingest.pages import NL, WORDPRESS
from tests.ingest.servers import reply, serve

TEXT = "De sluis is dicht, zei de woordvoerder van de haven van Harlingen dinsdag."


@pytest.fixture(autouse=True)
def read(monkeypatch: pytest.MonkeyPatch) -> list[Article]:
    """Every article that is read, without the stages, which have tests of their own."""
    articles: list[Article] = []

    def read_article(article: Article, **_: Any) -> Story:
        if "leeg" in article.text:
            raise EmptyArticleError("The article has no letters.")
        articles.append(article)
        return Story((article,))

    monkeypatch.setattr(pipeline, "read_article", read_article)
    return articles


def write(directory: Path, name: str, text: str | bytes = TEXT) -> str:
    path = directory / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def run(*arguments: str) -> int:
    return command_line.main(["read", *arguments])


def test_a_file_is_read_and_its_story_printed(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(write(tmp_path, "a.txt")) == 0
    document = json.loads(capsysbinary.readouterr().out)
    assert document["format"] == "dateline-story/1"
    assert document["articles"][0]["text"] == TEXT
    assert document["articles"][0]["language"] == "nl"


def test_what_is_given_wins_over_what_the_document_says(
    tmp_path: Path, read: list[Article]
) -> None:
    name = write(tmp_path, "a.html", WORDPRESS.html)
    assert run(name) == run(name, "--language", "de", "--date", "2020-01-02", "--title", "Kop") == 0
    found, given = read
    assert (found.language, found.published, found.published_basis, found.title) == (
        "nl",
        WORDPRESS.published,
        Basis.METADATA,
        WORDPRESS.title,
    )
    assert (given.language, given.published, given.published_basis, given.title) == (
        "de",
        date(2020, 1, 2),
        Basis.GIVEN,
        "Kop",
    )


def test_a_text_beside_a_toml_file_keeps_what_that_tells(
    tmp_path: Path, read: list[Article]
) -> None:
    write(tmp_path, "a.toml", 'title = "Kop"\nlanguage = "fr"\npublished = 2024-05-03\n')
    assert run(write(tmp_path, "a.txt")) == 0
    assert (read[0].title, read[0].language, read[0].published) == ("Kop", "fr", date(2024, 5, 3))


def test_standard_input_is_read_whatever_its_format(
    monkeypatch: pytest.MonkeyPatch, read: list[Article]
) -> None:
    for data in (TEXT.encode(), docx(NL)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert run("-") == 0
    assert [article.text for article in read] == [TEXT, "\n\n".join(NL)]


def test_a_link_is_fetched(monkeypatch: pytest.MonkeyPatch, read: list[Article]) -> None:
    loopback = partial(
        Fetcher, permit=lambda address: address.is_loopback, permit_port=lambda *_: True
    )
    monkeypatch.setattr(command_line, "Fetcher", loopback)
    with serve(reply(WORDPRESS.html.encode())) as url:
        assert run(f"{url}/sluis") == 0
        assert (read[0].text, read[0].url) == (WORDPRESS.text, f"{url}/sluis")


def test_a_link_to_a_private_address_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("http://127.0.0.1/") == 1
    assert "not on the public internet" in capsys.readouterr().err


def test_a_link_is_not_followed_offline(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_OFFLINE", "1")
    assert run("https://nieuws.example/") == 1
    assert "DATELINE_OFFLINE" in capsys.readouterr().err


def test_a_pattern_that_the_shell_left_alone_is_expanded(
    tmp_path: Path, read: list[Article]
) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        write(tmp_path, name, f"{name}: {TEXT}")
    assert run(str(tmp_path / "*.txt")) == 0
    assert [article.text[:5] for article in read] == ["a.txt", "b.txt"]


def test_a_file_with_signs_of_a_pattern_in_its_name_is_that_file(
    tmp_path: Path, read: list[Article]
) -> None:
    assert run(write(tmp_path, "a[1]*.txt")) == 0
    assert len(read) == 1


def test_one_bad_input_leaves_the_others_and_is_told(
    tmp_path: Path, read: list[Article], capsys: pytest.CaptureFixture[str]
) -> None:
    names = [
        write(tmp_path, "a.txt"),
        str(tmp_path / "nergens.txt"),
        write(tmp_path, "leeg.txt", "leeg"),
        write(tmp_path, "b.txt", NL[0]),
    ]
    assert run(*names) == 1
    told = capsys.readouterr()
    assert [article.text for article in read] == [TEXT, NL[0]]
    assert len(json.loads(told.out)["articles"]) == 2
    assert "nergens.txt cannot be read: No such file" in told.err
    assert "no letters" in told.err


def test_the_same_text_twice_is_read_once(
    tmp_path: Path, read: list[Article], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write(tmp_path, "a.txt"), write(tmp_path, "b.txt")) == 0
    assert len(read) == 1
    assert "b.txt holds the text of an earlier input" in capsys.readouterr().err


@pytest.mark.parametrize("name", sorted(command_line.FORMATS))
def test_every_format_is_written_to_a_file(name: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(write(tmp_path, "a.txt"), "--format", name, "-o", str(out)) == 0
    assert out.exists()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--date", "gisteren"], "'gisteren', expected a calendar day"),
        (["--date", "2023-02-30"], "2023-02-30"),
        (["--language", "xx"], "No language file for 'xx'"),
        (["-o", "/nergens/uit.json"], "/nergens/uit.json cannot be written"),
    ],
)
def test_a_bad_option_is_told_with_what_was_expected(
    arguments: list[str], named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write(tmp_path, "a.txt"), *arguments) == 1
    assert named in capsys.readouterr().err


@pytest.mark.parametrize(
    "name",
    ["", "nergens.txt", ".", "a\0b", "/proc/self/mem", "x" * 5000, "*" * 5000 + "x", "*\0", "["],
)
def test_what_is_no_file_is_told_without_a_traceback(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(name) == 1
    told = capsys.readouterr()
    assert told.err.startswith("dateline: ")
    assert told.out == ""


@pytest.mark.parametrize(
    "arguments", [[], ["read"], ["read", "a.txt", "--format", "doc"], ["lees"]]
)
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        command_line.main(arguments)
    assert left.value.code == 2


def test_the_most_characters_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_MAX_CHARACTERS", "20")
    assert run(write(tmp_path, "a.txt")) == 1
    assert "expected at most 20" in capsys.readouterr().err


def test_the_whole_way_from_a_file_to_a_story_in_a_process_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT + "\r\n\r\n“Café 🏴 dicht”, zei hij in Harlingen.")
    command = [sys.executable, "-m", "dateline", "read", str(tmp_path / "*.txt")]
    done = subprocess.run(
        [*command, "--date", "2024-05-03"],
        capture_output=True,
        cwd=Path(__file__).parents[1],
        check=True,
    )
    story = json.loads(done.stdout)
    text = story["articles"][0]["text"]
    assert "\r" not in text
    marked = [*story["times"], *story["places"]]
    assert marked
    assert all(text[mark["start"] : mark["end"]] == mark["text"] for mark in marked)


def test_a_reader_that_has_enough_of_the_output_is_no_error(tmp_path: Path) -> None:
    name = write(tmp_path, "a.txt", TEXT * 2000)
    script = (
        "import sys; from dateline import __main__, pipeline; from dateline.model import Story;"
        "pipeline.read_article = lambda article, **_: Story((article,));"
        f"sys.exit(__main__.main(['read', {name!r}]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[1],
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0
