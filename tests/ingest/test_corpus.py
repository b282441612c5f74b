import threading

import pytest

from dateline.ingest import Document, Draft, ParserLimits, documents, draft_of, guess_type, sandbox
from dateline.ingest.worker import find_parser, run
from tests.ingest.corpus import BOMBS, CORPUS, ODD, Case


def check(case: Case) -> None:
    document = Document(case.data, guess_type(case.file), name=case.file)
    limits = ParserLimits(timeout_s=case.timeout_s)
    if case.holds is not None:
        assert case.holds in draft_of(document, limits).text
        return
    with pytest.raises(case.errors) as caught:
        draft_of(document, limits)
    assert type(caught.value) in case.errors
    assert str(caught.value).endswith(".")


def parse_here(
    data: bytes,
    format: str,
    *,
    charset: str | None,
    url: str | None,
    limits: ParserLimits,
    cancel: threading.Event | None,  # noqa: ARG001
) -> Draft:
    """What the parser's process does, without the process."""
    outcome = run(find_parser(format), sandbox.Task(format, charset, url, limits), data)
    return sandbox.draft_from(outcome)


@pytest.mark.parametrize("case", ODD, ids=lambda case: case.name)
def test_an_odd_input_gives_a_draft_or_a_named_error(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "parse", parse_here)
    check(case)


@pytest.mark.parametrize("case", BOMBS, ids=lambda case: case.name)
def test_a_bomb_gives_a_draft_or_a_named_error_within_its_limits(case: Case) -> None:
    check(case)


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len({case.name for case in CORPUS}) == len(CORPUS) >= 40
