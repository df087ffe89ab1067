"""The lines of a column -> the same placed, and numbered where they are part of a block that is no text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from basylym.adapters.pdf_text import Line
from basylym.readers._formulas import formulas, set_apart
from basylym.readers._listings import laid_out, listings
from basylym.readers._paragraphs import Placed, placed
from basylym.readers._ruled import tables, whole

LISTING, TABLE, GRID, FORMULA = "listing", "table", "grid", "formula"
MOST = 1000  # blocks of one column
WITHIN = 0.75  # of the text's size: what is set in a sentence, but in another font


def in_blocks(
    column: Sequence[Line], page: int, number: int, usual: float, *, typescript: bool
) -> list[Placed]:
    """Return a column's lines in order, those of each listing or table as one block, laid out as on the page.

    Args:
        page: from 0.
        number: of the column in the whole text.
        usual: the text's size, pt.
        typescript: whether the whole text is set in a font of one width.
    """
    found = [(start, end, LISTING, laid_out(column[start:end])) for start, end in listings(column, usual)]
    if typescript:
        found = []
    found += [(a, b, FORMULA, set_apart(column[a:b])) for a, b in formulas(column, usual)]
    found += [(n, n + 1, _kind(line), [line]) for n, line in enumerate(column) if line.table]
    taken = {place for start, end, _, _ in found for place in range(start, end)}
    for start, end, cells in tables(column):
        if taken.isdisjoint(range(start, end)):
            line = whole(cells, column[start:end], usual)
            found.append((start, end, _kind(line), [line]))
    found.sort(key=itemgetter(0))
    inside = {place for start, end, _, _ in found for place in range(start, end)}
    rest = [_in_text(line, usual) for place, line in enumerate(column) if place not in inside]
    running = placed(rest, page, number)
    text = iter(running)
    made: list[Placed] = []
    done = 0
    for count, (start, end, kind, lines) in enumerate(found, 1):
        made += (next(text) for _ in range(done, start))
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        block = MOST * (number + 1) + count
        made += (Placed(line, page, number, left, right, kind, block) for line in lines)
        done = end
    return [*made, *text]


def _kind(line: Line) -> str:
    return GRID if line.table and line.table.sure else TABLE


def _in_text(line: Line, usual: float) -> Line:
    """A line that a name of a program fills is of the text's size, though such names are set smaller."""
    return replace(line, size=usual) if line.pitch and WITHIN * usual <= line.size < usual else line
