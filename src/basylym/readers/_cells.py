"""The words of a table's rows, with their places -> its columns, and the rows laid out with spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from basylym.adapters.pdf_text import Line
from basylym.model.escapes import escaped
from basylym.readers._pipes import Table

WORD = 0.45  # of the letters' size: a wider gap may part two cells
TOUCH = 0.5  # pt that a word may reach into a gap
LEAST = 2.5  # pt that a gap between columns has at least
CROSSING = 0.2  # of the rows: heads that stand over several columns cross what parts these
ROW = 0.55  # of the letters' size: what stands nearer to a line belongs to its row
BODY = 3  # rows that show columns by themselves
GAP = 2  # spaces between columns
CELL = 25  # signs of a cell
FIGURE = re.compile(r"[^\w\s]{0,3}\d[\d.,:/ ×^−–-]*\D{0,4}|[–—−-]|n/?a|н/д", re.IGNORECASE)
FIGURES = 0.6  # of a column's cells


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a cell: its sides, its text, and that with what stands high marked, and also escaped."""

    left: float
    right: float
    text: str
    shown: str
    escaped: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: the columns it stands in, from 0, its text, its sides, the widest gap in it."""

    first: int
    last: int
    text: str
    shown: str
    escaped: str
    left: float
    right: float
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, the lines each row is of, how many columns, and how many wide gaps are inside of cells.

    Attributes:
        sure: the table, where nothing of it has to be guessed.
        head: how many rows, from the first, stand above a line that is ruled below the heads of columns.
        bars: where lines that stand part the columns, pt from the left.
    """

    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[tuple[Line, ...], ...]
    columns: int
    torn: int
    bars: tuple[float, ...] = ()
    head: int = 0
    sure: Table | None = None

    @property
    def short(self) -> bool:
        """Whether its cells are as short as those of tables, and not lines of a text."""
        lengths = [len(cell.text) for row in self.rows for cell in row]
        return bool(lengths) and median(lengths) <= CELL

    @property
    def figures(self) -> bool:
        """Whether a column but the first holds figures."""
        for column in range(1, self.columns):
            said = [cell.text for row in self.rows for cell in row if cell.first == cell.last == column]
            found = sum(bool(FIGURE.fullmatch(one)) for one in said)
            if len(said) > 1 and found >= FIGURES * len(said) and any(re.search(r"\d", one) for one in said):
                return True
        return False

    def laid_out(self, *, shown: bool) -> str:
        """The rows with columns of spaces; ``shown``: with what stands high between two ``^``."""
        said = [[(cell, cell.shown if shown else cell.text) for cell in row] for row in self.rows]
        widths = [0] * self.columns
        for row in said:
            for cell, text in row:
                if cell.first == cell.last:
                    widths[cell.first] = max(widths[cell.first], len(text))
        for row in said:
            for cell, text in row:
                room = sum(widths[cell.first : cell.last + 1]) + GAP * (cell.last - cell.first)
                widths[cell.last] += max(0, len(text) - room)
        starts = [sum(widths[:number]) + GAP * number for number in range(self.columns)]
        made = []
        for row in said:
            line = ""
            for cell, text in row:
                line = line.ljust(starts[cell.first]) + text
            made.append(line)
        return "\n".join(made)


def grid(
    lines: Sequence[Line], bars: Sequence[float] = (), head: float = 0.0, word: float = WORD
) -> Grid | None:
    """Return the rows and columns of lines, or nothing where no gap runs through them.

    Args:
        lines: of one table, from its top.
        word: of the letters' size; a wider gap may part two cells.
        head: pt from the page's top to the line below the heads of the columns.
        bars: where lines that stand part its columns, pt from the left.
    """
    size = median(line.size for line in lines)
    stacked = _rows(lines)
    rows = [[piece for line in row for piece in _pieces(line)] for row in stacked]
    body = [row for row, own in zip(rows, stacked, strict=True) if own[0].base > head]
    body = body if len(body) >= BODY else rows
    sides = [[_sides(chunk) for chunk in _together(row, word * size)] for row in body]
    edges = _edges(sides, bars, max(LEAST, word * size))
    if not edges or len(rows) < 2:
        return None
    made = tuple(tuple(_cells(row, edges, word * size)) for row in rows)
    gaps = sum(len(_together(row, word * size)) for row in rows)
    above = sum(max(line.base for line in row) <= head for row in stacked)
    torn = max(0, gaps - sum(map(len, made)))
    return Grid(made, tuple(map(tuple, stacked)), len(edges) + 1, torn, tuple(bars), above)


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand beside one another, or hardly above, from the top."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.base):
        if rows and line.base - rows[-1][0].base < ROW * max(one.size for one in (*rows[-1], line)):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _pieces(line: Line) -> Iterator[Piece]:
    """The words of a line where they are known, else its cells."""
    found = list(re.finditer(r"[^ \t]+", line.text))
    if len(found) == len(line.words):
        for word, (left, right) in zip(found, line.words, strict=True):
            yield _piece(line, left, right, word.start(), word.end())
    elif line.cells:
        for cell in line.cells:
            yield from _pieces(cell)
    else:
        yield _piece(line, line.left, line.right, 0, len(line.text))


def _piece(line: Line, left: float, right: float, start: int, end: int) -> Piece:
    said, shown, marked, place = line.text, "", "", start
    for first, last in line.raised:
        if place <= first and last <= end:
            before, high, mark = said[place:first], said[first:last], "^" if first else ""
            shown += f"{before}{mark}{high}{mark}"
            marked += f"{escaped(before)}{mark}{escaped(high)}{mark}"
            place = last
    return Piece(left, right, said[start:end], shown + said[place:end], marked + escaped(said[place:end]))


def _together(row: Sequence[Piece], least: float) -> list[list[Piece]]:
    """The words of a row, parted where they do not stand close to one another."""
    made: list[list[Piece]] = []
    end = 0.0
    for piece in row:
        if made and piece.left - end < least:
            made[-1].append(piece)
        else:
            made.append([piece])
        end = max(end, piece.right)
    return made


def _sides(chunk: Sequence[Piece]) -> tuple[float, float]:
    return chunk[0].left, max(piece.right for piece in chunk)


def _edges(
    rows: Sequence[Sequence[tuple[float, float]]], bars: Sequence[float], least: float
) -> list[tuple[float, float]]:
    """Return the gaps that hardly any row crosses, with words on both sides in two rows at least."""
    allowed = int(CROSSING * len(rows))
    steps: dict[float, int] = {}
    for row in rows:
        for left, right in row:
            steps[left] = steps.get(left, 0) + 1
            steps[right] = steps.get(right, 0) - 1
    found: list[tuple[float, float]] = []
    crossing, start = 0, None
    for place in sorted(steps):
        crossing += steps[place]
        if crossing <= allowed and start is None:
            start = place
        elif crossing > allowed and start is not None:
            found.append((start, place))
            start = None
    gaps = [gap for gap in found if gap[1] - gap[0] >= least and _parts(rows, gap)]
    ruled = [bar for bar in bars if not any(left <= bar <= right for left, right in gaps)]
    return sorted([*gaps, *((bar, bar) for bar in ruled if _parts(rows, (bar, bar)))])


def _parts(rows: Sequence[Sequence[tuple[float, float]]], gap: tuple[float, float]) -> bool:
    both = sum(
        any(right <= gap[0] for _, right in row) and any(left >= gap[1] for left, _ in row) for row in rows
    )
    return both >= min(2, len(rows))


def _cell(first: int, last: int, parts: Sequence[Piece | Cell]) -> Cell:
    text = " ".join(one.text for one in parts)
    shown, marked = " ".join(one.shown for one in parts), " ".join(one.escaped for one in parts)
    gaps = [two.left - one.right for one, two in pairwise(parts)]
    gaps += [one.gap for one in parts if isinstance(one, Cell)]
    right = max(one.right for one in parts)
    return Cell(first, last, text, shown, marked, parts[0].left, right, max(gaps, default=0.0))


def _cells(row: Sequence[Piece], edges: Sequence[tuple[float, float]], least: float) -> Iterator[Cell]:
    """The cells of a row; one that stands in a gap, as a head does, is of all columns beside it."""
    cells: list[Cell] = []
    for chunk in _together(row, least):
        first = sum(chunk[0].left >= start for start, _ in edges)
        last = max(first, sum(chunk[-1].right > end for _, end in edges))
        crossed = edges[first:last]
        clear = all(
            word.right <= start + TOUCH or word.left >= end - TOUCH
            for start, end in crossed
            for word in chunk
        )
        parts = [(first, last, chunk)]
        if clear and crossed:
            columns = [sum(word.left >= start for start, _ in edges) for word in chunk]
            parts = [
                (column, column, [word for word, own in zip(chunk, columns, strict=True) if own == column])
                for column in sorted(set(columns))
            ]
        for start, end, words in parts:
            made = _cell(start, end, words)
            if cells and cells[-1].last >= start:
                before = cells.pop()
                made = _cell(before.first, max(end, before.last), [before, made])
            cells.append(made)
    yield from cells
