"""Pandoc's pages of a book -> the same with what Pandoc leaves undone, and what the navigation says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from basylym.adapters import markup
from basylym.editions import _record
from basylym.editions._page import NUMERAL, from_the_right, text
from basylym.model.galley import Galley

XHTML = "{http://www.w3.org/1999/xhtml}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the navigation, and the lines below it; ``language`` is empty where it is the article's."""

    place: str
    text: str
    language: str
    below: tuple[Entry, ...] = ()


def dress(page: markup.Element, name: str, record: _record.Record, galley: Galley) -> None:
    """What Pandoc leaves undone: title, languages, numbered notes with a way back, roles."""
    for link in page.iter(f"{XHTML}a"):
        link.set(
            "href", link.get("href", "").removeprefix(name)
        )  # readers open in place what is in this file
    page.find(f"{XHTML}head/{XHTML}title").text = record.title
    if galley.language.direction == "rtl":
        page.set("dir", "rtl")
    for element in page.iter(f"{XHTML}*"):
        if element.get("lang"):
            element.set(LANG, element.get("lang"))
            if galley.language.direction == "rtl" and not element.get("lang").endswith("-Arab"):
                element.set("dir", "ltr")
        if galley.language.direction == "rtl" and element.get("style"):
            element.set("style", from_the_right(element.get("style")))
    for caption in page.iter(f"{XHTML}figcaption"):
        caption.attrib.pop("aria-hidden", None)  # it may hold links, and its number is said nowhere else
    for cell in page.iter(f"{XHTML}td"):
        if NUMERAL.fullmatch(bare(text(cell))):
            cell.set("class", "numeral")
    for block in list(page.iter(f"{XHTML}div")):
        if block.get("class") == "abstract":
            block.tag = f"{XHTML}section"
            block.set("role", "doc-abstract")
            block.set("aria-label", galley.language.terms.abstract)
    _notes(page, galley)


def _notes(page: markup.Element, galley: Galley) -> None:
    terms = galley.language.terms
    for section in page.xpath("//*[@id='footnotes']"):
        section.set("aria-label", terms.notes)
        for rule in section.findall(f"{XHTML}hr"):
            markup.remove(rule)
        for aside in section.findall(f"{XHTML}aside"):
            name = aside.get("id")
            first = aside.find(f"{XHTML}p")
            if first is None or first is not aside[0]:
                first = markup.element_in(f"{XHTML}p", aside)
            back = markup.element_in(f"{XHTML}a", first)
            back.text = name.removeprefix("fn")
            back.tail = " " + (back.tail or "")
            back.set("href", f"#fnref{back.text}")
            back.set("class", "note-number")
            back.set("role", "doc-backlink")
            back.set("aria-label", f"{back.text}. {terms.back}")
        lists = page.xpath("//*[local-name()='section'][.//*[@id='refs']][not(.//*[local-name()='h1'])]")
        if lists:
            section.getparent().remove(section)
            lists[0].addprevious(section)


def contents(page: markup.Element, name: str) -> list[Entry]:
    """Headings of levels 1 to 3, those of level 3 below the last of level 2."""
    entries: list[Entry] = []
    for heading in page.xpath("//*[local-name()='h1' or local-name()='h2' or local-name()='h3']"):
        place = heading.get("id") or heading.getparent().get("id")
        for call in heading.xpath(".//*[@role='doc-noteref']"):
            heading = _without(heading, call)
        told = bare(text(heading))
        if not (place and told):
            continue
        inner = heading.find(f"{XHTML}span[@lang]")
        language = inner.get("lang") if inner is not None and bare(text(inner)) == told else ""
        entry = Entry(f"{name.removeprefix('EPUB/')}#{place}", told, language)
        if heading.tag == f"{XHTML}h3" and entries:
            entries[-1] = replace(entries[-1], below=(*entries[-1].below, entry))
        else:
            entries.append(entry)
    return entries


def _without(heading: markup.Element, call: markup.Element) -> markup.Element:
    """A copy of a heading without the note call in it."""
    place = [other is call for other in heading.iter()].index(True)
    copy = markup.copied(heading)
    markup.remove(list(copy.iter())[place])
    return copy


def bare(written: str) -> str:
    """A text in one line, without soft hyphens."""
    return " ".join(written.replace("\u00ad", "").split())
