"""Pandoc's HTML of an article -> its parts as the web page sets them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from basylym.adapters import markup
from basylym.editions import _held_signs, _markers, _previews
from basylym.editions._pictures import Picture
from basylym.model.language import Language

HARMLESS_STYLE = re.compile(
    r"((text-align:\s?(left|right|center)|(width|height):\s?[\d.]+(%|px|em|cm|mm|in|pt)?);?\s*)+"
)
SHORT_CELL = 18  # characters of a table's cell that is not broken: the table scrolls instead
LONG_FORMULA = 40  # characters of TeX; a longer one may be wider than a phone
NUMERAL = re.compile(r"[-−–+±~<>≈]?\s?\d[\d\s.,:/–−-]*\s?[%‰]?")
ADDRESS = re.compile(r"https?://\S+")
AFTER_SLASH = re.compile(r"(?<=[/&?=])(?=[^/])")
AT_LEFT = re.compile(r"(text-align:\s?)left")
OTHER_SIDE = {"left": "right", "right": "left", "90deg": "270deg", "270deg": "90deg"}
SIDE = re.compile(r"(?<!csl-)\b(?:left|right|90deg|270deg)\b")
VALUE = r"([^\s;{}()]+)"
FOUR_SIDES = re.compile(rf"((?:margin|padding):) {VALUE} {VALUE} {VALUE} {VALUE}([;\s}}])")
OTHER_WAY = '[dir="ltr"]{text-align:left}.csl-entry[dir="ltr"]{padding:0 0 0 1.9em}'
UNSEEN = frozenset(("annotation", "style", "script"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: where it leads, what it says, how deep it lies (from 2)."""

    place: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a page, as HTML.

    Attributes:
        pieces: identifier -> inside of a piece of the front matter.
        text: the article's body, notes and references.
        contents: its headings of levels 2 and 3.
        notes: how many notes there are.
        rules: CSS that the body needs in place of style attributes, which the page's policy forbids.
    """

    pieces: Mapping[str, str]
    text: str
    contents: tuple[Entry, ...]
    notes: int
    rules: str


def page(written: str, pictures: Mapping[str, Picture], language: Language) -> Page:
    """Cut and dress what Pandoc wrote.

    Args:
        written: HTML with section elements and MathML.
        pictures: path as written -> what is shown in its place.
        language: of the article.
    """
    root = markup.fragment(written)
    _markers.settle(root)
    notes = _notes(root, language)
    _tables(root)
    _code(root)
    _formulas(root)
    _images(root, pictures)
    _addresses(root)
    rules = _rules(root)
    _previews.preview(root)
    pieces = {}
    for element in [child for child in root if child.get("id", "").startswith("front-")]:
        blocks = element.findall("p")
        title = element.get("id", "").startswith("front-title-") and len(blocks) == 1
        if title:
            _broken_at_colon(blocks[0])
        pieces[element.get("id")] = markup.inside(blocks[0] if title else element)
        root.remove(element)
    contents = _contents(root)
    _anchors(root, language)
    return Page(pieces, markup.inside(root), contents, notes, rules)


def mirrored(css: str) -> str:
    """A style sheet for a page that reads from right to left: its sides changed."""
    css = SIDE.sub(lambda found: OTHER_SIDE[found.group()], css)
    return FOUR_SIDES.sub(r"\1 \2 \5 \4 \3\6", css) + OTHER_WAY


def from_the_right(style: str) -> str:
    """What a table says of its columns, read from right to left: text begins at the right.

    Columns of figures stay at the right too, unit below unit, for figures read from left to right.
    """
    return AT_LEFT.sub(r"\1right", style)


def text(element: markup.Element) -> str:
    """All that a reader sees of an element: its text without a formula's TeX."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return ""
    inner = "".join(text(child) + (child.tail or "") for child in element)
    return (element.text or "") + inner


def _notes(root: markup.Element, language: Language) -> int:
    """Give the notes a heading and plain links back, and set them before the references."""
    found = root.xpath("./section[@id='footnotes']")
    if not found:
        return 0
    section = found[0]
    for rule in section.findall("hr"):
        markup.remove(rule)
    heading = markup.element_in("h2", section)
    heading.text = language.terms.notes
    heading.set("id", "_notes")
    section.set("aria-labelledby", "_notes")
    section.set("class", "notes")
    for link in section.xpath(".//a[@role='doc-backlink']"):
        link.text = "↑"
        link.set("class", "back")
        link.set("aria-label", language.terms.back)
        around = markup.wrap(link, "span", class_="backlinks")
        before = around.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + " "
        else:
            around.getparent().text = (around.getparent().text or "") + " "
    lists = root.xpath("./section[.//*[@id='refs']]")
    if lists:
        root.remove(section)
        lists[-1].addprevious(section)
    return len(section.xpath("./ol/li"))


def _tables(root: markup.Element) -> None:
    """Let each table scroll in a box of its own, its caption above and outside."""
    for number, table in enumerate(root.xpath(".//table"), 1):
        for cell in table.xpath("./thead//th"):
            cell.set("scope", "colgroup" if cell.get("colspan") else "col")
        for cell in table.iter("td"):
            told = " ".join(text(cell).split())
            if NUMERAL.fullmatch(told) or len(told) <= SHORT_CELL:
                cell.set("class", "whole")
        box = markup.wrap(table, "div", class_="scroll", role="group", tabindex="0")
        caption = table.find("caption")
        if caption is None:
            box.set("aria-labelledby", _nearest_heading(box))
            continue
        figure = markup.wrap(box, "figure", class_="table")
        if table.get("id"):
            figure.set("id", table.attrib.pop("id"))
        table.remove(caption)
        caption.tag, caption.tail = "figcaption", None
        caption.set("id", f"_table-{number}")
        figure.insert(0, caption)
        box.set("aria-labelledby", f"_table-{number}")
        table.set("aria-labelledby", f"_table-{number}")


def _code(root: markup.Element) -> None:
    for block in root.xpath(".//pre"):
        block.set("tabindex", "0")
        block.set("role", "group")
        block.set("aria-labelledby", _nearest_heading(block))


def _nearest_heading(element: markup.Element) -> str:
    """The identifier of the section around an element, or of the title."""
    for outer in element.iterancestors("section"):
        heading = next((child for child in outer if child.tag in ("h2", "h3", "h4", "h5", "h6")), None)
        if heading is not None:
            if not heading.get("id"):
                heading.set("id", f"_in-{outer.get('id', 'section')}")
            return str(heading.get("id"))
    return "_title"


def _formulas(root: markup.Element) -> None:
    for formula in root.xpath(".//div[contains(@class, 'equation')]//*[local-name()='math']"):
        tex = "".join(formula.xpath(".//*[local-name()='annotation']/text()"))
        box = markup.wrap(formula, "span", class_="formula")
        if len(tex.strip()) > LONG_FORMULA:
            box.set("tabindex", "0")
    _held_signs.hold(root.xpath(".//*[local-name()='math'][not(@display='block' or ../@class='formula')]"))


def _images(root: markup.Element, pictures: Mapping[str, Picture]) -> None:
    named = {picture.name: picture for picture in pictures.values()}
    for image in root.xpath(".//img"):
        image.set("src", named[image.get("src")].address)
    for caption in root.xpath(".//figcaption[@aria-hidden]"):
        del caption.attrib["aria-hidden"]  # it may hold links, and its number is said nowhere else


def _addresses(root: markup.Element) -> None:
    """Let a printed address break after its slashes, and nowhere else if it can."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in UNSEEN | {"code", "pre"}:
            continue
        for chunk in markup.texts(element):
            if ADDRESS.search(chunk.text):
                parts = ADDRESS.sub(lambda found: AFTER_SLASH.sub("\0", found.group()), chunk.text).split(
                    "\0"
                )
                markup.split(chunk, parts, "wbr")


def _rules(root: markup.Element) -> str:
    """Turn style attributes into classes, and those that are no business of an article's into nothing."""
    known: dict[str, str] = {}
    for element in root.xpath(".//*[@style]"):
        style = element.attrib.pop("style").strip()
        if not HARMLESS_STYLE.fullmatch(style):
            continue
        name = known.setdefault(style, f"s{len(known)}")
        element.set("class", f"{element.get('class', '')} {name}".strip())
    return "".join(f".{name}{{{style}}}" for style, name in known.items())


def _broken_at_colon(paragraph: markup.Element) -> None:
    """Keep the part of a title before its colon together, so that the line ends there if it must end."""
    before, colon, after = (paragraph.text or "").partition(": ")
    if not colon:
        return
    part = markup.element_in("span", paragraph)
    part.set("class", "part")
    part.text, part.tail = before + ":", " " + after


def _contents(root: markup.Element) -> tuple[Entry, ...]:
    entries = []
    for heading in root.xpath(".//h2 | .//h3"):
        place = heading.getparent().get("id") if heading.getparent().tag == "section" else heading.get("id")
        words = " ".join(_without_calls(heading).split())
        if place and words:
            entries.append(Entry(place, words, int(heading.tag[1])))
    return tuple(entries)


def _anchors(root: markup.Element, language: Language) -> None:
    """Give every heading an address that can be copied; its sign is the style sheet's."""
    for heading in root.xpath(".//section/*[self::h2 or self::h3 or self::h4]"):
        place = heading.getparent().get("id")
        if place:
            link = markup.element("a", class_="anchor", href=f"#{place}")
            link.set("aria-label", language.terms.anchor)
            heading.append(link)


def _without_calls(heading: markup.Element) -> str:
    calls = heading.xpath(".//a[@role='doc-noteref']")
    told = text(heading)
    for call in calls:
        told = told.replace(text(call), "", 1)
    return told
