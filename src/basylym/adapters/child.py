"""A command and its input -> its output, run in a child process with limits.

Untrusted text meets Pandoc and WeasyPrint only here: the child has a bound on wall-clock time
and on processor time, one on memory, one on each file it writes, an environment without proxies
or secrets, an empty folder of its own to work in, and no standard input but what it is given.
Its standard streams are files, so that the bound holds for what it prints too, and so that
nobody waits for a pipe which a grandchild holds open.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import IO

from basylym.model.notices import BasylymError, Condition, Notice

SIGNS_OF_NO_MEMORY = ("memoryerror", "heap exhausted", "out of memory", "cannot allocate memory", "bad_alloc")
MEGABYTE = 1024 * 1024
COMPLAINT_READ = MEGABYTE  # bytes of standard error that are read, from its start
DIE_WITH_PARENT = getattr(ctypes.CDLL(None), "prctl", None) if sys.platform == "linux" else None
OPTIONS = {
    resource.RLIMIT_CPU: "cpu",
    resource.RLIMIT_CORE: "core",
    resource.RLIMIT_FSIZE: "fsize",
    resource.RLIMIT_AS: "as",
}
"""What prlimit calls each limit."""
KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "VIRTUAL_ENV", "PYTHONPATH")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: ``seconds`` of wall clock and of processor, ``megabytes`` of address space.

    ``megabytes`` of 0 sets no bound on address space, for runtimes that reserve much and use
    little; such a tool is then bounded by an option of its own. ``written`` bounds, in megabytes,
    each file that the child writes, its standard output among them.
    """

    seconds: int
    megabytes: int
    written: int = 512


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
        streams = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
        streams[0].write(given)
        streams[0].seek(0)
        try:
            child = _started(command, limits, streams, where, environment)
        except OSError as error:
            detail = f"{tool} cannot be started: {error.strerror or error}"
            raise BasylymError(Notice(Condition.TOOL_IS_PRESENT, detail)) from error
        with _ended(child):
            if not _wait(child, limits.seconds):
                raise _over(tool, f"did not end within {limits.seconds} seconds")
        if any(os.fstat(stream.fileno()).st_size >= limits.written * MEGABYTE for stream in streams[1:]):
            raise _over(tool, f"printed more than {limits.written} MB")
        said = _read(streams[2], COMPLAINT_READ).decode("utf-8", "replace")
        _judge(tool, child.returncode, said, limits)
        return Ended(child.returncode, _read(streams[1]), said)


def _started(
    command: Sequence[str],
    limits: Limits,
    streams: Sequence[IO[bytes]],
    where: str,
    environment: dict[str, str],
) -> subprocess.Popen[bytes]:
    """The child, bounded before it runs.

    Bounded by two programs of Linux where they are: a press is large, and copying it by a fork, only to set
    limits there, took longer than Pandoc takes for an article.
    """
    bounders = _bounders()
    if bounders:
        if shutil.which(command[0]) is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        prlimit, setpriv = bounders
        bounds = [f"--{OPTIONS[kind]}={most}:{hard}" for kind, most, hard in _bounds(limits)]
        command = [prlimit, *bounds, setpriv, "--pdeathsig", "KILL", "--", *command]
    return subprocess.Popen(
        list(command),
        stdin=streams[0],
        stdout=streams[1],
        stderr=streams[2],
        cwd=where,
        env=environment,
        start_new_session=True,
        preexec_fn=None if bounders else partial(_limit, limits, os.getpid()),  # one thread calls this
    )


@cache
def _bounders() -> tuple[str, str] | None:
    """``prlimit`` and ``setpriv`` of util-linux, where both are there and do what is asked of them here."""
    prlimit, setpriv = map(shutil.which, ("prlimit", "setpriv"))
    if sys.platform != "linux" or prlimit is None or setpriv is None:
        return None
    tried = [prlimit, "--core=0:0", setpriv, "--pdeathsig", "KILL", "--", "true"]
    ended = subprocess.run(tried, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return (prlimit, setpriv) if ended.returncode == 0 else None


def _wait(child: subprocess.Popen[bytes], seconds: int) -> bool:
    """Whether the child ended in time. A descriptor tells at once; ``Popen.wait`` looks every 50 ms."""
    if not hasattr(os, "pidfd_open"):
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(seconds)
        return child.returncode is not None
    told = os.pidfd_open(child.pid)
    try:
        return bool(select.select([told], [], [], seconds)[0])
    finally:
        os.close(told)


@contextlib.contextmanager
def _ended(child: subprocess.Popen[bytes]) -> Iterator[None]:
    """Leave no process of the child's group behind, whatever happens."""
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _judge(tool: str, code: int, said: str, limits: Limits) -> None:
    """Raise ``CHILD_ENDS`` where the way a child ended shows that it reached a limit."""
    if code == -signal.SIGXCPU:
        raise _over(tool, f"used more than {limits.seconds} seconds of processor time")
    if code == -signal.SIGXFSZ:
        raise _over(tool, f"wrote a file of more than {limits.written} MB")
    if code == -signal.SIGKILL:
        raise _over(tool, "was stopped: it used too much memory or processor time")
    if code and any(sign in said.lower() for sign in SIGNS_OF_NO_MEMORY):
        raise _over(tool, "needed more memory than it may have")


def _read(stream: IO[bytes], most: int = -1) -> bytes:
    stream.seek(0)
    return stream.read(most)


def _limit(limits: Limits, press: int) -> None:
    if DIE_WITH_PARENT is not None:
        DIE_WITH_PARENT(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: no child outlives a press that was killed
        if os.getppid() != press:  # it was killed before this child asked for that
            os._exit(1)
    for kind, most, hard in _bounds(limits):
        resource.setrlimit(kind, (most, hard))


def _bounds(limits: Limits) -> Iterator[tuple[int, int, int]]:
    """Kind, limit and hard limit; never above one that already stands, which the kernel would refuse."""
    wanted = {
        resource.RLIMIT_CPU: (limits.seconds, limits.seconds + 1),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_FSIZE: (limits.written * MEGABYTE,) * 2,
    }
    if limits.megabytes:
        wanted[resource.RLIMIT_AS] = (limits.megabytes * MEGABYTE,) * 2
    for kind, (most, hard) in wanted.items():
        standing = resource.getrlimit(kind)[1]
        least = min(most, standing) if standing != resource.RLIM_INFINITY else most
        yield kind, least, min(hard, standing) if standing != resource.RLIM_INFINITY else hard


def _over(tool: str, what: str) -> BasylymError:
    return BasylymError(Notice(Condition.CHILD_ENDS, f"{tool} {what}"))
