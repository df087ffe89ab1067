"""HTML and XML text <-> lxml trees: the one home of lxml."""

from __future__ import annotations

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
    return str(etree.tostring(element, method="html", encoding="unicode", with_tail=False))


def inside(element: Element) -> str:
    """HTML of what ``element`` holds."""
    head = _escaped(element.text or "")
    return head + "".join(etree.tostring(child, method="html", encoding="unicode") for child in element)


def xml(element: Element) -> str:
    """XML of ``element``, as SVG and MathML want it."""
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def parse_xml(content: bytes) -> Element:
    """Parse XML without entities, network or huge trees."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    return etree.fromstring(content, parser)


def sub_element(parent: Element, tag: str, **attributes: str) -> Element:
    """Append a new element to ``parent``."""
    return etree.SubElement(parent, tag, {name.rstrip("_"): value for name, value in attributes.items()})


def element(tag: str, **attributes: str) -> Element:
    """A new HTML element; a trailing underscore of a name (``class_``) is dropped."""
    return html.Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


XMLError = etree.XMLSyntaxError
