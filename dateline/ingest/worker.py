"""The parser's process: a task and bytes on standard input, an outcome on standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace

import msgspec

from dateline.errors import InputError
from dateline.ingest.draft import Draft
from dateline.ingest.sandbox import Outcome, ParserLimits, Task
from dateline.ingest.text import without_surrogates

Parser = Callable[[bytes, str | None, str | None], Draft]


def main() -> None:
    """Parses one document and leaves."""
    task_line, _, data = sys.stdin.buffer.read().partition(b"\n")
    # What a library prints would corrupt the answer, so only the answer gets the real output.
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    task = msgspec.json.decode(task_line, type=Task)
    parser = find_parser(task.format)
    _limit(task.limits)
    answer.write(msgspec.json.encode(run(parser, task, data)))
    answer.flush()


def run(parser: Parser, task: Task, data: bytes) -> Outcome:
    """What a parser makes of a document, whatever it raises."""
    try:
        draft = parser(data, task.charset, task.url)
    except InputError as error:
        return Outcome(refusal=type(error).__name__, message=str(error))
    except MemoryError:
        return Outcome(
            refusal="ParserError",
            message=f"The {task.format} document needs more than "
            f"{task.limits.memory_bytes / 1e6:,.0f} MB of memory. Paste the article's text.",
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
            refusal="EmptyArticleError",
            message=f"The {task.format} document holds no letters. Give one with an article in it.",
        )
    if len(draft.text) > task.limits.max_characters:
        return Outcome(
            refusal="ArticleTooLongError",
            message=f"The {task.format} document holds {len(draft.text):,} characters, expected at "
            f"most {task.limits.max_characters:,}. Give one article at a time, or a part of it.",
        )
    return Outcome(
        draft=replace(
            draft,
            text=without_surrogates(draft.text),
            title=draft.title and without_surrogates(draft.title),
            url=draft.url and without_surrogates(draft.url),
        )
    )


def find_parser(format: str) -> Parser:
    """The parser of a format; each import is heavy and only one is needed."""
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
    if format == "md":
        from dateline.ingest.markdown import parse_markdown

        return parse_markdown
    from dateline.ingest.plain import parse_plain

    return parse_plain


def _limit(limits: ParserLimits) -> None:
    try:
        import resource
    except ImportError:  # Windows, where the time limit alone holds
        return
    os.nice(5)  # the server answers first
    seconds = int(limits.timeout_s) + 1
    for kind, value in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, seconds),  # holds when the server itself has been killed
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        lower = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(kind, (lower, lower))
        except (ValueError, OSError):  # a system that has the limit and does not let it be set
            continue


if __name__ == "__main__":
    main()
