"""Say where the list of references goes when the text ends in its heading and the list is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

LAST = re.compile(r"(?:\A|\n\n)(?:#+ )?([^\W\d_](?:[^\W\d_]|[ \u00a0-]){2,60})[.:]?\s*\Z")
PLACE = "\n\n::: {#refs}\n:::"


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an insertion at the end of a text that ends in the heading of its references."""
    last = LAST.search(text)
    if last and language.headings.get(last[1].strip().lower()) == "references":
        yield Edit(len(text), len(text), PLACE, f"nothing follows {last[1]!r}: the list is set here", 0.99)
        told = f"{last[1]!r} has no list below it; which works are cited?"
        yield Edit(last.start(1), last.end(1), last[1], told, 0.99, query=True)


RULE = Rule(
    phase=Phase.STRUCTURE,
    find=find,
    examples=(
        Example("ru", "Текст [1].\n\nЛитература", "Текст [1].\n\nЛитература\n\n::: {#refs}\n:::"),
        Example("en", "Text [1].\n\nReferences", "Text [1].\n\nReferences\n\n::: {#refs}\n:::"),
    ),
    counterexamples=(
        ("en", "Text [1].\n\nReferences\n\n1. Smith J. A book."),
        ("ru", "Текст.\n\nВыводы"),
        ("en", "He reads literature"),
    ),
)
