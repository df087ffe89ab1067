"""Notices and progress -> the terminal, or one JSON object: the one home of rich.

Progress goes to standard error and only to a terminal; notices go to standard error, so that
standard output holds what a command was asked for.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console

from basylym.model.notices import Notice, Severity

Report = Callable[[str], None]
ERRORS = Console(stderr=True, highlight=False, soft_wrap=True)
COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.QUERY: "cyan"}


@contextmanager
def progress() -> Iterator[Report]:
    """Show the step under way on a terminal; stay silent in a pipe."""
    if not ERRORS.is_terminal:
        yield lambda step: None
        return
    with ERRORS.status("") as status:
        yield lambda step: status.update(step)


def show(notices: Sequence[Notice]) -> None:
    """Print notices, errors last, where the eye falls first."""
    order = list(Severity)
    for notice in sorted(notices, key=lambda notice: -order.index(notice.condition.severity)):
        head, _, remedy = str(notice).partition("\n")
        colour = COLOURS[notice.condition.severity]
        ERRORS.print(head, style=colour, markup=False)
        ERRORS.print(remedy, markup=False)
    if notices:
        counts = Counter(notice.condition.severity for notice in notices)
        told = [
            counted(counts[kind], kind, "queries" if kind is Severity.QUERY else "")
            for kind in Severity
            if counts[kind]
        ]
        ERRORS.print(", ".join(told), markup=False)


def counted(number: int, one: str, many: str = "") -> str:
    """``1 repair``, ``2 repairs``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def say(text: str) -> None:
    """Print a line of the result on standard output."""
    sys.stdout.write(f"{text}\n")


def print_json(values: dict[str, Any]) -> None:
    """Print one JSON object on standard output."""
    sys.stdout.write(json.dumps(values, ensure_ascii=False, indent=2, default=str) + "\n")


def as_json(notice: Notice) -> dict[str, Any]:
    """A notice as a machine reads it."""
    condition, locus = notice.condition, notice.locus
    return {
        "condition": condition.slug,
        "severity": str(condition.severity),
        "detail": notice.detail,
        "path": locus.path if locus else None,
        "line": locus.line if locus else None,
        "column": locus.column if locus else None,
        "remedy": condition.remedy,
    }
