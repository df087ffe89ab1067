"""The paragraphs of a PDF -> which of them are headings, and of what level.

They stand below the first full paragraph in larger letters, or in bold ones. Levels are told by size and
weight, and where headings of several depths look alike by their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from basylym.model.captions import caption
from basylym.readers._captions import said
from basylym.readers._paragraphs import FLUSH, HEAD, LISTED, NUMBERED, Paragraph

LETTER = re.compile("[^\\W\\d_\U0001d400-\U0001d7ff]")  # and none of a formula in a drawing
STOP = re.compile(r"[.;,:]\Z")
ADDRESS = re.compile(r"\S*(?:://|www\.)\S*|\S+@\S+\.\w+")
NOTE = 0.93  # how large a note's letters are at most, beside those of the text
SMALLEST, ROOM = 0.85, 1.5  # of the text's size: a heading in small bold letters, and the room around it
LONGEST, LOWEST, SENTENCE = 200, 4, 60  # signs; a level; signs of a heading that ends in a stop


def levels(blocks: Sequence[Paragraph], usual: float) -> dict[int, int]:
    """Return the number of each heading's block -> its level; ``usual``: the text's size, pt."""
    found: dict[int, tuple[float, bool]] = {}
    below = False
    for number, block in enumerate(blocks):
        first, text = block.lines[0].line, said(block)
        if block.kind or caption(text):
            continue
        if first.size < HEAD * usual and not first.bold:
            below = below or len(block.lines) > 2
        elif (
            (below or number == 0 or any(_body_follows(blocks, n, usual) for n in (number, number + 1)))
            and _says_one(block, text, usual)
            and (first.size >= NOTE * usual or _has_room(blocks, number, usual))
        ):
            found[number] = (round(first.size, 1), first.bold)
    found.pop(0, None)  # the title, which goes above the text
    sizes = sorted(set(found.values()), reverse=True)
    depths = {number: _depth(said(blocks[number])) for number in found}
    least = {
        key: min((depths[n] for n in found if found[n] == key and depths[n]), default=1) for key in sizes
    }
    return {
        number: min(LOWEST, 2 + sizes.index(key) + max(0, depths[number] - least[key]))
        for number, key in found.items()
    }


def _says_one(block: Paragraph, text: str, usual: float) -> bool:
    """Whether words may be a heading: no address, no item, no sentence in bold letters."""
    first = block.lines[0].line
    if len(text) > LONGEST or not LETTER.search(text) or ADDRESS.fullmatch(text.strip()):
        return False
    if first.raised and first.raised[0][0] == 0 and text[0].isalpha():
        return False  # the mark of an address
    if first.size >= HEAD * usual:
        return True
    sentence = bool(STOP.search(text)) and len(text) > SENTENCE and not NUMBERED.match(text)
    return not sentence and not (LISTED.match(text) and not text[0].isalnum())


def _has_room(blocks: Sequence[Paragraph], number: int, usual: float) -> bool:
    """Whether a line stands alone between two paragraphs of the text, with room above it and below it."""
    block = blocks[number]
    if block.lines[0].line.size < SMALLEST * usual or not 0 < number < len(blocks) - 1:
        return False
    above, below = blocks[number - 1].lines[-1], blocks[number + 1].lines[0]
    own, end = block.lines[0], block.lines[-1]
    under = below.line.base - end.line.base
    over = own.line.base - above.line.base if above.column == own.column else under
    if STOP.search(said(block)):
        return False
    alone = below.column == end.column and not blocks[number + 1].kind and len(blocks[number + 1].lines) > 1
    text = below.line.size >= FLUSH * usual and not below.line.bold
    return alone and text and min(under, over) > ROOM * usual


def _depth(text: str) -> int:
    """How deep a heading's number is: 1 for ``6``, 2 for ``6.1``; none without a number."""
    number = NUMBERED.match(text)
    return number[1].rstrip(".").count(".") + 1 if number else 0


def _body_follows(blocks: Sequence[Paragraph], number: int, usual: float) -> bool:
    """Whether the text begins below a block that stands nearer to it than to what is above it.

    An author's name below a title stands nearer to the title.
    """
    following = blocks[number + 1 : number + 2]
    if (
        not following
        or blocks[number].lines[0].line.size < HEAD * usual
        or len(following[0].lines) < 3
        or following[0].lines[0].line.size >= HEAD * usual
    ):
        return False
    above, own, below = blocks[number - 1].lines[-1], blocks[number].lines, following[0].lines[0]
    if number == 0 or not above.column == own[0].column == below.column:
        return True
    return below.line.base - own[-1].line.base < own[0].line.base - above.line.base
