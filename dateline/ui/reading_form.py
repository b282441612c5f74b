"""From what a reader gives to a story: give, wait, check, read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

from dateline import languages
from dateline.errors import DatelineError, ReadingCancelledError
from dateline.ingest import (
    MAX_FILE_BYTES,
    SUFFIXES,
    Document,
    Draft,
    Step,
    article_of,
    guess_type,
    split_headline,
)
from dateline.maps.wording import texts
from dateline.model import Basis
from dateline.ui import intake
from dateline.ui.page import Head, plain
from dateline.ui.readings import Reading, of_articles, settings

LOOK_S = 0.4  # how often the steps of what runs are shown anew
FORM_PX = 880
MOST = 20  # documents at once
OLDEST, LATEST = date(1600, 1, 1), date(2200, 12, 31)
Say = Mapping[str, str]


def ask(head: Head) -> Reading | None:
    """The reading that was asked for; None until there is one."""
    say = texts(head.language)
    if "read" in st.session_state:
        with head.tools:
            _again(say)
        reading: Reading = st.session_state["read"]
        return reading
    with st.container(width=FORM_PX):
        _steps(say)
    return None


def _steps(say: Say) -> None:
    jobs: list[intake.Job] = st.session_state.get("jobs", [])
    done = jobs and all(job.done for job in jobs)
    st.title(say["read.check" if done and any(job.draft for job in jobs) else "read.title"])
    if not jobs:
        _give(say)
    elif done:
        _check(jobs, say)
    else:
        _wait(say)


def _again(say: Say) -> None:
    st.button(say["read.again"], on_click=_forget, type="tertiary", icon=":material/arrow_back:")


def _give(say: Say) -> None:
    st.write(say["read.intro"])
    sources = {name: say[f"read.source_{name}"] for name in ("text", "file", "link")}
    source = st.segmented_control(
        say["read.source"], sources, format_func=sources.__getitem__, default="text", required=True
    )
    with st.form("give", border=False):
        jobs = {"text": _give_text, "file": _give_files, "link": _give_links}[source or "text"](say)
    if jobs:
        st.session_state["jobs"] = jobs
        st.rerun()
    elif jobs is not None:
        st.warning(say["read.nothing"])


def _submitted(say: Say) -> bool:
    return st.form_submit_button(say["read.go_on"], type="primary")


def _give_text(say: Say) -> list[intake.Job] | None:
    text = st.text_area(say["read.text"], height=320)
    if not _submitted(say):
        return None
    return intake.of_text(text, say["read.pasted"]) if text.strip() else []


def _give_files(say: Say) -> list[intake.Job] | None:
    files = st.file_uploader(
        say["read.files"],
        type=[suffix[1:] for suffix in SUFFIXES],
        accept_multiple_files=True,
        max_upload_size=MAX_FILE_BYTES // 1_000_000,
    )
    if not _submitted(say):
        return None
    return intake.of_documents(
        [Document(f.getvalue(), guess_type(f.name), name=f.name) for f in files[:MOST]]
    )


def _give_links(say: Say) -> list[intake.Job] | None:
    online = settings().online
    if not online:
        st.info(say["read.offline"])
    given = st.text_area(say["read.links"], height=120, disabled=not online)
    if not _submitted(say):
        return None
    return intake.of_links(given.split()[:MOST]) if online else []


@st.fragment(run_every=LOOK_S)
def _wait(say: Say) -> None:
    jobs: list[intake.Job] = st.session_state.get("jobs", [])
    if all(job.done for job in jobs):
        st.rerun()
    for number, job in enumerate(jobs):
        name, button = st.columns([5, 1], vertical_alignment="center")
        told = [say[f"read.step_{step}"] for step in Step if step in job.steps]
        name.write(f"**{plain(job.name)}** · {' → '.join(told) or say['read.waiting']}")
        if not job.done:
            button.button(say["read.cancel"], key=f"cancel-{number}", on_click=job.cancel.set)


def _check(jobs: list[intake.Job], say: Say) -> None:
    for job in jobs:
        if isinstance(job.error, ReadingCancelledError):
            st.info(f"**{plain(job.name)}.** {plain(str(job.error))}")
        elif job.error:
            st.error(f"**{say['read.failed']}: {plain(job.name)}.** {plain(str(job.error))}")
    drafts = [(n, job, job.draft) for n, job in enumerate(jobs) if job.draft]
    if not drafts:
        _again(say)
        return
    st.write(say["read.check_intro"])
    with st.form("check", border=False):
        checked = [_draft(n, job, draft, say, len(drafts) > 1) for n, job, draft in drafts]
        submitted = st.form_submit_button(say["read.submit"], type="primary")
    _again(say)
    kept = [draft for draft in checked if draft]
    if submitted and not any(_too_long(draft.text) for draft in kept):
        _read(kept, say)


def _draft(number: int, job: intake.Job, draft: Draft, say: Say, several: bool) -> Draft | None:
    with st.container(border=several):
        if several:
            st.markdown(f"**{plain(job.name)}**")
        above, body = (draft.title, draft.text) if draft.title else split_headline(draft.text)
        first, second, third = st.columns([4, 2, 2])
        title = first.text_input(
            say["read.headline"], above or "", key=f"title-{number}", max_chars=300
        )
        codes = list(dict.fromkeys(("", *languages.available(), draft.language or "")))
        code = second.selectbox(
            say["read.language"],
            codes,
            index=codes.index(draft.language or ""),
            format_func=lambda c: _endonym(c) if c else say["read.language_unknown"],
            key=f"language-{number}",
        )
        published = third.date_input(
            say["read.date"],
            draft.published or date.today(),
            min_value=OLDEST,
            max_value=LATEST,
            format="YYYY-MM-DD",
            key=f"date-{number}",
        )
        known = draft.published is not None and draft.published_basis is not Basis.GIVEN
        st.caption(say[f"read.date_{draft.published_basis}" if known else "read.date_today"])
        for note in draft.notes:
            st.caption(f":material/info: {say[f'read.note_{note}']}")
        with st.expander(say["read.body"].format(n=_number(len(body))), expanded=_too_long(body)):
            text = st.text_area(
                say["read.text"], body, height=300, key=f"text-{number}",
                label_visibility="collapsed",
            )  # fmt: skip
        if _too_long(text):
            most = _number(settings().max_characters)
            st.error(say["read.too_long"].format(n=_number(len(text)), most=most))
        if several and st.checkbox(say["read.leave_out"], key=f"out-{number}"):
            return None
    same = published == draft.published
    return replace(
        draft,
        text=text,
        title=title.strip() or None,
        language=code or None,
        published=published,
        published_basis=draft.published_basis if same else _basis(published),
    )


def _too_long(text: str) -> bool:
    return len(text) > settings().max_characters


def _number(n: int) -> str:
    return f"{n:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")  # read alike in every language


def _basis(published: date | None) -> Basis:
    return Basis.GIVEN if published else Basis.UNKNOWN


def _endonym(code: str) -> str:
    return languages.load(code).endonym if code in languages.available() else code


def _read(drafts: list[Draft], say: Say) -> None:
    if not drafts:
        st.warning(say["read.nothing"])
        return
    try:
        with st.spinner(say["page.loading"]):
            st.session_state["read"] = of_articles(tuple(article_of(draft) for draft in drafts))
    except DatelineError as error:
        st.error(f"**{say['read.failed']}.** {plain(str(error))}")
        return
    st.rerun()


def _forget() -> None:
    for job in st.session_state.pop("jobs", []):
        job.cancel.set()
    st.session_state.pop("read", None)
