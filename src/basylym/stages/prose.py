"""Markdown -> the same with all but its running prose hidden, for rules that mend prose alone.

Code, formulas, addresses, citation keys, attributes, tables that are drawn, escapes and the signs
of markup are hidden, character by character, behind one that no rule knows. So rules neither see
them nor take them for evidence, and offsets stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from basylym.model.repairs import Edit, Phase
from basylym.stages.spans import HIDDEN

PHASES = frozenset({Phase.CODE_POINTS, Phase.LETTERS, Phase.PUNCTUATION})
"""Rules about lines, structure and escapes have no say where the text is Markdown already."""
AS_TYPED = frozenset({".md"})
"""Formats in which a number in brackets is what its author made of it, and no citation to be told."""
SIGNS = frozenset("\\`*_[]{}<>|#$^~@\n\r")
TAB = 4  # as far must code stand in from the text around it
LINE_ENDS = frozenset({"\r\n", "\r"})
FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
FENCE_IN_ITEM = re.compile(r"[ \t]*(`{3,}|~{3,})")
RULER = re.compile(r"[ \t]*-{3,}(?:[ \t]+-+)*[ \t\r]*$|[ \t]*[-:]+(?:[ \t]*[|+][ \t]*[-:]+)+[ \t\r]*$")
ITEM = re.compile(r"[ \t]*(?:[-+*•]|\(?(?:\d+|[a-z]|[ivxlcdm]+|#)[.)]|\(?@[\w-]*[.)]|:|~)[ \t]+")
HEAD = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+|:{3,}.*|\[[^\]\n]{1,200}\]:[ \t]*(?!\S*\s\S*\s).*|)[ \t]*"
)
NOTE = re.compile(r"[ \t]*\[\^[^\]\s]{1,100}\]:")
PAIRED = re.compile(r"\\.|`+|\$\$|\$|\n[ \t\r]*\n", re.DOTALL)
INLINE = re.compile(
    r"\\[^\W\d_]+\*?(?:\[[^\]\n]{0,200}\])?|\\."  # commands and escapes
    r"|\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,1000}\)|\]\[[^\]\n]{0,200}\](?!\()"  # where links lead
    r"|\{[#.:=\w-][^{}\n]{0,1000}\}"  # attributes
    r"|<!--.{0,5000}?-->|</?[A-Za-z][^<>]{0,1000}>"
    r"|(?:https?|ftp)://[^\s<>]{1,2000}|\bwww\.[^\s<>]{1,2000}|\bdoi:\S{1,500}|\b10\.\d{4,9}/\S{1,500}"
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
    r"|(?<![\w\\])@(?:\{[^}\n]{0,500}\}|\w[\w:.#$%&+?<>~/-]{0,500})"
    r"|\[\^[^\]\s]{1,100}\]"
    r"|&(?:\#?\w{1,40});"
    r"|[*_~^|`]",
    re.DOTALL,
)


def hide(text: str) -> str:
    """Return ``text``, as long as it is, with every character that is no prose hidden."""
    signs = list(text)
    for start, end in (*_blocks(text), *_pairs(text), *_inline(text)):
        for place in range(start, end):
            if signs[place] not in "\n\r":
                signs[place] = HIDDEN
    return "".join(signs)


def admitted(edits: Iterable[Edit], hidden: str) -> Iterator[Edit]:
    """Yield the edits that keep to prose: they touch nothing hidden and write no markup."""
    for edit in edits:
        before = hidden[edit.start : edit.end]
        if before in LINE_ENDS and edit.after == "\n":
            yield edit
        elif HIDDEN in before or SIGNS & (set(before) | set(edit.after)):
            continue
        elif edit.start < edit.end or hidden[max(0, edit.start - 1) : edit.start + 1] != HIDDEN * 2:
            yield edit


def outside_code(edits: Iterable[Edit], hidden: str) -> Iterator[Edit]:
    """Yield the edits of which something is prose: ``[1]`` in a line of code is no citation."""
    for edit in edits:
        touched = hidden[edit.start : edit.end] or hidden[max(0, edit.start - 1) : edit.start + 1]
        if not touched or touched.strip(HIDDEN + " \n") or HIDDEN not in touched:
            yield edit


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that are code or drawn tables, and the marks that other lines begin with."""
    place = 0
    fence, listed, blank, table = "", False, True, False
    columns: list[int] = []  # where the text of each open item of a list begins
    rows = text.splitlines(keepends=True)
    drawn = _drawn(rows)
    for number, row in enumerate(rows):
        start, place = place, place + len(row)
        opened = (FENCE_IN_ITEM if fence or columns else FENCE).match(row)
        if fence or opened:
            if opened and (not fence or (opened[1].startswith(fence) and not row.strip("`~ \t\r\n"))):
                fence = "" if fence else opened[1]
            yield start, place
            continue
        empty = not row.strip()
        if empty:
            blank, table = True, False
            continue
        table = table or number in drawn
        indented = row.startswith(("    ", "\t"))
        if not indented:
            listed = bool(ITEM.match(row) or NOTE.match(row)) or (listed and not blank)
        if not listed:
            columns.clear()
        margin = _width(row[: len(row) - len(row.lstrip())])
        outer = [column for column in columns if column <= margin]
        if table or (indented and blank and (not listed or (outer and margin - outer[-1] >= TAB))):
            yield start, place
            blank = blank and indented  # code goes on until a line stands at the margin
            continue
        blank = False
        label = NOTE.match(row)
        marks = label or HEAD.match(row)
        end = marks.end() if marks else 0
        item = ITEM.match(row, end)
        begins = item.end() if item else label.end() if label else 0
        if begins:
            columns = [*outer, _width(row[:begins]) if item else TAB]
        yield start, start + max(begins, end)


def _width(margin: str) -> int:
    return len(margin.expandtabs(TAB))


def _drawn(rows: list[str]) -> set[int]:
    """Return which lines belong to tables whose columns are drawn with spaces or corners."""
    found: set[int] = set()
    first = 0
    while first < len(rows):
        last = first
        while last < len(rows) and rows[last].strip():
            last += 1
        block = rows[first:last]
        piped = all("|" in row for row in block)
        if any(row.lstrip().startswith("+") and row.rstrip().endswith("+") for row in block) or (
            len(block) > 1 and not piped and any(RULER.match(row) for row in block[:-1])
        ):
            if RULER.match(block[0]) and len(block) < len(rows):  # rows may be parted by blank lines
                closing = (n for n in range(first + 1, min(len(rows), first + 400)) if RULER.match(rows[n]))
                for number in closing:
                    if number + 1 == len(rows) or not rows[number + 1].strip():
                        last = max(last, number + 1)
                        break
            found.update(range(first, last))
        elif piped and len(block) > 1:
            found.update(n for n in range(first, last) if RULER.match(rows[n].strip().strip("|").strip()))
        first = max(last, first + 1)
    return found


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Yield code and formulas inside paragraphs: from a sign to the next of its kind."""
    opened: dict[str, int] = {}
    done = 0
    for token in PAIRED.finditer(text):
        sign = token.group()
        if sign[0] == "\n":
            opened.clear()
        elif sign[0] != "\\" and token.start() >= done:
            start = opened.pop(sign, None)
            if start is None or (sign == "$" and text[token.start() - 1].isspace()):
                if sign != "$" or not text[token.end() : token.end() + 1].isspace():
                    opened[sign] = token.start()
            else:
                yield start, token.end()
                opened.clear()
                done = token.end()


def _inline(text: str) -> Iterator[tuple[int, int]]:
    for found in INLINE.finditer(text):
        yield found.span()
