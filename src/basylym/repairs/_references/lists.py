"""A text -> its list of references: where it stands, and its entries."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from basylym.model.works import Work
from basylym.repairs._lines import shown
from basylym.repairs._references.ends import ends_list
from basylym.repairs._references.entries import works
from basylym.repairs._references.numbers import (
    JUMP,
    begins_again,
    kind_of,
    last_row,
    marks_of,
    opened,
    parted,
)
from basylym.repairs._references.openings import marks
from basylym.repairs._references.rows import Gap, Mark, Row, gaps_of
from basylym.repairs._references.shapes import LONGEST, MARK, SIGN_OF_WORK, bare, goes_on, is_torn, tells_work
from basylym.repairs._references.words import (
    GAP,
    NOTES,
    REFERENCES,
    UPPER,
)

HEADING = re.compile(
    rf"(?:\A|(?<=\n))(?P<mark>#{{1,6}} )?(?P<number>(?:\d{{1,2}}|[IVX]{{1,4}})\.?{GAP})?"
    rf"(?P<name>{REFERENCES}|{NOTES})"
    rf"(?P<sign>{GAP}?[.:])?(?={GAP}{{0,9}}(?:\n|\Z|\[1\]|1[.)]))",
    re.IGNORECASE,
)
LINE = re.compile(r"[^\n]+")
FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,20}\]:")  # as a reader of files marks one
LABEL = re.compile(r"\[\d{1,3}\]")
PROSE = re.compile(r"(?:[^.]{120,}[^\W\d_)]{3}\.\s+){2}")  # no entry has two such sentences
SENTENCE = re.compile(r"[^.]{200}")  # of prose about sources; no work is named for so long
MANY = 1000  # more than any list numbers
FIRST = 4  # entries of which one must look like a work
LINKS = re.compile(r"(?:[↑↩↥⤴]\ufe0e?(?:[ \u00a0]?\d{1,3}(?![^\W_]))?\s{0,4}){1,99}\Z")
LINKED = re.compile(rf"\A\s*[↑^]\s*(?:(?:[a-z]|\d{{1,2}}(?:[.,]\d)?)\s){{0,26}}(?=[{UPPER}«“\"])")
"""Of a wiki, before the entry: ``↑ 1 2``, ``^ a b``."""
CITES = re.compile(r"(?<![\\\w])\[[^\[\]]{0,80}@\w|\[\^\w|`[^`\n]+`")
"""Text cites others, calls notes and shows code; no entry of a list does."""
ASKED = 0.25  # of the lines that may open an entry: more in doubt, and the list is not parted


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands.

    Attributes:
        start, end: its span, with the gap before it.
        number: its number, or 0.
        text: what it says.
        asked: where lines of it begin that may open the next entry.
    """

    start: int
    end: int
    number: int
    text: str
    asked: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of references.

    Attributes:
        heading: span of the heading's line, without its number and the sign behind it.
        marked: whether it is marked as a heading already.
        entries, works: in the order of the list; as many.
        numbered: whether the list numbers its entries.
        lines: where each line begins, and what it does.
        proved: whether it is known where its entries begin.
    """

    heading: tuple[int, int]
    marked: bool
    entries: tuple[Entry, ...]
    works: tuple[Work, ...]
    numbered: bool
    lines: tuple[tuple[int, Mark], ...] = ()
    proved: bool = True

    @property
    def end(self) -> int:
        """Where the last entry ends."""
        return self.entries[-1].end


@lru_cache(maxsize=4)
def lists(text: str) -> tuple[Listed, ...]:
    """Return the lists of ``text``, in its order."""
    found: list[Listed] = []
    for heading in HEADING.finditer(text):
        if found and heading.start() < found[-1].end:
            continue
        entries, lines, proved = _listed(text, heading.end())
        told = sum(tells_work(entry.text) for entry in entries)
        notes = re.fullmatch(NOTES, heading["name"], re.IGNORECASE)
        if not entries or told < (0.8 if notes else 0.5) * len(entries) or not _begins(entries):
            continue
        numbered = any(entry.number for entry in entries)
        made = works((entry.number, entry.text) for entry in entries)
        found.append(
            Listed(
                (heading.start(), heading.end("name")),
                bool(heading["mark"]),
                entries,
                made,
                numbered,
                lines,
                proved,
            )
        )
    return tuple(found)


def _begins(entries: tuple[Entry, ...]) -> bool:
    """Tell whether works stand below the heading, not far below a word that only looks like one."""
    if any(entry.number for entry in entries):
        return True
    numbers = sum(bool(LABEL.match(entry.text)) for entry in entries)
    if len(entries) == 1 and SENTENCE.match(entries[0].text.lstrip()):
        return False
    if goes_on(entries[0].text.lstrip()) or numbers > 1:
        return False
    first = [entry.text for entry in entries[:FIRST]]
    if any(map(CITES.search, first)):
        return False
    return any(map(tells_work, first)) and not any(map(PROSE.search, first))


def main(text: str) -> Listed | None:
    """Return the list that the text cites: the first, but notes only where there is no other."""
    found = [one for one in lists(text) if one.proved]
    proper = (one for one in found if not re.fullmatch(NOTES, _name(text, one), re.IGNORECASE))
    return next(proper, found[0] if found else None)


def _name(text: str, one: Listed) -> str:
    return MARK.sub("", text[slice(*one.heading)]).strip()


def _listed(text: str, start: int) -> tuple[tuple[Entry, ...], tuple[tuple[int, Mark], ...], bool]:
    """Return the entries below a heading, what each line of them does, and whether that is proved."""
    rows = list(_rows(text, start))
    if not rows:
        return (), (), False
    kind = kind_of(text[rows[0].start : rows[0].end])
    rows = rows[: begins_again(text, rows, kind)] if kind else rows
    gaps = gaps_of(rows, shown(text).width)
    for jump in (JUMP, 1) if kind else ():
        made = _numbered(text, rows, gaps, str(kind), opened(text, rows, gaps, str(kind), jump), start)
        runs = [entry.number for entry in made[0]] == list(range(1, len(made[0]) + 1))
        if kind != "bare" or (len(made[0]) > 1 and (runs or jump == 1)):
            return made
    return _unnumbered(text, rows, gaps, start)


def _rows(text: str, start: int) -> Iterator[Row]:
    """Yield the lines from ``start`` on that may belong to a list: up to what surely does not."""
    last = start
    before = ""
    for line in LINE.finditer(text, start):
        said = line.group()
        own = MARK.sub("", said.strip())
        if not own:
            continue
        if (
            HEADING.fullmatch(said)
            or FOOTNOTE.match(own)
            or (ends_list(own, _below(text, line.end())) and (not before or not is_torn(before)))
        ):
            return
        if said.startswith("#") and not SIGN_OF_WORK.search(own):
            return
        indent = len(said) - len(said.lstrip())
        yield Row(
            line.start() + indent, line.end(), bare(said), indent, text.count("\n", last, line.start()) > 1
        )
        last = line.end()
        before = own


def _below(text: str, place: int) -> str:
    """Return the line behind a line's end, where one stands right below it."""
    end = text.find("\n", place + 1)
    return text[place + 1 : end if end >= 0 else len(text)]


def _numbered(
    text: str, rows: list[Row], gaps: list[Gap], kind: str, starts: list[tuple[int, int, int]], start: int
) -> tuple[tuple[Entry, ...], tuple[tuple[int, Mark], ...], bool]:
    places = [place for _, place, _ in starts]
    rows = rows[: last_row(rows, gaps, places) + 1]
    ends = [rows[place - 1].end for place in [*places[1:], len(rows)]]
    made: list[Entry] = []
    numbers = [number for number, _, _ in starts[1:]]
    for (number, _, begin), end, due in zip(starts, ends, [*numbers, MANY], strict=True):
        for own, one, two in parted(text, (number, due), kind, begin, end):
            made.append(Entry(start, two, own, _unlinked(text[one:two])))
            start = two
    does = marks_of(rows, places)
    return tuple(made), tuple((row.start, mark) for row, mark in zip(rows, does, strict=True)), True


def _unnumbered(
    text: str, rows: list[Row], gaps: list[Gap], start: int
) -> tuple[tuple[Entry, ...], tuple[tuple[int, Mark], ...], bool]:
    """Return entries that open as the list shows; those at its end that tell no work are none."""
    does = marks(rows, gaps)
    opens = [place for place, mark in enumerate(does) if mark is Mark.OPENS]
    spans = [(rows[one].start, rows[two - 1].end) for one, two in pairwise([*opens, len(rows)])]
    while spans and not _is_work(text[slice(*spans[-1])]):
        spans.pop()
    end = spans[-1][1] if spans else 0
    kept = [(row.start, mark) for row, mark in zip(rows, does, strict=True) if row.start < end]
    asked = [place for place, mark in kept if mark is Mark.ASKED]
    made: list[Entry] = []
    for begin, end in spans:
        said = text[begin:end]
        if len(said) > LONGEST:
            break
        inside = asked[bisect_right(asked, begin) : bisect_left(asked, end)]
        made.append(Entry(start, end, 0, _unlinked(bare(said)), tuple(inside)))
        start = end
    return tuple(made), tuple(kept), len(asked) <= ASKED * (len(asked) + len(spans))


def _is_work(said: str) -> bool:
    return len(said) <= LONGEST and tells_work(bare(said))


def _unlinked(said: str) -> str:
    """Return an entry without the links back to its citations: they are signs of a page, no words of it."""
    return LINKED.sub("", LINKS.sub("", said.rstrip())).rstrip()
