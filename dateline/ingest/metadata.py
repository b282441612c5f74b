"""What a web page says about itself to machines: JSON-LD (schema.org), meta elements, its address.

Vocabularies: https://schema.org/NewsArticle, https://ogp.me, Dublin Core (ISO 15836).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from dateline.ingest.byline import day_of, is_plausible

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "rnews:datepublished",
    "article:published",
    "published_time",
    "published-date",
    "publish-date",
    "publish_date",
    "publishdate",
    "publication_date",
    "publication-date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article_date_original",
    "originalpublicationdate",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "pubdate",
    "date",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "revised",
)
_LINKED_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-]|$)")
_LINKED_BY = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")
_COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$")
_MAX_NODES = 5_000
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page declares; ``kinds`` are its schema.org and Open Graph types in lower case."""

    title: str | None = None
    description: str | None = None
    published: date | None = None
    modified: date | None = None
    language: str | None = None
    url: str | None = None
    authors: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    for_subscribers: bool = False
    body: str | None = None


def read_metadata(tree: Any, url: str | None) -> Metadata:
    """The metadata of a page's tree; damaged parts are passed over."""
    nodes = list(_json_ld(tree))
    article = next(filter(_is_article, nodes), {})
    meta = _meta(tree)
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    address = url or canonical or meta.get("og:url")
    published = (
        _first_day(_values((article,), "datePublished", "dateCreated"))
        or _first_day(meta.get(name) for name in _PUBLISHED)
        or _first_day(_values(nodes, "datePublished"))
    )
    return Metadata(
        title=_clean(article.get("headline")) or _clean(meta.get("og:title")),
        description=_clean(article.get("description"))
        or _clean(meta.get("og:description"))
        or _clean(meta.get("description")),
        published=published or _day_of_address(address),
        modified=_first_day(_values((article,), "dateModified"))
        or _first_day(meta.get(name) for name in _MODIFIED),
        language=_language(tree, article, meta),
        url=address,
        authors=frozenset(_authors(article))
        | frozenset(filter(None, [_clean(meta.get("author"))])),
        kinds=frozenset(
            kind.lower()
            for kind in (*(kind for node in nodes for kind in _types(node)), meta.get("og:type"))
            if kind
        ),
        for_subscribers=str(article.get("isAccessibleForFree")).lower() == "false"
        or meta.get("article:content_tier") in ("locked", "metered"),
        body=article.get("articleBody") if isinstance(article.get("articleBody"), str) else None,
    )


def parse_day(value: object) -> date | None:
    """The calendar day of a date that a machine or a person wrote, in its own time zone."""
    text = str(value).strip()
    if re.fullmatch(r"\d{10}|\d{13}", text):
        seconds = int(text[:10])
        day: date | None = datetime.fromtimestamp(seconds, UTC).date()
    elif match := re.match(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)", text):
        try:
            day = date(*map(int, match.groups()))
        except ValueError:
            day = None
    else:
        try:
            day = parsedate_to_datetime(text).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            day = day_of(text)
    return day if day and is_plausible(day) else None


def _json_ld(tree: Any) -> Iterator[Mapping[str, Any]]:
    """Every object of a page's JSON-LD that describes the page itself, outermost first."""
    stack: list[Any] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        text = _COMMENT.sub("", _COMMENT.sub("", script.text or "")).strip()
        try:
            stack.append(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            continue
    stack.reverse()
    for _ in range(_MAX_NODES):
        if not stack:
            return
        node = stack.pop()
        if isinstance(node, list):
            stack.extend(reversed(node))
        elif isinstance(node, dict):
            yield node
            stack.extend(node[key] for key in reversed(_LINKED_BY) if key in node)


def _types(node: Mapping[str, Any]) -> Iterator[str]:
    declared = node.get("@type")
    for kind in declared if isinstance(declared, list) else [declared]:
        if isinstance(kind, str):
            yield kind.rpartition("/")[2]


def _is_article(node: Mapping[str, Any]) -> bool:
    return any(
        kind.endswith(("Article", "Posting", "NewsReport", "Review")) for kind in _types(node)
    )


def _values(nodes: Any, *keys: str) -> Iterator[object]:
    for node in nodes:
        for key in keys:
            value = node.get(key)
            yield from value if isinstance(value, list) else [value]


def _first_day(values: Any) -> date | None:
    return next((day for value in values if value and (day := parse_day(value))), None)


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and element.get("content").strip():
                found.setdefault(name, element.get("content").strip())
    return found


def _language(tree: Any, article: Mapping[str, Any], meta: Mapping[str, str]) -> str | None:
    declared = (
        article.get("inLanguage"),
        tree.get("lang"),
        tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        meta.get("og:locale"),
        meta.get("content-language"),
    )
    for value in declared:
        name = value.get("alternateName") if isinstance(value, dict) else value
        if isinstance(name, str):
            code = re.split("[-_]", name.strip().lower())[0]
            if re.fullmatch("[a-z]{2}", code):
                return code
    return None


def _authors(article: Mapping[str, Any]) -> Iterator[str]:
    for author in _values((article,), "author"):
        name = author.get("name") if isinstance(author, dict) else author
        for one in name if isinstance(name, list) else [name]:
            if cleaned := _clean(one):
                yield cleaned


def _day_of_address(url: str | None) -> date | None:
    match = _LINKED_DAY.search(url or "")
    return parse_day("-".join(match.groups())) if match else None


def _clean(value: object) -> str | None:
    return (_SPACES.sub(" ", value).strip() or None) if isinstance(value, str) else None
