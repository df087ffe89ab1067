"""Days as front matter gives them: perhaps only a year, or a year and a month, and no more is printed."""

from __future__ import annotations

import re
from datetime import date
from typing import SupportsIndex

from basylym.model.language import Language

YEAR, MONTH, DAY = 1, 2, 3
PLACES = {YEAR: 4, MONTH: 7, DAY: 10}  # signs of an ISO date
FIRST = re.compile(r"(?<!\d)1\.?[ \u00a0]")  # of a month, as languages print it


class Day(date):
    """A date of which the parts after ``known`` were not given: they count as the first, unprinted."""

    known: int

    def __new__(cls, year: SupportsIndex, month: SupportsIndex, day: SupportsIndex, known: int = DAY) -> Day:
        """Args are those of a date; ``known`` is YEAR, MONTH or DAY."""
        made = super().__new__(cls, year, month, day)
        made.known = known
        return made

    def __reduce__(self) -> tuple[type[Day], tuple[int, int, int, int]]:
        """Copied with what is known of it."""
        return Day, (self.year, self.month, self.day, self.known)

    def isoformat(self) -> str:
        """``2013``, ``2013-05`` or ``2013-05-07``: as much as is known, as ISO 8601 allows."""
        return super().isoformat()[: PLACES[self.known]]

    __str__ = isoformat


def printed(day: date, language: Language) -> str:
    """As much of a date as is known, in words: ``7 May 2013``, ``May 2013``, ``2013``."""
    known = day.known if isinstance(day, Day) else DAY
    if known == YEAR:
        return str(day.year)
    if known == MONTH and language.months:
        return f"{language.months[day.month - 1]} {day.year}"
    return FIRST.sub("", language.date(day), count=1) if known == MONTH else language.date(day)
