"""Ask about an abbreviation that the text never spells out.

Spelt out means: it stands in brackets, or brackets follow it, or words elsewhere begin with its letters in
their order; a word of five letters and more that is only in capitals needs none of these. One question for
each, where it first stands. A list of references spells out nothing, and what stands in it alone is not
asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from basylym.model.chunks import Chunks, Inside, Told
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._references.lists import HEADING as LIST

CAPITALS = Inside(r"([^\W\d_a-zа-яё](?<![\w.-][^\W\d_])[^\W\d_a-zа-яё]{2,5})(?!\w|\.\w|-\d)")
ROMAN = re.compile(r"[IVXLCDM]+")
WORD = re.compile(r"[^\W\d_]+")
BEFORE_BRACKETS = re.compile(r"(?:-\w+)?[ \u00a0]*\(")
BRACKETED = re.compile(r"\([^()\n]{1,120}\)")
WORD_IN_CAPITALS = 5  # letters: МӘЗІР and MASSE are words; ВОЗ is none for all that воз is one
KNOWN = frozenset(
    "DOI ISSN ISBN ORCID PDF HTML XML URL API ISO ASCII HTTP HTTPS JSON CSV CPU RAM USB DVD "
    "GOST ГОСТ УДК ӘОЖ МРНТИ ХҒТАР ҒТАМР МҒТАР".split()
)


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query for each abbreviation."""
    shorts = {chunk: CAPITALS.pattern.findall(chunk) for chunk in CAPITALS.chunks(words.chunks)}
    unknown = {short for found in shorts.values() for short in found if not _is_no_abbreviation(short)}
    unknown = {short for short in unknown if not _is_spelt_out(short, text, words)}
    holding = {chunk for chunk, found in shorts.items() if not unknown.isdisjoint(found)}
    heads = [head.start() for head in LIST.finditer(text)] if holding else []
    works = next((head for head in heads if head > len(text) / 2), heads[-1] if heads else len(text))
    for start, end in words.chunks.where(holding):
        if start > works:
            break
        for word in CAPITALS.pattern.finditer(text, start, end):
            short = word[1]
            if short in unknown and not _is_shouted(text, word):
                unknown.remove(short)
                counts = words.runs()
                why = f"{short} is spelt out nowhere in the text; it stands there {counts[short]} times"
                yield Edit(*word.span(1), short, why, 0.5, query=True)


def _is_no_abbreviation(short: str) -> bool:
    return short in KNOWN or not short.isupper() or bool(ROMAN.fullmatch(short))


def _is_spelt_out(short: str, text: str, words: Words) -> bool:
    """Tell whether it is a word, or stands as one, in or before brackets, or as the initials of words."""
    return (
        short.lower() in words.runs()
        or (len(short) >= WORD_IN_CAPITALS and words.accept is not None and words.accept(short.lower()))
        or short in _bracketed(text)
        or short.lower() in _initials(words.chunks)
        or _stands_before_brackets(text, short)
    )


FIRST_LETTERS = Told(lambda chunk: "".join(word[0] for word in WORD.findall(chunk)))
"""The first letters of a chunk's words."""


@lru_cache(maxsize=1)
def _initials(chunks: Chunks) -> str:
    """Return the first letters of all words, in lower case."""
    return "".join(map(FIRST_LETTERS.__getitem__, chunks.row)).lower()


@lru_cache(maxsize=1)
def _bracketed(text: str) -> frozenset[str]:
    """Return the words that stand in brackets."""
    return frozenset(word for span in BRACKETED.findall(text) for word in WORD.findall(span))


def _stands_before_brackets(text: str, short: str) -> bool:
    place = text.find(short)
    while place >= 0:
        if BEFORE_BRACKETS.match(text, place + len(short)):
            return True
        place = text.find(short, place + 1)
    return False


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
        ("kk", "Беттің басында МӘЗІР тұр."),
        ("ru", "ЭКОНОМИКА И ПРАВО СТРАН АЗИИ"),
        ("ru", "Литература\n\n1. Иванов А. С. Право // Вестник МГУ. – 2010. – № 3."),
    ),
)
