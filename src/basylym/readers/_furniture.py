"""The pages of a PDF -> which of their lines are running heads and page numbers, told by what recurs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from basylym.adapters.pdf_text import Line, Page

NUMBER = re.compile(r"\d{1,4}")
ALONE = re.compile(r"[-–—|\s]*(\d{1,4}|[ivxlc]{1,6})[-–—|\s]*(?:(?:/|of|из|/)\s*\d{1,4})?", re.IGNORECASE)
DIGITS = re.compile(r"\d+")
DEEP = 3  # lines from each edge that may be furniture
LEVEL = 4.0  # pt that a head may wander from page to page
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
Found = Mapping[tuple[int, int], str]
"""Page and line, both from 0 -> why it is no text of the article."""


def furniture(pages: Sequence[Page]) -> Found:
    """Tell the lines that stand at the edge of several pages alike, or count them."""
    found: dict[tuple[int, int], str] = {}
    for edge in (1, -1):
        lines = {
            (page, place): sheet.lines[place]
            for page, sheet in enumerate(pages)
            for place in sorted(range(len(sheet.lines)), key=lambda n: edge * sheet.lines[n].base)[: 2 * DEEP]
        }
        told = {**_alike(lines, len(pages)), **_counting(lines)}
        for page, sheet in enumerate(pages):
            rows = sorted(range(len(sheet.lines)), key=lambda n: edge * sheet.lines[n].base)
            for depth, place in enumerate(rows):
                beside = any(
                    abs(sheet.lines[place].base - sheet.lines[other].base) < LEVEL
                    for other in rows[:depth]
                    if (page, other) in found
                )
                if (page, place) not in told or (depth >= DEEP and not beside):
                    break  # below the first line of text there is no furniture
                found[page, place] = told[page, place]
    return found


def _alike(lines: Mapping[tuple[int, int], Line], pages: int) -> dict[tuple[int, int], str]:
    """Lines of the same words, but for figures, at the same height of several pages."""
    groups: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for key, line in lines.items():
        pattern = DIGITS.sub("#", line.text.casefold())
        if re.search(r"[^\W\d_]{3}", pattern):
            level = round(line.base / LEVEL)
            near = next(((pattern, n) for n in (level, level - 1, level + 1) if (pattern, n) in groups), None)
            groups[near or (pattern, level)].append(key)
    found = {}
    for keys in groups.values():
        on = len({page for page, _ in keys})
        if on >= 2 and (on >= 3 or pages <= 5):
            found.update(dict.fromkeys(keys, f"it stands at the same height of {on} of {pages} pages"))
    return found


def _counting(lines: Mapping[tuple[int, int], Line]) -> dict[tuple[int, int], str]:
    """Numbers alone in a line, or at an end of one, that rise by one from page to page."""
    offsets: dict[tuple[int, bool], set[int]] = defaultdict(set)
    numbers: dict[tuple[int, int], list[tuple[int, bool]]] = {}
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
    votes = [len(pages) for (_, alone), pages in offsets.items() if alone]
    found = {}
    for key, tried in numbers.items():
        for offset, whole in tried:
            on = len(offsets[offset, whole])
            if whole and on >= 2 and on == max(votes):
                found[key] = f"it counts the pages: {on} of them bear such a number"
            elif not whole and on >= 3:
                found[key] = f"it ends in a number that counts the pages, on {on} of them"
    return found


def _value(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [ROMAN[letter] for letter in text.lower()]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
