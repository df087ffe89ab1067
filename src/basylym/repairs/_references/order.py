"""Entries -> whether they stand in the order of the alphabet, or of two: lists begin with either script."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
PLACES = {letter: chr(0x430 + place) for place, letter in enumerate(ALPHABET)}
WORD = re.compile(r"[^\W\d_]+")


def key(piece: str) -> str:
    """Return what a piece is sorted by: its first word, in the order of the alphabet."""
    word = WORD.search(piece)
    if not word or word[0][0].islower():
        return ""  # a particle, which some lists are sorted by and some are not
    letters = word[0].casefold()
    if any(letter in PLACES for letter in letters):
        return "".join(PLACES.get(letter, letter) for letter in letters)
    return "".join(one for one in unicodedata.normalize("NFD", letters) if one.isalpha())


def ascends(keys: Sequence[str]) -> float:
    """Return which share of keys stands in one order, or in two, each of a script; empty ones in none."""
    keys = [one for one in keys if one]
    kept = 0
    for script in (True, False):
        run: list[str] = []
        for one in keys:
            if (one[0] < "\u0400") is script:
                place = bisect_right(run, one)
                run[place : place + 1] = [one]
        kept += len(run)
    return kept / len(keys) if keys else 0.0
