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
from basylym.editions import (
    _book,
    _cover,
    _epub_formulas,
    _epub_pages,
    _epub_tables,
    _held_signs,
    _leaves,
    _markers,
    _pictures,
    _proof,
    _record,
    _sound,
)
from basylym.editions._epub_pages import XHTML
from basylym.editions._page import mirrored, text
from basylym.model.document import Document, plain, walk
from basylym.model.galley import Format, Galley, Hyphenation
from basylym.model.notices import BasylymError, Condition, Notice, Outcome
from basylym.model.wording import Tally
from basylym.stages import isolate

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
IN_LINE = ".//*[local-name()='math'][not(@display='block')] | .//*[local-name()='img'][@class='formula']"
DOCTYPE = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the package, as its manifest names it."""

    name: str
    place: str
    media_type: str
    properties: str


@dataclass(frozen=True, slots=True)
class Kind:
    """For which readers a book is.

    Attributes:
        name: of the edition, for notices.
        style: name of its style sheet.
        plain: the readers know neither MathML nor fonts inside a book; formulas are pictures.
    """

    name: str
    style: str
    plain: bool


ANY = Kind("the EPUB", "epub.css", plain=False)
COVER = "text/cover.xhtml"


def edition(galley: Galley) -> Outcome[bytes]:
    """Print the EPUB.

    Notices: ``FIGURE_EXISTS``, ``MARKUP_IS_SAFE``, ``MATHEMATICS_RENDERS``.
    """
    return printed(galley, ANY)


def printed(galley: Galley, kind: Kind) -> Outcome[bytes]:
    """Print an EPUB for some kind of readers; notices as for the EPUB for any."""
    pictures = _pictures.pictures(galley)
    sound = _sound.sound(galley.document, pictures.value, galley.language)
    pieces, body = _record.cut(sound.value)
    tag = galley.front.language
    title = _epub_pages.bare(plain(pieces.get(f"front-title-{tag}", [])))
    record = _record.record(galley, title)
    whole = _book.book(body, pieces, record, galley.language, galley.colophon)
    book = isolate.document(_markers.marked(whole), galley.language)
    files = epub.unpack(_written(book, record, galley, pictures.value, kind))
    pages = {name: markup.parse_xml(files[name]) for name in files if name.startswith("EPUB/text/")}
    for name, page in pages.items():
        _markers.settle(page)
        _epub_pages.dress(page, name.rpartition("/")[2], record, galley)
        _epub_tables.fit(page)
    named = (
        [(file, _leaves.mark(page, galley.leaves)) for file, page in pages.items()] if galley.leaves else []
    )
    breaks = [
        (f"{file.removeprefix('EPUB/')}#{place}", label) for file, found in named for place, label in found
    ]
    lost = [leaf.label for leaf in galley.leaves if leaf.label not in {label for _, label in breaks}]
    drawn, undrawn = _epub_formulas.formulas(list(pages.values()), pictured=kind.plain)
    for page in pages.values():
        _held_signs.hold(page.xpath(IN_LINE))
    signs = "".join(sorted({sign for page in pages.values() for sign in text(page)})) + ":-…"
    for name in [name for name in files if name.startswith("EPUB/fonts/") and FORMULAS[3] not in name]:
        files[name] = fonts.ttf(name.rpartition("/")[2], signs)
    files |= {f"EPUB/media/{name}": content for name, content in drawn.items()}
    files |= {name: (DOCTYPE + markup.xml(page)).encode() for name, page in pages.items()}
    front = {
        "record": record,
        "alternative": _cover.alternative(galley, record),
        "terms": galley.language.terms,
    }
    painted = _cover.cover(galley, record)
    if painted:
        files["EPUB/media/cover.png"] = painted
        files[f"EPUB/{COVER}"] = jinja.render("epub/cover.xhtml.j2", **front).encode()
    package = markup.parse_xml(files["EPUB/content.opf"])
    values = {
        "record": record,
        "terms": galley.language.terms,
        "front": galley.front,
        "colophon": galley.colophon,
        "abstract": _epub_pages.bare(plain(pieces.get(f"front-abstract-{tag}", []))),
        "abstracts": [
            (other, text)
            for other, text in _record.in_languages(sound.value).get("description", {}).items()
            if other != tag
        ],
        "direction": galley.language.direction,
        "titles": [
            (other.tag, _epub_pages.bare(plain(pieces[f"front-title-{other.tag}"])))
            for other in record.others
            if f"front-title-{other.tag}" in pieces
        ],
        **_package(package, galley, book, kind),
        "cover": COVER if painted else "",
        "drawn": list(drawn),
        "breaks": breaks,
        "embedded": not kind.plain,
    }
    files["EPUB/content.opf"] = jinja.render("epub/package.opf.j2", **values).encode()
    contents = [entry for name, page in pages.items() for entry in _epub_pages.contents(page, name)]
    css = next(name.removeprefix("EPUB/") for name in files if name.endswith(".css"))
    values |= {"contents": contents, "start": contents[0].place, "css": css}
    files["EPUB/nav.xhtml"] = jinja.render("epub/nav.xhtml.j2", **values).encode()
    unnamed = [
        Notice(Condition.PAGES_ARE_NAMED, f"where page {label} begins was not found") for label in lost
    ]
    made = epub.pack(files, galley.colophon.epoch)
    return Outcome(made, (*pictures.notices, *sound.notices, *undrawn, *unnamed))


def prove(galley: Galley, content: bytes) -> Outcome[Tally]:
    """Hold an EPUB against the article it was printed from; as ``proven``."""
    return proven(galley, content, ANY)


def proven(galley: Galley, content: bytes, kind: Kind) -> Outcome[Tally]:
    """Hold an EPUB of some kind against the article it was printed from.

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
    return _proof.judge(document, expected, _proof.tree(bodies), galley, kind.name)


def spine(content: bytes) -> markup.Element:
    """The bodies of an EPUB's pages in one, in reading order, without its cover."""
    files = epub.unpack(content)
    package = markup.parse_xml(files["EPUB/content.opf"])
    places = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
    whole = markup.element("body")
    read = [places[ref.get("idref")] for ref in package.iter("{*}itemref")]
    for place in (one for one in read if one != COVER):
        whole.append(markup.parse_xml(files[f"EPUB/{place}"]).find(f"{XHTML}body"))
    return whole


def _written(
    book: Document,
    record: _record.Record,
    galley: Galley,
    pictures: Mapping[str, _pictures.Picture],
    kind: Kind,
) -> bytes:
    """The EPUB as Pandoc makes it."""
    faces = [] if kind.plain else _faces(book)
    files = {picture.name: picture.content for picture in pictures.values()}
    for face in faces:
        file = face[3]
        files[file] = _formula_font(book) if face is FORMULAS else resources.read_bytes(f"fonts/{file}")
    rules = "".join(_declared(*face) for face in faces)
    css = ("" if kind.plain else resources.read("markers.css")) + resources.read(kind.style)
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


def _package(package: markup.Element, galley: Galley, book: Document, kind: Kind) -> dict[str, Any]:
    """The values of the package document; its files as Pandoc named them."""
    front, head = galley.front, galley.front.masthead
    day = front.published or front.date
    images = [node for node in walk(book.blocks) if node["t"] == "Image"]
    described = all(plain(node["c"][1]) or dict(node["c"][0][2]).get("alt") for node in images)
    formulas = any(node["t"] == "Math" for node in walk(book.blocks))
    features = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"]
    features += ["alternativeText"] if images and described else []
    features += ["MathML", "describedMath"] if formulas and not kind.plain else []
    items = [
        Item(
            item.get("id"),
            item.get("href"),
            item.get("media-type"),
            item.get("properties", "").replace("mathml", "") if kind.plain else item.get("properties", ""),
        )
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
        "formulas": formulas,
        "features": features,
    }


FORMAT = Format(".epub", "application/epub+zip", Hyphenation(9, 3, 3), edition, prove, names_pages=True)
