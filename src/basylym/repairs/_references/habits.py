"""Entries that surely stand apart -> what the entries of their list have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from basylym.repairs._references.order import ascends, key
from basylym.repairs._references.shapes import DATED, IN_BRACKETS, PAGES, YEARS, closes, shape

FEW = 3  # entries that show a habit
NEARLY_ALL, MOST = 0.9, 0.7


@dataclass(frozen=True, slots=True)
class Habits:
    """What entries of one list have in common; each a share of them, 0 where too few show it.

    Attributes:
        shapes: how the people are written that an entry opens with -> how many entries do.
        ordered: stand in the order of the alphabet.
        closed: end as an entry may.
        paged: end with pages, a year or an address.
        once: name a year in brackets, once.
        early: name it before their title.
        dated: name a year at all.
    """

    shapes: dict[str, float]
    ordered: float = 0.0
    closed: float = 0.0
    paged: float = 0.0
    once: float = 0.0
    early: float = 0.0
    dated: float = 0.0

    @property
    def peopled(self) -> float:
        """How many entries open with people."""
        return 1.0 - self.shapes.get("", 1.0)

    def opens(self, said: str) -> bool:
        """Tell whether ``said`` opens as entries of the list do."""
        usual = self.shapes.get(shape(said), 0.0) >= 0.1
        return (usual and bool(shape(said))) or (self.early >= MOST and bool(DATED.match(said)))


def habits(entries: Sequence[str]) -> Habits:
    """Return the habits of a list that ``entries`` show."""
    many = len(entries)
    if many < FEW:
        return Habits({})
    found = Counter(shape(entry) for entry in entries)
    return Habits(
        {name: found[name] / many for name in ("", *found)},
        ascends([key(entry) for entry in entries]) if many > FEW else 0.0,
        sum(map(closes, entries)) / many,
        sum(bool(PAGES.search(entry)) for entry in entries) / many,
        sum(len(IN_BRACKETS.findall(entry)) == 1 for entry in entries) / many,
        sum(bool(DATED.match(entry)) for entry in entries) / many,
        sum(bool(YEARS.search(entry)) for entry in entries) / many,
    )
