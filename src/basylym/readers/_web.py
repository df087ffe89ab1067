"""A web page -> the same without the page's own parts, its notes in the one form that Pandoc reads.

Around an article stand menus, search boxes and notices that HTML itself names as such; what is cut is
told. A note is told by its links: its number in the text leads to it, and its own leads back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from basylym.adapters import markup
from basylym.adapters.markup import Element
from basylym.readers import _shown

SILENT = frozenset("script style noscript template iframe object button select".split())
TOLD = frozenset("nav form dialog".split())
ROLES = frozenset("navigation banner contentinfo search menu menubar toolbar dialog".split())
DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
LETTERS = re.compile(r"[^\W_]+")
SIGN = re.compile(r"\W{0,3}(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|\W{1,3})\W{0,3}")
NOTED = frozenset("li aside dd div p td section".split())
HOLDERS = NOTED | frozenset("ol ul dl".split())
NOTES = re.compile(r"(?:foot|end)-?notes?|\bf(?:oo)?t?n(?:ote)?[\d_.:-]*\d|\b_?(?:ftn|edn)\d", re.IGNORECASE)
"""What pages name a note by; a work that is cited has a number and a way back too, and is no note."""
TOPS = frozenset("top page-top content main toc".split())
PARTED = re.compile(r"^\s*[-–—|·:»«/]\s|\s[-–—|·:»«/]\s*$")
"""What stands between the title of an article and the name of its site."""
SHOWN = 40
MOST = 0.5  # of the words of a page: what holds more is no part of the page's own


@dataclass(slots=True)
class Page:
    """A page as Pandoc is given it.

    Attributes:
        text: its HTML.
        told: what was cut, in words.
        title: the heading that the page's title repeats, without what the site adds to it.
    """

    text: str
    told: list[str] = field(default_factory=list)
    title: str = ""


def cleaned(text: str) -> Page:
    """Cut a page to its article; a page that does not come whole out of the parser stays as it is."""
    try:
        root = markup.page(DECLARED.sub("", text))
    except (ValueError, markup.ParserError):
        return Page(text)
    body = root.find("body")
    if body is None or _count(markup.serialise(root)) < _count(text):
        return Page(text)  # too deep for the parser, which then leaves the rest out
    page = Page("")
    for element in [one for one in root.iter() if not isinstance(one.tag, str) or one.tag in SILENT]:
        if element.getparent() is not None:
            markup.remove(element)
    _cut_to_article(body, page)
    _cut_furniture(body, page)
    _write_notes(body)
    page.title = _title(root)
    page.text = f"<!DOCTYPE html>\n{markup.serialise(root)}"
    return page


def _count(text: str) -> int:
    return len(LETTERS.findall(_shown.words(text)))


def _said(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _cut_to_article(body: Element, page: Page) -> None:
    """Leave the one part that the page names as its content, with the heading that stands above it."""
    found = [one for one in body.iter() if one.tag == "main" or one.get("role") == "main"]
    if not found:
        found = [one for one in body.iter("article") if next(one.iterancestors("article"), None) is None]
        found = [one for one in found if len(_said(one)) > MOST * len(_said(body))]
    if len(found) != 1 or found[0] is body:
        return
    content = found[0]
    heads = [] if list(content.iter("h1")) else list(body.iter("h1"))[:1]
    inside = {*content.iter(), *content.iterancestors()}
    outside = [one for one in body.iter() if one not in inside and one.getparent() in inside]
    links = [link.get("href", "") for link in content.iter("a")]
    targets = {link[1:] for link in links if link.startswith("#")} - TOPS
    for one in outside:
        if heads and heads[0] in one.iter():
            continue
        if targets & {part.get("id") for part in one.iter()}:
            continue  # notes of the article that stand below it
        _drop(one, page)
    content.tag = "div"
    content.attrib.pop("role", None)


def _cut_furniture(body: Element, page: Page) -> None:
    whole = len(_said(body))
    for element in list(body.iter()):
        if element.tag not in TOLD and element.get("role") not in ROLES:
            continue
        if element is body or element.getparent() is None or not _is_below(element, body):
            continue
        if len(_said(element)) <= MOST * whole and (element.tag == "nav" or not list(element.iter("h1"))):
            _drop(element, page)


def _is_below(element: Element, body: Element) -> bool:
    return any(above is body for above in element.iterancestors())


def _drop(element: Element, page: Page) -> None:
    said = _said(element)
    if said and isinstance(element.tag, str):
        role = element.get("role")
        name = element.tag if element.tag in TOLD or not role else f"{element.tag} role={role}"
        page.told.append(f"<{name}> {said[:SHOWN]!r}")
    markup.remove(element)


def _write_notes(body: Element) -> None:
    """Notes and their numbers in the form of Pandoc's own pages, wherever the page has them."""
    named: dict[str, Element] = {}
    for element in body.iter():
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                named.setdefault(name, element)
    notes: dict[str, Element] = {}
    taken: set[Element] = set()
    for call in list(body.iter("a")):
        address = call.get("href", "")
        target = address[1:] if address.startswith("#") else ""
        marked = "noteref" in f"{call.get('role', '')} {call.get('epub:type', '')}"
        if not marked and not SIGN.fullmatch(_said(call)):
            continue
        note = None if target in notes else named.get(target)
        block = _note(call, note, marked) if note is not None else None
        if block is not None and block not in taken:
            notes[target] = block
            taken.add(block)
            _write_call(call, target)
        elif marked and target:  # for Pandoc would print an empty note, or the same one twice
            for name in ("role", "epub:type"):
                call.attrib.pop(name, None)
    if not notes:
        return
    section = markup.element("section", role="doc-endnotes")
    rows = markup.sub_element(section, "ol")
    for target, block in notes.items():
        row = markup.sub_element(rows, "li", id=target)
        copied = markup.copied(block)
        copied.tag = "div"
        copied.attrib.clear()
        row.append(copied)
        holder = block.getparent()
        markup.remove(block)
        while holder is not body and holder.tag in HOLDERS and not len(holder) and not _said(holder):
            holder, gone = holder.getparent(), holder
            markup.remove(gone)
    body.append(section)


def _note(call: Element, target: Element, marked: bool) -> Element | None:
    """The whole of the note that a call leads to, without its own mark; nothing where it leads elsewhere."""
    block = target
    while block.tag not in NOTED:
        block = block.getparent()
        if block is None or block.tag == "body":
            return None
    names = {call.get("id"), call.get("name")} | {one.get("id") for one in call.iterancestors("sup", "span")}
    names |= {one.get("name") or one.get("id") for one in call.iter()}
    backs = [one for one in block.iter("a") if one.get("href", "")[1:] in names - {None, ""}]
    if block in call.iterancestors() or not (backs or marked):
        return None
    name = " ".join(
        f"{one.get('id', '')} {one.get('name', '')} {one.get('class', '')}" for one in (target, block)
    )
    if not marked and not NOTES.search(name):
        return None
    first = _said(block)
    if not marked and not (first.startswith(_said(backs[0])) or first.endswith(_said(backs[-1]))):
        return None  # a link back from inside a text is no number of a note
    outer = block.getparent()
    while block.tag == "p" and outer.tag in ("li", "aside", "div") and outer.index(block) == 0:
        others = [one for one in outer.iter("a") if "ref" in f"{one.get('href', '')}{one.get('class', '')}"]
        if len([one for one in others if one.get("href", "")[1:] not in names]) or outer.getparent() is None:
            break
        block, outer = outer, outer.getparent()
    for back in [one for one in block.iter("a") if one in backs or one.get("role") == "doc-backlink"]:
        _unmark(back, block)
    return block


def _unmark(back: Element, block: Element) -> None:
    """Take the link back out, with the brackets and the raised sign around it."""
    gone = back
    while gone.getparent() is not block and SIGN.fullmatch(_said(gone.getparent()) or "1"):
        gone = gone.getparent()
    markup.remove(gone)


def _write_call(call: Element, target: str) -> None:
    """The call of a note as Pandoc knows it, without a raised sign around it, which would raise the note."""
    raised = call
    while raised.getparent() is not None and raised.getparent().tag in ("sup", "span"):
        if _said(raised.getparent()) != _said(call) or raised.getparent().tag == "body":
            break
        raised = raised.getparent()
    made = markup.element("a", role="doc-noteref", href=f"#{target}")
    made.text, made.tail = _said(call), raised.tail
    raised.getparent().replace(raised, made)


def _title(root: Element) -> str:
    """The heading that begins or ends the page's title, of which the rest is the name of the site."""
    whole = next((_said(one) for one in root.iter("title")), "")
    for head in root.iter("h1"):
        said = _said(head).rstrip(" ¶#")
        before, found, behind = whole.partition(said) if said else ("", "", "")
        if found and (not before or PARTED.search(before)) and (not behind or PARTED.match(behind)):
            return said
    return ""
