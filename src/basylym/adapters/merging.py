"""Three texts -> one that holds what both newer ones changed in the oldest: the one home of merge3."""

from __future__ import annotations

import re

from merge3 import Merge3

from basylym.model.notices import BasylymError, Condition, Locus, Notice

CONFLICT = "<<<<<<< "
SIGNS = ("<<<<<<< edited\n", "=======\n", ">>>>>>> normalized\n")


WORD = re.compile(r"\S+|\s+")
UNSETTLED = re.compile(rf"^{SIGNS[0]}.*?^{SIGNS[1]}.*?^{SIGNS[2].rstrip()}$", re.DOTALL | re.MULTILINE)


def settled(text: str, path: str) -> str:
    """Return ``text`` as it is.

    Raises:
        BasylymError: ``MERGE_IS_CLEAN``, a conflict still stands in it, so that both readings would print.
    """
    first = UNSETTLED.search(text.replace("\r\n", "\n"))
    if first is None:
        return text
    line = text.replace("\r\n", "\n").count("\n", 0, first.start()) + 1
    detail = "your reading and the press's both stand here, as the last merge left them"
    raise BasylymError(Notice(Condition.MERGE_IS_CLEAN, detail, Locus(path, line)))


def merged(base: str, edited: str, made: str) -> tuple[str, int]:
    """Merge two newer texts line by line, and word by word where both changed a line.

    Args:
        base: what both come from.
        edited: with a person's changes.
        made: with the program's.

    Returns:
        The text, and how many conflicts are marked in it, both sides of each standing whole.
    """
    pieces: list[str] = []
    conflicts = 0
    lines = [text.splitlines(keepends=True) for text in (base, edited, made)]
    for group in Merge3(lines[0], lines[1], lines[2]).merge_groups():
        if group[0] != "conflict":
            pieces += group[1]
            continue
        sides = ["".join(side) for side in group[1:]]
        words = _by_words(*sides)
        if words is not None:
            pieces.append(words)
            continue
        conflicts += 1
        for sign, side in zip(SIGNS, (*sides[1:], ""), strict=True):
            pieces += (sign, side if not side or side.endswith("\n") else side + "\n")
    return "".join(pieces), conflicts


def _by_words(base: str, edited: str, made: str) -> str | None:
    """Return the lines merged word by word, or None where a word was changed by both, or whole lines."""
    words = [WORD.findall(text) for text in (base, edited, made)]
    if not all(words):
        return None
    groups = list(Merge3(words[0], words[1], words[2]).merge_groups())
    if any(group[0] == "conflict" for group in groups):
        return None
    return "".join(word for group in groups for word in group[1])
