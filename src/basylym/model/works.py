"""What leaves the body of an article: the works of its list, and the facts of its first page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Told:
    """One field of a work as read from its entry; ``name`` as BibLaTeX has it."""

    name: str
    value: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Work:
    """One entry of a list of references.

    Attributes:
        key: of its citations; unique in the article.
        number: as the list numbers it, or 0.
        kind: as BibLaTeX has it; ``misc`` where it was not read.
        fields: what was read; never a guess.
        raw: the entry as typed, without its number: the record of it.
        whole: whether every word of it is in one of ``fields``; else ``raw`` is printed.
        family: the surname of its first author, or nothing.
        year: with the letter that tells it from others, or nothing.
    """

    key: str
    number: int
    kind: str
    fields: tuple[Told, ...]
    raw: str
    whole: bool
    family: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """One fact of the first page.

    Attributes:
        field: of the front matter.
        tag: BCP 47 tag of the language it is in, or nothing.
        value: text, or a list of texts or of mappings, as YAML will hold it.
    """

    field: str
    tag: str
    value: Any


Moved = Work | Given
"""What an edit takes out of the body, and another file keeps."""
