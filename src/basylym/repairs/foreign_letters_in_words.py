"""Ask about a letter of a far-off script inside a word: a font gave its ligature or letter another's code.

"tara\u0cf4ardan" is "taraflardan" out of a PDF whose font says of the glyph fl that it is Kannada. Which
letters it stands for the text does not tell. Letters of one word in two scripts that people do mix, as
Latin, Greek and Cyrillic, are other rules' concern.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

NEAR = r"A-Za-z\u00aa-\u02af\u0370-\u052f\u1d00-\u1dbf\u1e00-\u1fff"
FAR = (
    r"\u0530-\u1cff\u3040-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\ua63f\ua6a0-\ua6ff"
    r"\ua800-\uab2f\uab70-\ud7ff\uf900-\ufaff\ufb13-\ufb17\U00010380-\U0001bfff"
)
LETTERS = frozenset(("Ll", "Lu", "Lt", "Lo", "Cn"))
INSIDE = Inside(rf"(?<=[{NEAR}])[{FAR}]+(?=[{NEAR}])")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a question for each such letter, or run of them."""
    for letter in INSIDE.finditer(words.chunks):
        if unicodedata.category(letter.group()[0]) in LETTERS:
            name = unicodedata.name(letter.group()[0], "a character that Unicode has not")
            told = f"{name} inside a word: a font's wrong code; which letters stood here?"
            yield Edit(*letter.span(), letter.group(), told, 0.0, query=True)


RULE = Rule(
    phase=Phase.LETTERS,
    find=find,
    examples=(
        Example("tr", "tara\u0cf4ardan biri", "tara\u0cf4ardan biri"),
        Example("kk", "кі\u0e25тап", "кі\u0e25тап"),
    ),
    counterexamples=(
        ("en", "α-helix, naïve, Ångström, ﬁnd, the word 日本 and 日本語"),
        ("kk", "Қазақcтан"),
        ("ru", "γ-лучи и ‘е́’"),
    ),
)
