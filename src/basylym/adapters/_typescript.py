"""A table of plain values, from YAML or TOML -> Typescript, each value checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from basylym.model.typescript import Margins, Spacing, Typeface, Typescript

Value = TypeVar("Value")
KNOWN = ("spacing", "typeface", "margins", "figures")
SPACINGS = {"1.5": Spacing.ONE_AND_A_HALF, "2": Spacing.DOUBLE, "double": Spacing.DOUBLE}
FIGURES = {"in-text": False, "at-end": True}
NARROWEST, WIDEST = 15.0, 60.0  # mm; the numbers of the lines stand in a margin


def read(table: Any) -> Typescript:
    """Read how a manuscript is set.

    Raises:
        ValueError: it holds what is not known, or what is no value of it.
        TypeError: it is no table.
    """
    if isinstance(table, Typescript):
        return table
    if not isinstance(table, dict):
        raise TypeError("submission: this is no table")
    odd = sorted(str(name) for name in table if name not in KNOWN)
    if odd:
        raise ValueError(f"submission.{odd[0]}: no such field; there are {', '.join(KNOWN)}")
    typefaces = {str(one): one for one in Typeface}
    return Typescript(
        spacing=_one_of(table, "spacing", SPACINGS),
        typeface=_one_of(table, "typeface", typefaces),
        margins=_margins(table["margins"]) if "margins" in table else None,
        at_end=_one_of(table, "figures", FIGURES),
    )


def _one_of(table: Mapping[str, Any], name: str, known: Mapping[str, Value]) -> Value | None:
    if name not in table:
        return None
    given = table[name]
    said = f"{given:g}" if isinstance(given, int | float) else str(given)
    if said not in known:
        raise ValueError(f"submission.{name}: {said} is none of {', '.join(known)}")
    return known[said]


def _margins(value: Any) -> Margins:
    """One width for all sides, or top, right, bottom and left."""
    sides = value if isinstance(value, list) else [value] * 4
    if len(sides) != 4 or not all(type(side) in (int, float) for side in sides):
        raise ValueError("submission.margins: write mm for all sides, or [top, right, bottom, left]")
    if not all(NARROWEST <= side <= WIDEST for side in sides):
        raise ValueError(f"submission.margins: a margin is {NARROWEST:g} to {WIDEST:g} mm wide")
    top, right, bottom, left = map(float, sides)
    return top, right, bottom, left
