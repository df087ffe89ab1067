"""Bytes of a PDF -> Reading: its text layer in reading order, and what only the places of lines show.

The decoded source holds every line of the pages: columns one after the other, notes after the text.
What the places show is written as repairs of the ledger: running heads and page numbers go, lines
of one paragraph are joined, marks of notes become footnotes, larger lines headings. Hyphens at line
ends stay as they are, for the rules about words to judge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from basylym.adapters import pdf_text
from basylym.adapters.pdf_text import Line, Page
from basylym.model.notices import BasylymError, Condition, Locus, Notice, Outcome
from basylym.model.readings import Known, Reader, Reading, Received
from basylym.model.repairs import Edit
from basylym.model.text import SourceText
from basylym.readers._columns import gutter, mended, ordered
from basylym.readers._furniture import Found, furniture
from basylym.readers._paragraphs import Paragraph, Placed, paragraphs, placed

SIGN = b"%PDF-"
LETTER = re.compile(r"[^\W\d_]")
MARK = re.compile(r"(\d{1,3}|[*†‡§]{1,3})[.)]?\s*(?=\S)")
HYPHEN = re.compile(r"[-\u2010\u00ad]$")
HIGH = re.compile(r"[\w,–-]{1,12}")
SCANNED = 0.3
UNREAD = 0.05
NOTE = 0.93  # how large a note's letters are at most, beside those of the text
HEAD = 1.07  # how large a heading's letters are at least
LONGEST_HEAD, LOWEST_LEVEL = 200, 4


@dataclass(slots=True)
class _Draft:
    """The text so far, and the repairs that the places of its lines call for."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    known: list[Known] = field(default_factory=list)

    def write(self, text: str) -> int:
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start

    def mend(self, start: int, end: int, after: str, rule: str, why: str, *, markup: bool = False) -> None:
        self.known.append(Known(Edit(start, end, after, why, 0.97), rule, markup))


@dataclass(frozen=True, slots=True)
class _Note:
    """One note: its lines, its mark, and the name under which the manuscript knows it."""

    lines: tuple[Placed, ...]
    mark: str
    name: str


def _read(received: Received) -> Outcome[Reading]:
    place = Locus(received.path)
    try:
        pages = pdf_text.pages(received.raw)
    except BasylymError as error:
        raise BasylymError(Notice(error.notice.condition, error.notice.detail, place)) from error
    _refuse_scans(pages, place)
    heads = furniture(pages)
    usual = _usual(pages, heads)
    running, small = _columns(pages, heads, usual)
    notes, loose = _linked(_notes(small), running)
    draft = _Draft()
    _write_text(draft, running, notes, _heads_by_page(pages, heads), usual)
    _write_notes(draft, notes, loose)
    text = "".join(draft.pieces)
    source = SourceText(
        received.path,
        text.encode(),
        text,
        evidence=f"PDFium read the text layer of {len(pages)} pages",
        original=received.raw,
        suffix=".pdf",
    )
    return Outcome(Reading(source, known=tuple(draft.known)), tuple(_said(pages, loose, place)))


def _refuse_scans(pages: Sequence[Page], place: Locus) -> None:
    """Stop at a page that is only a picture, or whose letters nobody can tell."""
    for number, page in enumerate(pages, 1):
        text = "".join(line.text for line in page.lines)
        if page.covered > SCANNED and not LETTER.search(text):
            told = f"page {number} is a picture without text, as a scanner makes it"
            raise BasylymError(Notice(Condition.PAGE_HAS_TEXT, told, place))
        if page.unread > max(20, UNREAD * len(text)):
            told = f"page {number} is set in fonts that do not say which letters they show"
            raise BasylymError(Notice(Condition.PAGE_HAS_TEXT, told, place))
    if not any(LETTER.search(line.text) for page in pages for line in page.lines):
        raise BasylymError(Notice(Condition.PAGE_HAS_TEXT, "no page of the PDF has a text", place))


def _usual(pages: Sequence[Page], heads: Found) -> float:
    """The size that most letters have, pt."""
    sizes = Counter[float]()
    for number, page in enumerate(pages):
        for place, line in enumerate(page.lines):
            if (number, place) not in heads:
                sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _columns(pages: Sequence[Page], heads: Found, usual: float) -> tuple[list[Placed], list[Placed]]:
    """The text of all columns in reading order, and what stands in smaller letters at the foot of them."""
    texts = [
        mended([line for place, line in enumerate(page.lines) if (number, place) not in heads])
        for number, page in enumerate(pages)
    ]
    large = ([line for line in lines if line.size > NOTE * usual] for lines in texts)
    gutters = [found for lines in large if (found := gutter(lines)) is not None]
    running: list[Placed] = []
    small: list[Placed] = []
    count = 0
    for number, lines in enumerate(texts):
        lowest = max((line.base for line in lines if line.size > NOTE * usual), default=0.0)
        foot = [line for line in lines if line.base > lowest]
        if not any(MARK.match(line.text) for line in foot):
            foot = []
        for column in ordered([line for line in lines if line not in foot], gutters):
            main, apart = _split(column, usual)
            running += placed(main, number, count)
            small += placed(apart, number, count + 1)
            count += 2
        for column in ordered(foot):
            small += placed(column, number, count)
            count += 1
    return running, small


def _split(column: list[Line], usual: float) -> tuple[list[Line], list[Line]]:
    """The text of a column, and the notes at its foot: small lines, the first of them with a mark."""
    at = len(column)
    while at and column[at - 1].size <= NOTE * usual:
        at -= 1
    while at < len(column) and not MARK.match(column[at].text):
        at += 1
    return column[:at], column[at:]


def _notes(lines: Sequence[Placed]) -> list[_Note]:
    """Cut what stands at the foot of pages into notes; a number begins one only where it counts on."""
    found: list[_Note] = []
    for line in lines:
        mark = MARK.match(line.line.text)
        last = found[-1] if found and found[-1].lines[0].page == line.page else None
        counts = bool(mark and (last is None or _goes_on(last.mark, mark[1])))
        if mark and counts:
            found.append(_Note((line,), mark[1], ""))
        elif found:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
    return found


def _goes_on(last: str, mark: str) -> bool:
    return int(mark) == int(last) + 1 if mark.isdigit() and last.isdigit() else mark != last


def _linked(notes: Sequence[_Note], running: Sequence[Placed]) -> tuple[list[_Note], list[_Note]]:
    """The notes whose mark stands in the text of their page, each with a name; and the others."""
    there = {(line.page, line.line.text[start:end]) for line in running for start, end in line.line.raised}
    linked: list[_Note] = []
    loose = []
    for note in notes:
        if (note.lines[0].page, note.mark) in there:
            linked.append(replace(note, name=str(len(linked) + 1)))
        else:
            loose.append(note)
    return linked, loose


def _heads_by_page(
    pages: Sequence[Page], heads: Found
) -> list[tuple[list[tuple[str, str]], list[tuple[str, str]]]]:
    """Of each page the furniture above its text and below it, each with why it is none of the text."""
    made = []
    for number, page in enumerate(pages):
        bases = [line.base for place, line in enumerate(page.lines) if (number, place) not in heads]
        middle = min(bases, default=page.height / 2)
        own = [(line, heads[number, n]) for n, line in enumerate(page.lines) if (number, n) in heads]
        own.sort(key=lambda one: (one[0].base, one[0].left))
        above = [(line.text, why) for line, why in own if line.base < middle]
        made.append((above, [(line.text, why) for line, why in own if line.base >= middle]))
    return made


def _write_text(
    draft: _Draft,
    running: Sequence[Placed],
    notes: Sequence[_Note],
    heads: Sequence[tuple[list[tuple[str, str]], list[tuple[str, str]]]],
    usual: float,
) -> None:
    names = {(note.lines[0].page, note.mark): note.name for note in notes}
    blocks = paragraphs(running)
    levels = _levels(blocks, usual)
    pending = list(heads[0][0]) if heads else []
    page = 0
    for number, block in enumerate(blocks):
        for place, line in enumerate(block.lines):
            while page < line.page:
                pending += heads[page][1]
                page += 1
                pending += heads[page][0]
            _write_heads(draft, pending, begun=number > 0 or place > 0)
            pending = []
            if number and place == 0:
                draft.write("\n\n")
            elif place:
                _write_line_end(draft, block.lines[place - 1], block.rows)
            if place == 0 and number in levels:
                mark = "#" * levels[number] + " "
                weight = " bold" if line.line.bold else ""
                why = f"it is set in {line.line.size:g} pt{weight}, the text in {usual:g}"
                draft.mend(draft.length, draft.length, mark, "page-headings", why, markup=True)
            _write_line(draft, line, names)
    while page < len(heads):
        pending += heads[page][1]
        page += 1
        pending += heads[page][0] if page < len(heads) else []
    _write_heads(draft, pending)


def _write_heads(draft: _Draft, heads: Sequence[tuple[str, str]], begun: bool = True) -> None:
    for text, why in heads:
        start = draft.write(f"\n{text}" if begun else f"{text}\n")
        draft.mend(start, draft.length, "", "page-furniture", why)


def _write_line_end(draft: _Draft, line: Placed, rows: bool) -> None:
    start = draft.write("\n")
    if not rows and not HYPHEN.search(line.line.text):
        draft.mend(start, start + 1, " ", "page-lines", "the next line of the same paragraph, by its place")


def _write_line(draft: _Draft, line: Placed, names: dict[tuple[int, str], str], at: int = 0) -> None:
    """Write a line from ``at``, its raised signs as marks of notes or as superscripts."""
    start = draft.write(line.line.text[at:]) - at
    for first, last in line.line.raised:
        mark = line.line.text[first:last]
        name = names.get((line.page, mark))
        if first < at:
            continue
        if name:
            why = f"a raised {mark} as that of a note at the foot of the page"
            spaced = first > at and line.line.text[first - 1] == " "
            draft.mend(start + first - spaced, start + last, f"[^{name}]", "page-notes", why, markup=True)
        elif HIGH.fullmatch(mark) and first:
            why = "it stands small and above the line"
            draft.mend(start + first, start + last, f"^{mark}^", "page-superscripts", why, markup=True)


def _write_notes(draft: _Draft, notes: Sequence[_Note], loose: Sequence[_Note]) -> None:
    for note in [*notes, *loose]:
        for place, line in enumerate(note.lines):
            if place:
                _write_line_end(draft, note.lines[place - 1], False)
                _write_line(draft, line, {})
                continue
            draft.write("\n\n")
            mark = MARK.match(line.line.text)
            at = mark.end() if mark and note.name else 0
            if mark and note.name:
                start = draft.write(line.line.text[:at])
                why = "it stands in small letters at the foot of the page that its mark is on"
                draft.mend(start, start + at, f"[^{note.name}]: ", "page-notes", why, markup=True)
            _write_line(draft, line, {}, at)


def _levels(blocks: Sequence[Paragraph], usual: float) -> dict[int, int]:
    """Which paragraphs are headings, and of what level: below the first full paragraph, by their size."""
    found: dict[int, tuple[float, bool]] = {}
    below = False
    for number, block in enumerate(blocks):
        first = block.lines[0].line
        text = " ".join(line.line.text for line in block.lines)
        if first.size < HEAD * usual and not first.bold:
            below = below or len(block.lines) > 2
        elif (
            (below or number == 0 or len(found) > 0 or _body_follows(blocks, number, usual))
            and len(text) <= LONGEST_HEAD
            and LETTER.search(text)
            and first.size >= NOTE * usual
        ):
            found[number] = (round(first.size, 1), first.bold)
    found.pop(0, None)  # the title, which goes above the text
    sizes = sorted(set(found.values()), reverse=True)
    return {number: min(LOWEST_LEVEL, 2 + sizes.index(key)) for number, key in found.items()}


def _body_follows(blocks: Sequence[Paragraph], number: int, usual: float) -> bool:
    following = blocks[number + 1 : number + 2]
    return bool(following) and len(following[0].lines) > 2 and following[0].lines[0].line.size < HEAD * usual


def _said(pages: Sequence[Page], loose: Sequence[_Note], place: Locus) -> Iterator[Notice]:
    drawn = [str(number) for number, page in enumerate(pages, 1) if page.covered > 0.01]
    if drawn:
        told = f"pictures were not taken over: those of page {', '.join(drawn)}"
        yield Notice(Condition.SOURCE_COMES_THROUGH, told, place)
    lost = sum(page.unread for page in pages)
    if lost:
        told = f"{lost} signs have no letter in the fonts of the PDF"
        yield Notice(Condition.SOURCE_COMES_THROUGH, told, place)
    if loose:
        marks = ", ".join(f"{note.mark} of page {note.lines[0].page + 1}" for note in loose[:5])
        told = f"{len(loose)} notes have no mark in the text and stand at its end: {marks}"
        yield Notice(Condition.SOURCE_COMES_THROUGH, told, place)


READER = Reader(suffixes=(".pdf",), name="a PDF", recognizes=lambda raw: SIGN in raw[:1024], read=_read)
