"""A text -> how its line ends are meant: what its own lines show, or nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import NamedTuple

from basylym.model.wide_signs import written_without_spaces

# With which a sentence ends: in Armenian, Hindi, Arabic, Urdu, Chinese and Japanese too.
ENDS = ".!?…\u0589\u0964\u061f\u06d4\u3002\uff01\uff1f"
SENTENCE_END = re.compile(rf"[{ENDS}](?:[»”\"’')\]\ufffc]|\s?\[[^\]\n]{1, 40}\])*$")  # what is held is hidden
STOPS, AFTER_STOPS = ENDS, "»”\"’')]\ufffc\n"  # with which a match ends
# These start with the rarest of their signs and look back from it: the engine then skips to it at once.
INNER_END = re.compile(r"[.!?…](?:(?<=[^\W\d_]{3}.)|(?<=[^\W\d_]{3}[»”\")\]].)) +[«“\"(]?[^\W\d_]")
CAPITAL = "[" + "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper()) + "]"
FALSE_END = re.compile(rf"\.\n(?:(?<=[\s(«“]{CAPITAL}\.\n)|(?<=\A{CAPITAL}\.\n))(?=[^\W\d_])")
MARKED = re.compile(r"\.\.(?=[«“\"(]?[^\W_])(?:(?<=[^\W_]\.\.)|(?<=\]\.\.)|(?<=[^\W_\]][»”\")\]]\.\.))")
MARK_SHOWN, SPLIT = 3, 2  # paragraph marks, and sentences cut at initials, that show how lines are meant
SPACES = " \t\u00a0\u2003\u3000"
INDENT = re.compile(rf"[{SPACES}]{{1,12}}(?=[^{SPACES}\n])")
NARROW, WIDE = 30, 160
MANY_WIDE = 0.1  # of the signs of a text
SHOWN_WIDE = (
    3  # lines that no program broke, of a text without blank lines whose others are headings and items
)
OPENS_ITEM = re.compile(r"(?:[-–—•◦▪●*]|\(?(?:\d{1,2}|[^\W\d_]|[ivx]{1,4})[.)])[ \t\u00a0]")
MANY = 20  # lines that run on, to know how exactly
EXACT, RAGGED = 0.98, 0.9  # of them full
FILLED, SHARE = 3, 0.4  # full lines that show a width, and their share of lines that run on
HYPHENATED = re.compile(r"[^\W_][-\u2010\u00ad]\Z")


class Line(NamedTuple):
    """A line: its span and what stands on it; made by the thousand, so a tuple."""

    start: int
    end: int
    text: str


class Mode(Enum):
    """What a single line end means in this text; ``UNKNOWN`` where the text does not show it."""

    WRAPPED = "lines are filled to one width"
    SENTENCES = "each line is one sentence"
    PARAGRAPHS = "each line is one paragraph"
    UNKNOWN = "the text does not show what its line ends mean"


@dataclass(frozen=True, slots=True)
class Lines:
    """What the lines of a text show.

    Attributes:
        mode: what a line end means.
        width: of wrapped lines, in signs, or 0.
        marks: how many paragraph marks were written as full stops.
        indented: whether an indent opens a paragraph.
        blank: whether blank lines part paragraphs throughout, or, of lines that are paragraphs, some.
        full: the share of lines in a sentence that had no room for the next word; -1 where these are few.
    """

    mode: Mode
    width: int
    marks: int
    indented: bool = False
    blank: bool = False
    full: float = -1

    @property
    def exact(self) -> bool:
        """Whether a program that counts signs broke the lines."""
        return self.full >= EXACT

    @property
    def ragged(self) -> bool:
        """Whether lines end sooner and later, as where signs differ in width."""
        return 0 <= self.full < RAGGED


@lru_cache(maxsize=4)
def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of ``text``, blank ones too."""
    made, start = [], 0
    for row in text.split("\n"):
        end = start + len(row)
        made.append(Line(start, end, row))
        start = end + 1
    return tuple(made)


@lru_cache(maxsize=4)
def shown(text: str) -> Lines:
    """Return what the line ends of ``text`` show."""
    lines = set_off(text)
    if written_without_spaces(text, MANY_WIDE):
        return Lines(Mode.UNKNOWN, 0, 0)  # a line end may stand inside any word there
    marks = sum(1 for mark in MARKED.finditer(text) if _opens(text, mark.end()))
    junctions = [(one, two) for one, two in pairwise(lines) if one and two]
    width = width_of(junctions)
    if width:
        share = _share_of_full(junctions, width)
        return Lines(
            Mode.WRAPPED, width, marks, _opens_by_indent(text), _parts_by_blanks(lines, width), share
        )
    full = [line for line in lines if line]
    blank = len(full) < len(lines)
    ended = sum(map(ends_sentence, full))
    inner = sum(len(INNER_END.findall(line)) for line in full)
    split = len(FALSE_END.findall(text))
    one_each = ended >= 0.85 * len(full) and inner <= 0.15 * len(full)
    if len(junctions) >= 5 and one_each and (blank or split >= SPLIT or marks >= MARK_SHOWN):
        return Lines(Mode.SENTENCES, 0, marks)
    if not blank and len(full) >= 3 and ended >= 0.5 * len(full) and _median(full) > WIDE:
        return Lines(Mode.PARAGRAPHS, 0, marks)
    wide = [one for one, _ in junctions if len(one) > WIDE]  # nobody breaks lines at such a width
    if len(wide) >= (2 if blank else SHOWN_WIDE) and sum(map(ends_sentence, wide)) >= 0.9 * len(wide):
        return Lines(Mode.PARAGRAPHS, 0, marks, blank=True)
    return Lines(Mode.UNKNOWN, 0, marks)


def set_off(text: str) -> list[str]:
    """Return the lines of ``text`` without the margin that most of them have; an indent fills a line too."""
    lines = text.strip("\n").rstrip().split("\n")
    if not any(line[:1].isspace() for line in lines):
        return [line.strip() for line in lines]
    margin = _margin(lines)
    return [
        " " * max(0, len(line) - len(line.lstrip()) - margin) + line.strip() if line.strip() else ""
        for line in lines
    ]


def _margin(lines: Sequence[str]) -> int:
    depths = Counter(len(line) - len(line.lstrip()) for line in lines if line.strip())
    return depths.most_common(1)[0][0] if depths else 0


@lru_cache(maxsize=4)
def margin_of(text: str) -> int:
    """Return how many spaces most lines of ``text`` begin with."""
    return _margin(text.strip("\n").rstrip().split("\n"))


def _opens(text: str, place: int) -> bool:
    letter = text[place].lower() if text[place] in '«“"(' else text[place]
    return not letter.islower()


def _median(lines: list[str]) -> int:
    lengths = sorted(map(len, lines))
    return lengths[len(lengths) // 2]


def width_of(junctions: list[tuple[str, str]]) -> int:
    """Return the width that lines are filled to, or 0 where they are not.

    Lines that end a sentence may end a paragraph and prove nothing, nor do short ones that a capital
    follows: they may be headings. Of the others nearly all must be full, and they must be many.
    """
    junctions = [(one, two) for one, two in junctions if not lists_or_closes(one, two)]
    if len(junctions) < 4:
        return 0
    lengths = sorted(len(one) for one, _ in junctions)
    running = [
        (room_needed(one, two), len(one), two[0].islower())
        for one, two in junctions
        if not ends_sentence(one)
    ]
    for longer in (20, 10, 5):  # a few lines may stand out of the column
        width = lengths[-1 - len(lengths) // longer]
        filled = sum(needed > width for needed, _, _ in running)
        heads = sum(length <= width / 2 and not runs_on for _, length, runs_on in running)
        if filled >= max(FILLED, 0.8 * (len(running) - heads)) and filled >= SHARE * len(junctions):
            return width if NARROW <= width <= WIDE else 0
    return 0


def _share_of_full(junctions: list[tuple[str, str]], width: int) -> float:
    """Return the share of full lines among those that surely run on, or -1."""
    rooms = [
        is_filled(one, two, width)
        for one, two in junctions
        if len(one) > width / 2 and not (two[0].isupper() or ends_sentence(one))
    ]
    return sum(rooms) / len(rooms) if len(rooms) >= MANY else -1


def lists_or_closes(one: str, two: str) -> bool:
    """Tell whether a line ends before an item of a list, or closes one: such a line need not be full."""
    return one.endswith((":", ";")) or bool(OPENS_ITEM.match(two.lstrip(SPACES)))


def longest(text: str) -> int:
    """Return the width of the longest lines, or 0 where they are paragraphs."""
    lengths = sorted(len(line.strip()) for line in text.split("\n") if line.strip())
    width = lengths[-1 - len(lengths) // 10] if lengths else 0
    return width if NARROW <= width <= WIDE else 0


def _parts_by_blanks(lines: list[str], width: int) -> bool:
    """Tell whether nearly every short line that ends a sentence has a blank line after it."""
    short = [(one, two) for one, two in pairwise(lines) if len(one) < 0.8 * width and ends_sentence(one)]
    return len(short) >= 2 and sum(not two for _, two in short) >= 0.8 * len(short)


def _opens_by_indent(text: str) -> bool:
    """Tell whether indented lines open paragraphs: few, by one measure, after lines that close one.

    What blank lines set apart is told by them: a heading in the middle of its line has no such indent. Items
    of a list are told by their marks, and below an indented line another one says nothing.
    """
    lines = text.split("\n")
    places = [
        place
        for place, (above, line) in enumerate(pairwise(lines), 1)
        if line[:1] in SPACES
        and above.strip()
        and above[0] not in SPACES
        and INDENT.match(line)
        and not OPENS_ITEM.match(line.lstrip(SPACES))
    ]
    if len(places) < 2 or len(places) > 0.5 * sum(bool(line.strip()) for line in lines):
        return False
    depths = sorted(len(INDENT.findall(lines[place])[0]) for place in places)
    usual = depths[len(depths) // 2]
    opening = [
        place
        for place in places
        if ends_sentence(lines[place - 1].rstrip()) or not INDENT.match(lines[place - 1])
    ]
    alike = sum(abs(depth - usual) <= 1 for depth in depths)
    upper = sum(not lines[place].lstrip(SPACES)[0].islower() for place in places)
    closed = sum(ends_sentence(lines[place - 1].rstrip()) for place in places)
    return min(alike, upper, len(opening)) >= 0.85 * len(places) and closed >= 0.6 * len(places)


def ends_sentence(line: str) -> bool:
    """Tell whether ``line`` ends a sentence, as SENTENCE_END says; most lines tell it by their last sign."""
    last = line[-1:]
    return last != "" and (last in STOPS or (last in AFTER_STOPS and bool(SENTENCE_END.search(line))))


def is_filled(one: str, two: str, width: float) -> bool:
    """Tell whether the first word of line ``two`` had no room at the end of line ``one``."""
    return room_needed(one, two) > width


def room_needed(one: str, two: str) -> float:
    """Return how many signs line ``one`` would have with the first word of line ``two`` on it.

    A word that a hyphen breaks there is proof: a part of it was all that there was room for.
    """
    if one.endswith(("-", "\u2010", "\u00ad")) and one[-2:-1].isalpha() and two[:1].islower():
        return inf
    return len(one) + 1 + len(two.split(None, 1)[0])
