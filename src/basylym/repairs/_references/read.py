"""What a reader of entries returns: the kind of an entry and its fields."""

from __future__ import annotations

from dataclasses import dataclass

from basylym.model.works import Told

SURE, FAIR = 0.97, 0.9


@dataclass(frozen=True, slots=True)
class Read:
    """An entry or part of one: its kind as BibLaTeX has it, its fields, whether they hold all it says."""

    kind: str
    fields: tuple[Told, ...]
    whole: bool = True
