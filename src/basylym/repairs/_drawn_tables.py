"""Lines of a text -> where a table ends whose rules are drawn with signs: | a | b |, +---+---+."""

from __future__ import annotations

import re
from collections.abc import Sequence

from basylym.repairs._lines import Line

OPENS, CLOSES = "|+│┃║┌├└┏┣┗╔╠╚", "|+│┃║┐┤┘┓┫┛╗╣╝"
EDGED = re.compile(rf"[{re.escape(OPENS)}].*[{re.escape(CLOSES)}]")
RULED = re.compile(r"[|+][-=+|:─━═ ]*[-=─━═]{2}[-=+|:─━═ ]*[|+]|[┌├└┏┣┗╔╠╚].*[┐┤┘┓┫┛╗╣╝]")
ROWS, RULES = 3, 1


def drawn(lines: Sequence[Line], at: int) -> int | None:
    """Return the number of the last line of the drawn table that begins on line ``at``, or nothing.

    Each of its lines stands between two signs of a rule, three at least, and one of them is a rule.
    """
    if at and EDGED.fullmatch(lines[at - 1].text.strip()):
        return None  # it would have begun there
    last, rules = at, 0
    while last < len(lines) and EDGED.fullmatch(said := lines[last].text.strip()):
        rules += bool(RULED.fullmatch(said))
        last += 1
    return last - 1 if last - at >= ROWS and rules >= RULES else None
