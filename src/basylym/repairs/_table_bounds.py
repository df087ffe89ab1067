"""Lines that look like a table -> whether they are one: no piece of a sentence or a formula, and no list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from basylym.model.captions import caption
from basylym.repairs._item_signs import SURE
from basylym.repairs._lines import SENTENCE_END

GOES_ON = re.compile(r"[=≡)\].,;:]")  # with these, as with a small letter, a sentence goes on
OPERATOR = re.compile(r"[=≡√×+−]\Z")  # behind these a formula goes on
STOP = re.compile(r"[.,;:](?:[ \u00a0]*\(\d[\d.]*\))?")  # of the sentence that a formula stands in
FORMULA = re.compile(
    r"[√∑∏∫∂∇∝∈]|\A[=≡]|[=≡]\Z|\w[ \u00a0]+[+−]\Z|\d[α-ω]\b|[+−=·×/][ \u00a0]*\(|\)[ \u00a0]*[+−=·×/^]"
    r"|\([^()]*(?:[^\W\d_]\w?[ \u00a0][+−·×][ \u00a0]\w|\d[ \u00a0][+−·×][ \u00a0][^\W\d_])[^()]*\)"
)
FORMULAS = 2  # lines with such signs that show a formula, whose pieces stand on lines of their own
BREAK = re.compile(r"[^\W\d_][-\u2010\u00ad](?=[ \u00a0]{2}|[ \u00a0]*\t|\s*\Z)")  # ends a cell
TAIL = 2  # short lines in which a sentence may end above a table
FIGURE = re.compile(r"[\W\d]+")


def bounds_of(said: Sequence[str], first: int, end: int) -> range:
    """Return which of the lines ``first`` to ``end`` may be a table and tear no sentence and no formula.

    Args:
        said: what the lines of the text say, without spaces around it.
        first, end: the run of short lines, with longer ones or blank ones on both sides.
    """
    none = range(0)
    if any(STOP.fullmatch(said[n]) for n in range(first, end)):
        return none
    if sum(FORMULA.search(said[n]) is not None for n in range(first, end)) >= FORMULAS:
        return none
    below = said[end].lstrip("0123456789") if end < len(said) else ""
    if below[:1].islower() and not FIGURE.fullmatch(said[end - 1]) and not _ended(said[end - 1]):
        end = next((n + 1 for n in range(end - 1, first, -1) if FIGURE.fullmatch(said[n])), first)
    above = said[first - 1] if first else ""
    if not above or _ended(above) or caption(above):
        return range(first, end)
    if OPERATOR.search(above):
        return none
    if said[first][0].islower() or GOES_ON.match(said[first]):
        return next(
            (range(n + 1, end) for n in range(first, min(first + TAIL, end)) if _ended(said[n])), none
        )
    return range(first, end)


def last_of(said: Sequence[str], last: int) -> int:
    """Return the last row of a table that seems to end on ``last``: behind a broken word its rest stands."""
    while last + 1 < len(said) and BREAK.search(said[last]) and said[last + 1][:1].islower():
        last += 1
    return last


def is_list(rows: Sequence[str]) -> bool:
    """Tell whether bullets open rows, those of a symbol font too: it then is a list that was laid out."""
    opened = sum(
        row.lstrip()[:1] in SURE or "\ue000" <= row.lstrip()[:1] <= "\uf8ff" for row in rows if row.strip()
    )
    return opened > 1 and 3 * opened >= len(rows)


def _ended(line: str) -> bool:
    return line.endswith(":") or SENTENCE_END.search(line) is not None
