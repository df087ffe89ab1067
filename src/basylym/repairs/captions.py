"""Let the caption of a table or a figure stand as a paragraph of its own.

A line that opens with "Table 1", "1-сурет", "Рис. 2." behind a sentence's end, and is no sentence about the
table. It goes on over the lines that are filled; where a full line may or may not be its last, it is left,
and so is one that is short, below which a small letter may open a cell of the table.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from basylym.model.captions import CAPTION, caption
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._lines import (
    HYPHENATED,
    INNER_END,
    SENTENCE_END,
    Line,
    is_filled,
    lines_of,
    longest,
    shown,
)

SHORT = 0.5  # of the width: below so short a line a cell of the table may stand
FULL = 0.93  # of the width: with letters of several widths, no line is filled more surely
OPENS = '«“„"(['
ROW, ALIKE = 40, 0.75  # signs of a row that may be filled to a width of its own; of the next one
SPACES = " \t\u00a0\u2003"


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each gap above and below a caption, and inside it."""
    lines = lines_of(text)
    if not any(CAPTION.match(line.text) for line in lines):
        return
    how = shown(text)
    width, full = how.width, 0.0 if how.exact else FULL * how.width
    short = SHORT * (width or longest(text))
    for at, line in enumerate(lines):
        before = lines[at - 1].text.strip() if at else ""
        if _is_caption(line.text) and (not before or SENTENCE_END.search(before) or _is_caption(before)):
            if before and not _is_caption(before):
                yield _gap(lines[at - 1], line, "\n\n", "a caption begins")
            if not _breaks(lines, at, width):
                yield from _to_its_end(lines, at, width, full, short, words.page_ends)


def _breaks(lines: Sequence[Line], at: int, width: int) -> bool:
    """Tell whether a figure may stand in the middle of a sentence, which then goes on below its caption."""
    above = next((one.text.strip() for one in reversed(lines[:at]) if one.text.strip()), "")
    below = lines[at + 1].text.strip() if at + 1 < len(lines) else ""
    if not above or not below[:1].islower() or (width and is_filled(lines[at].text.strip(), below, width)):
        return False
    return SENTENCE_END.search(above) is None


def _is_caption(line: str) -> bool:
    """Tell whether a line is a caption: «рис. 1. Он» is one that a sentence names."""
    line = line.strip()
    return caption(line) is not None and not line[:1].islower()


def _to_its_end(
    lines: Sequence[Line], at: int, width: int, full: float, short: float, page_ends: Sequence[int]
) -> Iterator[Edit]:
    prose = False  # whether sentences stand in it
    while at + 1 < len(lines) and lines[at + 1].text.strip():
        if bisect_left(page_ends, lines[at].end) < bisect_right(page_ends, lines[at + 1].start):
            return  # what the next page opens with is no part of it
        one, two = lines[at].text.strip(), lines[at + 1].text.strip()
        broken, ended = HYPHENATED.search(one), SENTENCE_END.search(one)
        filled = bool(width) and is_filled(one, two, width)
        prose = prose or bool(INNER_END.search(one))
        as_wide = len(one) >= ROW and len(one) >= ALIKE * len(two)  # a caption set narrower than the text
        if not (_is_caption(two) or ended or filled or broken or two[0].islower()) and (prose or as_wide):
            return
        if not _is_caption(two) and not filled and (two[0] in OPENS or not _names(one)):
            return  # a word in quotation marks may be its last one, and a bare number has its words below
        if ended and full and not (_is_caption(two) or filled or broken) and is_filled(one, two, full):
            return  # so nearly full a line need not be its last one
        if _is_caption(two) or not (filled or broken or two[0].islower()):
            yield _gap(lines[at], lines[at + 1], "\n\n", "the caption ends here")
            return
        cell = (
            " " not in two
            and not SENTENCE_END.search(two)
            and (at + 2 == len(lines) or not lines[at + 2].text.strip())
        )
        if ended or (not broken and (len(one) < short or (cell and not filled))):
            return
        if not broken:
            yield _gap(lines[at], lines[at + 1], " ", "a line end inside a caption")
        at += 1


def _names(line: str) -> bool:
    """Tell whether a line holds more than the number of a caption."""
    found = caption(line)
    return found is None or bool(found["title"].strip())


def _gap(one: Line, two: Line, after: str, told: str) -> Edit:
    start = one.end - len(one.text) + len(one.text.rstrip(SPACES))
    return Edit(start, two.end - len(two.text.lstrip(SPACES)), after, told, 0.93)


RULE = Rule(
    phase=Phase.LINES,
    find=find,
    examples=(
        Example(
            "en",
            "We drew a map.\nFigure 1. Foxes in Leeds\nThey live in towns.",
            "We drew a map.\n\nFigure 1. Foxes in Leeds\n\nThey live in towns.",
        ),
        Example(
            "kk",
            "Карта сызылды.\n1-сурет – Алматы\nҚала өсті.",
            "Карта сызылды.\n\n1-сурет – Алматы\n\nҚала өсті.",
        ),
        Example("ru", "Вот карта.\nРис. 2. Алма-Ата\nи область", "Вот карта.\n\nРис. 2. Алма-Ата и область"),
    ),
    counterexamples=(
        ("en", "This is so, as\nFigure 1. The foxes\nshow."),
        ("en", "They live here.\nTable 1 shows the foxes\nby town."),
        ("ru", "Это так.\nТаблица 2 показывает рост\nторговли."),
    ),
    rank=5,
)
