"""Pages as WeasyPrint laid them out -> what must change in the tree, and what is wrong on them.

Nothing here imports WeasyPrint: it walks the boxes it is given. Its lengths are px; ours are pt.
Source: CSS Fragmentation 3 for what a page does to a box; the grid is our own arithmetic.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from basylym.adapters import _floats, _narrowed

PT = 0.75  # of one px
TOLERANCE = 0.25  # pt; below what a press can hold
TEXT = ("p", "li", "dt", "dd", "section")  # what holds lines of the text
APART = {"note", "table", "references", "equation", "blockquote", "figure", "pre"}
VOID = 6  # lines that a page may leave empty below the record

Boxes = dict[int, list[tuple[int, Any]]]
"""Of each element, by its id(): its outermost box on each of its pages, with the page, from 0."""


def walk(box: Any) -> Iterator[Any]:
    """Every box below ``box``, and itself, in the order of the text."""
    stack = [box]
    while stack:
        top = getattr(stack[-1], "_box", None) or stack[-1]  # what is positioned stands in a placeholder
        stack.pop()
        yield top
        stack.extend(reversed(getattr(top, "children", ()) or ()))


def alone(root: Element) -> Element | None:
    """The page with nothing but its record, where how that fills the first page decides what goes where."""
    record = _named(root, "record")
    if record is None or "record" not in (record.get("class") or "").split():
        return None
    head, body = root
    page, shown = Element(root.tag, root.attrib), Element(body.tag, body.attrib)
    shown.append(record)
    page.extend((head, shown))
    return page


def begin(document: Any, root: Element, unit: float) -> None:
    """Change ``root`` by what the record shows that was laid out alone.

    The other languages go behind the references if they overrun the first page. The text begins on the first
    page if the record would leave much of it empty.

    Args:
        unit: pt of one line of the grid.
    """
    record = next(element for element in root.iter() if element.get("id") == "record")
    first = document.pages[0]._page_box
    if len(document.pages) > 1:
        summaries, behind = _named(root, "summaries"), _named(root, "behind")
        if summaries is not None and behind is not None:
            record.remove(summaries)
            behind.append(summaries)
            record.set("class", "flow")
        return
    box = next(one for one in walk(first) if one.element is record)
    if (first.content_box_y() + first.height - box.position_y - box.margin_height()) * PT > VOID * unit:
        record.set("class", "record open snap")


def settle(document: Any, root: Element, unit: float, widths: tuple[float, float]) -> bool:
    """Change ``root`` by what the pages show; true where it must be laid out again.

    Tables that overrun the measure go into the frame or onto a turned page; what would stand in the rail
    beside the facts starts below them.

    Args:
        unit: pt of one line of the grid.
        widths: pt of the measure, and of the frame that wider tables may use.
    """
    boxes = _by_element(document)
    in_columns = widths[1] > 2 * widths[0]
    changes = [
        _tables(root, boxes, *widths),
        in_columns and _narrowed.narrowed(root, boxes),
        _beside_rail(root, boxes, unit),
    ]
    return any(changes)


def _by_element(document: Any) -> Boxes:
    found: Boxes = {}
    for number, page in enumerate(document.pages):
        for box in walk(page._page_box):
            mine = found.setdefault(id(box.element), [])
            if not getattr(box, "pseudo_type", None) and number not in (seen for seen, _ in mine):
                mine.append((number, box))
    return found


def _tables(root: Element, boxes: Boxes, measure: float, frame: float) -> bool:
    changed = False
    for element in root.iter("div"):
        classes = (element.get("class") or "").split()
        if "table" not in classes or {"turned", _narrowed.NARROW} & {*classes}:
            continue
        tables = (box for part in element.iter("table") for _, box in boxes.get(id(part), []))
        width = max((box.width * PT for box in tables if box.width != "auto"), default=0.0)
        if width <= (frame if "wide" in classes else measure) + TOLERANCE:
            continue
        place = next((one for one in root.iter("div") if one.get(_floats.FLOATS) and element in one), None)
        if frame > 2 * measure:  # across columns nothing can stand but on top of them
            if place is None or "wide" in classes:
                continue
            place.set(_floats.FLOATS, _floats.ALWAYS)
        elif place is not None and "wide" in classes:
            del place.attrib[_floats.FLOATS]  # what floats has no page of its own
        classes.append("turned" if "wide" in classes else "wide")
        element.set("class", " ".join(classes))
        changed = True
    return changed


def _beside_rail(root: Element, boxes: Boxes, unit: float) -> bool:
    """Let a caption or a wide table of the first page start below the facts in the rail."""
    rail = next((box for e in root.iter("div") if e.get("class") == "rail" for _, box in boxes[id(e)]), None)
    if rail is None:
        return False
    floor = rail.position_y + rail.margin_height()
    for element in root.iter():
        if not {"captioned", "wide"} & set((element.get("class") or "").split()):
            continue
        number, box = boxes.get(id(element), [(1, None)])[0]
        if number == 0 and box.position_y < floor and "data-lowered" not in element.attrib:
            element.set("data-lowered", "yes")
            lines = math.ceil((floor - box.position_y) * PT / unit)
            element.set("style", f"padding-top:{(lines + 1) * unit}pt")
            return True
    return False


def _named(root: Element, name: str) -> Element | None:
    return next((element for element in root.iter() if element.get("id") == name), None)


def grid(document: Any, unit: float, top: float) -> tuple[int, int]:
    """How many lines of running text there are, and how many stand beside the grid."""
    lines = off = 0
    for page in document.pages:
        for line in _running(page._page_box, False):
            lines += 1
            beside = (line.position_y * PT - top) % unit
            off += min(beside, unit - beside) > TOLERANCE or abs(line.height * PT - unit) > TOLERANCE
    return lines, off


def _running(box: Any, inside: bool) -> Iterator[Any]:
    """The lines of the text: what stands on the axis, no apparatus and no quotation."""
    box = getattr(box, "_box", None) or box
    element = box.element
    name = element.get("class") if element is not None else None
    tag = element.tag if element is not None else ""
    if APART & {tag, *(name or "").split()}:
        return
    inside = inside or (element is not None and element.get("id") == "text")
    for child in getattr(box, "children", ()) or ():
        if type(child).__name__ == "LineBox" and inside and tag in TEXT:
            yield child
        elif type(child).__name__ != "LineBox":
            yield from _running(child, inside)


def notes(document: Any) -> list[float]:
    """Of each page, pt from its top to where its notes start, or past its end."""
    found = []
    for page in document.pages:
        box = page._page_box
        feet = [part for part in box.children if type(part).__name__ == "FootnoteAreaBox" and part.children]
        found.append(min((part.position_y * PT for part in feet), default=box.margin_height() * PT))
    return found


def tables(document: Any) -> list[int]:
    """Of each table on each page, which table it is a part of."""
    seen: dict[int, int] = {}
    found = []
    for page in document.pages:
        for box in walk(page._page_box):
            if getattr(box, "is_table_wrapper", False):
                found.append(seen.setdefault(id(box.element), len(seen)))
    return found


def flaws(document: Any) -> list[str]:
    """What a reader would see is wrong, in words: lines that stand out, notes or figures on another page."""
    found: list[str] = []
    calls: dict[str, int] = {}
    notes: dict[str, int] = {}
    links: dict[str, int] = {}
    floats: dict[str, int] = {}
    for number, page in enumerate(document.pages):
        edge = page._page_box.width + page._page_box.margin_left + 12 / PT
        for box in walk(page._page_box):
            element = box.element
            if type(box).__name__ == "TextBox" and box.position_x + box.width > edge:
                found.append(f"page {number + 1}: {box.text.strip()[:40]!r} stands out into the margin")
            if element is not None and element.tag == "a":
                links.setdefault((element.get("href") or "").removeprefix("#"), number)
            if getattr(box, "afloat", False):
                inside = (part.get("id") for part in element.iter() if part.tag not in ("a", "span"))
                floats |= {name: number for name in inside if name is not None}  # not what a caption cites
            if element is not None and element.get("class") == "call":
                calls.setdefault(element.get("data-note") or "", number)
            if element is not None and element.get("class") == "note":
                notes.setdefault(element.get("id") or "", number)
    for name, number in notes.items():
        if calls.get(name, number) != number:
            found.append(f"note {name.removeprefix('fn')} stands on page {number + 1}, its call on another")
    full = set(floats.values())
    for name, number in floats.items():
        called = links.get(name, number)
        waited = called < number and full.issuperset(range(called + 1, number))  # for those before it
        if called != number and not waited:
            told = f"{name!r} stands on page {number + 1}, its first mention on page {links[name] + 1}"
            found.append(told)
    return found
