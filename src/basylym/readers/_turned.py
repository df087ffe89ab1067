"""What is turned against the text of a PDF's pages -> what of it is a stamp, and what belongs to the page.

An archive stamps its number up the margin, a watermark lies across the page: neither is text of the
article. What is turned within the text, such as a wide table or the words beside an axis, stands at the
end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from basylym.adapters.pdf_text import Line, Page
from basylym.readers._furniture import Found

MARGIN = 3.0  # pt that a stamp may reach into the text
LARGE = 2.5  # of the text's size: the letters of a watermark
RECURS, FEW = 2, 3  # pages that bear the same; lines of a stamp
STAMP = "it is turned against the text, in the margin"
MARKED = "it lies across the page, as a watermark does"
AGAIN = "it is turned against the text, and other pages bear the same"


def sorted_out(
    pages: Sequence[Page], heads: Found, usual: float
) -> tuple[Mapping[int, list[tuple[Line, str]]], list[tuple[int, list[Line]]]]:
    """Return what is no text of the article, by page from 0, each with why; and what is, with its page."""
    times = Counter(
        line.text
        for page in pages
        for turned in page.turned
        if len(turned.lines) <= FEW
        for line in turned.lines
    )
    stamps: dict[int, list[tuple[Line, str]]] = {}
    apart: list[tuple[int, list[Line]]] = []
    for number, page in enumerate(pages):
        text = [line for place, line in enumerate(page.lines) if (number, place) not in heads]
        for turned in page.turned:
            kept = []
            for line in turned.lines:
                box = turned.box(line, page.width, page.height)
                again = AGAIN if times[line.text] >= RECURS else ""
                why = MARKED if line.size >= LARGE * usual else again or _is_stamp(box, text)
                if why:
                    stamps.setdefault(number, []).append((line, why))
                else:
                    kept.append(line)
            if kept:
                apart.append((number, kept))
    return stamps, apart


def _is_stamp(box: tuple[float, float, float, float], text: Sequence[Line]) -> str:
    left, right, top, bottom = box
    beside = [other for other in text if other.top < bottom and other.base > top]
    start = min((other.left for other in text), default=right)
    end = max((other.right for other in text), default=left)
    return STAMP if beside and (right <= start + MARGIN or left >= end - MARGIN) else ""
