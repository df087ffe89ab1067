"""A flat text -> where the lines of two columns stand mixed in it, and how that shows; or nothing.

Extractors that follow the page from left to right write half a line of one column and half a line of
the other. Nothing in the text says which half belongs where, so it is not mended: it is refused.
Columns kept apart by spaces are seen by their edge; those that are not, by words broken at a line's
end which go on one line too late, or in the next line instead of beside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from basylym.model.repairs import Words

GAP = re.compile(r"(?<=\S)(?: {3,}|\t+ *)(?=\S)")
HALF = re.compile(r"[^\W\d_]{2,}")
WORDS, LETTERS = 3, 14  # that each half of a line of prose has at least
ENOUGH, SHARE = 12, 0.3
MANY, SHARE_OF_MANY = 40, 0.2  # figures, tables and formulas may fill half of the pages
BROKEN = re.compile(r"(?<![\w-])([^\W\d_]{2,})[-\u2010\u00ad](?:\s*$| +([^\W\d_]+))")
FIRST = re.compile(r"\W*([^\W\d_]+)")
SITES, TIMES = 5, 4
NARROWEST = 24  # signs of a column of prose
SHARE_OF_TURNS = 0.03  # of all lines: paragraphs of thirty lines in both columns
AROUND = range(-1, 6)  # where the right halves begin beside their edge, an indent further in too
STOP = re.compile(r"[.!?…:;][»”\"’)\]]*\s*\Z")
OPENS = re.compile(r" {2,}\S|[^\w\s]*[^\W\d_a-zа-яё]")


def mixed(text: str, words: Words) -> tuple[int, str] | None:
    """Return the offset of the first mixed line and what shows it, or None.

    Args:
        text: as decoded; each line as the extractor wrote it.
        words: the evidence about its words.
    """
    return _apart(text) or _interleaved(text, words) or _ended(text)


def _apart(text: str) -> tuple[int, str] | None:
    """Find two halves of prose beside each other, the right ones at one edge of each page."""
    beside: list[tuple[int, int]] = []
    full, begin = 0, 0
    for page in text.split("\f"):
        lines, halves = _halves(page)
        full += lines
        edges = Counter(place for _, place in halves)
        edge = max(edges, key=lambda place: (sum(edges[place + n] for n in (-1, 0, 1)), -place), default=0)
        beside += [(begin + start, edge) for start, place in halves if abs(place - edge) <= 1]
        begin += len(page) + 1
    least = SHARE if len(beside) < MANY else SHARE_OF_MANY
    if len(beside) >= ENOUGH and len(beside) >= least * full:
        start, edge = beside[0]
        return start, f"{len(beside)} lines hold two halves, the right one from column {edge + 1}"
    return None


def _halves(page: str) -> tuple[int, list[tuple[int, int]]]:
    """Return how many lines hold anything; where each begins that holds two halves of prose, and its edge."""
    full = 0
    found: list[tuple[int, int]] = []
    for start, line in _lines(page):
        full += 1
        gaps = list(GAP.finditer(line, len(line) - len(line.lstrip())))
        if len(gaps) == 1 and _is_prose(line[: gaps[0].start()]) and _is_prose(line[gaps[0].end() :]):
            found.append((start, gaps[0].end()))
    return full, found


def _is_prose(half: str) -> bool:
    found = HALF.findall(half)
    return len(found) >= WORDS and sum(map(len, found)) >= LETTERS


def _ended(text: str) -> tuple[int, str] | None:
    """Find paragraphs that end or begin within lines, beside another half to whose edge room is left.

    Where a gutter is no wider than the space between words, only these lines show it: the left half ends a
    sentence and the next line begins one, or the line above ends one and the right half begins one.
    """
    found: list[tuple[int, int]] = []
    full, begin = 0, 0
    for page in text.split("\f"):
        lines = list(_lines(page))
        full += len(lines)
        places = [(begin + start, edge) for start, edge in _turns(lines)]
        edges = Counter(edge for _, edge in places)
        edge = max(edges, key=lambda place: (sum(edges[place + n] for n in AROUND), -place), default=0)
        found += [(start, edge) for start, own in places if own - edge in AROUND]
        begin += len(page) + 1
    if len(found) >= SITES and len(found) >= SHARE_OF_TURNS * full:
        return found[0][0], f"{len(found)} paragraphs end or begin within lines, at column {found[0][1] + 1}"
    return None


def _turns(lines: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Yield where a line begins within which a paragraph ends or begins, and where its right half does."""
    for (_, above), (start, line), (_, below) in zip(lines, lines[1:], lines[2:], strict=False):
        gaps = list(GAP.finditer(line, len(line) - len(line.lstrip())))
        if len(gaps) != 1:
            continue
        left, right, edge = line[: gaps[0].start()], line[gaps[0].end() :], gaps[0].end()
        filled = sum(len(one) > edge + LETTERS and not GAP.search(one.lstrip()) for one in (above, below))
        ends = STOP.search(left) and HALF.search(left) and OPENS.match(below)
        begins = _is_prose(left) and STOP.search(above) and OPENS.match(right)
        if edge >= NARROWEST and filled and _is_prose(right) and (ends or begins):
            yield start, edge


def _interleaved(text: str, words: Words) -> tuple[int, str] | None:
    """Find broken words that go on elsewhere than behind their hyphen."""
    lines = list(_lines(text))
    here = 0
    away: list[tuple[int, str]] = []
    for number, (start, line) in enumerate(lines):
        for broken in BROKEN.finditer(line):
            if broken[2]:
                beside, later = broken[2], _first(lines, number + 1)
            else:
                beside, later = _first(lines, number + 1), _first(lines, number + 2)
            if _is_word(broken[1] + beside, words):
                here += 1
            elif later and _is_word(broken[1] + later, words):
                away.append((start, f"{broken[1]}-{later}"))
    if len(away) >= SITES and len(away) >= TIMES * here:
        return away[0][0], f"{len(away)} broken words go on a line too late, as {away[0][1]!r}"
    return None


def _is_word(form: str, words: Words) -> bool:
    return words.count(form) > 0 or bool(words.accept and words.accept(form))


def _first(lines: list[tuple[int, str]], number: int) -> str:
    found = FIRST.match(lines[number][1]) if number < len(lines) else None
    return found[1] if found else ""


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that are not empty, with their offsets."""
    place = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield place, line.rstrip()
        place += len(line)
