"""PDF -> the lines of its text layer with their places, read by PDFium in a child process with limits.

The parent calls ``pages``; the child is this module run as a program. It reads the PDF on standard
input and writes one JSON array a page. A line is what stands on one base line without a wide gap.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median

from basylym.adapters import child, pdfium
from basylym.model.notices import BasylymError, Condition, Notice

LIMITS = child.Limits(seconds=120, megabytes=2048)
UNREAD = 3  # exit code of a child that met no PDF it can read
MOST_PAGES = 600
GAP = 1.8  # of the letters' size: a wider space parts two columns, or two cells
RAISED = 0.15
SMALL = 0.82


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of one line of a page; pt from the page's left and top.

    Attributes:
        text: its signs, one space between words.
        left, right, top, base: its place; ``base`` is where its letters stand.
        size: of most of its letters.
        bold: whether most of them are.
        raised: spans of ``text`` that are set small and high, as marks of notes are.
    """

    text: str
    left: float
    right: float
    top: float
    base: float
    size: float
    bold: bool
    raised: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page; ``covered`` is the share of it under pictures, ``unread`` how many signs have no letter."""

    width: float
    height: float
    covered: float
    unread: int
    lines: tuple[Line, ...]


def pages(content: bytes) -> tuple[Page, ...]:
    """Read the text layer of every page.

    Raises:
        BasylymError: ``SOURCE_OPENS`` where it is no PDF that can be read, ``CHILD_ENDS``.
    """
    command = [sys.executable, "-m", "basylym.adapters.pdf_text"]
    ended = child.run(command, content, LIMITS, tool="PDFium")
    if ended.code == UNREAD:
        raise BasylymError(Notice(Condition.SOURCE_OPENS, ended.complaint.strip().splitlines()[-1]))
    if ended.code:
        said = (ended.complaint.strip().splitlines() or ["it gave no reason"])[-1]
        raise BasylymError(Notice(Condition.CHILD_ENDS, f"PDFium stopped: {said[:300]}"))
    found = []
    for written in ended.output.decode("utf-8").splitlines():
        width, height, covered, unread, lines = json.loads(written)
        found.append(Page(width, height, covered, unread, tuple(_read(*line) for line in lines)))
    return tuple(found)


def _read(
    text: str,
    left: float,
    right: float,
    top: float,
    base: float,
    size: float,
    bold: bool,
    raised: list[tuple[int, int]],
) -> Line:
    return Line(text, left, right, top, base, size, bold, tuple((start, end) for start, end in raised))


# Below here only the child runs.


@dataclass(slots=True)
class _Run:
    """The signs of one line so far."""

    signs: list[pdfium.Sign] = field(default_factory=list)
    spaced: bool = False

    def follows(self, sign: pdfium.Sign) -> bool:
        """Whether ``sign`` goes on in this line: on about the same base, not far to the right."""
        _, _, right, top, base, size, _ = next(one for one in reversed(self.signs) if one[0] != " ")
        _, new_left, _, new_top, new_base, new_size, _ = sign
        larger = max(size, new_size)
        apart = new_left - right
        together = abs(base - new_base) < 0.25 * larger or (
            abs(base - new_base) < 0.6 * larger and min(base, new_base) > max(top, new_top)
        )
        return together and -0.6 * larger < apart < GAP * larger


def _lines(signs: Iterable[pdfium.Sign]) -> Iterator[list[object]]:
    run = _Run()
    for sign in signs:
        if sign[0] in " \u00a0":
            run.spaced = bool(run.signs)
            continue
        if sign[0] in "\r\n":
            continue  # the places of signs tell where lines end, better than these
        if run.signs and not run.follows(sign):
            yield _line(run)
            run = _Run()
        if run.spaced or (run.signs and sign[1] - run.signs[-1][2] > 0.35 * sign[5]):
            run.signs.append((" ", *run.signs[-1][1:]))
        run.spaced = False
        run.signs.append(sign)
    if run.signs:
        yield _line(run)


def _line(run: _Run) -> list[object]:
    shown = [sign for sign in run.signs if sign[0] != " "]
    size = Counter(round(sign[5], 1) for sign in shown).most_common(1)[0][0]
    largest = max(sign[5] for sign in shown)
    if len(shown) < 4:
        size = largest  # "x²" is a line of its first letter's size
    base = median(sign[4] for sign in shown if sign[5] >= SMALL * size)
    raised: list[list[int]] = []
    for place, sign in enumerate(run.signs):
        if sign[0] != " " and sign[5] <= SMALL * size and sign[4] <= base - RAISED * size:
            if raised and raised[-1][1] == place:
                raised[-1][1] = place + 1
            else:
                raised.append([place, place + 1])
    text = "".join(sign[0] for sign in run.signs)
    bold = sum(sign[6] >= 600 for sign in shown) > len(shown) / 2
    left, right = min(sign[1] for sign in shown), max(sign[2] for sign in shown)
    return [text, left, right, min(sign[3] for sign in shown), base, size, bold, raised]


def _main() -> int:
    try:
        for number, (width, height, covered, signs) in enumerate(pdfium.signs(sys.stdin.buffer.read()), 1):
            if number > MOST_PAGES:
                sys.stderr.write(f"the PDF has more than {MOST_PAGES} pages\n")
                return UNREAD
            unread = sum(sign[0] == pdfium.LOST or "\ue000" <= sign[0] <= "\uf8ff" for sign in signs)
            lines = list(_lines(sign for sign in signs if sign[0] >= " " or sign[0] in "\r\n"))
            sys.stdout.write(json.dumps([width, height, covered, unread, lines], ensure_ascii=True) + "\n")
    except BasylymError as error:
        sys.stderr.write(error.notice.detail + "\n")
        return UNREAD
    return 0


if __name__ == "__main__":
    sys.exit(_main())
