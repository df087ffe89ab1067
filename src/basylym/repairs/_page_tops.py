"""The first line of each page -> those that say a heading again, as running heads do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from basylym.repairs._lines import lines_of
from basylym.repairs._page_breaks import LONGEST, titled

FOLIO = re.compile(r"(?<=\S)[ \u00a0|]+\d{1,4}\Z|\A\d{1,4}[ \u00a0]*\|[ \u00a0]*")
CONTENTS = re.compile(r"(?:\. ?){4,}|…|\d\Z")  # what ends an entry of a table of contents


def heads(text: str, page_ends: Sequence[int]) -> frozenset[int]:
    """Return where the lines at the tops of pages start that say a heading again.

    Another page has the same line at its top, or it stands elsewhere, with its number, and in no contents:
    above, or on this page. A heading is said once.
    """
    if not page_ends:
        return frozenset()
    said: dict[str, list[int]] = {}  # each numbered line -> where it stands
    starts = []
    for line in lines_of(text):
        body = line.text.strip()
        if body:
            start = line.start + len(line.text) - len(line.text.lstrip())
            starts.append((line.start, start, body))
            if len(body) <= LONGEST and titled(body) != body.casefold() and not CONTENTS.search(body):
                said.setdefault(titled(body), []).append(start)
    tops = []
    at = 0
    for end in page_ends:
        while at < len(starts) and starts[at][0] < end:
            at += 1
        if at < len(starts):
            tops.append(starts[at][1:])
    titles = [titled(FOLIO.sub("", body)) for _, body in tops]
    times = Counter(titles)
    found = []
    for (start, body), title in zip(tops, titles, strict=True):
        next_end = next((end for end in page_ends if end > start), len(text))
        again = any(at < next_end and at != start for at in said.get(title, ()))
        if len(body) <= LONGEST and title and (times[title] > 1 or again):
            found.append(start)
    return frozenset(found)
