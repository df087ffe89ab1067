"""The gaps between the lines of a text, and the lines beside one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.repairs._lines import is_filled, margin_of

ANY = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
SPACE = f"[{ANY}]*"
WORD = re.compile(r"[^ \n\t]+")
BREAK = re.compile(rf"\n(?:{SPACE}\n)*{SPACE}")
STEP = 2  # spaces of an indent


def line_before(text: str, end: int) -> str:
    return text[text.rfind("\n", 0, end) + 1 : end].strip()


def lines_after(text: str, start: int) -> tuple[str, str]:
    end = text.find("\n", start)
    if end < 0:
        return text[start:], ""
    after = text.find("\n", end + 1)
    return text[start:end].rstrip(), text[end + 1 : after if after >= 0 else len(text)].rstrip()


def inset(text: str, end: int) -> str:
    """Return the spaces by which a line stands further in than most, as those of a quotation do."""
    line = text[text.rfind("\n", 0, end) + 1 : end]
    return " " * (len(line) - len(line.lstrip()) - margin_of(text))


def had_room(text: str, gap: tuple[int, int], width: int) -> bool:
    """Tell whether a line, with its indent, had room for the next word, which a no-break space may hold."""
    line = text[text.rfind("\n", 0, gap[0]) + 1 : gap[0]]
    word = WORD.match(text, gap[1])
    return not is_filled(line, word[0] if word else "-", width)


def steps_in(text: str, gap: tuple[int, int], width: int) -> bool:
    """Tell whether a line stands further in than the one above it, which had room for its first word."""
    above = text[text.rfind("\n", 0, gap[0]) + 1 : gap[0]]
    deeper = gap[1] - text.rfind("\n", gap[0], gap[1]) - 1 - (len(above) - len(above.lstrip()))
    return deeper >= STEP and not is_filled(
        f"{inset(text, gap[0])}{above.strip()}", lines_after(text, gap[1])[0], width
    )


def gaps(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of line feeds, with the spaces among and around them."""
    for gap in BREAK.finditer(text):
        start = gap.start()
        while start and text[start - 1] in ANY:
            start -= 1
        yield start, gap.end()
