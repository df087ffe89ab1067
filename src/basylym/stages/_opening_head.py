"""A fair copy that begins with a running head -> the same from the title below the head on.

A title too comes back as the running head of its pages: the line is only a head where another title is
set in capitals below it.
"""

from __future__ import annotations

import re
from itertools import dropwhile

from basylym.model.language import Language

HEADING = re.compile(r"\A#{1,6} ")
CHAPTER = re.compile(r"(\d{1,2})\.? +(?=[^\W\d_])")
LONG = re.compile(r"[^\W\d_]{5}")
INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.")
INSTITUTION = re.compile(
    r"университет|институт|академи|колледж|кафедра|факультет|univers|institut|academ|college|department|faculty",
    re.IGNORECASE,
)
WORDS = 4  # of a title in capitals, at least: a name or the name of a section is shorter


def below_head(text: str, source: str, language: Language | None) -> str:
    """Return ``text`` without a first line that comes back alone in ``source``, where a title is below."""
    first, _, rest = text.partition("\n")
    rest = HEADING.sub("", rest.lstrip("\n"))
    said = first.strip()
    lines = [" ".join(line.split()) for line in source.splitlines()]
    if said.isupper() or lines.count(said) < 2:
        return text
    number = CHAPTER.match(rest)
    below = rest[number.end() if number else 0 :]
    shown = below.split("\n", 1)[0].strip()
    names = language.headings if language else {}
    free = not _are_people(shown) and (number or not INSTITUTION.search(shown))  # a chapter may name one
    if not shown.isupper() or len(shown.split()) < WORDS or not free or shown.lower() in names:
        return text
    alone = _is_the_only_one(int(number[1]), lines) if number else not _has_more(below)
    return below if alone else text


def _is_the_only_one(number: int, lines: list[str]) -> bool:
    """Tell whether a chapter of this number has parts, and the source holds no other chapter."""
    parts = any(re.match(rf"{number}\.1\.? +[^\W\d_]", line) for line in lines)
    others = [found for line in lines if line.isupper() and (found := CHAPTER.match(line))]
    return parts and all(int(found[1]) == number for found in others)


def _has_more(below: str) -> bool:
    """Tell whether other lines are in capitals, behind those that stand first: sections may be set so."""
    lines = dropwhile(lambda line: not line.strip() or line.isupper(), below.split("\n"))
    return any(line.isupper() and LONG.search(line) and not INITIAL.search(line) for line in lines)


def _are_people(line: str) -> bool:
    """Tell whether a line in capitals may list people: with initials, or a few words between commas."""
    return bool(INITIAL.search(line)) or all(len(part.split()) < WORDS for part in line.split(","))
