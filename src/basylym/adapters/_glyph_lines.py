"""The signs of a PDF's page -> its lines, and the fonts whose letters are all of one width.

A line is what stands on one base line without a wide gap.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median
from typing import Any

from basylym.adapters._glyphs import QUARTERS, Sign

GAP = 1.8  # of the letters' size: a wider space parts two columns, or two cells
RAISED = 0.15
SMALL = 0.82
NARROW, BROAD = frozenset("iljtfrIгії"), frozenset("mwMWшщжмюфШЩЖМЮФ")
PAIRS, EQUAL, MAY = 8, 0.8, 0.6  # letters side by side that tell; the share of them that stand evenly, or may
NEAR = 0.035  # of the size: a listing's words may be spread to fill its columns
APART = 0.95  # of the size: further apart stand letters with a space between
WIDEST = 0.8  # of the size: wider letters of one width are those of Chinese or Japanese
WIDE = 0.6  # of the size: a wider gap between words may part two cells
MATHS = re.compile(
    r"(?:^|\+)(?:CM(?:MI|SY|EX|BSY)|MS[AB]M|EU[FSR]|RSFS|MT(?:MI|SY|EX)|(?:px|tx)(?:sy|mi|ex)|newtxmi|MnSymbol|Symbol)"
    r"|Math",
    re.IGNORECASE,
)
OPERATORS = frozenset("=+<>±×÷∂∑∏√∞≈≠≤≥∫∈")
SIGNS = (("\u2190", "\u22ff"), ("\U0001d400", "\U0001d7ff"))
SETS: dict[str, bool] = {}


@dataclass(slots=True)
class Pitches:
    """How far letters stand apart in each font, in parts of its size."""

    steps: dict[str, Counter[float]] = field(default_factory=lambda: defaultdict(Counter))
    narrow: set[str] = field(default_factory=set)
    broad: set[str] = field(default_factory=set)
    flagged: set[str] = field(default_factory=set)

    def measure(self, signs: Iterable[Sign]) -> None:
        """Take in the letters of a page that stand side by side."""
        for one, two in pairwise(sign for sign in signs if sign.size):
            if one.font and one.font == two.font and one.size == two.size and one.base == two.base:
                step = (two.x - one.x) / one.size
                if 0 < step < APART and one.letter.isalpha():  # figures are often of one width
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
            usual = _usual(steps, EQUAL)
            shown = font in self.narrow and font in self.broad and steps.total() >= PAIRS
            if usual and (shown or font in self.flagged):
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


def lines(signs: Iterable[Sign], *, with_words: bool = False) -> Iterator[dict[str, Any]]:
    """Yield each line of upright signs as fields of a ``Line``, and its ``fonts``, which tell its pitch."""
    run = _Run()
    for sign in signs:
        if not sign.size:
            run.spaced = run.spaced or (sign.letter in " \u00a0" and bool(run.signs))
            continue  # the places of signs tell where lines end, better than PDFium does
        if not run.follows(sign):
            yield _line(run.signs, with_words)
            run = _Run()
        if run.spaced or (run.last and sign.left - run.last.right > 0.35 * sign.size):
            run.signs.append(run.signs[-1]._replace(letter=" "))
        run.spaced = False
        run.signs.append(sign)
        run.last = sign
    if run.signs:
        yield _line(run.signs, with_words)


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


def _line(signs: Sequence[Sign], with_words: bool = False) -> dict[str, Any]:
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
    words = list(_words(signs))
    gaps = any(two[0] - one[1] > WIDE * size for one, two in pairwise(words))
    return {
        "text": text,
        "left": min(sign.left for sign in shown),
        "right": max(sign.right for sign in shown),
        "top": min(sign.top for sign in shown),
        "base": base,
        "size": size,
        "bold": sum(sign.weight >= 600 for sign in shown) > len(shown) / 2,
        "raised": raised,
        "maths": round(sum(map(_is_maths, shown)) / len(shown), 2),
        "places": _places(shown),
        "words": words if with_words or gaps else [],
        "start": min(sign.x for sign in shown),
        "fonts": Counter(sign.font for sign in shown).most_common(3),
    }


def _is_maths(sign: Sign) -> bool:
    """Whether a sign is one of formulas: by its font, or by itself."""
    font, letter = sign.font, sign.letter
    found = SETS.get(font)
    if found is None:
        found = SETS[font] = bool(MATHS.search(font))
    return found or letter in OPERATORS or any(first <= letter <= last for first, last in SIGNS)


def _words(signs: Sequence[Sign]) -> Iterator[tuple[float, float]]:
    for space, word in groupby(signs, lambda sign: sign.letter == " "):
        if not space:
            boxes = [(sign.left, sign.right) for sign in word]
            yield round(min(left for left, _ in boxes), 1), round(max(right for _, right in boxes), 1)


def _places(shown: Sequence[Sign]) -> list[float]:
    """Where the signs of a line begin, if they may all be of one width; else nothing."""
    steps = Counter(
        round((two.x - one.x) / one.size, 2)
        for one, two in pairwise(shown)
        if two.x - one.x < APART * one.size
    )
    return [round(sign.x, 2) for sign in shown] if _usual(steps, MAY) is not None else []


def _usual(steps: Counter[float], least: float) -> float | None:
    """The step that letters of one width take; 0 where there is none to tell."""
    if not steps:
        return 0.0
    usual = steps.most_common(1)[0][0]
    near = {step: count for step, count in steps.items() if abs(step - usual) < NEAR}
    if not 0 < usual < WIDEST or sum(near.values()) < least * steps.total():
        return None
    return sum(step * count for step, count in steps.items()) / steps.total()
