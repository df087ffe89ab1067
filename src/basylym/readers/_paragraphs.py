"""The lines of a PDF in reading order -> paragraphs, told by indents, leading, size and short lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from basylym.adapters.pdf_text import Line
from basylym.readers._columns import CELLS

ENDED = re.compile(r"[.!?…:;][»”\"’)\]]*\s*(?:\[[^\]]*\]|\d{1,3})?$")
LISTED = re.compile(r"(?:[•●▪–—-]|\(?\d{1,3}[.)]|\[\d{1,3}\]|[a-zа-я]\))\s")
INDENT, APART, SHORT, SIZE = 0.7, 1.35, 0.85, 1.07


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its page, from 0, the number of its column in the whole text, and that column's sides."""

    line: Line
    page: int
    column: int
    left: float
    right: float

    @property
    def indented(self) -> bool:
        """Whether it begins to the right of its column's side."""
        return self.line.left - self.left > INDENT * self.line.size

    @property
    def short(self) -> bool:
        """Whether it leaves room at its column's end."""
        return self.line.right < self.left + SHORT * (self.right - self.left)

    @property
    def ended(self) -> bool:
        """Whether a sentence ends with it."""
        return bool(ENDED.search(self.line.text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; ``rows`` where they are rows of a table, each of them its own line."""

    lines: tuple[Placed, ...]
    rows: bool = False


def placed(column: Sequence[Line], page: int, number: int) -> list[Placed]:
    """The lines of one column with its sides: the leftmost place where several lines begin."""
    if not column:
        return []
    lefts = Counter(round(line.left) for line in column)
    several = [place for place, _ in lefts.items() if sum(lefts[place + n] for n in (-1, 0, 1)) >= 3]
    left = min(several) if several else min(lefts)
    right = max(line.right for line in column)
    return [Placed(line, page, number, float(left), right) for line in _stretched(column, right)]


def _stretched(column: Sequence[Line], right: float) -> Iterator[Line]:
    """A lone row of cells that fills the column is a line of prose stretched to fill it."""
    for number, line in enumerate(column):
        beside = [*column[max(0, number - 1) : number], *column[number + 1 : number + 2]]
        alone = CELLS in line.text and not any(CELLS in other.text for other in beside)
        fills = line.right > right - line.size
        yield replace(line, text=line.text.replace(CELLS, " ")) if alone and fills else line


def paragraphs(lines: Sequence[Placed]) -> list[Paragraph]:
    """Cut the running text into paragraphs; one may go on in the next column."""
    leadings = _leadings(lines)
    made: list[list[Placed]] = []
    hanging = False
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is None:
            made.append([line])
            continue
        parted, hanging = _parted(before, line, leadings, hanging)
        if parted:
            made.append([line])
        else:
            made[-1].append(line)
    return [Paragraph(tuple(one), any(CELLS in line.line.text for line in one)) for one in made]


def _leadings(lines: Iterable[Placed]) -> dict[float, float]:
    """The usual distance of base lines, by size of the letters."""
    seen: dict[float, Counter[float]] = {}
    for one, two in pairwise(lines):
        if one.column == two.column and two.line.base > one.line.base and _alike(one, two):
            distance = round(two.line.base - one.line.base, 0)
            seen.setdefault(round(two.line.size), Counter())[distance] += 1
    return {size: counts.most_common(1)[0][0] for size, counts in seen.items()}


def _alike(one: Placed, two: Placed) -> bool:
    return max(one.line.size, two.line.size) <= SIZE * min(one.line.size, two.line.size)


def _parted(one: Placed, two: Placed, leadings: dict[float, float], hanging: bool) -> tuple[bool, bool]:
    """Whether a paragraph ends between two lines, and whether lines now hang below a first that does not."""
    if (CELLS in one.line.text) != (CELLS in two.line.text):
        return True, False
    if not _alike(one, two) or one.line.bold != two.line.bold:
        return True, False
    if CELLS in one.line.text:
        return False, False
    near = one.column == two.column
    usual = leadings.get(round(two.line.size), 1.3 * two.line.size)
    if near and two.line.base - one.line.base > APART * usual:
        return True, False
    if one.ended and LISTED.match(two.line.text):
        return True, False
    if two.indented and not one.indented:
        goes_on = not one.short and not one.ended
        return not goes_on, goes_on
    if one.indented and not two.indented:
        return hanging or (one.short and one.ended), False
    if two.indented and one.indented and not hanging and near:
        return one.short and one.ended, False
    return one.short and one.ended, hanging
