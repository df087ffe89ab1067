"""The lines of a PDF in reading order -> paragraphs, told by indents, leading, size and short lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from basylym.adapters.pdf_text import Line
from basylym.model.captions import caption
from basylym.readers._columns import CELLS

ANNOUNCED = re.compile(r"[:;][»”\"’)\]]*$")
ENDED = re.compile(r"[.!?…:;][»”\"’)\]]*\s*(?:\[[^\]]*\]|\d{1,3})?$")
BROKEN = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
LISTED = re.compile(r"(?:[•●▪–—-]|\(?\d{1,3}[.)]|\[\d{1,3}\]|[a-zа-я]\))\s")
NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4}\.?)\s+(?=[^\W\d_])")
HEAD, FLUSH = 1.07, 0.97  # of the text's size: how large a heading's letters are at least, and the text's
LEADING = 1.5  # of the letters' size: headings that stand farther apart are several
HANGING, FULL = (
    4,
    0.9,
)  # entries that show a list of hanging ones; the part of their first lines that are long
LONG = 0.6  # of the column's width: lines that no margin evens out leave much room before a long word
DEEP = 5.0  # of the letters' size: so far in, a line has room for a formula before it, and does not hang
FARTHEST = 3.0  # of the letters' size: the lines of one text stand no farther apart
LABELS, LABEL = 40, 40  # of a drawing, and the signs of one
COMMAND, WIDE = re.compile(r"[{}=<>\\;_$#]|\w\("), 0.6  # of the letters' size: a letter, at most
SEVERAL = 3  # lines that show where a column begins
TURNED = "turned"  # such lines are text, but set apart
INDENT, APART, TALL, SHORT, SIZE = 0.7, 1.35, 2.2, 0.85, 1.07


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its page, from 0, the number of its column in the whole text, and that column's sides.

    ``kind`` says what it is part of, where that is no running text, and ``block`` numbers such parts.
    """

    line: Line
    page: int
    column: int
    left: float
    right: float
    kind: str = ""
    block: int = 0

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

    @property
    def kind(self) -> str:
        """What it is, where it is no running text."""
        return self.lines[0].kind


def placed(column: Sequence[Line], page: int, number: int) -> list[Placed]:
    """The lines of one column with its sides: the leftmost place where several lines of their size begin."""
    if not column:
        return []
    lefts = {0.0: _left(column)}
    for size in {round(2 * line.size) for line in column}:
        alike = [line for line in column if round(2 * line.size) == size]
        lefts[size] = _left(alike) if len(alike) >= SEVERAL else lefts[0.0]
    right = max(line.right for line in column)
    return [
        Placed(line, page, number, lefts[round(2 * line.size)], right) for line in _stretched(column, right)
    ]


def _left(lines: Sequence[Line]) -> float:
    lefts = Counter(round(line.left) for line in lines)
    several = [place for place in lefts if sum(lefts[place + n] for n in (-1, 0, 1)) >= SEVERAL]
    return float(min(several or lefts))


def _stretched(column: Sequence[Line], right: float) -> Iterator[Line]:
    """Rows of cells that fill the column are prose where they stand alone or go on from a line of prose.

    Such are lines stretched to fill the measure, and those with gaps where a formula is drawn.
    """
    prose = False  # whether the line before runs on, at the column's end
    for number, line in enumerate(column):
        beside = [*column[max(0, number - 1) : number], *column[number + 1 : number + 2]]
        alone = CELLS in line.text and not any(CELLS in other.text for other in beside)
        fills = line.right > right - line.size
        if CELLS in line.text and fills and (alone or prose):
            line = replace(line, text=line.text.replace(CELLS, " "))
        prose = CELLS not in line.text and fills and not ENDED.search(line.text)
        yield line


def paragraphs(lines: Sequence[Placed]) -> list[Paragraph]:
    """Cut the running text into paragraphs; one may go on in the next column."""
    leadings = _leadings(lines)
    made: list[list[Placed]] = []
    hanging = False
    lists, floats = _hanging_lists(lines), set(_floats(lines))
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is None:
            made.append([line])
            continue
        parted, hanging = _parted(before, line, leadings, hanging)
        if number in lists and number - 1 in lists:
            parted = not line.indented or _distance(before, line, leadings) > APART
        if parted or number in floats:
            made.append([line])
        else:
            made[-1].append(line)
    return [Paragraph(tuple(one), any(CELLS in line.line.text for line in one)) for one in made]


def _floats(lines: Sequence[Placed]) -> Iterator[int]:
    """Yield where a figure at the head of a column begins, with the labels in it, and where its caption does.

    They are no part of the sentence that the column before ends in.
    """
    for start, line in enumerate(lines):
        if not start or lines[start - 1].column == line.column:
            continue
        for number in range(start, min(start + LABELS, len(lines))):
            text = lines[number].line.text.strip()
            if lines[number].column == line.column and caption(text):
                yield from (start, number)
            if lines[number].column != line.column or caption(text) or len(text) > LABEL:
                break


def _hanging_lists(lines: Sequence[Placed]) -> set[int]:
    """The numbers of the lines in lists whose entries hang below their first lines, as in references.

    There the line before an indented one is long, for its entry goes on; in prose it ends a paragraph, and
    lines that run on stand below one another.
    """
    found: set[int] = set()
    start = 0
    for end in range(1, len(lines) + 1):
        if (
            end < len(lines)
            and _alike(lines[end - 1], lines[end])
            and lines[end - 1].line.bold == lines[end].line.bold
        ):
            continue
        beside = list(pairwise(lines[start:end]))
        first = [one for one, two in beside if two.indented and not one.indented]
        full = sum(one.line.right > one.left + LONG * (one.right - one.left) for one in first)
        prose = sum(not (one.indented or two.indented or one.short or one.ended) for one, two in beside)
        if len(first) >= HANGING and full >= FULL * len(first) and prose <= (1 - FULL) * len(first):
            found |= set(range(start, end))
        start = end
    return found


def _leadings(lines: Iterable[Placed]) -> dict[float, float]:
    """The usual distance of base lines, by size of the letters."""
    seen: dict[float, Counter[float]] = {}
    for one, two in pairwise(lines):
        text = not (one.block or two.block) and one.column == two.column
        near = 0 < two.line.base - one.line.base < FARTHEST * two.line.size
        if text and near and _alike(one, two):
            distance = round(two.line.base - one.line.base, 0)
            seen.setdefault(round(two.line.size), Counter())[distance] += 1
    most = max(seen, key=lambda size: seen[size].total(), default=0.0)
    leadings = {size: counts.most_common(1)[0][0] for size, counts in seen.items()}
    widest = max(LEADING, leadings[most] / most) if most else LEADING
    return {
        size: leading if size <= most or leading <= widest * size else 1.3 * size
        for size, leading in leadings.items()
    }


def _is_numbered(line: Line) -> bool:
    """Whether a line begins with a number that stands high, as entries of a list of references do."""
    return bool(line.raised) and line.raised[0][0] == 0 and line.text[: line.raised[0][1]].isdecimal()


def _alike(one: Placed, two: Placed) -> bool:
    return max(one.line.size, two.line.size) <= SIZE * min(one.line.size, two.line.size)


def _distance(one: Placed, two: Placed, leadings: dict[float, float]) -> float:
    """How many usual distances lie between two lines; 1 where they stand in two columns."""
    usual = leadings.get(round(two.line.size), 1.3 * two.line.size)
    return (two.line.base - one.line.base) / usual if one.column == two.column else 1.0


def _runs_on(one: Placed, two: Placed) -> bool:
    """Whether a sentence goes on from a full line to the next, though a formula may hold them apart."""
    full = not (one.short or one.ended or two.indented)
    return full and two.line.text[:1].islower()


def _counts_on(one: Placed, two: Placed) -> bool:
    """Whether two lines are entries that count: 5.1 below 5, 5.2 below 5.1, 6 below 5.2."""
    first, second = NUMBERED.match(one.line.text), NUMBERED.match(two.line.text)
    if not (first and second and one.column == two.column):
        return False
    above, below = ([int(part) for part in one[1].rstrip(".").split(".")] for one in (first, second))
    inner = [*above, 1]
    return below == inner or any(below == [*above[:n], above[n] + 1] for n in range(len(above)))


def _is_command(one: Placed, two: Placed) -> bool:
    """Whether a line of a program stands alone above text: there was room for the next word beside it."""
    if not one.line.pitch or two.line.pitch or (" " in one.line.text and not COMMAND.search(one.line.text)):
        return False
    word = two.line.text.split(" ")[0]
    return one.line.right + (len(word) + 1) * one.line.size * WIDE < one.right


def _is_heading_on(one: Placed, two: Placed) -> bool:
    """Whether a numbered heading in bold letters goes on in a line that hangs below its words."""
    bold = one.line.bold and two.line.bold and _alike(one, two) and one.column == two.column
    near = 0 < two.line.base - one.line.base < APART * one.line.size
    hangs = two.line.left - one.line.left > INDENT * one.line.size
    number = NUMBERED.match(one.line.text)
    return bool(bold and near and hangs and number and not one.ended and not NUMBERED.match(two.line.text))


def _parted(one: Placed, two: Placed, leadings: dict[float, float], hanging: bool) -> tuple[bool, bool]:
    """Whether a paragraph ends between two lines, and whether lines now hang below a first that does not."""
    if one.block != two.block or (one.block and one.kind != TURNED):
        return one.block != two.block, False
    if (CELLS in one.line.text) != (CELLS in two.line.text):
        return True, False
    if _is_heading_on(one, two):
        return False, False
    if not _alike(one, two) or (one.line.bold != two.line.bold and not _runs_on(one, two)):
        return True, False
    if CELLS in one.line.text:
        return False, False
    if _counts_on(one, two) or _is_command(one, two):
        return True, False
    if BROKEN.search(one.line.text) and two.line.text[0].islower():
        return False, hanging
    near = one.column == two.column
    distance = _distance(one, two, leadings)
    if distance > (TALL if _runs_on(one, two) else APART):
        return True, False
    if (one.ended or one.short) and (LISTED.match(two.line.text) or _is_numbered(two.line)):
        return True, False
    if near and not two.indented and ANNOUNCED.search(one.line.text):
        return False, hanging  # a sentence goes on behind them, where no item of a list begins
    if two.indented and not one.indented:
        goes_on = not one.short and not one.ended
        return not goes_on, goes_on and two.line.left - two.left < DEEP * two.line.size
    if one.indented and not two.indented:
        return hanging or (one.short and one.ended), False
    if two.indented and one.indented and not hanging and near:
        return one.short and one.ended, False
    return one.short and one.ended, hanging
