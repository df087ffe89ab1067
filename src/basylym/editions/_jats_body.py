"""Pandoc's JATS of an article -> its body and back matter as archives want them, and their wording.

What Pandoc has no tag for travels through it in a Div or Span and is tagged here: labels of
figures, tables and formulas, verse, passages in other languages, notes of a table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from basylym.adapters import markup
from basylym.editions import _jats_references
from basylym.editions._record import cut
from basylym.model.document import Document, Node, attributes, div, rewrite
from basylym.model.wording import OBJECT, Wording

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HREF = "{http://www.w3.org/1999/xlink}href"
MATHML = "{http://www.w3.org/1998/Math/MathML}"
VERSE = "_verse-"  # no identifier of an author's starts so
LISTS = ("refs", "refs-latin")
OURS = ("backlinks",)
KINDS = {"fig": "fig", "table-wrap": "table", "disp-formula": "disp-formula", "sec": "sec", "ref": "bibr"}
BLOCKS = frozenset(
    "p title label sec list list-item def-list def-item term def disp-quote verse-group verse-line preformat"
    " code table-wrap table caption tr th td fig ref ref-list mixed-citation boxed-text break disp-formula"
    " attrib".split()
)
UNSEEN = frozenset(("element-citation", "alt-text", "mml:math"))
STYLE = re.compile(r"text-align:\s*(\w+)")


def prepared(document: Document) -> Document:
    """The article without the pieces of its front matter and ways back, its lists of references last."""
    _, body = cut(document)
    verses = 0

    def change(node: Node, _: str) -> Node | list[Node]:
        nonlocal verses
        if node["t"] == "Span" and set(attributes(node)[1]) & set(OURS):
            return []
        if node["t"] == "LineBlock":
            verses += 1
            lines: list[Node] = [{"t": "Para", "c": line} for line in node["c"]]
            return div(lines, identifier=f"{VERSE}{verses}")
        return node

    blocks = rewrite(list(body.blocks), change, "")
    text: list[Node] = []
    lists: list[Node] = []
    for number, block in enumerate(blocks):
        heads = block["t"] == "Header" and number + 1 < len(blocks) and _is_list(blocks[number + 1])
        (lists if heads or _is_list(block) else text).append(block)
    return document.with_blocks([*text, *lists])


def _is_list(block: Node) -> bool:
    return block["t"] == "Div" and attributes(block)[0] in LISTS


def dress(article: markup.Element, works: Mapping[str, Mapping[str, Any]]) -> None:
    """Tag what Pandoc left untagged in an ``article`` with ``body`` and ``back``; changes it."""
    body, back = article.find("body"), article.find("back")
    _formulas(body)
    _captions(body)
    _verses(article)
    _passages(article)
    _lists(body, back)
    _references(back, works)
    for piece in list(article.iter("named-content")):
        markup.unwrap(piece)
    for group in list(article.iter("colgroup")):
        markup.remove(group)
    _titles(article)
    _rows(article)
    _cells(article)
    _links(article)
    if not len(back):
        article.remove(back)


def _formulas(body: markup.Element) -> None:
    """A displayed formula and its number: one element with the identifier that is referred to."""
    for box in list(body.iter("boxed-text")):
        formula = box.find("p/disp-formula")
        if formula is None or len(box) != 1:
            continue
        number = box.find("p/named-content[@content-type='number']")
        if number is not None:
            label = markup.xml_element("label")
            label.text = "".join(number.itertext())
            formula.insert(0, label)
            markup.remove(number)
        if box.get("id"):
            formula.set("id", box.get("id"))
        formula.tail = None
        if len(box[0]) == 1 and not (box[0].text or "").strip():
            box.getparent().replace(box, _with_tail(formula, box.tail))
        else:
            markup.unwrap(box)


def _with_tail(element: markup.Element, tail: str | None) -> markup.Element:
    element.tail = tail
    return element


def _captions(body: markup.Element) -> None:
    """Labels of figures and tables, and the table's identifier where references look for it."""
    for wrapper in list(body.iterfind(".//fig/p[@specific-use='wrapper']")):
        if wrapper.find("p") is not None:  # around words that stand where a picture is missing
            markup.unwrap(wrapper)
    for wrap in [*body.iter("fig"), *body.iter("table-wrap")]:
        table = wrap.find("table")
        if table is not None and table.get("id"):
            wrap.set("id", table.attrib.pop("id"))
        label = wrap.find("caption/p/named-content[@content-type='label']")
        if label is not None:
            made = markup.xml_element("label")
            made.text = "".join(label.itertext())
            after = label.tail
            label.tail = (after or "").lstrip()
            markup.remove(label)
            wrap.insert(0, made)


def _verses(article: markup.Element) -> None:
    for box in list(article.iter("boxed-text")):
        if not (box.get("id") or "").startswith(VERSE):
            continue
        box.tag = "verse-group"
        del box.attrib["id"]
        for line in box.findall("p"):
            line.tag = "verse-line"


def _passages(article: markup.Element) -> None:
    """Mark each block of a passage in another language, for a box would say that it stands apart."""
    for box in list(article.iter("boxed-text")):
        tag = box.get(LANG)
        for child in box:
            if tag and not child.get(LANG):
                child.set(LANG, tag)
        if box.get("id") and len(box) and not box[0].get("id"):
            box[0].set("id", box.get("id"))
        markup.unwrap(box)


def _lists(body: markup.Element, back: markup.Element) -> None:
    """Every list of references is back matter; notes stand before them.

    Pandoc knows the first list alone; the entries of a second stand in a section of the text.
    """
    for section in {entry.getparent() for entry in body.iter("ref")}:
        if section.tag == "sec" and all(child.tag in ("title", "ref") for child in section):
            section.tag = "ref-list"
    for found in list(body.iter("ref-list")):
        found.tail = "\n"
        back.append(found)
    for group in back.findall("fn-group"):
        back.insert(0, group)


def _references(back: markup.Element, works: Mapping[str, Mapping[str, Any]]) -> None:
    """Beside each reference as printed, its parts, where the bibliography says them."""
    for entry in back.iter("ref"):
        printed = entry.find("mixed-citation")
        work = works.get(entry.get("id") or "")
        if printed is None or not work or not work.get("title"):
            continue
        both = markup.wrap(printed, "citation-alternatives")
        both.append(_jats_references.parsed(work))


def _titles(article: markup.Element) -> None:
    """A heading inside a cell, a quotation or a list is a bold line: JATS has titles for sections alone."""
    for title in list(article.iter("title")):
        if title.getparent().tag == "p":
            title.tag = "bold"


def _rows(article: markup.Element) -> None:
    """Take out rows that only cells from above reach into; those cells then reach less far."""
    for row in [row for row in article.iter("tr") if not len(row)]:
        above = list(row.itersiblings("tr", preceding=True))
        for far, other in enumerate(above, 2):
            for cell in other:
                span = int(cell.get("rowspan", "1"))
                if span >= far:
                    cell.set("rowspan", str(span - 1))
        markup.remove(row)


def _cells(article: markup.Element) -> None:
    for cell in [*article.iter("td"), *article.iter("th")]:
        found = STYLE.search(cell.attrib.pop("style", ""))
        if found:
            cell.set("align", found.group(1))


def _links(article: markup.Element) -> None:
    """Say of each cross-reference what it leads to; one that leads nowhere is plain text."""
    named = {element.get("id"): element for element in article.iter() if element.get("id")}
    for link in list(article.iter("xref")):
        link.attrib.pop("alt", None)
        target = named.get(link.get("rid"))
        if target is None:
            markup.unwrap(link)
        elif not link.get("ref-type"):
            link.set("ref-type", KINDS.get(target.tag, "other"))


def wording(article: markup.Element) -> Wording:
    """What the body and the back matter of an article say."""
    reader = _Reader()
    notes = {note.get("id"): note for note in article.iter("fn") if note.getparent().tag == "fn-group"}
    for part in ("body", "back"):
        found = article.find(part)
        if found is not None:
            reader.read(found)
    running, bodies = "".join(reader.out), []
    for name in [*reader.calls, *(set(notes) - set(reader.calls))]:
        reader.out = []
        if name in notes:
            reader.inside(notes[name])
            bodies.append("".join(reader.out))
    cites = frozenset(
        (link.get("rid"), "".join(link.itertext()))
        for link in article.iter("xref")
        if link.get("ref-type") == "bibr"
    )
    return Wording(running, tuple(bodies), tuple(reader.objects), len(list(article.iter("table"))), cites)


class _Reader:
    """Reads elements; ``calls`` are the notes called."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.objects: list[str] = []
        self.calls: list[str] = []

    def read(self, element: markup.Element) -> None:
        kind = element.tag if isinstance(element.tag, str) else ""
        if not kind or kind in UNSEEN or kind == "fn-group":
            return
        if kind == "label" and element.getparent().tag in ("list-item", "fn", "disp-formula"):
            return
        if kind in ("alternatives", "tex-math", f"{MATHML}math"):
            tex = "".join(element.itertext("tex-math")) or "".join(element.itertext())
            self._shown(tex.strip())
        elif kind in ("graphic", "inline-graphic"):
            said = element.find("alt-text")
            self._shown("" if said is None else said.text or "")
        else:
            if kind == "xref" and element.get("ref-type") == "fn":
                self.calls.append(element.get("rid"))
            edge = "\n" if kind in BLOCKS else ""
            self.out.append(edge)
            self.inside(element)
            self.out.append(edge)
            if kind == "disp-formula":  # its number is printed behind it
                self.out += [f"{''.join(label.itertext())}\n" for label in element.iter("label")]

    def inside(self, element: markup.Element) -> None:
        """Read what an element holds."""
        self.out.append(element.text or "")
        for child in element:
            self.read(child)
            self.out.append(child.tail or "")

    def _shown(self, words: str) -> None:
        self.out.append(OBJECT)
        self.objects.append(words)
