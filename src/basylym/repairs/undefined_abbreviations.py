"""Ask about an abbreviation that the text never spells out.

Spelt out means: the abbreviation stands in brackets, or brackets follow it, or words elsewhere
begin with its letters in their order. One question for each, where it first stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

CAPITALS = re.compile(r"(?<![\w.-])([^\W\d_a-zа-яё]{3,6})(?!\w|\.\w|-\d)")
ROMAN = re.compile(r"[IVXLCDM]+")
WORD = re.compile(r"[^\W\d_]+")
KNOWN = frozenset(
    "DOI ISSN ISBN ORCID PDF HTML XML URL GOST ГОСТ УДК ӘОЖ МРНТИ ХҒТАР ҒТАМР МҒТАР ОСО".split()
)


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query for each abbreviation."""
    initials = "".join(word[0][0].lower() for word in WORD.finditer(text))
    asked: set[str] = set()
    for word in CAPITALS.finditer(text):
        short = word[1]
        if short in asked or short in KNOWN or not short.isupper() or ROMAN.fullmatch(short):
            continue
        asked.add(short)
        if _in_a_line_of_capitals(text, word) or _spelt_out(text, short, initials):
            continue
        times = len(re.findall(rf"(?<!\w){short}(?!\w)", text))
        told = f"{short} is spelt out nowhere in the text; it stands there {times} times"
        yield Edit(*word.span(1), short, told, 0.5, query=True)


def _spelt_out(text: str, short: str, initials: str) -> bool:
    return short.lower() in initials or bool(
        re.search(rf"\([^()]{{0,80}}\b{short}\b|\b{short}(?:-\w+)?\s*\(", text)
    )


def _in_a_line_of_capitals(text: str, word: re.Match[str]) -> bool:
    around = text[max(0, word.start() - 20) : word.start()] + text[word.end() : word.end() + 20]
    return len(WORD.findall(around)) > 1 and not any(letter.islower() for letter in around)


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("en", "The rules of the WTO apply.", "The rules of the WTO apply."),
        Example("ru", "Страны вступили в ШОС.", "Страны вступили в ШОС."),
    ),
    counterexamples=(
        ("en", "The World Trade Organization and the WTO"),
        ("ru", "Всемирная организация (ВОЗ) и ВОЗ"),
        ("en", "Louis XIV and ISSN"),
        ("ru", "ЭКОНОМИКА И ПРАВО СТРАН АЗИИ"),
    ),
)
