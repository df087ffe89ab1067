"""A journal: what its articles are printed with, and what it asks of a manuscript."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from basylym.model.manuscript import SecondList
from basylym.model.typescript import UNSAID, Typescript

Bounds = tuple[int, int]
"""At least, at most; 0 for no end."""
NO_BOUNDS = (0, 0)


@dataclass(frozen=True, slots=True)
class Requirements:
    """What a journal asks of a manuscript. An empty value asks for nothing.

    Attributes:
        languages: BCP 47 tags in which title, abstract and keywords must be given.
        abstract_words: bounds, for the abstract in each language.
        keywords: bounds, for each language.
        words: bounds of the text, counted without front matter, tables, figures, notes and references.
        references, authors: bounds.
        fields: names of what must be given; see ``stages/require``.
        sections: roles of headings that must stand, such as ``methods``.
    """

    languages: tuple[str, ...] = ()
    abstract_words: Bounds = NO_BOUNDS
    keywords: Bounds = NO_BOUNDS
    words: Bounds = NO_BOUNDS
    references: Bounds = NO_BOUNDS
    authors: Bounds = NO_BOUNDS
    fields: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Journal:
    """One journal. What the front matter gives itself counts before all of it.

    Attributes:
        name: of its file.
        source: where its requirements were read.
        title: by language.
        series, issn, eissn, irsti_label, licence: as printed.
        style: of citations, as ``csl`` in the front matter.
        accent: colour of the bar on the first printed page, ``#rrggbb``.
        second_list: how it prints the references again, or None.
        form: of the printed page, as in the front matter.
        submission: how it wants a manuscript set.
        sample: it is invented.
    """

    name: str
    source: str
    title: Mapping[str, str] = field(default_factory=dict)
    series: str = ""
    issn: str = ""
    eissn: str = ""
    irsti_label: str = ""
    licence: str = ""
    style: str = ""
    accent: str = ""
    second_list: SecondList | None = None
    form: str = ""
    submission: Typescript = UNSAID
    sample: bool = False
    requires: Requirements = field(default_factory=Requirements)
