"""A text, language packs -> which language its letters look like; and the pack of no language.

Only letters are counted, of the script that most of them are in, for articles have summaries and
references in other languages: enough to tell languages that have letters of their own; where two
remain, the one whose letters cover the text with the smallest alphabet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields

from basylym.model.language import Language, Locators, Terms

UNDETERMINED = "und"
SAMPLE = 100_000
COVERED = 0.97
SCRIPTS = {"Latn": ("a", "\u024f"), "Cyrl": ("\u0400", "\u052f")}


def told_by_letters(text: str, packs: Mapping[str, Language]) -> str:
    """Return the tag of the pack whose alphabet holds the letters of ``text``, or ``und``.

    Of packs that hold 97 in 100 letters the one with the smallest alphabet is taken, for a
    larger one holds the letters of its neighbours too; and then only if what the larger has
    besides is rarer than one letter in 200.
    """
    letters = _of_one_script(Counter(letter for letter in text[:SAMPLE].lower() if letter.isalpha()))
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


def _of_one_script(letters: Counter[str]) -> Counter[str]:
    """Return the letters of the script that most of them are in: Latin, Cyrillic or another."""
    scripts: dict[str, Counter[str]] = {}
    for letter, times in letters.items():
        script = next((name for name, block in SCRIPTS.items() if block[0] <= letter <= block[1]), "")
        scripts.setdefault(script, Counter())[letter] = times
    return max(scripts.values(), key=lambda one: one.total(), default=Counter())


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
    spaced_signs=":;!?",
)
"""What is true in no language in particular: rules that need a language find nothing with it."""
