"""Join the lines of a paragraph, and part the paragraphs, as the text itself shows.

Three habits are told apart by counting: lines filled to one width; one sentence a line; one
paragraph a line. A text that shows none of them keeps its line ends. Blank lines always part
paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._lines import SENTENCE_END, Mode, is_filled, shown

ONE = "[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
SPACE = f"{ONE}*"
NEARLY = 0.8
BREAK = re.compile(rf"(?<!{ONE}){SPACE}\n(?:{SPACE}\n)*{SPACE}")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each line end or run of them that is written otherwise."""
    lines = shown(text)
    for gap in BREAK.finditer(text):
        feeds = gap.group().count("\n")
        if gap.start() == 0 or gap.end() == len(text):
            yield Edit(*gap.span(), "", "an empty line at the text's edge")
        elif feeds > 1:
            if gap.group() != "\n\n":
                yield Edit(*gap.span(), "\n\n", "a blank line parts two paragraphs")
        elif lines.mode is Mode.SENTENCES:
            yield Edit(*gap.span(), " ", f"{lines.mode.value}: a line end inside a paragraph", 0.97)
        elif lines.mode is Mode.PARAGRAPHS:
            yield Edit(*gap.span(), "\n\n", f"{lines.mode.value}", 0.95)
        elif lines.mode is Mode.WRAPPED:
            yield from _unwrapped(text, gap, lines.width)


def _unwrapped(text: str, gap: re.Match[str], width: int) -> Iterator[Edit]:
    one = text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()].strip()
    end = text.find("\n", gap.end())
    two = text[gap.end() : end if end >= 0 else len(text)]
    told = f"{Mode.WRAPPED.value}, {width} signs"
    runs_on = not SENTENCE_END.search(one) and (two[0].islower() or len(one) > NEARLY * width)
    if runs_on or is_filled(one, two, width):
        yield Edit(*gap.span(), " ", f"{told}: a line end inside a paragraph", 0.97)
    elif SENTENCE_END.search(one):
        yield Edit(*gap.span(), "\n\n", f"{told}: a short line ends a paragraph", 0.9)


RULE = Rule(
    phase=Phase.LINES,
    find=find,
    examples=(
        Example("en", "One.\n \n\nTwo.\n", "One.\n\nTwo."),
        Example(
            "en",
            "The first line of this text was filled to\na narrow width by a program that knew of\n"
            "no other way to show where a line should\nend, and so each line here stops near the\n"
            "same column.",
            "The first line of this text was filled to a narrow width by a program that knew of "
            "no other way to show where a line should end, and so each line here stops near the "
            "same column.",
        ),
        Example(
            "ru",
            "Первое слово.\nВторое слово.\nТретье здесь.\n\nНовый абзац.\nЕщё одно.\nИ ещё.\nПоследнее.",
            "Первое слово. Второе слово. Третье здесь.\n\nНовый абзац. Ещё одно. И ещё. Последнее.",
        ),
    ),
    counterexamples=(
        ("en", "Roses are red,\nviolets are blue"),
        ("ru", "Иванов И. И.\nКазахский университет"),
    ),
    rank=3,
)
