"""The paragraphs of a PDF -> the same with what floats behind the paragraph that it stands in.

Figures, tables and small print stand at the head or the foot of a column, wherever the text is. A sentence
that they part goes on in small letters behind them, below a full line: nothing else would read so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from basylym.model.captions import caption
from basylym.readers._blocks import FORMULA, GRID, TABLE
from basylym.readers._captions import said
from basylym.readers._paragraphs import BROKEN, Paragraph

MOST = 40  # paragraphs of one float, such as the labels of a drawing
LABEL = 40  # signs of a label in a drawing
SMALL, LARGE = 0.95, 1.07  # of the text's size


def behind(blocks: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs, each whole, what parted it behind it."""
    rest = list(blocks)
    made: list[Paragraph] = []
    while rest:
        one = rest.pop(0)
        end = _next(one, rest) if _is_open(one) else 0
        if end and _goes_on(one, rest[end]):
            floats, two = rest[:end], rest[end]
            rest[: end + 1] = [replace(one, lines=(*one.lines, *two.lines)), *floats]
            continue
        made.append(one)
    return made


def _is_open(one: Paragraph) -> bool:
    """Whether a sentence runs on at a paragraph's end: its last line is full, and no sentence ends there."""
    last = one.lines[-1]
    return not (one.kind or one.rows or last.ended or caption(said(one))) and (
        not last.short or bool(BROKEN.search(last.line.text))
    )


def _next(one: Paragraph, rest: Sequence[Paragraph]) -> int:
    """How many of the next paragraphs float, if text follows them: captions, tables, labels and small print.

    Small print alone floats at the foot of a column: inside of one it may be a quotation.
    """
    last = one.lines[-1]
    sure = small = 0
    for number, two in enumerate(rest[:MOST]):
        first = two.lines[0].line
        if caption(said(two)) or two.kind in (TABLE, GRID):
            sure += 1
        elif two.kind == FORMULA and not sure:
            return 0
        elif first.size < SMALL * last.line.size and not two.kind:
            small += 1
        elif _goes_on(one, two) or any(len(line.line.text) > LABEL for line in two.lines):
            apart = two.lines[0].column != last.column
            return number if sure or (small == number and apart) else 0
    return 0


def _goes_on(one: Paragraph, two: Paragraph) -> bool:
    """Whether a paragraph goes on with the sentence of another, set as that is."""
    last, first = one.lines[-1], two.lines[0]
    alike = SMALL * last.line.size <= first.line.size <= LARGE * last.line.size
    if two.kind or two.rows or not alike or first.line.bold != last.line.bold or first.indented:
        return False
    return first.line.text[:1].islower()
