"""The XML of an OpenDocument text -> the same, with what Pandoc leaves out put where Pandoc reads it.

Text in boxes and shapes goes behind the paragraph that they are anchored in; paragraphs that carry
numbers of their own become lists. Tables of contents are taken out: the press makes its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.adapters import markup
from basylym.adapters.markup import Element

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, DRAW, TABLE = (f"{{{OASIS}{name}:1.0}}" for name in ("text", "drawing", "table"))
CONTROL = re.compile(r"</?loext:content-control\b[^>]*>")
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
INDEXES = tuple(f"{TEXT}{name}" for name in ("table-of-content", "illustration-index", "table-index"))


def lifted(body: str) -> tuple[str, list[str]]:
    """Return the XML, and what became otherwise, in words; XML that is broken stays as it is."""
    body = CONTROL.sub("", body)
    try:
        root = markup.parse_xml(body.encode())
    except markup.XMLError:
        return body, []
    indexes = [one for one in root.iter(*INDEXES) if list(one)]
    shapes = list(_shapes(root))
    inner = [
        one
        for one in root.iter(f"{TABLE}table")
        if next(one.iterancestors(f"{TABLE}table-cell"), None) is not None
    ]
    numbered = [one for one in root.iter(f"{TEXT}numbered-paragraph") if not _follows(one)]
    for one in indexes:
        markup.remove(one)
    for shape in reversed(shapes):  # a box in a box comes before what holds it
        _lift(shape)
    for first in numbered:
        _list(first)
    for table in reversed(inner):
        _flatten(table)
    told = ["the table of contents was left out: each edition has its own"] if indexes else []
    if inner:
        told.append(f"{len(inner)} tables inside of a cell became paragraphs of it, row by row")
    return (markup.xml(root) if indexes or shapes or numbered or inner else body), told


def _flatten(table: Element) -> None:
    """Put what a table in a cell holds in its place, for Pandoc leaves such a table out."""
    place = table.getparent().index(table)
    cells = table.iter(f"{TABLE}table-cell")
    blocks = [block for cell in cells for block in cell if block.tag.startswith(TEXT)]
    for number, block in enumerate(blocks):
        table.getparent().insert(place + number, block)
    markup.remove(table)


def _shapes(root: Element) -> Iterator[Element]:
    """Boxes and shapes that hold paragraphs, but for a picture and its caption, which Pandoc knows."""
    for element in root.iter():
        if not isinstance(element.tag, str) or not element.tag.startswith(DRAW):
            continue
        inside = [child for child in element if child.tag not in (f"{DRAW}glue-point",)]
        blocks = [child for child in inside if child.tag.startswith((TEXT, TABLE))]
        captioned = len(blocks) == 1 and next(blocks[0].iter(f"{DRAW}image"), None) is not None
        if blocks and not (captioned and element.tag == f"{DRAW}text-box"):
            yield element


def _lift(shape: Element) -> None:
    frame = shape.getparent() if shape.tag == f"{DRAW}text-box" else shape
    holder = next(frame.iterancestors(*PARAGRAPHS), frame)
    if holder is not frame and any(above.tag == f"{DRAW}text-box" for above in _between(frame, holder)):
        holder = frame
    blocks = [child for child in shape if child.tag.startswith((TEXT, TABLE))]
    place = holder.getparent().index(holder) + 1
    tail, holder.tail = holder.tail, None
    for number, block in enumerate(blocks):
        block.tail = None
        holder.getparent().insert(place + number, block)
    blocks[-1].tail = tail
    markup.remove(frame)


def _between(inner: Element, outer: Element) -> Iterator[Element]:
    for above in inner.iterancestors():
        if above is outer:
            return
        yield above


def _follows(paragraph: Element) -> bool:
    before = paragraph.getprevious()
    return before is not None and before.tag == paragraph.tag


def _list(first: Element) -> None:
    """Put paragraphs with numbers of their own, one after another, into lists by their levels."""
    parent, place = first.getparent(), first.getparent().index(first)
    run = [first]
    while (after := run[-1].getnext()) is not None and after.tag == first.tag:
        run.append(after)
    open_lists: list[Element] = []
    for paragraph in run:
        level = max(1, min(9, int(paragraph.get(f"{TEXT}level") or 1)))
        del open_lists[level:]
        while len(open_lists) < level:
            made = first.makeelement(
                f"{TEXT}list", {f"{TEXT}style-name": paragraph.get(f"{TEXT}style-name") or ""}
            )
            if not open_lists:
                parent.insert(place, made)
                place += 1
            else:
                items = open_lists[-1].findall(f"{TEXT}list-item")
                holder = items[-1] if items else markup.sub_element(open_lists[-1], f"{TEXT}list-item")
                holder.append(made)
            open_lists.append(made)
        item = markup.sub_element(open_lists[-1], f"{TEXT}list-item")
        for child in [one for one in paragraph if one.tag != f"{TEXT}number"]:
            item.append(child)
        markup.remove(paragraph)
        place = parent.index(open_lists[0]) + 1
