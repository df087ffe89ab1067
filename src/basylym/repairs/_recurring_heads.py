"""The lines of a text whose pages have no numbers -> those that are running heads.

Recognizing letters from a picture often loses the number of a page, which stands alone in its margin, and
leaves the head. A line of some words that comes back on three pages tells itself where it stands, mostly,
between the halves of a sentence: no heading and no refrain does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from basylym.repairs._lines import ends_sentence

PAGES = 3  # on which it comes back
APART = 12  # lines with text that a page has at least
BREAKS, MOSTLY = 2, 0.5  # times that it breaks a sentence; the share of all
CLOSES = (",", ";", ":", "-", "–", "—")


def recurring(texts: Sequence[str], short: float) -> dict[int, str]:
    """Return the lines that are no text -> why.

    Args:
        texts: of the lines, without spaces at their ends.
        short: signs of a line that is not filled.
    """
    often = {text for text, times in Counter(texts).items() if times >= PAGES and _may_be_head(text, short)}
    if not often:
        return {}
    filled = [at for at, text in enumerate(texts) if text]
    places: dict[str, list[int]] = {text: [] for text in often}
    for number, at in enumerate(filled):
        if texts[at] in often:
            places[texts[at]].append(number)
    gone = {}
    for text, found in places.items():
        if any(two - one <= APART for one, two in pairwise(found)):
            continue
        inside = sum(_breaks_a_sentence(texts, filled, number, short) for number in found)
        if inside >= max(BREAKS, MOSTLY * len(found)):
            told = f"{text!r} comes back {len(found)} times, {inside} of them inside a sentence"
            gone.update({filled[number]: told for number in found if number})  # the first may be the title
    return gone


def _may_be_head(text: str, short: float) -> bool:
    if not (text and " " in text and len(text) < short and text[0].isalnum()):
        return False
    first = next(filter(str.isalpha, text), "a")
    return not (first.islower() or ends_sentence(text) or text.endswith(CLOSES))


def _breaks_a_sentence(texts: Sequence[str], filled: Sequence[int], number: int, short: float) -> bool:
    """Tell whether the line before is filled and the one behind goes on with its sentence."""
    if not 0 < number < len(filled) - 1:
        return False
    before, after = texts[filled[number - 1]], texts[filled[number + 1]]
    return len(before) >= short and not ends_sentence(before) and after[0].islower()
