"""The lines of a text -> those that may hold the number of a page, alone or beside a running head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

NUMBERED = re.compile(
    r"(?:[-–—|] ?)?(\d{1,4})(?: ?[-–—|])?(?:[ \u00a0]+(\D{3,70}))?|(\D{3,70})[ \u00a0]+(\d{1,4})"
)
ISSUE = re.compile(r"(\d{1,4})[ \u00a0]+(\D.{2,69})|(\D.{2,68}\S)[ \u00a0]+(\d{1,4})")
"""A head that has figures of its own: ``Journal of Law 12 (2019) 45``."""
FIGURE = re.compile(r"\d")
LONGEST = 80  # signs of a running head
PAGES = 3
APART = 8  # lines that a page has at least


@dataclass(frozen=True, slots=True)
class Folio:
    """A line that may hold a page number: its place among the lines, the number, the text beside it."""

    at: int
    number: int
    beside: str


def folios(lines: Sequence[str]) -> list[Folio]:
    """Return what may be numbers of pages; beside a head that has figures only where it comes back."""
    found = [folio for at, line in enumerate(lines) if (folio := _folio(at, line))]
    again = Counter(beside for beside, _ in {(one.beside, one.number) for one in found})
    return [one for one in found if not FIGURE.search(one.beside) or again[one.beside] >= PAGES]


def labels(found: Sequence[Folio]) -> set[str]:
    """Return what stands beside numbers that count on within one page, as those of articles do."""
    ordered = sorted(found, key=lambda folio: (folio.beside, folio.at))
    return {
        one.beside
        for one, two in pairwise(ordered)
        if one.beside == two.beside != "" and two.number == one.number + 1 and two.at - one.at < APART
    }


def _folio(at: int, text: str) -> Folio | None:
    if not 0 < len(text) <= LONGEST or not _may_be_numbered(text):
        return None
    match = NUMBERED.fullmatch(text) or ISSUE.fullmatch(text)
    if match is None:
        return None
    return Folio(at, int(match[1] or match[4]), (match[2] or match[3] or "").strip())


def _may_be_numbered(text: str) -> bool:
    return text[-1].isdecimal() or text[0].isdecimal() or text[0] in "-–—|"
