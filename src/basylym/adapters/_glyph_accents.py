"""The signs of a PDF's page -> the same with each accent on the letter that it is drawn over.

TeX's old fonts have no letters with accents: é is an acute, and an e under it. Which letter an accent is of
shows in its place alone, for it may be drawn before its letter, behind it, or behind the whole line.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence, Set

from basylym.adapters._glyphs import Sign

OVER = {
    "`": "\u0300",
    "´": "\u0301",
    "^": "\u0302",
    "ˆ": "\u0302",
    "~": "\u0303",
    "˜": "\u0303",
    "¯": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
    "¨": "\u0308",
    "˚": "\u030a",
    "˝": "\u030b",
    "ˇ": "\u030c",
}
UNDER = {"¸": "\u0327", "˛": "\u0328"}
DOTLESS = {"ı": "i", "ȷ": "j"}
ACCENTS = frozenset((*OVER, *UNDER))
NEAR, INTO = 0.3, 0.12  # of the size: between an accent and its letter; so far one reaches into the other
ALIKE = 0.1  # of the size: so much may the middle of an accent lie beside its letter
WORD = 0.15  # of the size: words stand at least so far apart
CELL = 16.0  # pt


def with_accents(signs: list[Sign]) -> list[Sign]:
    """Return the signs, an accent and the letter that it stands over or under as one."""
    accents = [number for number, sign in enumerate(signs) if sign.letter in ACCENTS and sign.size]
    if not accents:
        return signs
    letters: dict[int, list[int]] = defaultdict(list)
    for number, sign in enumerate(signs):
        if sign.size and sign.letter.isalpha() and sign.letter not in ACCENTS:
            for cell in {int(sign.left // CELL), int(sign.right // CELL)}:
                letters[cell].append(number)
    made: list[Sign | None] = list(signs)
    for number in accents:
        accent = signs[number]
        middle = (accent.left + accent.right) / 2
        for place in letters.get(int(middle // CELL), ()):
            letter = made[place]
            if letter and letter.look.font == accent.look.font and _is_on(accent, letter, middle):
                whole = _composed(accent.letter, letter.letter)
                if whole:
                    made[place] = letter._replace(letter=whole)
                    made[number] = None
                    break
    taken = {number for number in accents if made[number] is None}
    return [sign for number, sign in enumerate(made) if sign and not _is_beside(number, made, taken)]


def _is_beside(number: int, made: Sequence[Sign | None], taken: Set[int]) -> bool:
    """Whether a sign is a space that PDFium saw only because an accent was drawn out of its turn."""
    sign = made[number]
    if sign is None or sign.size or not {number - 1, number + 1} & taken:
        return False
    before = next((one for one in reversed(made[:number]) if one and one.size), None)
    after = next((one for one in made[number + 1 :] if one and one.size), None)
    return bool(
        before and after and before.base == after.base and 0 <= after.left - before.right < WORD * after.size
    )


def _is_on(accent: Sign, letter: Sign, middle: float) -> bool:
    """Whether an accent stands over the middle of a letter, or under it, and touches or nearly touches it."""
    size = letter.size
    if abs(middle - (letter.left + letter.right) / 2) > ALIKE * size + (letter.right - letter.left) / 4:
        return False
    if abs(accent.base - letter.base) > NEAR * size or abs(accent.size - size) > ALIKE * size:
        return False
    room = letter.top - accent.bottom if accent.letter in OVER else accent.top - letter.base
    return -INTO * size <= room <= NEAR * size


def _composed(accent: str, letter: str) -> str:
    """Return the letter with its accent where Unicode has it as one, for only such are of a writing."""
    marks = OVER | UNDER
    whole = unicodedata.normalize("NFC", DOTLESS.get(letter, letter) + marks[accent])
    return whole if len(whole) == 1 else ""
