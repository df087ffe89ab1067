"""Write a bullet of a symbol font, which opens a line, as a bullet.

Word processors draw bullets from Symbol and Wingdings; extractors give the font's own number, U+F020 to
U+F0FF, for which no other font has a shape. Only at the start of a line, before words, it is surely a bullet:
elsewhere the same number may be a Greek letter, an arrow or a tick.

Source: Microsoft's mapping of symbol fonts, OpenType ``cmap``, encoding 3.0: U+F000 and the sign's byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

SIGNS = frozenset(map(chr, range(0xF020, 0xF100)))
OPENING = re.compile("^[ \t\u00a0]*([\uf020-\uf0ff])(?=[ \t\u00a0]+[^\\W_])", re.MULTILINE)


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each such sign."""
    if SIGNS.isdisjoint(words.chunks.signs):
        return
    for sign in OPENING.finditer(text):
        yield Edit(*sign.span(1), "•", f"U+{ord(sign[1]):04X}, a sign of a symbol font, opens a line", 0.97)


RULE = Rule(
    phase=Phase.LETTERS,
    find=find,
    examples=(
        Example("ru", "Задачи:\n\uf0b7 описать рынок", "Задачи:\n• описать рынок"),
        Example("en", "Two things:\n\n  \uf0a7 prices", "Two things:\n\n  • prices"),
    ),
    counterexamples=(("en", "the angle \uf061 is small"), ("de", "Alles da \uf0fc\nund gut")),
)
