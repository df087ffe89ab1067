"""Write a control character as the letters or the sign that a font of TeX has at its place.

Extractors that find no names of letters in a PDF of TeX's European fonts leave their codes: U+001C is fi
there, U+0015 an en dash. A word is mended where the lexicon or the text knows it; where the text shows
several, all are, and the signs beside them are put back too; a dash between figures is put back always.
Where nothing tells, the code goes like any other that nobody can see, and is asked about.

Source: Cork encoding (T1) of 1990, as TUGboat 11 (1990), p. 514, prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

LETTERS = {"\x1b": "ff", "\x1c": "fi", "\x1d": "fl", "\x1e": "ffi", "\x1f": "ffl"}
SIGNS = {"\x10": "“", "\x11": "”", "\x12": "„", "\x13": "«", "\x14": "»", "\x15": "–", "\x16": "—"}
TABLE = str.maketrans(LETTERS)
CODED = "".join(LETTERS)
WORD = re.compile(rf"(?<![^\W\d_])(?:[^\W\d_]|[{CODED}])*[{CODED}](?:[^\W\d_]|[{CODED}])*")
SIGN = re.compile(rf"(?<=[\w.,;:!?)])[{''.join(SIGNS)}]|[{''.join(SIGNS)}](?=[\w(])")
BETWEEN = re.compile(r"(?<=\d)\x15(?=\d)")  # 4\x155: nothing but a range has a code there
SOUGHT = Inside(f"[{CODED}\x15]")
SHOWN = 3  # words that show which font it was


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each such word, and a question for each that nothing tells."""
    if not SOUGHT.stands(words.chunks):
        return
    found = [word for word in WORD.finditer(text) if len(word[0]) > 1]
    known = [word for word in found if _is_known(word[0].translate(TABLE), words)]
    shown = len({word[0] for word in known}) >= SHOWN
    for word in found:
        sure = shown or word in known
        told = (
            "the codes of ligatures in a font of TeX" if sure else "letters were lost here: ligatures of TeX?"
        )
        for code in re.finditer(f"[{CODED}]", word[0]):
            start = word.start() + code.start()
            if sure:
                yield Edit(start, start + 1, LETTERS[code[0]], told, 0.97 if word in known else 0.9)
            else:
                yield Edit(start, start + 1, LETTERS[code[0]], told, 0.5, query=True)
    for sign in (SIGN if shown else BETWEEN).finditer(text):
        yield Edit(*sign.span(), SIGNS[sign[0]], "the code of a sign in a font of TeX", 0.9)


def _is_known(word: str, words: Words) -> bool:
    return words.count(word) > 0 or bool(words.accept and words.accept(word.lower()))


RULE = Rule(
    phase=Phase.CODE_POINTS,
    find=find,
    examples=(
        Example(
            "en", "a fine field, flow; a \x1cne \x1celd, \x1dow", "a fine field, flow; a fine field, flow"
        ),
        Example(
            "en",
            "fine, field, flow: \x1cne, \x1celd, \x1dow 1\x152",
            "fine, field, flow: fine, field, flow 1–2",
        ),
    ),
    counterexamples=(("en", "a bare \x1c between"), ("en", "a fine field \x15 5")),
    rank=4,
)
