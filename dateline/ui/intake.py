"""What a reader gave, on its way to drafts: each in a thread of its own, shown and cancellable."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

import streamlit as st

from dateline.errors import DatelineError
from dateline.ingest import Document, Draft, Step, draft_of, draft_of_link, draft_of_text

AT_ONCE = 4  # documents of all readers together
Work = Callable[["Job"], Draft]


@dataclass(slots=True)
class Job:
    """One document on its way; ``error`` is what to tell when it did not become a draft."""

    name: str
    steps: list[Step] = field(default_factory=list)
    cancel: threading.Event = field(default_factory=threading.Event)
    future: Future[None] | None = None
    draft: Draft | None = None
    error: DatelineError | None = None

    @property
    def done(self) -> bool:
        """Whether it has ended, well or not."""
        return self.future is None or self.future.done()


@st.cache_resource(show_spinner=False)
def workers() -> ThreadPoolExecutor:
    """The threads that all readers share."""
    return ThreadPoolExecutor(AT_ONCE, thread_name_prefix="intake")


def of_text(text: str, name: str) -> list[Job]:
    """The job of a pasted text; it needs no parser, so it is done at once."""
    job = Job(name)
    _run(job, lambda _: draft_of_text(text))
    return [job]


def of_documents(documents: Sequence[Document]) -> list[Job]:
    """A job for each file."""

    def work(document: Document) -> Work:
        return lambda job: draft_of(document, cancel=job.cancel, tell=job.steps.append)

    return [_start(Job(d.name or ""), work(d)) for d in documents]


def of_links(links: Sequence[str]) -> list[Job]:
    """A job for each link."""

    def work(link: str) -> Work:
        return lambda job: draft_of_link(link, cancel=job.cancel, tell=job.steps.append)

    return [_start(Job(link), work(link)) for link in links]


def _start(job: Job, work: Work) -> Job:
    job.future = workers().submit(_run, job, work)
    return job


def _run(job: Job, work: Work) -> None:
    try:
        job.draft = work(job)
    except DatelineError as error:
        job.error = error
