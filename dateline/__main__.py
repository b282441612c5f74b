"""The command line: ``python -m dateline read …`` and ``python -m dateline gazetteer …``."""

from __future__ import annotations

import argparse
import glob
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from dateline import languages
from dateline.errors import BadDateError, BadOptionError, DatelineError, GazetteerError
from dateline.export import FORMATS
from dateline.ingest import (
    MAX_FILE_BYTES,
    SUFFIXES,
    Document,
    Fetcher,
    ParserLimits,
    article_of,
    draft_of,
    draft_of_link,
    is_link,
    open_document,
    read_text_file,
)
from dateline.model import Article, Basis, Story
from dateline.settings import Settings, from_environment

_EXIT_CODES = "exit codes: 0 all was read; 1 something could not be read; 2 wrong usage"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 is success, 1 an error that is told, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        command: int = options.run(options, from_environment())
    except DatelineError as error:
        _tell(error)
        return 1
    except BrokenPipeError:
        # Whoever read the output has enough; Python's own last flush must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return command


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dateline", description="Reads news articles: who says what, where, when."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    read = commands.add_parser(
        "read", help="read articles and print their story", epilog=_EXIT_CODES
    )
    read.add_argument(
        "inputs",
        nargs="+",
        metavar="LINK_OR_FILE",
        help=f"a link, a file ({', '.join(SUFFIXES)}), a pattern of files, or - for standard input",
    )
    read.add_argument(
        "--language", help=f"one of {', '.join(languages.available())}; default: detected"
    )
    read.add_argument("--date", help="the publication day, such as 2023-02-14")
    read.add_argument("--title", help="the article's title")
    read.add_argument("--format", choices=sorted(FORMATS), default="json", help="default: json")
    read.add_argument("-o", "--output", type=Path, metavar="OUT", help="write there, not to stdout")
    read.set_defaults(run=_read)

    gazetteer = commands.add_parser("gazetteer", help="build or extend the gazetteer")
    actions = gazetteer.add_subparsers(required=True, metavar="ACTION")
    build = actions.add_parser("build", help="rebuild the gazetteer's files (needs build tools)")
    build.set_defaults(run=_build_gazetteer)
    add = actions.add_parser("add", help="merge a GeoNames country dump into your own gazetteer")
    add.add_argument("dump", type=Path, help="such as UA.zip")
    add.set_defaults(run=_add_dump)
    return parser


def _read(options: argparse.Namespace, settings: Settings) -> int:
    from dateline.pipeline import merge, read_article  # the stages and their data, for reading only

    published = _date(options.date)
    if options.language is not None:
        languages.load(options.language)
    inputs = list(_inputs(options.inputs))
    stories: dict[str, Story] = {}
    failed = False
    for name in inputs:
        try:
            article = _corrected(_article(name, settings), options, published)
            if article.id in stories:
                _tell(f"{name} holds the text of an earlier input, which is read once.")
            else:
                stories[article.id] = read_article(article, settings=settings)
        except DatelineError as error:
            _tell(error)
            failed = True
    if stories:
        _write(FORMATS[options.format](merge(list(stories.values()))), options.output)
    return 1 if failed else 0


def _inputs(names: Sequence[str]) -> Iterator[str]:
    """The names, patterns that the shell did not expand replaced by the files they match."""
    for name in names:
        # What is no name at all (a zero byte, too long) is told when it is opened.
        plain = is_link(name) or not glob.has_magic(name) or "\0" in name
        if plain or os.path.lexists(name):
            yield name
        else:
            yield from sorted(glob.glob(name, recursive=True)) or [name]  # noqa: PTH207 (absolute)


def _article(name: str, settings: Settings) -> Article:
    limits = ParserLimits(max_characters=settings.max_characters)
    if name == "-":
        data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
        return article_of(draft_of(Document(data, "text/plain", name="standard input"), limits))
    if is_link(name):
        _refuse_offline(name, settings)
        return article_of(draft_of_link(name, Fetcher(), limits))
    path = Path(name)
    if path.suffix.lower() == ".txt" and path.with_suffix(".toml").is_file():
        return read_text_file(path)
    return article_of(draft_of(open_document(path), limits))


def _refuse_offline(link: str, settings: Settings) -> None:
    if not settings.online:
        raise BadOptionError(
            f"{link} is a link, and DATELINE_OFFLINE says not to use the network. "
            "Unset it, or save the page and give its file."
        )


def _corrected(article: Article, options: argparse.Namespace, published: date | None) -> Article:
    """The article with what the reader gave, which wins over what its document says."""
    return replace(
        article,
        language=options.language or article.language,
        title=options.title or article.title,
        published=published or article.published,
        published_basis=Basis.GIVEN if published else article.published_basis,
    )


def _write(text: str, output: Path | None) -> None:
    if output is None:
        # Bytes, so that neither the terminal's encoding nor its line ends change the text.
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(text.encode())
    except OSError as error:
        raise BadOptionError(
            f"--output {output} cannot be written: {error.strerror}. Give another path."
        ) from error


def _date(value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise BadDateError(
            f"--date is {value!r}, expected a calendar day such as 2023-02-14."
        ) from error


def _tell(message: object) -> None:
    print(f"dateline: {message}", file=sys.stderr)


def _build_gazetteer(_: argparse.Namespace, settings: Settings) -> int:
    try:
        from dateline.places.build import build_gazetteer
    except ImportError as error:
        raise GazetteerError(
            f"The gazetteer's build tools are not installed ({error.name} is missing). "
            "Run 'make gazetteer', which installs them first."
        ) from error
    build_gazetteer(settings.gazetteer_dir)
    return 0


def _add_dump(options: argparse.Namespace, settings: Settings) -> int:
    from dateline.places.dump import add_dump

    count = add_dump(options.dump, settings.user_dir)
    _tell(f"{count:,} places of {options.dump} are in your gazetteer now")
    return 0


if __name__ == "__main__":
    sys.exit(main())
