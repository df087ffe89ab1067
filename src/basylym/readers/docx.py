"""Bytes of a Word document -> Reading, by way of Pandoc; citations of Zotero and Mendeley stay citations.

A field of a reference manager holds the whole work that it cites, under a number that Mendeley
starts anew in every field. So each work is given one key of its own before Pandoc sees it.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from basylym.adapters import foreign
from basylym.model.notices import Condition, Locus, Notice, Outcome
from basylym.model.readings import Changes, Reader, Reading, Received
from basylym.readers import _archive, _foreign, _word_boxes
from basylym.readers._word_tables import doubts

BODY, STYLES = "word/document.xml", "word/styles.xml"
PARTS = (BODY, "word/footnotes.xml", "word/endnotes.xml")
FIELD_MARK = re.compile(r'<w:fldChar\b[^>]*w:fldCharType="(begin|separate|end)"')
INSTRUCTION = re.compile(r"(<w:instrText\b[^>]*>)(.*?)(</w:instrText>)", re.DOTALL)
CITES = re.compile(r"\s*ADDIN\s+(?:ZOTERO_ITEM\s+)?CSL_CITATION\s*(?=\{)")
LISTS = re.compile(r"\s*ADDIN\s+(?:ZOTERO_BIBL|Mendeley Bibliography|EN\.(?:CITE|REFLIST))")
LETTERS = re.compile(r"[^\W\d_]+")
SPACED = re.compile(r"</w:p>|<w:tab/>|<w:br\b[^>]*>|<w:cr/>|</w:tc>")
SHOWN = re.compile(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>|(\n)|(<w:noBreakHyphen/>)")
HIDDEN = re.compile(r"<w:del\s.*?</w:del>|<mc:Fallback\b.*?</mc:Fallback>|<m:oMath\b.*?</m:oMath>", re.DOTALL)
INSERTED = re.compile(r"<w:ins\s[^>]*[^/]>.*?</w:ins>", re.DOTALL)
TITLE = re.compile(r"<dc:title>([^<]{1,500})</dc:title>")
PAGES = {"kk": "б.", "ru": "с.", "en": "p."}
SAMPLE = 200_000
Works = dict[str, dict[str, Any]]


def _read(received: Received) -> Outcome[Reading]:
    archive = _archive.opened(received.raw, received.path)
    typed = {name: archive.text(name) for name in PARTS if name in archive.members}
    parts = {name: _word_boxes.lifted(text) for name, text in typed.items()}
    tongue = _tongue(parts.get(BODY, ""))
    works: Works = {}
    cited = {name: _with_own_keys(text, works, tongue) for name, text in parts.items()}
    content = received.raw if cited == typed else archive.rewritten(cited)
    pictures = {f"media/{name}": picture for name, picture in archive.under("word/media/")}
    claimed = TITLE.search(archive.text("docProps/core.xml"))
    file = _foreign.File(
        content,
        "docx+citations",
        ".docx",
        words=" ".join(_shown(text, received.changes) for text in parts.values()),
        pictures=pictures,
        claimed=html.unescape(claimed[1]) if claimed else "",
        bibliography=_bibtex(works),
        flags=(f"--track-changes={received.changes}",),
        said=(*_changes(parts.values(), received), *_tables(parts.get(BODY, ""), archive, received)),
    )
    return _foreign.read(received, file)


def _fields(text: str) -> Iterator[tuple[int, int, int]]:
    """Where each outermost field begins, where what it shows begins, and where it ends."""
    depth = start = shown = 0
    for mark in FIELD_MARK.finditer(text):
        if mark[1] == "begin":
            depth += 1
            if depth == 1:
                start = shown = mark.start()
        elif mark[1] == "separate" and depth == 1:
            shown = mark.start()
        elif mark[1] == "end" and depth:
            depth -= 1
            if not depth:
                yield start, shown if shown > start else mark.start(), mark.end()


def _with_own_keys(text: str, works: Works, tongue: str) -> str:
    """The XML of a part with every work that its fields cite under one key, told apart by its content."""
    pieces: list[str] = []
    place = 0
    for start, shown, _ in _fields(text):
        code = text[start:shown]
        said = html.unescape("".join(found[2] for found in INSTRUCTION.finditer(code)))
        sign = CITES.match(said)
        if not sign:
            continue
        try:
            citation, _ = json.JSONDecoder().raw_decode(said, sign.end())
            items = citation["citationItems"]
            for item in items:
                key = _key(item["itemData"], works)
                item["id"] = item["itemData"]["id"] = key
                if item.get("locator") and item.get("label", "page") == "page":
                    item["suffix"] = f", {PAGES[tongue]} {item.pop('locator')}{item.get('suffix', '')}"
                    item.pop("label", None)
        except (ValueError, KeyError, TypeError, AttributeError):
            continue  # a field that is broken: what it shows stays as text
        written = said[: sign.end()] + json.dumps(citation, ensure_ascii=False)
        pieces += (text[place:start], _with_instruction(code, html.escape(written, quote=False)))
        place = shown
    return "".join((*pieces, text[place:]))


def _with_instruction(code: str, written: str) -> str:
    """The XML of a field's code with all of its instruction in the first of the pieces Word cut it into."""
    left = iter([written])
    return INSTRUCTION.sub(lambda found: found[1] + next(left, "") + found[3], code)


def _key(work: dict[str, Any], works: Works) -> str:
    """The key of a work: author and year, or a number where the name is not in Latin letters."""
    content = {name: value for name, value in work.items() if name != "id"}
    for key, known in works.items():
        if known == content:
            return key
    authors = work.get("author") or work.get("editor") or [{}]
    name = "".join(LETTERS.findall(str(authors[0].get("family") or authors[0].get("literal") or ""))).lower()
    dates = (work.get("issued") or {}).get("date-parts") or [[""]]
    year = str(dates[0][0]) if dates[0] else ""
    stem = f"{name}{year}" if name and name.isascii() else f"work{len(works) + 1}"
    key = next(
        f"{stem}{end}" for end in ("", *map(chr, range(98, 123)), len(works)) if f"{stem}{end}" not in works
    )
    works[key] = content
    return key


def _bibtex(works: Works) -> str:
    return foreign.bibtex([{**work, "id": key} for key, work in works.items()]) if works else ""


def _tongue(text: str) -> str:
    """Whose word for a page stands before the pages of a citation: that of the text's own letters."""
    letters = _shown(text[:SAMPLE], Changes.ACCEPT).lower()
    cyrillic = len(re.findall("[а-яёәғқңөұүһі]", letters))
    if 2 * cyrillic < len(re.findall(r"[^\W\d_]", letters)):
        return "en"
    return "kk" if len(re.findall("[әғқңөұүһі]", letters)) > 0.02 * cyrillic else "ru"


def _shown(text: str, changes: Changes) -> str:
    """The words that a part shows, without formulas and without what fields of a reference manager show."""
    pieces: list[str] = []
    place = 0
    for start, shown, end in _fields(text):
        said = html.unescape("".join(found[2] for found in INSTRUCTION.finditer(text[start:shown])))
        if CITES.match(said) or LISTS.match(said):
            pieces.append(text[place:start])
            place = end
    text = HIDDEN.sub(" ", "".join((*pieces, text[place:])))
    if changes is Changes.REJECT:
        text = INSERTED.sub(" ", text)
    found = SHOWN.finditer(SPACED.sub("\n", text))
    return html.unescape("".join(one[1] or ("-" if one[3] else "\n") for one in found))


def _changes(parts: Any, received: Received) -> Iterator[Notice]:
    whole = "".join(parts)
    taken, gone = len(re.findall(r"<w:ins\s", whole)), len(re.findall(r"<w:del\s", whole))
    if taken or gone:
        became = {
            Changes.ACCEPT: "were accepted",
            Changes.REJECT: "were taken back",
            Changes.ALL: "are both shown, underlined and struck out",
        }
        told = f"{taken} tracked insertions and {gone} deletions {became[received.changes]}"
        yield Notice(Condition.SOURCE_COMES_THROUGH, told, Locus(received.path))
    remarks = len(set(re.findall(r'<w:commentReference\b[^>]*w:id="(\d+)"', whole)))
    if remarks and received.changes is not Changes.ALL:
        told = f"{remarks} comments were left out; --track-changes all prints them here"
        yield Notice(Condition.SOURCE_COMES_THROUGH, told, Locus(received.path))


def _tables(body: str, archive: _archive.Archive, received: Received) -> Iterator[Notice]:
    styles = archive.text(STYLES) if STYLES in archive.members else ""
    for told in doubts(body, styles):
        yield Notice(Condition.SOURCE_COMES_THROUGH, told, Locus(received.path))


READER = Reader(
    suffixes=(".docx",),
    name="a Word document",
    recognizes=lambda raw: _archive.holds(raw, BODY),
    read=_read,
)
