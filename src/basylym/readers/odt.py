"""Bytes of an OpenDocument text -> Reading, by way of Pandoc; formulas and pictures come along."""

from __future__ import annotations

import html
import re

from basylym.model.document import Document, Run, rewrite_runs
from basylym.model.notices import Condition, Locus, Notice, Outcome
from basylym.model.readings import Changes, Reader, Reading, Received
from basylym.readers import _archive, _foreign, _lifted

BODY = "content.xml"
MIMETYPE = b"application/vnd.oasis.opendocument.text"
OBJECT = re.compile(r'(<draw:object\b[^>]*xlink:href="(?:\./)?[^"/]+)/"')
TITLE = re.compile(r"<dc:title>([^<]{1,500})</dc:title>")
HIDDEN = re.compile(
    r"<text:tracked-changes\b.*?</text:tracked-changes>|<office:annotation\b.*?</office:annotation>"
    r"|<text:number>.*?</text:number>|<text:note-citation\b.*?</text:note-citation>|<svg:(?:title|desc)>.*?</svg:(?:title|desc)>"
    r"|<text:sequence-decls\b.*?</text:sequence-decls>|<math:?\b.*?</math(?::math)?>",
    re.DOTALL,
)
BROKEN = re.compile(
    r"</text:(?:p|h|note)>|<text:(?:tab|line-break|s)\b[^>]*>|</table:table-cell>|<text:note\b[^>]*>"
)
TAGS = re.compile(r"<[^>]*>")


def _read(received: Received) -> Outcome[Reading]:
    archive = _archive.opened(received.raw, received.path)
    body = archive.text(BODY)
    claimed = TITLE.search(archive.text("meta.xml"))
    mended, lifted = _lifted.lifted(body)
    shown = mended.partition("<office:body>")[2]
    mended = OBJECT.sub(r'\1"', mended)  # Pandoc finds no formula whose folder is named with a slash
    file = _foreign.File(
        received.raw if mended == body else archive.rewritten({BODY: mended}),
        "odt",
        ".odt",
        words=html.unescape(TAGS.sub("", BROKEN.sub("\n", HIDDEN.sub(" ", shown)))),
        pictures={name: archive.read(name) for name in archive.members if name.startswith("Pictures/")},
        claimed=html.unescape(claimed[1]) if claimed else "",
        change=_inline_formulas,
        said=_changes(body, received, lifted),
    )
    return _foreign.read(received, file)


def _inline_formulas(document: Document) -> Document:
    """Formulas in a sentence as such, for Pandoc takes every formula of an .odt for a displayed one."""

    def change(run: Run, _: str) -> Run:
        if all(node["t"] in ("Math", "Space", "SoftBreak", "LineBreak") for node in run):
            return run
        inline = {"t": "InlineMath"}
        return [{"t": "Math", "c": [inline, node["c"][1]]} if node["t"] == "Math" else node for node in run]

    return document.with_blocks(rewrite_runs(list(document.blocks), change, ""))


def _changes(body: str, received: Received, lifted: list[str]) -> tuple[Notice, ...]:
    found = [Notice(Condition.SOURCE_COMES_THROUGH, told, Locus(received.path)) for told in lifted]
    regions = len(re.findall(r"<text:changed-region\b", body))
    if regions:
        told = f"{regions} tracked changes were accepted"
        if received.changes is not Changes.ACCEPT:
            told += f": Pandoc cannot {received.changes} those of an .odt; save it as .docx for that"
        found.append(Notice(Condition.SOURCE_COMES_THROUGH, told, Locus(received.path)))
    remarks = len(re.findall(r"<office:annotation\b", body))
    if remarks:
        told = f"{remarks} comments were left out"
        found.append(Notice(Condition.SOURCE_COMES_THROUGH, told, Locus(received.path)))
    return tuple(found)


READER = Reader(
    suffixes=(".odt",),
    name="an OpenDocument text",
    recognizes=lambda raw: _archive.holds(raw, "mimetype", MIMETYPE),
    read=_read,
)
