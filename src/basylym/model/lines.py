"""What composing works with: the pieces of a paragraph, what is thought a good line, and the lines.

All lengths are em of the paragraph's type size; places are code points from 0 into its text.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

FORCED = -inf
"""The penalty of a place where the line must end."""


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a paragraph's text set in one voice, or one object.

    Attributes:
        start, end: code points from 0 into the paragraph's text.
        width: em of the object; None for text.
        hyphen: em of the hyphen at a line's end.
        unbroken: no line ends inside.
        address: it breaks as an address does, after a slash or a full stop.
        tracked: a line's tracking widens it.
    """

    start: int
    end: int
    width: float | None = None
    hyphen: float = 0.0
    unbroken: bool = False
    address: bool = False
    tracked: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph that is not broken inside: letters, an object, or one space.

    Attributes:
        start, end: code points from 0 into the paragraph's text.
        width: em, without tracking.
        kern: em to add while the next piece stands on the same line.
        unjoined: em to add where tracking parts the ligatures.
        letters: how many signs tracking widens.
        rigid: an object, which no scale changes.
        space: it stretches, and vanishes where a line breaks at it.
        penalty: of ending a line here: after a piece, at a space; None where it must not.
        hyphen: em of the hyphen that a break here brings.
        hyphenated: whether the line would end in a hyphen, brought or written.
        opening, closing: em that hang out where a line begins or ends with this piece.
    """

    start: int
    end: int
    width: float
    kern: float = 0.0
    unjoined: float = 0.0
    letters: int = 0
    rigid: bool = False
    space: bool = False
    penalty: float | None = None
    hyphen: float = 0.0
    hyphenated: bool = False
    opening: float = 0.0
    closing: float = 0.0


@dataclass(frozen=True, slots=True)
class Taste:
    """What is thought a good line. Demerits are compared with one another; the rest is em.

    Attributes:
        ragged: the right edge is left ragged, nothing stretches, nothing hangs at the right.
        ideal, stretch, shrink: of a word space.
        tighten, loosen, loosest: tracking in a tight line, a loose one, one that is still loose.
        scaling: the share by which the letters of a line may be larger or smaller, too little to see.
        line: badness of any line, so that fewer lines are better.
        fitness: demerits where a loose line follows a tight one.
        ladder: demerits of the first, second, third, fourth and further hyphen in a row.
        short: a last line under this width is short; ``short_last`` its demerits, ``tail`` what
            comes on top where it holds no more than the end of a word.
        hyphen_before_last: demerits where the last line but one ends in a hyphen.
        white: demerits of one em squared of white at a ragged line's end.
        goal: em that every ragged line should be wide, the last too; 0 for as wide as there is room.
        reach: how often over a line may be stretched before despair.
        widest: em of a word space; a line that would need more is left ragged.
    """

    ragged: bool = False
    ideal: float = 0.25
    stretch: float = 0.08
    shrink: float = 0.055
    tighten: float = 0.004
    loosen: float = 0.006
    loosest: float = 0.012
    scaling: float = 0.015
    line: float = 10.0
    fitness: float = 20_000.0
    ladder: tuple[float, ...] = (0.0, 9_000.0, 10_000_000.0, 40_000_000.0)
    short: float = 4.0
    short_last: float = 90_000.0
    tail: float = 120_000.0
    hyphen_before_last: float = 4_000.0
    white: float = 400.0
    goal: float = 0.0
    reach: float = 6.0
    widest: float = 1.0


JUSTIFIED = Taste()
RAGGED = Taste(ragged=True, reach=inf)
BALANCED = Taste(ragged=True, line=250.0, reach=inf)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph.

    Attributes:
        start, end: code points from 0 into the paragraph's text.
        width: em of what stands on it, word spaces at their natural width, tracking and hyphen in.
        room: em it should fill: the measure, less the indent, and what hangs out.
        spaces: how many word spaces it has.
        space: em of one of them, as set, tracking in; 0 where there is none.
        tracking: em after each letter.
        scale: of the letters, 1 where they are as large as in other paragraphs.
        opening, closing: em that hang out at the left and at the right.
        hyphen: whether a hyphen is brought at its end.
        hyphenated: whether it ends in a hyphen, brought or written.
        filled: whether it is stretched to its room.
        slack: whether it should be, and is not, for its spaces would be too wide.
    """

    start: int
    end: int
    width: float
    room: float
    spaces: int
    space: float
    tracking: float
    scale: float
    opening: float
    closing: float
    hyphen: bool
    hyphenated: bool
    filled: bool
    slack: bool = False
