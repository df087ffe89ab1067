"""The lines of a list of references, and what stands between them: room for the next word, or none."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from math import inf
from typing import NamedTuple

from basylym.repairs._lines import HYPHENATED, room_needed
from basylym.repairs._references.shapes import ENDED, goes_on, is_torn

SHOWN = 3  # lines that surely run on, by which it is known how full a line is
SURE = 10  # of them, by which it is known that no line is fuller
FRACTION = 20  # one line in so many may stand out of the column
NEARLY = 0.95  # of the shortest line that surely runs on, where letters are of unlike widths
LONGEST = 20  # letters of a word
LONG = 0.5  # of a line
LEAST = 0.8  # of a usual line that runs on: a shorter one was broken by hand
FULL = 0.9  # of a width
TIE = (
    8  # signs of a word that may be tied to the next: of a line that ends no entry, little room shows nothing
)
SOME = 0.85  # of a width that no line of the list itself shows


class Mark(Enum):
    """What a line of a list does; ``ASKED`` where the list does not show it."""

    OPENS = 1
    RUNS_ON = 2
    ASKED = 3


class Row(NamedTuple):
    """A line of a list: its place, what it says, its indent, and whether a blank line stands above it."""

    start: int
    end: int
    said: str
    indent: int = 0
    apart: bool = False


class Gap(Enum):
    """What stands between two lines: room for the next word or a blank line; no room; or it is not known."""

    ROOM = 1
    NONE = 2
    UNKNOWN = 3


def gaps_of(rows: Sequence[Row], width: int) -> list[Gap]:
    """Return what stands above each line; of the first, room.

    Args:
        rows: the lines of a list, the blank ones left out.
        width: that the lines of the text are filled to, or 0.
    """
    junctions = list(pairwise(rows))
    limit, known = _limit(rows, width)
    blank = sum(two.apart for _, two in junctions)
    room = [room_needed(one.said, two.said) <= limit for one, two in junctions]
    parted = blank > sum(has and not two.apart for has, (_, two) in zip(room, junctions, strict=True))
    wrapped = any(two.said[0].islower() and not two.apart for _, two in junctions)
    found = [Gap.ROOM]
    for has, (one, two) in zip(room, junctions, strict=True):
        if parted:  # by blank lines: a line end alone shows nothing
            found.append(Gap.ROOM if two.apart else Gap.NONE if wrapped else Gap.UNKNOWN)
        elif has and (ENDED.search(one.said) or (known and room_needed(one.said, two.said) <= limit - TIE)):
            found.append(Gap.ROOM)
        else:
            found.append(Gap.NONE if known and not two.apart else Gap.UNKNOWN)
    return found


def _limit(rows: Sequence[Row], width: int) -> tuple[float, bool]:
    """Return up to how many signs a line had room for the next word, and whether full lines show it."""
    running = sorted(
        room_needed(one.said, two.said)
        for one, two in pairwise(rows)
        if not two.apart and two.said[0].islower() and _is_plain(one.said, two.said)
    )
    lengths = sorted(len(row.said) for row in rows)
    longest = lengths[-1 - len(lengths) // FRACTION]
    if len(running) >= SHOWN:
        usual = running[len(running) // 2]
        least = max(running[len(running) // FRACTION], LEAST * usual)
        full = float(_fullest(rows))
        exact = len(running) >= SURE and least > full  # all letters are of one width
        return (full if exact else min(full, NEARLY * least)), True
    if not running and not any(is_torn(row.said) or goes_on(row.said) for row in rows) and len(rows) > SHOWN:
        full = sum(length >= FULL * longest for length in lengths)
        if (longest > width / FULL) if width else full <= len(rows) / SHOWN:
            return inf, True  # no line goes on, and they fill no width: each is an entry
    if width and lengths[len(lengths) // 2] <= width + len("- "):  # a longer one is two, joined at a hyphen
        return SOME * width, True
    return SOME * longest, False


def _is_plain(one: str, two: str) -> bool:
    """Tell whether no word is broken between two lines, and the second begins with no address."""
    return not HYPHENATED.search(one) and len(two.split(None, 1)[0]) <= LONGEST


def _fullest(rows: Sequence[Row]) -> int:
    """Return the width of the fullest line, but for those that a long word makes so: an address."""
    widest = max(len(row.said) for row in rows)
    return max(
        (len(row.said) for row in rows if max(map(len, row.said.split())) <= LONG * len(row.said)),
        default=widest,
    )
