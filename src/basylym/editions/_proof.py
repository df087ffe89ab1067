"""An edition's tree or tags -> Wording: all that it shows, in reading order."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from basylym.adapters import markup, pdf, pdfium
from basylym.editions import _record
from basylym.model import days
from basylym.model.document import Document, Node, plain, rewrite, string, walk
from basylym.model.galley import Galley
from basylym.model.notices import Outcome
from basylym.model.wording import OBJECT, Tally, Wording
from basylym.stages import prove, wording

BLOCKS = frozenset(
    "address article aside blockquote br caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5"
    " h6 header hr li main nav ol p pre section summary table td th tr ul".split()
)
UNSEEN = frozenset(("annotation", "style", "script", "head"))
DOLLARS = re.compile(r"^\$+|\$+$")
NOTE_NUMBER = re.compile(r"^\s*\d+\s*\n")


def judge(
    document: Document,
    expected: Wording,
    found: Wording,
    galley: Galley,
    name: str,
    outside: str = "",
    *,
    added: tuple[str, ...] = (),
    in_lines: bool = False,
) -> Outcome[Tally]:
    """Hold an edition's wording against the article's, and count that.

    Args:
        document: as printed, the pieces of the front matter at its head.
        expected: of the document without them.
        found: of the edition.
        galley: what it was printed from.
        name: of the edition, for notices.
        outside: what the edition shows beside its text, such as running heads.
        added: what the edition says beside the article.
        in_lines: as for ``prove.compare``.
    """
    compared = prove.compare(expected, found, name, in_lines=in_lines)
    notices = list(compared.notices)
    pieces, body = _record.cut(document)
    around = compared.value or found.running
    told = (text for blocks in pieces.values() for text in _passages(document.with_blocks(blocks)))
    notices += prove.leads(document, found.cites, name, in_lines=in_lines)
    notices += prove.missing([*told, *_named(galley)], f"{found.running}\n{outside}", name, added)
    formulas = sum(node["t"] == "Math" for node in walk(list(pieces.values())))
    notices += prove.formulas(f"{around}{outside}".count(OBJECT), formulas, name) if compared.value else ()
    if compared.value:
        said = [plain(block) for block in document.blocks]
        known = [*declared(galley), *added, *said, plain(body.blocks)]
        notices += prove.strange(f"{around}\n{outside}", known, name)
    return Outcome(prove.tally(expected, body), tuple(notices))


def body(
    document: Document,
    tags: tuple[str, ...] = ("",),
    *,
    caption_first: bool = False,
    instead: Callable[[str], str | None] = lambda tex: None,
) -> Wording:
    """What a document says behind the pieces of its front matter.

    Args:
        document: as printed.
        tags: the languages whose pieces stand before the body and have notes of lower numbers.
        caption_first, instead: as for ``wording.wording``.
    """
    pieces, rest = _record.cut(document)
    mine = [blocks for name, blocks in pieces.items() if name.endswith(tags)]
    first = 1 + sum(node["t"] == "Note" for node in walk(mine))
    return wording.wording(rest, first, caption_first=caption_first, instead=instead)


def tree(root: markup.Element) -> Wording:
    """The wording of a page's body, HTML or XHTML."""
    reader = _Tree({element.get("id"): element for element in root.iter() if element.get("id")})
    reader.read(root)
    running, reader.out = "".join(reader.out), []
    notes = []
    for name in reader.calls:
        body = reader.named.get(name)
        if body is None:
            continue
        reader.read(body)
        notes.append("".join(reader.out))
        reader.out = []
    spare = [body for body in reader.bodies if body.get("id") not in reader.calls]
    notes += ["".join(body.itertext()) for body in spare]
    return Wording(running, tuple(notes), tuple(reader.objects), reader.tables, frozenset(reader.cites))


class _Tree:
    """Reads elements; ``calls`` are the names of the notes called, ``bodies`` those that are there."""

    def __init__(self, named: Mapping[str, markup.Element]) -> None:
        self.named = named
        self.out: list[str] = []
        self.objects: list[str] = []
        self.calls: list[str] = []
        self.bodies: list[markup.Element] = []
        self.cites: set[tuple[str, str]] = set()
        self.tables = 0

    def read(self, element: markup.Element) -> None:
        kind = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        classes = set((element.get("class") or "").split())
        if not kind or kind in UNSEEN or element.get("role") == "doc-backlink":  # a way back is ours
            return
        if element.get("id") == "footnotes":
            found = element.xpath("./*[local-name()='ol']/*[local-name()='li'] | ./*[local-name()='aside']")
            self.bodies += found
            return
        if kind == "math":
            tex = element.xpath(".//*[local-name()='annotation']/text()")
            self._shown("".join(tex))
            return
        if kind == "span" and "math" in classes:
            self._shown(DOLLARS.sub("", "".join(element.itertext())))
            return
        if kind == "img":
            self._shown(element.get("alt") or "")
            return
        self.tables += kind == "table"
        if element.get("role") == "doc-noteref":
            self.calls.append((element.get("href") or "").rpartition("#")[2])
        leads = unquote((element.get("href") or "").rpartition("#")[2]) if kind == "a" else ""
        if leads.startswith(prove.REFERENCE):
            self.cites.add((leads, "".join(element.itertext())))
        edge = "\n" if kind in BLOCKS else ""
        self.out += [edge, element.text or ""]
        for child in element:
            self.read(child)
            self.out.append(child.tail or "")
        self.out.append(edge)

    def _shown(self, words: str) -> None:
        self.out.append(OBJECT)
        self.objects.append(words)


def pages(content: bytes) -> tuple[Wording, str]:
    """The wording of a PDF by its tag tree, and the text that no tag holds.

    Raises:
        BasylymError: ``EDITION_KEEPS_TEXT`` where it is no PDF that can be read.
    """
    marked = pdfium.marked(content)
    reader = _Pages(marked)
    areas: list[pdf.Tag] = []
    for top in pdf.tags(content):
        for part in top.below:
            if part.kind == "NonStruct":  # the foot of a page
                areas.append(part)
            else:
                reader.read(part)
    running, notes = "".join(reader.out), []
    for note in (note for area in areas for note in area.below):
        reader.out = []
        reader.read(note)
        notes.append(NOTE_NUMBER.sub("", "".join(reader.out)))
    outside = "\n".join(text for place, texts in marked.items() if place not in reader.seen for text in texts)
    read = Wording(running, tuple(notes), tuple(reader.objects), reader.tables, frozenset(reader.cites))
    return read, outside


class _Pages:
    """Reads tags; ``seen`` are the pieces of content they hold, ``head`` and ``end`` the last table's."""

    def __init__(self, marked: Mapping[tuple[int, int], tuple[str, ...]]) -> None:
        self.marked = marked
        self.out: list[str] = []
        self.objects: list[str] = []
        self.seen: set[tuple[int, int]] = set()
        self.cites: set[tuple[str, str]] = set()
        self.tables = 0
        self.head: list[str] = []
        self.end = -1

    def read(self, tag: pdf.Tag) -> None:
        """Read an element and all below it."""
        if tag.kind == "Table":
            self.table(tag)
            return
        if tag.kind == "Figure":
            places = [one.place for one in _leaves(tag)]
            self.seen.update(places)
            if any(place in self.marked for place in places):  # a tag alone shows nothing
                self.out.append(f"\n{OBJECT}\n")
                self.objects.append("" if tag.words == "·" else tag.words)
            return
        if tag.kind == "Lbl":
            self.seen.update(one.place for one in _leaves(tag))
            return
        if tag.leads.startswith(prove.REFERENCE):
            words = (text for leaf in _leaves(tag) for text in self.marked.get(leaf.place, ()))
            self.cites.add((tag.leads, "".join(words)))
        if not tag.kind:
            self.seen.add(tag.place)
            self.out += [f"{text}\n" for text in self.marked.get(tag.place, ())]
        for one in tag.below:
            self.read(one)

    def table(self, tag: pdf.Tag) -> None:
        """Read a table; one that goes on over a page says its head again, which is passed over."""
        start = len(self.out)
        heads = []
        for part in tag.below:
            place = len(self.out)
            self.read(part)
            if part.kind == "THead":
                heads = self.out[place:]
                if start == self.end and heads == self.head:
                    del self.out[place:]
        self.tables += not (start == self.end and heads == self.head)
        self.head, self.end = heads, len(self.out)


def _leaves(tag: pdf.Tag) -> Iterator[pdf.Tag]:
    if not tag.kind:
        yield tag
    for one in tag.below:
        yield from _leaves(one)


def declared(galley: Galley) -> Iterator[str]:
    """Every text that the press may print around the article's own."""
    front = galley.front
    tags = {front.language, *front.title, *front.abstract, *front.keywords}
    packs = [pack for tag, pack in galley.languages.items() if tag in tags or tag.split("-")[0] in tags]
    for pack in (galley.language, *packs):
        yield pack.autonym
        yield from (_unhyphened(value) for value in _strings(pack.terms))
        yield from _strings(pack.csl_terms)
        for day in (front.date, front.received, front.accepted, front.published):
            yield from (days.printed(day, pack), day.isoformat()) if day else ()
    yield from tags
    yield from _strings(front)
    yield from _strings(galley.colophon)
    yield from (_record.FONTS, "ISSN eISSN DOI ORCID mailto: https://doi.org/ https://orcid.org/")
    yield " ".join(map(str, range(1000)))  # folios, numbers of pages, marks of affiliations


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield re.sub(r"\{\w*\}", "", value)
    elif isinstance(value, int):
        yield str(value)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _strings(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from (str(key) for key in value)
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def _unhyphened(text: str) -> str:
    return text.replace("\u00ad", "")


def _named(galley: Galley) -> Iterator[str]:
    """What every edition shows of the front matter, beside title and abstract."""
    front = galley.front
    yield from (_record.said(person.name, front.language).text for person in front.contributors)
    yield from (_record.said(place, front.language).text for place in front.affiliations)
    yield from front.keywords.get(front.language, ())
    yield from (front.doi, front.notice, front.kind)


def _passages(document: Document) -> Iterator[str]:
    """The text of a piece of the front matter, cut where a formula or a note interrupts it."""

    def change(node: Node, _: str) -> Node:
        return string(OBJECT) if node["t"] == "Note" else node

    uncalled = document.with_blocks(rewrite(list(document.blocks), change, ""))
    said = wording.wording(uncalled, instead=lambda tex: OBJECT)
    for line in said.running.split("\n"):
        yield from re.split(f"{OBJECT}", line)
