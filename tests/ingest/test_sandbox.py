import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from dateline.errors import ArticleTooLongError, ParserError, ReadingCancelledError
from dateline.ingest import Document, ParserLimits, Step, draft_of, sandbox
from dateline.ingest.sandbox import MAX_PARSERS, parse
from tests.ingest.makers import docx

ENDLESS = b"<html><body><article>" + b"<p></p><br>" * 200_000 + b"</article>"
TEXT = b"De sluis is dicht, zei de woordvoerder van de haven."


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every process that the sandbox starts."""
    processes: list[Any] = []
    real = subprocess.Popen

    def start(*arguments: Any, **options: Any) -> Any:
        processes.append(real(*arguments, **options))
        return processes[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    return processes


@pytest.fixture
def free_slots() -> Iterator[None]:
    """Every test leaves all turns free."""
    yield
    for _ in range(MAX_PARSERS):
        assert sandbox._SLOTS.acquire(blocking=False)
    for _ in range(MAX_PARSERS):
        sandbox._SLOTS.release()


pytestmark = pytest.mark.usefixtures("free_slots")


def gone(process: Any) -> bool:
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_parser_that_takes_too_long_is_killed_with_its_whole_group(started: list[Any]) -> None:
    with pytest.raises(ParserError, match=r"more than 0\.5 s"):
        parse(ENDLESS, "html", limits=ParserLimits(timeout_s=0.5))
    assert [gone(process) for process in started] == [True]


def test_a_parser_that_needs_too_much_memory_is_told_so() -> None:
    large = docx([], extra="<w:p/>" * 3_000_000)
    with pytest.raises(ParserError, match="memory"):
        parse(large, "docx", limits=ParserLimits(memory_bytes=200_000_000))


def test_a_cancelled_reading_kills_its_parser(started: list[Any]) -> None:
    cancel = threading.Event()
    threading.Timer(0.3, cancel.set).start()
    with pytest.raises(ReadingCancelledError):
        parse(ENDLESS, "html", limits=ParserLimits(timeout_s=30), cancel=cancel)
    assert [gone(process) for process in started] == [True]


def test_a_reading_that_is_cancelled_before_its_turn_starts_no_parser(started: list[Any]) -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(ReadingCancelledError):
        parse(TEXT, "text", cancel=cancel)
    assert started == []


def test_no_more_parsers_run_at_once_than_there_are_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    running: list[int] = []
    most: list[int] = []
    real = sandbox._answer

    def answer(*arguments: Any) -> bytes:
        running.append(1)
        most.append(len(running))
        try:
            return real(*arguments)
        finally:
            running.pop()

    monkeypatch.setattr(sandbox, "_answer", answer)
    texts: list[str] = []
    threads = [
        threading.Thread(target=lambda: texts.append(parse(TEXT, "text").text)) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == [TEXT.decode()] * 6
    assert max(most) <= MAX_PARSERS


def test_a_document_that_never_gets_its_turn_is_told_so() -> None:
    for _ in range(MAX_PARSERS):
        sandbox._SLOTS.acquire()
    try:
        with pytest.raises(ParserError, match=r"after 0\.2 s"):
            parse(TEXT, "text", limits=ParserLimits(queue_s=0.2))
    finally:
        for _ in range(MAX_PARSERS):
            sandbox._SLOTS.release()


def test_the_server_answers_while_hostile_documents_are_parsed() -> None:
    limits = ParserLimits(timeout_s=1.0)
    refused: list[ParserError] = []

    def read() -> None:
        try:
            parse(ENDLESS, "html", limits=limits)
        except ParserError as error:
            refused.append(error)

    threads = [threading.Thread(target=read) for _ in range(MAX_PARSERS)]
    for thread in threads:
        thread.start()
    answers = 0
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.01)
        answers += 1
    assert len(refused) == MAX_PARSERS
    # A server held up by its parsers would have had no more turns than there are parsers.
    assert answers > 10


def test_the_most_characters_are_an_argument() -> None:
    with pytest.raises(ArticleTooLongError, match="at most 20"):
        parse(TEXT, "text", limits=ParserLimits(max_characters=20))


def test_the_steps_are_told_in_order() -> None:
    told: list[Step] = []
    draft_of(Document(TEXT, "text/plain"), tell=told.append)
    assert told == [Step.TEXT, Step.LANGUAGE, Step.DATE]


def test_a_parser_starts_without_the_code_for_links_and_languages() -> None:
    code = (
        "import sys, dateline.ingest.worker as worker; worker.find_parser('html');"
        "print([name for name in ('httpcore', 'lingua', 'streamlit', 'dateparser')"
        " if name in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, capture_output=True, text=True).stdout.strip() == "[]"
