"""Lines of a text whose page ends are known -> which are page numbers and running heads.

An extractor that ends each page with a form feed leaves its furniture beside it: a number that counts with
the pages, and lines that come back at the edges of three pages or more. Where page ends are known no number
elsewhere is a page's, as those of sections are not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from basylym.repairs._facing_tops import facing_tops
from basylym.repairs._lines import ends_sentence

NUMBERED = re.compile(
    r"(?:[-–—|] ?)?(?P<alone>\d{1,4})(?: ?[-–—|]| ?(?:/|of|из) ?\d{1,4})?"
    r"|(?P<first>\d{1,4})(?:[ \u00a0]*\||[ \u00a0])[ \u00a0]*(?P<head>\D{3,90})"
    r"|(?P<start>\D{3,90}?)[ \u00a0|]+(?P<last>\d{1,4})"
    r"|(?P<left>\d{1,4}) {3,}(?P<right_of>\S.{2,90})|(?P<left_of>\S.{2,90}?) {3,}(?P<right>\d{1,4})"
)
NUMBER, FIGURE = re.compile(r"\d+"), re.compile(r"\d")
FIRST = re.compile(r"(?P<number>\d{1,4})[ \u00a0]+(?P<head>\S.{2,90})")
LAST = re.compile(r"(?P<head>\S.{2,90}?)[ \u00a0]+(?P<number>\d{1,4})")
CELLS = re.compile(r"(?<=\S)(?: {3,}|\t)(?=\S)")
SECTION_NUMBER = re.compile(r"\A\d{1,2}(?:\.\d{1,2})*\.?[ \u00a0]+|(?:\. ?){4,}\d*\Z")
PAGES, TWO = 3, 2
EDGE = 3  # lines at each end of a page among which its furniture stands
SCRAP = 3  # signs
LONGEST = 160  # signs of a line, the spaces of a layout in it


class Seen(NamedTuple):
    """A line near the edge of a page: its number, its page, its edge, and how many lines are nearer.

    A page of few lines is ``short``: it proves nothing, but its number counts with those of the others.
    """

    at: int
    page: int
    edge: int
    depth: int
    short: bool


def by_breaks(texts: Sequence[str], pages: Sequence[int]) -> dict[int, str]:
    """Return the lines that are no text -> why.

    Args:
        texts: of the lines, without spaces at their ends.
        pages: the page of each, from 0; as many.
    """
    near = list(_near(texts, pages))
    gone = {one.at: told for one, told in _folios(texts, near)}
    folios = frozenset(gone)
    gone.update(_heads(texts, [one for one in near if not one.short], gone))
    return facing_tops(texts, pages, folios, gone.keys() - folios) | gone


def of_two_pages(texts: Sequence[str], pages: Sequence[int]) -> dict[int, str]:
    """Return the head of both pages of a text where it breaks a sentence on the second, and their folios."""
    held: dict[int, list[int]] = {}
    for at, page in enumerate(pages):
        if texts[at]:
            held.setdefault(page, []).append(at)
    if len(held) != TWO or any(len(lines) < EDGE for lines in held.values()):
        return {}
    one, two = held.values()
    head = _shape(texts[one[0]])
    if not head or texts.count(head) != TWO or texts[two[0]] != head or not _goes_on(texts, one, two):
        return {}
    gone = dict.fromkeys((one[0], two[0]), f"{head!r} opens both pages, and a sentence goes on behind it")
    folios = [texts[lines[-1]] for lines in (one, two)]
    if all(map(str.isdecimal, folios)) and int(folios[1]) == int(folios[0]) + 1:
        gone.update(dict.fromkeys((one[-1], two[-1]), "pages count on where they end"))
    return gone


def _goes_on(texts: Sequence[str], one: Sequence[int], two: Sequence[int]) -> bool:
    """Tell whether a sentence that the first page leaves open goes on behind the head of the second."""
    last = next((texts[at] for at in reversed(one) if not texts[at].isdecimal()), "")
    return not ends_sentence(last) and texts[two[1]][:1].islower()


def _near(texts: Sequence[str], pages: Sequence[int]) -> Iterator[Seen]:
    held: dict[int, list[int]] = {}
    for at, text in enumerate(texts):
        if text:
            held.setdefault(pages[at], []).append(at)
    for page, lines in enumerate(held.values()):
        deep = EDGE if len(lines) > 2 * EDGE else 1 if len(lines) > 1 else 0
        for edge, ordered in ((0, lines), (1, lines[::-1])):
            yield from (Seen(at, page, edge, depth, deep < EDGE) for depth, at in enumerate(ordered[:deep]))


def _folios(texts: Sequence[str], near: Sequence[Seen]) -> Iterator[tuple[Seen, str]]:
    """Yield the lines whose number counts with the pages, alone or beside a text that comes back."""
    found = []
    for one in near:
        text = texts[one.at]
        match = NUMBERED.fullmatch(text) if len(text) <= LONGEST else None
        numbers = NUMBER.findall(text)
        if match:
            number = next(
                int(match[name]) for name in ("alone", "first", "last", "left", "right") if match[name]
            )
            beside_it = next(
                (match[name] for name in ("head", "start", "right_of", "left_of") if match[name]), ""
            )
            found.append((one, number - one.page, beside_it.strip()))
        if match and not FIGURE.search(beside_it):
            continue
        if len(numbers) == 1 and len(numbers[0]) < 5 and len(text) <= LONGEST:  # [Page 12]
            found.append((one, int(numbers[0]) - one.page, NUMBER.sub("#", text)))
        elif len(text) <= LONGEST:  # 2 METHODS 14; 15 CHAPTER 2. METHODS
            for bounded in (FIRST.fullmatch(text), LAST.fullmatch(text)):
                if bounded:
                    found.append((one, int(bounded["number"]) - one.page, bounded["head"].strip()))
    alike = Counter(
        (head, shift) for head, shift, _ in {(head, shift, one.page) for one, shift, head in found}
    )
    once = [
        (one, shift)
        for one, shift, head in found
        if alike[head, shift] == 1
        and one.edge == one.depth == 0
        and SECTION_NUMBER.match(head)
        and head.isupper()
    ]  # the head of one page, that of its section
    found = [
        (one, shift, head)
        for one, shift, head in found
        if not head or alike[head, shift] >= (PAGES if "#" in head else 2)
    ]
    shifts = Counter(shift for shift, _ in {(shift, one.page) for one, shift, _ in found if not one.short})
    shift, times = max(shifts.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    if times < PAGES:
        return
    told = set()
    found += [(one, own, "") for one, own in once if own == shift]
    edges = Counter(
        one.edge for one, own, _ in found if own == shift
    )  # the other may have a section's number
    for one, own, _ in sorted(found, key=lambda item: (item[0].page, item[0].depth, -edges[item[0].edge])):
        if own == shift and one.page not in told and (not one.depth or 2 * edges[one.edge] >= edges.total()):
            told.add(one.page)
            yield one, f"page {one.page + shift} of {times} that count with the page ends"


def _heads(texts: Sequence[str], near: Sequence[Seen], folios: dict[int, str]) -> dict[int, str]:
    """Return the lines that come back at the edges of pages, from the edge inwards."""
    shapes = [_shape(text) for text in texts]
    whole = Counter(shapes)
    times = Counter(shape for shape, _ in {(shapes[one.at], one.page) for one in near if shapes[one.at]})
    numbered = {(one.page, one.edge) for one in near if one.at in folios}
    count = len({one.page for one in near})
    proven = {
        shapes[one.at]
        for one in near
        if shapes[one.at]
        and ((one.page, one.edge) in numbered or 2 * times[shapes[one.at]] >= count or _breaks(texts, one.at))
    }  # what stands only on title pages, or opens chapters, is none
    twice: dict[str, set[tuple[int, int]]] = {}  # heads that stand on two pages, beside the numbers of both
    for one in near:
        if whole[shapes[one.at]] == 2 and one.edge == 0 and (one.page, 0) in numbered:
            twice.setdefault(shapes[one.at], set()).add((one.page, 0))
    twice = {shape: sides for shape, sides in twice.items() if shape and len(sides) == 2}
    titles = Counter(titled(text) for text in texts if 0 < len(text) <= LONGEST)
    set_lower = {titled(text) for text in texts if 0 < len(text) <= LONGEST and not text.isupper()}
    heads: dict[int, str] = {}
    met: set[str] = set()
    open_at: dict[tuple[int, int], int] = {}  # page and edge -> how many lines there are furniture so far
    outermost = {(one.page, one.edge): one.at for one in near if not one.depth}
    taken: set[tuple[int, str]] = set()  # a heading may stand below a head that repeats it
    for one in sorted(near, key=lambda seen: (seen.page, seen.edge, seen.depth)):
        side, shape = (one.page, one.edge), shapes[one.at]
        comes_back = times[shape] >= PAGES and 2 * times[shape] >= whole[shape] and shape in proven
        outside = outermost.get(side, -1) if one.depth == 1 and comes_back else -1
        behind = outside >= 0 and outside not in folios and _is_scrap(texts[outside])
        if open_at.get(side, 0) != one.depth and not behind:
            continue
        if one.at in folios:
            open_at[side] = one.depth + 1
            continue
        if one.edge == 0 and side in numbered and _repeats(shape, set_lower):
            open_at[side] = one.depth + 1
            heads[one.at] = f"{texts[one.at]!r} repeats the heading of a section beside a page number"
            continue
        if shape and one.page and one.edge == one.depth == 0 and _before_folio(texts, one.at, folios):
            open_at[side] = one.depth + 1
            heads[one.at] = f"{texts[one.at]!r} stands at the top of a page, before its number"
            continue
        if side in twice.get(shape, ()) and titles[titled(shape)] > 2:
            open_at[side] = one.depth + 1
            heads[one.at] = (
                f"{texts[one.at]!r} stands beside two page numbers and names a section of the text"
            )
            continue
        if not shape or not comes_back or (one.page, shape) in taken:
            continue
        first = shape not in met
        met.add(shape)
        beside = side in numbered
        opens = one.page == one.edge == one.depth == 0  # more likely the title than a head
        alone = whole[shape] == times[shape] and not _breaks(texts, one.at)
        if first and not beside and (opens or alone):
            continue  # the heading that later pages repeat
        open_at[side] = one.depth + 1
        taken.add((one.page, shape))
        if behind:
            heads[outside] = f"{texts[outside]!r} stands outside the head of a page, a number misread"
        heads[one.at] = f"{texts[one.at]!r} stands at the edge of {times[shape]} pages"
    return heads


def _is_scrap(text: str) -> bool:
    """Tell whether a line is the few signs that letters recognized from a picture make of a page number."""
    return len(text) <= SCRAP


def _before_folio(texts: Sequence[str], at: int, folios: Mapping[int, str]) -> bool:
    """Tell whether the line below is the number of the page: no heading of the text stands above that."""
    below = next((near for near in range(at + 1, len(texts)) if texts[near]), -1)
    said = texts[at]
    return (
        below in folios
        and texts[below].isdecimal()
        and said[0].isupper() | said[0].isdigit()
        and not ends_sentence(said)
    )


def titled(text: str) -> str:
    """Return a line without the number that a section bears, nor what sets a head apart from it."""
    return SECTION_NUMBER.sub("", text).strip(" .").casefold()


def _repeats(shape: str, headings: set[str]) -> bool:
    """Tell whether a line in capitals bears a section's number and the words of its heading."""
    return shape.isupper() and SECTION_NUMBER.match(shape) is not None and titled(shape) in headings


def _shape(text: str) -> str:
    """Return a line as other pages have it, or nothing for what is no head."""
    if len(text) > LONGEST or sum(letter.isalpha() for letter in text) < 3 or len(CELLS.findall(text)) > 2:
        return ""
    return text


def _breaks(texts: Sequence[str], at: int) -> bool:
    """Tell whether a line stands between the halves of one sentence."""
    before = next((texts[near] for near in range(at - 1, -1, -1) if texts[near]), "")
    after = next((texts[near] for near in range(at + 1, len(texts)) if texts[near]), "")
    return not ends_sentence(before) and after[:1].islower()
