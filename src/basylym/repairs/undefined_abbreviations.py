"""Ask about an abbreviation that the text never spells out.

Spelt out means: the abbreviation stands in brackets, or brackets follow it, or words elsewhere
begin with its letters in their order. One question for each, where it first stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

CAPITALS = re.compile(r"([^\W\d_a-zа-яё](?<![\w.-][^\W\d_])[^\W\d_a-zа-яё]{2,5})(?!\w|\.\w|-\d)")
ROMAN = re.compile(r"[IVXLCDM]+")
WORD = re.compile(r"[^\W\d_]+")
BRACKETED = re.compile(r"\([^()\n]{1,120}\)")
KNOWN = frozenset("DOI ISSN ISBN ORCID PDF HTML XML URL GOST ГОСТ УДК ӘОЖ МРНТИ ХҒТАР ҒТАМР МҒТАР".split())


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query for each abbreviation."""
    places = [word for word in CAPITALS.finditer(text) if _is_abbreviation(text, word)]
    if not places:
        return
    counts = words.runs()
    told = _bracketed(text)
    initials = "".join(map(_initials, text.split())).lower()
    asked: set[str] = set()
    for word in places:
        short = word[1]
        if short in asked or short.lower() in counts or short in told or short.lower() in initials:
            continue
        asked.add(short)
        if _stands_before_brackets(text, short):
            continue
        why = f"{short} is spelt out nowhere in the text; it stands there {counts[short]} times"
        yield Edit(*word.span(1), short, why, 0.5, query=True)


def _is_abbreviation(text: str, word: re.Match[str]) -> bool:
    short = word[1]
    named = short in KNOWN or not short.isupper() or ROMAN.fullmatch(short)
    return not named and not _is_shouted(text, word)


@lru_cache(maxsize=1 << 16)
def _initials(chunk: str) -> str:
    """Return the first letters of the words in a piece of text without spaces."""
    return "".join(word[0] for word in WORD.findall(chunk))


def _bracketed(text: str) -> set[str]:
    """Return the words that stand in brackets."""
    if "(" not in text:
        return set()
    return {word for span in BRACKETED.findall(text) for word in WORD.findall(span)}


def _stands_before_brackets(text: str, short: str) -> bool:
    return bool(re.search(rf"{short}(?:-\w+)?[ \u00a0]*\(", text))


def _is_shouted(text: str, word: re.Match[str]) -> bool:
    """Tell whether the word before or after is in capitals too, as in a heading or a warning."""
    before = text[max(0, word.start() - 24) : word.start()].rsplit("\n", 1)[-1].split()
    after = text[word.end() : word.end() + 24].split("\n", 1)[0].split()
    return any(near.isupper() and len(near.strip(".,;:")) > 1 for near in (*before[-1:], *after[:1]))


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
