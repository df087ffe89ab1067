"""The lines of a column -> which of them are a listing: set in a font whose letters are all of one width.

Such lines stay as they stand on the page, each with its indent and its gaps, told by their places. A font
of one width inside a sentence shows a name or an address, and a text typed on a typewriter is no listing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from basylym.adapters.pdf_text import Line
from basylym.readers._paragraphs import ENDED, LISTED, SHORT

TYPED = 0.85  # of a text's letters are in fonts of one width: a typescript
SHOWN = 1.3  # of the text's size: larger is a heading
LEAST = 2  # lines that are a listing, though no room sets them apart
AWAY, FAR = 1.5, 4.0  # of the letters' size: more than between lines of a text; another part
BLANK, MOST_BLANK = 1.7, 3  # of a listing's own distance of lines: a blank line between
NUMBERED = re.compile(r"\d{1,4}[.:]?(?!\S)")
ADDRESS = re.compile(r"https?:|www\.|doi\.org|[^\s@]@[^\s@]", re.IGNORECASE)
PROSE = re.compile(r"[^\W\d_],? [^\W\d_]+ [^\W\d_]+,? [^\W\d_]+ [^\W\d_]")
HARD = re.compile(r"[{}=<>\\;_$#]|\w\(|\A\s*[-+*/]|\A\W*\w+:\s*\Z")


def is_typescript(lines: Iterable[Line]) -> bool:
    """Tell whether the whole text is set in a font of one width, so that the font tells no listing."""
    every = typed = 0
    for line in lines:
        every += len(line.text)
        typed += len(line.text) if line.pitch else 0
    return typed > TYPED * every


def listings(column: Sequence[Line], usual: float) -> Iterator[tuple[int, int]]:
    """Yield where listings begin and end among the lines of a column; ``usual``: the text's size, pt."""
    start = 0
    while start < len(column):
        end = start
        while end < len(column) and _is_typed(column[end], usual) and _near(column, start, end):
            end += 1
        if end > start and _stands_apart(column, start, end):
            yield start, end
        start = max(end, start + 1)


def laid_out(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with their indents as spaces, a blank line before one that stands lower than usual."""
    cells = [line.cells or (line,) for line in lines]
    pitch = max((cell for row in cells for cell in row if cell.pitch), key=lambda cell: len(cell.text)).pitch
    left = min(row[0].start for row in cells)
    steps = [two.base - one.base for one, two in pairwise(lines)]
    leading = median(steps) if steps else 0.0
    made = []
    for number, (line, row) in enumerate(zip(lines, cells, strict=True)):
        said = ""
        for cell in row:
            column = round((cell.start - left) / pitch)
            said += " " * max(column - len(said), 1 if said else 0) + (cell.typed or cell.text)
        lower = round(steps[number - 1] / leading) - 1 if number and leading > 0 else 0
        deep = lower if number and steps[number - 1] > BLANK * leading else 0
        made.append(replace(line, text="\n" * min(deep, MOST_BLANK) + said, raised=(), cells=()))
    return made


def _is_typed(line: Line, usual: float) -> bool:
    cells = line.cells or (line,)
    if len(cells) > 1 and NUMBERED.match(cells[0].text):
        cells = cells[1:]  # the numbers of a listing's lines
    return all(cell.pitch for cell in cells) and line.size < SHOWN * usual


def _near(column: Sequence[Line], start: int, end: int) -> bool:
    """Whether a line belongs to the same listing as the one before it: not far below, nor much larger."""
    if end == start:
        return True
    one, two = column[end - 1], column[end]
    return 0 < two.base - one.base < FAR * max(one.size, two.size)


def _stands_apart(column: Sequence[Line], start: int, end: int) -> bool:
    """Whether lines are a listing, and not part of a paragraph, an entry of a list, or an address."""
    said = [line.text for line in column[start:end]]
    hard = any(HARD.search(one) for one in said)
    above = column[start - 1] if start else None
    leads = ADDRESS.search(said[0]) or (above and above.pitch and ADDRESS.search(above.text))
    if leads and (len(said) < LEAST or not any(" " in LISTED.sub("", one) for one in said)):
        return False
    if not hard and 2 * sum(bool(PROSE.search(one)) for one in said) > len(said):
        return False
    below = column[end] if end < len(column) else None
    ends = above is None or _apart(above, column[start])
    if len(said) >= LEAST and hard and above:
        right = max(line.right for line in column) - (1 - SHORT) * _width(column)
        return ends or above.right < right or bool(ENDED.search(above.text))
    return ends and (below is None or _apart(column[end - 1], below))


def _width(column: Sequence[Line]) -> float:
    return max(line.right for line in column) - min(line.left for line in column)


def _apart(one: Line, two: Line) -> bool:
    """Whether more room than between two lines of a text lies between them."""
    return not 0 < two.base - one.base < AWAY * max(one.size, two.size)
