r"""LaTeX -> the same, with commands that Pandoc does not know said in those that it knows.

Classes and packages define commands that cite, and that part a name; Pandoc reads no package and would
leave them out with their words. A command that is left out inside of a sentence is told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

CITES = re.compile(
    r"\\([A-Za-z]*cite[A-Za-z]*)\*?\s*(?:\[[^\[\]]*\]\s*){0,2}\{\s*[\w:./+-]+(?:\s*,\s*[\w:./+-]+)*\s*\}"
)
KNOWN = re.compile(
    r"(?:no|foot|foottext|paren|text|smart|super|auto|volc|pvolc|fvolc|tvolc|avolc)?cites?"
    r"|cite(?:p|t|alp|alt|author|year|yearpar|text|title|url|date|num)?"
    r"|\w*cite(?:style|set|color|format|type|index|command|package)\w*",
    re.IGNORECASE,
)
"""Commands that Pandoc reads, and those that set how citations look."""
PARTS_OF_NAMES = ("surname", "fnm", "sur", "spfx", "sfx", "prefix")
DEFINED = r"\\(?:re|provide)?(?:new|renew|provide)?command\*?\s*\{?\\%s\b|\\def\s*\\%s\b"
LISTED = re.compile(r"\\begin\{CCSXML\}.*?\\end\{CCSXML\}", re.DOTALL)
"""A key to subjects for the machines of a publisher, which no page shows."""
SKIPPED = re.compile(r"Skipped '(\\[A-Za-z]+)(?:\{\})?' at line (\d+) column (\d+)")
INSIDE = re.compile(r"(?:\\ |\{\}|~|[.,;:)]|\\@)")
BEFORE = re.compile(r"[\w,;:()]\s$|[\w]~$|\($")
KEYWORDS = re.compile(r"\\keywords\s*\{([^{}\\]*(?:\\(?:sep|and)\b[^{}\\]*)*)\}")
BETWEEN = re.compile(r"\\sep\b|\\and\b|[;,·]")
LONGEST = 60


def known(text: str) -> str:
    """The file with its commands defined by those that Pandoc knows; no line gets another number."""
    names = sorted({found[1] for found in CITES.finditer(text) if not KNOWN.fullmatch(found[1])})
    made = [
        rf"\newcommand{{\{name}}}[2][]{{\cite[#1]{{#2}}}}" for name in names if not _is_defined(name, text)
    ]
    used = [name for name in PARTS_OF_NAMES if re.search(rf"\\{name}\s*\{{", text)]
    made += [rf"\newcommand{{\{name}}}[1]{{#1}}" for name in used if not _is_defined(name, text)]
    return "".join(made) + LISTED.sub(lambda found: "\n" * found[0].count("\n"), text)


def _is_defined(name: str, text: str) -> bool:
    return bool(re.search(DEFINED % (name, name), text))


def left_out(skipped: Iterable[str], text: str) -> Iterator[str]:
    """Commands without words of their own that stood in a sentence: each stands for some that are lost."""
    lines = text.split("\n")
    for one in skipped:
        found = SKIPPED.search(one)
        if not found or int(found[2]) > len(lines):
            continue
        line = lines[int(found[2]) - 1]
        end = line.find(found[1], max(0, int(found[3]) - 1 - len(found[1]) - 3)) + len(found[1])
        if BEFORE.search(line[: end - len(found[1])]) and INSIDE.match(line, end):
            yield found[1]


def keywords(text: str) -> list[str]:
    """Keywords as the command of many classes gives them, where they are plain words."""
    found = KEYWORDS.search(text)
    words = [" ".join(part.split()).strip(" .~") for part in BETWEEN.split(found[1])] if found else []
    return [word for word in words if word] if all(len(word) <= LONGEST for word in words) else []
