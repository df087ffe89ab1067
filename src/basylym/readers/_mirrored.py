"""The pages of a PDF -> the same, those whose text is read from right to left as in a mirror.

So columns, indents, short lines and cells are told there as on other pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from basylym.adapters.pdf_text import Line, Page

LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
LETTER = re.compile(r"[^\W\d_]")
MOST = 0.5  # of a page's letters


def mirrored(pages: Sequence[Page]) -> list[Page]:
    return [_page(page) if _is_leftward(page.lines) else page for page in pages]


def _is_leftward(lines: Sequence[Line]) -> bool:
    said = "".join(line.text for line in lines)
    leftward = len(LEFTWARD.findall(said))
    return leftward > 0 and leftward > MOST * len(LETTER.findall(said))


def _page(page: Page) -> Page:
    width = page.width
    return replace(
        page,
        lines=tuple(_line(line, width) for line in page.lines),
        rules=tuple((width - end, width - start, y) for start, end, y in page.rules),
        bars=tuple((width - x, top, bottom) for x, top, bottom in page.bars),
    )


def _line(line: Line, width: float) -> Line:
    left, right = width - line.right, width - line.left
    words = tuple((width - end, width - start) for start, end in line.words)
    inorder = all(one[0] <= two[0] for one, two in pairwise(words))
    return replace(line, left=left, right=right, start=left, words=words if inorder else ())
