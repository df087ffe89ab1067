"""Bytes of a PDF -> Reading: its text layer in reading order, and what only the places of lines show.

The decoded source holds every line of the pages: columns one after the other, notes after the text.
What the places show is written as repairs of the ledger: running heads and page numbers go, lines
of one paragraph are joined, marks of notes become footnotes, larger lines headings. Hyphens at line
ends stay as they are, for the rules about words to judge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from basylym.adapters import pdf_text
from basylym.adapters.pdf_text import Line, Page
from basylym.model.notices import BasylymError, Locus, Notice, Outcome
from basylym.model.readings import Reader, Reading, Received
from basylym.model.text import SourceText
from basylym.readers._aside import parts
from basylym.readers._blocks import in_blocks
from basylym.readers._columns import gutter, mended, ordered
from basylym.readers._draft import HEAD, MARK, NOTE, Draft, Note, write_notes, write_text
from basylym.readers._furniture import Found, furniture
from basylym.readers._line_numbers import without_line_numbers
from basylym.readers._listings import is_typescript
from basylym.readers._page_faults import faults, refuse_scans
from basylym.readers._paragraphs import TURNED, Placed, placed
from basylym.readers._ruled import recurring, with_tables
from basylym.readers._turned import sorted_out

SIGN = b"%PDF-"
FIGURED = re.compile(r"\d[.,:]\Z")  # 3.1 and 12:4 are numbers, and no calls behind a stop
MANY = 0.3  # of the letters of the commonest size
STRETCHED = 0.04  # of its size: so much a line may be stretched or narrowed to fill the measure


def _read(received: Received) -> Outcome[Reading]:
    place = Locus(received.path)
    try:
        pages: Sequence[Page] = pdf_text.pages(received.raw)
    except BasylymError as error:
        raise BasylymError(Notice(error.notice.condition, error.notice.detail, place)) from error
    refuse_scans(pages, place)
    pages, counted = without_line_numbers(pages)
    heads = furniture(pages)
    usual = _usual(pages, heads)
    stamps, turned = sorted_out(pages, heads, usual)
    stamps = {number: [*stamps.get(number, ()), *counted.get(number, ())] for number in {*stamps, *counted}}
    running, small = _columns(pages, heads, usual)
    running += _at_the_end(turned, running)
    notes, loose, running = _linked(_notes(small), running)
    draft = Draft()
    write_text(draft, running, notes, _heads_by_page(pages, heads, stamps), usual)
    write_notes(draft, notes, loose)
    text = "".join(draft.pieces)
    source = SourceText(
        received.path,
        text.encode(),
        text,
        evidence=f"PDFium read the text layer of {len(pages)} pages",
        original=received.raw,
        suffix=".pdf",
    )
    return Outcome(
        Reading(source, known=tuple(draft.known)),
        tuple(faults(pages, loose, [number for number, _ in turned], place)),
    )


def _usual(pages: Sequence[Page], heads: Found) -> float:
    """The size of the text, pt: the largest that many letters have, for references may be more, and small."""
    sizes = Counter[float]()
    for number, page in enumerate(pages):
        for place, line in enumerate(page.lines):
            if (number, place) not in heads:
                sizes[round(line.size, 1)] += len(line.text)
    near = {
        size: {other: sizes[other] for other in sizes if abs(other - size) <= STRETCHED * size}
        for size in sizes
    }
    most = max((sum(one.values()) for one in near.values()), default=0)
    large = max((size for size, one in near.items() if sum(one.values()) >= MANY * most), default=10.0)
    return max(near.get(large, {large: 1}).items(), key=lambda one: one[1])[0]


def _columns(pages: Sequence[Page], heads: Found, usual: float) -> tuple[list[Placed], list[Placed]]:
    """The text of all columns in reading order, and what stands in smaller letters at the foot of them."""
    everywhere = recurring(pages)
    texts = [
        with_tables(
            mended([line for place, line in enumerate(page.lines) if (number, place) not in heads]),
            page,
            usual,
            everywhere,
        )
        for number, page in enumerate(pages)
    ]
    large = ([line for line in lines if line.size > NOTE * usual] for lines in texts)
    gutters = [found for lines in large if (found := gutter(lines)) is not None]
    typescript = is_typescript(line for lines in texts for line in lines)
    running: list[Placed] = []
    small: list[Placed] = []
    count = 0
    for number, lines in enumerate(texts):
        text = [line for line in lines if line.size > NOTE * usual]
        lowest = max(text, key=lambda line: line.base, default=None)
        foot = [line for line in lines if lowest and line.base > lowest.base]
        marks = {line.text[start:end] for line in lines for start, end in line.raised}
        expected = {"1", _next(small)}
        if not any(_begins_note(line, marks, lowest, usual, expected) for line in foot):
            foot = []
        body = [line for line in lines if line not in foot]
        for part in parts(body, usual) if number == 0 else [body]:
            for column in ordered(part, gutters):
                main, foot_of_it = _split(column, usual, marks, expected)
                running += in_blocks(main, number, count, usual, typescript=typescript)
                small += placed(foot_of_it, number, count + 1)
                count += 2
        for column in ordered(foot):
            small += placed(column, number, count)
            count += 1
    return running, small


def _at_the_end(turned: Sequence[tuple[int, list[Line]]], running: Sequence[Placed]) -> Iterator[Placed]:
    """What is turned against the text of its page, which may go on with a sentence on the next."""
    count = max((line.column for line in running), default=0)
    last = max((line.page for line in running), default=0)
    for _, lines in turned:
        for column in ordered(lines):
            count += 2
            yield from (replace(line, kind=TURNED, block=-count) for line in placed(column, last, count))


def _next(small: Sequence[Placed]) -> str:
    """The number of the note after those at the foot of the pages before."""
    found = (MARK.match(placed.line.text) for placed in reversed(small))
    return next((str(int(mark[1]) + 1) for mark in found if mark and mark[1].isdigit()), "1")


def _begins_note(line: Line, marks: Set[str], above: Line | None, usual: float, expected: Set[str]) -> bool:
    """Whether a line begins a note, and not an entry of a list of references, which is small as well.

    A note begins with one of the marks that stand raised on its page. Where none can be told as raised, it
    stands below the text, as no list does: a heading stands above that, or nothing; and its number is 1, or
    the next after the last note's.
    """
    mark = MARK.match(line.text)
    below_text = above is not None and above.size < HEAD * usual and not above.bold
    if not mark or marks:
        return bool(mark and mark[1] in marks)
    return below_text and (mark[1] in expected or not mark[1].isdigit())


def _split(
    column: list[Line], usual: float, marks: Set[str], expected: Set[str]
) -> tuple[list[Line], list[Line]]:
    """The text of a column, and the notes at its foot: small lines, the first of them with a mark."""
    at = len(column)
    while at and column[at - 1].size <= NOTE * usual:
        at -= 1
    above = column[at - 1] if at else None
    while at < len(column) and not _begins_note(column[at], marks, above, usual, expected):
        at += 1
    return column[:at], column[at:]


def _notes(lines: Sequence[Placed]) -> list[Note]:
    """Cut what stands at the foot of pages into notes; a number begins one only where it counts on."""
    found: list[Note] = []
    for line in lines:
        mark = MARK.match(line.line.text)
        last = found[-1] if found and found[-1].lines[0].page == line.page else None
        counts = bool(mark and (last is None or _goes_on(last.mark, mark[1])))
        if mark and counts:
            found.append(Note((line,), mark[1], line.page))
        elif found:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
    return found


def _goes_on(last: str, mark: str) -> bool:
    return int(mark) == int(last) + 1 if mark.isdigit() and last.isdigit() else mark != last


def _linked(notes: Sequence[Note], running: Sequence[Placed]) -> tuple[list[Note], list[Note], list[Placed]]:
    """The notes whose mark stands in the text of their page, each with a name; the others; and the text.

    Where a font has small figures of its own, nothing shows that a mark is raised: then it is the one place
    of the page, or of the one before, where that number stands right behind a word or a stop.
    """
    there = {(line.page, line.line.text[start:end]) for line in running for start, end in line.line.raised}
    text = list(running)
    linked: list[Note] = []
    loose = []
    for note in notes:
        called = (note.page, note.mark) in there
        places: list[tuple[int, int]] = []
        if not called and note.mark.isdigit():  # a page without room may leave a note to the next one
            places = list(_calls(text, note.page, note.mark)) or list(_calls(text, note.page - 1, note.mark))
        if len(places) == 1:
            number, start = places[0]
            line = text[number].line
            raised = tuple(sorted((*line.raised, (start, start + len(note.mark)))))
            text[number] = replace(text[number], line=replace(line, raised=raised))
            note = replace(note, page=text[number].page)
        if called or len(places) == 1:
            linked.append(replace(note, name=str(len(linked) + 1)))
        else:
            loose.append(note)
    return linked, loose, text


def _calls(text: Sequence[Placed], page: int, mark: str) -> Iterator[tuple[int, int]]:
    """Yield where ``mark`` stands right behind a word or a stop on a page: number of the line, offset."""
    call = re.compile(rf"(?<=[^\W\d_]|[.,;:!?…»”\"’)\]]){mark}(?![\w\u2010-\u2014/-]|[.,:]\d)")
    for number, line in enumerate(text):
        if line.page == page:
            for found in call.finditer(line.line.text):
                if not FIGURED.search(line.line.text, 0, found.start()):
                    yield number, found.start()


def _heads_by_page(
    pages: Sequence[Page], heads: Found, stamps: Mapping[int, Sequence[tuple[Line, str]]]
) -> list[tuple[list[tuple[str, str]], list[tuple[str, str]]]]:
    """Of each page the furniture above its text and below it, each with why it is none of the text."""
    made = []
    for number, page in enumerate(pages):
        bases = [line.base for place, line in enumerate(page.lines) if (number, place) not in heads]
        middle = min(bases, default=page.height / 2)
        own = [(line, heads[number, n]) for n, line in enumerate(page.lines) if (number, n) in heads]
        own.sort(key=lambda one: (one[0].base, one[0].left))
        above = [(line.text, why) for line, why in own if line.base < middle]
        above += [(line.text, why) for line, why in stamps.get(number, ())]
        made.append((above, [(line.text, why) for line, why in own if line.base >= middle]))
    return made


READER = Reader(suffixes=(".pdf",), name="a PDF", recognizes=lambda raw: SIGN in raw[:1024], read=_read)
