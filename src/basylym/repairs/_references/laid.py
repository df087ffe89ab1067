"""A text -> what each line of its lists of references does, for the rules that join lines and part them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from basylym.model.repairs import Edit
from basylym.repairs._lines import HYPHENATED
from basylym.repairs._references.lists import lists
from basylym.repairs._references.rows import Mark

PART = "\n\n"
SPACES = " \t\n\u00a0\u2003\u3000"


@lru_cache(maxsize=4)
def laid(text: str) -> Mapping[int, Mark]:
    """Return where each line of a list begins, and what it does; the line behind a list opens something.

    Of a list whose entries are not known each line is in doubt.
    """
    found: dict[int, Mark] = {}
    for one in lists(text):
        if one.proved:
            found |= dict(one.lines)
            end = one.end
            found[end + len(text[end:]) - len(text[end:].lstrip(SPACES))] = Mark.OPENS
        else:
            found |= dict.fromkeys((start for start, _ in one.lines), Mark.ASKED)
    return found


def begins(text: str, place: int) -> bool:
    """Tell whether a line of a list of references begins at ``place`` that opens an entry, or may."""
    return laid(text).get(place, Mark.RUNS_ON) is not Mark.RUNS_ON


def of_list(text: str, start: int, end: int, mark: Mark) -> Iterator[Edit]:
    """Yield what becomes of a line end in a list of references."""
    if mark is Mark.OPENS:
        yield Edit(
            start, end, PART, "an entry of a list of references begins, or what stands behind the list", 0.95
        )
    elif mark is Mark.ASKED:
        yield Edit(
            start, end, "\n", "a line of a list of references that may go on with an entry or open one", 0.9
        )
    elif not HYPHENATED.search(text, max(0, start - 2), start):
        yield Edit(start, end, " ", "an entry of a list of references goes on", 0.95)
