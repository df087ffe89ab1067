"""The lines of a first page -> the same in parts: what stands above its text, in its margin, and the text.

Dates, addresses and licences stand in the margin beside the title, a few lines that no gutter shows. Read
row by row they would part the title; they follow what stands above the text, so that they part nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from basylym.adapters.pdf_text import Line
from basylym.readers._formulas import NUMBER

CLEAR = 6.0  # pt between the text and its margin
SAME = 0.07  # of the size: lines of the text's size
FEW, FEW_SMALL = 6, 12  # lines, and small ones; more of them show a column of their own
LONG = 40  # signs of a line of the text
MOST = 0.5  # of the lines of the text's size begin at one place


def parts(lines: Sequence[Line], usual: float) -> list[list[Line]]:
    """Return the lines in parts that are read one after the other; ``usual``: the text's size, pt."""
    text = [line for line in lines if abs(line.size - usual) <= SAME * usual]
    lefts = Counter(round(line.left) for line in text)
    if not lefts:
        return [list(lines)]
    left, _ = lefts.most_common(1)[0]
    own = [line for line in text if abs(line.left - left) <= 1]
    right = max(line.right for line in own)
    beside = [line for line in lines if line.right <= left - CLEAR or line.left >= right + CLEAR]
    aside = [line for line in beside if not NUMBER.fullmatch(line.text)]
    small = all(line.size < (1 - SAME) * usual for line in aside)
    if not 0 < len(aside) < (FEW_SMALL if small else FEW) or len(own) < MOST * len(text):
        return [list(lines)]
    rest = [line for line in lines if line not in aside]
    begins = min((line.base for line in own if len(line.text) >= LONG), default=float("inf"))
    above = sorted((line for line in rest if line.base < begins), key=lambda line: line.base)
    if len(above) > 1 and begins - above[-1].base < above[-1].base - above[-2].base:
        begins = above.pop().base  # a heading belongs to the text that it stands near
    return [one for one in (above, aside, [line for line in rest if line.base >= begins]) if one]
