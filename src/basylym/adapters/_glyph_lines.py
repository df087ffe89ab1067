"""The signs of a PDF's page -> its lines.

A line is what stands on one base line without a wide gap.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, pairwise
from statistics import median
from typing import Any

from basylym.adapters._glyph_pitches import Pitches
from basylym.adapters._glyphs import QUARTERS, Sign

GAP = 1.8  # of the letters' size: a wider space parts two columns, or two cells
RAISED = 0.15
CAPITAL = 1.8  # of the other letters' size: a first letter that fills several lines
SMALL = 0.82
WIDE = 0.6  # of the size: a wider gap between words may part two cells
MATHS = re.compile(
    r"(?:^|\+)(?:CM(?:MI|SY|EX|BSY)|MS[AB]M|EU[FSR]|RSFS|MT(?:MI|SY|EX)|(?:px|tx)(?:sy|mi|ex)|newtxmi|MnSymbol|Symbol)"
    r"|Math",
    re.IGNORECASE,
)
OPERATORS = frozenset("=+<>±×÷∂∑∏√∞≈≠≤≥∫∈")
SIGNS = (("\u2190", "\u22ff"), ("\U0001d400", "\U0001d7ff"))
SPACE = Sign(" ")


@dataclass(slots=True)
class _Run:
    """The signs of one line so far."""

    signs: list[Sign] = field(default_factory=list)
    last: Sign | None = None
    spaced: bool = False

    def follows(self, sign: Sign) -> bool:
        """Whether ``sign`` goes on in this line: on about the same base, not far to the right."""
        before = self.last
        if before is None:
            return True
        larger = max(before.size, sign.size)
        apart = sign.left - before.right
        if len(self.signs) == 1 and before.size > CAPITAL * sign.size and before.letter.isupper():
            return abs(before.base - sign.base) < 0.25 * sign.size and -0.6 * larger < apart < GAP * sign.size
        together = abs(before.base - sign.base) < 0.25 * larger or (
            abs(before.base - sign.base) < 0.6 * larger
            and min(before.base, sign.base) > max(before.top, sign.top)
        )
        return together and -0.6 * larger < apart < GAP * larger


def lines(signs: Iterable[Sign], pitches: Pitches, *, with_words: bool = False) -> Iterator[dict[str, Any]]:
    """Yield each line of upright signs as fields of a ``Line``, and its ``fonts``, which tell its pitch."""
    run = _Run()
    for sign in signs:
        if not sign.size:
            run.spaced = run.spaced or (sign.letter in " \u00a0" and bool(run.signs))
            continue  # the places of signs tell where lines end, better than PDFium does
        if not run.follows(sign):
            yield _line(run.signs, pitches, with_words)
            run = _Run()
        if run.spaced or (run.last and sign.left - run.last.right > 0.35 * sign.size):
            run.signs.append(SPACE)
        run.spaced = False
        run.signs.append(sign)
        run.last = sign
    if run.signs:
        yield _line(run.signs, pitches, with_words)


def turned(
    signs: Sequence[Sign], pitches: Pitches, width: float, height: float
) -> Iterator[tuple[float, list[dict[str, Any]]]]:
    """Yield what is turned against the text: by how much, and its lines.

    What is turned by a quarter is read as on a page of its own, turned with it; what lies askew, as PDFium
    parts it.
    """
    ways = sorted({sign.turn for sign in signs if sign.turn})
    for way in ways:
        if way in QUARTERS:
            own = [sign if not sign.size else _righted(sign, width, height) for sign in _of(signs, way)]
            yield way, list(lines(own, pitches))
        else:
            yield way, list(_askew(_of(signs, way), pitches))


def _of(signs: Sequence[Sign], way: float) -> Iterator[Sign]:
    """The signs turned one way, and the spaces between them."""
    inside = False
    for sign in signs:
        inside = sign.turn == way if sign.size else inside
        if inside:
            yield sign


def _righted(sign: Sign, width: float, height: float) -> Sign:
    """The sign on its page turned so that it stands upright."""
    left, right, top, bottom, base = sign.left, sign.right, sign.top, sign.bottom, sign.base
    if sign.turn == 90:
        box = (height - bottom, height - top, left, right, sign.x, height - base)
    elif sign.turn == 180:
        box = (width - right, width - left, height - bottom, height - top, height - base, width - sign.x)
    else:
        box = (top, bottom, width - right, width - left, width - sign.x, base)
    return Sign(sign.letter, *box, *sign[7:])


def _askew(signs: Iterable[Sign], pitches: Pitches) -> Iterator[dict[str, Any]]:
    run: list[Sign] = []
    for sign in signs:
        if run and not sign.size and sign.letter in "\r\n":
            yield _line(run, pitches)
            run = []
        if sign.size:
            run.append(sign)
        elif run and run[-1].letter != " ":
            run.append(SPACE)
    if run:
        yield _line(run, pitches)


def _line(signs: Sequence[Sign], pitches: Pitches, with_words: bool = False) -> dict[str, Any]:
    while signs[-1].letter == " ":
        signs = signs[:-1]
    shown = [sign for sign in signs if sign.letter != " "]
    size = Counter(round(sign.size, 1) for sign in shown).most_common(1)[0][0]
    largest = max(sign.size for sign in shown)
    if len(shown) < 4:
        size = largest  # "x²" is a line of its first letter's size
    base = median(sign.base for sign in shown if sign.size >= SMALL * size)
    raised: list[list[int]] = []
    place = 0
    for sign in signs:
        end = place + len(sign.letter)
        if sign.letter != " " and sign.size <= SMALL * size and sign.base <= base - RAISED * size:
            if raised and raised[-1][1] == place:
                raised[-1][1] = end
            else:
                raised.append([place, end])
        place = end
    text = "".join(sign.letter for sign in signs)
    if not with_words:
        with_words = any(two.left - one.right > WIDE * size for one, two in pairwise(shown))
    return {
        "text": text,
        "left": min(sign.left for sign in shown),
        "right": max(sign.right for sign in shown),
        "top": min(sign.top for sign in shown),
        "base": base,
        "size": size,
        "bold": sum(sign.weight >= 600 for sign in shown) > len(shown) / 2,
        "raised": raised,
        "maths": round(sum(_is_maths(sign.font, sign.letter) for sign in shown) / len(shown), 2),
        "places": pitches.places(shown),
        "words": list(_words(signs)) if with_words else [],
        "start": min(sign.x for sign in shown),
        "fonts": Counter(sign.font for sign in shown).most_common(3),
    }


@cache
def _is_maths(font: str, letter: str) -> bool:
    """Whether a sign is one of formulas: by its font, or by itself."""
    if letter in OPERATORS or any(first <= letter <= last for first, last in SIGNS):
        return True
    return bool(MATHS.search(font))


def _words(signs: Sequence[Sign]) -> Iterator[tuple[float, float]]:
    for space, word in groupby(signs, lambda sign: sign.letter == " "):
        if not space:
            boxes = [(sign.left, sign.right) for sign in word]
            yield round(min(left for left, _ in boxes), 1), round(max(right for _, right in boxes), 1)
