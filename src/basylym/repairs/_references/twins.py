"""A list of works and a second one of the same, in Latin letters -> the English titles that only that gives.

Journals print every source twice: as cited, and romanized, with its title in English in square brackets.
Twins are told by place in the list and by the figures that both print: years, volumes, pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from basylym.model.bibliography import is_latin
from basylym.model.works import Told, Work
from basylym.repairs._references.cuts import STOP, is_label
from basylym.repairs._references.names import names
from basylym.repairs._references.read import FAIR

FIGURES = re.compile(r"\d+")
BRACKETED = re.compile(r"\[([^\[\]]{4,300})\]")
NO_TITLE = re.compile(
    r"\b(?:in (?:russian|kazakh|english|kyrgyz|uzbek|turkish|german"
    r"|french)|electronic|online|internet|text|access|et al|others"
    r"|accessed|cited|thesis|dissertation|abstract|manuscript|s\. ?[ln]\.)",
    re.IGNORECASE,
)
LIKE = 0.6  # of the figures of two entries: a second list may add or leave out some
MOST = 0.8  # of the entries


def are_twins(works: Sequence[Work], others: Sequence[Work]) -> bool:
    """Tell whether two lists hold the same works, one for one, the second in Latin letters."""
    if len(works) != len(others) or not is_latin(" ".join(other.raw for other in others)):
        return False
    return sum(map(_are_like, works, others)) >= MOST * len(works)


def with_english(works: Sequence[Work], others: Sequence[Work]) -> tuple[Work, ...]:
    """Return the works, each read wholly with the English title that its twin gives beside its own."""
    return tuple(
        replace(work, fields=(*work.fields, Told("title-en", english, FAIR)))
        if work.whole and _are_like(work, other) and (english := _english(work, other.raw))
        else work
        for work, other in zip(works, others, strict=True)
    )


def _are_like(work: Work, other: Work) -> bool:
    ours, theirs = set(FIGURES.findall(work.raw)), set(FIGURES.findall(other.raw))
    return bool(ours) and len(ours & theirs) >= LIKE * len(ours | theirs)


def _english(work: Work, entry: str) -> str:
    """Return the English title in brackets: only where it stands right behind the romanized one."""
    told = {one.name: one.value for one in work.fields}
    if "maintitle" in told or is_latin(told.get("title", "")):
        return ""
    for found in BRACKETED.finditer(entry):
        before = entry[names(entry).end : found.start()].lstrip(" .,")
        stops = [stop for stop in STOP.finditer(before) if not is_label(before, stop.start())]
        if "//" in before or stops or len(before) < len("Ab"):
            return ""
        if not NO_TITLE.search(found[1]) and is_latin(found[1]):
            return found[1].strip(" .")
    return ""
