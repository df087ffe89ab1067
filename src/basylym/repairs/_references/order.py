"""Lines that may open entries of a list without numbers -> which of them only go on with an entry.

A list sorted by names tells it: a line out of the order that names no year opens no entry.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from basylym.repairs._references.words import YEAR

ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
PLACES = {letter: chr(0x430 + place) for place, letter in enumerate(ALPHABET)}
WORD = re.compile(r"[^\W\d_]+")
YEARS = re.compile(rf"(?<!\d){YEAR}(?!\d)")
LEAST = 4  # entries that show an order
SORTED = 0.7  # of the entries
MOST = 1000  # entries; a longer list is taken as its lines stand


def strays(pieces: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the pieces that stand out of the order and name no year; none without an order.

    Letters of two scripts are two orders, for lists begin with either.
    """
    if len(pieces) > MOST:
        return frozenset()
    keys = [_key(piece) for piece in pieces]
    dated = [bool(YEARS.search(piece)) for piece in pieces]
    found: set[int] = set()
    for script in (True, False):
        own = [number for number, key in enumerate(keys) if key and (key[0] < "\u0400") is script]
        kept = _ascending([keys[number] for number in own], [1 + dated[number] for number in own])
        if len(kept) >= LEAST and len(kept) >= SORTED * len(own):
            inside = {own[place] for place in kept}
            found |= {number for number in own if number not in inside}
    return frozenset(number for number in found if not dated[number])


def _key(piece: str) -> str:
    word = WORD.search(piece)
    if not word:
        return ""
    letters = word[0].casefold()
    if any(letter in PLACES for letter in letters):
        return "".join(PLACES.get(letter, letter) for letter in letters)
    return "".join(one for one in unicodedata.normalize("NFD", letters) if one.isalpha())


def _ascending(keys: Sequence[str], weights: Sequence[int]) -> list[int]:
    """Return the places of a heaviest run of keys that never descends."""
    sums: list[int] = []
    before: list[int] = []
    for place, (key, weight) in enumerate(zip(keys, weights, strict=True)):
        below = [other for other in range(place) if keys[other] <= key]
        best = max(below, key=sums.__getitem__, default=-1)
        before.append(best)
        sums.append(weight + (sums[best] if best >= 0 else 0))
    run, place = [], max(range(len(sums)), key=sums.__getitem__, default=-1)
    while place >= 0:
        run.append(place)
        place = before[place]
    return run[::-1]
