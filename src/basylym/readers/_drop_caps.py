"""The lines of a page -> the same with a large first letter in the word that it begins.

A letter that fills two lines or more stands beside them. Whether it is a word by itself, such as A, the
other words of the text tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from basylym.adapters.pdf_text import Line

LARGE = 1.8  # of the text's size
NEAR = 1.2  # of the text's size, between the letter and the lines beside it
SEVERAL = 2  # times that a word stands in a text which has it elsewhere too
BELOW = 1.5  # of the text's size: a line that stands in as well, below the letter's foot
LEAST = 2  # lines beside it
CAPITAL = re.compile(r"[«“„\"]?[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+")


def words_of(pages: Sequence[Sequence[Line]]) -> Counter[str]:
    """The words of all lines, without case, and how often."""
    return Counter(word.casefold() for lines in pages for line in lines for word in WORD.findall(line.text))


def with_capitals(lines: Sequence[Line], usual: float, words: Counter[str]) -> list[Line]:
    """Return the lines of a page, each large first letter in its word.

    Args:
        usual: the text's size, pt.
        words: those of the whole text, without case, and how often.
    """
    made = list(lines)
    for capital in [line for line in lines if _is_capital(line, usual)]:
        beside = sorted(
            (line for line in made if _stands_beside(line, capital, usual)), key=lambda one: one.base
        )
        if len(beside) < LEAST:
            continue
        made = [line for line in made if line is not capital and line not in beside]
        made.append(_begun(beside[0], capital, words))
        made += (replace(line, left=capital.left, start=capital.left) for line in beside[1:])
    return made


def _is_capital(line: Line, usual: float) -> bool:
    letter = CAPITAL.fullmatch(line.text)
    return bool(letter) and line.size >= LARGE * usual and line.text[-1].isupper()


def _stands_beside(line: Line, capital: Line, usual: float) -> bool:
    level = capital.base - capital.size < line.base <= capital.base + BELOW * usual
    near = 0 <= line.left - capital.right + 1 < NEAR * usual + 1
    return level and near and line.size < LARGE * usual


def _begun(line: Line, capital: Line, words: Counter[str]) -> Line:
    first = WORD.match(line.text)
    word = first[0].casefold() if first else ""
    whole = capital.text[-1].casefold() + word
    gap = "" if word and (whole in words or words[word] < SEVERAL) else " "
    shift = len(capital.text) + len(gap)
    return replace(
        line,
        text=capital.text + gap + line.text,
        left=capital.left,
        start=capital.left,
        raised=tuple((start + shift, end + shift) for start, end in line.raised),
        words=(),
        typed="",
        pitch=0.0,
    )
