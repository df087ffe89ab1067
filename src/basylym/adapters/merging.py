"""Three texts -> one that holds what both newer ones changed in the oldest: the one home of merge3."""

from __future__ import annotations

import re

from merge3 import Merge3

from basylym.model.notices import BasylymError, Condition, Locus, Notice

SIGNS = ("<<<<<<< edited\n", "=======\n", ">>>>>>> normalized\n")
UNSETTLED = frozenset((SIGNS[0].strip(), SIGNS[2].strip()))  # the middle one may underline a heading
WORD = re.compile(r"\S+|\s+")


def unsettled(text: str) -> int:
    """Return the line, from 1, where a sign of a conflict stands first; 0 where none does."""
    return next((number for number, line in enumerate(text.splitlines(), 1) if line in UNSETTLED), 0)


def settled(text: str, path: str) -> str:
    """Return ``text`` as it is.

    Raises:
        BasylymError: ``MERGE_IS_CLEAN``, a conflict still stands in it, so that both readings would print.
    """
    line = unsettled(text)
    if line:
        detail = "the last merge left your reading and the press's here, and its signs still stand"
        raise BasylymError(Notice(Condition.MERGE_IS_CLEAN, detail, Locus(path, line)))
    return text


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
