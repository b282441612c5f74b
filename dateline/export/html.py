"""A page that shows a story from a disk: one file, which makes no request."""

from __future__ import annotations

from dateline.model import Story


def write(story: Story) -> str:
    """The stand-alone page, in the first article's language where the interface has it."""
    from dateline.maps.standalone import page  # imports folium, which other formats do without

    first = story.articles[0].language if story.articles else None
    return page(story, first or "")
