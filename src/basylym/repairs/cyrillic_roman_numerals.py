"""Write a Roman numeral typed in Cyrillic letters in Latin ones.

Х and І of a Cyrillic keyboard look like X and I; a search for "XXI" does not find them, and a
screen reader says something else. Only numerals up to 39 of two signs or more are touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

CANDIDATE = Inside(r"[XVIХІ](?<![\w.'’-].)(?:(?<=[ХІ])|(?=[XVI]*[ХІ]))[XVIХІ]+(?![\w'’])")
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
LATIN = str.maketrans("ХІ", "XI")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each numeral with a Cyrillic letter in it."""
    for numeral in CANDIDATE.finditer(words.chunks):
        latin = numeral.group().translate(LATIN)
        if ROMAN.fullmatch(latin):
            yield Edit(*numeral.span(), latin, f"a Roman numeral in Cyrillic letters: {numeral.group()!a}")


RULE = Rule(
    phase=Phase.LETTERS,
    find=find,
    examples=(
        Example("ru", "в ХІХ веке", "в XIX веке"),
        Example("kk", "ХХ ғасыр мен ХІV ғасыр", "XX ғасыр мен XIV ғасыр"),
    ),
    counterexamples=(("ru", "XIX век"), ("kk", "ХІХАБ"), ("ru", "Х. Иванов"), ("ru", "ХИ")),
    rank=2,
)
