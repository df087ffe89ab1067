"""The tree of a page -> the same tree, so shaped that WeasyPrint tags it as PDF/UA wants."""

from __future__ import annotations

from basylym.adapters import markup
from basylym.adapters.markup import Element
from basylym.editions._markers import CLASSES

NUMBERINGS = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
BLOCKS = {"p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "div", "pre", "table"}


def lists(tree: Element) -> None:
    """Give each item one body, which WeasyPrint tags as such only where a second li stands for it.

    Source: ISO 32000-1, 14.8.4.3.3: an item holds a label and a body, and nothing else.
    """
    for numbered in tree.iter("ol"):
        start, kind = numbered.attrib.pop("start", ""), numbered.attrib.pop("type", "")
        rules = [f"counter-reset: list-item {int(start) - 1}"] if start.lstrip("-").isdecimal() else []
        if kind in NUMBERINGS and not CLASSES.intersection((numbered.get("class") or "").split()):
            rules.append(f"list-style-type: {NUMBERINGS[kind]}")
        if rules:
            numbered.set("style", ";".join(rules))
    for item in list(tree.iter("li")):
        body = markup.element("li", class_="body")
        body.text, item.text = item.text, None
        for child in list(item):
            body.append(child)
        item.append(body)
        _gathered(body)


def _gathered(body: Element) -> None:
    """Put the words that stand before an inner list into a paragraph of their own."""
    blocks = [child for child in body if child.tag in BLOCKS]
    if not blocks or (body.index(blocks[0]) == 0 and not (body.text or "").strip()):
        return
    line = markup.element("div", class_="line")
    line.text, body.text = (body.text or "").rstrip(), None
    for child in body[: body.index(blocks[0])]:
        line.append(child)
    body.insert(0, line)


def links(tree: Element) -> None:
    """Put links inside what they hold, for a link that holds an element is lost from the tags."""
    for link in list(tree.iter("a")):
        if not len(link):
            continue
        href = link.attrib.pop("href", "")
        link.tag = "span"
        for node in list(link.iter()):
            if node.tag == "img":
                continue
            _linked(node, href)
            if node is not link and (node.tail or "").strip():
                after = markup.element("a", href=href)
                after.text, node.tail = node.tail, None
                node.addnext(after)


def _linked(node: Element, href: str) -> None:
    if (node.text or "").strip():
        inner = markup.element("a", href=href)
        inner.text, node.text = node.text, None
        node.insert(0, inner)
