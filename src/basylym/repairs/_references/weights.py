"""Lines of a list without numbers -> which open an entry, by all that its entries have in common.

A full line may end an entry, and a page may break one. Between two lines that surely open an entry each way
to part those in doubt is weighed: how the entries would open and end, how many years they would name, whether
they would stand in order. Where no way is far better than the others, only the author can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from basylym.repairs._references.habits import MOST, NEARLY_ALL, Habits, habits
from basylym.repairs._references.order import key
from basylym.repairs._references.rows import SHOWN, Gap, Mark, Row
from basylym.repairs._references.shapes import (
    BEFORE_TITLE,
    IN_BRACKETS,
    INITIAL,
    LONGEST,
    PAGES,
    YEARS,
    closes,
    goes_on,
    is_open,
    is_torn,
    is_undated,
    shape,
    tells_work,
)

MANY = 24  # lines in doubt that are weighed together
TO_PART, TO_JOIN = 2.5, 3.5  # by which one way to part lines must be better than all others
ONCE, ORDERED = 0.8, 0.95  # of the entries
LIKELY = 8  # lines in one order that are no chance
SHORTEST = 20  # signs of an entry
DOUBT, SIGN, FAULT, NEVER, PARTED = 1.0, 2.0, 3.0, 6.0, 11.0  # weights


def by_weight(rows: Sequence[Row], gaps: Sequence[Gap]) -> tuple[Mark, ...]:
    """Return what each line does, of which none is told by a number or a margin."""
    sure = [
        number
        for number, (row, gap) in enumerate(zip(rows, gaps, strict=True))
        if not number or (gap is Gap.ROOM and not goes_on(row.said) and not is_torn(rows[number - 1].said))
    ]
    common = _common(rows, sure)
    sure = [number for at, number in enumerate(sure) if not at or not _is_doubtful(rows, sure, at, common)]
    first = _parted(rows, gaps, sure, common)
    opens = [number for number, mark in enumerate(first) if mark is Mark.OPENS]
    whole = [
        _said(rows, start, end)
        for start, end in _spans(opens, len(rows))
        if Mark.ASKED not in first[start:end]
    ]
    if len(whole) >= SHOWN:  # lines in doubt are often those that do not close
        again = habits(whole)
        common = replace(again, closed=min(common.closed, again.closed), paged=min(common.paged, again.paged))
    return _parted(rows, gaps, sure, common)


def _common(rows: Sequence[Row], sure: Sequence[int]) -> Habits:
    """Return what entries have in common that surely open, or those that lines in one order would open.

    Of full lines few surely open an entry. But where all lines that look as if they did stand in the order of
    the alphabet, or each names one year behind its people, they do: lines that go on would stand in none.
    """
    shown = habits([_said(rows, start, end) for start, end in _spans(sure, len(rows))])
    likely = [
        number
        for number, row in enumerate(rows)
        if not number or (shape(row.said) and not goes_on(row.said) and closes(rows[number - 1].said))
    ]
    if len(likely) <= len(sure) or len(likely) < LIKELY:
        return shown
    found = habits([_said(rows, start, end) for start, end in _spans(likely, len(rows))])
    strong = max(found.ordered, min(found.once, found.early), min(found.paged, found.dated)) >= ORDERED
    return found if strong and found.closed >= NEARLY_ALL else shown


def _parted(
    rows: Sequence[Row], gaps: Sequence[Gap], sure: Sequence[int], common: Habits
) -> tuple[Mark, ...]:
    """Return the marks by what entries have in common."""
    found = [Mark.RUNS_ON] * len(rows)
    for start, end in _spans(sure, len(rows)):
        found[start] = Mark.OPENS
        doubtful = [number for number in range(start + 1, end) if _may_open(rows, gaps, number)]
        for number, mark in zip(doubtful, _weighed(rows, gaps, (start, end), doubtful, common), strict=True):
            found[number] = mark
    return tuple(found)


def _spans(starts: Sequence[int], end: int) -> Iterator[tuple[int, int]]:
    return pairwise([*starts, end])


def _said(rows: Sequence[Row], start: int, end: int) -> str:
    return " ".join(row.said for row in rows[start:end])


def _may_open(rows: Sequence[Row], gaps: Sequence[Gap], number: int) -> bool:
    one, two = rows[number - 1].said, rows[number].said
    if gaps[number] is Gap.ROOM:
        return not (goes_on(two) and (is_torn(one) or not closes(one) or two[:1].islower()))
    return not goes_on(two) and not is_torn(one)


def _is_doubtful(rows: Sequence[Row], sure: Sequence[int], at: int, common: Habits) -> bool:
    """Tell whether one of the entries that a line with room above it parts is unlike the others."""
    number = sure[at]
    before = _said(rows, sure[at - 1], number)
    after = _said(rows, number, sure[at + 1] if at + 1 < len(sure) else len(rows))
    return _end(before, common) >= FAULT or _lacks_year(before, common) or _lacks_year(after, common)


def _weighed(
    rows: Sequence[Row],
    gaps: Sequence[Gap],
    span: tuple[int, int],
    doubtful: Sequence[int],
    common: Habits,
) -> list[Mark]:
    """Return the marks of the lines in doubt between two that surely open an entry."""
    if len(doubtful) > MANY:
        return [Mark.ASKED] * len(doubtful)
    places = [span[0], *doubtful, span[1]]
    last = len(places) - 1
    between = {
        (one, two): _between(rows, gaps, places[one : two + 1], span, common)
        for two in range(1, last + 1)
        for one in range(two)
    }
    above, below = [0.0] * (last + 1), [0.0] * (last + 1)  # the least weight up to an opening, and from it on
    for place in range(1, last + 1):
        above[place] = min(above[one] + between[one, place] for one in range(place))
    for place in range(last - 1, -1, -1):
        below[place] = min(between[place, two] + below[two] for two in range(place + 1, last + 1))
    made: list[Mark] = []
    for place in range(1, last):
        opened = above[place] + below[place]
        joined = min(
            above[one] + between[one, two] + below[two]
            for one in range(place)
            for two in range(place + 1, last + 1)
        )
        parts, joins = joined - opened >= TO_PART, opened - joined >= TO_JOIN
        if joins and _are_whole(rows, places, place, made):
            joins = False
        made.append(Mark.OPENS if parts else Mark.RUNS_ON if joins else Mark.ASKED)
    return made


def _are_whole(rows: Sequence[Row], places: Sequence[int], place: int, made: Sequence[Mark]) -> bool:
    """Tell whether what stands on either side of a line's start may be an entry: it closes and is dated."""
    above = next((one for one in range(place - 1, 0, -1) if made[one - 1] is Mark.OPENS), 0)
    before = _said(rows, places[above], places[place])
    after = _said(rows, places[place], places[-1])
    return closes(before) and not goes_on(after) and all(map(tells_work, (before, after)))


def _between(
    rows: Sequence[Row], gaps: Sequence[Gap], places: Sequence[int], span: tuple[int, int], common: Habits
) -> float:
    """Weigh an entry that opens at the first of ``places``, goes on at those within, ends above the last."""
    start, *within, end = places
    said = _said(rows, start, end)
    weight = sum(_gap(rows, gaps, number, False, common) for number in within) + _years(said, common)
    if start > span[0]:
        weight += _start(said, common) + _gap(rows, gaps, start, True, common)
    if end < span[1]:
        weight += _end(said, common)
    if common.ordered >= ONCE:
        sure = common.ordered >= ORDERED
        first, last = key(rows[start].said), key(rows[end].said) if end < len(rows) else ""
        if start > span[0] or end < span[1]:
            weight += (FAULT if sure else SIGN) * _descends(first, last)
        for number in (
            within if sure else ()
        ):  # that a line which goes on opens as an entry does and stands in order is rare
            here = key(rows[number].said)
            inside = not (_descends(first, here) or _descends(here, last))
            weight += SIGN * (inside and closes(rows[number - 1].said) and common.opens(rows[number].said))
    return weight


def _gap(rows: Sequence[Row], gaps: Sequence[Gap], number: int, opens: bool, common: Habits) -> float:
    """Weigh what stands between two lines against their being parted or joined."""
    one, two = rows[number - 1].said, rows[number].said
    if opens:
        return DOUBT if gaps[number] is Gap.NONE else 0.0
    weight = (PARTED if rows[number].apart else NEVER) if gaps[number] is Gap.ROOM else 0.0
    if not is_torn(one) and (weight or closes(one) or common.closed < NEARLY_ALL):
        weight += SIGN if common.opens(two) and common.peopled >= MOST else 0.0
        weight += SIGN if common.paged >= MOST and PAGES.search(one) else 0.0
    elif not is_torn(one) and common.opens(two):
        weight += DOUBT
    return weight


def _start(said: str, common: Habits) -> float:
    """Weigh how an entry would open."""
    weight = NEVER if goes_on(said) else 0.0
    weight += FAULT if len(said) < SHORTEST else 0.0
    if not common.opens(said) and not is_undated(said):
        weight += SIGN if common.peopled >= 0.8 else DOUBT if common.peopled >= 0.6 else 0.0
    return weight


def _end(said: str, common: Habits) -> float:
    """Weigh how an entry would end."""
    if INITIAL.search(said[-4:]):  # of a name that goes on in the next line, or of a town: М.
        return FAULT if YEARS.search(said) else NEVER
    if is_torn(said):
        return NEVER
    if common.early >= MOST and BEFORE_TITLE.search(said):
        return NEVER
    if is_open(said):
        return FAULT
    if closes(said):
        return 0.0
    return FAULT if common.closed >= NEARLY_ALL else 1.5 if common.closed >= MOST else 0.0


def _years(said: str, common: Habits) -> float:
    """Weigh how many years an entry would name, and how long it would be."""
    weight = NEVER if len(said) > LONGEST else 0.0
    if common.once >= ONCE and not is_undated(said):
        times = len(IN_BRACKETS.findall(said))
        if not times and shape(said) and YEARS.search(said):
            return weight + DOUBT  # as another style has it
        return weight + FAULT * abs(times - 1)
    return weight + FAULT * _lacks_year(said, common)


def _lacks_year(said: str, common: Habits) -> bool:
    if common.once >= ONCE and not IN_BRACKETS.search(said):
        return not is_undated(said)
    return common.dated >= NEARLY_ALL and not YEARS.search(said) and not is_undated(said)


def _descends(one: str, two: str) -> bool:
    return bool(one and two and (one[0] < "\u0400") is (two[0] < "\u0400") and one > two)
