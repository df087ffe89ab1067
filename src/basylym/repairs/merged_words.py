"""Ask about a word that may be two, the space between them lost.

A question and never a repair: names and new words are unknown too. Asked only where the lexicon is
believed and does not know the word, and exactly one place parts it into two words that it knows and
that the text has elsewhere, both of three letters or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

WORD = re.compile(r"(?<![\w.@/-])[^\W\d_]{6,30}(?![\w@/-])")
SHORTEST = 3
KNOWN = "үлкен мемлекет пен халық, жаңа заң туралы кітап, ел мен жер, су мен тау, "


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query for each such word."""
    if words.known is None:
        return
    for word in WORD.finditer(text):
        form = word[0]
        if not form[1:].islower() or words.count(form) > 1 or words.known(form):
            continue
        cuts = [
            cut
            for cut in range(SHORTEST, len(form) - SHORTEST + 1)
            if words.count(form[:cut])
            and words.count(form[cut:])
            and words.known(form[:cut])
            and words.known(form[cut:])
        ]
        if len(cuts) == 1:
            parts = f"{form[: cuts[0]]} {form[cuts[0] :]}"
            yield Edit(
                *word.span(), parts, f"{form!r} is unknown, {parts!r} are words of the text", 0.6, query=True
            )


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("kk", f"{KNOWN}үлкенмемлекет", f"{KNOWN}үлкен мемлекет"),
        Example("kk", f"{KNOWN}жаңакітап", f"{KNOWN}жаңа кітап"),
    ),
    counterexamples=(
        ("kk", "келісімшарт пен келісім, шарт"),
        ("en", "new book and newbook"),
        ("kk", "Алматы мен Астана"),
    ),
)
