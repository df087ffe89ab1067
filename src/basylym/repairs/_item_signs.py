"""A line -> the sign of an item that it opens with: a number, a letter, a bullet or a dash."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from basylym.repairs._lines import Line

BULLETS, DASHES = "•◦▪‣●·∙▸►*", "-–—−"
DOTS, CIRCLE = "·∙", "o"  # that multiply in formulas too; as Word's second bullet is copied
SURE = "•◦▪‣●▸►"  # open nothing but items
KNOWN = 3  # items of a text that a sign opens, after which one of them may stand alone
GAP = r"[ \t\u00a0\u2003]"
SIGN = re.compile(
    rf"(?P<indent>{GAP}*)"
    rf"(?P<sign>(?P<bullet>[{re.escape(BULLETS + DASHES)}]|(?<={GAP}{{2}}){CIRCLE}(?={GAP}))"
    r"|(?P<open>\(?)(?:(?P<number>\d{1,2})|(?P<letters>[^\W\d_]{1,5}))(?P<close>[.)]))"
    rf"(?:(?P<gap>{GAP}+)|(?=[^\W\d_]))(?=\S)"
)
ROMAN = re.compile(r"x{0,2}(?:ix|iv|v?i{0,3})")
VALUES = {"i": 1, "v": 5, "x": 10}
LATIN = "abcdefghijklmnopqrstuvwxyz"
WORD = re.compile(r"[^\W\d_]{2}")
STEP = 2  # letters of an alphabet that an author may pass over: ё, й, ә


@dataclass(frozen=True, slots=True)
class Sign:
    """What may open an item.

    Attributes:
        kind: the signs of one list are of one kind, as ``1)`` or ``•``.
        value: what it counts, from 1; 0 for a bullet.
        indent: signs before it.
        start, end: of the sign with the space behind it; code points from 0 into the line.
        said: the sign itself.
    """

    kind: str
    value: int
    indent: int
    start: int
    end: int
    said: str


def usual(lines: Sequence[Line]) -> frozenset[str]:
    """Return the bullets that open several lines of a text."""
    opened = Counter(line.text.lstrip()[:1] for line in lines)
    return frozenset(sign for sign in SURE if opened[sign] >= KNOWN)


def signs(line: str, letters: str) -> Iterator[Sign]:
    """Yield what the sign at the start of ``line`` may be; ``i)`` is a letter or a number."""
    found = SIGN.match(line)
    if found is None or not (found["sign"] in SURE or WORD.search(line, found.end())):
        return
    place = (len(found["indent"]), *found.span("sign"), found["sign"])
    start, end, said = place[1], found.end(), place[3]
    if found["bullet"]:
        if found["bullet"] == CIRCLE and not line[end].isupper():
            return
        if found["gap"] and (found["bullet"] in BULLETS or re.match(r"[^\W\d_]|[«“\"(]", line[end:])):
            yield Sign(said, 0, place[0], start, end, said)
        return
    if found["open"] and found["close"] != ")":
        return
    if found["number"]:
        yield Sign(f"{found['open']}1{found['close']}", int(found["number"]), place[0], start, end, said)
    elif found["gap"] and found["letters"].islower():
        word = found["letters"]
        for alphabet in (LATIN, letters):
            if len(word) == 1 and word in alphabet:
                kind = f"{found['open']}{alphabet[0]}{found['close']}"
                yield Sign(kind, alphabet.index(word) + 1, place[0], start, end, said)
        if ROMAN.fullmatch(word):
            yield Sign(f"{found['open']}i{found['close']}", _roman(word), place[0], start, end, said)


def _roman(word: str) -> int:
    values = [VALUES[letter] for letter in word]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


def opening(lines: Sequence[Line], letters: str) -> frozenset[tuple[str, int]]:
    """Return kinds and values of the signs that open lines of a text."""
    return frozenset((sign.kind, sign.value) for line in lines for sign in signs(line.text, letters))


def counts(sign: Sign, opened: Set[tuple[str, int]]) -> bool:
    """Tell whether a sign opens an item: it is the first of its kind, or the one before it stands too."""
    before = range(sign.value - 1, sign.value - 1 - STEP, -1)
    return sign.value <= 1 or any((sign.kind, value) in opened for value in before)
