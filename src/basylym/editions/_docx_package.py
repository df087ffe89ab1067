"""A DOCX as Pandoc wrote it -> its files in our styles; any DOCX -> its wording."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Mapping

from basylym.adapters import epub, markup
from basylym.editions import _docx_formulas, _docx_styles, _docx_tables
from basylym.editions._docx_styles import W
from basylym.model.wording import OBJECT, Wording

FIRST = "[Content_Types].xml"
FORMULA = "formula"  # what a proof sees of one: word processors know no TeX
M = _docx_formulas.M
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
SHOWN = "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"
CAPTION = "ImageCaption"
LONGEST_BOOKMARK = 40  # characters
LONGEST = 80  # characters of a picture's name
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
DOCUMENT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
NOTES, SETTINGS = "word/footnotes.xml", "word/settings.xml"
BEFORE_COMPATIBILITY = ("savePreviewPicture", "footnotePr", "endnotePr", "characterSpacingControl")
MARKS = frozenset(("separator", "continuationSeparator", "continuationNotice"))
SIGNS = {"tab": "\n", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def finish(content: bytes, language: str, rasters: Mapping[bytes, bytes]) -> dict[str, bytes]:
    """The files of a DOCX, dressed.

    Args:
        content: as Pandoc wrote it.
        language: of the article.
        rasters: a drawing -> its picture in pixels, for word processors that cannot draw it.
    """
    files = epub.unpack(content)
    styles = markup.parse_xml(files["word/styles.xml"])
    _docx_styles.dress(styles, language)
    files["word/styles.xml"] = _written(styles)
    files["word/fontTable.xml"] = _written(_docx_styles.fonts())
    document = markup.parse_xml(files[DOCUMENT])
    body = document.find(f"{W}body")
    for section in body.findall(f"{W}sectPr"):
        body.remove(section)
    body.append(_docx_styles.section())
    _tabs(body)
    for part in (DOCUMENT, NOTES):
        root = document if part == DOCUMENT else markup.parse_xml(files[part])
        for formula in list(root.iter(f"{M}oMath")):
            _docx_formulas.mend(formula)
        files[part] = _written(root)
    for table in document.iterfind(f".//{W}tbl"):
        if next(table.iterancestors(f"{W}tbl"), None) is None:
            _docx_tables.fit(table)
    files[SETTINGS] = _ragged(files[SETTINGS])
    _named(body)
    _pictures(document, files, rasters)
    files[DOCUMENT] = _written(document)
    return files


def _ragged(settings: bytes) -> bytes:
    """Settings under which a line that its author ended, as in verse, is not stretched to the measure."""
    root = markup.parse_xml(settings)
    compatibility = root.find(f"{W}compat")
    if compatibility is None:
        compatibility = markup.xml_element(f"{W}compat")
        before = [one for one in root if one.tag.removeprefix(W) in BEFORE_COMPATIBILITY]
        before[-1].addnext(compatibility) if before else root.append(compatibility)
    compatibility.insert(0, markup.xml_element(f"{W}doNotExpandShiftReturn"))
    return _written(root)


def _written(element: markup.Element) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{markup.xml(element)}\n'.encode()


def _tabs(body: markup.Element) -> None:
    """Centre each formula that has a number, and set the number at the right."""
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        formula = paragraph.find(f"{M}oMath")
        if style is None or style.get(f"{W}val") != "Equation" or formula is None:
            continue
        formula.addprevious(_tab())
        runs = [one for one in formula.itersiblings(f"{W}r") if not "".join(one.itertext()).strip()]
        for blank in runs[:1]:
            paragraph.replace(blank, _tab())


def _tab() -> markup.Element:
    run = markup.xml_element(f"{W}r")
    markup.sub_element(run, f"{W}tab")
    return run


def _named(body: markup.Element) -> None:
    """Name each picture as a list of objects shows it: by its caption, else by its description."""
    for paragraph in body.iter(f"{W}p"):
        for told in paragraph.iter(DRAWN):
            below = paragraph.getnext()
            style = None if below is None else below.find(f"{W}pPr/{W}pStyle")
            has_caption = style is not None and style.get(f"{W}val") == CAPTION
            words = "".join(below.itertext(f"{W}t")) if has_caption else told.get("descr", "")
            name = textwrap.shorten(words.replace("\u00ad", ""), LONGEST, placeholder=" …")
            for one in (told, *told.getparent().iter(SHOWN)):
                one.set("name", name or one.get("name", ""))
                one.set("descr", told.get("descr", ""))
            told.attrib.pop("title", None)


def _pictures(document: markup.Element, files: dict[str, bytes], rasters: Mapping[bytes, bytes]) -> None:
    """Give each drawing a picture in pixels to fall back on."""
    relations = markup.parse_xml(files[RELATIONS])
    types = markup.parse_xml(files[FIRST])
    targets = {one.get("Id"): f"word/{one.get('Target')}" for one in relations}
    for number, blip in enumerate(document.iter(BLIP), 1):
        drawing = next(blip.iter(SVG_BLIP), None)
        raster = (
            rasters.get(files.get(targets.get(drawing.get(EMBED), ""), b"")) if drawing is not None else None
        )
        if raster is None:
            continue
        name = f"raster-{number}"
        files[f"word/media/{name}.png"] = raster
        told = {"Id": name, "Type": IMAGE, "Target": f"media/{name}.png"}
        markup.sub_element(relations, f"{PACKAGE}Relationship", **told)
        blip.set(EMBED, name)
    if not any(one.get("Extension") == "png" for one in types):
        types.insert(0, markup.xml_element(f"{TYPES}Default", Extension="png", ContentType="image/png"))
    files[RELATIONS], files[FIRST] = _written(relations), _written(types)


def wording(content: bytes) -> Wording:
    """What a DOCX says, its notes in the order of their calls.

    Raises:
        KeyError: a file that every DOCX has is missing.
    """
    files = epub.unpack(content)
    body = markup.parse_xml(files[DOCUMENT]).find(f"{W}body")
    reader = _Reader()
    reader.read(body)
    running = "".join(reader.out)
    told = markup.parse_xml(files[NOTES])
    notes = {one.get(f"{W}id"): one for one in told if one.get(f"{W}type") not in MARKS}
    bodies = []
    for name in [*reader.calls, *(key for key in notes if key not in reader.calls)]:
        reader.out = []
        if name in notes:
            reader.read(notes[name])
            bodies.append("".join(reader.out))
    links = [link for part in (body, told) for link in part.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
    cites = frozenset((link.get(f"{W}anchor"), "".join(link.itertext(f"{W}t"))) for link in links)
    tables = len(list(body.iter(f"{W}tbl")))
    return Wording(running, tuple(bodies), tuple(reader.objects), tables, cites)


def anchor(name: str) -> str:
    """What Pandoc 3.9 names the place of a name: itself, where Word takes that for a bookmark."""
    if len(name) <= LONGEST_BOOKMARK and name[:1].isalpha():
        return name
    return f"X{hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()[1:]}"


class _Reader:
    """Reads elements; ``calls`` are the notes called."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.objects: list[str] = []
        self.calls: list[str] = []

    def read(self, element: markup.Element) -> None:
        """Read an element and all below it."""
        kind = element.tag
        name = kind.removeprefix(W)
        if kind == f"{M}oMath":
            self._shown(FORMULA)
        elif kind == f"{W}drawing":
            told = next(element.iter(DRAWN), None)
            self._shown("" if told is None else told.get("descr", ""))
        elif kind == f"{W}footnoteReference":
            self.calls.append(element.get(f"{W}id"))
            self.out.append(str(len(self.calls)))
        elif name != kind and name in SIGNS:
            self.out.append("" if element.getparent().tag == f"{W}tabs" else SIGNS[name])
        elif kind == f"{W}t":
            self.out.append(element.text or "")
        elif kind not in (f"{W}del", f"{W}pPr", f"{W}instrText"):
            edge = "\n" if kind == f"{W}p" else ""
            self.out.append(edge)
            for child in element:
                self.read(child)
            self.out.append(edge)

    def _shown(self, words: str) -> None:
        self.out.append(OBJECT)
        self.objects.append(words)
