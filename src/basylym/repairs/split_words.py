"""Join a word that a lost soft hyphen left in two.

Only where neither half stands anywhere else in the text, the whole does, one half at least is
no headword, and the language could break the word there. Where the language has no lexicon to
say so, one half must have no vowel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

PAIR = re.compile(r"(?<![\w-])([^\W\d_]{2,}) (?=([^\W\d_]{2,})(?![\w-]))")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each pair of halves."""
    native = frozenset(language.letters)
    for pair in PAIR.finditer(text):
        first, second = pair.groups()
        if not second.islower() or not native.issuperset((first + second).lower()):
            continue
        if words.count(first) > 1 or words.count(second) > 1:
            continue
        joined = first + second
        if not words.count(joined) or not _may_break(joined.lower(), len(first), language):
            continue
        told = f"{joined!r} stands elsewhere in the text, neither half does"
        if words.listed is None:
            no_words = any(not language.vowels & set(half.lower()) for half in pair.groups())
        else:
            no_words = not (words.listed(first) and words.listed(second))
        if no_words:
            yield Edit(pair.end() - 1, pair.end(), "", told, 0.98)


def _may_break(word: str, place: int, language: Language) -> bool:
    return language.hyphenate is None or place in language.hyphenate(word)


RULE = Rule(
    phase=Phase.LINES,
    find=find,
    examples=(
        Example(
            "kk",
            "Тәуелсіздік күні ел үшін ең үлкен мереке болып келеді, өйткені тәуел сіздік оңай келген жоқ",
            "Тәуелсіздік күні ел үшін ең үлкен мереке болып келеді, өйткені тәуелсіздік оңай келген жоқ",
        ),
        Example("ru", "страна и стр ана", "страна и страна"),
    ),
    counterexamples=(
        ("ru", "стр ана"),
        ("ru", "поле qualitybar и поле quality bar"),
        ("kk", "екіжақты келісім және екі жақты келісім, екі ел"),
        ("en", "ten percent or ten per cent"),
        ("kk", "қол жеткізу мен қол қою"),
    ),
    rank=4,
)
