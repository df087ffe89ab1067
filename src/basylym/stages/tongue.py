"""A text, language packs -> which language its letters look like; and the pack of no language.

Only letters are counted: enough to tell scripts apart, and languages that have letters of
their own; where two remain, the one whose letters cover the text with the smallest alphabet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields

from basylym.model.language import Language, Locators, Terms

UNDETERMINED = "und"
SAMPLE = 100_000
COVERED = 0.97


def told_by_letters(text: str, packs: Mapping[str, Language]) -> str:
    """Return the tag of the pack whose alphabet holds the letters of ``text``, or ``und``.

    Of packs that hold 97 in 100 letters the one with the smallest alphabet is taken, for a
    larger one holds the letters of its neighbours too; and then only if what the larger has
    besides is rarer than one letter in 200.
    """
    letters = Counter(letter for letter in text[:SAMPLE].lower() if letter.isalpha())
    whole = letters.total()
    if not whole:
        return UNDETERMINED
    shares = {
        tag: sum(letters[letter] for letter in set(pack.letters)) / whole for tag, pack in packs.items()
    }
    best = max(shares.values(), default=0.0)
    near = [tag for tag, share in shares.items() if share >= min(best, COVERED) and share > best - 0.005]
    if best < 0.7 or not near:
        return UNDETERMINED
    return min(near, key=lambda tag: (len(packs[tag].letters), tag))


PLAIN = Language(
    tag=UNDETERMINED,
    script="Zyyy",
    autonym="",
    english_name="",
    region="",
    quotes=("“", "”"),
    nested_quotes=("‘", "’"),
    punctuation_in_quote=False,
    decimal=".",
    vowels=frozenset(),
    letters="",
    terms=Terms(**{field.name: "" for field in fields(Terms)}),
    csl_terms={},
    date=str,
    locators=Locators(labels={}),
    abbreviations=frozenset(),
    year_marks=(),
    lookalikes={},
    case_endings=frozenset(),
    headings={},
    units=frozenset(),
)
"""What is true in no language in particular: rules that need a language find nothing with it."""
