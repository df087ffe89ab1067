"""Ask about a word that the lexicon lists as a common misspelling.

A question and never a repair: a name or a quotation may be spelt so on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import standing
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

WORD = re.compile(r"(?<![\w@./-])[^\W\d_]{4,}(?![\w@/])")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query for each such word."""
    for run in filter(words.corrected, words.runs()):
        right = words.corrected(run) or run
        for word in standing(text, run, WORD) if not run.isupper() else ():
            yield Edit(*word.span(), right, f"the lexicon spells it {right!r}", 0.9, query=True)


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("ru", "Будующее общества", "Будущее общества"),
        Example("en", "two seperate cases", "two separate cases"),
        Example("kk", "жаңа колективтер", "жаңа коллективтер"),
    ),
    counterexamples=(("en", "two separate cases"), ("ru", "асимметрия"), ("en", "see seperate@mail.kz")),
)
