"""The parser's process: a task and bytes on standard input, an outcome on standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import msgspec

from dateline.errors import InputError
from dateline.ingest.draft import Draft
from dateline.ingest.sandbox import Outcome, ParserLimits, Task


def main() -> None:
    """Parses one document and leaves."""
    task_line, _, data = sys.stdin.buffer.read().partition(b"\n")
    # What a library prints would corrupt the answer, so only the answer gets the real output.
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    task = msgspec.json.decode(task_line, type=Task)
    _limit(task.limits)
    answer.write(msgspec.json.encode(_run(task, data)))
    answer.flush()


def _run(task: Task, data: bytes) -> Outcome:
    try:
        draft = _parser(task.format)(data, task.charset, task.url)
    except InputError as error:
        return Outcome(refusal=type(error).__name__, message=str(error))
    except MemoryError:
        return Outcome(
            refusal="ParserError",
            message=f"The {task.format} document needs too much memory. Paste the article's text.",
        )
    except Exception as error:
        # A parser of a foreign format may raise anything at all on hostile input.
        return Outcome(
            refusal="ParserError",
            message=f"The {task.format} document is damaged ({type(error).__name__}). "
            "Open it elsewhere and paste the article's text.",
        )
    if not any(character.isalpha() for character in draft.text):
        return Outcome(
            refusal="NoArticleError",
            message=f"The {task.format} document holds no text that is an article. "
            "It may be a scan, a video, an empty page, or behind a wall: paste the article's text.",
        )
    if len(draft.text) > task.limits.max_characters:
        return Outcome(
            refusal="ParserError",
            message=f"The {task.format} document holds {len(draft.text):,} characters, expected at "
            f"most {task.limits.max_characters:,}. Paste the part that you want to read.",
        )
    return Outcome(draft=draft)


def _parser(format: str) -> Callable[[bytes, str | None, str | None], Draft]:
    # Each import is heavy and only one is needed.
    if format == "html":
        from dateline.ingest.html import parse_html

        return parse_html
    if format == "pdf":
        from dateline.ingest.pdf import parse_pdf

        return parse_pdf
    if format == "eml":
        from dateline.ingest.mail import parse_mail

        return parse_mail
    if format in ("docx", "odt"):
        from dateline.ingest.office import parse_office

        return parse_office
    from dateline.ingest.plain import parse_plain

    return parse_plain


def _limit(limits: ParserLimits) -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where the time limit alone holds
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    seconds = int(limits.timeout_s) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


if __name__ == "__main__":
    main()
