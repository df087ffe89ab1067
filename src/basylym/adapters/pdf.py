"""A PDF as WeasyPrint wrote it -> PDF/UA-1 in settled bytes; any PDF -> its tags: the one home of pikepdf."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pikepdf

from basylym.adapters import _glyph_names, _xmp
from basylym.model.notices import BasylymError, Condition, Notice


def finish(
    content: bytes,
    metadata: Mapping[str, str],
    languages: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    tables: Sequence[int] = (),
    sources: Mapping[str, bytes] = MappingProxyType({}),
    epoch: int = 0,
    places: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Declare PDF/UA-1 beside PDF/A-3a, and write the file so that equal content is equal bytes.

    Args:
        content: tagged, PDF/A-3a.
        metadata: further Dublin Core properties, such as ``identifier`` and ``rights``.
        tables: of each table on each page, which table of the article it is a part of.
        sources: name -> content of each file that the PDF was made from, to be attached.
        epoch: seconds since 1970-01-01 UTC, the date of the attachments.
        languages: ``title`` or ``description`` -> BCP 47 tag -> the same in that language.
        places: the name of a place that links lead to -> what is said of it, in words.
    """
    with pikepdf.open(io.BytesIO(content)) as document:
        stream = document.Root.Metadata
        packet = stream.read_bytes().decode("utf-8")
        packet = _xmp.completed(packet, metadata, languages)
        document.Root.Metadata = document.make_stream(
            packet.encode("utf-8"), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
        )
        _joined(document, tables)
        _scoped(document)
        _spoken(document, places)
        _attach(document, sources, epoch)
        document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        made = io.BytesIO()
        document.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _spoken(document: pikepdf.Pdf, places: Mapping[str, str]) -> None:
    """Describe each link by what it leads to; WeasyPrint names the place, such as ``ref-a1999``.

    Source: ISO 14289-1, 7.18.5.
    """
    for page in document.pages:
        for link in page.get("/Annots", []):
            words = places.get(str(link.get("/Dest", "")))
            if words:
                link.Contents = pikepdf.String(words)


MEDIA = {".md": "/text/markdown", ".bib": "/application/x-bibtex"}


def _attach(document: pikepdf.Pdf, sources: Mapping[str, bytes], epoch: int) -> None:
    """Attach what the article was printed from, as its source.

    Source: ISO 19005-3, 6.8; ISO 32000-2, 14.13.
    """
    if not sources:
        return
    day = datetime.datetime.fromtimestamp(epoch, datetime.UTC).strftime("D:%Y%m%d%H%M%SZ")
    names, specs = pikepdf.Array(), pikepdf.Array()
    for name, content in sorted(sources.items()):
        kind = next((kind for end, kind in MEDIA.items() if name.endswith(end)), "/application/octet-stream")
        file = document.make_stream(content, Type=pikepdf.Name.EmbeddedFile, Subtype=pikepdf.Name(kind))
        file.Params = pikepdf.Dictionary(Size=len(content), ModDate=pikepdf.String(day))
        spec = pikepdf.Dictionary(
            Type=pikepdf.Name.Filespec,
            F=pikepdf.String(name),
            UF=pikepdf.String(name),
            Desc=pikepdf.String(name),
            AFRelationship=pikepdf.Name.Source,
            EF=pikepdf.Dictionary(F=file, UF=file),
        )
        held = document.make_indirect(spec)
        names.append(pikepdf.String(name))
        names.append(held)
        specs.append(held)
    if "/Names" not in document.Root:
        document.Root.Names = pikepdf.Dictionary()
    document.Root.Names.EmbeddedFiles = pikepdf.Dictionary(Names=names)
    document.Root.AF = specs


def _joined(document: pikepdf.Pdf, tables: Sequence[int]) -> None:
    """Make one Table element of a table that goes on over pages; its repeated heads become artefacts."""
    parts = [element for element in _elements(document.Root.StructTreeRoot) if element.S == "/Table"]
    if len(parts) != len(tables):
        return
    pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    first: dict[int, Any] = {}
    for number, part in zip(tables, parts, strict=True):
        whole = first.setdefault(number, part)
        groups = {str(kid.S): kid for kid in whole.K if isinstance(kid, pikepdf.Dictionary)}
        heads = [kid for kid in part.K if kid.S == "/THead"]
        below = [element for head in heads for element in _elements(head)]
        linked = any("/Obj" in kid for element in below for kid in element.get("/K", []) if _is_tag(kid))
        if whole is part or "/TBody" not in groups or "/TFoot" in groups or linked:
            continue
        names = zip(_names(part), _names(whole), strict=False)
        again = {str(mine): str(other) for mine, other in names}
        for row in [row for kid in part.K if kid.S == "/TBody" for row in kid.K]:
            row.P = groups["/TBody"]
            groups["/TBody"].K.append(row)
            for cell in _elements(row):
                if "/A" in cell and "/Headers" in cell.A:
                    headers = [again.get(str(name), str(name)) for name in cell.A.Headers]
                    cell.A.Headers = pikepdf.Array([pikepdf.String(name) for name in headers])
        around = part.P
        around.K = pikepdf.Array([kid for kid in around.K if kid.objgen != part.objgen])
        marks = {int(kid) for element in below for kid in element.get("/K", []) if not _is_tag(kid)}
        page = pages[part.Pg.objgen]
        _unmark(document, page, marks)


def _is_tag(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary)


def _names(table: Any) -> list[Any]:
    """The names of the cells in a table's head."""
    heads = (kid for kid in table.K if kid.S == "/THead")
    return [cell.ID for head in heads for cell in _elements(head) if "/ID" in cell]


def _elements(top: Any) -> Iterator[Any]:
    """The elements below ``top``, in the order of reading."""
    stack = [top]
    while stack:
        node = stack.pop()
        if "/S" in node and node.objgen != top.objgen:
            yield node
        kids: Any = node.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        stack.extend(kid for kid in reversed(kids) if _is_tag(kid) and "/S" in kid)


def _unmark(document: pikepdf.Pdf, number: int, marks: set[int]) -> None:
    """Take pieces of content out of the tags of a page."""
    page = document.pages[number]
    made: list[Any] = []
    for one in pikepdf.parse_content_stream(page):
        named = str(one.operator) == "BDC" and isinstance(one.operands[1], pikepdf.Dictionary)
        if named and int(one.operands[1].get("/MCID", -1)) in marks:
            one = pikepdf.ContentStreamInstruction([pikepdf.Name.Artifact], pikepdf.Operator("BMC"))
        made.append(one)
    page.Contents = document.make_stream(pikepdf.unparse_content_stream(made))
    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    held = next(numbers[place + 1] for place in range(0, len(numbers), 2) if numbers[place] == number)
    for mark in marks:
        held[mark] = None


@dataclass(frozen=True, slots=True)
class Tag:
    """One element of a PDF's tag tree, in the order of reading.

    Attributes:
        kind: such as ``P``; empty for a piece of content.
        words: what is said in its place, as for a figure.
        place: page from 0 and number of its marked content, for a piece of content.
        below: what it holds.
        leads: the name of the place that it leads to, for a link inside the file.
    """

    kind: str
    words: str = ""
    place: tuple[int, int] = (-1, -1)
    below: tuple[Tag, ...] = ()
    leads: str = ""


def tags(content: bytes) -> tuple[Tag, ...]:
    """The tag tree of a PDF: the elements below its root; nothing where it has none.

    Raises:
        BasylymError: ``EDITION_KEEPS_TEXT`` where it is no PDF that can be read.
    """
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
            root = document.Root.get("/StructTreeRoot")
            return () if root is None else _tags(root.get("/K", []), -1, pages)
    except pikepdf.PdfError as error:
        detail = f"the PDF cannot be read: {error}"
        raise BasylymError(Notice(Condition.EDITION_KEEPS_TEXT, detail)) from error


def _tags(kids: Any, page: int, pages: Mapping[tuple[int, int], int]) -> tuple[Tag, ...]:
    made: list[Tag] = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary):
            made.append(Tag("", place=(page, int(kid))))
            continue
        on = pages.get(kid.Pg.objgen, -1) if "/Pg" in kid else page
        if "/S" in kid:
            below = _tags(kid.get("/K", []), on, pages)
            kind, words = str(kid.S).removeprefix("/"), str(kid.get("/Alt", ""))
            made.append(Tag(kind, words, below=below, leads=_leads(kid) if kind == "Link" else ""))
        elif "/MCID" in kid:
            made.append(Tag("", place=(on, int(kid.MCID))))
    return tuple(made)


def _leads(link: Any) -> str:
    kids: Any = link.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    held = (kid.Obj for kid in kids if _is_tag(kid) and "/Obj" in kid)
    return next((str(one.Dest) for one in held if "/Dest" in one), "")


def _scoped(document: pikepdf.Pdf) -> None:
    """Say of each head cell whether it heads a column or, outside the table's head, a row."""
    stack: list[tuple[Any, str]] = [(document.Root.StructTreeRoot, "")]
    while stack:
        node, group = stack.pop()
        kind = str(node.get("/S", ""))
        if kind == "/TH":
            cell = node.get("/A", pikepdf.Dictionary(O=pikepdf.Name.Table))
            cell.Scope = pikepdf.Name.Row if group == "/TBody" else pikepdf.Name.Column
            node.A = cell
        group = kind if kind in ("/THead", "/TBody", "/TFoot") else group
        kids: Any = node.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                stack.append((kid, group))


def hidden(content: bytes) -> Iterator[tuple[str, str]]:
    """Everything that a PDF says beside its pages: where it says it, and the words.

    Properties, alternative texts and addresses; metadata and attachments; pictures with what
    cameras and programs wrote into them. Bytes are read as UTF-8 and as UTF-16.
    """
    with pikepdf.open(io.BytesIO(content)) as document:
        for name, value in document.docinfo.items():
            yield f"the property {name.removeprefix('/')}", str(value)
        for item in document.objects:
            if isinstance(item, pikepdf.Stream):
                yield from _in_stream(item)
            else:
                yield from (("the structure", said) for said in _strings(item))


def _in_stream(stream: pikepdf.Stream) -> Iterator[tuple[str, str]]:
    kind, subtype = str(stream.get("/Type", "")), str(stream.get("/Subtype", ""))
    if kind == "/Metadata":
        where = "the metadata"
    elif kind == "/EmbeddedFile":
        where = "an attachment"
    elif subtype == "/Image":
        where = "a picture"
    else:
        return  # glyphs and font files, which name nobody
    raw = stream.read_raw_bytes() if subtype == "/Image" else stream.read_bytes()
    for encoding, start in (("utf-8", 0), ("utf-16-le", 0), ("utf-16-le", 1)):
        yield where, raw[start:].decode(encoding, "ignore")


def _strings(item: Any) -> Iterator[str]:
    if isinstance(item, pikepdf.String):
        yield str(item)
    elif isinstance(item, pikepdf.Array):
        for part in item:
            if not getattr(part, "is_indirect", False):
                yield from _strings(part)
    elif isinstance(item, pikepdf.Dictionary):
        for part in item.values():
            if not getattr(part, "is_indirect", False):
                yield from _strings(part)


def letters_of(content: bytes) -> _glyph_names.Names:
    """Which letters the fonts of a PDF name their signs after; nothing where it cannot be read."""
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            every = (one for one in document.objects if isinstance(one, pikepdf.Dictionary))
            return _glyph_names.told(one for one in every if one.get("/Type") == "/Font")
    except (pikepdf.PdfError, ValueError, TypeError):
        return {}
