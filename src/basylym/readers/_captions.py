"""The blocks of a text -> which captions go into their tables, so that the press numbers these as they were.

It numbers the tables that have captions, in their order. So all go, or none: each stands beside a table
whose cells are certain, on one side of them all, and they count from 1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from basylym.model.captions import caption, of_table
from basylym.readers._blocks import GRID
from basylym.readers._paragraphs import Paragraph

COUNTED = re.compile(r"(?<![\w.])\d{1,3}(?![\w]|\.\d)")


def said(block: Paragraph) -> str:
    """The words of a block."""
    return " ".join(line.line.text for line in block.lines)


def going_in(blocks: Sequence[Paragraph]) -> Mapping[int, tuple[int, int]]:
    """Return the number of each caption's block -> how many of its signs the press prints, and its number."""
    found: dict[int, tuple[int, int]] = {}
    sides = set()
    for number, block in enumerate(blocks):
        told = None if block.kind else caption(said(block))
        if told is None or not of_table(told):
            continue
        below = number + 1 < len(blocks) and blocks[number + 1].kind == GRID
        above = number > 0 and blocks[number - 1].kind == GRID
        start = len(said(block)) - len(told["title"].lstrip())
        first = block.lines[0].line
        counted = COUNTED.findall(said(block)[:start])
        mine = counted == [str(len(found) + 1)] and told["title"].strip() and start < len(first.text)
        if not mine or below == above or any(high < start for high, _ in first.raised):
            return {}
        sides.add(below)
        found[number] = (start, len(found) + 1)
    apart = all(two - one > 1 for one, two in pairwise(found))
    return found if len(sides) == 1 and apart else {}
