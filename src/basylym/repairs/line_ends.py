"""Write every line end as one line feed.

A source may end its lines as Windows, as old Macintoshes, or as a page break of a printed
file; the press knows one line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

SIGNS = Inside("[\r\v\f\x85\u2028\u2029]")
FOREIGN = re.compile("\r\n|[\r\v\f\x85\u2028]|\u2029")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each line end that is not a line feed."""
    if not SIGNS.stands(words.chunks):
        return
    for end in FOREIGN.finditer(text):
        name = "+".join(f"U+{ord(letter):04X}" for letter in end.group())
        yield Edit(*end.span(), "\n", f"{name} ends a line")


RULE = Rule(
    phase=Phase.CODE_POINTS,
    find=find,
    examples=(
        Example("ru", "Первая строка\r\nвторая", "Первая строка\nвторая"),
        Example("en", "One\rtwo\u2028three", "One\ntwo\nthree"),
    ),
    counterexamples=(("kk", "Бір\nекі"), ("en", "One\n\ntwo")),
    rank=1,
)
