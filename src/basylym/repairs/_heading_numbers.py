"""What stands before the words of a heading: 2, 2.1., IV., § 3., Chapter 4:, 1-тарау."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from basylym.model.language import Locators

NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?[ \u00a0]+|[IVX]{1,5}\.[ \u00a0]+")
FIGURE = r"(?:\d{1,3}(?:\.\d{1,2}){0,2}|[IVXLC]{1,7})"
BEHIND = r"(?:[.:]|[ \u00a0]?[–—])?(?:[ \u00a0]+|\Z)"  # and before the heading's words, if it has any
KINDS = ("chapter", "section", "part")
TOP_LEVEL = 2  # the article's title is the only heading of level 1


class Numbered(NamedTuple):
    """The number of a heading.

    Attributes:
        end: where the heading's words begin.
        level: of the heading, from 2, as the number tells it.
        depth: of the number: 2 for 1.1; 0 where it is Roman or has a label.
        label: whether a word such as Chapter, or §, stands with it.
    """

    end: int
    level: int
    depth: int
    label: bool


def numbered(body: str, labels: re.Pattern[str]) -> Numbered | None:
    """Return the number that ``body``, a paragraph, begins with, if it is such as headings have.

    ``labels`` is the language's pattern, as ``labelled`` returns it.
    """
    plain = NUMBER.match(body)
    if plain:
        depth = plain[1].count(".") + 1 if plain[1] else 0
        return Numbered(plain.end(), TOP_LEVEL + max(0, depth - 1), depth, False)
    if body[0].islower():
        return None
    found = labels.match(body)
    return Numbered(found.end(), TOP_LEVEL, 0, True) if found else None


def labelled(locators: Locators) -> re.Pattern[str]:
    """Return the pattern of a number that has a label, in a language's words; asked for once a text."""
    words = {word for kind in KINDS for word in locators.labels.get(kind, ()) if word[-1].isalpha()}
    return _pattern("|".join(map(re.escape, sorted(words))), locators.number_first)


@cache
def _pattern(words: str, number_first: bool) -> re.Pattern[str]:
    """Return the pattern of a number with § or one of ``words``, alternatives, in the language's order."""
    order = rf"{FIGURE}(?:-|\.?[ \u00a0])(?i:{words})" if number_first else rf"(?i:{words})[ \u00a0]+{FIGURE}"
    return re.compile(rf"(?:§[ \u00a0]?{FIGURE}|{order}){BEHIND}")
