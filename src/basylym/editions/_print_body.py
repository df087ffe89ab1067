"""The article's HTML as Pandoc wrote it -> the tree that is laid out in pages.

Notes move to their calls, formulas become pictures, captions go to the rail, and what must stand
on the grid is marked. Nothing is looked up by its words: only by the classes Pandoc and the stages give.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from basylym.adapters import markup
from basylym.adapters.markup import Element
from basylym.adapters.weasyprint import ALWAYS, FLOATS, NEEDED, SCHEME
from basylym.editions._pictures import Picture
from basylym.editions._print_tags import BLOCKS

KEPT_CODE = 12  # lines
KEPT_ROWS = 24
RUN_IN = 4  # the level from which headings open the paragraph below them
NUMERIC = re.compile(r"[\s\u00a0+\u2212\u2013-]*[\d\s\u00a0.,%()±]+[*%]?")
SENTENCE_END = re.compile(r"[.?!:…]$")
FONT_FACE = re.compile(rb"@font-face\{[^}]*\}")
LEAD = re.compile(r"[^\W\d_](?:[^\W\d_]|\u00ad)+(?: (?:[^\W\d_]|\u00ad)+){2}(?=[ ,;])")
ORDINAL = re.compile(r"[\[(]?(\d+)[\])]?[.)]?\s*")


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


def figures(tree: Element, pictures: Mapping[str, Picture], files: dict[str, bytes], missing: str) -> None:
    """Hand the pictures over by name, and put each caption before its figure, for the rail.

    Args:
        missing: what the language says where a picture should be and is not.
    """
    for image in list(tree.iter("img")):
        written = image.get("src") or ""
        source = written if written in pictures else unquote(written)  # Pandoc writes a space as %20
        if source.startswith(SCHEME):
            continue
        picture = pictures.get(source)
        if picture is None:
            image.tag, image.text = "strong", f"[{missing}: {source}]"
            image.attrib.clear()
            continue
        files[picture.name] = FONT_FACE.sub(b"", picture.content)  # the page has the fonts already
        image.set("src", SCHEME + picture.name)
        image.set("alt", image.get("alt") or "·")
        parent = image.getparent()
        if parent.tag == "p" and len(parent) == 1 and not (parent.text or "").strip():
            parent.set("class", "picture snap")
    for figure in tree.iter("figure"):
        figure.set("class", "snap")
        caption = figure.find("figcaption")
        if caption is not None:
            caption.tail = None
            figure.remove(caption)
            art = markup.element("div", class_="art")
            for child in list(figure):
                art.append(child)
            figure.append(caption)
            figure.append(art)
            figure.set("class", "captioned snap")


def floats(tree: Element) -> None:
    """Mark the places of what may float to a page's top: captioned figures, and tables kept whole."""
    for block in list(tree.iter("figure", "div")):
        names = (block.get("class") or "").split()
        figure = block.tag == "figure" and "captioned" in names
        if not figure and not {"table", "whole"} <= {*names}:
            continue
        if any(above.tag in ("li", "td", "blockquote", "figure") for above in block.iterancestors()):
            continue
        place = markup.element("div", class_="place")
        place.set(FLOATS, ALWAYS if figure else NEEDED)
        place.tail, block.tail = block.tail, None
        block.getparent().replace(block, place)
        place.append(block)


def tables(tree: Element) -> None:
    """Wrap tables, keep short ones whole, and let no number break."""
    for table in list(tree.iter("table")):
        whole = len(list(table.iter("tr"))) <= KEPT_ROWS
        box = markup.element("div", class_="table snap whole" if whole else "table snap")
        box.tail, table.tail = table.tail, None
        table.getparent().replace(table, box)
        box.append(table)
        table.attrib.pop("style", None)
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
        _edges(table)


def _edges(table: Element) -> None:
    """Mark the cells of the first column; one that spans rows keeps it from the rows below."""
    for group in table.iter("thead", "tbody", "tfoot"):
        covered = 0
        for row in group.iter("tr"):
            covered -= 1
            if covered < 0 and len(row):
                _add_class(row[0], "edge")
                span = row[0].get("rowspan") or "1"
                covered = int(span) - 1 if span.isdecimal() else 0


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
            stop = "" if SENTENCE_END.search("".join(head.itertext()).strip()) else "."
            section.remove(head)
            below.insert(0, head)
            head.tail, below.text = f"{stop} {(below.text or '').lstrip()}", None
            _add_class(below, "runin")


def lead_in(tree: Element) -> None:
    """The first three words of the article in small capitals, where they are plain words."""
    first = next((block for block in tree if block.tag == "p"), None)
    if first is None or tree[0] is not first:
        return
    found = LEAD.match(first.text or "")
    if found:
        lead = markup.element("span", class_="lead")
        lead.text, lead.tail = found.group(), (first.text or "")[found.end() :]
        first.text = None
        first.insert(0, lead)


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
        if (first or after_block) and "runin" not in (block.get("class") or "").split():
            _add_class(block, "cont")
        first = False
    for block in tree.iter("blockquote"):
        block.set("class", "snap")
        for child in block:
            if child.tag == "p" and (child.getprevious() is None or child.getprevious().tag != "p"):
                _add_class(child, "cont")
    for block in tree.iter("div"):
        if "equation" in (block.get("class") or "").split():
            _add_class(block, "snap")


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
