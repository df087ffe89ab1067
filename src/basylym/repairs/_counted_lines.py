"""A text -> its lines whose numbers count on: those of a listing, of a psalm."""

from __future__ import annotations

import re
from itertools import pairwise

from basylym.repairs._lines import is_filled

COUNTED = re.compile(r"^[ \t]*(\d{1,3})[ \t]+(?=\S)", re.MULTILINE)


def counted_lines(text: str, width: int) -> set[int]:
    """Return where such lines begin, behind their indent.

    A line with room for the next word, and text below it, is a heading: 1 бап, 2 Methods.
    """
    found = [(int(one[1]), one.start(1)) for one in COUNTED.finditer(text)]
    counted: set[int] = set()
    for (number, place), (following, below) in pairwise(found):
        if following == number + 1:
            line, *others = text[place:below].rstrip().split("\n", 2)
            if not others or is_filled(line.strip(), others[0].strip() or line, width):
                counted |= {place, below}
    return counted
