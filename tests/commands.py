"""Runs commands in the test's own process, for loading the press takes a second; or in one of their own."""

import contextlib
import io
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from basylym import cli


@dataclass(frozen=True)
class Ended:
    """What a command left behind, under the names that ``subprocess`` gives them."""

    returncode: int
    stdout: str
    stderr: str


def basylym(*arguments, folder=None):
    """Run a command in ``folder``; an exception that it lets through fails the test."""
    out, told, code = io.StringIO(), io.StringIO(), 0
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(told),
        contextlib.chdir(folder or Path.cwd()),
    ):
        try:
            cli.app(list(map(str, arguments)), prog_name="basylym")
        except SystemExit as end:
            code = end.code
    return Ended(code or 0, out.getvalue(), told.getvalue())


def piped(*arguments, folder=None, **more):
    """Run a command in a process of its own, its output in pipes."""
    command = [sys.executable, "-m", "basylym", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=folder, timeout=120, check=False, **more
    )
