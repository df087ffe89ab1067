"""What was made as wide as the page and found no place at a page's top -> the same as wide as its column.

It happens on the last page of an article in columns, behind which there is no page to float to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from basylym.adapters import _floats

NARROW = "narrow"
WIDE = frozenset(("captioned", "wide"))
BROKEN = {"\u00ad": "", "\u2010": "-"}  # what a composed line ends in inside a word -> what is there without


def narrowed(root: Element, boxes: Mapping[int, Sequence[tuple[int, Any]]]) -> bool:
    """Change ``root``; true where anything stands in its text that should have floated."""
    parents = {child: parent for parent in root.iter() for child in parent}
    found = [element for element in _standing(root) if _stands(boxes.get(id(element), ()))]
    for element in found:
        classes = [name for name in (element.get("class") or "").split() if name != "wide"]
        element.set("class", " ".join([*classes, NARROW]))
        parents[element].attrib.pop(_floats.FLOATS, None)
        for caption in element.iter("figcaption"):
            loosen(caption)
    return bool(found)


def _standing(root: Element) -> Iterator[Element]:
    for place in root.iter("div"):
        if place.get(_floats.FLOATS) == _floats.ALWAYS and len(place):
            names = {*(place[0].get("class") or "").split()}
            if names & WIDE and NARROW not in names:
                yield place[0]


def _stands(found: Sequence[tuple[int, Any]]) -> bool:
    return bool(found) and not any(getattr(box, "afloat", False) for _, box in found)


def loosen(paragraph: Element) -> None:
    """Undo the lines that a paragraph was composed in, for another measure."""
    paragraph.set("class", " ".join(n for n in (paragraph.get("class") or "").split() if n != "composed"))
    rows = [row for row in paragraph if row.tag == "span" and row.get("class") == "l"]
    for row in rows:
        row.attrib.pop("style", None)
    for row in rows[:-1]:
        _joined(row)
    for line_end in paragraph.findall("br"):
        paragraph.remove(line_end)


def _joined(row: Element) -> None:
    """End a line as it was written: in a space, or in the middle of a word."""
    last = next((part for part in reversed(list(row.iter())) if part.get("class") in ("h", "r")), None)
    if last is not None and "".join(row.itertext()).endswith(last.text or ""):
        last.text = BROKEN.get(last.text or "", last.text or "")
        last.attrib.pop("style", None)
    else:
        row.tail = " "
