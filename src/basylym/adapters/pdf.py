"""A PDF as WeasyPrint wrote it -> PDF/UA-1 in settled bytes; any PDF -> its tags: the one home of pikepdf."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pikepdf

from basylym.model.notices import BasylymError, Condition, Notice

EXTENSION = """<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>
"""
"""PDF/A-3 allows a property of XMP only if the file describes its schema: ISO 19005-3, 6.6.2.3."""


def finish(
    content: bytes,
    metadata: Mapping[str, str],
    languages: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> bytes:
    """Declare PDF/UA-1 beside PDF/A-3a, and write the file so that equal content is equal bytes.

    Args:
        content: tagged, PDF/A-3a.
        metadata: further Dublin Core properties, such as ``identifier`` and ``rights``.
        languages: ``title`` or ``description`` -> BCP 47 tag -> the same in that language.
    """
    with pikepdf.open(io.BytesIO(content)) as document:
        stream = document.Root.Metadata
        packet = stream.read_bytes().decode("utf-8")
        for name, texts in languages.items():
            packet = _in_languages(packet, name, texts)
        packet = packet.replace("</rdf:RDF>", EXTENSION + _dublin_core(metadata) + "</rdf:RDF>")
        document.Root.Metadata = document.make_stream(
            packet.encode("utf-8"), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
        )
        _scoped(document)
        document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        made = io.BytesIO()
        document.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


@dataclass(frozen=True, slots=True)
class Tag:
    """One element of a PDF's tag tree, in the order of reading.

    Attributes:
        kind: such as ``P``; empty for a piece of content.
        words: what is said in its place, as for a figure.
        place: page from 0 and number of its marked content, for a piece of content.
        below: what it holds.
    """

    kind: str
    words: str = ""
    place: tuple[int, int] = (-1, -1)
    below: tuple[Tag, ...] = ()


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
            made.append(Tag(str(kid.S).removeprefix("/"), str(kid.get("/Alt", "")), below=below))
        elif "/MCID" in kid:
            made.append(Tag("", place=(on, int(kid.MCID))))
    return tuple(made)


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


def _in_languages(packet: str, name: str, texts: Mapping[str, str]) -> str:
    """A property of Dublin Core with what it is in each language beside what WeasyPrint gave it."""
    items = "".join(f'<rdf:li xml:lang="{tag}">{_escaped(text)}</rdf:li>' for tag, text in texts.items())
    head, opening, rest = packet.partition(f"<dc:{name}>")
    return head + opening + rest.replace("</rdf:Alt>", items + "</rdf:Alt>", 1) if opening else packet


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _dublin_core(metadata: Mapping[str, str]) -> str:
    rows = []
    for name, value in metadata.items():
        escaped = _escaped(value)
        if name == "rights":
            escaped = f'<rdf:Alt><rdf:li xml:lang="x-default">{escaped}</rdf:li></rdf:Alt>'
        rows.append(f"<dc:{name}>{escaped}</dc:{name}>")
    if not rows:
        return ""
    return (
        '<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="">{"".join(rows)}</rdf:Description>\n'
    )
