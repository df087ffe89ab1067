"""Put back Kazakh letters that a code page without them replaced by those of other languages.

KZ-1048 and PT154 hold Kazakh letters where windows-1251 holds Serbian, Belarusian and Ukrainian
ones: a text read as the wrong one says «Ќазаќстан». A word is mended only if every letter of it
is then of the language, and only where the lexicon knows the word or the text shows several.

Source: KZ-1048 (STRK1048-2002) and PT154, as registered with IANA.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from unicodedata import normalize

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._unseen import JOINERS, LINE_END_HYPHEN, SOFT_HYPHEN, UNSEEN

PAGES = ("kz1048", "ptcp154")
SEVERAL = 3
SHORTEST = 4
BETWEEN = re.compile(f"[{UNSEEN}{JOINERS}{SOFT_HYPHEN}\u0300-\u036f]")


@cache
def _table(page: str, letters: str) -> Mapping[str, str]:
    """Return what windows-1251 shows -> the letter of the language that stands there in ``page``."""
    table = {}
    for byte in range(0x80, 0x100):
        shown, meant = (bytes([byte]).decode(name, "ignore") for name in ("cp1251", page))
        if shown != meant and meant.lower() in letters and shown.lower() not in letters:
            table[shown] = meant
    return table


@cache
def _words(page: str, letters: str, alike: str) -> re.Pattern[str]:
    strange = "".join(map(re.escape, _table(page, letters)))
    own = re.escape(letters + letters.upper() + alike)
    between = f"[{UNSEEN}{JOINERS}{SOFT_HYPHEN}\u0300-\u036f]"
    return re.compile(f"(?:[{own}{strange}]{between}*)*[{strange}](?:{between}*[{own}{strange}])*")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each word that is one of the language once its code page is put right.

    Where both pages could be meant, the one that more words are of comes first; the other has what is left,
    so that a second run finds nothing.
    """
    alike = "".join(language.lookalikes)
    native = str.maketrans(dict(language.lookalikes))
    pages: dict[str, list[tuple[int, int, str]]] = {}
    for page in PAGES:
        table = _table(page, language.letters) if language.letters else {}
        if not table or words.chunks.signs.isdisjoint(table):
            continue
        found = pages.setdefault(page, [])
        for word in _words(page, language.letters, alike).finditer(text):
            for start, end in _wholes(word, text):
                meant = "".join(table.get(letter, letter) for letter in text[start:end])
                if any(map(str.isalpha, meant)) and not table.keys().isdisjoint(text[start:end]):
                    found.append((start, end, normalize("NFC", BETWEEN.sub("", meant))))
    taken: set[int] = set()
    for page, found in sorted(pages.items(), key=lambda one: -len(one[1])):
        left = [one for one in found if taken.isdisjoint(range(*one[:2]))]
        several = len({mended.translate(native).lower() for _, _, mended in left if len(mended) > 1})
        for start, end, mended in left:
            long = len(mended) >= SHORTEST  # two or three letters may be a word of anything
            known = long and words.accept is not None and words.accept(mended.translate(native).lower())
            if several >= SEVERAL or known:
                taken |= set(range(start, end))
                yield Edit(start, end, mended, f"{page} that was read as windows-1251", 0.98)


def _wholes(word: re.Match[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of a word, or of its parts at a line-end hyphen that are whole alone."""
    if _is_whole(text, *word.span()):
        yield word.span()
    elif LINE_END_HYPHEN in word.group():
        start = word.start()
        for part in word.group().split(LINE_END_HYPHEN):
            if part and _is_whole(text, start, start + len(part)):
                yield start, start + len(part)
            start += len(part) + 1


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = start - 1, end
    while before >= 0 and BETWEEN.match(text[before]) and text[before] != LINE_END_HYPHEN:
        before -= 1
    while after < len(text) and BETWEEN.match(text[after]) and text[after] != LINE_END_HYPHEN:
        after += 1
    return not (before >= 0 and text[before].isalpha()) and not (after < len(text) and text[after].isalpha())


RULE = Rule(
    phase=Phase.CODE_POINTS,
    find=find,
    examples=(
        Example("kk", "Ќазаќстан халќыныѕ тілі", "Қазақстан халқының тілі"),
        Example("kk", "їлкен ґзен, јлем", "үлкен өзен, әлем"),
        Example("kk", "Њаза, баќња, ќаласыныњ ќазаќ", "Ңаза, бақңа, қаласының қазақ"),
    ),
    counterexamples=(
        ("kk", "Љубљана мен Ћирић туралы"),
        ("ru", "Їжак, ґанок, є, ѕвезда"),
        ("kk", "Қазақстан, үлкен, ± 5, «сөз»"),
    ),
    rank=5,
)
