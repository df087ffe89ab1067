r"""Take out the line end, or the gap it left, behind a slash inside an address, a path or a pair of words.

Typesetters break a line behind the slash of ``sources/list`` and ``и/или``; nobody writes ``и/ или``. Where
a text does so, or parts verses by spaced slashes, and where it has no slash between letters, it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

LAST = Inside(r"/(?!\S)")
WITHIN = Inside(r"[^\W_]/[^\W_]")
BROKEN = re.compile(r"(?<=\S/)[ \u00a0]*\n[ \u00a0]*(?=[\w~])")
ADDRESS = re.compile(r"(?<=[a-z]://)[ \u00a0]+(?=[\w-]+(?:\.[\w-]+)+)")
SPACED = re.compile(r"(?<=[\w ]/) +(?=\w)")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each; a question where the text may mean the gap."""
    if not LAST.stands(words.chunks):
        return
    addresses = list(ADDRESS.finditer(text))
    for gap in addresses:
        yield Edit(*gap.span(), "", "a space inside the address of a web page", 0.97)
    habit = bool(SPACED.search(text)) or not WITHIN.stands(words.chunks)
    for gap in BROKEN.finditer(text):
        if text.endswith("://", 0, gap.start()):
            yield Edit(*gap.span(), "", "a line end inside the address of a web page", 0.97)
        elif habit:
            yield Edit(*gap.span(), "", "a line ended behind this slash: is a space meant?", 0.5, query=True)
        else:
            yield Edit(*gap.span(), "", "a line end behind a slash, as the text has no space there", 0.95)


RULE = Rule(
    phase=Phase.LINES,
    find=find,
    examples=(
        Example("en", "in usr/bin and usr/\nlib too", "in usr/bin and usr/lib too"),
        Example("ru", "и/или, сжатия/\nраспаковки", "и/или, сжатия/распаковки"),
        Example("en", "see https://\nwww.debian.org now", "see https://www.debian.org now"),
        Example("kk", "https:// www.adilet.zan.kz сайты", "https://www.adilet.zan.kz сайты"),
        Example("ru", "цены и/\nили доходы", "цены и/или доходы"),
    ),
    counterexamples=(
        ("en", "Shall I compare thee /\nto a summer's day"),
        ("en", "usr/bin/\n\nNext paragraph"),
        ("en", "either/ or"),
    ),
    rank=5,
)
