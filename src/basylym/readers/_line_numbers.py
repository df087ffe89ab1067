"""The pages of a PDF -> the same without the numbers of their lines, which a journal prints for its referees.

They count up the margin, one at each line or at each fifth, on most pages and in one place, where no text
stands. The numbers of a list, of a table's rows or of a listing's lines are none: these do not count
the lines of most pages, or stand beside letters of one width.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from basylym.adapters.pdf_text import Line, Page

STEPS = (1, 2, 5, 10)
LEAST = 4  # numbers of a page
COVER = 0.6  # of the lines of a page; of the pages with lines
LINES = 8  # of a page that shows whether it is numbered
EDGE = 3.0  # pt that numbers of one place may differ
APART = 0.8  # of the letters' size between a number and its line
SKIPPED = 4  # numbers that stand at lines which bear something else
LEVEL = 0.4  # of the size: lines side by side
OTHER = 0.1  # of as many lines may reach into the place of the numbers
WHY = "it numbers a line of the page"
Taken = Mapping[int, list[tuple[Line, str]]]


@dataclass(frozen=True, slots=True)
class _Number:
    """A number on a page: which of its lines it is or begins or ends, and its sides."""

    place: int
    value: int
    left: float
    right: float
    base: float
    word: int  # of the line's words; -1 where it is all of the line


def without_line_numbers(pages: Sequence[Page]) -> tuple[list[Page], Taken]:
    """Return the pages without the numbers of their lines, and these numbers by page, each with why."""
    shown = [number for number, page in enumerate(pages) if len(page.lines) >= LINES]
    found = {number: list(_chains(pages[number])) for number in shown}
    bands = [_band(chain) for chains in found.values() for chain in chains]
    kept: dict[int, list[_Number]] = {}
    for number, chains in found.items():
        for chain in chains:
            like = sum(_same(_band(chain), band) for band in bands)
            if like >= COVER * len(shown) / 2:  # left and right pages may bear them on other sides
                kept.setdefault(number, []).extend(chain)
    if len(kept) < max(1, COVER * len(shown)):
        return list(pages), {}
    _count_on(pages, kept)
    made, taken = list(pages), {}
    for number, chain in kept.items():
        made[number], cut = _cut(pages[number], chain)
        taken[number] = [(line, WHY) for line in cut]
    return made, taken


def _count_on(pages: Sequence[Page], kept: dict[int, list[_Number]]) -> None:
    """Add the few numbers of a page that drawings fill: in the same place, counting on from the last page."""
    bands = [_band(chain) for chain in kept.values()]
    last = 0
    for number, page in enumerate(pages):
        if number not in kept and last:
            few: list[_Number] = []
            for one in sorted(_numbers(page), key=lambda one: one.base):
                placed = any(_same((one.left, one.right), band) for band in bands)
                if placed and one.value == (few[-1].value if few else last) + 1:
                    few.append(one)
            if few:
                kept[number] = few
        last = max((one.value for one in kept.get(number, ())), default=last)


def _numbers(page: Page) -> Iterator[_Number]:
    for place, line in enumerate(page.lines):
        if line.text.isdecimal() and len(line.text) <= 4:
            yield _Number(place, int(line.text), line.left, line.right, line.base, -1)
            continue
        said = line.text.split(" ")
        if len(said) != len(line.words) or len(said) < 2:
            continue
        for word, beside in ((0, 1), (len(said) - 1, len(said) - 2)):
            left, right = line.words[word]
            gap = max(left - line.words[beside][1], line.words[beside][0] - right)
            if said[word].isdecimal() and len(said[word]) <= 4 and gap > APART * line.size:
                yield _Number(place, int(said[word]), left, right, line.base, word)


def _chains(page: Page) -> Iterator[list[_Number]]:
    """Yield the numbers that stand below one another and count the lines of a page."""
    rest = sorted(_numbers(page), key=lambda one: one.base)
    levels = len({round(line.base / max(line.size, 1.0)) for line in page.lines})
    for edge in ("right", "left"):
        columns: dict[int, list[_Number]] = {}
        for one in rest:
            columns.setdefault(round(getattr(one, edge) / EDGE), []).append(one)
        for key in sorted(columns):
            column = sorted([*columns[key], *columns.get(key + 1, [])], key=lambda one: one.base)
            step, chain = max(((step, _counted(column, step)) for step in STEPS), key=lambda one: len(one[1]))
            if len(chain) >= LEAST and step * len(chain) >= COVER * levels / 2 and _free(page, chain):
                yield chain
                used = {id(one) for one in chain}
                rest = [one for one in rest if id(one) not in used]
                columns = {
                    other: [one for one in ones if id(one) not in used] for other, ones in columns.items()
                }


def _counted(column: Sequence[_Number], step: int) -> list[_Number]:
    """The longest run of numbers that count on by ``step``, one or the other left out."""
    best: list[_Number] = []
    for start in range(min(SKIPPED, len(column))):
        chain = [column[start]]
        for one in column[start + 1 :]:
            more = one.value - chain[-1].value
            if 0 < more <= SKIPPED * step and more % step == 0 and one.base > chain[-1].base + 1:
                chain.append(one)
        best = max(best, chain, key=len)
    return best


def _free(page: Page, chain: Sequence[_Number]) -> bool:
    """Whether hardly any text reaches into the place of the numbers, and what they number is no listing."""
    left, right = _band(chain)
    own = {(one.place, one.word) for one in chain}
    others = [line for place, line in enumerate(page.lines) if (place, -1) not in own]
    inside = sum(
        line.left < right and line.right > left and not any(place == n for n, _ in own)
        for place, line in enumerate(page.lines)
        if (place, -1) not in own
    )
    beside = [line for line in others if any(abs(line.base - one.base) < LEVEL * line.size for one in chain)]
    typed = sum(bool(line.pitch) for line in beside)
    return inside <= OTHER * len(chain) + 1 and 2 * typed <= len(beside)


def _band(chain: Sequence[_Number]) -> tuple[float, float]:
    return min(one.left for one in chain), max(one.right for one in chain)


def _same(one: tuple[float, float], two: tuple[float, float]) -> bool:
    return abs(one[0] - two[0]) < 4 * EDGE and abs(one[1] - two[1]) < 4 * EDGE


def _cut(page: Page, chain: Sequence[_Number]) -> tuple[Page, list[Line]]:
    """The page without the numbers, and these as lines."""
    words: dict[int, set[int]] = {}
    for one in chain:
        words.setdefault(one.place, set()).add(one.word)
    lines, cut = [], []
    for place, line in enumerate(page.lines):
        if place not in words:
            lines.append(line)
        elif -1 in words[place]:
            cut.append(line)
        else:
            for word in sorted(words[place]):
                left, right = line.words[word]
                cut.append(replace(line, text=line.text.split(" ")[word], left=left, right=right, raised=()))
            lines.append(_rest(line, words[place]))
    return replace(page, lines=tuple(lines)), sorted(cut, key=lambda one: one.base)


def _rest(line: Line, numbers: set[int]) -> Line:
    said = line.text.split(" ")
    first, last = int(0 in numbers), len(said) - int(len(said) - 1 in numbers)
    shift = len(said[0]) + 1 if first else 0
    text, words = " ".join(said[first:last]), line.words[first:last]
    raised = tuple((start - shift, end - shift) for start, end in line.raised if start >= shift)
    return replace(
        line,
        text=text,
        words=words,
        left=words[0][0],
        right=words[-1][1],
        start=words[0][0],
        raised=tuple(span for span in raised if span[1] <= len(text)),
    )
