"""The lines of a page and what is ruled on it -> the same lines, each ruled table in the place of its own.

A table is told by two lines or more of one width, above and below words that stand in columns. A frame
around a text has no columns; what a journal rules around its abstract, or above each page, is no table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from basylym.adapters.pdf_text import Line, Page
from basylym.model.captions import caption
from basylym.readers._cells import Grid, grid
from basylym.readers._certain import certain

Rule = tuple[float, float, float]
WIDE = 60.0  # pt of a table
SIDE = 4.0  # pt that its lines may differ
NEAR = 40.0  # pt between a table and its caption
LINES = 6  # of a caption
FILLED = 0.85  # of the width between the sides: a line of prose
TORN = 0.1  # of so many cells may have a wide gap inside; more do in lines stretched to fill the measure
SAME, FAR = 0.07, 2.4  # of the letters' size: rows of one look, and one below the other
APART = 0.9  # of the letters' size: a gap between cells that nothing rules
LEADERS = re.compile(r"(?:\. ?){5}")  # the dots of a list of contents
COLUMNS = 3  # that show a table without figures or a caption


def recurring(pages: Sequence[Page]) -> frozenset[tuple[int, int, int]]:
    """Return the ruled lines that several pages have in one place, as those under running heads."""
    times = Counter(key for page in pages for key in {_key(rule) for rule in page.rules})
    least = 3 if len(pages) > 5 else 2
    return frozenset(key for key, count in times.items() if count >= least)


def _key(rule: Rule) -> tuple[int, int, int]:
    return round(rule[0] / SIDE), round(rule[1] / SIDE), round(rule[2] / SIDE)


def with_tables(
    lines: Sequence[Line], page: Page, usual: float, everywhere: frozenset[tuple[int, int, int]]
) -> list[Line]:
    """Return the lines of a page with one line instead of those of each ruled table.

    Args:
        lines: without running heads.
        usual: the text's size, pt.
        everywhere: what ``recurring`` returns.
    """
    rules = sorted((r for r in page.rules if r[1] - r[0] >= WIDE and _key(r) not in everywhere), key=_height)
    rest = list(lines)
    done: list[Rule] = []
    for number, rule in enumerate(rules):
        if any(rule[2] < one[2] and rule[0] < one[1] and rule[1] > one[0] for one in done):
            continue
        last = _last(rest, rule, rules[number + 1 :])
        if last is None:
            continue
        last = _open(rest, rule, last) or last
        inside = [line for line in rest if _between(line, rule, last)]
        bars = [x for x, top, bottom in page.bars if _stands(rule, last, x, top, bottom)]
        within = [
            one for one in rules if rule[2] < one[2] < last[2] and one[0] < rule[1] and one[1] > rule[0]
        ]
        head = next((y for _, _, y in within if any(line.base <= y + 1 for line in inside)), 0.0)
        found = grid(inside, bars, head) if inside else None
        if found and _is_table(found, len(bars), rest, rule, last):
            kept = [line for line in rest if line not in inside]
            if all(_is_as_wide(one, rule) for one in within):
                found = replace(found, sure=certain(found, [y for _, _, y in within]))
            rest = [*kept, whole(found, inside, usual)]
            done.append(last)
    return rest


def whole(found: Grid, lines: Sequence[Line], usual: float) -> Line:
    """Return one line that stands for a table."""
    return replace(
        lines[0],
        text=found.laid_out(shown=False),
        typed=found.sure.as_markdown() if found.sure else found.laid_out(shown=True),
        left=min(line.left for line in lines),
        right=max(line.right for line in lines),
        top=min(line.top for line in lines),
        base=min(line.base for line in lines),
        size=usual,
        bold=False,
        raised=(),
        pitch=0.0,
        cells=(),
        words=(),
        table=found,
    )


def captioned(lines: Sequence[Line], left: float, right: float, top: float, bottom: float) -> bool:
    """Tell whether a caption stands near a place on the page, above it or below."""
    beside = [line for line in lines if line.left < right and line.right > left]
    above = sorted((line for line in beside if line.base <= top + 1), key=lambda line: -line.base)
    place = top - NEAR
    for line in above[:LINES]:
        if line.base < place:
            break
        if caption(line.text.strip()):
            return True
        place = line.base - 1.6 * line.size
    below = min((line for line in beside if line.base > bottom), key=lambda line: line.base, default=None)
    return bool(below and below.base < bottom + NEAR and caption(below.text.strip()))


def _height(rule: Rule) -> float:
    return rule[2]


def _between(line: Line, rule: Rule, last: Rule) -> bool:
    return rule[2] < line.base <= last[2] + 1 and rule[0] - SIDE <= line.left <= line.right <= rule[1] + SIDE


def _stands(rule: Rule, last: Rule, x: float, top: float, bottom: float) -> bool:
    return rule[0] + SIDE < x < rule[1] - SIDE and top < last[2] and bottom > rule[2] + SIDE


def _open(lines: Sequence[Line], rule: Rule, last: Rule) -> Rule | None:
    """Return where a table ends that goes on over the page: rows below its heads, and nothing but these."""
    over = (rule[0], rule[1], float("inf"))
    below = [one for one in lines if one.base > last[2] + 1 and one.left < rule[1] and one.right > rule[0]]
    heads = {round(one.base) for one in lines if _between(one, rule, last)}
    if len(heads) != 1 or not below or not all(_between(one, rule, over) for one in below):
        return None
    return None if _is_prose(below, rule) else (*rule[:2], max(line.base for line in below) + 1)


def _is_as_wide(one: Rule, rule: Rule) -> bool:
    return abs(one[0] - rule[0]) <= SIDE and abs(one[1] - rule[1]) <= SIDE


def _last(lines: Sequence[Line], rule: Rule, below: Sequence[Rule]) -> Rule | None:
    """Return the lowest line of the same width down to which nothing but a table's words may stand."""
    found, above = None, rule
    for other in below:
        if not _is_as_wide(other, rule):
            continue
        between = [line for line in lines if above[2] < line.base <= other[2] + 1]
        beside = [line for line in between if line.left < rule[1] and line.right > rule[0]]
        if any(not _between(line, rule, other) for line in beside) or _is_prose(beside, rule):
            break
        if beside or found:
            found = other
        above = other
    return found


def _is_prose(lines: Sequence[Line], rule: Rule) -> bool:
    """Tell whether text stands between two tables: a caption, or lines that fill the width."""
    filled = sum(line.right - line.left >= FILLED * (rule[1] - rule[0]) and not _gaps(line) for line in lines)
    return filled > 1 or any(caption(line.text.strip()) for line in lines)


def _gaps(line: Line) -> bool:
    return any(two[0] - one[1] > line.size for one, two in pairwise(line.words))


def _is_table(found: Grid, bars: int, lines: Sequence[Line], rule: Rule, last: Rule) -> bool:
    if captioned(lines, rule[0], rule[1], rule[2], last[2]) or bars > 1:
        return True
    return found.short and (found.columns >= COLUMNS or found.figures)


def tables(column: Sequence[Line]) -> Iterator[tuple[int, int, Grid]]:
    """Yield the tables of a column that nothing rules: rows of cells under one another."""
    start = 0
    while start < len(column):
        end = start
        while end < len(column) and _is_row(column, start, end):
            end += 1
        rows = column[start:end]
        leads = sum(bool(LEADERS.search(line.text)) for line in rows)
        found = grid(rows, word=APART) if len(rows) >= COLUMNS and 3 * leads < len(rows) else None
        if found and _shows(found, column, start, end):
            yield start, end, replace(found, sure=certain(found))
        start = max(end, start + 1)


def _is_row(column: Sequence[Line], start: int, place: int) -> bool:
    """Whether a line has cells, or goes on with one between two lines that have."""
    line, first = column[place], column[start]
    above = column[place - 1] if place > start else line
    alike = line.bold == first.bold and abs(line.size - first.size) < SAME * first.size
    if line.table or line.base - above.base > FAR * line.size or not (alike or "\t" in line.text):
        return False
    if _has_cells(line):
        return True
    beside = place > start and place + 1 < len(column) and _has_cells(column[place + 1])
    return beside and len(line.text) <= 2 * COLUMNS * LINES and not line.bold


def _has_cells(line: Line) -> bool:
    return "\t" in line.text or any(two[0] - one[1] > APART * line.size for one, two in pairwise(line.words))


def _shows(found: Grid, column: Sequence[Line], start: int, end: int) -> bool:
    rows = column[start:end]
    left, right = min(line.left for line in rows), max(line.right for line in rows)
    near = captioned([*column[:start], *column[end:]], left, right, rows[0].base, rows[-1].base)
    torn = found.torn > TORN * sum(map(len, found.rows))
    return not torn and found.short and (near or found.figures or found.columns > COLUMNS)
