"""Page numbers beside the heads of facing pages: one text on even pages, another on odd ones.

Three such pages tell it, wherever their sentences end: numbers of sections or of a law's articles do not
change their side and their words from one to the next and back again, a page of lines apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

PAGE = 25  # lines of a full page: more than stanzas or articles of a law have, one like another
ALIKE = 0.75  # of the longer of two pages the shorter one has


class Numbered(NamedTuple):
    """A line that may hold a page number, the text that may be its head, and the lines of both."""

    at: int
    number: int
    head: str
    lines: tuple[int, ...]


def in_listing(number: int, around: Sequence[str]) -> bool:
    """Tell whether a line beside a number opens with the one before or behind it: lines of a listing."""
    return any(line.startswith((f"{number - 1} ", f"{number + 1} ")) for line in around)


def facing(found: Sequence[Numbered]) -> list[Numbered]:
    """Return the folios of facing pages among ``found``, down the text; none where nothing tells them."""
    places: dict[tuple[int, str], list[Numbered]] = {}
    numbers: dict[int, list[Numbered]] = {}
    for one in found:
        if one.head:
            places.setdefault((one.number, one.head), []).append(one)
            numbers.setdefault(one.number, []).append(one)
    taken = dict.fromkeys(sorted(one for three in _threes(places, numbers) for one in three))
    folios = list(taken)
    heads = {one.number % 2: one.head for one in folios}
    count_on = all(one.number < two.number for one, two in pairwise(folios))
    return folios if count_on and all(heads[one.number % 2] == one.head for one in folios) else []


def _threes(
    places: Mapping[tuple[int, str], Sequence[Numbered]], numbers: Mapping[int, Sequence[Numbered]]
) -> Iterator[tuple[Numbered, Numbered, Numbered]]:
    """Yield three pages that follow one another, of which the first and the last have one head."""
    for (number, head), firsts in places.items():
        lasts = places.get((number + 2, head), ())
        between = numbers.get(number + 1, ())
        for first in firsts:
            middle = _next(between, first.at + PAGE)
            last = _next(lasts, middle.at + PAGE) if middle else None
            if middle and last and middle.head != head:
                gaps = sorted((middle.at - first.at, last.at - middle.at))
                if gaps[0] >= ALIKE * gaps[1]:
                    yield first, middle, last


def _next(found: Sequence[Numbered], start: int) -> Numbered | None:
    place = bisect_left(found, start, key=lambda one: one.at)
    return found[place] if place < len(found) else None
