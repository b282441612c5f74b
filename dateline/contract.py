"""``dateline-story/1``: a Story as JSON and back, validated both ways.

The document is the model, field by field, but for an article's date, which tells its basis:
``"published": {"date": …, "basis": …}``. Types are checked by msgspec; what types cannot say
(offsets inside the text, ids that exist, earliest ≤ latest) is checked here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from dateline.errors import ContractError
from dateline.model import (
    Article,
    Basis,
    Claim,
    Place,
    Problem,
    Sentence,
    Span,
    Speaker,
    Story,
    Time,
    When,
)

FORMAT = "dateline-story/1"


@dataclass(frozen=True, slots=True)
class _Published:
    date: date | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class _Article:
    id: str
    title: str | None
    language: str | None
    published: _Published
    url: str | None
    text: str


@dataclass(frozen=True, slots=True)
class _Document:
    format: str
    articles: tuple[_Article, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    speakers: tuple[Speaker, ...]
    claims: tuple[Claim, ...]
    counts: Any = None
    problems: tuple[Problem, ...] = ()
    unclaimed: tuple[Sentence, ...] = ()


def to_document(story: Story, counts: object) -> dict[str, Any]:
    """The story as plain JSON values, with the counts of its view."""
    document = _Document(
        format=FORMAT,
        articles=tuple(_encode_article(article) for article in story.articles),
        times=story.times,
        places=story.places,
        speakers=story.speakers,
        claims=story.claims,
        counts=counts,
        problems=story.problems,
        unclaimed=story.unclaimed,
    )
    values: dict[str, Any] = msgspec.to_builtins(document)
    return values


def to_json(story: Story, counts: object, *, indent: int = 0) -> str:
    """The story as one JSON document; raises ContractError where the story contradicts itself."""
    _check(story)
    encoded = msgspec.json.encode(to_document(story, counts))
    return (msgspec.json.format(encoded, indent=indent) if indent else encoded).decode()


def from_json(text: str | bytes) -> Story:
    """The story of a ``dateline-story/1`` document.

    Raises ContractError that names the path of the first value that is wrong.
    """
    try:
        document = msgspec.json.decode(text, type=_Document)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ContractError(
            f"Not a {FORMAT} document: {error}. "
            "Give a file that `python -m dateline read --format json` wrote."
        ) from error
    if document.format != FORMAT:
        raise ContractError(
            f"The document's format is {document.format!r}, expected {FORMAT!r}. "
            "Write it again with this version of Dateline."
        )
    story = Story(
        articles=tuple(_decode_article(article) for article in document.articles),
        times=document.times,
        places=document.places,
        speakers=document.speakers,
        claims=document.claims,
        problems=document.problems,
        unclaimed=document.unclaimed,
    )
    _check(story)
    return story


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the contract."""
    return msgspec.json.schema(_Document)


def _encode_article(article: Article) -> _Article:
    return _Article(
        id=article.id,
        title=article.title,
        language=article.language,
        published=_Published(article.published, article.published_basis),
        url=article.url,
        text=article.text,
    )


def _decode_article(article: _Article) -> Article:
    return Article(
        id=article.id,
        text=article.text,
        language=article.language,
        title=article.title,
        published=article.published.date,
        published_basis=article.published.basis,
        url=article.url,
    )


def _check(story: Story) -> None:
    for path, complaint in _complaints(story):
        raise ContractError(
            f"{path}: {complaint}. The document was changed by hand or is damaged; "
            "read the article again."
        )


def _complaints(story: Story) -> Iterator[tuple[str, str]]:
    texts = {article.id: article.text for article in story.articles}
    known = {
        "time": {time.id for time in story.times},
        "place": {place.id for place in story.places},
        "speaker": {speaker.id for speaker in story.speakers},
        "claim": {claim.id for claim in story.claims},
    }
    for kind, values in (("times", story.times), ("places", story.places)):
        for value in values:
            text = texts.get(value.article)
            if text is None:
                yield f"{kind} {value.id}", f"article {value.article!r} is not in the document"
            elif value.span.of(text) != value.text or not value.text:
                yield f"{kind} {value.id}", f"text[{value.start}:{value.end}] is not {value.text!r}"
    for time in story.times:
        yield from _interval(f"times {time.id}", time)
    for place in story.places:
        if (place.latitude is None) != (place.longitude is None):
            yield f"places {place.id}", "latitude and longitude must both be given or both be null"
        if place.latitude is not None and not -90 <= place.latitude <= 90:
            yield f"places {place.id}", f"latitude {place.latitude} is outside -90 to 90"
        if place.longitude is not None and not -180 <= place.longitude <= 180:
            yield f"places {place.id}", f"longitude {place.longitude} is outside -180 to 180"
        if place.relation and place.relation.of not in known["place"]:
            yield f"places {place.id}", f"relation names no place: {place.relation.of!r}"
    for speaker in story.speakers:
        for mention in speaker.mentions:
            if not any(_inside(mention, text) for text in texts.values()):
                yield f"speakers {speaker.id}", f"mention {mention} is outside every article"
    for sentence in story.unclaimed:
        if not _inside(sentence.span, texts.get(sentence.article, "")):
            yield "unclaimed", f"{sentence} is outside its article"
    for claim in story.claims:
        yield from _claim(claim, texts, known)


def _claim(
    claim: Claim, texts: Mapping[str, str], known: Mapping[str, set[str]]
) -> Iterator[tuple[str, str]]:
    path = f"claims {claim.id}"
    text = texts.get(claim.article)
    if text is None:
        yield path, f"article {claim.article!r} is not in the document"
        return
    if not claim.spans:
        yield path, "a claim has at least one span"
    if " ".join(span.of(text) for span in claim.spans) != claim.text:
        yield path, "its text is not what its spans cover"
    marked = (
        claim.cue,
        *claim.certainty.cues,
        *(relation.cue for relation in claim.relations),
        *claim.chain,
    )
    for mark in marked:
        if mark and Span(mark.start, mark.end).of(text) != mark.text:
            yield path, f"text[{mark.start}:{mark.end}] is not {mark.text!r}"
    for span in (claim.sentence, claim.speaker_span):
        if span and not _inside(span, text):
            yield path, f"{span} is outside its article"
    references: Iterable[tuple[str, str | None]] = (
        ("speaker", claim.speaker),
        *(("place", place.place) for place in claim.places),
        *(("claim", relation.claim) for relation in claim.relations),
        *(("time", when.time) for when in (claim.said, claim.happened) if when),
    )
    for kind, reference in references:
        if reference is not None and reference not in known[kind]:
            yield path, f"{kind} {reference!r} is not in the document"
    for when in (claim.said, claim.happened):
        if when:
            yield from _interval(path, when)


def _interval(path: str, value: Time | When) -> Iterator[tuple[str, str]]:
    if value.earliest and value.latest and value.earliest > value.latest:
        yield path, f"earliest {value.earliest} is after latest {value.latest}"


def _inside(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)
