"""Put back the native letter where a foreign look-alike was typed.

Keyboards, recognition of scans and old fonts leave Latin letters inside Cyrillic words. The eye
cannot see them; search, hyphenation and sorting can. A word is mended only if each of its
foreign letters has a look-alike and native letters are the majority. Where a capital alone is foreign
after a word that the text has, as in ПАКЕТX, it may be meant and is asked about.

Source: Unicode UTS #39, Security Mechanisms, section 5.1 (mixed-script detection).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._unseen import LINE_END_HYPHEN

INSIDE = f"(?:[^\\W\\d_]|{LINE_END_HYPHEN})*"  # a word broken over a line is one word
MIXED = Inside(rf"\b(?={INSIDE}[A-Za-z])(?={INSIDE}[\u0400-\u052f])[A-Za-z\u0400-\u052f{LINE_END_HYPHEN}]+\b")
CYRILLIC = re.compile(r"[\u0400-\u052f]")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each word of two scripts that look-alikes explain."""
    table = str.maketrans(dict(language.lookalikes))
    for word in MIXED.finditer(words.chunks) if language.lookalikes else ():
        letters = word.group()
        mended = letters.translate(table)
        native = len(CYRILLIC.findall(letters))
        whole = len(letters) - letters.count(LINE_END_HYPHEN)
        if 2 * native > whole == len(CYRILLIC.findall(mended)):
            changed = [(old, new) for old, new in zip(letters, mended, strict=True) if old != new]
            told = ", ".join(f"U+{ord(old):04X} for U+{ord(new):04X}" for old, new in dict.fromkeys(changed))
            marked = letters.isupper() and bool(words.count(letters[:-1])) and not CYRILLIC.match(letters[-1])
            yield Edit(*word.span(), mended, f"two scripts in one word: {told}", query=marked)


RULE = Rule(
    phase=Phase.LETTERS,
    find=find,
    examples=(
        Example("kk", "бiлiм", "білім"),
        Example("ru", "наукa и oбщество", "наука и общество"),
    ),
    counterexamples=(("kk", "DNA-талдау"), ("ru", "Windows"), ("en", "наукa"), ("ru", "IT-отдел")),
)
