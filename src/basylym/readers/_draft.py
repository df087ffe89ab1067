"""Paragraphs and notes of a PDF -> one text, and the repairs that the places of its lines call for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from basylym.model.fences import fenced
from basylym.model.readings import Known
from basylym.model.repairs import Edit
from basylym.readers._blocks import FORMULA, GRID, LISTING, TABLE
from basylym.readers._captions import going_in
from basylym.readers._floats import behind
from basylym.readers._headings import levels as headings
from basylym.readers._paragraphs import Paragraph, Placed, paragraphs

LETTER = re.compile(r"[^\W\d_]")
MARK = re.compile(r"(\d{1,3}(?![\d\u2010-\u2014-]|[.,]\d)|[*∗†‡§¶‖]{1,3})[.)]?\s*(?=\S)")
TOGETHER = re.compile(r"\d{1,3}|[*∗†‡§¶‖]{1,3}|[a-z]")
HYPHEN = re.compile(r"[-\u2010\u00ad]$")
HIGH = re.compile(r"[\w,–-]{1,12}")
MATHS = 0.3  # of a line's signs: a number that stands high in it is a power
NOTE = 0.93  # how large a note's letters are at most, beside those of the text
KEPT = {
    LISTING: "its font has letters of one width, as listings have: kept as it stands on the page",
    FORMULA: "a displayed formula: its parts stand about where they do on the page",
    GRID: "each of its words stands in one row and one column, its heads are ruled off or bold",
    TABLE: "its cells stand in columns: kept line by line",
}
ASKED = {
    FORMULA: "write it as a formula, or let its lines stand",
    TABLE: "set it as a table, or let its lines stand",
}
CAPTION = "the caption of the table beside it, which the press numbers so by itself"
Furniture = Sequence[tuple[Sequence[tuple[str, str]], Sequence[tuple[str, str]]]]
"""Of each page what stands above its text and what below it, each with why it is none of the text."""


@dataclass(slots=True)
class Draft:
    """The text so far, the repairs that its places call for, and the notes that were called."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    known: list[Known] = field(default_factory=list)
    called: set[str] = field(default_factory=set)

    def write(self, text: str) -> int:
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start

    def mend(self, start: int, end: int, after: str, rule: str, why: str, *, markup: bool = False) -> None:
        self.known.append(Known(Edit(start, end, after, why, 0.97), rule, markup))


def marks_of(raised: str) -> list[str]:
    """The marks of notes that stand raised together, such as ``1,2`` or ``1,∗``."""
    parts = re.split(r"[,;\s]+", raised)
    return parts if all(TOGETHER.fullmatch(part) for part in parts) else [raised]


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its lines, its mark, the page of its call, and the name that the manuscript gives it."""

    lines: tuple[Placed, ...]
    mark: str
    page: int
    name: str = ""


def write_text(
    draft: Draft,
    running: Sequence[Placed],
    notes: Sequence[Note],
    heads: Sequence[tuple[list[tuple[str, str]], list[tuple[str, str]]]],
    usual: float,
) -> None:
    names = {(note.page, note.mark): note.name for note in notes}
    blocks = behind(paragraphs(running))
    levels = headings(blocks, usual)
    captions = going_in(blocks)
    pending = list(heads[0][0]) if heads else []
    page = 0
    for number, block in enumerate(blocks):
        begun = 0
        for place, line in enumerate(block.lines):
            while page < line.page:
                pending += heads[page][1]
                page += 1
                pending += heads[page][0]
            if not place or block.kind not in KEPT:  # nothing stands inside of a table over two pages
                _write_heads(draft, pending, begun=number > 0 or place > 0)
                pending = []
            if number and place == 0:
                draft.write("\n\n")
            elif place:
                _write_line_end(draft, block.lines[place - 1], block.rows or block.kind in KEPT)
            begun = begun if place else len(draft.pieces)
            if place == 0 and number in levels:
                mark = "#" * levels[number] + " "
                weight = " bold" if line.line.bold else ""
                why = f"it is set in {line.line.size:g} pt{weight}, the text in {usual:g}"
                draft.mend(draft.length, draft.length, mark, "page-headings", why, markup=True)
            begins = _write_line(draft, line, names)
            if place == 0 and number in captions:
                end = begins + captions[number][0]
                draft.mend(begins, end, "Table: ", "page-tables", CAPTION, markup=True)
        if number in captions:
            label = f" {{#tbl:{captions[number][1]}}}"
            draft.mend(draft.length, draft.length, label, "page-tables", CAPTION, markup=True)
        if block.kind in KEPT:
            _keep(draft, begun, block)
    while page < len(heads):
        pending += heads[page][1]
        page += 1
        pending += heads[page][0] if page < len(heads) else []
    _write_heads(draft, pending)


def _keep(draft: Draft, start: int, block: Paragraph) -> None:
    """Hold the pieces from ``start`` between fences, so that nothing joins, mends or escapes them.

    A table or a formula is asked about as well. A formula of one line needs no fences.
    """
    said = "".join(draft.pieces[start:])
    place, why = draft.length - len(said), KEPT[block.kind]
    if block.kind in ASKED:
        asked = Edit(place, place, "", f"{why}; {ASKED[block.kind]}", 0.9, query=True)
        draft.known.append(Known(asked, f"page-{block.kind}s"))
    if block.kind == FORMULA and len(block.lines) == 1:
        return
    rows = (line.line.typed for line in block.lines if line.line.typed or block.kind == FORMULA)
    kept = said if block.kind == LISTING else "\n".join(rows)
    made = kept if block.kind == GRID else fenced(kept.split("\n"))
    edit = Edit(place, draft.length, made, why, 0.97, held=((0, len(made)),))
    draft.known.append(Known(edit, "page-tables" if block.kind == GRID else f"page-{block.kind}s"))


def _write_heads(draft: Draft, heads: Sequence[tuple[str, str]], begun: bool = True) -> None:
    for text, why in heads:
        start = draft.write(f"\n{text}" if begun else f"{text}\n")
        draft.mend(start, draft.length, "", "page-furniture", why)


def _write_line_end(draft: Draft, line: Placed, rows: bool) -> None:
    start = draft.write("\n")
    if not rows and not HYPHEN.search(line.line.text):
        draft.mend(start, start + 1, " ", "page-lines", "the next line of the same paragraph, by its place")


def _write_line(draft: Draft, line: Placed, names: dict[tuple[int, str], str], at: int = 0) -> int:
    """Write a line from ``at``, raised signs as marks of notes or superscripts; return where it begins."""
    start = draft.write(line.line.text[at:]) - at
    for first, last in line.line.raised:
        mark = line.line.text[first:last]
        power = mark.isdecimal() and (line.kind == FORMULA or line.line.maths >= MATHS)
        told = [] if power else [names.get((line.page, one), "") for one in marks_of(mark)]
        if first < at:
            continue
        if any(told):
            why = f"a raised {mark} as that of a note at the foot of the page"
            spaced = first > at and line.line.text[first - 1] == " "
            calls = _calls(list(zip(marks_of(mark), told, strict=True)), draft.called)
            draft.mend(start + first - spaced, start + last, calls, "page-notes", why, markup=True)
        elif first == 0 and mark.isdecimal() and line.line.text[last : last + 1].isalpha():
            why = "a number stands small and high before the line"
            draft.mend(start + last, start + last, " ", "page-superscripts", why)
        elif HIGH.fullmatch(mark) and first:
            why = "it stands small and above the line"
            draft.mend(start + first, start + last, f"^{mark}^", "page-superscripts", why, markup=True)
    return start


def _calls(marks: Sequence[tuple[str, str]], called: set[str]) -> str:
    """The marks that stand together, each with its note's name; one called before stays a mark.

    A second call would print the note again.
    """
    made: list[tuple[str, bool]] = []  # each, and whether it is a call
    for mark, name in marks:
        made.append((f"[^{name}]", True) if name and name not in called else (name or mark, False))
        called.add(name)
    text = ""
    for place, (shown, call) in enumerate(made):
        comma = place > 0 and not (call and made[place - 1][1])
        text += shown if call and not comma else f"^,^{shown}" if call else f"^{',' * comma}{shown}^"
    return text.replace("^^", "")


def write_notes(draft: Draft, notes: Sequence[Note], loose: Sequence[Note]) -> None:
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
