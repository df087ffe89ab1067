"""Entries that came out, and those of the list -> where each of them ends in the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate


def ends(true: Sequence[str], found: Sequence[str]) -> Iterator[int]:
    """Yield where each found entry ends among all signs of the true ones.

    An extractor loses signs (of ligatures) and a running head adds some, so that an entry may stand nowhere
    as it came out: the two are aligned as wholes. Where signs at an end are lost, it is the end of a true
    entry if one lies among them.
    """
    whole, lasts = "".join(true), [*accumulate(map(len, true))]
    same = SequenceMatcher(None, "".join(found), whole, autojunk=False).get_matching_blocks()
    for place in accumulate(map(len, found)):
        before = max((run.b + min(run.size, place - run.a) for run in same if run.a < place), default=0)
        after = min(
            (run.b + max(0, place - run.a) for run in same if run.a + run.size > place), default=len(whole)
        )
        yield next((last for last in lasts if before <= last <= after), before)
