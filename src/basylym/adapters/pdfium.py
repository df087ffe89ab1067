"""PDF -> its text in the order of its tags, the notes apart from it: the one home of pypdfium2.

What is not tagged, such as a running head, is no text of the article; nor is what a figure shows.
"""

from __future__ import annotations

import ctypes
import io
import math
import struct
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from basylym.adapters._glyph_names import CODE, CODES
from basylym.adapters._glyphs import BLANK, Look, Sheet, Sign, sheet, turned, weight
from basylym.model.notices import BasylymError, Condition, Notice

BROKEN = str.maketrans({"\ufffe": "\u00ad", "\x02": "\u00ad"})
"""What PDFium writes for a hyphen at a line's end, which it takes for no part of the word."""
LOST = "\ufffd"
SPACES = frozenset(map(ord, "\r\n \u00a0"))
HYPHENS = frozenset((2, 0x2D, 0xAD, 0x2010, 0xFFFE))
HIGH, LOW = (0xD800, 0xDBFF), (0xDC00, 0xDFFF)
FIXED = 1  # the flag of a font whose letters are all of one width
PICTURE = "Figure"
DEEPEST = 200
DRAWING = 5000  # lines of a page that are a drawing, and none of them a table's rule


def text(content: bytes, notes: Sequence[float]) -> tuple[str, str]:
    """The text of all pages, and the notes of all pages.

    Args:
        notes: of each page, pt from its top to where its notes start.

    Raises:
        BasylymError: ``EDITION_KEEPS_TEXT`` where it is no PDF that can be read.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        detail = f"the PDF cannot be read: {error}"
        raise BasylymError(Notice(Condition.EDITION_KEEPS_TEXT, detail)) from error
    running: list[str] = []
    apart: list[str] = []
    try:
        for page, start in zip(document, notes, strict=False):
            for words, top in _pieces(page):
                (apart if top > start else running).append(words)
    finally:
        document.close()
    return "\n".join(running), "\n".join(apart)


def marked(content: bytes) -> dict[tuple[int, int], tuple[str, ...]]:
    """The text of each object of all pages, by page (from 0) and number of its marked content.

    A mark of -1 stands for what is not marked. What shows no text, such as a picture, is an empty
    text.

    Raises:
        BasylymError: ``EDITION_KEEPS_TEXT`` where it is no PDF that can be read.
    """
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        detail = f"the PDF cannot be read: {error}"
        raise BasylymError(Notice(Condition.EDITION_KEEPS_TEXT, detail)) from error
    try:
        for number, page in enumerate(document):
            words = page.get_textpage()
            for item in page.get_objects(max_depth=1):
                said = _said(item, words) if item.type == pdfium.FPDF_PAGEOBJ_TEXT else ""
                key = (number, pdfium.FPDFPageObj_GetMarkedContentID(item.raw))
                found[key] = (*found.get(key, ()), said)
    finally:
        document.close()
    return found


def picture(content: bytes, scale: float) -> bytes:
    """The first page of a PDF as a PNG, with ``scale`` pixels for each point."""
    document = pypdfium2.PdfDocument(content)
    try:
        made = io.BytesIO()
        document[0].render(scale=scale).to_pil().save(made, "PNG")
        return made.getvalue()
    finally:
        document.close()


def _said(item: pypdfium2.PdfObject, words: pypdfium2.PdfTextPage) -> str:
    return _string(
        lambda raw, buffer, size: pdfium.FPDFTextObj_GetText(raw, words.raw, buffer, size), item.raw
    ).translate(BROKEN)


def _pieces(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float]]:
    """Each tagged text of a page in the order of the tags, with pt from the page's top to it."""
    marked = _marked(page)
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    try:
        for place in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            for mark in _marks(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place), DEEPEST):
                yield from marked.get(mark, ())
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _marks(element: Any, depth: int) -> Iterator[int]:
    if not element or not depth or _string(pdfium.FPDF_StructElement_GetType, element) == PICTURE:
        return
    for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, place)
        if child:
            yield from _marks(child, depth - 1)
        else:
            yield pdfium.FPDF_StructElement_GetChildMarkedContentID(element, place)


def _marked(page: pypdfium2.PdfPage) -> dict[int, list[tuple[str, float]]]:
    """The text objects of a page by the number of their marked content."""
    words = page.get_textpage()
    height = page.get_height()
    found: dict[int, list[tuple[str, float]]] = {}
    for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,)):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
        if mark < 0:
            continue
        found.setdefault(mark, []).append((_said(item, words), height - item.get_bounds()[1]))
    return found


def _string(ask: Callable[[Any, Any, int], int], subject: Any) -> str:
    """What one of PDFium's functions writes: UTF-16, its length asked for first."""
    size = ask(subject, None, 0)
    buffer = ctypes.create_string_buffer(max(size * 2, 2))
    ask(subject, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le", "replace").split("\x00")[0]


def seen(content: bytes) -> list[str]:
    """All text that the pages show, each page's by itself, running heads and pictures included."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_range().translate(BROKEN) for page in document]
    finally:
        document.close()


def signs(content: bytes) -> Iterator[Sheet]:
    """Every page with every sign on it; a hyphen that PDFium took for a line's end is one again.

    Raises:
        BasylymError: ``SOURCE_OPENS`` where it is no PDF that can be read, or is locked.
    """
    try:
        document = pypdfium2.PdfDocument(content)
        for page in document:
            yield _sheet(page)
            page.close()
        document.close()
    except pypdfium2.PdfiumError as error:
        raise BasylymError(Notice(Condition.SOURCE_OPENS, _refusal(error))) from error


def _refusal(error: pypdfium2.PdfiumError) -> str:
    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return "the PDF is locked with a password"
    return f"the PDF cannot be read, it is damaged, cut off or none: {error}"


def _bound(name: str, result: Any, *given: Any) -> Callable[..., Any]:
    """A function of PDFium called for each sign: with addresses, which cost half of what objects do."""
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int, *given)(address)


UNMAPPED = _bound("FPDFText_HasUnicodeMapError", ctypes.c_int)
OPERATOR = _bound("FPDFText_GetTextObject", ctypes.c_void_p)
BOX = _bound("FPDFText_GetCharBox", ctypes.c_int, *[ctypes.c_void_p] * 4)
ORIGIN = _bound("FPDFText_GetCharOrigin", ctypes.c_int, *[ctypes.c_void_p] * 2)
SIX = struct.Struct("6d")


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    paths = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=1)
    drawn = [item.get_bounds() for item in islice(paths, DRAWING)]
    words, box, looks = page.get_textpage(), page.get_bbox(), dict[Look, Look]()
    return sheet(
        _signs(words, looks, box[0], box[3]),
        set(looks),
        lambda: _signs(words, looks),
        drawn if len(drawn) < DRAWING else [],
        box,
        _covered(page),
    )


def _signs(
    words: pypdfium2.PdfTextPage, looks: dict[Look, Look], left: float | None = None, highest: float = 0.0
) -> list[Sign]:
    """The signs of a page from its ``left`` and ``highest`` place, or as drawn; ``looks`` takes in theirs."""
    raw = words.raw
    page = ctypes.cast(raw, ctypes.c_void_p).value
    numbers = (ctypes.c_double * 6)()
    first, second, third, fourth, fifth, sixth = (ctypes.addressof(numbers) + 8 * place for place in range(6))
    new, read = tuple.__new__, SIX.unpack_from
    look, size, before, high = BLANK, 0.0, None, 0
    made: list[Sign] = []
    for place, code in enumerate(_codes(raw)):
        if code in SPACES:
            made.append(Sign(chr(code)))
            continue
        if HIGH[0] <= code <= HIGH[1]:  # the first half of a sign beyond the first plane
            high = code
            continue
        if UNMAPPED(page, place) == 1 or code in HYPHENS or code >= LOW[0]:
            letter = _letter(raw, place, code, high)
        else:
            letter = chr(code)
        high = 0
        drawn = OPERATOR(page, place)
        if drawn is None or drawn != before:  # all that one operator draws looks alike
            look, before = _look(words, place), drawn
            look = looks.setdefault(look, look)
            size = look.size
        BOX(page, place, first, second, third, fourth)
        ORIGIN(page, place, fifth, sixth)
        start, end, foot, top, x, base = read(numbers)
        if left is None:
            made.append(Sign(letter, start, end, top, foot, base, x, size, look))
        else:
            around = start - left, end - left, highest - top, highest - foot, highest - base, x - left
            made.append(new(Sign, (letter, *around, size, look)))
    return made


def _codes(raw: Any) -> Sequence[int]:
    """The halves of UTF-16 that stand for the signs of a page."""
    count = pdfium.FPDFText_CountChars(raw)
    if count <= 0:
        return []
    buffer = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(raw, 0, count, buffer) == count + 1:
        return list(buffer[:count])
    return [pdfium.FPDFText_GetUnicode(raw, place) for place in range(count)]  # it left one out


def _letter(raw: Any, place: int, code: int, high: int) -> str:
    if code in HYPHENS and pdfium.FPDFText_IsHyphen(raw, place) == 1:
        return "-"
    if pdfium.FPDFText_HasUnicodeMapError(raw, place) == 1 or code >= 0x110000:
        return chr(CODE + code) if code < CODES else LOST
    if LOW[0] <= code <= LOW[1]:
        return chr(0x10000 + ((high - HIGH[0]) << 10) + code - LOW[0]) if high else LOST
    return chr(code)


def _look(words: pypdfium2.PdfTextPage, place: int) -> Look:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(words.raw, place, matrix)
    drawn = pdfium.FPDFText_GetFontSize(words.raw, place) or 1.0
    way = math.copysign(1, drawn)  # a size below nothing turns a letter about, as does a matrix
    item = pdfium.FPDFText_GetTextObject(words.raw, place)
    font = pdfium.FPDFTextObj_GetFont(item) if item else None
    flags, name = (pdfium.FPDFFont_GetFlags(font), _name(font)) if font else (0, "")
    return Look(
        abs(drawn) * (math.hypot(matrix.c, matrix.d) or 1.0),
        weight(name, float(pdfium.FPDFText_GetFontWeight(words.raw, place))),
        turned(*(way * number for number in (matrix.a, matrix.b, matrix.c, matrix.d))),
        name,
        bool(flags & FIXED),
        bool(item and pdfium.FPDFTextObj_GetTextRenderMode(item) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE),
    )


def _name(font: Any) -> str:
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    return buffer.value.decode("utf-8", "replace")


def _covered(page: pypdfium2.PdfPage) -> float:
    """How much of a page lies under pictures, pt²."""
    covered = 0.0
    for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,)):
        left, bottom, right, top = item.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered
