"""Galley -> an EPUB 3.3 that reads on a phone by night: Pandoc's pages, our package and navigation.

The article is one flow in one file: it is read as one piece, and notes and references that lie in
the same file open in place in every reader.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from basylym.adapters import epub, fonts, jinja, markup, pandoc, resources
from basylym.editions import _book, _pictures, _proof, _record, _sound
from basylym.editions._page import NUMERAL, mirrored, text
from basylym.model.document import Document, plain, walk
from basylym.model.galley import Format, Galley, Hyphenation
from basylym.model.notices import BasylymError, Condition, Notice, Outcome
from basylym.model.wording import Tally

FACES = (  # family, weight, style, file
    ("Source Serif 4", "400", "normal", "SourceSerif4_400Regular.ttf"),
    ("Source Serif 4", "400", "italic", "SourceSerif4_400Regular_Italic.ttf"),
    ("Source Serif 4", "600", "normal", "SourceSerif4_600SemiBold.ttf"),
    ("Source Sans 3", "400", "normal", "SourceSans3_400Regular.ttf"),
    ("Source Sans 3", "600", "normal", "SourceSans3_600SemiBold.ttf"),
)
BOTH = ("Source Serif 4", "600", "italic", "SourceSerif4_700Bold_Italic.ttf")
CODE = ("Noto Sans Mono", "400", "normal", "NotoSansMono_400Regular.ttf")
FORMULAS = ("STIX Two Math", "400", "normal", "STIXTwoMath.ttf")
XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DOCTYPE = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the package, as its manifest names it."""

    name: str
    place: str
    media_type: str
    properties: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the navigation, and the lines below it; ``language`` is empty where it is the article's."""

    place: str
    text: str
    language: str
    below: tuple[Entry, ...] = ()


def edition(galley: Galley) -> Outcome[bytes]:
    """Print the EPUB.

    Notices: ``FIGURE_EXISTS``, ``MARKUP_IS_SAFE``.
    """
    pictures = _pictures.pictures(galley)
    sound = _sound.sound(galley.document, pictures.value, galley.language)
    pieces, body = _record.cut(sound.value)
    tag = galley.front.language
    title = _bare(plain(pieces.get(f"front-title-{tag}", [])))
    record = _record.record(galley, title)
    book = _book.book(body, pieces, record, galley.language, galley.colophon)
    files = epub.unpack(_written(book, record, galley, pictures.value))
    pages = {name: markup.parse_xml(files[name]) for name in files if name.startswith("EPUB/text/")}
    for name, page in pages.items():
        _dress(page, name.rpartition("/")[2], record, galley)
        files[name] = (DOCTYPE + markup.xml(page)).encode()
    package = markup.parse_xml(files["EPUB/content.opf"])
    values = {
        "record": record,
        "terms": galley.language.terms,
        "front": galley.front,
        "colophon": galley.colophon,
        "abstract": _bare(plain(pieces.get(f"front-abstract-{tag}", []))),
        "abstracts": [
            (other, text)
            for other, text in _record.in_languages(sound.value).get("description", {}).items()
            if other != tag
        ],
        "direction": galley.language.direction,
        "titles": [
            (other.tag, _bare(plain(pieces[f"front-title-{other.tag}"])))
            for other in record.others
            if f"front-title-{other.tag}" in pieces
        ],
        **_package(package, galley, book),
    }
    files["EPUB/content.opf"] = jinja.render("epub/package.opf.j2", **values).encode()
    contents = [entry for name, page in pages.items() for entry in _contents(page, name)]
    css = next(name.removeprefix("EPUB/") for name in files if name.endswith(".css"))
    values |= {"contents": contents, "start": contents[0].place, "css": css}
    files["EPUB/nav.xhtml"] = jinja.render("epub/nav.xhtml.j2", **values).encode()
    made = epub.pack(files, galley.colophon.epoch)
    return Outcome(made, (*pictures.notices, *sound.notices))


def prove(galley: Galley, content: bytes) -> Outcome[Tally]:
    """Hold an EPUB against the article it was printed from.

    Raises:
        BasylymError: ``EDITION_KEEPS_TEXT`` where it is no EPUB that can be read.
    """
    document = _sound.sound(galley.document, _pictures.pictures(galley).value, galley.language).value
    try:
        bodies = spine(content)
    except (epub.BrokenError, markup.XMLError, KeyError) as error:
        detail = f"the EPUB cannot be read: {error}"
        raise BasylymError(Notice(Condition.EDITION_KEEPS_TEXT, detail)) from error
    expected = _proof.body(document, (galley.front.language,))
    return _proof.judge(document, expected, _proof.tree(bodies), galley, "the EPUB")


def spine(content: bytes) -> markup.Element:
    """The bodies of an EPUB's pages in one, in reading order."""
    files = epub.unpack(content)
    package = markup.parse_xml(files["EPUB/content.opf"])
    places = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
    whole = markup.element("body")
    for place in (places[ref.get("idref")] for ref in package.iter("{*}itemref")):
        whole.append(markup.parse_xml(files[f"EPUB/{place}"]).find(f"{XHTML}body"))
    return whole


def _bare(written: str) -> str:
    return " ".join(written.replace("\u00ad", "").split())


def _written(
    book: Document, record: _record.Record, galley: Galley, pictures: Mapping[str, _pictures.Picture]
) -> bytes:
    """The EPUB as Pandoc makes it."""
    faces = _faces(book)
    files = {picture.name: picture.content for picture in pictures.values()}
    for face in faces:
        file = face[3]
        files[file] = _formula_font(book) if face is FORMULAS else resources.read_bytes(f"fonts/{file}")
    rules = "".join(_declared(*face) for face in faces)
    css = resources.read("epub.css")
    files["epub.css"] = (rules + (mirrored(css) if galley.language.direction == "rtl" else css)).encode()
    files["page.xhtml"] = resources.read_bytes("epub/page.xhtml")
    meta = {"title": record.title, "lang": record.language, "identifier": galley.colophon.identifier}
    flags = [
        *("--mathml", "--syntax-highlighting=none", "--split-level=1", "--epub-title-page=false"),
        *("--css=epub.css", "--template=page.xhtml", "--toc-depth=3"),
        *(f"--epub-embed-font={face[3]}" for face in faces),
    ]
    told = {name: {"t": "MetaString", "c": value} for name, value in meta.items()}
    return pandoc.write_epub(book, told, files, flags, galley.colophon.epoch)


def _faces(book: Document) -> list[tuple[str, str, str, str]]:
    """The faces a book needs: code, formulas and bold italics have theirs only where they occur."""
    kinds = {node["t"] for node in walk(book.blocks)}
    strong = [node for node in walk(book.blocks) if node["t"] in ("Strong", "Header")]
    slanted = [node for node in walk(book.blocks) if node["t"] == "Emph"]
    both = any(node["t"] == "Emph" for node in walk(strong)) or any(n["t"] == "Strong" for n in walk(slanted))
    return [
        *FACES,
        *([BOTH] if both else []),
        *([CODE] if kinds & {"Code", "CodeBlock"} else []),
        *([FORMULAS] if "Math" in kinds else []),
    ]


def _formula_font(book: Document) -> bytes:
    nodes = [node["c"] for node in walk(book.blocks) if node["t"] == "Math"]
    formulas = [(tex, kind["t"] == "DisplayMath") for kind, tex in nodes]
    signs = "".join(text(markup.fragment(one)) for one in pandoc.mathml(formulas))
    return fonts.mathematics(signs, packed=False)


def _declared(family: str, weight: str, style: str, file: str) -> str:
    described = f"font-family: '{family}'; font-weight: {weight}; font-style: {style}"
    return f"@font-face {{ {described}; src: url(../fonts/{file}); }}\n"


def _dress(page: markup.Element, name: str, record: _record.Record, galley: Galley) -> None:
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
    for caption in page.iter(f"{XHTML}figcaption"):
        caption.attrib.pop("aria-hidden", None)  # it may hold links, and its number is said nowhere else
    for cell in page.iter(f"{XHTML}td"):
        if NUMERAL.fullmatch(_bare(text(cell))):
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


def _package(package: markup.Element, galley: Galley, book: Document) -> dict[str, Any]:
    """The values of the package document; its files as Pandoc named them."""
    front, head = galley.front, galley.front.masthead
    day = front.published or front.date
    images = [node for node in walk(book.blocks) if node["t"] == "Image"]
    described = all(plain(node["c"][1]) or dict(node["c"][0][2]).get("alt") for node in images)
    formulas = any(node["t"] == "Math" for node in walk(book.blocks))
    features = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"]
    features += ["alternativeText"] if images and described else []
    features += ["MathML"] if formulas else []
    items = [
        Item(item.get("id"), item.get("href"), item.get("media-type"), item.get("properties", ""))
        for item in package.iter("{*}item")
    ]
    return {
        "items": [replace(item, name=re.sub(r"[^\w.-]", "-", item.name)) for item in items],
        "spine": [ref.get("idref") for ref in package.iter("{*}itemref")],
        "creators": [list(person.name.items()) for person in front.contributors if any(person.name.values())],
        "subjects": list(front.keywords.items()),
        "day": day.isoformat() if day else "",
        "position": ".".join(re.findall(r"\d+", head.volume)[:1] + re.findall(r"\d+", head.issue)[:1]),
        "modified": datetime.fromtimestamp(galley.colophon.epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "pictures": bool(images),
        "described": described,
        "features": features,
    }


def _contents(page: markup.Element, name: str) -> list[Entry]:
    """Headings of levels 1 to 3, those of level 3 below the last of level 2."""
    entries: list[Entry] = []
    for heading in page.xpath("//*[local-name()='h1' or local-name()='h2' or local-name()='h3']"):
        place = heading.get("id") or heading.getparent().get("id")
        for call in heading.xpath(".//*[@role='doc-noteref']"):
            heading = _without(heading, call)
        told = _bare(text(heading))
        if not (place and told):
            continue
        inner = heading.find(f"{XHTML}span[@lang]")
        language = inner.get("lang") if inner is not None and _bare(text(inner)) == told else ""
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


FORMAT = Format(".epub", "application/epub+zip", Hyphenation(9, 3, 3), edition, prove)
