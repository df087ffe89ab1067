"""The rows and columns of a table on a page -> the same, where nothing of them has to be guessed.

Each cell stands in one column, and a strip runs clear between the columns through every row. The heads are
told by the one line ruled below them, or by their weight. A line is a row of its own: a figure stands below
a figure, or the next word had room; or lines are ruled around every cell. What is not so stays as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from basylym.readers._cells import FIGURE, LEAST, TOUCH, WORD, Cell, Grid
from basylym.readers._pipes import Table

LEVEL, ALIKE = 0.15, 0.85  # of the letters' size: on one line; of one size
FAR = 0.65  # of the letters' size: two words of a cell; a narrow figure leaves some room beside it
MATHS = 0.3  # of a line's signs: a formula
ROWS = 2  # below the heads
EVEN = 1.0  # pt that the sides of cells may differ
NUMBER, LETTERS = re.compile(r"\d[\d.,]*"), re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")
BROKEN = re.compile("[-\u2010\u00ad]\\Z")
STRANGE = re.compile("[\ufffd\ue000-\uf8ff\u00ad\ufb00-\ufb06]")


def certain(found: Grid, levels: Sequence[float] = ()) -> Table | None:
    """Return the table, or nothing where a cell, a row or the heads would have to be guessed.

    Args:
        levels: where lines are ruled between the first and the last, from side to side; pt from the top.
    """
    if not _is_plain(found) or not _is_clear(found):
        return None
    boxed = _boxes(found, levels)
    heads = _heads(found, levels, boxed)
    if not heads:
        return None
    rows = [[row] for row in found.rows[heads:]] if boxed is None else boxed[1:]
    full = len({cell.first for row in found.rows[:heads] for cell in row} | {0}) == found.columns
    if len(rows) < ROWS or not full or any(not row or row[0][0].first for row in rows):
        return None
    if boxed is None and not all(_is_below(one[0], two[0], found) for one, two in pairwise(rows)):
        return None
    top, *body = [_joined(row, found.columns) for row in (found.rows[:heads], *rows)]
    if any(one is None for one in (top, *body)) or top is None:
        return None
    return Table(top, tuple(one for one in body if one), tuple(_sides(found, heads)))


def _is_plain(found: Grid) -> bool:
    """Tell whether each cell stands in one column, and nothing small or high is a line of its own."""
    if any(cell.first != cell.last or STRANGE.search(cell.text) for row in found.rows for cell in row):
        return False
    for row in found.lines:
        bases, sizes = [line.base for line in row], [line.size for line in row]
        if max(bases) - min(bases) > LEVEL * max(sizes) or min(sizes) < ALIKE * max(sizes):
            return False
        if any(line.maths > MATHS for line in row):
            return False
    return True


def _is_clear(found: Grid) -> bool:
    """Tell whether a strip runs between each two columns, and no cell stands beside all others of its own.

    In no row are two cells as near as two words, or two words of a cell as far apart as two cells.
    """
    size = median(line.size for row in found.lines for line in row)
    if any(cell.gap > FAR * size for row in found.rows for cell in row):
        return False
    columns: list[list[Cell]] = [
        [cell for row in found.rows for cell in row if cell.first == n] for n in range(found.columns)
    ]
    if any(len(column) < 2 for column in columns):
        return False
    for one, two in pairwise(columns):
        end, start = max(cell.right for cell in one), min(cell.left for cell in two)
        ruled = any(end - TOUCH <= bar <= start + TOUCH for bar in found.bars)
        if start - end < (0 if ruled else LEAST):
            return False
        beside = [pair for row in found.rows for pair in pairwise(row) if pair[0].first == one[0].first]
        if not ruled and any(right.left - left.right < WORD * size for left, right in beside):
            return False
    for column in columns:
        widest, second, *_ = sorted(column, key=lambda cell: cell.left - cell.right)
        for cell in column:
            other = second if cell is widest else widest
            if min(cell.right, other.right) - max(cell.left, other.left) <= 0:
                return False
    return True


def _boxes(found: Grid, levels: Sequence[float]) -> list[list[tuple[Cell, ...]]] | None:
    """The rows between ruled lines, of one line or more, where lines are ruled around every cell."""
    if len(found.bars) < found.columns - 1 or len(levels) < ROWS:
        return None
    bands: list[list[tuple[Cell, ...]]] = [[] for _ in range(len(levels) + 1)]
    for row, lines in zip(found.rows, found.lines, strict=True):
        bands[sum(level < lines[0].base for level in levels)].append(row)
    return bands if all(bands) else None


def _heads(found: Grid, levels: Sequence[float], boxed: Sequence[Sequence[object]] | None) -> int:
    """How many rows bear the heads of the columns; none where that is not told."""
    heavy = [all(line.bold for line in row) for row in found.lines]
    if boxed is not None:
        first = len(boxed[0])
        return first if all(heavy[:first]) and not any(heavy[first:]) else 0
    bold = heavy.index(False) if False in heavy else 0
    told = found.head or bold
    if told and not found.head and all(FIGURE.fullmatch(cell.text) for cell in found.rows[0][1:]):
        return 0  # the first of its part in a list of contents
    if any(heavy[told:]) or (bold and bold != told) or (found.head and not bold and any(heavy)):
        return 0
    columns = [{cell.first for cell in row} for row in found.rows[:told]]
    goes_on = all(one >= two for one, two in pairwise(columns))
    return told if told == 1 or (goes_on and not _has_figures(found.rows[1:told])) else 0


def _has_figures(rows: Sequence[Sequence[Cell]]) -> bool:
    return any(DIGIT.search(cell.text) for row in rows for cell in row)


def _is_below(above: Sequence[Cell], below: Sequence[Cell], found: Grid) -> bool:
    """Tell whether the second line begins a row: nothing in it goes on from the first."""
    for one in above:
        two = next((cell for cell in below if cell.first == one.first), None)
        if two is None:
            continue
        if one.first and DIGIT.search(one.text) and _shape(one.text) == _shape(two.text):
            return True
        column = [cell for row in found.rows for cell in row if cell.first == one.first]
        room = max(cell.right for cell in column) - min(cell.left for cell in column)
        each = (two.right - two.left) / max(1, len(two.text))
        if (one.right - one.left) + (len(two.text.split(" ")[0]) + 1) * each < room - each:
            return True
    return False


def _shape(text: str) -> str:
    """A cell's text with the like for figures and words: figures of one kind go on from no other."""
    figure = FIGURE.fullmatch(text)
    return "0" if figure else LETTERS.sub("a", NUMBER.sub("0", text))


def _joined(rows: Sequence[Sequence[Cell]], columns: int) -> tuple[str, ...] | None:
    """One row of one line or more, or nothing where a word is broken at the end of one."""
    made = [""] * columns
    for row in rows:
        for cell in row:
            if made[cell.first] and BROKEN.search(made[cell.first]):
                return None
            made[cell.first] = f"{made[cell.first]} {cell.escaped}".strip()
    return tuple(made)


def _sides(found: Grid, heads: int) -> Iterator[str]:
    """Where the cells of each column are even: on the left, on the right, or in the middle."""
    for column in range(found.columns):
        cells = [cell for row in found.rows[heads:] for cell in row if cell.first == column]
        spread = {
            "l": _spread([cell.left for cell in cells]),
            "r": _spread([cell.right for cell in cells]),
            "c": _spread([(cell.left + cell.right) / 2 for cell in cells]),
        }
        least = min(spread, key=lambda side: spread[side])
        yield "l" if spread["l"] <= max(EVEN, spread[least]) else least


def _spread(places: Sequence[float]) -> float:
    return max(places, default=0.0) - min(places, default=0.0)
