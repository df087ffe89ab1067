"""Keep the lines of a verse: Markdown would run them into one.

A verse is a paragraph between two paragraphs of prose: three lines or more, all short, each with a
capital at its start, no digit in them and no word broken at their ends. What is told less surely, such
as verse with small letters, stays as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._lines import ends_sentence

PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
LINES, LONGEST, PROSE = 3, 60, 60  # lines of a verse; signs of its line, and of a paragraph beside it
NO_VERSE = re.compile(r"[\d\t|@#=•]|[-\u2010\u00ad]\Z")
OPENS = "«“\"'‘(—– "


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield the sign of a kept line end for each line of a verse but its last."""
    paragraphs = list(PARAGRAPH.finditer(text))
    for before, verse, after in zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False):
        lines = verse[0].split("\n")
        if len(lines) < LINES or not (_is_prose(before[0]) and _is_prose(after[0])):
            continue
        if all(_is_line(line) for line in lines):
            place = verse.start()
            for line in lines[:-1]:
                place += len(line)
                yield Edit(place, place, "\\", "a line of a verse ends here", 0.9)
                place += 1


def _is_prose(paragraph: str) -> bool:
    said = paragraph.rstrip("0123456789")  # of a call of a note
    ended = ends_sentence(said) or said.endswith(":")
    return "\n" not in paragraph and len(paragraph) >= PROSE and ended


def _is_line(line: str) -> bool:
    return len(line) <= LONGEST and line.lstrip(OPENS)[:1].isupper() and not NO_VERSE.search(line)


BEFORE = "The tune was known on every ship of the line, and the words were these, at least in print:"
AFTER = "Nobody has found an earlier source, though several have looked for one."
DO, POSLE = (
    "Песню эту знали на всех кораблях, а слова её были такие, по крайней мере в печати:",
    "Более раннего источника никто не нашёл, хотя искали многие и подолгу.",
)

RULE = Rule(
    phase=Phase.STRUCTURE,
    find=find,
    examples=(
        Example(
            "en",
            f"{BEFORE}\n\nOh, the wind was foul\nLeave her, Johnny\nAnd away we go\n\n{AFTER}",
            f"{BEFORE}\n\nOh, the wind was foul\\\nLeave her, Johnny\\\nAnd away we go\n\n{AFTER}",
        ),
        Example(
            "ru",
            f"{DO}\n\nОй, ты ветер\nВетерок\nНе шуми\n\n{POSLE}",
            f"{DO}\n\nОй, ты ветер\\\nВетерок\\\nНе шуми\n\n{POSLE}",
        ),
    ),
    counterexamples=(
        ("en", f"{BEFORE}\n\nSite Foxes Years\nLeeds 11 2.4\nBristol 12 3.1\n\n{AFTER}"),
        ("en", f"{BEFORE}\n\n• Vixens stayed\n• Families stayed\n• Mange ended\n\n{AFTER}"),
        ("ru", "О торговле\n\nИванов И. И.\nКазахский университет\nАлматы\n\nТекст статьи начинается здесь."),
    ),
)
