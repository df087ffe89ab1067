"""Lines of a text -> which of them were a table: by their columns, their figures, or the caption above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from basylym.model.captions import caption, of_table
from basylym.repairs._cells_on_lines import CELL, CELLS, NUMBER, NUMERIC, cells_from
from basylym.repairs._drawn_tables import OPENS, drawn
from basylym.repairs._lines import HYPHENATED, SENTENCE_END, Line, lines_of
from basylym.repairs._ragged_tables import Ragged, ragged
from basylym.repairs._table_bounds import is_list, last_of
from basylym.repairs._table_ends import tabbed, whole

GAP = re.compile(r"(?<=\S)(?:[ \u00a0]{2,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)")
WIDE = re.compile(r"[ \u00a0]{2}|\t")
ROW = re.compile(rf"(?P<label>(?:\S+[ \u00a0]){{0,6}}?)(?P<cells>{NUMBER}(?:[ \u00a0]{NUMBER}){{1,15}})")
MARKER = re.compile(r"(?:\(?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})[.)]|\[\d{1,3}\]\.?|\d{1,3}|[-–—•*·▪]|№)")
NUMBERED = re.compile(r"\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?")  # as clauses of a law are
DIGIT, LABEL = re.compile(r"\d"), 24  # signs of a line in which a caption's number stands
FIGURE, END = re.compile(r"\d[^\w\s]{0,3}\Z"), 4  # signs in which a line's last figure ends
FENCE = re.compile(r"(`{3,})")
ROWS = 3  # that show columns
SHORT, WORDS = 60, 6  # signs of a row; words of a sentence
TABS = "tabs part its columns"
RIVER, STARTS = 2, 8  # signs between columns; lines of a run that a table may begin on


@dataclass(frozen=True, slots=True)
class Table:
    """Lines that were a table.

    Attributes:
        first, last: numbers of its first and last line.
        told: what shows it.
        columns: whether its columns are unmistakable.
        fenced: whether it stands between fences already, which are its first and last line.
    """

    first: int
    last: int
    told: str
    columns: bool = False
    fenced: bool = False


@lru_cache(maxsize=4)
def tables_of(text: str) -> tuple[Table, ...]:
    """Return the tables among the lines of ``text``, in order."""
    return tuple(_tables(lines_of(text)))


def _tables(lines: Sequence[Line]) -> Iterator[Table]:
    said = [line.text.strip() for line in lines]
    rows, cells = _rows_from(said), cells_from(said)
    tried: Counter[int] = Counter()  # of lines with gaps: where a run of them ends -> its lines looked at
    done, loose = 0, {one.first: one for one in ragged(lines)}
    loose |= {first: Ragged(first, last, TABS) for first, last in tabbed(lines)}
    for at, line in enumerate(lines):
        if at < done or not said[at] or not (at in rows or at in cells or _may_open(line.text)):
            continue
        if opened := FENCE.match(line.text):
            closed = next((n for n in range(at + 1, len(lines)) if said[n] == opened[1]), 0)
            if closed:
                yield Table(at, closed, "", fenced=True)
                done = closed + 1
                continue
        if said[at][0] in OPENS and (last := drawn(lines, at)):
            yield Table(at, last, "its rules are drawn", True)
            done = last + 1
            continue
        if at and HYPHENATED.search(said[at - 1]):
            continue  # this line ends the word that the one before began
        found = (
            (_captioned(lines, at) if of_table(_stands(lines, at)) else None)
            or _columns(lines, at, tried=tried)
            or _rows(lines, at, rows.get(at))
            or _cells(lines, at, cells.get(at))
        )
        if at in loose and (found is None or found.last < loose[at].last):
            found = Table(at, loose[at].last, loose[at].told, True)
        if found:
            first, last = found.first, last_of(said, found.last)
            if found.columns and found.told != TABS:
                first, last = whole(lines, first, last)
            found = replace(found, first=max(first, done), last=last)
            yield found
            done = max(at, found.last) + 1


def _may_open(line: str) -> bool:
    """Tell whether a line may open a table by a fence, a rule, a gap or a caption: next to none does."""
    gap = "  " in line or "\t" in line or "\u00a0" in line
    return gap or line[0] in OPENS or line.startswith("```") or bool(DIGIT.search(line, 0, LABEL))


def _stands(lines: Sequence[Line], at: int) -> re.Match[str] | None:
    """Return the caption on a line, where it does not go on with the sentence of the line before."""
    if not DIGIT.search(lines[at].text, 0, LABEL):  # next to no line goes further
        return None
    before = lines[at - 1].text.strip() if at else ""
    return caption(lines[at].text.strip()) if not before or SENTENCE_END.search(before) else None


def _run(lines: Sequence[Line], at: int) -> int:
    """Return where the paragraph of a line ends."""
    while at < len(lines) and lines[at].text.strip():
        at += 1
    return at


def _columns(
    lines: Sequence[Line], at: int, least: int = ROWS, tried: Counter[int] | None = None
) -> Table | None:
    """Return the table whose columns begin to stand on line ``at``, parted by tabs or by spaces.

    A table begins with its run of lines that have gaps, or a few below a line that happens to have one; where
    gaps stand all over a text, each line of it would else be held against all those below.
    """
    if not WIDE.search(lines[at].text) or (tried and tried[at] >= STARTS):
        return None
    last = at
    while last < len(lines) and (GAP.search(lines[last].text) or _continues(lines, last, at)):
        last += 1
    if tried is not None:
        for number in range(at + 1, last) if not tried[at] else ():
            tried[number] = number - at
    rows = [line.text.replace("\u00a0", " ").rstrip() for line in lines[at:last]]
    if len(rows) < least or is_list(rows):
        return None
    tabs = [len(re.split(r" *\t[ \t]*", row.strip())) for row in rows]
    if min(tabs) > 1:
        usual, times = Counter(tabs).most_common(1)[0]
        cells = [re.split(r" *\t[ \t]*", row.strip()) for row in rows]
        sure = times >= 0.8 * len(rows) and usual > 1
        return Table(at, last - 1, TABS, True) if sure and _is_table(cells) else None
    edges = rivers(rows)
    cells = [parted(row, edges) for row in rows]
    if edges and _is_table(cells) and (len(edges) > 1 or least < ROWS or _numeric(cells) or _wide(rows)):
        return Table(at, last - 1, f"{len(rows)} lines stand in {len(edges) + 1} columns", True)
    return None


def _continues(lines: Sequence[Line], at: int, first: int) -> bool:
    """Tell whether a line without a gap belongs to the rows around it: a cell that goes on."""
    said = lines[at].text.strip()
    beside = (
        at > first
        and at + 1 < len(lines)
        and GAP.search(lines[at - 1].text)
        and GAP.search(lines[at + 1].text)
    )
    return bool(said and beside and len(said) <= CELL and not SENTENCE_END.search(said))


def rivers(rows: Sequence[str]) -> list[tuple[int, int]]:
    """Return where all ``rows`` are blank, with text in most rows on both sides: columns from 0."""
    width = max(map(len, rows))
    blank = [all(place >= len(row) or row[place] == " " for row in rows) for place in range(width)]
    found, place = [], 0
    while place < width:
        end = place
        while end < width and blank[end]:
            end += 1
        both = sum(bool(row[:place].strip()) and bool(row[end:].strip()) for row in rows)
        if end - place >= RIVER and 3 * both >= 2 * len(rows):
            found.append((place, end))
        place = max(end, place + 1)
    return found


def parted(row: str, edges: Sequence[tuple[int, int]]) -> list[str]:
    """Return the cells of a row between ``edges``."""
    starts = [0, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), len(row)]
    return [row[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _wide(rows: Sequence[str]) -> bool:
    gaps = [len(gap.group()) for row in rows for gap in GAP.finditer(row)]
    return bool(gaps) and sorted(gaps)[len(gaps) // 4] > RIVER


def _numeric(cells: Sequence[Sequence[str]]) -> bool:
    """Tell whether a column but the first holds figures."""
    for column in range(1, max(map(len, cells))):
        said = [row[column] for row in cells if column < len(row) and row[column]]
        if len(said) > 1 and sum(bool(NUMERIC.fullmatch(one)) for one in said) >= 0.6 * len(said):
            return True
    return False


def _is_table(cells: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows are no list, no labels with what they label, and no prose that runs on."""
    pairs = all(len(row) == 2 for row in cells)
    if pairs and sum(bool(MARKER.fullmatch(row[0])) for row in cells) >= 0.5 * len(cells):
        return False
    if pairs and all(NUMBERED.fullmatch(row[0]) for row in cells) and not _numeric(cells):
        return False
    if pairs and 2 * sum(row[0].endswith(":") for row in cells) >= len(cells):
        return False
    lengths = sorted(len(cell) for row in cells for cell in row if cell)
    if lengths[len(lengths) // 2] > CELL + 5:
        return False
    opens = [next((cell for cell in row if cell), "") for row in cells[1:]]
    small = sum(one[:1].islower() for one in opens)
    broken = sum(row[-1].endswith(("-", "\u00ad")) and len(row[-1]) > 1 for row in cells)
    return not broken and (_numeric(cells) or small <= 0.2 * len(opens))


def _rows_from(said: Sequence[str]) -> dict[int, tuple[int, int, bool]]:
    """Return, by the line it begins on, each run of lines that end in figures.

    Args:
        said: what the lines say, without spaces around it.

    Returns:
        Where the run ends, in how many figures its first line ends, and whether all of them end in as many.
    """
    made: dict[int, tuple[int, int, bool]] = {}
    for at in range(len(said) - 1, -1, -1):
        row = None
        if said[at] and not said[at][-1].isalpha() and FIGURE.search(said[at], max(0, len(said[at]) - END)):
            row = ROW.fullmatch(said[at])
        if row is not None:
            count = len(row["cells"].split())
            end, below, alike = made.get(at + 1, (at + 1, count, True))
            made[at] = end, count, alike and below == count
    return made


def _rows(lines: Sequence[Line], at: int, run: tuple[int, int, bool] | None) -> Table | None:
    """Return the table whose rows end in as many figures each; the short line above is its head."""
    if run is None or run[0] - at < ROWS or not run[2]:
        return None
    end, figures, _ = run
    above = lines[at - 1].text.strip() if at else ""
    head = above and len(above) <= SHORT and not SENTENCE_END.search(above) and not caption(above)
    opens = head and (at < 2 or not lines[at - 2].text.strip() or of_table(_stands(lines, at - 2)))
    return Table(at - 1 if opens else at, end - 1, f"{end - at} lines end in {figures} figures each")


def _cells(lines: Sequence[Line], at: int, run: tuple[int, int, int] | None) -> Table | None:
    """Return the table whose cells stand one on a line, many of them figures."""
    if run is None or run[0] - at < CELLS:
        return None
    end, figures, whole = run
    if figures < 0.4 * (end - at):
        return None
    if figures == whole == end - at:
        return None  # numbers of lines or pages
    return Table(at, end - 1, f"{figures} of {end - at} short lines are figures")


def _captioned(lines: Sequence[Line], at: int) -> Table | None:
    """Return what stands under a caption and is no prose, up to its last figure."""
    bare = not (caption(lines[at].text.strip()) or {"title": ""})["title"].strip()
    place = at + 1
    while place < len(lines) and not lines[place].text.strip():
        place += 1
    parted_by_blanks = _run(lines, place) == place + 1 and place < len(lines)
    first, found = place, []
    while place < len(lines):
        said = lines[place].text.strip()
        if not said and parted_by_blanks:
            place += 1
            continue
        if not said or "://" in said:  # a note stands below the table
            break
        words = said.split()
        if len(said) > SHORT or (SENTENCE_END.search(said) and len(words) > WORDS) or caption(said):
            break
        found.append((place, any(NUMERIC.fullmatch(word) for word in words), len(words)))
        place += 1
    if bare and len(found) > 2 and not found[0][1] and not found[1][1] and found[0][2] > 2:
        found = found[1:]  # the table's title
    if not found or FENCE.match(lines[found[0][0]].text):
        return None
    if columns := _columns(lines, found[0][0], 2):
        return columns
    figures = [n for n, (_, figure, _) in enumerate(found) if figure]
    if len(figures) < 2 or 3 * len(figures) < figures[-1] + 1 or figures[-1] + 1 < ROWS:
        return None
    first, last = found[0][0], found[figures[-1]][0]
    return Table(first, last, f"{len(figures)} lines with figures stand under a table's caption")
