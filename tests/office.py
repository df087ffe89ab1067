"""Files of word processors for tests: written by Pandoc, or by hand where Pandoc writes no such thing."""

import html
import io
import json
import struct
import zipfile
import zlib

import pypandoc

MARKDOWN = """---
title: "The growth of trade"
author: [A. Smith, B. Jones]
date: 2024-01-02
lang: en
---

# Introduction

The growth of trade between the two countries over the last twenty years has been studied by many
authors [1]. Text with *it* and `code` and $a^2_b$ and a note^[A note of the author.] and H~2~O.

| year | share |
|------|-------|
| 1991 | 23    |

![A caption](p.png){width=3cm}

$$\\frac{a}{b}$$

> A quotation.
"""
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def png(side=4):
    def chunk(kind, content):
        whole = kind + content
        return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))

    rows = zlib.compress(b"".join(b"\0" + b"\xff\0\0" * side for _ in range(side)))
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def written(form, folder, markdown=MARKDOWN):
    """The bytes of ``markdown`` in one of Pandoc's formats."""
    (folder / "p.png").write_bytes(png())
    target = folder / f"made.{form}"
    flags = ["--standalone", f"--resource-path={folder}"]
    pypandoc.convert_text(markdown, form, "markdown", extra_args=flags, outputfile=str(target))
    return target.read_bytes()


def run(text):
    return f'<w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>'


def paragraph(*runs):
    return f"<w:p>{''.join(runs)}</w:p>"


def inserted(text):
    return f'<w:ins w:id="1" w:author="A" w:date="2020-01-01T00:00:00Z">{run(text)}</w:ins>'


def deleted(text):
    body = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="2" w:author="A" w:date="2020-01-01T00:00:00Z">{body}</w:del>'


def field(code, shown, cut=0):
    """A field as Word keeps it; its code in two pieces where ``cut`` says so, as Word does with long ones."""
    pieces = [code[:cut], code[cut:]] if cut else [code]
    codes = "".join(
        f'<w:r><w:instrText xml:space="preserve">{html.escape(piece)}</w:instrText></w:r>' for piece in pieces
    )
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{codes}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def citation(sign, *works, **cited):
    items = [{"id": work["id"], "itemData": work, **cited} for work in works]
    return f" ADDIN {sign}CSL_CITATION " + json.dumps({"citationItems": items}, ensure_ascii=False)


def docx(*paragraphs, **parts):
    """A Word document of these paragraphs, written by hand; ``parts`` by name with / as __."""
    body = f'<?xml version="1.0"?><w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(paragraphs)}</w:body>'
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS,
            "word/document.xml": f"{body}</w:document>",
            **{name.replace("__", "/"): content for name, content in parts.items()},
        }
    )


def odt(body):
    """An OpenDocument text of this body, written by hand."""
    oasis = "urn:oasis:names:tc:opendocument:xmlns:"
    names = {"office": "office", "text": "text", "draw": "drawing", "table": "table", "svg": "svg-compatible"}
    declared = " ".join(f'xmlns:{name}="{oasis}{uri}:1.0"' for name, uri in names.items())
    styles = "<office:styles/><office:automatic-styles/><office:master-styles/>"
    content = (
        f"<office:document-content {declared}><office:body><office:text>{body}</office:text></office:body>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{content}</office:document-content>",
            "styles.xml": f"<office:document-styles {declared}>{styles}</office:document-styles>",
            "meta.xml": f"<office:document-meta {declared}/>",
        }
    )


def zipped(members, kind=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", kind) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return made.getvalue()


def with_part(raw, name, change):
    """The same ZIP file with one part changed."""
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        members = {one: file.read(one) for one in file.namelist()}
    members[name] = change(members[name].decode()).encode()
    return zipped(members)
