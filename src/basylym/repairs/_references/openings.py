"""The lines of a list without numbers -> which open an entry, which go on with one, which may do either.

Entries that hang out of a margin tell it, lines that each are a whole entry, and blank lines. Else lines
filled to one width do: one whose end had room for the next word ends an entry. What this leaves in doubt is
weighed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from basylym.repairs._references.habits import NEARLY_ALL
from basylym.repairs._references.rows import SHOWN, Gap, Mark, Row
from basylym.repairs._references.shapes import closes, goes_on, is_torn, tells_work
from basylym.repairs._references.weights import by_weight

INDENT = 2  # signs
QUOTED = re.compile(r"[.,?!][”»\"’]\Z")
IN_JOURNAL = re.compile(
    r"[^\W\d_][^\d“«\"]{2,80}, \d{1,4}(?: ?\([\d–-]{1,7}\))?[,:] ?\d{1,5}(?:[–-]\d{1,5})?\."
)
"""``The American Statistician, 55(3), 203–206.``"""


def marks(rows: Sequence[Row], gaps: Sequence[Gap]) -> tuple[Mark, ...]:
    """Return what each line of a list without numbers does."""
    if not rows:
        return ()
    if found := _by_margin(rows):
        return found
    blank = sum(row.apart for row in rows[1:])
    if not blank and all(closes(row.said) and tells_work(row.said) and not goes_on(row.said) for row in rows):
        return (Mark.OPENS,) * len(rows)
    found = tuple(
        Mark.RUNS_ON if number and _is_source(rows[number - 1].said, rows[number].said) else mark
        for number, mark in enumerate(by_weight(rows, gaps))
    )
    if 2 * blank < sum(mark is Mark.OPENS for mark in found):
        return found
    return tuple(  # by blank lines: a line end alone parts no entries
        Mark.ASKED if _is_odd(rows, gaps, number, mark) else mark for number, mark in enumerate(found)
    )


def _is_source(one: str, two: str) -> bool:
    """Tell whether a line is where the work was printed whose title in quotation marks ends above."""
    return bool(QUOTED.search(one) and IN_JOURNAL.fullmatch(two)) and not tells_work(two)


def _is_odd(rows: Sequence[Row], gaps: Sequence[Gap], number: int, mark: Mark) -> bool:
    """Tell whether a line end stands in an entry where blank lines part entries, and no line runs on."""
    if not number or rows[number].apart:
        return False
    return mark is Mark.OPENS or (gaps[number] is Gap.UNKNOWN and not goes_on(rows[number].said))


def _by_margin(rows: Sequence[Row]) -> tuple[Mark, ...]:
    """Return the marks where all entries hang out of a margin, or all are indented; else nothing."""
    least = min(row.indent for row in rows)
    deep = [row.indent - least >= INDENT for row in rows]
    if not any(deep) or sum(deep) == len(deep):
        return ()
    for opens in (False, True):
        found = [one is opens for one in deep]
        firsts = [number for number, one in enumerate(found) if one]
        sound = sum(
            not goes_on(rows[number].said) and (not number or not is_torn(rows[number - 1].said))
            for number in firsts
        )
        if found[0] and len(firsts) >= SHOWN and sound >= NEARLY_ALL * len(firsts):
            return tuple(Mark.OPENS if one else Mark.RUNS_ON for one in found)
    return ()
