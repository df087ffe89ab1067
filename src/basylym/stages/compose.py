"""Pieces of a paragraph and a measure -> its lines, chosen as a whole.

Every way of breaking is weighed and the one that spoils the paragraph least is taken, so that a
loose line is cured three lines earlier. All lengths are em of the paragraph's type size.

Source: D. Knuth, M. Plass, Breaking Paragraphs into Lines, 1981; hyphen ladders stand in the state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from math import inf
from typing import NamedTuple

from basylym.model.lines import BALANCED, FORCED, JUSTIFIED, Line, Piece, Taste

EPSILON = 1e-9
SCALES = 3  # decimals of a scale: few sizes, which the engine measures once each
FEWEST = 10_000.0  # badness of a line of which there should be as few as can be
NEARLY_FULL = 1.0  # em: a last line that lacks less is filled, for it would look like a mistake


def compose(
    pieces: Sequence[Piece], measure: float, space: float, indent: float = 0.0, taste: Taste = JUSTIFIED
) -> tuple[Line, ...] | None:
    """Break ``pieces`` into lines of ``measure``.

    Args:
        pieces: in reading order; the last is no space.
        measure: em of a line.
        space: em of a word space of the paragraph's font, as the engine sets it unasked.
        indent: em of the first line's indent.
        taste: justified or ragged, and how strict.

    Returns:
        The lines; none for no pieces. None where no line can hold a piece without standing out.
    """
    lines: list[Line] = []
    first = 0
    for last, piece in enumerate(pieces, start=1):
        if piece.penalty == FORCED or last == len(pieces):
            indented = 0.0 if lines else indent
            found = _Paragraph(pieces[first:last], measure, space, indented, taste).lines()
            if found is None:
                return None
            lines += found
            first = last
    return tuple(lines)


def balance(pieces: Sequence[Piece], measure: float, space: float) -> tuple[Line, ...] | None:
    """Break a title into as few lines as it needs, all about equally wide, at the places of sense."""
    lines = compose(pieces, measure, space, taste=replace(BALANCED, line=FEWEST))
    if lines is None or len(lines) < 2:
        return lines
    goal = sum(line.width for line in lines) / len(lines)
    return compose(pieces, measure, space, taste=replace(BALANCED, goal=goal))


class _Way(NamedTuple):
    """The best way to a break in one state: its demerits, fitness, hyphens in a row, the way before."""

    demerits: float
    fitness: int
    run: int
    place: int
    before: _Way | None


class _Paragraph:
    """Pieces between forced ends. A break at ``place`` ends a line at that space or after that piece."""

    def __init__(
        self, pieces: Sequence[Piece], measure: float, space: float, indent: float, taste: Taste
    ) -> None:
        self.pieces, self.measure, self.indent, self.taste = pieces, measure, indent, taste
        self.final = len(pieces) - 1
        self.wanted = 0.0 if taste.ragged else taste.ideal - space  # to add to each natural space
        self.natural = space
        self.widths = [0.0, *accumulate(piece.width + piece.kern for piece in pieces)]
        self.unjoined = [0.0, *accumulate(piece.unjoined for piece in pieces)]
        self.rigid = [0.0, *accumulate(piece.width * piece.rigid for piece in pieces)]
        self.letters = [0, *accumulate(piece.letters for piece in pieces)]
        self.spaces = [0, *accumulate(int(piece.space) for piece in pieces)]

    def lines(self) -> list[Line] | None:
        """The best lines; stretched beyond reach only where there is no other way."""
        way = self._search(self.taste.reach) or self._search(inf)
        if way is None:
            return None
        places = []
        while way.before is not None:
            places.append(way.place)
            way = way.before
        places.reverse()
        lines: list[Line] = []
        for start, place in zip([0, *(place + 1 for place in places)], places, strict=False):
            lines.append(self._line(start, place, lines[-1].space if lines else 0.0))
        return lines

    def _search(self, reach: float) -> _Way | None:
        starts = [(0, [_Way(0.0, 1, 0, -1, None)])]
        for place, piece in enumerate(self.pieces):
            if place == self.final:
                return min(self._ways(place, starts, inf), key=lambda way: way.demerits, default=None)
            if piece.penalty is not None:
                if ways := self._ways(place, starts, reach):
                    starts.append((place + 1, ways))
                if not starts:
                    return None
        return None

    def _ways(self, place: int, starts: list[tuple[int, list[_Way]]], reach: float) -> list[_Way]:
        """The best way to a break for each state; drops ``starts`` that no later break can reach."""
        best: dict[tuple[int, int], _Way] = {}
        piece, taste, final = self.pieces[place], self.taste, place == self.final
        hyphenated = piece.hyphenated and not final
        penalties = 0.0 if final or piece.penalty is None else piece.penalty * abs(piece.penalty)
        gone = 0
        for index, (start, before) in enumerate(starts):
            ratio = self._ratio(start, place)
            if ratio < -1.0:
                if index == gone and self._ratio(start, place, hanging=1.0) < -1.0:
                    gone += 1
                continue
            if ratio > reach:
                break  # a line that begins later is looser still
            demerits, fitness = self._weight(0.0 if final and ratio > 0.0 and not taste.goal else ratio)
            demerits += penalties
            for way in before:
                run = min(way.run + 1, len(taste.ladder)) if hyphenated else 0
                cost = way.demerits + demerits
                if run:
                    cost += taste.ladder[run - 1]
                if abs(fitness - way.fitness) > 1:
                    cost += taste.fitness
                if final and start:
                    cost += self._ending(start, way.run > 0)
                if (fitness, run) not in best or cost < best[fitness, run].demerits:
                    best[fitness, run] = _Way(cost, fitness, run, place, way)
        del starts[:gone]
        return list(best.values())

    def _content(self, start: int, place: int) -> tuple[float, float, int, int]:
        """Natural width of one line, that of its objects, its letters and spaces."""
        piece = self.pieces[place]
        end = place if piece.space else place + 1
        brought = place != self.final and piece.hyphen
        width = self.widths[end] - self.widths[start]
        letters = self.letters[end] - self.letters[start]
        if not piece.space:
            width -= piece.kern
        if brought:
            width, letters = width + piece.hyphen, letters + 1
        return width, self.rigid[end] - self.rigid[start], letters, self.spaces[end] - self.spaces[start]

    def _hanging(self, start: int, place: int) -> tuple[float, float]:
        """What hangs out of one line at the left, where it is not indented, and at the right."""
        opening = self.pieces[start].opening if start or not self.indent else 0.0
        last = self.pieces[place]
        if last.space and place > start:
            last = self.pieces[place - 1]
        return opening, 0.0 if self.taste.ragged else last.closing

    def _room(self, start: int, place: int) -> float:
        return self.measure + sum(self._hanging(start, place)) - (0.0 if start else self.indent)

    def _ratio(self, start: int, place: int, hanging: float = 0.0) -> float:
        """How far the line is stretched (1: as far as is good) or shrunk (-1: as far as it can be).

        Ragged: em of white at its end, or by which it misses the goal; less than -1 if too wide.
        """
        width, rigid, letters, spaces = self._content(start, place)
        white = self._room(start, place) + hanging - width - self.wanted * spaces
        taste = self.taste
        scalable = taste.scaling * (width - rigid)
        if taste.ragged:
            return -2.0 if white < 0.0 else abs(taste.goal - width) if taste.goal else white
        if white >= 0.0:
            return white / (spaces * taste.stretch + letters * taste.loosen + scalable or EPSILON)
        return white / (spaces * taste.shrink + letters * taste.tighten + scalable or EPSILON)

    def _weight(self, ratio: float) -> tuple[float, int]:
        """Demerits and fitness of a line: tight 0, decent 1, loose 2, very loose 3."""
        if self.taste.ragged:
            return self.taste.line**2 + self.taste.white * ratio * ratio, 1
        badness: float = self.taste.line + 100.0 * abs(ratio) ** 3
        return badness * badness, 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1.0 else 3

    def _ending(self, start: int, after_hyphen: bool) -> float:
        """Demerits of a last line that begins at ``start``."""
        taste, cost = self.taste, 0.0
        width, _, _, spaces = self._content(start, self.final)
        if width < min(taste.short, self.measure / 4):
            cost += taste.short_last
            if after_hyphen and not spaces:
                cost += taste.tail
        return cost + (taste.hyphen_before_last if after_hyphen else 0.0)

    def _line(self, start: int, place: int, space_before: float) -> Line:
        taste, piece = self.taste, self.pieces[place]
        width, rigid, letters, spaces = self._content(start, place)
        opening, closing = self._hanging(start, place)
        room, ratio = self._room(start, place), self._ratio(start, place)
        filled = not taste.ragged
        if place == self.final and ratio > 0.0:
            filled = filled and spaces > 0 and ratio <= 1.0 and room - width < NEARLY_FULL
        slack = filled and bool(spaces) and self.natural + (room - width) / spaces > taste.widest
        filled = filled and not slack
        tracking, scale = 0.0, 1.0
        if filled:
            tracking = taste.tighten * ratio if ratio < 0.0 else min(taste.loosen * ratio, taste.loosest)
            tracking = round(tracking, 4)
            scale = round(1.0 + taste.scaling * min(ratio, 1.0), SCALES)
        if tracking:
            width += self.unjoined[place + 1] - self.unjoined[start]
        width = (width - rigid) * scale + rigid + letters * tracking
        space = self.natural * scale + tracking
        if filled and spaces:
            space += (room - width) / spaces
        elif not taste.ragged and spaces:
            space = min(max(space_before or taste.ideal, self.natural), taste.ideal + taste.shrink)
        return Line(
            start=self.pieces[start].start,
            end=piece.start if piece.space else piece.end,
            width=width,
            room=room,
            spaces=spaces,
            space=space if spaces else 0.0,
            tracking=tracking,
            scale=scale,
            opening=opening,
            closing=closing,
            hyphen=place != self.final and piece.hyphen > 0.0,
            hyphenated=place != self.final and piece.hyphenated,
            filled=filled,
            slack=slack,
        )
