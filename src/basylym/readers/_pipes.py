"""A table whose rows, columns and heads are known -> the same as Pandoc reads it, between pipes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """The heads of the columns and the rows below them, a text for each cell; how its columns stand."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sides: tuple[str, ...]

    def as_markdown(self) -> str:
        """Return the table as Pandoc reads it."""
        every = (self.heads, *self.rows)
        widths = [max(3, *(len(row[n]) for row in every)) for n in range(len(self.heads))]
        rule = [_dashes(side, width) for side, width in zip(self.sides, widths, strict=True)]
        return "\n".join(_row(row, widths) for row in (self.heads, rule, *self.rows))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"


def _dashes(side: str, width: int) -> str:
    return {"l": "-" * width, "r": "-" * (width - 1) + ":", "c": ":" + "-" * (width - 2) + ":"}[side]
