"""Runs a parser in a process of its own that can be killed and cannot take the machine's memory.

Parsers of foreign formats are large and their input is hostile: a page of 418 kB of attributes kept
an HTML extractor busy for 31 s. The server's own process never parses one.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import msgspec

from dateline.errors import (
    ArticleTooLongError,
    EmptyArticleError,
    InputError,
    NoArticleError,
    NotTextError,
    ParserError,
    ReadingCancelledError,
)
from dateline.ingest.draft import Draft
from dateline.settings import ROOT

# Free hosting has about 700 MB for everything, so parsers wait for each other.
MAX_PARSERS = 2
_SLOTS = threading.BoundedSemaphore(MAX_PARSERS)
_SLICE_S = 0.1  # how soon a cancelled reading is noticed

_REFUSALS: dict[str, type[InputError]] = {
    error.__name__: error
    for error in (
        ArticleTooLongError,
        EmptyArticleError,
        NoArticleError,
        NotTextError,
        ParserError,
    )
}


@dataclass(frozen=True, slots=True)
class ParserLimits:
    """How much one document may take of its parser's process.

    ``memory_bytes`` is address space (Linux; elsewhere the time limit alone holds), of which Python
    and the largest parser take about 60 MB. ``queue_s`` is how long a document waits for its turn.
    """

    timeout_s: float = 20.0
    memory_bytes: int = 400_000_000
    max_characters: int = 200_000
    queue_s: float = 60.0


@dataclass(frozen=True, slots=True)
class Task:
    """What the parser's process is told, beside the bytes."""

    format: str
    charset: str | None
    url: str | None
    limits: ParserLimits


@dataclass(frozen=True, slots=True)
class Outcome:
    """What it answers: a draft, or a refusal by the name of its error."""

    draft: Draft | None = None
    refusal: str | None = None
    message: str = ""


def parse(
    data: bytes,
    format: str,
    *,
    charset: str | None = None,
    url: str | None = None,
    limits: ParserLimits | None = None,
    cancel: threading.Event | None = None,
) -> Draft:
    """The draft that the format's parser makes of ``data``, or a child of InputError.

    Raises ReadingCancelledError, its process killed, soon after ``cancel`` is set.
    """
    limits = limits or ParserLimits()
    cancel = cancel or threading.Event()
    task = msgspec.json.encode(Task(format, charset, url, limits))
    # A file rather than a pipe: the parser reads it at its own pace and nothing waits for it.
    with _turn(limits, cancel), tempfile.TemporaryFile() as request:
        request.write(task + b"\n" + data)
        request.seek(0)
        process = subprocess.Popen(
            [sys.executable, "-m", "dateline.ingest.worker"],
            stdin=request,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            start_new_session=True,  # a group of its own, so that its children die with it
        )
        try:
            answer = _answer(process, format, limits, cancel)
        finally:
            _end(process)
    try:
        outcome = msgspec.json.decode(answer, type=Outcome)
    except msgspec.DecodeError as error:
        raise ParserError(
            f"The {format} document made its parser stop (exit {process.returncode}): "
            "it is damaged or needs too much memory. Paste the article's text instead."
        ) from error
    return draft_from(outcome)


def draft_from(outcome: Outcome) -> Draft:
    """The draft of an outcome; raises the refusal that stands in its place."""
    if outcome.draft is None:
        raise _REFUSALS.get(outcome.refusal or "", ParserError)(outcome.message)
    return outcome.draft


@contextmanager
def _turn(limits: ParserLimits, cancel: threading.Event) -> Iterator[None]:
    deadline = time.monotonic() + limits.queue_s
    while not _SLOTS.acquire(timeout=_SLICE_S):
        _stop_if(cancel)
        if time.monotonic() > deadline:
            raise ParserError(
                f"Other documents were still being read after {limits.queue_s:g} s. "
                "Try again in a minute."
            )
    try:
        _stop_if(cancel)
        yield
    finally:
        _SLOTS.release()


def _answer(
    process: subprocess.Popen[bytes],
    format: str,
    limits: ParserLimits,
    cancel: threading.Event,
) -> bytes:
    deadline = time.monotonic() + limits.timeout_s
    while True:
        try:
            return process.communicate(timeout=_SLICE_S)[0]
        except subprocess.TimeoutExpired as error:
            _stop_if(cancel)
            if time.monotonic() > deadline:
                raise ParserError(
                    f"The {format} document took its parser more than {limits.timeout_s:g} s. "
                    "Paste the article's text instead."
                ) from error


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:  # Windows
            process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()


def _stop_if(cancel: threading.Event) -> None:
    if cancel.is_set():
        raise ReadingCancelledError("The reading was cancelled. Read the article again.")
