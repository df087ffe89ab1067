"""Lines of a text -> where a table ends whose rules are drawn with signs: | a | b |, +---+---+, ---- --."""

from __future__ import annotations

import re
from collections.abc import Sequence

from basylym.repairs._lines import Line

EDGES, CLOSES = "|+│┃║┌├└┏┣┗╔╠╚", "|+│┃║┐┤┘┓┫┛╗╣╝"
OPENS = EDGES + "-"
EDGED = re.compile(rf"[{re.escape(EDGES)}].*[{re.escape(CLOSES)}]")
RULED = re.compile(r"[|+][-=+|:─━═ ]*[-=─━═]{2}[-=+|:─━═ ]*[|+]|[┌├└┏┣┗╔╠╚].*[┐┤┘┓┫┛╗╣╝]")
ROWS, RULES = 3, 1
DASHES = re.compile(r"-{10,}")  # above and below a table of Pandoc whose cells may hold lines
COLUMNS = re.compile(r"-{2,}(?: +-{2,})+")
HEAD, LONGEST = 6, 300  # lines of a head, and of such a table


def drawn(lines: Sequence[Line], at: int) -> int | None:
    """Return the number of the last line of the drawn table that begins on line ``at``, or nothing.

    Each of its lines stands between two signs of a rule, three at least, and one of them is a rule; or two
    lines of dashes hold it, and a third, below its head, is parted where its columns are.
    """
    if DASHES.fullmatch(lines[at].text.strip()):
        return _dashed(lines, at)
    if at and EDGED.fullmatch(lines[at - 1].text.strip()):
        return None  # it would have begun there
    last, rules = at, 0
    while last < len(lines) and EDGED.fullmatch(said := lines[last].text.strip()):
        rules += bool(RULED.fullmatch(said))
        last += 1
    return last - 1 if last - at >= ROWS and rules >= RULES else None


def _dashed(lines: Sequence[Line], at: int) -> int | None:
    shown = [line.text.strip() for line in lines[at + 1 : at + LONGEST]]
    head = next((place for place, said in enumerate(shown[:HEAD]) if COLUMNS.fullmatch(said)), None)
    ends = (place for place, said in enumerate(shown) if DASHES.fullmatch(said))
    end = next(ends, None)
    return at + 1 + end if head is not None and end is not None and end - head > 1 else None
