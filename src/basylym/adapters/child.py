"""A command and its input -> its output, run in a child process with limits.

Untrusted text meets Pandoc and WeasyPrint only here: the child has a bound on wall-clock time
and on processor time, one on memory, an environment without proxies or secrets, an empty
folder of its own to work in, and no standard input but what it is given.
"""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from basylym.model.notices import BasylymError, Condition, Notice

KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "VIRTUAL_ENV", "PYTHONPATH")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: ``seconds`` of wall clock and of processor, ``megabytes`` of address space.

    ``megabytes`` of 0 sets no bound on address space, for runtimes that reserve much and use
    little; such a tool is then bounded by an option of its own.
    """

    seconds: int
    megabytes: int


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: its exit code and what it printed."""

    code: int
    output: bytes
    complaint: str


def run(
    command: Sequence[str],
    given: bytes,
    limits: Limits,
    *,
    tool: str,
    folder: str | None = None,
    epoch: int = 0,
    extra: Mapping[str, str] | None = None,
) -> Ended:
    """Run ``command`` with ``given`` on standard input, and wait for its end.

    Args:
        command: program and arguments; no shell sees them.
        given: bytes for standard input.
        limits: time and memory.
        tool: the tool's name as an editor knows it, for the notice.
        folder: where to run; None makes an empty folder and removes it afterwards.
        epoch: seconds since 1970-01-01 UTC, handed on as SOURCE_DATE_EPOCH.
        extra: further environment variables.

    Raises:
        BasylymError: ``CHILD_ENDS`` where a limit was reached, ``TOOL_IS_PRESENT`` where the
            program could not be started.
    """
    with contextlib.ExitStack() as stack:
        where = folder or stack.enter_context(tempfile.TemporaryDirectory(prefix="basylym-"))
        environment = {name: os.environ[name] for name in KEPT if name in os.environ}
        environment |= {
            "HOME": where,
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "SOURCE_DATE_EPOCH": str(epoch),
            **(extra or {}),
        }
        try:
            child = subprocess.Popen(  # one thread calls this, and limits need the fork
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=where,
                env=environment,
                start_new_session=True,
                preexec_fn=lambda: _limit(limits),
            )
        except OSError as error:
            detail = f"{tool} cannot be started: {error.strerror or error}"
            raise BasylymError(Notice(Condition.TOOL_IS_PRESENT, detail)) from error
        try:
            output, complaint = child.communicate(given, timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise _over(tool, f"did not end within {limits.seconds} seconds") from error
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()
    said = complaint.decode("utf-8", "replace")
    if child.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        raise _over(tool, f"used more than {limits.seconds} seconds of processor time")
    if "MemoryError" in said or "heap exhausted" in said.lower() or "out of memory" in said.lower():
        raise _over(tool, "needed more memory than it may have")
    return Ended(child.returncode, output, said)


def _limit(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits.megabytes:
        size = limits.megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _over(tool: str, what: str) -> BasylymError:
    return BasylymError(Notice(Condition.CHILD_ENDS, f"{tool} {what}"))
