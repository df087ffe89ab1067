"""The lines of the text, numbered in the margin as WeasyPrint makes its boxes, when all pages are laid out.

The numbers of a page are a named string, ``lines``, which the style sheet puts where they stand.
Nothing here imports WeasyPrint: its module is handed in, and one of its functions replaced.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

PT = 0.75  # of one px
STRING = "lines"
UNCOUNTED = {"note", "table", "equation", "figure", "pre", "picture"}


def number(module: Any, unit: float, top: float) -> None:
    """Number the lines.

    Args:
        module: ``layout`` of WeasyPrint.
        unit: pt of one line of the grid.
        top: pt from a page's top to the grid's first line.
    """
    plain, counts = module.make_margin_boxes, dict[int, int]()

    def make_margin_boxes(context: Any, page: Any, state: Any) -> Any:
        number = context.current_page
        said, counts[number] = _numbers(page, unit, top, counts.get(number - 1, 0))
        context.string_set[STRING][number] = [said]
        return plain(context, page, state)

    module.make_margin_boxes = make_margin_boxes


def _numbers(page: Any, unit: float, top: float, last: int) -> tuple[str, int]:
    """One row for each line of the grid, with a number where a line of the text is; and the last number.

    Headings, lists and quotations count; tables, figures, formulas, code and notes do not.
    """
    rows: list[str] = []
    for line in _counted(page, False):
        row = round((line.position_y * PT - top) / unit)
        if row >= len(rows) and line.children:
            last += 1
            rows += [""] * (row - len(rows)) + [str(last)]
    return "\n".join(rows), last


def _counted(box: Any, inside: bool) -> Iterator[Any]:
    """The lines that are numbered, from the top of the page down."""
    box = getattr(box, "_box", None) or box
    element = box.element
    names = (element.get("class") or "").split() if element is not None else []
    if UNCOUNTED & {element.tag if element is not None else "", *names}:
        return
    inside = inside or "counted" in names
    for child in getattr(box, "children", ()) or ():
        if type(child).__name__ == "LineBox" and inside:
            yield child
        elif type(child).__name__ != "LineBox":
            yield from _counted(child, inside)
