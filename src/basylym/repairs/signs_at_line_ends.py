r"""Take out the line end, or the gap it left, behind a slash or a sign that opens a word.

Typesetters break a line behind the slash of ``sources/list`` and ``и/или``; nobody writes ``и/ или``. Where
a text does so, or has no slash between letters, it is asked. A path may end in a slash (``/usr/local/ is``):
it goes on where what follows is no plain word, or where the two stand as one elsewhere. So does ``--force``
behind the sign that it opens with, and the range 1884–1893 behind its dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._references.laid import begins as opens

LAST = Inside(r"[/@#-](?!\S)")
WITHIN = Inside(r"[^\W_]/[^\W_]")
BROKEN = re.compile(r"/(?<=[^\s*]/)([ \u00a0]*\n[ \u00a0]*)(?=[\w~])")
ADDRESS = re.compile(r"://(?<=[a-z]://)([ \u00a0]+)(?=[\w-]+(?:\.[\w-]+)+)")
SPACED = re.compile(r"(?<![\w/.:~-])\w+/ +\w")
NEXT = re.compile(r"[\w~.@+-]*[\w~](?:/\S*)?")
OPENED = re.compile(r"(?<![\w-])(?:--?|~?/|[@#])[\w~.@+-]*\w")
OPENING = re.compile(r"(?<![^\s(\"'«“‘\[])(--?|~?/|[@#])[ \u00a0]*\n[ \u00a0]*(?=\w)")
HANGING = Inside(r"(?<![^\s(\"'«“‘\[])(?:--?|~?/|[@#])(?!\S)")
START = re.compile(r"[\s(«“‘\"'\[]")
AROUND = "()[].,;:!?«»“”‘’\"'"
LONGEST = 200  # signs of a path
COMPOSED = re.compile(r"[\w~][.@_/+-][\w~]")
RANGE = re.compile(
    r"(?<!\d)(\d{1,4})–([ \u00a0]*\n[ \u00a0]*)(\d{1,4})(?!\d)(?!(?<!\d\d\d\d)[.)][ \u00a0\t])"
)
"""A range of pages or years; a short number with a stop may open an item."""


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each; a question where the text may mean the gap."""
    if "–" in text:
        yield from _ranges(text)
    if not LAST.stands(words.chunks):
        return
    addresses = list(ADDRESS.finditer(text))
    for gap in addresses:
        yield Edit(*gap.span(1), "", "a space inside the address of a web page", 0.97)
    told = "a line end behind a slash, as the text has no space there"
    broken = [gap for gap in BROKEN.finditer(text) if not opens(text, gap.end())]
    habit = bool(broken) and (bool(SPACED.search(text)) or not WITHIN.stands(words.chunks))
    whole = {chunk.strip(AROUND) for chunk in words.chunks.kinds if "/" in chunk} if broken else set()
    for gap in broken:
        first = START.split(text[max(0, gap.start(1) - LONGEST) : gap.start(1)])[-1]
        second = following.group() if (following := NEXT.match(text, gap.end())) else ""
        if "://" in first and "@" in second:
            continue  # an address of mail below that of a page
        if second[:1].isupper() and text.startswith(":", gap.end() + len(second)):
            continue  # the next field of a record: Source: http://.../1.0/ Upstream-Name: Hello
        begins = gap.start(1) - len(first)
        alone = "://" not in first and not text[text.rfind("\n", 0, begins) + 1 : begins].strip()
        if alone and f"{first}{second}".strip(AROUND) not in whole:
            continue  # a tree of folders, one on a line
        if first.endswith("://"):
            yield Edit(*gap.span(1), "", "a line end inside the address of a web page", 0.97)
        elif f"{first}{second}".strip(AROUND) in whole or COMPOSED.search(second):
            yield Edit(*gap.span(1), "", told, 0.95)
        elif habit or "/" in first[:-1]:
            asked = "a line ended behind this slash: does what it stands in go on?"
            yield Edit(*gap.span(1), "", asked, 0.5, query=True)
        else:
            yield Edit(*gap.span(1), "", told, 0.95)
    openings = list(OPENING.finditer(text)) if HANGING.stands(words.chunks) else []
    opened = set(OPENED.findall(text)) if openings else set()
    for gap in openings:
        second = following.group() if (following := NEXT.match(text, gap.end())) else ""
        if f"{gap[1]}{second}".rstrip(".") in opened:
            yield Edit(gap.end(1), gap.end(), "", f"{gap[1]}{second} stands as one elsewhere", 0.95)


def _ranges(text: str) -> Iterator[Edit]:
    for gap in RANGE.finditer(text):
        first, last = gap[1], gap[3]
        if int(last) > int(first) or len(last) < len(first):
            yield Edit(*gap.span(2), "", f"a line end inside the range {first}–{last}", 0.95)


RULE = Rule(
    phase=Phase.LINES,
    find=find,
    examples=(
        Example("en", "in /usr/bin and /usr/\nlib/perl too", "in /usr/bin and /usr/lib/perl too"),
        Example("tr", "sonra --\nforce veya --force ile", "sonra --force veya --force ile"),
        Example("ru", "и/или, сжатия/\nраспаковки", "и/или, сжатия/распаковки"),
        Example("en", "see https://\nwww.debian.org now", "see https://www.debian.org now"),
        Example("kk", "https:// www.adilet.zan.kz сайты", "https://www.adilet.zan.kz сайты"),
        Example("ru", "цены и/\nили доходы", "цены и/или доходы"),
    ),
    counterexamples=(
        ("en", "Shall I compare thee /\nto a summer's day"),
        ("en", "usr/bin/\n\nNext paragraph"),
        ("en", "All files under /usr/local/ are yours, and those in usr/share too."),
        ("en", "either/ or"),
        ("ru", "Это слово -\nважное; а это - неважное."),
    ),
    rank=5,
)
