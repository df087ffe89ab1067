r"""FairCopy, the editor's decisions -> the same with each decision carried out, and the idle ones.

A decision finds its row by the row's name; where the source has changed, by rule, by letters of what
stood there and by the letters around it, whatever spaces and line ends a new extraction made of them.
decisions.tsv has the ledger's escapes and the columns id verdict rule before text left right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace

from basylym.model.decisions import Decision, Verdict
from basylym.model.notices import BasylymError, Condition, Locus, Notice, Outcome
from basylym.model.repairs import FairCopy, Repair, State
from basylym.stages.ledger import escaped, unescaped
from basylym.stages.repair import CHANGES_TEXT, DECODE, replay

COLUMNS = tuple(field.name for field in fields(Decision))
STATES = {Verdict.ACCEPT: State.ACCEPTED, Verdict.STET: State.STET, Verdict.REWORD: State.REWORDED}
CONTEXT = 12  # letters and digits on each side
REACH = 200  # code points in which they are looked for


def write(decisions: Iterable[Decision]) -> str:
    """Return decisions.tsv."""
    rows = ["\t".join(COLUMNS)]
    rows += ["\t".join(escaped(str(getattr(one, name))) for name in COLUMNS) for one in decisions]
    return "\n".join(rows) + "\n"


def read(text: str, path: str) -> tuple[Decision, ...]:
    """Return the decisions written in ``text``, which stands in ``path``.

    Raises:
        BasylymError: DECISION_IS_READ, at the line that is no decision.
    """
    header, *lines = text.removesuffix("\n").split("\n")
    if tuple(header.split("\t")) != COLUMNS:
        raise _unread(path, 1, f"the header is not {' '.join(COLUMNS)!r}")
    return tuple(_read(line, number, path) for number, line in enumerate(lines, 2) if line)


def _read(line: str, number: int, path: str) -> Decision:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise _unread(path, number, f"{len(cells)} columns, not {len(COLUMNS)}")
    try:
        name, verdict, *rest = (unescaped(cell) for cell in cells)
        return Decision(name, Verdict(verdict), *rest)
    except ValueError as error:
        raise _unread(path, number, str(error)) from error


def _unread(path: str, number: int, found: str) -> BasylymError:
    return BasylymError(Notice(Condition.DECISION_IS_READ, f"no decision: {found}", Locus(path, number)))


def decided(row: Repair, source: str, verdict: Verdict, text: str = "") -> Decision:
    """Return the decision about ``row`` of the ledger of ``source``, the decoded text."""
    left, right = _around(row, source)
    return Decision(row.id, verdict, row.rule, row.before, text, left, right)


def decide(fair: FairCopy, decisions: Sequence[Decision], path: str) -> Outcome[FairCopy]:
    """Carry out ``decisions``, which stand in ``path``.

    Notices:
        DECISION_IS_USED: no row fits a decision any more, or another decision is in its way.
    """
    rows = {row.id: row for row in fair.ledger}
    keys: dict[tuple[str, ...], list[str]] = {}
    if any(one.id not in rows for one in decisions):
        for row in fair.ledger:
            key = (row.rule, _letters(row.before), *_around(row, fair.source.text))
            keys.setdefault(key, []).append(row.id)
    notices: list[Notice] = []
    for number, one in enumerate(decisions, 2):
        names = (
            [one.id] if one.id in rows else keys.get((one.rule, _letters(one.before), one.left, one.right))
        )
        free = [name for name in names or () if rows[name].state in (State.APPLIED, State.QUERY)]
        told = "" if free else f"no row of the ledger is {one.id} ({one.rule}, {one.before!r})"
        told = told or _carry_out(rows, free[0], one)
        if told:
            idle = f"{one.verdict} is idle: {told}"
            notices.append(Notice(Condition.DECISION_IS_USED, idle, Locus(path, number)))
    ledger = tuple(rows[row.id] for row in fair.ledger if row.id in rows)
    return Outcome(
        FairCopy(fair.source, replay(fair.source.text, ledger), ledger, fair.moved), tuple(notices)
    )


def _carry_out(rows: dict[str, Repair], name: str, one: Decision) -> str:
    """Change one row, and take out what it stands in place of; return what stands in the way, if anything."""
    row = rows[name]
    if row.rule == DECODE:
        return "the row that says how the source was decoded is no repair"
    after = one.text if one.verdict is Verdict.REWORD else row.after
    changed = replace(row, state=STATES[one.verdict], after=after)
    if one.verdict is not Verdict.STET and row.state is State.QUERY:
        clashing = [other for other in rows.values() if other.id != name and _clash(row, other)]
        for other in clashing:
            if other.state is not State.APPLIED or not row.start <= other.start <= other.end <= row.end:
                return f"it and {other.id} ({other.rule}) claim one place"
        told = ", ".join(f"{other.id} ({other.rule})" for other in clashing)
        for other in clashing:
            del rows[other.id]
        if told:
            changed = replace(changed, evidence=f"{changed.evidence}; in place of {told}")
    rows[name] = changed
    return ""


def _clash(row: Repair, other: Repair) -> bool:
    if other.state not in CHANGES_TEXT or other.rule == DECODE:
        return False
    if row.start == row.end == other.start == other.end:
        return True
    if other.start == other.end:
        return row.start < other.start < row.end
    if row.start == row.end:
        return other.start < row.start < other.end
    return other.start < row.end and row.start < other.end


def _around(row: Repair, source: str) -> tuple[str, str]:
    left = _letters(source[max(0, row.start - REACH) : row.start])[-CONTEXT:]
    return left, _letters(source[row.end : row.end + REACH])[:CONTEXT]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
