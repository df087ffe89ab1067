"""Write a ligature of a font as the letters it stands for.

Extractors leave ﬁ and ﬂ as one sign each; the eye sees two letters, search and hyphenation do not.

Source: Unicode Standard, Alphabetic Presentation Forms, U+FB00 to U+FB06.
"""

from __future__ import annotations

from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

LETTERS = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
BOUND = "\u0300-\u036f\u200c\u200d"  # marks and joiners belong to the one sign
LIGATURE = Inside(f"(?<![{BOUND}])[{''.join(LETTERS)}](?![{BOUND}])")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each ligature."""
    for sign in LIGATURE.finditer(words.chunks):
        letters = LETTERS[sign[0]]
        yield Edit(*sign.span(), letters, f"U+{ord(sign[0]):04X} is {letters!r} in one sign")


RULE = Rule(
    phase=Phase.LETTERS,
    find=find,
    examples=(
        Example("en", "an eﬃcient ﬂow of ﬁles", "an efficient flow of files"),
        Example("de", "die Pﬂicht", "die Pflicht"),
    ),
    counterexamples=(("en", "an efficient flow"), ("de", "Straße, Œuvre, æ")),
)
