"""Notices that say where a condition does not hold, and the one exception.

A stage returns its notices beside its value; ``BasylymError`` is raised only when no edition
can be made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from basylym.model.conditions import Condition, Severity

__all__ = [
    "NOTHING_MADE",
    "WRONG_USE",
    "BasylymError",
    "Condition",
    "Locus",
    "Notice",
    "Outcome",
    "Severity",
]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, order=True)
class Locus:
    """A place in a file: its path as the user named it, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Notice:
    """One place where a condition does not hold."""

    condition: Condition
    detail: str
    locus: Locus | None = None

    def __str__(self) -> str:
        where = f"{self.locus}: " if self.locus else ""
        head = f"{where}{self.condition.severity}: {self.detail} [{self.condition.slug}]"
        return f"{head}\n  {self.condition.remedy}"


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """What a stage made, and what it noticed while making it."""

    value: Value
    notices: tuple[Notice, ...] = ()


NOTHING_MADE = 3
WRONG_USE = 2


class BasylymError(Exception):
    """No edition can be made; carries the one notice that says why.

    ``exit_code`` is ``WRONG_USE`` where the command line is at fault, else ``NOTHING_MADE``.
    """

    def __init__(self, notice: Notice, exit_code: int = NOTHING_MADE) -> None:
        super().__init__(str(notice))
        self.notice = notice
        self.exit_code = exit_code
