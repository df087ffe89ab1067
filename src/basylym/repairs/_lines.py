"""A text -> how its line ends are meant: what its own lines show, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise

SENTENCE_END = re.compile(r"[.!?…](?:[»”\"’')\]]|\s?\[[^\]\n]{1,40}\])*$")
INNER_END = re.compile(r"(?<=[^\W\d_]{3})[»”\")\]]?[.!?…] +[«“\"(]?[^\W\d_]")
FALSE_END = re.compile(r"(?:^|[\s(«“])[^\W\d_a-zа-я]\.\n[^\W\d_]")
MARKED = re.compile(r"(?<=[^\W_\]])[»”\")\]]?\.\.(?=[«“\"(]?[^\W_])|\]\.\.(?=[«“\"(]?[^\W_])")
MARK_SHOWN = 3
NARROW, WIDE = 30, 160


class Mode(Enum):
    """What a single line end means in this text; ``UNKNOWN`` where the text does not show it."""

    WRAPPED = "lines are filled to one width"
    SENTENCES = "each line is one sentence"
    PARAGRAPHS = "each line is one paragraph"
    UNKNOWN = "the text does not show what its line ends mean"


@dataclass(frozen=True, slots=True)
class Lines:
    """What the lines of a text show: the mode, the width of wrapped lines, paragraph marks."""

    mode: Mode
    width: int
    marks: int


@lru_cache(maxsize=4)
def shown(text: str) -> Lines:
    """Return what the line ends of ``text`` show."""
    lines = [line.strip() for line in text.strip().split("\n")]
    marks = sum(1 for mark in MARKED.finditer(text) if _opens(text, mark.end()))
    junctions = [(one, two) for one, two in pairwise(lines) if one and two]
    width = _width(junctions)
    if width:
        return Lines(Mode.WRAPPED, width, marks)
    full = [line for line in lines if line]
    blank = len(full) < len(lines)
    ended = sum(1 for line in full if SENTENCE_END.search(line))
    inner = sum(len(INNER_END.findall(line)) for line in full)
    split = len(FALSE_END.findall(text))
    one_each = ended >= 0.85 * len(full) and inner <= 0.15 * len(full)
    if len(junctions) >= 5 and one_each and (blank or split >= 2 or marks >= MARK_SHOWN):
        return Lines(Mode.SENTENCES, 0, marks)
    if not blank and len(full) >= 3 and ended >= 0.5 * len(full) and _median(full) > WIDE:
        return Lines(Mode.PARAGRAPHS, 0, marks)
    return Lines(Mode.UNKNOWN, 0, marks)


def _opens(text: str, place: int) -> bool:
    letter = text[place].lower() if text[place] in '«“"(' else text[place]
    return not letter.islower()


def _median(lines: list[str]) -> int:
    lengths = sorted(map(len, lines))
    return lengths[len(lengths) // 2]


def _width(junctions: list[tuple[str, str]]) -> int:
    """Return the width that lines are filled to, or 0 where they are not."""
    if len(junctions) < 3:
        return 0
    lengths = sorted(len(one) for one, _ in junctions)
    for longer in (20, 10, 5):  # a few lines may stand out of the column
        width = lengths[-1 - len(lengths) // longer]
        filled = [junction for junction in junctions if is_filled(*junction, width)]
        running = [one for one, _ in filled if not SENTENCE_END.search(one)]
        if len(filled) >= 0.75 * len(junctions) and 2 * len(running) >= len(filled):
            return width if NARROW <= width <= WIDE else 0
    return 0


def is_filled(one: str, two: str, width: int) -> bool:
    """Tell whether the first word of line ``two`` had no room at the end of line ``one``."""
    return len(one) + 1 + len(two.split(None, 1)[0]) > width
