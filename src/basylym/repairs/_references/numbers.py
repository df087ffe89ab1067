"""The lines of a list -> its entries by their numbers, where numbers run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from basylym.repairs._lines import room_needed
from basylym.repairs._references.names import PARTICLE, names
from basylym.repairs._references.rows import SHOWN, SOME, Gap, Mark, Row
from basylym.repairs._references.same import leans
from basylym.repairs._references.shapes import MARK, closes, goes_on, is_torn, tells_work
from basylym.repairs._references.words import LABELS_BEFORE_NUMBERS, UPPER

NUMBER = re.compile(
    r"[ \t\u00a0]{0,12}(?:\\?\[(?P<square>\d{1,3})\\?\]\.?|(?P<dot>\d{1,3})\\?\.(?!\d)"
    r"|(?P<round>\d{1,3})\\?\))"
    r"[ \t\u00a0]{0,8}\n?"
    rf"|[ \t\u00a0]{{0,12}}(?P<bare>\d{{1,3}})[ \t\u00a0]{{1,8}}(?=(?:{PARTICLE}){{0,2}}[{UPPER}«“„\"\[])"
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
BEFORE_NUMBER = re.compile(r"(?<!\d[ \u00a0\n])(?<![^\s(\[,;:.–—])([^\W\d_]{1,8}|№)\.?\Z")
ADDRESS = re.compile(r"(?:https?://|www\.|\b10\.\d{4}\S*/)\S+\Z")
EXTENT = re.compile(r"\d{1,4}[ \u00a0]?(?:с|p|pp|S|s|б|бет|стр)\.?\Z")
JUMP = 5  # numbers a list may skip
SHORTEST = 20
LONGEST_ADDRESS = 200
SEEN = 80  # signs in which names are looked for
ALONE = 0.2  # of the entries go on in another line: so few show that each fills one
LOOSE = 0.1  # of the lines that go on: so many with room above them show that lines are not filled


def kind_of(line: str) -> str | None:
    """Return how the first entry of a list is numbered, or None."""
    first = NUMBER.match(line)
    kind = first.lastgroup if first else None
    return kind if first and kind and int(first[kind]) <= (1 if kind == "bare" else JUMP) else None


def opened(
    text: str, rows: Sequence[Row], gaps: Sequence[Gap], kind: str, jump: int
) -> list[tuple[int, int, int]]:
    """Return of each entry its number, its line and where its text starts.

    It bears the next number, the same, or one up to ``jump`` on. A bare number is never the same again.
    """
    found: list[tuple[int, int, int]] = []
    told = [_number(text, row, kind) for row in rows]
    for place, (row, (number, start)) in enumerate(zip(rows, told, strict=True)):
        last = found[-1][0] if found else 0
        least = last + 1 if kind == "bare" else max(last, 1)
        if not least <= number <= last + jump or (found and _labels(text, row.start)):
            continue
        if (
            found
            and not _is_likely(rows, gaps, place)
            and (number != last + 1 or _stands_later(rows, gaps, told, place))
        ):
            continue
        if number > last + 1 and any(
            later == last + 1 and _is_likely(rows, gaps, at)
            for at, (later, _) in enumerate(told)
            if at > place
        ):
            continue  # a volume: the number that is due comes later
        found.append((number, place, start))
    return found


def _number(text: str, row: Row, kind: str) -> tuple[int, int]:
    said = text[row.start : row.end]
    mark = MARK.match(said)
    found = NUMBER.match(said, mark.end() if mark else 0)
    own = found is not None and found.lastgroup == kind
    return (int(found[kind]), row.start + found.end()) if own and found else (0, 0)


def _is_likely(rows: Sequence[Row], gaps: Sequence[Gap], place: int) -> bool:
    return gaps[place] is not Gap.NONE or closes(rows[place - 1].said)


def _stands_later(
    rows: Sequence[Row], gaps: Sequence[Gap], told: Sequence[tuple[int, int]], place: int
) -> bool:
    """Tell whether the number of a line comes again, before the next one, where an entry is likelier."""
    number = told[place][0]
    for later in range(place + 1, len(rows)):
        if told[later][0] == number + 1:
            return False
        if told[later][0] == number and _is_likely(rows, gaps, later):
            return True
    return False


def begins_again(text: str, rows: Sequence[Row], kind: str) -> int:
    """Return the number of the line on which other numbers begin, or of all lines.

    A list of references ends there: notes stand below it, or another list.
    """
    told = [_number(text, row, kind)[0] for row in rows]
    last = start = 0
    for place, number in enumerate(told):
        if number == 1 and last > 1:
            due = next((later for later in told[place + 1 :] if later in (2, last + 1)), 0)
            again = due == 2 != last + 1 or (not due and kind != "bare" and last > 2)
            said = " ".join(row.said for row in rows[start:place])
            if again and closes(said) and tells_work(said) and not _labels(text, rows[place].start):
                return place
        elif last < number <= last + JUMP:
            last, start = number, place
    return len(rows)


def last_row(rows: Sequence[Row], gaps: Sequence[Gap], starts: Sequence[int]) -> int:
    """Return the number of the line that the last entry ends with.

    It ends with its paragraph, which a page may break, or with a line that had room for the next word,
    where lines of the other entries have not, or which no other entry goes on behind.
    """
    opens = {*starts}
    inner = [place for place in range(starts[0], starts[-1]) if place not in opens]
    loose = sum(gaps[place] is Gap.ROOM and not rows[place].apart for place in inner)
    filled = len(inner) >= SHOWN and loose <= LOOSE * len(inner)
    alone = len(starts) > SHOWN and len(inner) <= ALONE * len(starts)
    widest = SOME * max(len(row.said) for row in rows)
    for place in range(starts[-1] + 1, len(rows)):
        one, two = rows[place - 1].said, rows[place].said
        whole = closes(one) and tells_work(one) and not goes_on(two)
        if alone and whole and room_needed(one, two) <= widest:
            return place - 1
        runs_on = two[0].islower() or EXTENT.match(two) or (goes_on(two) and not closes(one))
        if rows[place].apart and not (is_torn(one) or runs_on):
            return place - 1
        if filled and gaps[place] is Gap.ROOM and not (is_torn(one) or goes_on(two)):
            return place - 1
    return len(rows) - 1


def _labels(text: str, end: int) -> bool:
    """Tell whether what stands before ``end`` wants a number: ``Т.``, ``№``."""
    before = text[max(0, end - 12) : end].rstrip()
    word = BEFORE_NUMBER.search(before)
    return word is not None and word[1].lower() in LABELS_BEFORE_NUMBERS


def parted(
    text: str, numbers: tuple[int, int], kind: str, begin: int, end: int
) -> Iterator[tuple[int, int, int]]:
    """Yield the entries of one line, number and span: damage may have joined the next ones to it.

    Args:
        text: of the list.
        numbers: of this entry, and of the one that opens the next line: those between them are missing.
        kind: how entries are numbered.
        begin, end: of the line.
    """
    number, due = numbers
    for found in INLINE[kind].finditer(text, begin, end):
        short = found.start() - begin < SHORTEST and not leans(text[begin : found.start()])
        if int(found[1]) != number + 1 or number + 1 >= due or short:
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


def marks_of(rows: Sequence[Row], starts: Sequence[int]) -> tuple[Mark, ...]:
    """Return what each line of a numbered list does."""
    opens = {*starts}
    return tuple(Mark.OPENS if place in opens else Mark.RUNS_ON for place in range(len(rows)))
