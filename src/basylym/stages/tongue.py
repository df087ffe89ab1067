"""A text, language packs -> which language its letters look like; and the pack of no language.

Only letters are counted, of the script that most of them are in, for articles have summaries and
references in other languages: enough to tell languages that have letters of their own; where two
remain, the one whose letters cover the text with the smallest alphabet. Whether it is that one, and no
neighbour without a pack, the commonest words tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields

from basylym.model.language import Language, Locators, Terms

UNDETERMINED = "und"
SAMPLE = 100_000
COVERED = 0.97
HELD = 0.7
HELD_BY_NEXT = 0.95  # where the first is not spoken: a summary or a song may have turned the scale
LEAST = 4  # a script with fewer than one letter in so many is that of quotations
ENOUGH = 40  # words that show how often the commonest come
OWN = 0.002
VARIED = 25  # different words, as a sentence typed again and again has not
FEW = 0.25  # of the commonest words: so many must be others than the one that comes most
WORD = re.compile(r"[^\W\d_]+")
SCRIPTS = {"Latn": ("a", "\u024f"), "Cyrl": ("\u0400", "\u052f")}


def told_by_letters(text: str, packs: Mapping[str, Language]) -> str:
    """Return the tag of the pack whose alphabet holds the letters of ``text``, or ``und``.

    Of packs that hold 97 in 100 letters the one with the smallest alphabet is taken, for a
    larger one holds the letters of its neighbours too; and then only if what the larger has
    besides is rarer than one letter in 200. What the letters say is believed where the text has the
    words and the letters that no page of the language does without: Spanish has nearly the letters of
    English, Kyrgyz those of Kazakh. If the letters of most are of no pack, those of another script
    may be, as in a Russian text about a program.
    """
    read = text[:SAMPLE].lower()
    scripts = _of_each_script(Counter(letter for letter in read if letter.isalpha()))
    whole = sum(letters.total() for letters in scripts)
    for letters in scripts:
        left, least = dict(packs) if letters.total() >= whole / LEAST else {}, HELD
        while (tag := _by_alphabet(letters, left, least)) != UNDETERMINED:
            if _is_spoken(read, letters, left.pop(tag)):
                return tag
            least = HELD_BY_NEXT
    return UNDETERMINED


def _by_alphabet(letters: Counter[str], packs: Mapping[str, Language], least: float) -> str:
    whole = letters.total()
    shares = {
        tag: sum(letters[letter] for letter in set(pack.letters)) / whole for tag, pack in packs.items()
    }
    best = max(shares.values(), default=0.0)
    near = [tag for tag, share in shares.items() if share >= min(best, COVERED) and share > best - 0.005]
    if best < least or not near:
        return UNDETERMINED
    return min(near, key=lambda tag: (len(packs[tag].letters), tag))


def _is_spoken(text: str, letters: Counter[str], pack: Language) -> bool:
    """Tell whether a text of some length has the commonest words and the hallmarks of the language."""
    alike = str.maketrans(
        dict(pack.lookalikes)
    )  # жəне with the ə of the phonetic alphabet is a word of Kazakh
    words = [word.translate(alike) for word in WORD.findall(text) if word[0] in letters]
    if len(words) < ENOUGH:
        return True
    common = Counter(word for word in words if word in pack.commonest)
    varied = len(set(words)) >= VARIED
    others = common.total() - max(common.values(), default=0)  # Kabardian has «и» as often as Russian
    own = sum(letters[letter] for letter in pack.hallmarks)
    spoken = common.total() >= pack.commonness * len(words) and (
        not varied or others >= FEW * pack.commonness * len(words)
    )
    return spoken and (not pack.hallmarks or own >= OWN * letters.total())


def _of_each_script(letters: Counter[str]) -> list[Counter[str]]:
    """Return the letters of each script, Latin, Cyrillic or another, that of most letters first."""
    scripts: dict[str, Counter[str]] = {}
    for letter, times in letters.items():
        script = next((name for name, block in SCRIPTS.items() if block[0] <= letter <= block[1]), "")
        scripts.setdefault(script, Counter())[letter] = times
    return sorted(scripts.values(), key=lambda one: -one.total())


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
    commonest=frozenset(),
    commonness=1.0,
    hallmarks="",
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
