"""Write a range of years with an en dash.

A hyphen joins parts of a word; a range takes a dash. Only two years from 1000 to 2100, the
first the earlier, in no longer chain of digits and hyphens, and no ISSN or number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

RANGE = Inside(r"([12](?<![\w.,/№§#-].)(?:(?<=1)\d|(?<=2)0)\d\d)-(1\d{3}|20\d\d)(?![\w/-]|[.,]\d)")
NUMBERED = re.compile(
    r"(?:ISSN|ISBN|DOI|№|GOST|ГОСТ|МЕМСТ|ISO|[Тт]ел|[Tt]el|[Pp]hone|[A-ZА-Я]{2,})[.:]?[ \u00a0]?\Z"
)


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each hyphen between two years."""
    for years in RANGE.finditer(words.chunks):
        first, last = years.groups()
        if first < last and not NUMBERED.search(text, max(0, years.start() - 12), years.start()):
            yield Edit(years.end(1), years.start(2), "–", "a range of years takes an en dash", 0.97)


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("ru", "в 1941-1945 гг.", "в 1941–1945 гг."),
        Example("en", "the war (1914-1918) ended", "the war (1914–1918) ended"),
    ),
    counterexamples=(
        ("en", "ISSN 1991-2005"),
        ("ru", "ГОСТ 1999-2003"),
        ("en", "2014-11-05"),
        ("en", "pages 2010-1999"),
        ("ru", "тел. 1999-2001-10"),
    ),
)
