"""Signs of Hebrew, Arabic and other letters that are read from right to left -> lines in their order.

PDFium gives such signs in the order in which they are read; numbers and Latin words among them run to the
right. So a line is what stands on one base line without a wide gap on either side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from basylym.adapters._glyphs import Sign

LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
FIRST = "\u0590"
GAP = 1.8  # of the letters' size, as in other lines
LEVEL, BETWEEN, WIDE = 0.25, 0.15, 0.35  # of the letters' size: one base line; between words; without a space
SMALL, HIGH = 0.82, 0.6  # of the letters' size: marks of notes; so high they stand
STOPS = frozenset(".,;:!?\u060c\u061b\u061f")
SPACE = Sign(" ")
Follows = Callable[[Sign, Sign, bool], bool]


def is_leftward(signs: Iterable[Sign]) -> bool:
    """Whether letters that are read from right to left stand among signs."""
    return any(LEFTWARD.match(sign.letter) for sign in signs if sign.letter >= FIRST)


def runs(signs: Iterable[Sign], follows: Follows) -> Iterator[list[Sign]]:
    """Yield the signs of each line, with its spaces.

    Args:
        follows: whether a sign goes on in a line that runs to the right.
    """
    run: list[Sign] = []
    left = right = 0.0
    leftward = False
    for part, spaced in _parts(signs, follows):
        own = _leads(part[0])
        start, end = min(one.left for one in part if one.size), max(one.right for one in part)
        if run and ((leftward or own) and _is_beside(run[-1], part[0], (left, right), (start, end))):
            if _is_apart(run, part, spaced, left - end):
                run.append(SPACE)
            run += part if own or not leftward else _in_order(part)
            left, right = min(left, start), max(right, end)
        else:
            if run:
                yield run
            run, left, right = list(part), start, end
            leftward = False
        leftward = leftward or own
    if run:
        yield run


def _parts(signs: Iterable[Sign], follows: Follows) -> Iterator[tuple[list[Sign], bool]]:
    """Yield each letter that leads to the left, and what runs to the right; whether a space stands before."""
    part: list[Sign] = []
    before = spaced = False
    for sign in signs:
        if not sign.size:
            spaced = spaced or sign.letter in " \u00a0"
            continue
        last = part[-1] if part else None
        if last and not _leads(last) and not _leads(sign) and follows(last, sign, len(part) == 1):
            if spaced or sign.left - last.right > WIDE * sign.size:
                part.append(SPACE)
        else:
            if part:
                yield part, before
            part, before = [], spaced
        part.append(sign)
        spaced = False
    if part:
        yield part, before


def _in_order(part: list[Sign]) -> list[Sign]:
    """What runs to the right in a line that does not: a stop at its left end stands behind it."""
    first = next((n for n, one in enumerate(part) if one.letter.isalnum()), 0)
    ahead = [one for one in part[:first] if one.size]
    return [*part[first:], *reversed(ahead)]


def _leads(sign: Sign) -> bool:
    return sign.letter >= FIRST and bool(LEFTWARD.match(sign.letter) or _is_mark(sign))


def _is_beside(last: Sign, sign: Sign, line: tuple[float, float], part: tuple[float, float]) -> bool:
    size = max(last.size, sign.size)
    apart = abs(last.base - sign.base)
    if apart >= LEVEL * size and (min(last.size, sign.size) >= SMALL * size or apart >= HIGH * size):
        return False
    return line[0] - GAP * size < part[1] and part[0] < line[1] + GAP * size


def _is_apart(run: Sequence[Sign], part: Sequence[Sign], spaced: bool, room: float) -> bool:
    """Whether a space stands before a part of a line; PDFium sees some before marks, none in wide gaps."""
    sign = part[0]
    if _is_mark(sign):
        return False
    last = next((one for one in reversed(run) if one.size and not _is_mark(one)), run[-1])
    if _leads(sign) and _leads(last):
        return last.left - sign.right > (BETWEEN if spaced else WIDE) * sign.size
    if all(one.letter in STOPS for one in part):
        return False
    return spaced or room > WIDE * sign.size


def _is_mark(sign: Sign) -> bool:
    """Whether a sign stands over its letter or under it, such as a vowel."""
    return unicodedata.category(sign.letter[0]).startswith("M")
