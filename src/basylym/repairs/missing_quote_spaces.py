"""Put the lost space between a word and an opening quotation mark.

Only for marks that can be nothing but opening ones, between a word of two letters or more and
a letter: "L«" of a physicist's formula stays, and so does what closes „a quotation“1 of another custom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.model.wide_signs import is_unspaced

LOW = "„‚"  # they open nothing but what the mark of another custom closes
LONGEST = 2000  # signs of a quotation


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an insertion before each mark."""
    opening, closing = language.quotes
    if opening == closing:
        return
    for mark in re.finditer(rf"{re.escape(opening)}(?<=[^\W\d_]{{2}}{re.escape(opening)})(?=[^\W\d_])", text):
        if is_unspaced(text[mark.start() - 1]):
            continue  # Chinese parts its words by no space
        before = text[max(0, mark.start() - LONGEST) : mark.start()].rpartition("\n\n")[2]
        if any(before.count(low) > before.count(opening) for low in LOW):
            continue
        yield Edit(mark.start(), mark.start(), " ", f"{opening} opens a quotation right after a word", 0.97)


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("ru", "роман«Война и мир»", "роман «Война и мир»"),
        Example("en", "the word“press” means", "the word “press” means"),
    ),
    counterexamples=(
        ("ru", "роман «Война и мир»"),
        ("ru", "(«Абай»)"),
        ("en", "the “press”"),
        ("en", "„в страната“и „там“1 и „тук“2"),
    ),
)
