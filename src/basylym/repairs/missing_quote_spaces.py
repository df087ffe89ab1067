"""Put the lost space between a word and an opening quotation mark.

Only for marks that can be nothing but opening ones, between a word of two letters or more and
a letter or digit: "L«" of a physicist's formula stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.model.wide_signs import is_unspaced


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an insertion before each mark."""
    opening, closing = language.quotes
    if opening == closing:
        return
    for mark in re.finditer(rf"{re.escape(opening)}(?<=[^\W\d_]{{2}}{re.escape(opening)})(?=\w)", text):
        if is_unspaced(text[mark.start() - 1]):
            continue  # Chinese parts its words by no space
        yield Edit(mark.start(), mark.start(), " ", f"{opening} opens a quotation right after a word", 0.97)


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("ru", "роман«Война и мир»", "роман «Война и мир»"),
        Example("en", "the word“press” means", "the word “press” means"),
    ),
    counterexamples=(("ru", "роман «Война и мир»"), ("ru", "(«Абай»)"), ("en", "the “press”")),
)
