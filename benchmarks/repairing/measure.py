"""Clean words, a damaged text and a repaired one -> counts of what was mended, missed and broken.

Words are aligned by edit distance, so that any program's output can be measured, not only ours. A
damaged place is right where its words stand in the output as in the clean text, next to one another,
with the gap that belongs between them. A line end inside a paragraph is a space, as Markdown has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields

from rapidfuzz.distance import Levenshtein

from .noise import LINE, PARAGRAPH, SPACE, Damaged, Site
from .texts import Block

GAP = re.compile(r"[ \t\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}|[ \t\n\u2003]")
RANGE = re.compile(r"(?<=\d)[–-](?=\d)")
RUN = "run"
HEADING = re.compile(r"(?m)^#{1,6} (.*)$")


@dataclass(slots=True)
class Tally:
    """Counts; they add up.

    Attributes:
        words: clean words.
        sites: damaged places.
        mended: of these, right in the output.
        asked: of the others, right where every query is answered with yes.
        wrong: changed to something wrong.
        broken: undamaged words and gaps that the program broke.
        edits_before, edits_after: word edits from the clean text.
        breaks, breaks_found, breaks_right: paragraph ends in the clean text, in the output, in both.
        heads, heads_found, heads_right: headings, the same way.
        inserted, left: words of running heads and folios, and how many of them are in the output.
        lost: characters that are in neither the output nor the ledger.
        queries: questions for the author.
        size, seconds: bytes of UTF-8, and processor time.
    """

    words: int = 0
    sites: int = 0
    mended: int = 0
    asked: int = 0
    wrong: int = 0
    broken: int = 0
    edits_before: int = 0
    edits_after: int = 0
    breaks: int = 0
    breaks_found: int = 0
    breaks_right: int = 0
    heads: int = 0
    heads_found: int = 0
    heads_right: int = 0
    inserted: int = 0
    left: int = 0
    lost: int = 0
    queries: int = 0
    size: int = 0
    seconds: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Tally)))


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words and what stands between them."""

    words: list[str]
    gaps: list[str]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Where the clean words are in another text: clean number -> its number, where they are equal."""

    other: Words
    at: list[int | None]
    edits: int


def parted(text: str) -> Words:
    """Return the words of ``text`` and the gaps between them."""
    words, gaps, place = [], [], 0
    text = text.strip(" \n\t\u00a0")
    for gap in GAP.finditer(text):
        words.append(_plain(text[place : gap.start()]))
        feeds = gap[0].count("\n")
        gaps.append(PARAGRAPH if feeds > 1 else LINE if feeds else SPACE if gap[0] == SPACE else RUN)
        place = gap.end()
    return Words([*words, _plain(text[place:])], gaps)


def _plain(word: str) -> str:
    return RANGE.sub("-", word)


def aligned(clean: list[str], text: str) -> Aligned:
    """Return where the clean words stand in ``text``."""
    other = parted(text)
    at: list[int | None] = [None] * len(clean)
    edits = 0
    for step in Levenshtein.opcodes(clean, other.words):
        if step.tag == "equal":
            for offset in range(step.src_end - step.src_start):
                at[step.src_start + offset] = step.dest_start + offset
        else:
            edits += max(step.src_end - step.src_start, step.dest_end - step.dest_start)
    return Aligned(other, at, edits)


def gap_after(found: Aligned, number: int) -> str | None:
    """Return the gap after a clean word, or None where it does not stand beside the next one."""
    here, there = found.at[number], found.at[number + 1]
    return found.other.gaps[here] if here is not None and there == here + 1 else None


def is_right(found: Aligned, made: Damaged, site: Site) -> bool:
    """Tell whether a damaged place stands as in the clean text."""
    if site.first == site.last:
        return found.at[site.first] is not None
    gap = gap_after(found, site.first)
    return (SPACE if gap == LINE and site.kind != "paragraph end" else gap) == made.gaps[site.first]


def shown(found: Aligned, site: Site) -> tuple[str, ...]:
    """Return what stands between the nearest right words around a place, gaps left out."""
    first, last = site.first - 1, site.last + 1
    while first >= 0 and found.at[first] is None:
        first -= 1
    while last < len(found.at) and found.at[last] is None:
        last += 1
    start = (found.at[first] or 0) + 1 if first >= 0 else 0
    end = found.at[last] if last < len(found.at) else len(found.other.words)
    return tuple(found.other.words[start:end])


@dataclass(frozen=True, slots=True)
class Fault:
    """A place that came out wrong: what the clean text has there, and what the output has."""

    kind: str
    clean: str
    output: str


def measured(made: Damaged, output: str, answered: str | None = None) -> tuple[Tally, list[Fault]]:
    """Return the counts for one output, and what it broke.

    Args:
        made: the damaged sample.
        output: the repaired text, as Markdown or as plain text.
        answered: the same with every query answered by yes.
    """
    clean = [_plain(word) for word in made.words]
    before, after = aligned(clean, made.text), aligned(clean, HEADING.sub(r"\1", output))
    asked = aligned(clean, HEADING.sub(r"\1", answered)) if answered is not None else after
    tally = Tally(words=len(clean), edits_before=before.edits, edits_after=after.edits)
    faults: list[Fault] = []
    touched: set[int] = set()
    for site in made.sites:
        touched.update(range(site.first, site.last + 1))
        if is_right(before, made, site) and site.kind != "line end":
            continue
        tally.sites += 1
        if is_right(after, made, site):
            tally.mended += 1
            continue
        tally.asked += is_right(asked, made, site)
        if shown(before, site) != shown(after, site) or _gap(before, site) != _gap(after, site):
            tally.wrong += 1
            faults.append(_fault(site.kind, clean, after, site))
    for number in range(len(clean)):
        if number not in touched and before.at[number] is not None and after.at[number] is None:
            tally.broken += 1
            faults.append(_fault("word broken", clean, after, Site(number, number, "")))
    sited = {site.first for site in made.sites if site.first != site.last}
    for number in range(len(clean) - 1):
        good = gap_after(before, number) == made.gaps[number] and number not in sited
        if good and gap_after(after, number) not in (made.gaps[number], None):
            tally.broken += 1
            faults.append(_fault("gap broken", clean, after, Site(number, number + 1, "")))
    _paragraphs(tally, made, after)
    tally.inserted = made.inserted
    tally.left = _furniture_left(made, after)
    return tally, faults


def _furniture_left(made: Damaged, after: Aligned) -> int:
    """Return how many words of heads and folios stand among those that are no words of the clean text.

    Where it is not known which they are, every word too many counts, the halves of a broken one too.
    """
    if not made.furniture:
        return min(made.inserted, max(0, len(after.other.words) - len(made.words)))
    clean = {place for place in after.at if place is not None}
    extra = Counter(word for place, word in enumerate(after.other.words) if place not in clean)
    return (extra & Counter(made.furniture)).total()


def _gap(found: Aligned, site: Site) -> str | None:
    return gap_after(found, site.first) if site.first != site.last else None


def _fault(kind: str, clean: list[str], after: Aligned, site: Site) -> Fault:
    around = " ".join(clean[max(0, site.first - 1) : site.last + 2])
    return Fault(kind, around, " ".join(shown(after, Site(site.first - 1, site.last + 1, ""))))


def _paragraphs(tally: Tally, made: Damaged, after: Aligned) -> None:
    """Count paragraph ends: a break in the output belongs to the nearest clean word before it."""
    clean = {number for number, gap in enumerate(made.gaps) if gap == PARAGRAPH}
    back = {place: number for number, place in enumerate(after.at) if place is not None}
    found: set[int] = set()
    stray = 0
    for place, gap in enumerate(after.other.gaps):
        if gap != PARAGRAPH:
            continue
        number = back.get(place)
        if number is None and place + 1 in back:
            number = back[place + 1] - 1
        if number is None or number in found:
            stray += 1
        else:
            found.add(number)
    tally.breaks, tally.breaks_found = len(clean), len(found) + stray
    tally.breaks_right = len(clean & found)


def headings(tally: Tally, blocks: Iterable[Block], output: str) -> None:
    """Count the headings of a sample that the output marks as such; what stands first is a title."""
    _, *rest = blocks
    clean = [" ".join(block.text.split()) for block in rest if block.heading]
    found = [" ".join(head.split()) for head in HEADING.findall(output)]
    tally.heads, tally.heads_found = len(clean), len(found)
    for head in found:
        if head in clean:
            clean.remove(head)
            tally.heads_right += 1
