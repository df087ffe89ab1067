"""Put the lost hyphen between an abbreviation and its case ending.

"БҰҰның" lost the hyphen that the same text writes elsewhere: "БҰҰ-ға". A text without any such
hyphen is left alone, for in some languages the ending follows directly.
"""

from __future__ import annotations

from collections.abc import Iterator

from basylym.model.chunks import Chunks, Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

CAPITALS = Inside(r"([^\W\d_a-zа-яё](?<![\w-][^\W\d_])[^\W\d_a-zа-яё]+)([^\W\d_]{1,8})(?![\w-])")
HYPHENATED = Inside(r"(?<![\w-])([^\W\d_]{2,})-([^\W\d_]{1,8})(?![\w-])")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an insertion for each abbreviation with its ending run on."""
    shown: dict[str, str] | None = None
    for word in CAPITALS.finditer(words.chunks) if language.case_endings else ():
        capitals, ending = word.groups()
        while ending[:1].isupper():
            capitals, ending = capitals + ending[0], ending[1:]
        if not (capitals.isupper() and ending.islower() and ending in language.case_endings):
            continue
        if shown is None:
            shown = _shown(words.chunks, language)
        if capitals in shown or len(shown) >= 2:
            like = shown.get(capitals) or next(iter(shown.values()))
            joint = word.start() + len(capitals)
            told = f"the text writes {like!r} with a hyphen"
            yield Edit(joint, joint, "-", told, 0.99 if capitals in shown else 0.95)


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
