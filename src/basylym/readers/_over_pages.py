"""The lines of a text -> the same, each table or listing that goes on over the page in one block.

It goes on where nothing stands between its parts. The heads of a table's columns stand once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from basylym.adapters.pdf_text import Line
from basylym.readers._blocks import GRID, LISTING, TABLE
from basylym.readers._cells import Grid
from basylym.readers._paragraphs import Placed

SIDE = 4.0  # pt that the sides of a table's parts may differ
SAME = 1.0  # pt that the sides of two pages' texts may differ
PITCH = 0.05  # of the distance of letters


def whole(lines: Sequence[Placed]) -> list[Placed]:
    """Return the lines with the parts of each table, and of each listing, in one block."""
    made = list(lines)
    firsts: dict[int, int] = {}
    for number, line in enumerate(made):
        if line.block:
            firsts.setdefault(line.block, number)
    for number, (one, two) in enumerate(pairwise(lines)):
        if not (one.block and two.block and one.block != two.block and two.page == one.page + 1):
            continue
        begins = firsts[made[number].block]
        if one.kind == two.kind == LISTING and abs(one.line.pitch - two.line.pitch) < PITCH * one.line.pitch:
            _join_listings(made, begins, number + 1)
        elif {one.kind, two.kind} <= {TABLE, GRID} and _goes_on(one, two):
            _join_tables(made, begins, number + 1)
    return made


def _goes_on(one: Placed, two: Placed) -> bool:
    """Tell whether a table is the rest of another: it has as many columns, and its sides or its heads."""
    first, second = one.line.table, two.line.table
    if first.columns != second.columns:
        return False
    left, right = two.line.left - one.line.left, two.line.right - one.line.right
    return min(abs(left), abs(right), abs(right - left)) <= SIDE or _same_heads(first, second) > 0


def _same_heads(first: Grid, second: Grid) -> int:
    """How many rows stand at the head of both."""
    count = 0
    for one, two in zip(first.rows, second.rows, strict=False):
        if [cell.text for cell in one] != [cell.text for cell in two]:
            break
        count += 1
    return count if count < len(second.rows) else 0


def _join_tables(made: list[Placed], begins: int, number: int) -> None:
    one, two = made[begins], made[number]
    first, second = one.line.table, two.line.table
    rows = (*first.rows, *second.rows[_same_heads(first, second) :])
    sure = None
    if first.sure and second.sure and first.sure.heads == second.sure.heads:
        sure = replace(first.sure, rows=(*first.sure.rows, *second.sure.rows))
    both = replace(first, rows=rows, sure=sure)
    kind = GRID if sure else TABLE
    typed = sure.as_markdown() if sure else both.laid_out(shown=True)
    made[begins] = replace(one, line=replace(one.line, table=both, typed=typed), kind=kind)
    for place in range(begins + 1, number):
        made[place] = replace(made[place], kind=kind)
    made[number] = replace(two, line=replace(two.line, table=both, typed=""), kind=kind, block=one.block)


def _join_listings(made: list[Placed], begins: int, number: int) -> None:
    """Put both parts into one block, one of them further in if it stands so on its page."""
    one, two = made[begins], made[number]
    ends = number
    while ends < len(made) and made[ends].block == two.block:
        ends += 1
    first, second = _side(made, one), _side(made, two)
    alike = first is not None and second is not None and abs(first - second) < SAME
    more = round((two.left - one.left) / one.line.pitch) if alike else 0  # else nothing shows how far in
    for place in range(begins, ends):
        line = made[place]
        room = max(0, more) if place >= number else max(0, -more)
        made[place] = replace(line, line=_moved(line.line, room), block=one.block)


def _side(lines: Sequence[Placed], part: Placed) -> float | None:
    """Where the text of a column begins, pt from the left of its page."""
    lefts = Counter(round(line.left, 1) for line in lines if line.column == part.column and not line.block)
    return lefts.most_common(1)[0][0] if lefts else None


def _moved(line: Line, room: int) -> Line:
    bare = line.text.lstrip("\n")
    return replace(line, text=line.text[: len(line.text) - len(bare)] + " " * room + bare)
