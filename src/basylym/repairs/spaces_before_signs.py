"""Take out the space before a comma or a full stop that closes up to its word; ask about a semicolon.

Only after a word of two letters or more and before a space or the line's end; a stop only before a
capital, so that "the .txt files" and "the command . reads" stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

OPENS_CHUNK = Inside(r"(?:(?<!\S)|\u00a0)[,;.]")
SITE = re.compile(
    r"([ \u00a0])(?=[,;.])(?<=[^\W\d_]{2}.)"
    r"(?:[,;](?=\s+[^\W\d_])|\.(?=\s+[«“\"(]?([^\W\d_])[^\W\d_])|\.(?=\n\n|\s*\Z))"
)


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a deletion for each such space."""
    for site in SITE.finditer(text) if OPENS_CHUNK.stands(words.chunks) else ():
        if site[2] is None or site[2].isupper():
            sign = text[site.end(1)]
            yield Edit(*site.span(1), "", f"a space before {sign!r}", 0.97, query=sign == ";")


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("ru", "наука , общество ; право . Закон принят .", "наука, общество; право. Закон принят."),
        Example("en", "the law , which holds .", "the law, which holds."),
    ),
    counterexamples=(
        ("en", "the .txt files and the command . reads"),
        ("en", "a , b ; c"),
        ("ru", "в ... и ,5"),
        ("en", "it stood ... Then"),
    ),
)
