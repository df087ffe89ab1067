"""The ledger file holds every character of every row, one row a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basylym.model.notices import BasylymError, Condition
from basylym.model.repairs import Repair, State
from basylym.stages import ledger
from basylym.stages.repair import rebuild, replay

ROW = Repair("0a1b2c3d", State.APPLIED, "space-runs", 1, 4, 3, 5, "  ", " ", 0.97, "a run")
rows = st.builds(
    Repair,
    st.text("0123456789abcdef", min_size=8, max_size=8),
    st.sampled_from(State),
    st.sampled_from(["space-runs", "decode"]),
    *(st.integers(0, 10**7),) * 4,
    st.text(),
    st.text(),
    st.sampled_from([0.5, 0.97, 1.0]),
    st.text(),
)


@given(st.lists(rows, max_size=5))
def test_what_is_written_is_read_back(made):
    text = ledger.write(made)
    assert ledger.read(text, "ledger.tsv") == tuple(made)
    assert len(text.splitlines()) == len(made) + 1


def test_line_ends_and_tabs_are_written_as_agreed():
    row = ledger.write([Repair("0", State.QUERY, "r", 1, 1, 0, 3, "\n\t\\", "", 1.0, "")]).split("\n")[1]
    assert row == "0\tquery\tr\t1\t1\t0\t3\t\\n\\t\\\\\t\t1\t"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("id\tstate\n", 1),
        (ledger.write([]) + "one\ttwo\n", 2),
        (ledger.write([ROW]).replace("applied", "maybe"), 2),
        (ledger.write([ROW]).replace("\t3\t5\t", "\tthree\t5\t"), 2),
        (ledger.write([ROW]).replace("a run", "a \\q run"), 2),
    ],
)
def test_what_is_no_ledger_is_refused_at_its_line(text, line):
    with pytest.raises(BasylymError) as caught:
        ledger.read(text, "ledger.tsv")
    assert caught.value.notice.condition is Condition.LEDGER_REPLAYS
    assert (caught.value.notice.locus.path, caught.value.notice.locus.line) == ("ledger.tsv", line)


def test_ledger_goes_both_ways():
    assert replay("one  two", [ROW]) == "one two"
    assert rebuild("one two", [ROW]) == "one  two"


@pytest.mark.parametrize("text", ["one two", "", "1234567"])
def test_ledger_of_another_source_is_refused(text):
    with pytest.raises(BasylymError) as caught:
        replay(text, [ROW])
    assert caught.value.notice.condition is Condition.LEDGER_REPLAYS
    assert ROW.id in caught.value.notice.detail


def test_ledger_of_another_fair_copy_is_refused():
    with pytest.raises(BasylymError):
        rebuild("onetwo", [ROW])


def test_overlapping_rows_are_refused():
    other = Repair("0a1b2c3e", State.APPLIED, "r", 1, 5, 4, 5, " ", "", 1.0, "")
    with pytest.raises(BasylymError):
        replay("one  two", [ROW, other])


@pytest.mark.parametrize("state", [State.QUERY, State.STET])
def test_row_that_is_not_applied_changes_nothing(state):
    row = Repair("0a1b2c3e", state, "r", 1, 1, 0, 3, "one", "two", 1.0, "")
    assert replay("one  two", [row]) == "one  two"
