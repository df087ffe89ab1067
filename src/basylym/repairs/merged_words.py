"""Ask about a word that may be two, the space between them lost.

A question and never a repair: names and new words are unknown too. Asked only where the lexicon does not
know the word, and exactly one place parts it into two words that it knows and that the text has
elsewhere, both of two letters or more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from basylym.model.chunks import standing, without_case
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

WORD = re.compile(r"(?<![\w.@/\\-])[^\W\d_]{5,30}(?![\w@/-])")
SHORTEST, SHORTEST_WHOLE, LONGEST = 2, 5, 30  # letters
KNOWN = "үлкен мемлекет пен халық, жаңа заң туралы кітап, ел мен жер, су мен тау, "


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query for each such word."""
    known = words.accept
    if known is None:
        return
    unknown = words.unknown()
    for form in words.once():
        if form not in unknown and (form.islower() or not form[1:].islower()):
            continue
        if not SHORTEST_WHOLE <= len(form) <= LONGEST or "-" in form:
            continue
        parts = _parted(form, words, known)
        for word in standing(text, form, WORD) if parts and not known(form) else ():
            told = f"{form!r} is unknown, {parts!r} are words of the text"
            yield Edit(*word.span(), parts, told, 0.6, query=True)


def _parted(form: str, words: Words, known: Callable[[str], bool]) -> str:
    """Return an unknown word as the two it may be, or nothing where none or several places part it."""
    counts, lower = words.lowered(), without_case(form)
    cuts = [
        cut
        for cut in range(SHORTEST, len(form) - SHORTEST + 1)
        if lower[cut:] in counts and lower[:cut] in counts
    ]
    cuts = [cut for cut in cuts if known(form[:cut]) and known(form[cut:])]
    return f"{form[: cuts[0]]} {form[cuts[0] :]}" if len(cuts) == 1 else ""


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
