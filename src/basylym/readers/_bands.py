"""The lines of a page -> the part of it in which two columns stand beside each other, if only a part does.

A sidebar beside the title, two summaries side by side above a text in one column: no gutter runs through
the page, but one does through a band of it. The rows of a table stand side by side as well; they are told
by their lines, which lie on one level and do not run on from one another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from basylym.adapters.pdf_text import Line

GUTTER, STEP = 6.0, 3.0  # pt
ENOUGH = 6  # lines on each side
LONG = 9  # signs that half of the lines on each side have at least
NEAR = 1.5  # of the letters' size: a column may begin so much above the other
BESIDE = 0.7  # of the letters' size
LEVEL = 0.2  # of the letters' size: so near lie the base lines of one row
ROWS, RUNNING = 0.6, 0.3
NARROW = 0.6  # of the other side's width: a column beside the text


@dataclass(frozen=True, slots=True)
class Band:
    """What stands above, in the two columns in the order they are read, and below."""

    above: list[Line]
    first: list[Line]
    second: list[Line]
    below: list[Line]


def abreast(lines: Sequence[Line]) -> Band | None:
    """Return the tallest part of a page through which a gutter runs, or nothing where there is none."""
    if len(lines) < 2 * ENOUGH:
        return None
    rows = sorted(lines, key=lambda line: line.base)
    left, right = min(line.left for line in rows), max(line.right for line in rows)
    best: tuple[int, float, int, int] | None = None
    starts, ends = sorted(line.left for line in rows), sorted(line.right for line in rows)
    place = left + 0.1 * (right - left)
    while place < left + 0.9 * (right - left):
        sides = bisect_right(ends, place), len(rows) - bisect_left(starts, place)
        for run in _runs(rows, place) if min(sides) >= ENOUGH else ():
            start, end = _trimmed(rows, place, *run)
            taller = best is None or end - start > best[0]
            if taller and _are_columns(rows[start:end], place):
                best = (end - start, place, start, end)
        place += STEP
    if best is None:
        return None
    _, place, start, end = best
    before = [line for line in rows[start:end] if line.right <= place]
    behind = [line for line in rows[start:end] if line.left >= place]
    return Band(rows[:start], *in_order(before, behind), rows[end:])


def in_order(before: list[Line], behind: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return two columns, the left and the right one, in the order they are read: a sidebar last."""
    if not before or not behind:
        return before, behind
    aside = _width(before) < NARROW * _width(behind) and _size(before) < _size(behind)
    return (behind, before) if aside else (before, behind)


def is_torn(lines: Sequence[Line], place: float) -> bool:
    """Tell whether a gutter at ``place`` cuts lines that others stand beside: the columns part elsewhere."""
    wide = [line for line in lines if line.left < place < line.right]
    beside = sum(
        any(
            abs(line.base - other.base) < BESIDE * line.size
            for other in lines
            if other.right <= line.left or other.left >= line.right
        )
        for line in wide
    )
    return beside >= ENOUGH / 2 and 2 * beside >= len(wide)


def _runs(rows: Sequence[Line], place: float) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines that all keep clear of a strip at ``place``, from the top."""
    start = 0
    for number, line in enumerate([*rows, None]):
        if line is None or (line.left < place + GUTTER / 2 and line.right > place - GUTTER / 2):
            if number - start >= 2 * ENOUGH:
                yield start, number
            start = number + 1


def _trimmed(rows: Sequence[Line], place: float, start: int, end: int) -> tuple[int, int]:
    """Return the part of a run that has lines on both sides: neither what leads up to it nor what trails."""
    before = [number for number in range(start, end) if rows[number].right <= place]
    behind = [number for number in range(start, end) if rows[number].left >= place]
    if not before or not behind or before[-1] < behind[0] or behind[-1] < before[0]:
        return start, start
    top, foot = max(before[0], behind[0]), min(before[-1], behind[-1])
    highest = rows[top].base - NEAR * rows[top].size
    lowest = rows[foot].base + NEAR * rows[foot].size
    while top > start and rows[top - 1].base > highest:
        top -= 1
    while foot + 1 < end and rows[foot + 1].base < lowest:
        foot += 1
    return top, foot + 1


def _are_columns(run: Sequence[Line], place: float) -> bool:
    sides = [line for line in run if line.right <= place], [line for line in run if line.left >= place]
    if min(map(len, sides)) < ENOUGH or any(median(len(line.text) for line in side) < LONG for side in sides):
        return False
    top = max(side[0].base for side in sides)
    foot = min(side[-1].base for side in sides)
    beside = [[line for line in side if top <= line.base <= foot] for side in sides]
    if min(map(len, beside)) < ENOUGH:
        return False
    level = sum(any(abs(one.base - two.base) < LEVEL * one.size for two in beside[1]) for one in beside[0])
    return level < ROWS * min(map(len, beside)) or all(_runs_on(side) for side in beside)


def _runs_on(side: Sequence[Line]) -> bool:
    """Tell whether lines begin in the middle of a sentence, as those of a paragraph do."""
    return sum(line.text[:1].islower() for line in side) >= RUNNING * len(side)


def _width(side: Sequence[Line]) -> float:
    return max(line.right for line in side) - min(line.left for line in side)


def _size(side: Sequence[Line]) -> float:
    return median(line.size for line in side)
