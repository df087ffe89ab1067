"""The XMP that WeasyPrint wrote -> the same with PDF/UA, the identifier, rights and languages."""

from __future__ import annotations

from collections.abc import Mapping

WEB_STATEMENT = "WebStatement"
"""The name of what ``metadata`` may hold beside Dublin Core: the address of the licence."""
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


def completed(packet: str, metadata: Mapping[str, str], languages: Mapping[str, Mapping[str, str]]) -> str:
    """``packet`` with all that it lacks; the arguments are those of ``pdf.finish``."""
    for name, texts in languages.items():
        packet = _in_languages(packet, name, texts)
    return packet.replace("</rdf:RDF>", EXTENSION + _dublin_core(metadata) + "</rdf:RDF>")


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
        if name == WEB_STATEMENT:
            continue
        escaped = _escaped(value)
        if name == "rights":
            escaped = f'<rdf:Alt><rdf:li xml:lang="x-default">{escaped}</rdf:li></rdf:Alt>'
        if name == "language":
            escaped = f"<rdf:Bag><rdf:li>{escaped}</rdf:li></rdf:Bag>"
        rows.append(f"<dc:{name}>{escaped}</dc:{name}>")
    if WEB_STATEMENT in metadata:
        rows.append(f"<xmpRights:{WEB_STATEMENT}>{metadata[WEB_STATEMENT]}</xmpRights:{WEB_STATEMENT}>")
    if not rows:
        return ""
    return (
        '<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        f' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="">{"".join(rows)}</rdf:Description>\n'
    )
