"""E-mail messages (RFC 5322), such as a newsletter or a press release."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage

from dateline.errors import NoArticleError
from dateline.ingest.draft import Draft
from dateline.ingest.html import parse_html
from dateline.ingest.plain import parse_plain
from dateline.model import Basis


def parse_mail(data: bytes, charset: str | None, url: str | None) -> Draft:  # noqa: ARG001
    """The body of a message, its subject as title and its day of sending as publication date."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
    if body is None:
        raise NoArticleError("The message has no body of text. Paste the article's text.")
    payload = body.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    parse = parse_html if body.get_content_subtype() == "html" else parse_plain
    draft = parse(content, body.get_content_charset(), url)
    sent = getattr(message["date"], "datetime", None)
    subject = str(message["subject"] or "").strip()
    return replace(
        draft,
        title=subject or draft.title,
        published=sent.date() if sent else draft.published,
        published_basis=Basis.METADATA if sent else draft.published_basis,
    )
