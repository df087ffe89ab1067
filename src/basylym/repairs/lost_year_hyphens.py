"""Part two years that stand as eight digits because the hyphen between them was lost.

Only before a word for years, only where both halves are years from 1000 to 2100, the first the
earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

DIGITS = r"([12](?<![\w.,-].)(?:(?<=1)\d|(?<=2)0)\d\d)((?:1\d|20)\d\d)"
INSIDE = Inside(DIGITS)
EIGHT = re.compile(rf"{DIGITS}(?=[ \u00a0]?([^\W\d_]+\.?))")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each eight digits that are two years."""
    for years in EIGHT.finditer(text) if INSIDE.stands(words.chunks) else ():
        first, last, mark = years.groups()
        if first < last and mark.lower() in {known.lower() for known in language.year_marks}:
            yield Edit(
                *years.span(), f"{first}–{last}", f"two years without their hyphen before {mark!r}", 0.99
            )


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("kk", "19411945 жж. соғыс", "1941–1945 жж. соғыс"),
        Example("ru", "в 19992003 гг. и 20052010 годах", "в 1999–2003 гг. и 2005–2010 годах"),
    ),
    counterexamples=(
        ("ru", "телефон 20012005"),
        ("kk", "20052001 жж."),
        ("ru", "код 19411945 город"),
    ),
    rank=1,
)
