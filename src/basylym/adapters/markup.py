"""HTML and XML text <-> lxml trees: the one home of lxml."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

Element = Any
"""An lxml element; lxml's own types are not public."""


def page(text: str) -> Element:
    """Parse a whole HTML page; returns its ``html`` element."""
    return html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8"))


def fragment(text: str) -> Element:
    """Parse a piece of HTML; returns a ``div`` around it."""
    return html.fragment_fromstring(text, create_parent="div")


def serialise(element: Element) -> str:
    """HTML of ``element`` and all below it, without what follows it."""
    return _void(etree.tostring(element, method="html", encoding="unicode", with_tail=False))


def inside(element: Element) -> str:
    """HTML of what ``element`` holds."""
    head = _escaped(element.text or "")
    written = (etree.tostring(child, method="html", encoding="unicode") for child in element)
    return head + _void("".join(written))


def xml(element: Element) -> str:
    """XML of ``element``, as SVG and MathML want it."""
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def inside_xml(element: Element) -> str:
    """XML of what ``element`` holds."""
    return _escaped(element.text or "") + "".join(
        etree.tostring(child, encoding="unicode") for child in element
    )


def parse_xml(content: bytes) -> Element:
    """Parse XML without entities, network or huge trees."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    return etree.fromstring(content, parser)


def sub_element(parent: Element, tag: str, **attributes: str) -> Element:
    """Append a new element to ``parent``."""
    return etree.SubElement(parent, tag, {name.rstrip("_"): value for name, value in attributes.items()})


def element_in(tag: str, parent: Element) -> Element:
    """Put a new element first into ``parent``, before its text."""
    made = parent.makeelement(tag)
    made.tail, parent.text = parent.text, None
    parent.insert(0, made)
    return made


def wrap(inner: Element, tag: str, **attributes: str) -> Element:
    """Put a new element around ``inner``, which must have a parent; what follows stays outside."""
    made = inner.makeelement(tag, {name.rstrip("_"): value for name, value in attributes.items()})
    inner.getparent().replace(inner, made)
    made.tail, inner.tail = inner.tail, None
    made.append(inner)
    return made


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of text in an element: before its first child, or after the child ``after``."""

    parent: Element
    after: Element | None
    text: str


def texts(parent: Element) -> list[Chunk]:
    """The runs of text that stand in an element itself, none of them empty."""
    runs = [
        Chunk(parent, None, parent.text or ""),
        *(Chunk(parent, child, child.tail or "") for child in parent),
    ]
    return [run for run in runs if run.text]


def split(chunk: Chunk, parts: Sequence[str], tag: str) -> None:
    """Put an empty element between the parts of a run of text."""
    place = 0 if chunk.after is None else chunk.parent.index(chunk.after) + 1
    if chunk.after is None:
        chunk.parent.text = parts[0]
    else:
        chunk.after.tail = parts[0]
    for number, part in enumerate(parts[1:]):
        made = chunk.parent.makeelement(tag)
        made.tail = part
        chunk.parent.insert(place + number, made)


def copied(inner: Element) -> Element:
    """A copy of an element and all below it, without what follows it."""
    made = copy.deepcopy(inner)
    made.tail = None
    return made


def remove(inner: Element) -> None:
    """Take an element and all below it out; what follows it stays."""
    _follow(inner, inner.tail or "")
    inner.getparent().remove(inner)


def unwrap(inner: Element) -> None:
    """Put what an element holds in its place."""
    parent, place = inner.getparent(), inner.getparent().index(inner)
    children = list(inner)
    _follow(inner, inner.text or "")
    if children:
        children[-1].tail = (children[-1].tail or "") + (inner.tail or "")
    else:
        _follow(inner, inner.tail or "")
    parent.remove(inner)
    for number, child in enumerate(children):
        parent.insert(place + number, child)


def _follow(inner: Element, text: str) -> None:
    """Add text just before an element."""
    before = inner.getprevious()
    if before is None:
        inner.getparent().text = (inner.getparent().text or "") + text
    else:
        before.tail = (before.tail or "") + text


def element(tag: str, **attributes: str) -> Element:
    """A new HTML element; a trailing underscore of a name (``class_``) is dropped."""
    return html.Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})


def xml_element(tag: str, **attributes: str) -> Element:
    """A new XML element."""
    return etree.Element(tag, attributes)


def _void(written: str) -> str:
    return written.replace("</wbr>", "")  # libxml2 does not know that it is never closed


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


XMLError = etree.XMLSyntaxError
ParserError = etree.ParserError
