"""Part paragraphs where a converter wrote a full stop for each paragraph mark.

"слова..Новый абзац" is a full stop and a paragraph mark, but only in a text that shows the habit:
at least three, nearly all before a capital. A real ellipsis of three dots stays, and so do two
dots in a text without the habit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._lines import MARK_SHOWN, shown

DOTS = re.compile(r"(?<!\.)\.(?:\.|\.{3,})(?!\.)")
OPENS = re.compile(r"[ \t\u00a0]*\n?(?=[«“\"(]?(?:[^\W\d_]|\d))")
ENDS = re.compile(r"\s*\Z")
THREE = "Первый абзац..Второй абзац..Третий абзац..Четвёртый"


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each full stop with its paragraph marks."""
    if ".." not in text:
        return
    marks = shown(text).marks
    runs = list(DOTS.finditer(text))
    if marks < MARK_SHOWN or marks < 0.8 * (len(runs) - 2):
        return
    for run in runs:
        end = run.end()
        told = f"a full stop and {len(run.group()) - 1} paragraph mark(s), as {marks} times in this text"
        if closing := ENDS.match(text, end):
            yield Edit(run.start() + 1, closing.end(), "", f"{told}; the text ends here", 0.97)
        elif (opening := OPENS.match(text, end)) and not _first_letter(text, opening.end()).islower():
            yield Edit(run.start() + 1, opening.end(), "\n\n", told, 0.97)


def _first_letter(text: str, place: int) -> str:
    return text[place + 1 : place + 2] if text[place] in '«“"(' else text[place]


RULE = Rule(
    phase=Phase.LINES,
    find=find,
    examples=(
        Example("ru", f"{THREE}..", "Первый абзац.\n\nВторой абзац.\n\nТретий абзац.\n\nЧетвёртый."),
        Example("kk", "Бір....Екі..Үш..«Төрт» бес..Алты", "Бір.\n\nЕкі.\n\nҮш.\n\n«Төрт» бес.\n\nАлты"),
    ),
    counterexamples=(
        ("ru", "Один..Два"),
        ("ru", "Он думал... Потом ушёл... Затем вернулся... И снова."),
        ("en", "see ../a, ../b and ../c"),
    ),
    rank=4,
)
