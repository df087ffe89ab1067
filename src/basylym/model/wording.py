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
        cites: each link to a reference: the reference's name, and the words of the link.
    """

    running: str
    notes: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    tables: int = 0
    cites: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Tally:
    """What an edition holds of its article: it was counted on the manuscript, and found there.

    Attributes:
        words, characters: of the text and its notes, without formulas; characters without spaces.
        citations: places of the text that cite.
        references: entries of the list.
    """

    words: int = 0
    characters: int = 0
    notes: int = 0
    figures: int = 0
    pictures: int = 0
    tables: int = 0
    formulas: int = 0
    citations: int = 0
    references: int = 0
