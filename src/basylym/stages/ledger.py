r"""Ledger -> ledger.tsv, and back, character for character.

Columns: id state rule line column start end before after confidence evidence. In before, after
and evidence a newline is written ``\n``, a tab ``\t``, a backslash ``\\``, a carriage return
``\r``, and any other character that might end a line, or cannot be seen, ``\u{1F}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from basylym.model.notices import BasylymError, Condition, Locus, Notice
from basylym.model.repairs import Repair, State

COLUMNS = tuple("id state rule line column start end before after confidence evidence".split())
NAMED = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
NAMED_BACK = {written[1]: letter for letter, written in NAMED.items()}
UNSAFE = re.compile("[\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
ESCAPE = re.compile(r"\\(?:u\{([0-9A-F]{1,6})\}|(.?))", re.DOTALL)


def write(ledger: Iterable[Repair]) -> str:
    """Return the ledger as tab-separated values with a header; one row a line."""
    rows = ["\t".join(COLUMNS)]
    for row in ledger:
        places = (str(number) for number in (row.line, row.column, row.start, row.end))
        texts = (escaped(row.before), escaped(row.after), f"{row.confidence:g}", escaped(row.evidence))
        rows.append("\t".join((row.id, str(row.state), row.rule, *places, *texts)))
    return "\n".join(rows) + "\n"


def read(text: str, path: str) -> tuple[Repair, ...]:
    """Return the ledger written in ``text``, which stands in ``path``.

    Raises:
        BasylymError: LEDGER_REPLAYS, at the line that is no row of a ledger.
    """
    header, *lines = text.removesuffix("\n").split("\n")
    if tuple(header.split("\t")) != COLUMNS:
        raise _unread(path, 1, f"the header is not {' '.join(COLUMNS)!r}")
    return tuple(_row(line, number, path) for number, line in enumerate(lines, 2))


def _row(line: str, number: int, path: str) -> Repair:
    fields = line.split("\t")
    if len(fields) != len(COLUMNS):
        raise _unread(path, number, f"{len(fields)} columns, not {len(COLUMNS)}")
    try:
        name, state, rule = fields[0], State(fields[1]), fields[2]
        row, column, start, end = map(int, fields[3:7])
        before, after, evidence = (unescaped(fields[place]) for place in (7, 8, 10))
        return Repair(name, state, rule, row, column, start, end, before, after, float(fields[9]), evidence)
    except ValueError as error:
        raise _unread(path, number, str(error)) from error


def _unread(path: str, number: int, found: str) -> BasylymError:
    return BasylymError(Notice(Condition.LEDGER_REPLAYS, f"no row of a ledger: {found}", Locus(path, number)))


def escaped(text: str) -> str:
    """Return ``text`` as it stands in a cell."""
    return UNSAFE.sub(lambda unsafe: NAMED.get(unsafe[0]) or f"\\u{{{ord(unsafe[0]):X}}}", text)


def unescaped(text: str) -> str:
    """Return what a cell holds.

    Raises:
        ValueError: a backslash begins no escape.
    """
    return ESCAPE.sub(_unescaped, text)


def _unescaped(escape: re.Match[str]) -> str:
    if escape[1]:
        return chr(int(escape[1], 16))
    if escape[2] not in NAMED_BACK:
        raise ValueError(f"{escape[0]!r} is no escape")
    return NAMED_BACK[escape[2]]
