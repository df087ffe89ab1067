"""Pages as WeasyPrint laid them out -> where the text is parted badly: lone lines, lone headings, voids.

Nothing here imports WeasyPrint: it walks the boxes it is given. Its lengths are px.
Source: the rules of composition of Chicago Manual of Style 17, 2.116 to 2.118.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PARTED = ("p", "li", "dd", "dt", "pre")  # what may be parted only so that two lines stay together
KEPT = frozenset(("whole", "equation", "captioned", "picture", "csl-entry", "colophon", "summary"))
KEPT_TAGS = (*HEADINGS, "figure", "table", "thead", "tr")
FEWEST = 2  # lines of a paragraph on each side of a break, and below a heading
VOID = 6  # lines that a page may leave empty where the text could go on
SHOWN = 40  # characters


@dataclass(frozen=True, slots=True)
class Row:
    """A line, picture or row of the text where it stands.

    Attributes:
        page, column: from 0; the px at which its column starts.
        top, bottom: px.
        holder: the block it is a line of, or None.
        heading: the heading it is a line of, or None.
        kept: whether it belongs to what is kept whole.
        text: of it.
    """

    page: int
    column: int
    top: float
    bottom: float
    holder: Any
    heading: Any
    kept: bool
    text: str


def faults(document: Any, unit: float) -> list[str]:
    """What a reader would see, in words.

    Args:
        document: as WeasyPrint laid it out.
        unit: px of one line of the grid.
    """
    pages = enumerate(document.pages)
    places = _places(row for number, page in pages for row in _rows(page._page_box, number))
    return [*_lone_lines(places), *_lone_headings(places, unit), *_voids(document, places, unit)]


def _rows(page: Any, number: int) -> Iterator[Row]:
    """What stands in the text of a page, in the order of reading; nothing that floats, no notes."""
    stack: list[tuple[Any, tuple[int, Any, Any, bool, bool]]] = [(page, (0, None, None, False, False))]
    while stack:
        box, (column, holder, heading, kept, inside) = stack.pop()
        box = getattr(box, "_box", None) or box
        kind = type(box).__name__
        if kind == "FootnoteAreaBox" or getattr(box, "afloat", False):
            continue
        element = box.element
        if element is not None and kind != "LineBox":
            names = {*(element.get("class") or "").split()}
            inside = inside or element.get("id") == "text"
            kept = kept or bool(names & KEPT) or element.tag in KEPT_TAGS
            heading = element if element.tag in HEADINGS else heading
            holder = element if element.tag in PARTED else holder
            if names & {"note"}:
                continue
        if kind == "BlockBox" and getattr(box, "is_column", False):
            column = round(box.position_x)
        if kind in ("LineBox", "TableRowBox") or kind.endswith("ReplacedBox"):
            if inside and box.height not in ("auto", 0):
                alone = kind == "LineBox"
                yield Row(
                    number,
                    column,
                    box.position_y,
                    box.position_y + box.margin_height(),
                    holder if alone else None,
                    heading,
                    kept,
                    _text(box),
                )
            continue
        stack.extend(
            (child, (column, holder, heading, kept, inside))
            for child in reversed(getattr(box, "children", ()) or ())
        )


def _text(box: Any) -> str:
    texts = (part.text for part in box.descendants() if type(part).__name__ == "TextBox")
    return "".join(texts).strip()[:SHOWN] if hasattr(box, "descendants") else ""


def _places(rows: Iterable[Row]) -> list[list[Row]]:
    """The rows of each column of each page."""
    return [list(those) for _, those in groupby(rows, lambda row: (row.page, row.column))]


def _lone_lines(places: Sequence[Sequence[Row]]) -> Iterator[str]:
    for before, after in pairwise(places):
        holder = after[0].holder
        if holder is None or holder is not before[-1].holder:
            continue
        for rows, said in ((list(reversed(before)), "foot"), (after, "top")):
            many = next((n for n, row in enumerate(rows) if row.holder is not holder), len(rows))
            if many < FEWEST:
                yield f"page {rows[0].page + 1}: the line {rows[0].text!r} stands alone at its {said}"


def _lone_headings(places: Sequence[Sequence[Row]], unit: float) -> Iterator[str]:
    for rows, after in pairwise(places):
        last = next((n for n in reversed(range(len(rows))) if rows[n].heading is not None), None)
        if last is None or (last + 1 < len(rows) and after[0].heading is not None):
            continue  # all of a short section stands below its heading
        if rows[-1].bottom - rows[last].bottom < (FEWEST - 0.5) * unit:
            yield f"page {rows[0].page + 1}: the heading {rows[last].text!r} is alone at its foot"


def _voids(document: Any, places: Sequence[Sequence[Row]], unit: float) -> Iterator[str]:
    ended = places[-1][0].page if places else 0  # where columns are of one height, and the text may end
    for rows, after in pairwise(places):
        if rows[0].page == ended or after[0].kept or (after[0].holder is not None and _short(after)):
            continue
        page = document.pages[rows[0].page]._page_box
        foot = page.content_box_y() + page.height
        for area in page.children:
            if type(area).__name__ == "FootnoteAreaBox" and area.children:
                foot = area.position_y
        empty = (foot - max(row.bottom for row in rows)) / unit
        if empty > VOID:
            yield f"page {rows[0].page + 1}: {empty:.0f} lines are empty before {after[0].text!r}"


def _short(rows: Sequence[Row]) -> bool:
    """Whether the paragraph that opens is too short to be parted."""
    return sum(row.holder is rows[0].holder for row in rows) < 2 * FEWEST
