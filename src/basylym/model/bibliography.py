"""The bibliography: what the article may cite, in the order of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference.

    Attributes:
        key: the citation key.
        csl: the entry as CSL JSON.
        path, line: where its entry starts; the line from 1.
        placeholder: it stands for a work that the source cites and does not name.
    """

    key: str
    csl: Mapping[str, Any]
    path: str
    line: int
    placeholder: bool = False


@dataclass(frozen=True, slots=True)
class Bibliography:
    """References by key, in the order of their files."""

    references: Mapping[str, Reference]
