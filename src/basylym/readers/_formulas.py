"""The lines of a column -> which of them are displayed formulas.

A formula stands in from its column's side, in the middle or with its number at the end, in letters of
mathematical fonts and hardly any word. The parts of fractions and sums are lines above it and below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from basylym.adapters.pdf_text import Line

MATHS, SOME = 0.3, 0.08  # of a formula's signs; of those of one with a number
PART = 0.5  # of the signs of one of its parts
SHORT, FEW = 14, 4  # signs of a part; so few are one beside a formula, whatever they are
WORDS = 2  # long words in it, as "where"
IN, DEEP = 0.8, 2.5  # of the letters' size: so far in it stands where it is centred, or where it is not
CENTRED = 0.1  # of the width
NEAR = 1.9  # of the letters' size
SMALL = 0.85  # of the text's size: limits of sums
LEVEL = 0.35  # of the size: parts of one row
LETTER = 0.5  # of the size: how wide a letter is, about
WORD = re.compile(r"(?!(?:arcsin|arccos|arctan|sinh|cosh|tanh|limsup|liminf)\b)[^\W\d_]{4,}")
SET = re.compile("[\U0001d400-\U0001d7ff]")
RELATION = re.compile(r"[=<>\u2248\u2260-\u226b\u223c\u2261\u2208\u2190-\u21ff\u221d]")
NUMBER = re.compile(r"[\s.,]*\(\s*[A-ZА-Я]?\.?\d{1,3}(?:\.\d{1,3})*[a-zа-я]?\s*\)")


def formulas(column: Sequence[Line], usual: float) -> Iterator[tuple[int, int]]:
    """Yield where displayed formulas begin and end; ``usual``: the text's size, pt."""
    if not column:
        return
    left, right = min(line.left for line in column), max(line.right for line in column)
    done = 0
    for place, line in enumerate(column):
        above = column[place - 1] if place else None
        if place < done or not _is_formula(line, left, right) or not _stands_alone(line, above, right):
            continue
        start, end = place, place + 1
        while start > done and _belongs(column[start - 1], column[start], left, right, usual):
            start -= 1
        while end < len(column) and _belongs(column[end], column[end - 1], left, right, usual):
            end += 1
        yield start, end
        done = end


def set_apart(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a formula; its parts, if it has any, about where they stand on the page."""
    if len(lines) == 1:
        return [replace(lines[0], text=lines[0].text.replace("\t", " "), cells=())]
    left = min(line.left for line in lines)
    size = max(line.size for line in lines)
    rows: list[list[Line]] = []
    cells = [cell for line in lines for cell in line.cells or (line,)]
    for cell in sorted(cells, key=lambda one: one.base):
        if rows and cell.base - rows[-1][0].base < LEVEL * size:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    made = []
    for row in rows:
        said = shown = ""
        for cell in sorted(row, key=lambda one: one.left):
            room = " " * max(round((cell.left - left) / (LETTER * size)) - len(said), 1 if said else 0)
            said, shown = said + room + cell.text, shown + room + marked(cell)
        made.append(replace(row[0], text=said, typed=shown, raised=(), cells=()))
    return made


def marked(line: Line) -> str:
    """The line's text, with what stands high between two ``^``."""
    made, place = "", 0
    for first, last in line.raised:
        if first and place <= first:
            made += f"{line.text[place:first]}^{line.text[first:last]}^"
            place = last
    return made + line.text[place:]


def _is_numbered(line: Line, right: float) -> bool:
    return bool(NUMBER.fullmatch(line.text[line.text.rfind("(") :])) and line.right > right - line.size


def _stands_alone(line: Line, above: Line | None, right: float) -> bool:
    """Whether a line is no part of a paragraph that ends in signs: it has a relation and its own place."""
    if _is_numbered(line, right):
        return True
    beside = above is not None and abs(above.left - line.left) < SMALL and above.maths < MATHS
    return bool(RELATION.search(line.text)) and not beside


def _is_formula(line: Line, left: float, right: float) -> bool:
    numbered = _is_numbered(line, right)
    if line.table or line.maths < (SOME if numbered else MATHS):
        return False
    if len(WORD.findall(SET.sub("", line.text))) > WORDS:
        return False
    inside = line.left - left
    centred = abs(line.left + line.right - left - right) / 2 < CENTRED * (right - left)
    return inside > IN * line.size and (numbered or centred or inside > DEEP * line.size)


def _belongs(line: Line, beside: Line, left: float, right: float, usual: float) -> bool:
    """Whether a line is a part of the formula that the line beside it belongs to."""
    if line.table or abs(line.base - beside.base) > NEAR * max(line.size, beside.size):
        return False
    if _is_formula(line, left, right) or NUMBER.fullmatch(line.text):
        return True
    said = line.text.replace("\t", "").replace(" ", "")
    small = line.size <= SMALL * usual
    signs = line.maths >= PART or small or len(said) <= FEW
    part = len(said) <= SHORT * len(line.cells or (line,)) and signs
    return part and line.left - left > IN * usual
