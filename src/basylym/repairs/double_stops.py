"""Ask about two full stops behind a word, where the text has no habit of them: a stop, or an ellipsis?

Paths (``../a``) and ranges (``1..5``) are none, nor is an abbreviation's stop before a closing bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

# A pattern that opens with a fixed sign skips to it; one that opens with a look back tries every place.
TWO = re.compile(r"\.\.(?<=[^\W\d_]{2}..)(?=[»”\"]?(?:\s|\Z))")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a question for each, which proposes one stop."""
    for two in TWO.finditer(text) if ".." in text else ():
        yield Edit(*two.span(), ".", "two full stops: one, or an ellipsis of three?", 0.7, query=True)


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("ru", "Закон принят.. Он действует.", "Закон принят. Он действует."),
        Example("kk", "Ол кетті..", "Ол кетті."),
    ),
    counterexamples=(
        ("en", "see ../a and 1..5, or a..b"),
        ("ru", "Он думал... Потом ушёл..., как всегда."),
    ),
)
