"""The pages of a PDF -> which of their lines are running heads and page numbers.

They are told by what recurs or counts, and then by their rows: what stands in the row of a page number, or
at the height at which other pages bear their heads, is a head though it stands once, as the name of a section
does. White parts it from the text, as on those pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from basylym.adapters.pdf_text import Line, Page

NUMBER = re.compile(r"\d{1,4}(?![.)\d])|(?<=\s)\d{1,4}\Z")  # a section is numbered 3. or 3)
ALONE = re.compile(r"[-–—|\s]*(\d{1,4}|[ivxlc]{1,6})[-–—|\s]*(?:(?:/|of|из|/)\s*\d{1,4})?", re.IGNORECASE)
DIGITS = re.compile(r"\d+")
DEEP = 3  # lines from each edge that may be furniture
LEVEL = 4.0  # pt that a head may wander from page to page
ROW = 1.5  # pt that the lines of one row may differ
WHITE, LEADING = 1.6, 1.25  # of the letters' size, of the leading: the text stands so far from a head
SOME, OFTEN = 2, 0.3  # pages, and of all pages, whose heads show at what height they stand
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
ROWED = "it stands in the row of a running head or a page number"
HEIGHT = "it stands at the height of the running heads of other pages"
OUTSIDE = "it stands outside of the running head, at the edge of the page"
Key = tuple[int, int]
"""Page and line, both from 0."""
Found = Mapping[Key, str]
"""Page and line -> why it is no text of the article."""


def furniture(pages: Sequence[Page]) -> Found:
    """Tell the lines at the edge of several pages that are alike or count them, and those in their rows."""
    found: dict[Key, str] = {}
    for edge in (1, -1):
        bases = [[edge * line.base for line in page.lines] for page in pages]
        rows = [sorted(range(len(own)), key=own.__getitem__) for own in bases]
        lines = {
            (page, place): pages[page].lines[place]
            for page, row in enumerate(rows)
            for place in row[: 2 * DEEP]
        }
        told = {**_alike(lines, len(pages)), **_counting(lines)}
        told |= dict(_facing(lines, told))
        own: dict[Key, str] = {}
        for page, row in enumerate(rows):
            own |= dict(_from_the_edge(page, row, pages[page], told))
        found |= own
        for page, row in enumerate(rows):
            found |= dict(_in_rows(page, row, pages, own, told))
    return found


def _from_the_edge(page: int, row: Sequence[int], sheet: Page, told: Found) -> Iterator[tuple[Key, str]]:
    """Yield what was told down to the first line of the text, below which there is no furniture."""
    bases: list[float] = []
    for depth, place in enumerate(row):
        beside = any(abs(sheet.lines[place].base - base) < LEVEL for base in bases)
        if (page, place) not in told or (depth >= DEEP and not beside):
            break
        bases.append(sheet.lines[place].base)
        yield (page, place), told[page, place]


def _in_rows(
    page: int, row: Sequence[int], pages: Sequence[Page], own: Found, told: Found
) -> Iterator[tuple[Key, str]]:
    """Yield what stands in the row of a head or at the height of other pages' heads; and what hid a head."""
    sheet = pages[page]
    bases = [sheet.lines[place].base for place in row if (page, place) in own]
    others = [pages[n].lines[place].base for n, place in own if n != page]
    for base in bases or sorted(set(others)):
        within = [place for place in row[: 2 * DEEP] if abs(sheet.lines[place].base - base) < ROW]
        on = sum(abs(base - other) < ROW for other in others)
        if not within or not (bases or on >= max(SOME, OFTEN * len(pages))):
            continue
        outside = [place for place in row[: row.index(within[0])] if (page, place) not in own]
        hidden = any((page, place) in told for place in within)
        if (outside and not (bases or hidden)) or not _is_apart(sheet, [*outside, *within], row):
            continue
        why = ROWED if bases else HEIGHT
        yield from (((page, place), why) for place in within if (page, place) not in own)
        yield from (((page, place), OUTSIDE) for place in outside)


def _is_apart(sheet: Page, heads: Sequence[int], row: Sequence[int]) -> bool:
    """Whether more white than parts its lines parts a row from the text of the page."""
    last = sheet.lines[heads[-1]]
    inner = [sheet.lines[place] for place in row if place not in heads]
    if not inner:
        return False
    nearest = min(inner, key=lambda line: abs(line.base - last.base))
    steps = [two - one for one, two in pairwise(sorted(line.base for line in inner)) if two - one > ROW]
    leading = LEADING * median(steps) if steps else 0.0
    return abs(nearest.base - last.base) >= max(WHITE * max(last.size, nearest.size), leading)


def _alike(lines: Mapping[Key, Line], pages: int) -> dict[Key, str]:
    """Lines of the same words, but for figures, at the same height of several pages."""
    found = {}
    for keys in _groups(lines):
        on = len({page for page, _ in keys})
        if on >= 2 and (on >= 3 or pages <= 5):
            found.update(dict.fromkeys(keys, f"it stands at the same height of {on} of {pages} pages"))
    return found


def _groups(lines: Mapping[Key, Line]) -> list[list[Key]]:
    groups: dict[tuple[str, int], list[Key]] = defaultdict(list)
    for key, line in lines.items():
        pattern = DIGITS.sub("#", line.text.casefold())
        if re.search(r"[^\W\d_]{3}", pattern):
            level = round(line.base / LEVEL)
            near = next(((pattern, n) for n in (level, level - 1, level + 1) if (pattern, n) in groups), None)
            groups[near or (pattern, level)].append(key)
    return list(groups.values())


def _facing(lines: Mapping[Key, Line], told: Found) -> Iterator[tuple[Key, str]]:
    """Yield lines of two pages alike that stand in the row of what more pages bear: those of the odd ones."""
    rows: dict[int, list[float]] = defaultdict(list)
    for page, place in told:
        rows[page].append(lines[page, place].base)
    for keys in _groups(lines):
        level = all(any(abs(lines[key].base - base) < ROW for base in rows[key[0]]) for key in keys)
        if level and len({page for page, _ in keys}) == 2:
            yield from ((key, "it stands in the row of a running head, on two pages") for key in keys)


def _counting(lines: Mapping[Key, Line]) -> dict[Key, str]:
    """Numbers alone in a line, or at an end of one, that rise by one from page to page at one height."""
    offsets: dict[tuple[int, bool], set[int]] = defaultdict(set)
    heights: dict[tuple[int, bool], list[tuple[int, float]]] = defaultdict(list)
    numbers: dict[Key, list[tuple[int, bool]]] = {}
    for (page, place), line in lines.items():
        alone = ALONE.fullmatch(line.text)
        if alone:
            numbers[page, place] = [(_value(alone[1]) - page, True)]
        elif len(line.text) < 120:
            ends = [
                found
                for found in NUMBER.finditer(line.text)
                if found.start() == 0 or found.end() == len(line.text)
            ]
            numbers[page, place] = [(int(found[0]) - page, False) for found in ends]
        for told in numbers.get((page, place), ()):
            offsets[told].add(page)
            heights[told].append((page, line.base))
    votes = [len(pages) for (_, alone), pages in offsets.items() if alone]
    found = {}
    for key, tried in numbers.items():
        for offset, whole in tried:
            on = len(offsets[offset, whole])
            level = {page for page, base in heights[offset, whole] if abs(base - lines[key].base) < LEVEL}
            if whole and on >= 2 and on == max(votes):
                found[key] = f"it counts the pages: {on} of them bear such a number"
            elif not whole and len(level) >= 3:
                found[key] = f"it ends in a number that counts the pages, on {on} of them"
    return found


def _value(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [ROMAN[letter] for letter in text.lower()]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
