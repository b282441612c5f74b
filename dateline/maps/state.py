"""A story as the plain values that the browser draws, and their encoding.

Article text leaves here only inside ``encode``'s base64: it never meets a template, HTML or script.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any

from dateline.maps import labels
from dateline.maps.wording import texts
from dateline.model import Article, Claim, Place, PlaceKind, Problem, Speaker, Story, Time, When
from dateline.story import off_the_map, opening_axis

Plain = dict[str, Any]


def encode(values: Mapping[str, Any]) -> tuple[str, str]:
    """A version that depends on content alone, and the values as base64 of deflated JSON."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    data = text.encode("utf-8", "replace")  # a lone surrogate keeps its one place
    version = hashlib.blake2s(data, digest_size=8).hexdigest()
    return version, base64.b64encode(zlib.compress(data, 6)).decode("ascii")


def describe(story: Story, language: str) -> Plain:
    """Everything the page shows of a story, with every label in an interface language."""
    numbers = {
        "articles": {a.id: n for n, a in enumerate(story.articles)},
        "speakers": {s.id: n for n, s in enumerate(story.speakers)},
        "places": {p.id: n for n, p in enumerate(story.places)},
        "claims": {c.id: n for n, c in enumerate(story.claims)},
    }
    times = {time.id: time for time in story.times}
    places = {place.id: place for place in story.places}
    return {
        "language": language,
        "locale": labels.locale_of(language).replace("_", "-"),
        "texts": dict(texts(language)),
        "articles": [_article(article, language) for article in story.articles],
        "speakers": [_speaker(speaker) for speaker in story.speakers],
        "places": [_place(place, places, numbers, language) for place in story.places],
        "times": [_time(time, times, numbers, language) for time in story.times],
        "claims": [_claim(c, numbers, times, places, language) for c in story.claims],
        "problems": [_problem(problem, language) for problem in story.problems],
        "unclaimed": len(story.unclaimed),
        "opening": str(opening_axis(story)),
    }


def _slim(values: Plain) -> Plain:
    return {k: v for k, v in values.items() if not (v is None or v is False or v in ("", []))}


def _article(article: Article, language: str) -> Plain:
    published = article.published
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url if (article.url or "").startswith(("https://", "http://")) else None,
        "language": article.language,
        "published": published.isoformat() if published else None,
        "published_label": labels.day(published, language) if published else None,
        "basis": str(article.published_basis),
        "text": article.text,
    }


def _speaker(speaker: Speaker) -> Plain:
    return _slim(
        {
            "id": speaker.id,
            "name": speaker.name,
            "kind": str(speaker.kind),
            "role": speaker.role,
            "organisation": speaker.organisation,
            "mentions": [[span.start, span.end] for span in speaker.mentions],
        }
    )


def _place(
    place: Place, places: Mapping[str, Place], numbers: Mapping[str, Mapping[str, int]], lang: str
) -> Plain:
    relation = place.relation
    of = places.get(relation.of) if relation else None
    also = places.get(relation.also) if relation and relation.also else None
    label = _called(place, lang)
    if relation and of and not place.geonames_id:
        other = _called(also, lang) if also else None
        label = labels.zone(relation.kind, _called(of, lang), other, lang)
    return _slim(
        {
            "id": place.id,
            "article": numbers["articles"].get(place.article, 0),
            "start": place.start,
            "end": place.end,
            "name": place.name,
            "label": label,
            "at": None if place.latitude is None else [place.latitude, place.longitude],
            "kind": str(place.kind),
            "country": place.country,
            "country_label": labels.country(place.country, lang),
            "radius_km": place.radius_km,
            "relation": str(relation.kind) if relation else None,
            "of": None if of is None or of.latitude is None else [of.latitude, of.longitude],
            "confidence": round(place.confidence, 2),
            "source": str(place.source),
            "reason": labels.reason(place.reason, lang),
            "alternatives": [
                _slim(
                    {
                        "name": other.name,
                        "at": [other.latitude, other.longitude],
                        "country_label": labels.country(other.country, lang),
                        "confidence": round(other.confidence, 2),
                    }
                )
                for other in place.alternatives
            ],
        }
    )


def _called(place: Place, language: str) -> str:
    """What the reader calls a place: a country in the interface's language, else as in the text."""
    if place.kind is PlaceKind.COUNTRY and place.country:
        return labels.country(place.country, language) or place.name
    return place.text or place.name


def _time(
    time: Time, times: Mapping[str, Time], numbers: Mapping[str, Mapping[str, int]], language: str
) -> Plain:
    return _slim(
        {
            "article": numbers["articles"].get(time.article, 0),
            "start": time.start,
            "end": time.end,
            "told": labels.resolution(time, times.get(time.anchor or ""), language),
            "edtf": time.edtf,
        }
    )


def _when(when: When | None, times: Mapping[str, Time], language: str) -> Plain | None:
    if when is None:
        return None
    time = times.get(when.time or "")
    label = labels.interval(when, language)
    if label is None and time is not None:
        label = labels.relative(time, language)
    return _slim(
        {
            "earliest": when.earliest.isoformat() if when.earliest else None,
            "latest": when.latest.isoformat() if when.latest else None,
            "precision": str(when.precision),
            "vague": bool(time and time.approximate)
            or any(mark in (when.edtf or "") for mark in "~%")
            or str(when.precision) == "vague",
            "edtf": when.edtf,
            "label": label,
            "words": time.text if time else None,
            "how": labels.how(time, times.get(time.anchor or ""), language) if time else None,
            "inherited": when.inherited,
        }
    )


def _claim(
    claim: Claim,
    numbers: Mapping[str, Mapping[str, int]],
    times: Mapping[str, Time],
    places: Mapping[str, Place],
    language: str,
) -> Plain:
    own = [places[link.place] for link in claim.places if link.place in places]
    cue, mention, in_story = claim.cue, claim.speaker_span, numbers["claims"]
    return _slim(
        {
            "id": claim.id,
            "article": numbers["articles"].get(claim.article, 0),
            "kind": str(claim.kind),
            "spans": [[span.start, span.end] for span in claim.spans],
            "sentence": [claim.sentence.start, claim.sentence.end],
            "speaker": numbers["speakers"].get(claim.speaker or ""),
            "mention": [mention.start, mention.end] if mention else None,
            "by": str(claim.speaker_by) if claim.speaker_by else None,
            "cue": [cue.start, cue.end, str(cue.stance)] if cue else None,
            "level": str(claim.certainty.level),
            "hedges": [[h.start, h.end] for h in claim.certainty.cues],
            "negated": claim.negated,
            "said": _when(claim.said, times, language),
            "happened": _when(claim.happened, times, language),
            "places": [
                [
                    numbers["places"][link.place],
                    str(link.role),
                    *(n for n in [in_story.get(link.inherited or "")] if n is not None),
                ]
                for link in claim.places
                if link.place in numbers["places"]
            ],
            "off_map": str(off_the_map(own) or "") or None,
            "relations": [
                [str(r.type), numbers["claims"][r.claim], str(r.strength)]
                for r in claim.relations
                if r.claim in numbers["claims"]
            ],
            "chain": [[str(link.kind), link.start, link.end] for link in claim.chain],
            "rule": claim.rule,
        }
    )


def _problem(problem: Problem, language: str) -> str:
    text = texts(language).get(f"problem.{problem.code}")
    if text is None:
        return problem.message
    try:
        return text.format_map(dict(problem.values))
    except (KeyError, IndexError, ValueError):
        return problem.message
