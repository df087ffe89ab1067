"""Ask about a name of several words whose second word has a capital here and none there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

CAPITAL = r"[^\W\d_a-zа-яё](?<![\w«“\"-][^\W\d_])[^\W\d_]{3,}"
FIRST, SECOND = Inside(rf"{CAPITAL}(?!\S)"), re.compile(r"[^\W\d_]{4,}(?!\w)")
RUN = re.compile(rf"({CAPITAL})(?= ({SECOND.pattern}))")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query at each place of the rarer way, with a capital where both are as frequent."""
    places: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for pair in _pairs(words):
        first, second = pair.groups()
        if (
            first[0].isupper()
            and first[1:].islower()
            and second[1:].islower()
            and _inside(text, pair.start())
        ):
            places[f"{first} {second}".lower()].append((second, pair.start(2)))
    for pair_name, found in places.items():
        high = [place for place in found if place[0][0].isupper()]
        low = [place for place in found if place[0][0].islower()]
        if high and low:
            rare, usual = (high, low) if len(high) <= len(low) else (low, high)
            for second, start in rare:
                told = f"the text writes {usual[0][0]!r} after {pair_name.split()[0].capitalize()!r}"
                yield Edit(start, start + len(second), usual[0][0], told, 0.5, query=True)


def _pairs(words: Words) -> Iterator[re.Match[str]]:
    """Yield the matches of RUN whose second word the text has with a capital and without."""
    runs, chunks = words.runs(), words.chunks
    uneven = {lower for run in runs if not run.islower() and (lower := run.lower()) in runs}
    row, starts = chunks.row, chunks.starts
    for number in chunks.numbers(FIRST.chunks(chunks)) if uneven else ():
        second = SECOND.match(row[number + 1]) if number + 1 < len(row) else None
        if second and second[0].lower() in uneven:
            pair = RUN.search(chunks.text, starts[number], starts[number + 2] - 1)
            if pair:
                yield pair


def _inside(text: str, start: int) -> bool:
    """Tell whether a sentence runs on here, so that a capital is no mere beginning."""
    before = text[max(0, start - 4) : start].rstrip(" \u00a0")
    return bool(before) and (before[-1].isalnum() or before[-1] in ",;)-–—")


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example(
            "ru",
            "страны Европейского Союза и Европейского союза",
            "страны Европейского союза и Европейского союза",
        ),
        Example("en", "the Paris Agreement, the Paris agreement", "the Paris agreement, the Paris agreement"),
    ),
    counterexamples=(
        ("en", "the Paris Agreement, the Paris Agreement"),
        ("ru", "Новый закон. Новый Закон"),
    ),
)
