"""Rows in columns -> the whole table: the lines of cells above and below, and neither caption nor prose.

Columns show in the few lines of a row that have text in all of them; a cell that runs on over more lines
stands alone beside blank ones. Prose, too, may be set further in or be laid out with gaps, but it begins
where no cell begins, and runs on over more signs than a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from basylym.model.captions import caption
from basylym.model.wide_signs import columns
from basylym.repairs._lines import HYPHENATED, SENTENCE_END, Line

PIECE = re.compile(r"[^ \t\u00a0](?:[ \u00a0]?[^ \t\u00a0])*")
CELL, NEAR = 30, 2  # signs of a cell; signs by which cells of a column may stand apart
CODES = 2  # tabs of a row that has three cells
TABBED = 4  # such rows
APART = 2  # blank lines between two of them


def whole(lines: Sequence[Line], first: int, last: int) -> tuple[int, int]:
    """Return first and last line of the table whose columns the lines ``first`` to ``last`` show."""
    shown = [_starts(lines[at].text) for at in range(first, last + 1)]
    starts = {start for row in shown for start, _ in row}
    deep = min((row[1][0] for row in shown if len(row) > 1), default=0)
    if not deep:
        return first, last
    return _end(lines, first, -1, starts, deep), _end(lines, last, 1, starts, deep)


def _end(lines: Sequence[Line], at: int, step: int, starts: set[int], deep: int) -> int:
    """Return the outermost line of cells.

    A short line at the margin is one where others lie beyond it, or where the last row ends with it.
    """
    end, held = at, True  # whether the short lines since then begin where cells do
    at += step
    while 0 <= at < len(lines) and (said := lines[at].text.strip()) and not caption(said):
        row = _starts(lines[at].text)
        if _is_row(row, starts, deep):
            end, held, starts = at, True, starts.union(start for start, _ in row)
        elif len(row) > 1 or len(said) > CELL or SENTENCE_END.search(said):
            return end
        else:
            held = held and any(abs(row[0][0] - one) <= NEAR for one in starts)
        at += step
    outermost = at - step
    opens = step > 0 or HYPHENATED.search(lines[outermost].text.strip())  # else it may be a heading
    edge = not 0 <= at < len(lines) or not lines[at].text.strip()
    return outermost if edge and held and opens else end


def _starts(line: str) -> list[tuple[int, int]]:
    """Return for each piece of a line between gaps the column it begins in, and its signs."""
    return [(columns(line[: one.start()]), len(one.group())) for one in PIECE.finditer(line)]


def _is_row(row: Sequence[tuple[int, int]], starts: set[int], deep: int) -> bool:
    known = [any(abs(start - one) <= NEAR for one in starts) for start, _ in row]
    fit = all(signs <= CELL or near for (_, signs), near in zip(row, known, strict=True))
    if len(row) == 1:
        return fit and row[0][0] >= deep - NEAR
    return fit and 2 * sum(known) >= len(row)


def tabbed(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield first and last line of rows of three cells that as many tabs part, blank lines between them."""
    tabs = [line.text.count("\t") for line in lines]
    at = 0
    while at < len(lines):
        run, below = [at], at + 1
        while tabs[at] >= CODES and below < len(lines) and below - run[-1] <= APART + 1:
            if tabs[below] == tabs[at]:
                run.append(below)
            elif lines[below].text.strip():
                break
            below += 1
        if len(run) >= TABBED and _alone(lines, run) and _three(lines, run):
            yield run[0], run[-1]
        at = run[-1] + 1


def _alone(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Tell whether no line with tabs stands right above or below, where a row may go on."""
    beside = [n for n in (run[0] - 1, run[-1] + 1) if 0 <= n < len(lines)]
    return not any("\t" in lines[n].text.strip() for n in beside)


def _three(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Tell whether the first cell of each row is filled, and three columns are in most of the rows."""
    cells = [[bool(cell.strip()) for cell in lines[at].text.split("\t")] for at in run]
    filled = [2 * sum(column) > len(run) for column in zip(*cells, strict=True)]
    return all(row[0] for row in cells) and sum(filled) > CODES
