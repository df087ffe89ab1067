"""Put back the native letter where a foreign look-alike was typed.

Keyboards, recognition of scans and old fonts leave Latin letters inside Cyrillic words. The eye
cannot see them; search, hyphenation and sorting can. A word is mended only if each of its
foreign letters has a look-alike and native letters are the majority, or where the word is known and the text
has the same letter wrong in three others, as in тiзiмi. Where a capital alone is foreign
after a word that the text has, as in ПАКЕТX, it may be meant and is asked about.

Source: Unicode UTS #39, Security Mechanisms, section 5.1 (mixed-script detection).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._unseen import LINE_END_HYPHEN

INSIDE = f"(?:[^\\W\\d_]|{LINE_END_HYPHEN})*"  # a word broken over a line is one word
FOREIGN = "A-Za-z\u018f\u0259\u019f\u0275"  # Latin letters, the schwa and the barred o among them
MIXED = Inside(
    rf"\b(?={INSIDE}[{FOREIGN}])(?={INSIDE}[\u0400-\u052f])[{FOREIGN}\u0400-\u052f{LINE_END_HYPHEN}]+\b"
)
INITIAL = Inside("(?<![^\\W\\d_])[\u018f\u019f](?=\\.)")  # no language here but Kazakh has them
SHOWN = 3  # words that show how the letter was typed
LATIN = re.compile("[A-Za-z]{2,}")
CYRILLIC = re.compile(r"[\u0400-\u052f]")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each word of two scripts that look-alikes explain."""
    table = str.maketrans(dict(language.lookalikes))
    found = list(MIXED.finditer(words.chunks)) if language.lookalikes else []
    pairs = Counter(pair for word in found if _is_native(word.group()) for pair in _changed(word, table))
    for initial in INITIAL.finditer(words.chunks) if found else ():
        letter = initial.group()
        if (
            letter in language.lookalikes
            and pairs[letter.lower(), language.lookalikes[letter].lower()] >= SHOWN
        ):
            mended = language.lookalikes[letter]
            yield Edit(*initial.span(), mended, f"an initial, as in words: {_told(letter, mended)}")
    for word in found:
        letters = word.group()
        mended = letters.translate(table)
        whole = len(letters) - letters.count(LINE_END_HYPHEN)
        changed = dict.fromkeys(_changed(word, table))
        usual = min((pairs[pair] for pair in changed), default=0) >= SHOWN
        known = usual and words.accept is not None and words.accept(mended.lower())
        named = any(
            words.count(run) for run in LATIN.findall(letters)
        )  # TEX in «TEXом» is the text's own word
        if whole == len(CYRILLIC.findall(mended)) and (known or _is_native(letters)) and not named:
            told = _told(letters, mended)
            doubtful = _may_be_a_sign(letters, mended, words)
            marked = letters.isupper() and bool(words.count(letters[:-1])) and not CYRILLIC.match(letters[-1])
            yield Edit(*word.span(), mended, f"two scripts in one word: {told}", query=marked or doubtful)


def _may_be_a_sign(letters: str, mended: str, words: Words) -> bool:
    """Tell whether a foreign letter may stand before a word of the text, as in ~Aархив, which makes none."""
    rest = letters[1:]
    if CYRILLIC.match(letters) or not CYRILLIC.fullmatch(rest[:1]) or not words.count(rest):
        return False
    known = words.count(mended) or (words.accept and words.accept(mended.lower()))
    return len(CYRILLIC.findall(rest)) == len(rest) and not known


def _is_native(letters: str) -> bool:
    """Tell whether most letters of a word are native."""
    return 2 * len(CYRILLIC.findall(letters)) > len(letters) - letters.count(LINE_END_HYPHEN)


def _told(letters: str, mended: str) -> str:
    pairs = dict.fromkeys(pair for pair in zip(letters, mended, strict=True) if pair[0] != pair[1])
    return ", ".join(f"U+{ord(old):04X} for U+{ord(new):04X}" for old, new in pairs)


def _changed(word: re.Match[str], table: dict[int, str]) -> list[tuple[str, str]]:
    pairs = zip(word.group(), word.group().translate(table), strict=True)
    return [(old.lower(), new.lower()) for old, new in pairs if old != new]


RULE = Rule(
    phase=Phase.LETTERS,
    find=find,
    examples=(
        Example("kk", "бiлiм", "білім"),
        Example("ru", "наукa и oбщество", "наука и общество"),
        Example("kk", "бiлiм, iлiм, тiл, тiзiм, тiзiмi", "білім, ілім, тіл, тізім, тізімі"),
    ),
    counterexamples=(("kk", "DNA-талдау"), ("ru", "Windows"), ("en", "наукa"), ("ru", "IT-отдел")),
)
