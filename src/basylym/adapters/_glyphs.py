"""The signs of a PDF's page as they are drawn -> the same on the page as it is read, its text upright."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

QUARTERS = (0.0, 90.0, 180.0, 270.0)
THIN, MEET = 3.0, 3.0  # pt that a line is thick; that pieces of one lie apart
HEAVY = 600.0  # the weight of what is bold
BOLD = re.compile(r"Bold|Black|Heavy|Demi|(?:^|\+)(?:CM|SF|EC|LA|LH)(?:SS)?BX", re.IGNORECASE)
SKEW = 3.0  # degrees that a scanned line may be off
Place = Callable[[float, float], tuple[float, float]]


class Look(NamedTuple):
    """How signs are drawn.

    Attributes:
        size: pt.
        weight: 400 is that of a text, 700 bold.
        turn: degrees from upright, counter-clockwise.
        font: its name in the PDF.
        fixed: whether the font says that its letters are all of one width.
        hidden: whether nobody sees them.
    """

    size: float = 0.0
    weight: float = 0.0
    turn: float = 0.0
    font: str = ""
    fixed: bool = False
    hidden: bool = False


BLANK = Look()


class Sign(NamedTuple):
    """One sign: its letter, its box, its ``base`` line, where it begins (``x``); its size, how it is drawn.

    pt from the page's left and top, once the page is read upright. A space has no place of its own, and no
    size. All signs of one look share one object.
    """

    letter: str
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    base: float = 0.0
    x: float = 0.0
    size: float = 0.0
    look: Look = BLANK


Box = tuple[float, float, float, float]


class Sheet(NamedTuple):
    """One page: its size in pt, the share of it that pictures cover, its signs, and its ruled lines.

    ``rules`` lie level: left, right and y; ``bars`` stand: x, top and bottom. Its signs have ``looks``.
    """

    width: float
    height: float
    covered: float
    signs: list[Sign]
    looks: set[Look]
    rules: list[tuple[float, float, float]]
    bars: list[tuple[float, float, float]]


def weight(font: str, told: float) -> float:
    """How heavy a font is: its name says it surely, while PDFium reckons from stems and misses many."""
    return max(told, HEAVY) if BOLD.search(font) else told


def turned(a: float, b: float, c: float, d: float) -> float:
    """Degrees by which a text is turned whose line runs along (a, b), its letters up along (c, d).

    A letter in the mirror, as the E of some names, stands as its foot or as its line does.
    """
    mirrored = a * d < b * c and d > 0
    angle = math.degrees(math.atan2(-c, d) if mirrored else math.atan2(b, a))
    quarter = 90.0 * round(angle / 90)
    return (quarter if abs(angle - quarter) < SKEW else angle) % 360


def sheet(
    signs: list[Sign],
    looks: set[Look],
    as_drawn: Callable[[], list[Sign]],
    drawn: Iterable[Box],
    box: Box,
    covered: float,
) -> Sheet:
    """The page on which most of ``signs`` stand upright, whatever the file says of its rotation.

    Args:
        signs: as on a page whose text is drawn upright, as nearly all are.
        looks: of the signs.
        as_drawn: the same, y from the bottom; called where most are turned.
        drawn: left, bottom, right and top of what is drawn.
        box: left, bottom, right and top of what the page shows.
        covered: pt² under pictures.
    """
    left, bottom, right, top = box
    places: dict[float, Place] = {
        0.0: lambda x, y: (x - left, top - y),
        90.0: lambda x, y: (y - bottom, x - left),
        180.0: lambda x, y: (right - x, y - bottom),
        270.0: lambda x, y: (top - y, right - x),
    }
    turn = 0.0
    if any(look.turn for look in looks):
        quarters = Counter(sign.look.turn for sign in signs if sign.size and sign.look.turn in QUARTERS)
        turn = quarters.most_common(1)[0][0] if quarters else 0.0
    if turn:
        righted = {look: look._replace(turn=(look.turn - turn) % 360) for look in looks}
        signs = [
            _upright(sign, righted[sign.look], places[turn]) if sign.size else sign for sign in as_drawn()
        ]
        looks = set(righted.values())
    width, height = right - left, top - bottom
    share = covered / (width * height) if width * height else 0.0
    size = (width, height) if turn % 180 == 0 else (height, width)
    rules, bars = _ruled(drawn, places[turn])
    return Sheet(*size, share, signs, looks, rules, bars)


def _ruled(
    drawn: Iterable[Box], place: Place
) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    """Of what is drawn the lines that lie level, and those that stand, each in one piece."""
    level, upright = [], []
    for left, bottom, right, top in drawn:
        one, two = place(left, top), place(right, bottom)
        start, end = min(one[0], two[0]), max(one[0], two[0])
        high, low = min(one[1], two[1]), max(one[1], two[1])
        if low - high <= THIN < end - start:
            level.append(((high + low) / 2, start, end))
        elif end - start <= THIN < low - high:
            upright.append(((start + end) / 2, high, low))
    rules = [(start, end, y) for y, start, end in _whole(level)]
    return rules, list(_whole(upright))


def _whole(pieces: Iterable[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
    """Lines drawn piece by piece, as cell by cell, in one."""
    rows: list[list[tuple[float, float, float]]] = []
    for piece in sorted(pieces):
        if rows and piece[0] - rows[-1][0][0] <= THIN:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        place, start, end = row[0][0], *sorted((one[1], one[2]) for one in row)[0]
        for _, first, last in sorted(row, key=lambda one: one[1]):
            if first > end + MEET:
                yield place, start, end
                start, end = first, last
            end = max(end, last)
        yield place, start, end


def _upright(sign: Sign, look: Look, place: Place) -> Sign:
    one, two = place(sign.left, sign.top), place(sign.right, sign.bottom)
    x, base = place(sign.x, sign.base)
    return Sign(
        sign.letter,
        min(one[0], two[0]),
        max(one[0], two[0]),
        min(one[1], two[1]),
        max(one[1], two[1]),
        base,
        x,
        sign.size,
        look,
    )
