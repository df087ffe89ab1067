"""Keep the lines of a program as typed.

A listing stands apart from the text by blank lines and by an indent of four signs at least, and most of its
lines have what lines of programs have: braces, semicolons, calls, assignments. It stands in the manuscript
between two fences, so that nothing joins, mends or escapes it, and its own indents are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from textwrap import dedent

from basylym.model.fences import fenced
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._lines import OPENS_ITEM, lines_of

INDENT = 4  # signs, or a tab
LEAST, MOST_OF = 3, 0.6  # lines of a listing; the share of them that are a program's without doubt
LONGEST = 300  # signs of a line
AROUND = " \t\n"
DEEP = re.compile(rf" {{{INDENT}}}|\t")
CODE = re.compile(
    r"[{}]\s*\Z|[=(\[<].*;\s*\Z|[\w\])]\([^()]*\)\s*[:;{]?\s*\Z|\A\s*(?://|/\*|#include|#!)"
    r"|\w\s*[!=<>+*/-]?=[=>]?\s*\S.*[(\[{\"'\d]"
    r"|\A\s*(?:if|for|while|def|else|elif|try|class|except|with)\b.*:\s*\Z"
    r"|\A\s*(?:return|break|import)\b[^.,]*\Z"
)
HARD = re.compile(r"[{}=]|\w\(")
TOLD = "lines of a program: kept as typed"


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each listing: the gap around it, and its lines between fences, held."""
    if f"\n{' ' * INDENT}" not in text and "\n\t" not in text:
        return
    lines = lines_of(text)
    at = 0
    while at < len(lines):
        last = at
        while last < len(lines) and (
            DEEP.match(lines[last].text) or (last > at and not lines[last].text.strip())
        ):
            last += 1
        while last > at and not lines[last - 1].text.strip():
            last -= 1
        if last == at:
            at += 1
            continue
        said = [line.text for line in lines[at:last]]
        alone = (not at or not lines[at - 1].text.strip()) and (
            last == len(lines) or not lines[last].text.strip()
        )
        if alone and _is_code(said):
            start, after = lines[at].start, lines[last - 1].end
            while start and text[start - 1] in AROUND:
                start -= 1
            while after < len(text) and text[after] in AROUND:
                after += 1
            made = fenced(dedent("\n".join(said)).split("\n"))
            made = ("\n\n" if start else "") + made + ("\n\n" if after < len(text) else "")
            yield Edit(start, after, made, TOLD, 0.95, held=((0, len(made)),))
        at = last


def _is_code(said: list[str]) -> bool:
    """Tell whether lines are a program: most of them, and one at least of those between two blank lines."""
    lines = [line for line in said if line.strip()]
    if len(lines) < LEAST:
        return False
    chunks = [list(chunk) for full, chunk in groupby(said, lambda line: bool(line.strip())) if full]
    sure = sum(_is_sure(line) for line in lines)
    parts = all(any(_is_sure(line) for line in chunk) for chunk in chunks)
    return parts and sure >= MOST_OF * len(lines) and any(HARD.search(line) for line in lines)


def _is_sure(line: str) -> bool:
    return len(line) <= LONGEST and bool(CODE.search(line)) and not OPENS_ITEM.match(line.strip())


RULE = Rule(
    phase=Phase.BLOCKS,
    find=find,
    examples=(
        Example(
            "en",
            "It is short:\n\n    def count(files):\n        total = {}\n        for name in files:\n"
            '            total[name]  = ask("how many?")\n        return total\n\nSo it was done.',
            "It is short:\n\n```\ndef count(files):\n    total = {}\n    for name in files:\n"
            '        total[name]  = ask("how many?")\n    return total\n```\n\nSo it was done.',
        ),
        Example(
            "ru",
            'Программа:\n\n\tint main() {\n\t\tprintf("%d", 1);\n\t}\n\nЕё вывод прост.',
            'Программа:\n\n```\nint main() {\n\tprintf("%d", 1);\n}\n```\n\nЕё вывод прост.',
        ),
    ),
    counterexamples=(
        (
            "en",
            "He said:\n\n    It was night; we saw\n    foxes (two of them)\n    and went home.\n\nSo it was.",
        ),
        ("kk", "Былай:\n\n    1) түлкі;\n    2) қасқыр;\n    3) аю.\n\nБәрі осы."),
        (
            "en",
            "Note\n\n    The code below shows it,\n    as we said.\n\n"
            "    f(x);\n    g(x);\n    h(x);\n    k(y);\n\nEnd.",
        ),
        ("de", "Es gilt\n\n    x = a + b\n\nfür alle."),
    ),
    rank=4,
)
