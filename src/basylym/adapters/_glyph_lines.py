"""The signs of a PDF's page -> its lines.

A line is what stands on one base line without a wide gap.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter
from statistics import median
from typing import Any

from basylym.adapters import _leftward
from basylym.adapters._glyph_pitches import Pitches
from basylym.adapters._glyphs import HEAVY, QUARTERS, Look, Sign

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
OPERATORS = re.compile("[=+<>±×÷∂∑∏√∞≈≠≤≥∫∈\u2190-\u22ff\U0001d400-\U0001d7ff]")
SPACE = Sign(" ")
BLANK = Sign("")


def _follows(before: Sign, sign: Sign, first: bool) -> bool:
    """Whether ``sign`` goes on in the line of ``before``: on about the same base, not far to the right.

    Args:
        first: whether the sign before begins the line.
    """
    one, two = before.size, sign.size
    larger = one if one > two else two
    apart = sign.left - before.right
    if not -0.6 * larger < apart < GAP * larger:
        return sign.x == before.x and sign.right == before.right  # of one ligature, which has one place
    level = abs(before.base - sign.base)
    if first and one > CAPITAL * two and before.letter.isupper():
        return level < 0.25 * two and apart < GAP * two
    return level < 0.25 * larger or (
        level < 0.6 * larger and min(before.base, sign.base) > max(before.top, sign.top)
    )


def lines(signs: Iterable[Sign], pitches: Pitches, *, with_words: bool = False) -> Iterator[dict[str, Any]]:
    """Yield each line of upright signs as fields of a ``Line``, and its ``fonts``, which tell its pitch."""
    signs = list(signs)
    if _leftward.is_leftward(signs):
        yield from (_line(run, pitches, with_words) for run in _leftward.runs(signs, _follows))
        return
    run: list[Sign] = []
    last, spaced = BLANK, False
    for sign in signs:
        if not sign.size:
            spaced = spaced or (bool(run) and sign.letter in " \u00a0")
            continue  # the places of signs tell where lines end, better than PDFium does
        if run:
            if not _follows(last, sign, len(run) == 1):
                yield _line(run, pitches, with_words)
                run = []
            elif spaced or sign.left - last.right > 0.35 * sign.size:
                run.append(SPACE)
        spaced = False
        run.append(sign)
        last = sign
    if run:
        yield _line(run, pitches, with_words)


def turned(
    signs: Sequence[Sign], pitches: Pitches, width: float, height: float
) -> Iterator[tuple[float, list[dict[str, Any]]]]:
    """Yield what is turned against the text: by how much, and its lines.

    What is turned by a quarter is read as on a page of its own, turned with it; what lies askew, as PDFium
    parts it.
    """
    ways = sorted({sign.look.turn for sign in signs if sign.look.turn})
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
        inside = sign.look.turn == way if sign.size else inside
        if inside:
            yield sign


def _righted(sign: Sign, width: float, height: float) -> Sign:
    """The sign on its page turned so that it stands upright."""
    left, right, top, bottom, base = sign.left, sign.right, sign.top, sign.bottom, sign.base
    if sign.look.turn == 90:
        box = (height - bottom, height - top, left, right, sign.x, height - base)
    elif sign.look.turn == 180:
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
    count = len(shown)
    looks = _looks(shown)
    sizes, fonts, heavy = Counter[float](), Counter[str](), 0
    for look, times in looks:
        sizes[round(look.size, 1)] += times
        fonts[look.font] += times
        heavy += times if look.weight >= HEAVY else 0
    size = max(sizes.items(), key=itemgetter(1))[0]
    if count < 4:
        size = max(look.size for look, _ in looks)  # "x²" is a line of its first letter's size
    small = any(look.size <= SMALL * size for look, _ in looks)
    base = _median([sign.base for sign in shown if not small or sign.size >= SMALL * size])
    text = "".join([sign.letter for sign in signs])
    if not with_words:
        wide, end = WIDE * size, shown[0].right
        for sign in shown:
            if sign.left - end > wide:
                with_words = True
                break
            end = sign.right
    return {
        "text": text,
        "left": min([sign.left for sign in shown]),
        "right": max([sign.right for sign in shown]),
        "top": min([sign.top for sign in shown]),
        "base": base,
        "size": size,
        "bold": heavy > count / 2,
        "raised": _raised(signs, size, base) if small else [],
        "maths": round(_maths(shown, looks, text) / count, 2),
        "places": pitches.places(shown),
        "words": list(_words(signs)) if with_words else [],
        "start": min([sign.x for sign in shown]),
        "fonts": fonts.most_common(3),
    }


def _looks(shown: Sequence[Sign]) -> list[tuple[Look, int]]:
    """What signs look like, and how many of them."""
    first = shown[0].look
    if all(sign.look is first for sign in shown):
        return [(first, len(shown))]
    return list(Counter([sign.look for sign in shown]).items())


def _median(bases: Sequence[float]) -> float:
    """The median of what are mostly equal numbers."""
    return bases[0] if bases.count(bases[0]) == len(bases) else median(bases)


def _raised(signs: Sequence[Sign], size: float, base: float) -> list[list[int]]:
    """Where small signs stand high in a line's text."""
    raised: list[list[int]] = []
    for place, sign in enumerate(signs):
        if sign.letter != " " and sign.size <= SMALL * size and sign.base <= base - RAISED * size:
            if raised and raised[-1][1] == place:
                raised[-1][1] = place + 1
            else:
                raised.append([place, place + 1])
    return raised


def _maths(shown: Sequence[Sign], looks: Sequence[tuple[Look, int]], text: str) -> int:
    """How many signs are those of formulas: by their font, or by themselves."""
    fonts = [_is_maths(look.font) for look, _ in looks]
    if not any(fonts):
        return 0 if text.isalnum() else len(OPERATORS.findall(text))
    if all(fonts):
        return len(shown)
    return sum(1 for sign in shown if _is_maths(sign.look.font) or OPERATORS.match(sign.letter))


@cache
def _is_maths(font: str) -> bool:
    return bool(MATHS.search(font))


def _words(signs: Sequence[Sign]) -> Iterator[tuple[float, float]]:
    left, right, inside = 0.0, 0.0, False
    for sign in signs:
        if sign.letter == " ":
            if inside:
                yield round(left, 1), round(right, 1)
            inside = False
        elif inside:
            left = sign.left if sign.left < left else left
            right = sign.right if sign.right > right else right
        else:
            left, right, inside = sign.left, sign.right, True
    yield round(left, 1), round(right, 1)
