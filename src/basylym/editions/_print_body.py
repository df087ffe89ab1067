"""The article's HTML as Pandoc wrote it -> the tree that is laid out in pages.

Notes move to their calls, formulas become pictures, captions go to the rail, and what must stand
on the grid is marked. Nothing is looked up by its words: only by the classes Pandoc and the stages give.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from basylym.adapters import markup, mathml
from basylym.adapters.markup import Element
from basylym.adapters.weasyprint import SCHEME
from basylym.model.notices import Condition, Notice

INK = "#1c1f22"
FORMULA = 1.04  # of the type around it: STIX Two Math beside Source Serif
DISPLAYED = 11.2 / 10.2
MEASURE = 378.0  # pt
BODY = 10.2  # pt
ABOVE, BELOW = 1.03, 0.33  # em of a line above its baseline and below it
OVERLAP = 0.27  # em of the white between lines that a formula may use before it opens them
NUMBER_WIDTH = 40.0  # pt kept free for an equation's number
SMALLEST = 0.7  # a formula shrunk below this is a flaw
KEPT_CODE = 12  # lines
KEPT_ROWS = 24
NUMERIC = re.compile(r"[\s\u00a0+\u2212\u2013-]*[\d\s\u00a0.,%()±]+[*%]?")
SENTENCE_END = re.compile(r"[.?!:…]$")
BLOCKS = {"p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "div", "pre", "table"}
ORDINAL = re.compile(r"[\[(]?(\d+)[\])]?[.)]?\s*")


def formulas(tree: Element, files: dict[str, bytes]) -> list[Notice]:
    """Replace each formula by a picture of it, whose alternative text is its TeX.

    Notices:
        ``MATHEMATICS_RENDERS`` where one cannot be drawn; its TeX is printed in its place.
        ``PAGE_IS_CLEAN`` where one had to be shrunk to fit.
    """
    found = list(tree.iter("math"))
    sources = []
    for node in found:
        tex = " ".join("".join(part.itertext()) for part in node.iter("annotation")).strip()
        for part in list(node.iter("annotation")):
            part.getparent().remove(part)
        sources.append((markup.xml(node), tex))
    notices = []
    drawn = mathml.draw([source for source, _ in sources], INK)
    for number, (node, (_, tex), drawing) in enumerate(zip(found, sources, drawn, strict=True)):
        displayed = node.get("display") == "block"
        if drawing is None:
            notices.append(Notice(Condition.MATHEMATICS_RENDERS, f"the formula {tex!r} cannot be drawn"))
            made = markup.element("code")
            made.text = tex
        else:
            name = f"formula-{number}.svg"
            files[name] = drawing.svg.encode()
            made = markup.element("img", src=SCHEME + name, alt=tex or "·", class_="formula")
            made.set("style", _placed(drawing, displayed))
            if displayed and _shrink(drawing) < SMALLEST:
                detail = f"the formula {tex[:40]!r} is shrunk to {_shrink(drawing):.0%} to fit the page"
                notices.append(Notice(Condition.PAGE_IS_CLEAN, detail))
            if not displayed and not _fits(drawing):
                _add_class(_block(node), "snap")
        made.tail = node.tail
        node.getparent().replace(node, made)
    return notices


def _shrink(drawing: mathml.Drawing) -> float:
    room = (MEASURE - 2 * NUMBER_WIDTH) / BODY
    return min(1.0, room / (drawing.width * DISPLAYED))


def _placed(drawing: mathml.Drawing, displayed: bool) -> str:
    """Size and place of a formula, in em of the text around it."""
    scale = DISPLAYED * _shrink(drawing) if displayed else FORMULA
    height, depth = (drawing.ascent + drawing.depth) * scale, drawing.depth * scale
    style = f"width:{drawing.width * scale:.4f}em;height:{height:.4f}em"
    if displayed:
        return style
    above = below = 0.0
    if _fits(drawing):
        above, below = min(0.0, ABOVE - drawing.ascent * scale), min(0.0, BELOW - depth)
    return f"{style};margin:{above:.4f}em 0 {below:.4f}em;vertical-align:{-depth - below:.4f}em"


def _fits(drawing: mathml.Drawing) -> bool:
    """Whether a formula in a line may overlap the white of its neighbours rather than open it."""
    return drawing.ascent * FORMULA <= ABOVE + OVERLAP and drawing.depth * FORMULA <= BELOW + OVERLAP


def notes(tree: Element) -> None:
    """Move each note to its call, to be printed at the foot of the call's page."""
    lists = [node for node in tree.iter("section") if "footnotes" in (node.get("class") or "").split()]
    bodies: dict[str, Element] = {}
    for section in lists:
        bodies |= {item.get("id"): item for item in section.iter("li") if item.get("id")}
        section.getparent().remove(section)
    for call in [node for node in tree.iter("a") if node.get("class") == "footnote-ref"]:
        name = (call.get("href") or "").removeprefix("#")
        number = "".join(call.itertext())
        mark = markup.element("sup", class_="call")
        mark.set("data-note", name)
        link = markup.sub_element(mark, "a", href=f"#{name}", id=call.get("id") or f"{name}-call")
        link.text = number
        mark.tail = call.tail
        body = bodies.pop(name, None)
        call.getparent().replace(call, mark)
        if body is not None:
            mark.addnext(_note(body, name, number, link.get("id")))
            note = mark.getnext()
            note.tail, mark.tail = mark.tail, None


def _note(body: Element, name: str, number: str, back: str) -> Element:
    note = markup.element("div", class_="note", id=name)
    for link in [node for node in body.iter("a") if node.get("class") == "footnote-back"]:
        _drop(link)
    note.text = (body.text or "").strip()
    for child in list(body):
        note.append(child)
    for block in note.iter():  # white between blocks would make a line of its own here
        if block.tag in BLOCKS and not (block.tail or "").strip():
            block.tail = None
        if block.tag in ("ul", "ol", "dl", "blockquote", "li") and not (block.text or "").strip():
            block.text = None
    first = next((child for child in note if child.tag == "p"), None)
    if first is None or note[0] is not first:
        first = markup.element("p")
        note.insert(0, first)
    label = markup.element("span", class_="n")
    markup.sub_element(label, "a", href=f"#{back}").text = number
    label.tail, first.text = first.text, None
    first.insert(0, label)
    return note


def figures(tree: Element, pictures: Mapping[str, bytes], files: dict[str, bytes]) -> None:
    """Hand the pictures over by name, and put each caption before its figure, for the rail."""
    for image in tree.iter("img"):
        source = image.get("src") or ""
        if source.startswith(SCHEME):
            continue
        name = f"picture-{quote(source, safe='.')}"
        if source in pictures:
            files[name] = pictures[source]
        image.set("src", SCHEME + name)
        image.set("alt", image.get("alt") or "·")
        parent = image.getparent()
        if parent.tag == "p" and len(parent) == 1 and not (parent.text or "").strip():
            parent.set("class", "picture snap")
    for figure in tree.iter("figure"):
        figure.set("class", "snap")
        caption = figure.find("figcaption")
        if caption is not None:
            caption.tail = None
            figure.insert(0, caption)


def tables(tree: Element) -> None:
    """Wrap tables, keep short ones whole, and let no number break."""
    for table in list(tree.iter("table")):
        whole = len(list(table.iter("tr"))) <= KEPT_ROWS
        box = markup.element("div", class_="table snap whole" if whole else "table")
        box.tail, table.tail = table.tail, None
        table.getparent().replace(table, box)
        box.append(table)
        for group in list(table.iter("colgroup")):
            _drop(group)
        for cell in table.iter("td", "th"):
            align = re.search(r"text-align:\s*(\w+)", cell.get("style") or "")
            cell.attrib.pop("style", None)
            number = NUMERIC.fullmatch("".join(cell.itertext()).strip()) is not None
            names = [align.group(1)] if align else []
            cell.set("class", " ".join(names + (["figure"] if number else [])))
            if not cell.get("class"):
                del cell.attrib["class"]


def code(tree: Element) -> None:
    """Code in one colour; blocks of few lines are kept whole."""
    for block in list(tree.iter("pre")):
        text = "".join(block.itertext())
        for child in list(block):
            block.remove(child)
        inner = markup.sub_element(block, "code")
        inner.text = text.rstrip("\n")
        lines = inner.text.count("\n") + 1
        around = block.getparent()
        if around.tag != "div" or "sourceCode" not in (around.get("class") or "").split():
            around = markup.element("div")
            block.addprevious(around)
            around.append(block)
            around.tail, block.tail = block.tail, None
        around.set("class", "code snap whole" if lines <= KEPT_CODE else "code snap")
        block.attrib.pop("class", None)


def superiors(tree: Element) -> None:
    """Raised figures come from the font, which has no other raised signs."""
    for raised in tree.iter("sup"):
        if not raised.get("class") and "".join(raised.itertext()).isdecimal():
            raised.set("class", "figures")


def headings(tree: Element) -> None:
    """Headings from the fourth level down open the paragraph below them."""
    for section in tree.iter("section"):
        head = section[0] if len(section) else None
        if head is None or head.tag not in ("h4", "h5", "h6"):
            continue
        below = head.getnext()
        if below is not None and below.tag == "p":
            _add_class(section, "runin")
            if not SENTENCE_END.search("".join(head.itertext()).strip()):
                _add_class(head, "stopped")


def paragraphs(tree: Element) -> None:
    """Mark the paragraphs that open without indent, and quotations, for the grid."""
    first = True
    for block in tree.iter("p", "h2", "h3", "h4", "h5", "h6"):
        if block.tag != "p":
            first = True
            continue
        parent = block.getparent()
        if parent.tag not in ("section", "div") or parent.get("class") in ("note", "equation"):
            continue
        before = block.getprevious()
        after_block = before is not None and (
            before.tag in ("blockquote", "hr", "ul", "ol", "dl")
            or (before.get("class") or "").split()[:1] in (["equation"], ["code"])
        )
        if first or after_block:
            _add_class(block, "cont")
        first = False
    for block in tree.iter("blockquote"):
        block.set("class", "snap")
    for block in tree.iter("div"):
        if "equation" in (block.get("class") or "").split():
            _add_class(block, "snap")


def lists(tree: Element) -> None:
    """Give each item one body, which WeasyPrint tags as such only where a second li stands for it.

    Source: ISO 32000-1, 14.8.4.3.3: an item holds a label and a body, and nothing else.
    """
    for item in list(tree.iter("li")):
        body = markup.element("li", class_="body")
        body.text, item.text = item.text, None
        for child in list(item):
            body.append(child)
        item.append(body)


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


def references(tree: Element) -> None:
    """Numbers of the list bare, so that they hang in the gutter; lone links cleaned."""
    for entry in tree.iter("div"):
        classes = (entry.get("class") or "").split()
        if "csl-left-margin" in classes:
            found = ORDINAL.fullmatch("".join(entry.itertext()))
            if found:
                for child in list(entry):
                    entry.remove(child)
                entry.text = found.group(1)
        if "csl-bib-body" in classes:
            numbered = any(node.get("class") == "csl-left-margin" for node in entry.iter("div"))
            entry.set("class", "references numbered" if numbered else "references")


def _block(node: Element) -> Element:
    while node.tag not in (
        "p",
        "li",
        "dd",
        "td",
        "th",
        "figcaption",
        "caption",
        "div",
        "section",
        "blockquote",
    ):
        node = node.getparent()
    return node


def _add_class(node: Element, name: str) -> None:
    node.set("class", f"{node.get('class', '')} {name}".strip())


def _drop(node: Element) -> None:
    """Remove ``node`` but not what follows it."""
    parent, before = node.getparent(), node.getprevious()
    if node.tail:
        if before is not None:
            before.tail = (before.tail or "") + node.tail
        else:
            parent.text = (parent.text or "") + node.tail
    parent.remove(node)
