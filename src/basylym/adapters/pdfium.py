"""PDF -> its text, and apart from it that of the notes: the one home of pypdfium2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2

from basylym.model.notices import BasylymError, Condition, Notice

BROKEN = str.maketrans({"\ufffe": "\u00ad", "\x02": "\u00ad"})
"""What PDFium writes for a hyphen at a line's end, which it takes for no part of the word."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where a page's text stands: pt from the page's top to its first line, to its notes, to its end."""

    top: float
    notes: float
    bottom: float


def text(content: bytes, areas: Sequence[Area]) -> tuple[str, str]:
    """The text of all pages, and the notes of all pages, in the order in which they were drawn.

    Args:
        areas: of each page; what stands outside, such as a running head, is left out.

    Raises:
        BasylymError: ``EDITION_KEEPS_TEXT`` where it is no PDF that can be read.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        detail = f"the PDF cannot be read: {error}"
        raise BasylymError(Notice(Condition.EDITION_KEEPS_TEXT, detail)) from error
    try:
        pairs = [_page(page, area) for page, area in zip(document, areas, strict=False)]
    finally:
        document.close()
    return "\n".join(body for body, _ in pairs), "\n".join(notes for _, notes in pairs)


def _page(page: pypdfium2.PdfPage, area: Area) -> tuple[str, str]:
    width, height = page.get_size()
    words = page.get_textpage()

    def between(top: float, bottom: float) -> str:
        found = words.get_text_bounded(left=0, bottom=height - bottom, right=width, top=height - top)
        return str(found).translate(BROKEN)

    return between(area.top, area.notes), between(area.notes, area.bottom)
