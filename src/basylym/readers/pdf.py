"""Bytes of a PDF -> Reading: its text layer in reading order, and what only the places of lines show.

The decoded source holds every line of the pages: columns one after the other, notes after the text.
What the places show is written as repairs of the ledger: running heads and page numbers go, lines
of one paragraph are joined, marks of notes become footnotes, larger lines headings. Hyphens at line
ends stay as they are, for the rules about words to judge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from basylym.adapters import pdf_text
from basylym.adapters.pdf_text import Line, Page
from basylym.model.notices import BasylymError, Locus, Notice, Outcome
from basylym.model.readings import Reader, Reading, Received
from basylym.model.text import SourceText
from basylym.readers._aside import parts
from basylym.readers._blocks import in_blocks
from basylym.readers._columns import gutter, mended, ordered
from basylym.readers._draft import NOTE, Draft, write_notes, write_text
from basylym.readers._drop_caps import with_capitals, words_of
from basylym.readers._footnotes import (
    begins_note,
    called_on,
    is_list,
    linked,
    next_number,
    notes,
    split,
)
from basylym.readers._furniture import Found, furniture
from basylym.readers._line_numbers import without_line_numbers
from basylym.readers._listings import is_typescript
from basylym.readers._mirrored import mirrored
from basylym.readers._over_pages import whole
from basylym.readers._page_faults import faults, refuse_scans
from basylym.readers._paragraphs import TURNED, Placed, placed
from basylym.readers._ruled import recurring, with_tables
from basylym.readers._turned import sorted_out

SIGN = b"%PDF-"
MANY = 0.3  # of the letters of the commonest size
STRETCHED = 0.04  # of its size: so much a line may be stretched or narrowed to fill the measure


def _read(received: Received) -> Outcome[Reading]:
    place = Locus(received.path)
    try:
        pages: Sequence[Page] = pdf_text.pages(received.raw)
    except BasylymError as error:
        raise BasylymError(Notice(error.notice.condition, error.notice.detail, place)) from error
    refuse_scans(pages, place)
    pages, counted = without_line_numbers(mirrored(pages))
    heads = furniture(pages)
    usual = _usual(pages, heads)
    stamps, turned = sorted_out(pages, heads, usual)
    stamps = {number: [*stamps.get(number, ()), *counted.get(number, ())] for number in {*stamps, *counted}}
    running, small = _columns(pages, heads, usual)
    running += _at_the_end(turned, running)
    called, loose, running = linked(notes(small), running)
    draft = Draft()
    write_text(draft, running, called, _heads_by_page(pages, heads, stamps), usual)
    write_notes(draft, called, loose)
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
    rest = [
        [line for place, line in enumerate(page.lines) if (number, place) not in heads]
        for number, page in enumerate(pages)
    ]
    words = words_of(rest)
    texts = [
        with_tables(
            mended(with_capitals(rest[number], usual, words)),
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
        marks = called_on(lines)
        expected = {"1", next_number(small)}
        before = small[-1] if small and small[-1].page == number - 1 else None
        if not any(begins_note(line, marks, lowest, usual, expected) for line in foot):
            foot = []
        body = [line for line in lines if line not in foot]
        for part in parts(body, usual) if number == 0 else [body]:
            for column in ordered(part, gutters):
                if before and running[-1].page < number and is_list(small, column, usual):
                    running, small = _given_back(running, small, before.page)
                before = before if small else None
                main, foot_of_it = split(column, usual, marks, expected, before)
                running += in_blocks(main, number, count, usual, typescript=typescript)
                small += placed(foot_of_it, number, count + 1)
                count += 2
        for column in _of_foot(foot, gutters):
            last = small[-1] if small and small[-1].page == number else before
            main, foot_of_it = split(column, usual, marks, expected, last, lowest)
            running += placed(main, number, count)
            small += placed(foot_of_it, number, count + 1)
            count += 2
    return whole(running), small


def _given_back(running: list[Placed], small: list[Placed], page: int) -> tuple[list[Placed], list[Placed]]:
    """Put what stood at the foot of a page after its text: a list that goes on with the next page."""
    kept = [line for line in small if line.page != page]
    return [*running, *(line for line in small if line.page == page)], kept


def _of_foot(lines: Sequence[Line], gutters: Sequence[float]) -> list[list[Line]]:
    """The columns of the notes, few as they are: they part where those of the text do."""
    for place in gutters:
        before = [line for line in lines if line.right <= place]
        behind = [line for line in lines if line.left >= place]
        if before and behind and len(before) + len(behind) == len(lines):
            return [column for side in (before, behind) for column in ordered(side)]
    return ordered(lines)


def _at_the_end(turned: Sequence[tuple[int, list[Line]]], running: Sequence[Placed]) -> Iterator[Placed]:
    """What is turned against the text of its page, which may go on with a sentence on the next."""
    count = max((line.column for line in running), default=0)
    last = max((line.page for line in running), default=0)
    for _, lines in turned:
        for column in ordered(lines):
            count += 2
            yield from (replace(line, kind=TURNED, block=-count) for line in placed(column, last, count))


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
