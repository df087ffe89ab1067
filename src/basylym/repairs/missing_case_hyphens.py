"""Put the lost hyphen between an abbreviation and its case ending.

"БҰҰның" lost the hyphen that the same text writes elsewhere: "БҰҰ-ға". A text without any such
hyphen is left alone, for in some languages the ending follows directly.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from basylym.model.chunks import Chunks, Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

CAPITALS = Inside(r"([^\W\d_a-zа-яё](?<![\w-][^\W\d_])[^\W\d_a-zа-яё]+)([^\W\d_]{1,8})(?![\w-])")
HYPHENATED = Inside(r"(?<![\w-])([^\W\d_]{2,})-([^\W\d_]{1,8})(?![\w-])")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an insertion for each abbreviation with its ending run on."""
    if not language.case_endings:
        return
    chunks = words.chunks
    run_on = {
        chunk: run for chunk in CAPITALS.chunks(chunks) if (run := _run_on(chunk, language.case_endings))
    }
    shown = _shown(chunks, language) if run_on else {}
    for start, end in chunks.where(run_on.keys()):
        for joint, capitals in run_on[text[start:end]]:
            if capitals in shown or len(shown) >= 2:
                like = shown.get(capitals) or next(iter(shown.values()))
                told = f"the text writes {like!r} with a hyphen"
                sure = 0.99 if capitals in shown else 0.95
                yield Edit(start + joint, start + joint, "-", told, sure)


def _run_on(chunk: str, endings: Set[str]) -> list[tuple[int, str]]:
    """Return where in a chunk an ending follows capitals, and these."""
    found = []
    for word in CAPITALS.pattern.finditer(chunk):
        capitals, ending = word.groups()
        while ending[:1].isupper():
            capitals, ending = capitals + ending[0], ending[1:]
        if capitals.isupper() and ending.islower() and ending in endings:
            found.append((word.start() + len(capitals), capitals))
    return found


def _shown(chunks: Chunks, language: Language) -> dict[str, str]:
    return {
        word[1]: word[0]
        for word in HYPHENATED.finditer(chunks)
        if word[1].isupper() and word[2].islower() and word[2] in language.case_endings
    }


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("kk", "БҰҰ-ға мүше. БҰҰның жарғысы", "БҰҰ-ға мүше. БҰҰ-ның жарғысы"),
        Example("kk", "ЖОО-да, ҒЗИ-ден және ҚРдың", "ЖОО-да, ҒЗИ-ден және ҚР-дың"),
    ),
    counterexamples=(
        ("ru", "выпускники ВУЗа и ВУЗов"),
        ("en", "DVDs and CDs"),
        ("kk", "БҰҰ-ға мүше. Алматы"),
    ),
)
