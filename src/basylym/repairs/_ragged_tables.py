"""Lines of a text -> the tables among them whose cells run on over lines, or stand apart by blank lines.

A web page or a manual that was saved as text lays its tables out so: no line shows all columns, and no
column is blank in all lines, but again and again two cells of a line or more begin where those of
others do. Gaps that fill a justified line begin anywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from basylym.model.wide_signs import columns
from basylym.repairs._lines import Line
from basylym.repairs._table_bounds import is_list
from basylym.repairs._table_ends import whole

GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
INDENT = " " * 3
LEAST = 4  # lines with two gaps that show a table
NEXT = 5  # lines, blank ones too, within which the next of them stands
SHARED = 0.6  # of the lines with two gaps: so many begin two cells where others do
USUAL = 0.4  # of them: so many have a cell that begins there
CELL = 30  # signs of a cell that stands alone on its line


class Ragged(NamedTuple):
    """First and last line of such a table, and what shows it."""

    first: int
    last: int
    told: str


def ragged(lines: Sequence[Line]) -> Iterator[Ragged]:
    """Yield the tables, in order."""
    starts = {at: cells for at, line in enumerate(lines) if len(cells := _cells(line.text)) > 1}
    for run in _runs(lines, sorted(starts)):
        times = Counter(start for at in run for start in starts[at])
        usual = {start for start, count in times.items() if count >= max(2, USUAL * len(run))}
        shared = sum(len(usual.intersection(starts[at])) > 1 for at in run)
        if len(run) >= LEAST and shared >= SHARED * len(run):
            first, last = whole(lines, run[0], run[-1])
            while (row := _next_row(lines, last, usual)) > last:
                last = whole(lines, row, row)[1]
            if is_list([line.text for line in lines[first : last + 1] if line.text.strip()]):
                continue
            yield Ragged(first, last, f"cells of {len(run)} lines begin in the same columns")


def _next_row(lines: Sequence[Line], last: int, usual: set[int]) -> int:
    """Return the row behind the blank line below, or ``last``."""
    below = last + 2
    row = below < len(lines) and not lines[last + 1].text.strip()
    return below if row and usual.intersection(_cells(lines[below].text)) else last


def _cells(line: str) -> list[int]:
    """Return the columns where cells begin behind gaps."""
    return [columns(line[: gap.end()]) for gap in GAP.finditer(line)] if INDENT in line else []


def _runs(lines: Sequence[Line], shown: Sequence[int]) -> Iterator[list[int]]:
    """Yield the numbers of lines with gaps between which nothing stands but cells."""
    run: list[int] = []
    for at in shown:
        if run and not (
            at - run[-1] <= NEXT and all(_may_be_cell(lines[n].text) for n in range(run[-1] + 1, at))
        ):
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _fits(line: str) -> bool:
    return bool(line.strip()) and (line.startswith(INDENT) or GAP.search(line) is not None)


def _may_be_cell(line: str) -> bool:
    return not line.strip() or _fits(line) or len(line) <= CELL
