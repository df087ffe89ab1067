"""Take out running heads and page numbers that an extractor left between the lines.

A page number is told by its neighbours: at least three numbers that count the pages one by one, far
from each other, alone on their lines or beside a text that comes back; a third of them at least stand in
the middle of a sentence, or one does and all stand one page apart, or their heads are those of facing
pages. Two will do where both break a
sentence that runs on in a small letter, a page apart. A running head is a line beside such a number that
comes back too, mostly there, or that stands with it between the halves of one sentence. Numbers
of sections and of a law's articles are none: they stand between sentences. A text that comes back beside
the same number is the heading of a section, there and in the contents. Where form feeds end the pages, only
what stands at their edges is told: numbers that count with them, and lines that come back on three.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._facing_heads import PAGE, Numbered, facing, in_listing
from basylym.repairs._folios import APART, LONGEST, PAGES, Folio, folios, labels
from basylym.repairs._lines import ends_sentence, is_filled
from basylym.repairs._page_breaks import by_breaks, of_two_pages
from basylym.repairs._recurring_heads import recurring

HYPHEN = "\ufffe"  # as pdfium writes one at a line's end
BEHIND_HYPHEN = re.compile(rf"(?<={HYPHEN})(?!\Z)")
HELD = "\ufffc"
NOTE = HELD * len("[^1]: ")  # what opens a note is held, and hidden; no item's mark is so long
TWICE = 2  # times that a short line comes back beside page numbers; a filled one may be the text's own
NEARLY_FULL = 0.88  # of the width of the longest lines
MANY = 5  # pages that show how many lines one has


class Line(NamedTuple):
    """A line of the text: its place, and the same without spaces at its ends."""

    start: int
    end: int
    text: str


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield for each page break what joins the lines on both sides of it."""
    lines = _lines(text)
    pages = [bisect_left(words.page_ends, line.start) for line in lines] if words.page_ends else []
    if len(words.page_ends) >= PAGES:
        gone = by_breaks([line.text for line in lines], pages)
    else:
        gone = _furniture(lines) or of_two_pages([line.text for line in lines], pages)
    place = 0 if gone else len(lines)
    while place < len(lines):
        if place not in gone:
            place += 1
            continue
        first = last = place
        while last + 1 < len(lines) and (last + 1 in gone or not lines[last + 1].text):
            last += 1
        while first and not lines[first - 1].text:
            first -= 1
        yield _edit(lines, first, last, gone, words.page_ends)
        place = last + 1


def _lines(text: str) -> list[Line]:
    """Return the lines; behind pdfium's sign for a hyphen one ends too, whose feed pdfium leaves out."""
    lines, start = [], 0
    for row in text.split("\n"):
        for part in BEHIND_HYPHEN.split(row) if HYPHEN in row else (row,):
            lines.append(Line(start, start + len(part), part.strip(" \t\u00a0")))
            start += len(part)
        start += 1
    return lines


def _furniture(lines: Sequence[Line]) -> dict[int, str]:
    """Return the lines that are no text -> why: by the evidence that tells more of them."""
    full = sorted(len(line.text) for line in lines if line.text)
    short = 0.8 * full[len(full) // 2] if full else 0.0
    told = folios([line.text for line in lines])
    near = [[line.text for line in lines[max(0, one.at - 1) : one.at + 2]] for one in told]
    found = [one for one, around in zip(told, near, strict=True) if not in_listing(one.number, around)]
    named = labels(found)
    found = [one for one in found if one.beside not in named]
    numbered = max(_by_chain(lines, found, short), _by_facing(lines, found, short), key=len)
    return recurring([line.text for line in lines], short) | numbered


def _by_chain(lines: Sequence[Line], found: Sequence[Folio], short: float) -> dict[int, str]:
    """Return page numbers that count on, alone on their lines or beside a text that comes back, and heads."""
    texts = Counter(beside for beside, _ in {(folio.beside, folio.number) for folio in found})
    within = {folio.at: _within(lines, folio.at, short) for folio in found}
    chain = _chain(
        [folio for folio in found if not folio.beside or texts[folio.beside] > 1 or within[folio.at]]
    )
    if len(chain) < PAGES:
        chain = _chain([folio for folio in found if within[folio.at]])
        if len(chain) != 2 or chain[1].at - chain[0].at < PAGE:
            return {}
    near = Counter(lines[at].text for folio in chain for at in _beside(lines, folio.at))
    whole = Counter(line.text for line in lines)
    near = Counter({text: times for text, times in near.items() if 2 * times >= whole[text]})
    heads = {
        at
        for folio in chain
        for at in _beside(lines, folio.at)
        if near[lines[at].text] >= (TWICE if _is_head(lines[at].text, short) else PAGES)
    }
    for folio in found:  # the last page may be short
        counts = folio.number == chain[-1].number + 1 and folio.beside == chain[-1].beside
        own = {at for at in _beside(lines, folio.at) if near[lines[at].text] >= PAGES}
        if counts and own and folio.at > chain[-1].at:
            chain, heads = [*chain, folio], heads | own
    above = [_before(lines, folio.at, heads) for folio in chain]
    inside = sum(bool(line) and not ends_sentence(line) for line in above)
    if 3 * inside < len(chain) and not (inside and _are_a_page_apart(chain)):
        return {}
    alone = {at for folio in chain for at in within[folio.at]} - heads
    gone = {folio.at: f"page {folio.number}, one of {len(chain)} that follow one another" for folio in chain}
    gone.update({at: f"{lines[at].text!r} stands beside {near[lines[at].text]} page numbers" for at in heads})
    gone |= {
        at: f"{lines[at].text!r} stands in a sentence, beside a page number" for at in alone - gone.keys()
    }
    return gone


def _by_facing(lines: Sequence[Line], found: Sequence[Folio], short: float) -> dict[int, str]:
    """Return page numbers that heads of facing pages tell, on their line, below it or above it; and heads."""
    made = [[Numbered(one.at, one.number, one.beside, ()) for one in found]]
    for step in (1, -1):
        near = [(one, _near(lines, one.at, step)) for one in found if not one.beside]
        made.append(
            [
                Numbered(one.at, one.number, lines[at].text, (at,))
                for one, at in near
                if at is not None and _is_head(lines[at].text, short)
            ]
        )
    pages = max((facing(one) for one in made), key=len)
    heads = {at: f"{one.head!r} is the head of facing pages" for one in pages for at in one.lines}
    told = f"one of {len(pages)} that follow one another"
    return heads | {one.at: f"page {one.number}, {told}" for one in pages}


def _are_a_page_apart(chain: Sequence[Folio]) -> bool:
    """Tell whether nearly all numbers stand as many lines apart as a page has."""
    gaps = sorted((two.at - one.at) / max(1, two.number - one.number) for one, two in pairwise(chain))
    usual = gaps[len(gaps) // 2]
    alike = sum(abs(gap - usual) <= 0.1 * usual for gap in gaps)
    return len(chain) >= MANY and usual >= PAGE and alike >= 0.8 * len(gaps)


def _within(lines: Sequence[Line], at: int, short: float) -> list[int]:
    """Return the page number's line, and the one with it, where they alone part the halves of a sentence.

    Args:
        lines: of the text.
        at: where the number stands.
        short: signs of a line that is not filled.
    """
    texts = [near for near in range(max(0, at - 4), min(len(lines), at + 5)) if lines[near].text]
    place = texts.index(at)
    for first, last in ((1, 1), (1, 2), (2, 1)):
        if place < first or place + last >= len(texts):
            continue
        before, *between, after = texts[place - first : place + last + 1]
        runs_on = not ends_sentence(lines[before].text) and lines[after].text[0].islower()
        if (
            runs_on
            and len(lines[before].text) >= short
            and all(_is_head(lines[one].text, short) for one in between)
        ):
            return between
    return []


def _is_head(text: str, short: float) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(text) < short and not (letters and letters[0].islower())


def _chain(found: Sequence[Folio]) -> list[Folio]:
    """Return the longest run of numbers that count one by one down the text; one may be missing."""
    best: dict[int, list[Folio]] = {}
    longest: list[Folio] = []
    for folio in found:
        before: list[Folio] = []
        for step in (1, 2):
            chain = best.get(folio.number - step, [])
            if len(chain) > len(before) and chain[-1].at <= folio.at - APART * step:
                before = chain
        if len(before) >= len(best.get(folio.number, [])):
            best[folio.number] = [*before, folio]
            longest = max(longest, best[folio.number], key=len)
    return longest


def _beside(lines: Sequence[Line], at: int) -> Iterator[int]:
    """Yield the nearest line before and after a page number, blank lines left out."""
    for step in (-1, 1):
        near = _near(lines, at, step)
        if near is not None:
            yield near


def _near(lines: Sequence[Line], at: int, step: int) -> int | None:
    """Return the nearest line that way that has text, three lines away at most; no long one."""
    near = at + step
    while 0 <= near < len(lines) and abs(near - at) < 3 and not lines[near].text:
        near += step
    return near if 0 <= near < len(lines) and 0 < len(lines[near].text) <= LONGEST else None


def _before(lines: Sequence[Line], at: int, heads: set[int]) -> str:
    at -= 1
    while at >= 0 and (not lines[at].text or at in heads):
        at -= 1
    return lines[at].text if at >= 0 else ""


def _edit(
    lines: Sequence[Line], first: int, last: int, gone: dict[int, str], page_ends: Sequence[int]
) -> Edit:
    told = "; ".join(gone[at] for at in range(first, last + 1) if at in gone)
    if first == 0 or last == len(lines) - 1:
        start = lines[first - 1].end if first else 0
        return Edit(
            start, lines[last + 1].start if last + 1 < len(lines) else lines[last].end, "", told, 0.97
        )
    before, after = lines[first - 1], lines[last + 1]
    if before.text.endswith(HELD):  # what another rule wrote there, the blank lines around it too, stays
        first = next(at for at in range(first, last + 1) if at in gone)
        return Edit(lines[first].start, after.start, "", told, 0.97)
    above = next(count for count in range(last - first + 1) if first + count in gone)
    below = next(count for count in range(last - first + 1) if last - count in gone)
    feed = bisect_left(page_ends, before.end)  # a form feed's own line shows nothing of paragraphs
    fed = feed < len(page_ends) and page_ends[feed] < after.start
    if fed:
        lower = page_ends[feed] >= lines[last - below].end
        above, below = above - (not lower), below - lower
    gap = max(above, below) > 0
    parts = gap and (above != below or above > 1)
    ended = ends_sentence(before.text) and not after.text[:1].islower()
    parts = ended and (parts or ((gap or fed) and _has_room(lines, before, after)))
    set_apart = fed and last + 2 < len(lines) and not lines[last + 2].text
    parts = parts or after.text.startswith(NOTE) or (set_apart and not after.text[:1].islower())
    return Edit(before.end, after.start, "\n\n" if parts else "\n", told, 0.97)


def _has_room(lines: Sequence[Line], line: Line, after: Line) -> bool:
    """Tell whether the first word of the text below had room on a line, or it is short."""
    lengths = sorted(len(other.text) for other in lines if other.text)
    if len(line.text) < 0.8 * lengths[len(lengths) // 2]:
        return True
    return not is_filled(line.text, after.text, NEARLY_FULL * lengths[-1 - len(lengths) // 10])


def _page(number: int, head: str = "") -> str:
    body = "\n".join(f"the line {row} of page {number} runs on" for row in "abcdefghij")
    return f"{body}\n{head}{number}\n"


PAGED = "".join(map(_page, (4, 5, 6))) + "and ends here."
HEADED = "".join(_page(number, "Журнал права ") for number in (4, 5, 6)) + "и всё."

RULE = Rule(
    phase=Phase.LETTERS,
    find=find,
    examples=(
        Example("en", PAGED, re.sub(r"\n\d\n", "\n", PAGED)),
        Example("ru", HEADED, re.sub(r"\nЖурнал права \d\n", "\n", HEADED)),
    ),
    counterexamples=(
        (
            "en",
            "".join(
                f"{number}\n\nA poem has its number above.\n{'It goes on.' * 9}\n\n" for number in (1, 2, 3)
            ),
        ),
        (
            "en",
            "\n".join(
                f"{number} Section {name}\n" + "text.\n" * 9
                for number, name in ((1, "A"), (2, "B"), (3, "C"))
            ),
        ),
        (
            "ru",
            "".join(f"{number} статья\n\n{'Права есть.' * 9}\n" + "И всё.\n" * 9 for number in (1, 2, 3)),
        ),
        ("ru", "в 1999\nв 2000\nв 2001"),
    ),
    rank=6,
)
