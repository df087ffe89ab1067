"""How a journal wants a manuscript set: spacing, type, margins, the place of figures."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum

Margins = tuple[float, float, float, float]
"""Top, right, bottom, left, in mm."""


class Spacing(StrEnum):
    """Of lines; the space of one line is a word processor's for type of 12 pt: 12 pt."""

    ONE_AND_A_HALF = "1.5"
    DOUBLE = "double"


class Typeface(StrEnum):
    """Of the text."""

    SOURCE_SERIF = "source-serif"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Typescript:
    """The form of a manuscript; None where nothing is said.

    Attributes:
        spacing: of its lines.
        typeface: of its text.
        margins: of its pages.
        at_end: whether figures and tables stand behind the text, or where they are written.
    """

    spacing: Spacing | None = None
    typeface: Typeface | None = None
    margins: Margins | None = None
    at_end: bool | None = None

    def over(self, other: Typescript) -> Typescript:
        """This, and what ``other`` says of what is not said here."""
        silent = [one.name for one in fields(self) if getattr(self, one.name) is None]
        return replace(self, **{name: getattr(other, name) for name in silent})


UNSAID = Typescript()
