"""The contract itself, indented for people."""

from dateline import contract
from dateline.model import Story
from dateline.story import Selection, select


def write(story: Story) -> str:
    """One ``dateline-story/1`` document."""
    return contract.to_json(story, select(story, Selection()).counts, indent=2) + "\n"
