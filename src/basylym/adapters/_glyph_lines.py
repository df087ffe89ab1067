"""The signs of a PDF's page -> its lines, and the fonts whose letters are all of one width.

A line is what stands on one base line without a wide gap.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

from basylym.adapters._glyphs import QUARTERS, Sign

GAP = 1.8  # of the letters' size: a wider space parts two columns, or two cells
RAISED = 0.15
SMALL = 0.82
NARROW, BROAD = frozenset("iljtfrIгії"), frozenset("mwMWшщжмюфШЩЖМЮФ")
PAIRS, EQUAL, NEAR = 8, 0.9, 0.012  # letters side by side; the share of them, and of the size, that is equal
WIDEST = 0.8  # of the size: wider letters of one width are those of Chinese or Japanese
MOSTLY = 0.8  # of a line's signs are of one font


@dataclass(slots=True)
class Pitches:
    """How far letters stand apart in each font, in parts of its size."""

    steps: dict[str, Counter[float]] = field(default_factory=lambda: defaultdict(Counter))
    narrow: set[str] = field(default_factory=set)
    broad: set[str] = field(default_factory=set)
    flagged: set[str] = field(default_factory=set)

    def measure(self, signs: Sequence[Sign]) -> None:
        """Take in the letters of a page that stand side by side."""
        for one, two in pairwise(signs):
            if one.font and one.font == two.font and one.size == two.size and one.base == two.base:
                step = (two.x - one.x) / one.size
                if 0 < step < 2 * WIDEST:
                    self.steps[one.font][round(step, 2)] += 1
                    if one.letter in NARROW:
                        self.narrow.add(one.font)
                    elif one.letter in BROAD:
                        self.broad.add(one.font)
            if one.fixed and one.font:
                self.flagged.add(one.font)

    def fixed(self) -> Mapping[str, float]:
        """The fonts whose letters are all of one width -> that width, in parts of the size."""
        found = {}
        for font, steps in self.steps.items():
            usual = steps.most_common(1)[0][0]
            equal = sum(count for step, count in steps.items() if abs(step - usual) < NEAR)
            several = (font in self.narrow and font in self.broad and steps.total() >= PAIRS) or (
                font in self.flagged
            )
            if several and usual < WIDEST and equal >= EQUAL * steps.total():
                found[font] = usual
        return found


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
        together = abs(before.base - sign.base) < 0.25 * larger or (
            abs(before.base - sign.base) < 0.6 * larger
            and min(before.base, sign.base) > max(before.top, sign.top)
        )
        return together and -0.6 * larger < apart < GAP * larger


def lines(signs: Iterable[Sign]) -> Iterator[dict[str, Any]]:
    """Yield each line of upright signs as fields of a ``Line``, with its ``font`` for its pitch."""
    run = _Run()
    for sign in signs:
        if not sign.size:
            run.spaced = run.spaced or (sign.letter in " \u00a0" and bool(run.signs))
            continue  # the places of signs tell where lines end, better than PDFium does
        if not run.follows(sign):
            yield _line(run.signs)
            run = _Run()
        if run.spaced or (run.last and sign.left - run.last.right > 0.35 * sign.size):
            run.signs.append(run.signs[-1]._replace(letter=" "))
        run.spaced = False
        run.signs.append(sign)
        run.last = sign
    if run.signs:
        yield _line(run.signs)


def turned(
    signs: Sequence[Sign], width: float, height: float
) -> Iterator[tuple[float, list[dict[str, Any]]]]:
    """Yield what is turned against the text: by how much, and its lines.

    What is turned by a quarter is read as on a page of its own, turned with it; what lies askew, as PDFium
    parts it.
    """
    ways = sorted({sign.turn for sign in signs if sign.turn})
    for way in ways:
        if way in QUARTERS:
            own = [sign if not sign.size else _righted(sign, width, height) for sign in _of(signs, way)]
            yield way, list(lines(own))
        else:
            yield way, list(_askew(_of(signs, way)))


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


def _askew(signs: Iterable[Sign]) -> Iterator[dict[str, Any]]:
    run: list[Sign] = []
    for sign in signs:
        if run and not sign.size and sign.letter in "\r\n":
            yield _line(run)
            run = []
        if sign.size:
            run.append(sign)
        elif run and run[-1].letter != " ":
            run.append(run[-1]._replace(letter=" "))
    if run:
        yield _line(run)


def _line(signs: Sequence[Sign]) -> dict[str, Any]:
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
    font, times = Counter(sign.font for sign in shown).most_common(1)[0]
    text = "".join(sign.letter for sign in signs)
    typed = _typed(shown, signs) if times >= MOSTLY * len(shown) else ""
    return {
        "text": text,
        "left": min(sign.left for sign in shown),
        "right": max(sign.right for sign in shown),
        "top": min(sign.top for sign in shown),
        "base": base,
        "size": size,
        "bold": sum(sign.weight >= 600 for sign in shown) > len(shown) / 2,
        "raised": raised,
        "typed": typed if typed != text else "",
        "font": font if times >= MOSTLY * len(shown) else "",
    }


def _typed(shown: Sequence[Sign], signs: Sequence[Sign]) -> str:
    """The line with a space for each letter that there is room for, where its letters stand evenly."""
    steps = Counter(
        round(two.x - one.x, 1) for one, two in pairwise(signs) if " " not in one.letter + two.letter
    )
    if not steps:
        return ""
    pitch = steps.most_common(1)[0][0]
    even = sum(count for step, count in steps.items() if abs(step - pitch) <= 0.1)
    if pitch <= 0 or even < EQUAL * steps.total():
        return ""
    made = ""
    spaced = False
    for sign in signs:
        if sign.letter == " ":
            spaced = True
            continue
        column = round((sign.x - shown[0].x) / pitch)
        made += " " * max(column - len(made), 1 if spaced else 0) + sign.letter
        spaced = False
    return made
