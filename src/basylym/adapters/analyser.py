"""A finite-state analyser that the user has, and word forms -> those that it knows.

None is ours to ship; apertium-kaz, for one, is compiled by its owner. It is set and never searched for: the
variable ``BASYLYM_ANALYSER_KK`` holds the path of the transducer for Kazakh, and so on by language. HFST's
files are looked up with ``hfst-lookup``, lttoolbox's with ``lt-proc`` (on Debian the packages hfst and
lttoolbox), in a child with limits. What is set and cannot be used is an error: nothing falls back.

Source: the output formats of hfst-lookup 3.16 and lt-proc 3.7; tests/contracts/test_analyser.py holds them.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from basylym.adapters import child
from basylym.model.notices import BasylymError, Condition, Notice
from basylym.model.repairs import Analyser

VARIABLE = "BASYLYM_ANALYSER_"
FORM = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")  # what may be asked: nothing that is a sign to either program
HFST, LTTOOLBOX = "hfst-lookup", "lt-proc"
MAGIC = {b"HFST": HFST, b"LTTB": LTTOOLBOX}
LIMITS = child.Limits(seconds=120, megabytes=4096)


def configured() -> dict[str, str]:
    """Return for which languages an analyser is set: lower-case BCP 47 tag -> path of its transducer."""
    return {
        name.removeprefix(VARIABLE).lower().replace("_", "-"): path
        for name, path in sorted(os.environ.items())
        if name.startswith(VARIABLE) and path
    }


def opened(path: str) -> Analyser:
    """Return the analyser whose transducer lies at ``path``.

    Raises:
        BasylymError: TOOL_IS_PRESENT, where there is no such file, it is of neither format, or the
            program that reads it is not installed.
    """
    program = _program(Path(path))
    if shutil.which(program) is None:
        raise _lacking(f"the analyser {path} needs {program}, which is not installed")
    return Analyser(f"the analyser {Path(path).name}", partial(_known, program, str(Path(path).resolve())))


def _program(path: Path) -> str:
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise _lacking(f"the analyser {path} cannot be read: {error.strerror}") from error
    if start in MAGIC:
        return MAGIC[start]
    if path.suffix == ".bin":  # lttoolbox before 3.5 wrote no mark
        return LTTOOLBOX
    raise _lacking(f"the analyser {path} is a transducer of neither HFST nor lttoolbox")


def _lacking(told: str) -> BasylymError:
    return BasylymError(Notice(Condition.TOOL_IS_PRESENT, told))


def _known(program: str, path: str, forms: frozenset[str]) -> frozenset[str]:
    """Return those of ``forms`` that the analyser knows, as they stand or in lower case."""
    asked = sorted({one for form in forms if FORM.fullmatch(form) for one in (form, form.lower())})
    if not asked:
        return frozenset()
    command = [program, "-q", path] if program == HFST else [program, path]
    given = "".join(f"{form}\n" for form in asked).encode()
    ended = child.run(command, given, LIMITS, tool=program)
    if ended.code:
        raise _lacking(f"{program} cannot use {path}: {ended.complaint.strip()[:200]}")
    told = ended.output.decode("utf-8", "replace")
    right = frozenset(_by_hfst(told) if program == HFST else _by_lttoolbox(told))
    return frozenset(form for form in forms if form in right or form.lower() in right)


def _by_hfst(told: str) -> Iterator[str]:
    """``form TAB analysis TAB weight``, a line for each analysis; ``form+?`` for none."""
    for row in told.splitlines():
        form, *rest = row.split("\t")
        if rest and not any(cell.endswith("+?") for cell in rest):
            yield form


def _by_lttoolbox(told: str) -> Iterator[str]:
    """``^form/analysis/...$``; ``^form/*form$`` for none; a form that it knows in parts has several."""
    for row in told.splitlines():
        if found := re.fullmatch(r"\^([^/^$]+)/(?!\*)[^$]*\$", row):
            yield found[1]
