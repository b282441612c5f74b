"""CSV (RFC 4180) with a header: one row a claim, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from dateline.model import Claim, Place, PlaceRole, Speaker, Story, When

COLUMNS = (
    "claim",
    "article",
    "start",
    "end",
    "text",
    "kind",
    "speaker",
    "speaker_role",
    "cue",
    "certainty",
    "certainty_words",
    "negated",
    "said",
    "happened",
    "location",
    "latitude",
    "longitude",
    "mentioned_places",
    "rule",
)


def write(story: Story) -> str:
    """All claims of the story in the order of the text."""
    speakers = {speaker.id: speaker for speaker in story.speakers}
    places = {place.id: place for place in story.places}
    titles = {article.id: article.title or article.id for article in story.articles}
    buffer = io.StringIO()
    rows = csv.writer(buffer)
    rows.writerow(COLUMNS)
    for claim in story.claims:
        speaker = speakers.get(claim.speaker) if claim.speaker else None
        rows.writerow(map(_cell, _row(claim, titles[claim.article], speaker, places)))
    return buffer.getvalue()


def _row(
    claim: Claim, title: str, speaker: Speaker | None, places: dict[str, Place]
) -> tuple[object, ...]:
    located = [places[p.place] for p in claim.places if p.role is PlaceRole.LOCATION]
    mentioned = [places[p.place].name for p in claim.places if p.role is PlaceRole.MENTIONED]
    first = located[0] if located else None
    return (
        claim.id,
        title,
        claim.spans[0].start,
        claim.spans[-1].end,
        claim.text,
        claim.kind,
        speaker.name if speaker else "",
        speaker.role if speaker else "",
        claim.cue.text if claim.cue else "",
        claim.certainty.level,
        "; ".join(cue.text for cue in claim.certainty.cues),
        "yes" if claim.negated else "no",
        _edtf(claim.said),
        _edtf(claim.happened),
        first.name if first else "",
        first.latitude if first else "",
        first.longitude if first else "",
        "; ".join(mentioned),
        claim.rule,
    )


def _edtf(when: When | None) -> str:
    return (when.edtf if when else None) or ""


def _cell(value: object) -> object:
    # A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text (OWASP).
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return "'" + value
    return "" if value is None else value
