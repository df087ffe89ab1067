"""Ask about a comma before a postposition, which belongs to the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

COMMA = re.compile(r"(,) (?<=[^\W\d_], )(?=([^\W\d_]+)(?![\w-]))")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query for each such comma."""
    for comma in COMMA.finditer(text) if language.postpositions else ():
        if comma[2] in language.postpositions:
            told = f"{comma[2]!r} is a postposition: no comma stands before it"
            yield Edit(*comma.span(1), "", told, 0.7, query=True)


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("kk", "бейбітшілік, үшін күрес", "бейбітшілік үшін күрес"),
        Example("kk", "заң, бойынша берілген құқық", "заң бойынша берілген құқық"),
    ),
    counterexamples=(("kk", "заң бойынша, бірақ"), ("kk", "ел, жер, су"), ("en", "home, for you")),
)
