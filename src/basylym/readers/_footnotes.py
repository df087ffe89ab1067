"""Small lines at the foot of a PDF's pages -> notes, and where in the text each is called.

A number begins a note only where it counts on; what stands before the first mark of a page goes on with the
last note of the page before, if that has not ended. A list of references in small letters is no notes: it
goes on at the head of the next page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from basylym.adapters.pdf_text import Line
from basylym.readers._draft import MARK, NOTE, Note, marks_of
from basylym.readers._paragraphs import ENDED, HEAD, Placed

FIGURED = re.compile(r"\d[.,:]\Z")  # 3.1 and 12:4 are numbers, and no calls behind a stop
APART = 1.45  # of the size: more than between the lines of a note
SAME = 0.07  # of the size: letters of one size


def next_number(small: Sequence[Placed]) -> str:
    """The number of the note after those at the foot of the pages before."""
    found = (MARK.match(placed.line.text) for placed in reversed(small))
    return next((str(int(mark[1]) + 1) for mark in found if mark and mark[1].isdigit()), "1")


def called_on(lines: Sequence[Line]) -> set[str]:
    """The marks that stand raised behind a word of a page."""
    return {
        mark
        for line in lines
        for start, end in line.raised
        if start
        for mark in marks_of(line.text[start:end])
    }


def begins_note(line: Line, marks: Set[str], above: Line | None, usual: float, expected: Set[str]) -> bool:
    """Whether a line begins a note, and not an entry of a list of references, which is small as well.

    A note begins with one of the marks that stand raised on its page. Where none can be told as raised, it
    stands below the text, as no list does: a heading stands above that, or nothing; and its number is 1, or
    the next after the last note's.
    """
    mark = MARK.match(line.text)
    below_text = above is not None and above.size < HEAD * usual and not above.bold
    if not mark:
        return False
    if mark[1] in marks:
        return True
    return below_text and not marks and (mark[1] in expected or not mark[1].isdigit())


def split(
    column: list[Line],
    usual: float,
    marks: Set[str],
    expected: Set[str],
    before: Placed | None,
    above: Line | None = None,
) -> tuple[list[Line], list[Line]]:
    """The text of a column, and the notes at its foot.

    Args:
        above: the line above the column, if text stands there.
        before: the last line of the notes before these; they may go on here.
    """
    small = len(column)
    while small and column[small - 1].size <= NOTE * usual:
        small -= 1
    above = column[small - 1] if small else above
    at = small
    while at < len(column) and not begins_note(column[at], marks, above, usual, expected):
        at += 1
    if above is not None and at > small and before is not None and goes_on(before, column[small]):
        at = small
    text, foot = column[:at], column[at : at + 1]
    apart = False
    for one, line in pairwise(column[at:]):
        if begins_note(line, marks, None, usual, expected):
            apart = False
        elif line.base - one.base > APART * line.size and ENDED.search(one.text):
            apart = True  # what a publisher tells below the notes
        (text if apart else foot).append(line)
    return text, foot


def goes_on(before: Placed, line: Line) -> bool:
    """Whether a small line below the text goes on with the note that the page before ends with."""
    alike = abs(before.line.size - line.size) <= SAME * line.size
    return alike and not ENDED.search(before.line.text) and line.text[:1].islower()


def is_list(small: Sequence[Placed], column: Sequence[Line], usual: float) -> bool:
    """Whether the notes of the page before go on at the head of this one, as a list of references does."""
    first = column[0] if column else None
    if first is None or not small or first.size > NOTE * usual:
        return False
    mark = MARK.match(first.text)
    return bool(mark and mark[1].isdigit() and mark[1] == next_number(small) and mark[1] != "1")


def notes(lines: Sequence[Placed]) -> list[Note]:
    """Cut what stands at the foot of pages into notes; a number begins one only where it counts on."""
    found: list[Note] = []
    for line in lines:
        mark = MARK.match(line.line.text)
        last = found[-1] if found and found[-1].lines[0].page == line.page else None
        counts = bool(mark and (last is None or _counts_on(last.mark, mark[1])))
        if mark and counts:
            found.append(Note((line,), mark[1], line.page))
        elif found:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
    return found


def _counts_on(last: str, mark: str) -> bool:
    return int(mark) == int(last) + 1 if mark.isdigit() and last.isdigit() else mark != last


def linked(found: Sequence[Note], running: Sequence[Placed]) -> tuple[list[Note], list[Note], list[Placed]]:
    """The notes whose mark stands in the text of their page, each with a name; the others; and the text.

    Where a font has small figures of its own, nothing shows that a mark is raised: then it is the one place
    of the page, or of the one before, where that number stands right behind a word or a stop.
    """
    text = list(running)
    there: set[tuple[int, str]] = set()
    pages: dict[int, list[int]] = {}
    for number, placed in enumerate(text):
        pages.setdefault(placed.page, []).append(number)
        for start, end in placed.line.raised:
            there |= {(placed.page, mark) for mark in marks_of(placed.line.text[start:end])}
    named: list[Note] = []
    loose = []
    for note in found:
        called = (note.page, note.mark) in there
        places: list[tuple[int, int]] = []
        if not called:  # a page without room may leave a note to the next one
            places = list(_calls(text, pages.get(note.page, ()), note.mark))
            if note.mark.isdigit():
                places = places or list(_calls(text, pages.get(note.page - 1, ()), note.mark))
        if len(places) == 1:
            number, start = places[0]
            line = text[number].line
            raised = tuple(sorted((*line.raised, (start, start + len(note.mark)))))
            text[number] = replace(text[number], line=replace(line, raised=raised))
            note = replace(note, page=text[number].page)
        if called or len(places) == 1:
            named.append(replace(note, name=str(len(named) + 1)))
        else:
            loose.append(note)
    return named, loose, text


def _calls(text: Sequence[Placed], lines: Sequence[int], mark: str) -> Iterator[tuple[int, int]]:
    """Yield where ``mark`` stands right behind a word or a stop on a page: number of the line, offset."""
    behind = r"(?<=[^\W\d_]|[.,;:!?…»”\"’)\]])"
    ahead = r"(?![\w\u2010-\u2014/-]|[.,:]\d)" if mark.isdigit() else rf"(?![\w{re.escape(mark[0])}])"
    call = re.compile(behind + re.escape(mark) + ahead)
    for number in lines:
        line = text[number].line
        for found in call.finditer(line.text):
            if not FIGURED.search(line.text, 0, found.start()) and not line.pitch:
                yield number, found.start()
