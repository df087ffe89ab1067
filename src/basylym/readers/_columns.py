"""The lines of a page, as they lie -> the same in the order in which they are read.

A gutter is a strip that hardly any line crosses and that many lines stand left and right of. What
crosses it (a title, a wide table) cuts the page into bands, and in each band the left column is read
before the right.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from basylym.adapters.pdf_text import Line
from basylym.readers._bands import abreast, in_order, is_torn

WIDTH = 6.0  # pt that a gutter has at least
STEP = 2.0
ENOUGH = 6  # lines on each side that show a gutter
FEW = 3  # lines on each side, where other pages have the same gutter
PROSE = 18  # signs that half of the lines in a column have at least
ROW = 0.3  # of the letters' size: so near lie the base lines of one row
SIGNS = 0.5  # of a line's signs: a part of a formula, which shows no column
CELLS = "\t"
MARK = re.compile(r"\d{1,3}|[*∗†‡§¶‖]{1,3}")
FAR, HIGHER, RAISED = 3.0, 0.1, 0.7  # of the letters' size: between a note's mark and the note; so high it is
NOTED = 12  # signs of a line beside its mark
CELL, CLOSE, WORD, SMALL = 1.5, 0.6, 0.15, 0.82  # of the letters' size


def gutter(lines: Sequence[Line], known: Sequence[float] = ()) -> float | None:
    """Where two columns part, pt from the left, or None where the lines stand in one."""
    if not lines:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float] | None = None
    starts, ends = sorted(line.left for line in lines), sorted(line.right for line in lines)
    place = left + 0.2 * (right - left)
    while place < left + 0.8 * (right - left):
        ended = bisect_right(ends, place - WIDTH / 2)
        begun = len(lines) - bisect_left(starts, place + WIDTH / 2)
        crossing = len(lines) - ended - begun
        if min(ended, begun) >= FEW and crossing <= 0.3 * len(lines) and (best is None or crossing < best[0]):
            usual = any(abs(place - other) < 3 * WIDTH for other in known)
            before = [line for line in lines if line.right <= place - WIDTH / 2]
            behind = [line for line in lines if line.left >= place + WIDTH / 2]
            enough = usual or min(ended, begun) >= ENOUGH
            if enough and _is_prose(before, behind, usual) and _side_by_side(before, behind):
                best = (crossing, place)
        place += STEP
    return best[1] if best else None


def _is_prose(before: Sequence[Line], behind: Sequence[Line], usual: bool) -> bool:
    """Tell whether the lines of both sides are long enough; ``usual``: whether others part there too."""
    for side in (before, behind):
        words = [len(line.text) for line in (_single(side) if usual else side) if line.maths < SIGNS]
        lengths = sorted(words if len(words) >= FEW else [len(line.text) for line in side])
        if lengths[len(lengths) // 2] < PROSE:
            return False
    return True


def _single(side: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a side that no other of it stands beside, as the cells of a table do."""
    rows = sorted(side, key=lambda line: line.base)
    near = [False, *(two.base - one.base < ROW * two.size for one, two in pairwise(rows)), False]
    yield from (
        line for line, above, below in zip(rows, near, near[1:], strict=False) if not (above or below)
    )


def _side_by_side(before: Sequence[Line], behind: Sequence[Line]) -> bool:
    """Whether the two sides stand beside each other, and not one below the other."""
    top = max(min(line.base for line in side) for side in (before, behind))
    foot = min(max(line.base for line in side) for side in (before, behind))
    return all(
        sum(top <= line.base <= foot for line in side) >= min(FEW, len(side)) for side in (before, behind)
    )


def ordered(lines: Sequence[Line], known: Sequence[float] = ()) -> list[list[Line]]:
    """The columns of a page in reading order, each with its lines from the top; rows of cells joined."""
    place = gutter(lines, known)
    if place is None or is_torn(lines, place):
        part = abreast(lines)
        if part is None:
            return [_rows(lines)] if lines else []
        pieces = (part.above, part.first, part.second, part.below)
        return [column for piece in pieces for column in ordered(piece, known)]
    wide = sorted((line for line in lines if line.left < place < line.right), key=lambda line: line.base)
    cuts = [line.base for line in wide]
    columns: list[list[Line]] = []
    rest = [line for line in lines if not line.left < place < line.right]
    above = float("-inf")
    for cut in [*cuts, float("inf")]:
        band = [line for line in rest if above <= line.base < cut]
        before = [line for line in band if line.right <= place]
        for side in in_order(before, [line for line in band if line.left >= place]):
            columns += ordered(side, known) if len(side) >= 4 * ENOUGH else [_rows(side)] if side else []
        crossing = [line for line in wide if line.base == cut]
        if crossing:
            if columns and columns[-1] and columns[-1][-1] in wide:
                columns[-1] += crossing
            else:
                columns.append(crossing)
        above = cut
    return columns


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Lines from the top; what stands on one base line is one row, its cells parted by tabs."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.base, line.left)):
        whole = line.table or (rows and rows[-1][-1].table)
        larger = max(line.size, rows[-1][-1].size) if rows else line.size
        if rows and not whole and abs(rows[-1][-1].base - line.base) < 0.3 * larger:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(sorted(row, key=lambda line: line.left)) for row in rows]


def mended(lines: Sequence[Line]) -> list[Line]:
    """The same with each line whole: a small raised sign is drawn apart from the words it stands between."""
    rest = sorted((line for line in lines if not line.table), key=lambda line: (line.left, line.base))
    made: list[Line] = []
    reach = max(0.7 * max((line.size for line in rest), default=0.0), 1.0)
    levels: dict[int, list[int]] = defaultdict(list)  # those in ``made`` by the height that they stand at
    for line in rest:
        level = int(line.base // reach)
        near = sorted({n for beside in (level - 1, level, level + 1) for n in levels.get(beside, ())})
        host = next((n for n in near if _touches(made[n], line)), None)
        if host is None:
            host = len(made)
            made.append(line)
        else:
            made[host] = _joined([made[host], _raised(line, made[host])])
        levels[int(made[host].base // reach)].append(host)
    return [*made, *(line for line in lines if line.table)]


def _touches(one: Line, two: Line) -> bool:
    """Whether ``two`` goes on where ``one`` stops: on its base line, or small and a little above it."""
    size = max(one.size, two.size)
    if MARK.fullmatch(one.text) and one.size <= SMALL * two.size and len(two.text) > NOTED and not two.maths:
        near = 0 < two.left - one.right < FAR * size  # a note's mark, alone
        return near and HIGHER * size < two.base - one.base < RAISED * size
    level = abs(one.base - two.base) < 0.25 * size
    small = min(one.size, two.size) <= SMALL * size and abs(one.base - two.base) < 0.6 * size
    return (level or small) and -0.3 * size < two.left - one.right < CLOSE * size


def _raised(line: Line, host: Line) -> Line:
    high = line.size <= SMALL * host.size and line.base < host.base - 0.1 * host.size
    return replace(line, raised=((0, len(line.text)),)) if high else line


def _joined(row: Sequence[Line]) -> Line:
    first = row[0]
    for cell in row[1:]:
        first = _beside(first, cell)
    return first


def _words(first: Line, cell: Line, gap: str) -> tuple[tuple[float, float], ...]:
    if not (first.words and cell.words):
        return ()
    if gap:
        return first.words + cell.words
    return (*first.words[:-1], (first.words[-1][0], cell.words[0][1]), *cell.words[1:])


def _beside(first: Line, cell: Line) -> Line:
    apart, larger = cell.left - first.right, max(first.size, cell.size)
    gap = CELLS if apart > CELL * larger else " " if apart > WORD * larger and not cell.raised else ""
    shift = len(first.text) + len(gap)
    main = first if len(first.text) >= len(cell.text) else cell
    whole = replace(
        main,
        text=first.text + gap + cell.text,
        left=first.left,
        right=max(first.right, cell.right),
        top=min(first.top, cell.top),
        raised=(*first.raised, *((start + shift, end + shift) for start, end in cell.raised)),
        typed=first.typed + cell.typed if first.typed and cell.typed else "",
        start=first.start,
        cells=(),
        words=_words(first, cell, gap),
        maths=(first.maths * len(first.text) + cell.maths * len(cell.text)) / (shift + len(cell.text)),
    )
    if gap == CELLS or (gap and first.pitch and cell.pitch):
        return replace(whole, cells=(*(first.cells or (first,)), cell))
    if first.cells:
        return replace(whole, cells=(*first.cells[:-1], _beside(first.cells[-1], cell)))
    return whole
