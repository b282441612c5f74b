"""A page's tree: cleared of what is never an article, and cut into lines and blocks of text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

# Never part of an article, whatever they hold.
_DROPPED = (
    *("script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed"),
    *("nav", "aside", "form", "button", "dialog", "select", "textarea", "figcaption"),
    *("amp-ad", "amp-sticky-ad", "amp-consent", "amp-social-share", "amp-sidebar", "amp-embed"),
    *("amp-auto-ads", "amp-analytics", "amp-user-notification"),
)
_ROLES = frozenset(("dialog", "alertdialog", "navigation", "search", "complementary", "menu"))
# Words in the attributes by which newsrooms name what surrounds an article. Matched as whole words.
_NAMING = ("class", "id", "data-component", "data-testid", "data-type", "data-module", "itemprop")
_SURROUNDINGS = re.compile(
    r"\b(?:byline|by-line|author|authors|related|newsletter|news-letter|share|sharing|social|"
    r"promo|outbrain|taboola|cookie|cookies|consent|paywall-offer|breadcrumb|breadcrumbs|"
    r"advertisement|advert|adslot|ad-slot|catcher|inread|links-block|read-more|readmore|"
    r"caption|photo-credit|most-read|recirculation|sponsored)\b",
    re.IGNORECASE,
)
# Tokens that tell what an element has or is about, not what it is.
_ABOUT = ("has-", "is-", "with-", "no-", "not-", "hide-", "tag-", "category-", "cat-", "wp-image")
_WORD_EDGES = re.compile(r"[_\s]+|--+|(?<=[a-z])(?=[A-Z])")
_MAX_ATTRIBUTES = 40
_MAX_ATTRIBUTE_CHARACTERS = 500
_LINKED_SHARE = 0.8
_LAYOUT_CELL_CHARACTERS = 200
_MAX_SURROUNDING_SHARE = 0.5

_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "del"),
        *("em", "font", "hi", "i", "ins", "kbd", "label", "mark", "q", "ref", "s", "samp", "small"),
        *("span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_SPACES = re.compile(r"[ \t\r\n\f\v\u200b]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; ``stamp`` is what a ``<time datetime>`` at its place says to machines."""

    text: str
    stamp: str | None = None


def clear(tree: Any) -> None:
    """Takes out of a page's tree what is read as part of no article: code, menus, forms."""
    # Thousands of attributes, or long ones, keep an extractor's patterns busy for minutes.
    for element in tree.iter(etree.Element):
        _trim_attributes(element)
    etree.strip_elements(tree, *_DROPPED, with_tail=False)


def isolate(tree: Any) -> None:
    """Takes out of a cleared tree what surrounds its article, and splits its paragraphs."""
    body = tree.find("body")
    if body is None:
        return
    _drop_surroundings(body)
    _drop_link_paragraphs(body)
    _unwrap_layout_tables(body)
    for element in list(body.iter("p", "div")):
        if any(_is_double_break(child) for child in element.iterchildren("br")):
            _split_at_breaks(element)


def lines_of(tree: Any) -> list[Line]:
    """The lines of a page's body in their order, machine-readable times between them."""
    lines: list[Line] = []
    pieces: list[str] = []

    def flush() -> None:
        text = _SPACES.sub(" ", "".join(pieces)).strip()
        pieces.clear()
        if text:
            lines.append(Line(text))

    body = tree.find("body")
    for event, element in etree.iterwalk(body if body is not None else tree, ("start", "end")):
        if element.tag not in _INLINE:
            flush()
        if event == "end":
            pieces.append(element.tail or "")
            continue
        if stamp := _stamp(element):
            lines.append(Line("", stamp))
        pieces.append(element.text or "")
    flush()
    return lines


def blocks_of(body: Any) -> list[str]:
    """The paragraphs, headings, items and table rows of an extracted body, each as one string."""
    blocks: list[str] = []
    pieces: list[str] = []

    def flush() -> None:
        for part in re.split(r" ?\n ?(?:\n ?)+", "".join(pieces)):
            text = "\n".join(re.sub(" +", " ", line).strip() for line in part.split("\n")).strip()
            if text:
                blocks.append(text)
        pieces.clear()

    for event, element in etree.iterwalk(body, ("start", "end")):
        tag = element.tag
        if tag == "cell":
            if event == "end" and element.getnext() is not None:
                pieces.append(" | ")
        elif tag == "lb":
            if event == "start":
                pieces.append("\n")
        elif tag not in _INLINE and not (tag == "p" and _in_cell(element)):
            flush()
        pieces.append(_SPACES.sub(" ", (element.text if event == "start" else element.tail) or ""))
    flush()
    return blocks


def _in_cell(element: Any) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "cell"


def _stamp(element: Any) -> str | None:
    if element.tag == "time":
        stamp = element.get("datetime")
    elif element.get("itemprop") == "datePublished":
        stamp = element.get("content") or element.get("datetime")
    else:
        return None
    return stamp or None


def _trim_attributes(element: Any) -> None:
    names = list(element.attrib)
    for name in names[_MAX_ATTRIBUTES:]:
        del element.attrib[name]
    for name in names[:_MAX_ATTRIBUTES]:
        if len(element.attrib[name]) > _MAX_ATTRIBUTE_CHARACTERS:
            element.attrib[name] = element.attrib[name][:_MAX_ATTRIBUTE_CHARACTERS]


def _drop_surroundings(body: Any) -> None:
    whole = _paragraph_characters(body)
    for element in list(body.iter(etree.Element)):
        # A wrapper may be named after one thing inside it, so what holds most of the page's
        # paragraphs always stays.
        if (
            element is not body
            and element.tag not in ("article", "main", "h1")
            and _is_surrounding(element)
            and _paragraph_characters(element) <= _MAX_SURROUNDING_SHARE * whole
        ):
            _remove(element)


def _paragraph_characters(element: Any) -> int:
    return sum(len(paragraph.text_content()) for paragraph in element.iter("p"))


def _is_surrounding(element: Any) -> bool:
    if element.get("role") in _ROLES or element.get("rel") == "author":
        return True
    for name in _NAMING:
        for token in (element.get(name) or "").split():
            if not token.startswith(_ABOUT) and _SURROUNDINGS.search(_WORD_EDGES.sub(" ", token)):
                return True
    return False


def _drop_link_paragraphs(body: Any) -> None:
    """Drops paragraphs and list items that are no more than a link to something else."""
    for element in list(body.iter("p", "li")):
        text = len(element.text_content().strip())
        linked = sum(len(link.text_content()) for link in element.iter("a"))
        if text and linked > _LINKED_SHARE * text and element.find(".//h1") is None:
            _remove(element)


def _unwrap_layout_tables(body: Any) -> None:
    """Makes plain blocks of tables that only lay out a page, as pages did before CSS."""
    for table in list(body.iter("table")):
        cells = [cell for cell in table.iter("td") if cell.getparent() is not None]
        if any(
            cell.find(".//table") is not None
            or (
                cell.find(".//p") is not None and len(cell.text_content()) > _LAYOUT_CELL_CHARACTERS
            )
            for cell in cells
        ):
            for element in table.iter("table", "tbody", "thead", "tr", "td"):
                element.tag = "div"


def _is_double_break(br: Any) -> bool:
    following = br.getnext()
    return following is not None and following.tag == "br" and not (br.tail or "").strip()


def _split_at_breaks(element: Any) -> None:
    """Makes a paragraph of each run of inline content between two double line breaks."""
    children = list(element)
    runs: list[Any] = []

    def begin(text: str | None) -> None:
        runs.append(etree.Element("p"))
        runs[-1].text = text

    begin(element.text)
    for child in children:
        if child.tag == "br" and not runs[-1].text and not len(runs[-1]):
            runs[-1].text = child.tail  # a third break, or more
        elif child.tag == "br" and _is_double_break(child):
            begin(None)
        elif child.tag == "br" or child.tag in _INLINE:
            runs[-1].append(child)
        else:
            tail, child.tail = child.tail, None
            runs.append(child)
            begin(tail)
    for child in list(element):
        element.remove(child)
    element.text = None
    element.tag = "div"
    element.extend(run for run in runs if len(run) or (run.text or "").strip())


def _remove(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()  # keeps the text that follows it
