"""A child's limits hold: time, processor, memory, output, and nothing is left behind."""

import os
import select
import sys
import time

import pytest

from basylym.adapters import child
from basylym.model.notices import BasylymError, Condition

SHORT = child.Limits(seconds=1, megabytes=512)


def python(script, given=b"", limits=SHORT, **options):
    return child.run([sys.executable, "-c", script], given, limits, tool="Python", **options)


def stopped(script, limits=SHORT):
    began = time.monotonic()
    with pytest.raises(BasylymError) as caught:
        python(script, limits=limits)
    assert caught.value.notice.condition is Condition.CHILD_ENDS
    assert time.monotonic() - began < 4
    return caught.value.notice.detail


def gone(pid):
    """Whether a process ends within two seconds: the kernel kills, but does not wait."""
    try:
        told = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([told], [], [], 2)[0])
    finally:
        os.close(told)


def test_output_complaint_and_code_come_back():
    ended = python(
        "import sys; print(sys.stdin.read()[::-1]); print('oh', file=sys.stderr); sys.exit(3)", b"ab"
    )
    assert (ended.code, ended.output, ended.complaint) == (3, b"ba\n", "oh\n")


def test_sleeping_child_is_stopped():
    assert "within 1 seconds" in stopped("import time; time.sleep(30)")


def test_busy_child_is_stopped_by_either_clock():
    detail = stopped("while True: pass")
    assert "processor time" in detail or "within 1 seconds" in detail


def test_processor_time_is_bounded_by_the_kernel_itself():
    shown = python("import resource as r; print(r.getrlimit(r.RLIMIT_CPU))").output
    assert shown == b"(1, 2)\n"


def test_limits_hold_where_the_programs_that_set_them_are_missing(monkeypatch):
    monkeypatch.setattr(child, "_bounders", lambda: None)
    shown = python(
        "import resource as r; print(r.getrlimit(r.RLIMIT_CPU), r.getrlimit(r.RLIMIT_CORE))"
    ).output
    assert shown == b"(1, 2) (0, 0)\n"
    assert "memory" in stopped("x = bytearray(2 * 1024 ** 3)")
    with pytest.raises(BasylymError) as caught:
        child.run(["no-such-program-anywhere"], b"", SHORT, tool="Nothing")
    assert caught.value.notice.condition is Condition.TOOL_IS_PRESENT


def test_hungry_child_is_stopped():
    assert "memory" in stopped("x = bytearray(2 * 1024 ** 3)")


def test_child_that_prints_without_end_is_stopped():
    limits = child.Limits(seconds=3, megabytes=512, written=4)
    assert "4 MB" in stopped("import sys\nwhile True: sys.stdout.buffer.write(b'x' * 65536)", limits)
    assert "4 MB" in stopped("import sys\nwhile True: sys.stderr.buffer.write(b'x' * 65536)", limits)


def test_tool_that_does_not_catch_the_signal_is_stopped_too():
    limits = child.Limits(seconds=3, megabytes=0, written=4)
    with pytest.raises(BasylymError, match="4 MB"):
        child.run(["yes"], b"", limits, tool="yes")


def test_output_just_below_its_bound_comes_back_whole():
    limits = child.Limits(seconds=5, megabytes=512, written=2)
    ended = python("import sys; sys.stdout.write('x' * (2 * 1024 * 1024 - 1))", limits=limits)
    assert len(ended.output) == 2 * 1024 * 1024 - 1


def test_file_that_the_child_writes_is_bounded():
    limits = child.Limits(seconds=3, megabytes=512, written=1)
    script = "open('big', 'wb').write(b'x' * 3_000_000)"
    assert python(script, limits=limits).code != 0


def test_large_input_to_a_child_that_does_not_read_it_does_no_harm():
    assert python("print('done')", b"x" * 3_000_000).output == b"done\n"


def test_grandchildren_die_with_the_child(tmp_path):
    told = tmp_path / "pid"
    script = (
        "import subprocess, sys\n"
        "kid = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(told)!r}, 'w').write(str(kid.pid))\n"
    )
    began = time.monotonic()
    assert python(script).code == 0
    assert time.monotonic() - began < 1  # nobody waits for the output which the grandchild holds open
    assert gone(int(told.read_text()))


def test_grandchildren_of_a_child_that_overran_die_too(tmp_path):
    told = tmp_path / "pid"
    stopped(
        "import os, time\n"
        "if os.fork() == 0:\n"
        f"    open({str(told)!r}, 'w').write(str(os.getpid()))\n"
        "time.sleep(60)\n"
    )
    assert gone(int(told.read_text()))


def test_environment_holds_no_secret_and_no_proxy(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    monkeypatch.setenv("SECRET", "s3cret")
    shown = python("import os; print(sorted(os.environ))").output.decode()
    assert "PROXY" not in shown
    assert "SECRET" not in shown


def test_child_works_in_an_empty_folder_that_is_removed():
    shown = python("import os; print(os.getcwd(), os.listdir('.'))").output.decode()
    folder, listed = shown.strip().split(" ", 1)
    assert listed == "[]"
    assert not os.path.exists(folder)


def test_clock_handed_on_is_the_colophons():
    script = "import os; print(os.environ['SOURCE_DATE_EPOCH'], os.environ['TZ'])"
    assert python(script, epoch=1415145600).output == b"1415145600 UTC\n"


def test_missing_program_is_a_notice():
    with pytest.raises(BasylymError) as caught:
        child.run(["no-such-program-anywhere"], b"", SHORT, tool="Nothing")
    assert caught.value.notice.condition is Condition.TOOL_IS_PRESENT


def test_words_of_the_author_in_a_complaint_are_no_fault():
    assert python("import sys; print('out of memory', file=sys.stderr)").code == 0


def test_limit_already_lower_than_ours_is_kept():
    script = (
        "import resource as r; r.setrlimit(r.RLIMIT_CPU, (5, 5))\n"
        "from basylym.adapters import child\n"
        "import sys\n"
        "limits = child.Limits(seconds=20, megabytes=0)\n"
        "told = 'import resource as r; print(r.getrlimit(r.RLIMIT_CPU))'\n"
        "print(child.run([sys.executable, '-c', told], b'', limits, tool='Python').output)\n"
    )
    ended = python(script, limits=child.Limits(seconds=20, megabytes=0))
    assert b"(5, 5)" in ended.output, ended.complaint
