"""What a proof compares: the text of an article as its manuscript has it, or as an edition shows it."""

from __future__ import annotations

from dataclasses import dataclass

OBJECT = "\ufffc"
"""Stands in a text for a formula or a picture."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of an article, in reading order.

    Attributes:
        running: the text; its blocks, and what else may stand apart, are parted by line ends. The
            number of a note stands at its call, ``OBJECT`` for each formula and picture.
        notes: the notes in the order of their calls.
        objects: for each ``OBJECT`` of the text and then of the notes, the TeX of the formula or
            the words for the picture.
        tables: how many there are.
    """

    running: str
    notes: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    tables: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """What there is of an article, counted on an edition or on its manuscript."""

    words: int
    characters: int
    notes: int
    objects: int
    tables: int
