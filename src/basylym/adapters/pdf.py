"""A PDF as WeasyPrint wrote it -> the same as PDF/UA-1, in settled bytes: the one home of pikepdf."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pikepdf

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


def finish(content: bytes, metadata: Mapping[str, str]) -> bytes:
    """Declare PDF/UA-1 beside PDF/A-3a, and write the file so that equal content is equal bytes.

    Args:
        content: tagged, PDF/A-3a.
        metadata: further Dublin Core properties, such as ``identifier`` and ``rights``.
    """
    with pikepdf.open(io.BytesIO(content)) as document:
        stream = document.Root.Metadata
        packet = stream.read_bytes().decode("utf-8")
        packet = packet.replace("</rdf:RDF>", EXTENSION + _dublin_core(metadata) + "</rdf:RDF>")
        document.Root.Metadata = document.make_stream(
            packet.encode("utf-8"), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
        )
        _scoped(document)
        document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        made = io.BytesIO()
        document.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


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


def _dublin_core(metadata: Mapping[str, str]) -> str:
    rows = []
    for name, value in metadata.items():
        escaped = value.replace("&", "&amp;").replace("<", "&lt;")
        if name == "rights":
            escaped = f'<rdf:Alt><rdf:li xml:lang="x-default">{escaped}</rdf:li></rdf:Alt>'
        rows.append(f"<dc:{name}>{escaped}</dc:{name}>")
    if not rows:
        return ""
    return (
        '<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="">{"".join(rows)}</rdf:Description>\n'
    )
