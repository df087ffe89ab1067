"""Lines of a text -> the runs of short ones among them, as cells stand that came one on a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from basylym.repairs._table_bounds import bounds_of

NUMBER = r"[<>≈~±+−–-]?[(\[]?\d[\d.,:/×−–-]*(?:[ \u00a0]?[%‰°*†]+)?[)\]]?[*†]*"
NUMERIC = re.compile(rf"(?:{NUMBER}|[–—−-]|n/?a|н/д)(?:[ \u00a0]{NUMBER}){{0,3}}", re.IGNORECASE)
CELL, CELLS = 25, 6  # signs of a cell; lines of one cell each that show figures


def cells_from(said: Sequence[str]) -> dict[int, tuple[int, int, int]]:
    """Return, by the line it begins on, each run of short lines that tears no sentence.

    Args:
        said: what the lines say, without spaces around it.

    Returns:
        Where the run ends, how many of its lines are figures, and how many of those are whole numbers.
    """
    made: dict[int, tuple[int, int, int]] = {}
    place = 0
    while place < len(said):
        first = place
        while place < len(said) and 0 < len(said[place]) <= CELL:
            place += 1
        if place - first >= CELLS:
            figures = whole = 0
            cells = bounds_of(said, first, place)
            for at in reversed(cells):
                figure = said[at][-1] != "." and bool(NUMERIC.fullmatch(said[at]))  # no number of an item
                figures, whole = figures + figure, whole + (figure and said[at].isdecimal())
                made[at] = cells.stop, figures, whole
        place = max(place, first + 1)
    return made
