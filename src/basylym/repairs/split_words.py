"""Join a word that a lost soft hyphen left in two.

Only where neither half stands anywhere else in the text, the whole does or the lexicon knows it,
one half at least is no word, and the language could break the word there. Where the language has
no lexicon to say so, one half must have no vowel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

PAIR = re.compile(r"(?<![\w-])([^\W\d_]{2,})( |\n)(?=([^\W\d_]{2,})(?![\w-]))")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each pair of halves, or a query where both halves are words too."""
    native = frozenset(language.letters)
    for pair in PAIR.finditer(text):
        first, _, second = pair.groups()
        if not second.islower() or (native and not native.issuperset(language.lowered(first + second))):
            continue
        if words.count(first) > 1 or words.count(second) > 1:
            continue
        joined = first + second
        stands = words.count(joined) > 0
        if not (stands or words.known) or not _may_break(language.lowered(joined), len(first), language):
            continue
        place = (pair.start(2), pair.end(2))
        told = f"{joined!r} stands elsewhere in the text, neither half does"
        if words.listed:
            if stands and not (words.listed(first) and words.listed(second)):
                yield Edit(*place, "", told, 0.98)
            elif words.known and words.known(joined) and not (words.known(first) and words.known(second)):
                yield Edit(*place, "", f"{joined!r} is in the lexicon, one of its halves is not", 0.95)
        elif words.known:
            if not words.known(joined):
                continue
            if not (words.known(first) and words.known(second)):
                yield Edit(*place, "", f"{joined!r} is in the lexicon, one of its halves is not", 0.95)
            elif stands:
                yield Edit(*place, "", told, 0.6, query=True)
        elif stands and any(not language.vowels & set(language.lowered(half)) for half in (first, second)):
            yield Edit(*place, "", told, 0.98)


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
