"""Runs a parser in a process of its own that can be killed and cannot take the machine's memory.

Parsers of foreign formats are large and their input is hostile: a page of 418 kB of attributes kept
an HTML extractor busy for 31 s. The server's own process never parses one.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import dataclass

import msgspec

from dateline.errors import InputError, NoArticleError, NotTextError, ParserError
from dateline.ingest.draft import Draft
from dateline.settings import ROOT

# Free hosting has about 700 MB for everything, so parsers wait for each other.
_SLOTS = threading.BoundedSemaphore(2)

_REFUSALS: dict[str, type[InputError]] = {
    "NoArticleError": NoArticleError,
    "NotTextError": NotTextError,
    "ParserError": ParserError,
}


@dataclass(frozen=True, slots=True)
class ParserLimits:
    """How much one document may take of its parser's process."""

    timeout_s: float = 20.0
    memory_bytes: int = 700_000_000  # address space, of which the parsers' own code takes half
    max_characters: int = 2_000_000


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
) -> Draft:
    """The draft that the format's parser makes of ``data``, or a child of InputError."""
    limits = limits or ParserLimits()
    task = msgspec.json.encode(Task(format, charset, url, limits))
    try:
        with _SLOTS:
            finished = subprocess.run(
                [sys.executable, "-m", "dateline.ingest.worker"],
                input=task + b"\n" + data,
                capture_output=True,
                timeout=limits.timeout_s,
                check=False,
                cwd=ROOT,
            )
    except subprocess.TimeoutExpired as error:
        raise ParserError(
            f"The {format} document took its parser more than {limits.timeout_s:g} s. "
            "Paste the article's text instead."
        ) from error
    try:
        outcome = msgspec.json.decode(finished.stdout, type=Outcome)
    except msgspec.DecodeError as error:
        raise ParserError(
            f"The {format} document made its parser stop (exit {finished.returncode}): "
            "it is damaged or needs too much memory. Paste the article's text instead."
        ) from error
    if outcome.draft is None:
        raise _REFUSALS.get(outcome.refusal or "", ParserError)(outcome.message)
    return outcome.draft
