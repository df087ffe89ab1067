"""Take lines together that a blank line follows each, as in a text typed double-spaced.

Where blank lines stand all over the middle of sentences they part nothing. Told by lines that are filled to
one width, or that are one sentence each where the text marks its paragraphs otherwise. Then one blank line
is a line end, and more of them part two paragraphs; where none has more, a line that ends before its width
may end a paragraph, and keeps its blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._lines import (
    FALSE_END,
    MARK_SHOWN,
    SPACES,
    SPLIT,
    Mode,
    ends_sentence,
    is_filled,
    lists_or_closes,
    set_off,
    shown,
    width_of,
)

GAP = re.compile(rf"\n(?:[{SPACES}]*\n)*")
MARK = ".."  # of a paragraph
LEAST = 8  # lines with a blank line behind them
SINGLE, RUNNING = 0.1, 0.25  # share of lines without one; of those that run on in a small letter
TOLD = "a blank line follows each line, and most stand inside sentences"
ASKED = "this line is full and ends a sentence, and a blank line follows each: does its paragraph go on?"


class Gap(NamedTuple):
    """What stands between two lines that hold something: its span, its line feeds, and the two lines."""

    start: int
    end: int
    feeds: int
    before: str
    after: str


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each gap that is twice as wide as it was meant, or a question."""
    if text.count("\n\n") < LEAST and "\n " not in text and "\n\t" not in text:
        return
    spans = _spans(text)
    feeds = [text.count("\n", start, end) for start, end in spans]
    if feeds.count(2) < LEAST or feeds.count(1) > SINGLE * feeds.count(2):
        return
    gaps = _gaps(text, spans)
    parted = any(gap.feeds > 2 for gap in gaps)
    width = _width(text)
    if width:
        yield from _filled(gaps, width, parted)
    elif _are_sentences(text, gaps):
        for gap in gaps:
            yield from _halved(gap)


def _spans(text: str) -> list[tuple[int, int]]:
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    return [found.span() for found in GAP.finditer(text, first, last)]


def _gaps(text: str, spans: list[tuple[int, int]]) -> list[Gap]:
    edges = [0, *chain.from_iterable(spans), len(text)]
    lines = [text[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [
        Gap(start, end, text.count("\n", start, end), before, after)
        for (start, end), (before, after) in zip(spans, pairwise(lines), strict=True)
    ]


def _width(text: str) -> int:
    """Return the width that lines with a blank one behind them are filled to, or 0 if they do not run on."""
    lines = set_off(text)
    pairs = [
        (one, two)
        for one, none, two in zip(lines, lines[1:], lines[2:], strict=False)
        if one and two and not none
    ]
    running = sum(not ends_sentence(one) and two.lstrip()[0].islower() for one, two in pairs)
    prose = sum(not lists_or_closes(one, two) for one, two in pairs)
    return width_of(pairs) if running >= RUNNING * prose else 0


def _are_sentences(text: str, gaps: list[Gap]) -> bool:
    """Tell whether each line is one sentence, and the text shows by more than blank lines that they are."""
    pieces: list[str] = []
    place = 0
    for gap in gaps:
        pieces += (text[place : gap.start], "\n" * _meant(gap))
        place = gap.end
    halved = "".join((*pieces, text[place:]))
    split = len(FALSE_END.findall(halved)) >= SPLIT
    if not split and halved.count(MARK) < MARK_SHOWN:  # most texts: no need to look at their lines
        return False
    how = shown(halved)
    return how.mode is Mode.SENTENCES and (split or how.marks >= MARK_SHOWN)


def _filled(gaps: list[Gap], width: int, parted: bool) -> Iterator[Edit]:
    for gap in gaps:
        if gap.feeds != 2 or parted:
            yield from _halved(gap)
        elif lists_or_closes(gap.before, gap.after) or not is_filled(gap.before, gap.after, width):
            continue
        elif ends_sentence(gap.before) and not gap.after[0].islower():
            yield Edit(gap.start, gap.end, " ", ASKED, 0.5, query=True)
        else:
            yield from _halved(gap)


def _halved(gap: Gap) -> Iterator[Edit]:
    if gap.feeds > 1:
        yield Edit(gap.start, gap.end, "\n" * _meant(gap), TOLD, 0.95)


def _meant(gap: Gap) -> int:
    return (gap.feeds + 1) // 2


EN = (
    "The first line of this text was filled to",
    "a narrow width by a program that knew of",
    "no other way to show where a line should",
    "end, and so each line here stops near the",
    "same col-",
    "umn.",
    "A blank line was put behind each of them,",
    "so that an editor had room to write down",
    "what he thought, and none of them was to",
    "part a paragraph from the next one.",
)
RU = (
    "Каждая строка этого текста набрана до",
    "одной и той же ширины, и после каждой",
    "из них стоит пустая строка, чтобы было",
    "где писать замечания редактору,",
    "который читал рукопись в те годы, когда",
    "машинка не умела иначе.",
    "Новый абзац начинается там, где пустых",
    "строк больше одной, и это видно по всей",
    "рукописи без исключения, от первой",
    "страницы до последней.",
)
RULE = Rule(
    phase=Phase.SPACING,
    find=find,
    examples=(
        Example("en", "\n\n".join(EN), "\n".join(EN[:6]) + "\n\n" + "\n".join(EN[6:])),
        Example(
            "ru",
            "\n\n".join(RU[:6]) + "\n\n\n\n" + "\n\n".join(RU[6:]),
            "\n".join(RU[:6]) + "\n\n" + "\n".join(RU[6:]),
        ),
        Example(
            "kk",
            "\n\n".join(
                "Бір нәрсе болды..Екінші де болды.|Ол ұзақ болды.|Кейін А.|Серіков келді.".split("|") * 3
            ),
            "\n".join(
                "Бір нәрсе болды..Екінші де болды.|Ол ұзақ болды.|Кейін А.|Серіков келді.".split("|") * 3
            ),
        ),
    ),
    counterexamples=(
        (
            "en",
            "\n\n".join(f"This is paragraph {number}, and it says one thing only." for number in range(12)),
        ),
        ("ru", "\n\n".join(["Иванов И. И.", "Казахский университет", "Алматы"] * 4)),
        ("en", "\n".join(EN)),
    ),
)
