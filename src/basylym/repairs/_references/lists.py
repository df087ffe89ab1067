"""A text -> its list of references: where it stands, and its entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from basylym.model.works import Work
from basylym.repairs._front_labels import opens_front
from basylym.repairs._references.archives import HELD
from basylym.repairs._references.archives import SIGN as PLACE_IN_ARCHIVE
from basylym.repairs._references.entries import LONGEST, works
from basylym.repairs._references.names import INVERTED, names
from basylym.repairs._references.order import strays
from basylym.repairs._references.same import leans
from basylym.repairs._references.words import (
    GAP,
    LABELS_BEFORE_NUMBERS,
    NOTES,
    REFERENCES,
    UPPER,
    YEAR,
)

HEADING = re.compile(
    rf"(?:\A|(?<=\n))(?P<mark>#{{1,6}} )?(?P<number>(?:\d{{1,2}}|[IVX]{{1,4}})\.?{GAP})?"
    rf"(?P<name>{REFERENCES}|{NOTES})"
    rf"(?P<sign>{GAP}?[.:])?(?={GAP}{{0,9}}(?:\n|\Z|\[1\]|1[.)]))",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"[ \t\u00a0]{0,12}(?:\\?\[(?P<square>\d{1,3})\\?\]\.?|(?P<dot>\d{1,3})\\?\.(?!\d)"
    r"|(?P<round>\d{1,3})\\?\))"
    r"[ \t\u00a0]{0,8}\n?"
    rf"|[ \t\u00a0]{{0,12}}(?P<bare>\d{{1,3}})[ \t\u00a0]{{1,8}}(?=[{UPPER}«“\"\[])"
)
INLINE = {
    kind: re.compile(rf"(?<=\S)[ \u00a0\n]+{form}[ \u00a0]+(?=[{UPPER}«“\"\[])")
    for kind, form in (
        ("square", r"\[(\d{1,3})\]\.?"),
        ("dot", r"(\d{1,3})\."),
        ("round", r"(\d{1,3})\)"),
        ("bare", r"(\d{1,3})"),
    )
}
BEFORE_NUMBER = re.compile(r"(?<!\d)(?<!\d[ \u00a0\n])(?<![^\W_])([^\W\d_]{1,8}|№)\.?\Z")
LINE = re.compile(r"[^\n]+")
MARK = re.compile(r"#{1,6} ")
SIGN_OF_WORK = re.compile(rf"{YEAR}|https?://|www\.|\bdoi\b|//|ISBN", re.IGNORECASE)
ENDED = re.compile(r"(?:[.!?)\]»”\"…/]|\d|[сбpbж]|(?:https?://|www\.|\b10\.\d{4}\S*/)\S+(?:\n\S+)?)\s*\Z")
INITIAL = re.compile(rf"(?<![^\W_])[{UPPER}]\.\s*\Z")
STARTS = re.compile(rf"(?!{YEAR}[.,:)])[{UPPER}«“\"\[\d↑^]|[—–]{{2}}|_{{3}}")
FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,20}\]:")  # as a reader of files marks one
BULLET = re.compile(r"\A[-–—•*·] +")
LABEL = re.compile(r"\[\d{1,3}\]")
PROSE = re.compile(r"(?:[^.]{120,}[^\W\d_)]{3}\.\s+){2}")  # no entry has two such sentences
SENTENCE = re.compile(r"[^.]{200}")  # of prose about sources; no work is named for so long
FIRST = 2  # entries of which one must look like a work
LINKS = re.compile(r"(?:[↑↩↥⤴]\ufe0e?(?:[ \u00a0]?\d{1,3}(?![^\W_]))?\s{0,4}){1,99}\Z")
LINKED = re.compile(rf"\A\s*[↑^]\s*(?:(?:[a-z]|\d{{1,2}}(?:[.,]\d)?)\s){{0,26}}(?=[{UPPER}«“\"])")
"""Of a wiki, before the entry: ``↑ 1 2``, ``^ a b``."""
JUMP = 5  # numbers a list may skip
ADDRESS = re.compile(r"(?:https?://|www\.|\b10\.\d{4}\S*/)\S+\Z")
SHORTEST = 20
LONGEST_ADDRESS = 200
SEEN = 80  # signs in which names are looked for


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands: its span with the gap before it, its number or 0, its text."""

    start: int
    end: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of references.

    Attributes:
        heading: span of the heading's line, without its number and the sign behind it.
        marked: whether it is marked as a heading already.
        entries, works: in the order of the list; as many.
        numbered: whether the list numbers its entries.
    """

    heading: tuple[int, int]
    marked: bool
    entries: tuple[Entry, ...]
    works: tuple[Work, ...]
    numbered: bool

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
        entries = _entries(text, heading.end())
        told = sum(tells_work(entry.text) for entry in entries)
        notes = re.fullmatch(NOTES, heading["name"], re.IGNORECASE)
        if not entries or told < (0.8 if notes else 0.5) * len(entries) or not _begins(entries):
            continue
        numbered = any(entry.number for entry in entries)
        made = works((entry.number, entry.text) for entry in entries)
        found.append(
            Listed((heading.start(), heading.end("name")), bool(heading["mark"]), entries, made, numbered)
        )
    return tuple(found)


def _begins(entries: tuple[Entry, ...]) -> bool:
    """Tell whether works stand below the heading, not far below a word that only looks like one."""
    if any(entry.number for entry in entries):
        return True
    numbers = sum(bool(LABEL.match(entry.text)) for entry in entries)
    opens = STARTS.match(entries[0].text.lstrip())
    if len(entries) == 1 and SENTENCE.match(entries[0].text.lstrip()):
        return False
    if not opens or numbers > 1 or any(PROSE.search(entry.text) for entry in entries[:FIRST]):
        return False
    return any(tells_work(entry.text) for entry in entries[:FIRST])


def main(text: str) -> Listed | None:
    """Return the list that the text cites: the first, but notes only where there is no other."""
    found = lists(text)
    proper = (one for one in found if not re.fullmatch(NOTES, _name(text, one), re.IGNORECASE))
    return next(proper, found[0] if found else None)


def _name(text: str, one: Listed) -> str:
    return MARK.sub("", text[slice(*one.heading)]).strip()


def _entries(text: str, start: int) -> tuple[Entry, ...]:
    lines = list(_lines(text, start))
    if not lines:
        return ()
    first = NUMBER.match(lines[0][2])
    kind = first.lastgroup if first else None
    if first and kind and int(first[kind]) <= (1 if kind == "bare" else JUMP):
        made = tuple(_numbered(text, lines, kind, start, JUMP))
        if kind != "bare":
            return made
        if [entry.number for entry in made] != list(range(1, len(made) + 1)):
            made = tuple(_numbered(text, lines, kind, start, 1))
        if len(made) > 1:
            return made
    return tuple(_unnumbered(text, lines, start))


def _lines(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Yield the lines from ``start`` on that may belong to a list: up to what surely does not."""
    for line in LINE.finditer(text, start):
        said = line.group()
        bare = MARK.sub("", said.strip())
        if not bare:
            continue
        if HEADING.fullmatch(said) or opens_front(bare) or FOOTNOTE.match(bare):
            return
        if said.startswith("#") and not SIGN_OF_WORK.search(bare):
            return
        yield line.start(), line.end(), said


def _numbered(
    text: str, lines: list[tuple[int, int, str]], kind: str, start: int, jump: int
) -> Iterator[Entry]:
    """Yield entries that open with a number: the next one, one again, or up to ``jump`` on.

    A bare number is never the same again. Behind the last number the list ends with its paragraph.
    """
    opened: list[tuple[int, int]] = []  # number, where the text starts
    ends: list[int] = []
    own_ends: list[int] = []
    for begin, end, said in lines:
        mark = MARK.match(said)
        found = NUMBER.match(said, mark.end() if mark else 0)
        number = int(found[kind]) if found and found.lastgroup == kind else 0
        last = opened[-1][0] if opened else 0
        least = last + 1 if kind == "bare" else max(last, 1)
        if found and least <= number <= last + jump and not (opened and _labels(text, begin)):
            opened.append((number, begin + found.end()))
            ends.append(end)
            own_ends.append(end)
        else:
            joined = "\n\n" not in text[own_ends[-1] : begin]
            own_ends[-1] = end if joined else own_ends[-1]
            ends[-1] = end
    ends[-1] = own_ends[-1]
    place = start
    for (number, begin), end in zip(opened, ends, strict=True):
        for own, one, two in _parted(text, number, kind, begin, end):
            yield Entry(place, two, own, _unlinked(text[one:two]))
            place = two


def _labels(text: str, end: int) -> bool:
    """Tell whether what stands before ``end`` wants a number: ``Т.``, ``№``."""
    before = text[max(0, end - 12) : end].rstrip()
    word = BEFORE_NUMBER.search(before)
    return word is not None and word[1].lower() in LABELS_BEFORE_NUMBERS


def _parted(text: str, number: int, kind: str, begin: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the entries of one line: damage may have joined the next ones to it."""
    for found in INLINE[kind].finditer(text, begin, end):
        short = found.start() - begin < SHORTEST and not leans(text[begin : found.start()])
        if int(found[1]) != number + 1 or short:
            continue
        if kind in ("dot", "bare") and _labels(text, found.start()):
            continue
        at = found.start()
        ended = (
            kind != "bare"
            or text[at - 1] in ".)"
            or ADDRESS.search(text, max(begin, at - LONGEST_ADDRESS), at)
        )
        if not ended and not names(text[found.end() : found.end() + SEEN]).people:
            continue  # a figure within a title
        yield number, begin, found.start()
        number, begin = number + 1, found.end()
    yield number, begin, end


def _unnumbered(text: str, lines: list[tuple[int, int, str]], start: int) -> Iterator[Entry]:
    """Yield entries that open a paragraph, or a line behind one that ends."""
    spans: list[list[int]] = []
    parted: set[int] = set()
    for begin, end, said in lines:
        apart = bool(spans) and "\n\n" in text[spans[-1][1] : begin]
        starts = STARTS.match(_bare(said))
        if not spans or (starts and (apart or (_opens_work(said) and _is_ended(text, *spans[-1])))):
            parted |= {len(spans)} if apart or not spans else set()
            spans.append([begin, end])
        else:
            spans[-1][1] = end
    parted |= {number for number, span in enumerate(spans) if _is_undated(text[slice(*span)])}
    for number in sorted(strays([text[slice(*span)] for span in spans]) - parted, reverse=True):
        spans[number - 1 : number + 1] = [[spans[number - 1][0], spans[number][1]]]
    while spans and not _is_work(text[slice(*spans[-1])]):
        spans.pop()
    place = start
    for begin, end in spans:
        said = text[begin:end]
        if len(said) > LONGEST:
            return
        yield Entry(place, end, 0, _unlinked(_bare(said)))
        place = end


def _is_ended(text: str, start: int, end: int) -> bool:
    """Tell whether an entry may end here: not behind the initial of a name that no year has followed yet."""
    if INITIAL.search(text, max(start, end - 4), end) and not SIGN_OF_WORK.search(text, start, end):
        return False
    return ENDED.search(text, max(start, end - LONGEST_ADDRESS), end) is not None


def _opens_work(said: str) -> bool:
    bare = _bare(said)
    return bool(SIGN_OF_WORK.search(said) or INVERTED.match(bare) or names(bare).people) or _is_undated(said)


def _is_undated(said: str) -> bool:
    """Tell whether an entry begins here that never names a year: a place in an archive, «там же»."""
    bare = _bare(said)
    return bool(leans(bare) or HELD.match(bare))


def _is_work(said: str) -> bool:
    return len(said) <= LONGEST and tells_work(_bare(said))


def _bare(said: str) -> str:
    return BULLET.sub("", MARK.sub("", said.strip()))


def _unlinked(said: str) -> str:
    """Return an entry without the links back to its citations: they are signs of a page, no words of it."""
    return LINKED.sub("", LINKS.sub("", said.rstrip())).rstrip()


def tells_work(said: str) -> bool:
    """Tell whether ``said`` has a sign of a work: a year, an address, a place in an archive, «там же»."""
    return bool(SIGN_OF_WORK.search(said) or PLACE_IN_ARCHIVE.search(said) or leans(said))
