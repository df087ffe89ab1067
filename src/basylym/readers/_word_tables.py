"""The XML of a Word document -> what its tables say of their heads, where that is not certain.

A row is marked as heads, or the table's style sets the first row apart, or it is bold. Word's new tables
look as if they had heads (``w:firstRow``) in a style that sets none apart, so that says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

TABLE = re.compile(r"<w:tbl>(.*?)</w:tbl>", re.DOTALL)
ROW = re.compile(r"<w:tr\b[^>]*>(.*?)</w:tr>", re.DOTALL)
CELL = re.compile(r"<w:tc>(.*?)</w:tc>|<w:tc\s.*?</w:tc>", re.DOTALL)
RUN = re.compile(r"<w:r\b(?!Pr)[^>]*>(.*?)</w:r>", re.DOTALL)
OFF = r'(?!\s+w:val="(?:0|false|off)")'
MARKED = re.compile(rf"<w:tblHeader\b{OFF}")
BOLD = re.compile(rf"<w:b\b{OFF}")
LOOK = re.compile(r'<w:tblLook\b[^>]*?(?:w:firstRow="(1|true|on|0|false|off)"|w:val="([0-9A-Fa-f]{4})")')
STYLED = re.compile(r'<w:tblStyle\b[^>]*w:val="([^"]*)"')
STYLE = re.compile(r'<w:style\b[^>]*w:styleId="([^"]*)"[^>]*>(.*?)</w:style>', re.DOTALL)
BASED = re.compile(r'<w:basedOn\b[^>]*w:val="([^"]*)"')
FIRST = re.compile(r'<w:tblStylePr\b[^>]*w:type="firstRow"')
FIRST_ROW = 0x0020
HABIT = "nothing marks its first row as its heads, but the look of every new table does"
LONGEST = 20  # styles that are based one on the other


def doubts(body: str, styles: str) -> Iterator[str]:
    """Yield what is told of each table whose heads nothing shows."""
    known: dict[str, str] = dict(STYLE.findall(styles))
    for number, table in enumerate(TABLE.findall(body), 1):
        rows = ROW.findall(table)
        if len(rows) < 2 or len(CELL.findall(rows[0])) < 2:
            continue  # it lays out a page
        if MARKED.search(rows[0]) or _is_bold(rows[0]):
            continue
        if not _looks_headed(table):
            yield f"table {number}: nothing marks a row as its heads, and it has none"
        elif not _sets_apart(table, known):
            yield f"table {number}: {HABIT}"


def _is_bold(row: str) -> bool:
    runs = [run for run in RUN.findall(row) if re.search(r"<w:t\b[^>]*>[^<]*\S", run)]
    return bool(runs) and all(BOLD.search(run) for run in runs)


def _looks_headed(table: str) -> bool:
    looks = LOOK.search(table)
    if looks is None:
        return False
    return looks[1] in ("1", "true", "on") if looks[1] else bool(int(looks[2], 16) & FIRST_ROW)


def _sets_apart(table: str, styles: dict[str, str]) -> bool:
    """Whether the table's style, or one that it is based on, sets the first row apart."""
    named = STYLED.search(table)
    for _ in range(LONGEST):
        content = styles.get(named[1], "") if named else ""
        if FIRST.search(content):
            return True
        named = BASED.search(content)
    return False
