r"""Put a backslash before each sign of the text that Pandoc would read as markup.

The source is plain text: an asterisk in it is an asterisk. Signs are escaped where they could
mean something and left alone where they cannot, so that the manuscript stays pleasant to read.

Source: Pandoc User's Guide, "Pandoc's Markdown"; a property test checks it against Pandoc.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.escapes import MARKUP
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

AT_OR_GAP = re.compile(r"[@\s]")
MARKER = r"(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+|\#)"
AT_LINE_START = re.compile(
    rf"(?:^|(?<=\n)){MARKER}([.)])(?=\s|\Z)"  # 1. or a) of a list
    rf"|(?:^|(?<=\n))(\()(?:{MARKER}|@[\w-]*)\)(?=\s|\Z)"  # (1) of a list
    r"|(?:^|(?<=\n))([-+](?=[\s\-+=:]|\Z)|[>%=]|:(?=[\s:]|\Z))"  # bullets, quotations, rules, tables
)


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an insertion before each sign that needs it."""
    places = {found.start(): found.group() for found in MARKUP.finditer(text)}
    for found in AT_LINE_START.finditer(text):
        group = found.lastindex or 0
        places[found.start(group)] = found.group(group)
    inside = False  # whether a sign @ stands in this chunk before: behind it a second is a citation
    for at in AT_OR_GAP.finditer(text) if text.count("@") > 1 else ():
        if inside and at.group() == "@":
            places[at.start()] = "@"
        inside = at.group() == "@"
    for place, sign in places.items():
        yield Edit(place, place, "\\", f"{sign!r} is text here, not markup")


RULE = Rule(
    phase=Phase.MARKUP,
    find=find,
    examples=(
        Example("en", "5 * 3 and *p* < .05", r"5 \* 3 and \*p\* < .05"),
        Example("en", "1. First\n\n- second\n\n# third", "1\\. First\n\n\\- second\n\n\\# third"),
        Example("ru", "[1] см. $5", r"\[1] см. \$5"),
    ),
    counterexamples=(
        ("en", "ivanov@mail.kz, snake_case, R&D & more, 3 < 5 - 2 + 1 = 4; A. Smith"),
        ("kk", "2005–2014 жж. 21%-ға: «Қазақстан-2050»"),
    ),
)
