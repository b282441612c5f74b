"""E-mail messages (RFC 5322), such as a newsletter or a press release."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from datetime import date
from email.message import EmailMessage, MIMEPart

from dateline.errors import NoArticleError
from dateline.ingest.byline import find_byline_date, is_plausible
from dateline.ingest.draft import Draft
from dateline.ingest.flow import flow
from dateline.ingest.html import parse_html
from dateline.ingest.plain import parse_plain
from dateline.model import Basis

_MIN_PLAIN_CHARACTERS = 200  # shorter plain parts only say "view this in a browser"


def parse_mail(data: bytes, charset: str | None, url: str | None) -> Draft:  # noqa: ARG001
    """The body of a message, its subject as title and its day of sending as publication date."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or (draft := _draft(message)) is None:
        raise NoArticleError("The message has no body of text. Paste the article's text.")
    sent = _sent(message)
    subject = str(message["subject"] or "").strip()
    return replace(
        draft,
        title=subject or draft.title,
        published=sent or draft.published,
        published_basis=Basis.METADATA if sent else draft.published_basis,
        url=url,
    )


def _draft(message: EmailMessage) -> Draft | None:
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    content = _payload(plain)
    if html is not None and len(content.strip()) < _MIN_PLAIN_CHARACTERS:
        return parse_html(_payload(html), _charset(html), None)
    if plain is None:
        return None
    draft = parse_plain(content, _charset(plain), None)
    text = flow(draft.text.split("\n"))  # mail programs break lines near column 72
    day = find_byline_date(text)
    return replace(
        draft,
        text=text,
        published=day,
        published_basis=Basis.BYLINE if day else Basis.UNKNOWN,
    )


def _payload(part: MIMEPart | None) -> bytes:
    payload = part.get_payload(decode=True) if part is not None else None
    return payload if isinstance(payload, bytes) else b""


def _charset(part: MIMEPart) -> str | None:
    charset = part.get_content_charset()
    return str(charset) if charset else None


def _sent(message: EmailMessage) -> date | None:
    sent = getattr(message["date"], "datetime", None)
    return sent.date() if sent and is_plausible(sent.date()) else None
