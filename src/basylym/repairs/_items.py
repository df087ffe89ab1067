"""A line of an item and the one below -> whether the item goes on there."""

from __future__ import annotations

import re

from basylym.repairs._lines import HYPHENATED, SENTENCE_END, is_filled

CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?[ \t\u00a0]+\S")  # 2.1. Method
COMMAND = re.compile(r"\\[a-zA-Z]+[*\[{]|\\\[|\$\$")  # \begin{example}
SAID = re.compile(r"[^\W_]|[.!?…»”)\]।]\Z")
ADDRESS = re.compile(r"www\.|\w+://")
CUT_ADDRESS = re.compile(r"(?:www\.|\w+://)\S*\Z")
INSIDE = re.compile(
    r"[«»“”„‟‘‹\"']?[^\W\d_]|\((?![^\W_]{1,4}\))[^\W\d_]"
)  # of a sentence, where the letter is small
WORD = re.compile(r"[^\W\d_]{2}")
LONG = 0.8  # of the width: the next one goes on with an unended sentence, whatever it opens with
DISPLAY, SHORT = 15, 0.4  # signs, and of the width: a line below a colon that is a formula or a name


def runs_on(one: str, line: str, deeper: bool, width: int, opened: str, dash: bool) -> bool:
    """Tell whether a line of an item goes on in the next one.

    Args:
        one: the line.
        line: the next one.
        deeper: whether it stands further in than the item's sign.
        width: of filled lines, in signs, or 0.
        opened: the sign of an item that it opens with, or nothing.
        dash: whether that is a dash, which may stand in a sentence too.
    """
    two = line.strip()
    if not SAID.search(two):
        return False  # a line of %, * or dashes parts what stands above it from what stands below
    filled = bool(width) and is_filled(one, two, width)
    if HYPHENATED.search(one):
        return True
    if opened:
        return filled and dash
    unended = not SENTENCE_END.search(one) and not one.endswith((";", ":"))
    if unended and WORD.search(two) and (one.endswith(",") or (len(one) == 1 and one.isalpha())):
        return True  # nothing ends in a comma; a letter alone is one that was set higher or lower
    if unended and len(two) == 1 and two.isalpha():
        return True
    if ADDRESS.match(two) and one.endswith(":"):
        return True
    if unended and one.count("(") > one.count(")"):
        return True
    shown = len(two) < DISPLAY or (len(two) < SHORT * width and not SENTENCE_END.search(two))
    if CLAUSE.match(two) or (one.endswith(":") and (COMMAND.match(two) or shown)):
        return filled and unended
    if filled and CUT_ADDRESS.search(one):
        return True
    if SENTENCE_END.search(one) and (not two[0].islower() or ADDRESS.match(two)):
        return filled and deeper
    if one.endswith(";") and not (deeper or filled) and len(one) < LONG * width:
        return False  # the sentence of which the items are clauses goes on below them
    found = INSIDE.match(two)
    inside = found is not None and found[0][-1].islower()
    if deeper or filled or two[0].islower() or (unended and inside):
        return True
    return bool(width) and len(one) >= LONG * width and not one.endswith((";", ":"))
