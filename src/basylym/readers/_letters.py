"""Bytes that name no encoding -> the encodings that could make words of them, the likeliest first.

Each candidate is judged by its letters: how frequent each is in the language that fits the whole
text best, whether capitals stand where people put them, whether letters of two scripts meet in
one word. What counts is a logarithm of odds, so a page of text decides what a line cannot.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

CANDIDATES = ("cp1251", "kz1048", "ptcp154", "koi8-r", "cp866", "cp1252", "cp1254", "iso8859-9")
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
FREQUENT = {  # letters beyond ASCII, by language, the most frequent first
    "kk": "аеыіндртлсқмкуоибғшөңзйпжгәүұвхяцюфэһчьёщъ",
    "ru": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "uk": "оанивітерсклудмпязьбгйчхцжїєшюфщґ",
    "be": "анісрецоквлыудмпйяьзгбчхўжшютёфэ",
    "tr": "ıişüğçöâîû",
    "de": "üäöß",
    "fr": "éèàêçâîôûùëïüœæ",
    "es": "óáíéñúüàèìòùãõçâêô",
    "sv": "äåöøæéü",
    "is": "ðáíéöþúæóý",
}
MARKS = frozenset("«»“”„‘’‚–—…№·•°§©®±×÷€†‡‰¹²³¼½¾¶µ‹›™¿¡\u00a0\u00ad")
SAMPLE = 60_000  # bytes; more of a text tells no more
RARE, MARK, STRANGE, MIXED, CAPITAL, NEXT = (math.log(p) for p in (1e-4, 1e-2, 1e-6, 1e-3, 1e-3, 0.03))
FLOOR = math.log(0.004)  # what a sign of a text read rightly is worth at least, on average
CLEAR = math.log(10_000)  # odds at which one reading is taken and the other is not asked about
UNPRINTABLE = math.log(1e-9)
ACCENTED = re.compile(r"[\u00c0-\u024f](?=[\u00c0-\u024f])")  # seldom two in a row
WORD = re.compile(r"[^\W\d_]+")
FOREIGN = re.compile(r"[^\x00-\x7f]")
UNPRINTED = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
AROUND = 24


@dataclass(frozen=True, slots=True)
class Guess:
    """One encoding, the text it makes, and how likely its signs are; ``likely`` is a logarithm."""

    name: str
    text: str
    likely: float

    @property
    def fits(self) -> bool:
        """Whether its signs are those of a language, and not of noise."""
        return self.likely > FLOOR * max(1, len(FOREIGN.findall(self.text[:SAMPLE])))


def decoded(raw: bytes, name: str) -> str | None:
    """``raw`` read in an encoding, if that loses nothing."""
    try:
        text = raw.decode(name)
        return text if text.encode(name) == raw else None
    except UnicodeError:
        return None


def guesses(raw: bytes) -> list[Guess]:
    """Every encoding that makes words of ``raw``, the likeliest first; of equal texts one."""
    found: dict[str, Guess] = {}
    for name in CANDIDATES:
        text = decoded(raw, name)
        if text is not None and text not in found:
            found[text] = Guess(name, text, _likely(text[:SAMPLE]))
    return sorted((guess for guess in found.values() if guess.fits), key=lambda guess: -guess.likely)


def rivals(found: list[Guess]) -> list[Guess]:
    """Those that fit about as well as the first, and read otherwise."""
    return [guess for guess in found[1:] if found[0].likely - guess.likely < CLEAR]


def wide(raw: bytes) -> tuple[str, str] | None:
    """The encoding of two or four bytes a sign that ``raw`` is written in without saying so, and the text."""
    for name in WIDE:
        text = decoded(raw, name)
        if text and not UNPRINTED.search(text):
            usual = sum(1 for sign in text[:SAMPLE] if sign < "\u0530" or "\u2000" <= sign < "\u2200")
            if usual > 0.95 * min(len(text), SAMPLE):
                return name, text
    return None


def sample(guess: Guess, other: Guess) -> str:
    """What ``guess`` makes of the first place where ``other`` reads otherwise."""
    pairs = enumerate(zip(guess.text, other.text, strict=False))
    place = next((n for n, (one, two) in pairs if one != two), 0)
    start = max(0, guess.text.rfind(" ", 0, max(0, place - AROUND)) + 1)
    return " ".join(guess.text[start : place + AROUND].split())


@cache
def _odds(language: str) -> dict[str, float]:
    letters = FREQUENT[language]
    whole = len(letters) * (len(letters) + 1) / 2
    return {letter: math.log((len(letters) - n) / whole) for n, letter in enumerate(letters)}


def _likely(text: str) -> float:
    """The logarithm of how likely the signs beyond ASCII are, in the language that fits them best."""
    letters: Counter[str] = Counter()
    penalty = 0.0
    for word in WORD.findall(text):
        if word.isascii():
            continue
        letters.update(word.lower())
        cyrillic = sum(1 for letter in word if "\u0400" <= letter <= "\u052f")
        if 0 < cyrillic < len(word):
            penalty += MIXED * min(cyrillic, len(word) - cyrillic)
        penalty += NEXT * len(ACCENTED.findall(word))
        if not (word.islower() or word[1:].islower() or word.isupper()):
            pairs = itertools.pairwise(word)
            penalty += CAPITAL * sum(1 for one, two in pairs if one.islower() and two.isupper())
    for sign in FOREIGN.findall(text):
        if not sign.isalpha():
            penalty += MARK if sign in MARKS else UNPRINTABLE if sign < "\u00a0" else STRANGE
    told = [(letter, count) for letter, count in letters.items() if letter > "\x7f"]
    best = max(
        (sum(count * odds.get(letter, RARE) for letter, count in told) for odds in map(_odds, FREQUENT)),
        default=0.0,
    )
    return best + penalty
