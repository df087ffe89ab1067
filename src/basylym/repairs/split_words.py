"""Join a word that a lost soft hyphen left in two.

Only where neither half stands anywhere else in the text, the whole does or the lexicon knows it,
one half at least is no word, and the language could break the word there. Where the language has
no lexicon to say so, one half must have no vowel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

LONGEST = 64  # signs of a half with what stands beside it

GAP = re.compile(r"[ \n]")
TAIL = re.compile(r"(?<![\w-])[^\W\d_]+\Z")
HEAD = re.compile(r"[^\W\d_]+(?![\w-])")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each pair of halves, or a query where both halves are words too."""
    native = frozenset(language.letters)
    for gap, first, second in _pairs(text, words):
        if not second.islower() or (native and not native.issuperset(language.lowered(first + second))):
            continue
        joined = first + second
        stands = words.count(joined) > 0
        if not (stands or words.known) or not _may_break(language.lowered(joined), len(first), language):
            continue
        place = (gap, gap + 1)
        told = f"{joined!r} stands elsewhere in the text, neither half does"
        if words.listed:
            if stands and not (words.listed(first) and words.listed(second)):
                yield Edit(*place, "", told, 0.98)
            elif words.known and words.known(joined) and not (words.known(first) and words.known(second)):
                yield Edit(
                    *place, "", f"{joined!r} is in {words.voucher(joined)}, one of its halves is not", 0.95
                )
        elif words.known:
            if not words.known(joined):
                continue
            if not (words.known(first) and words.known(second)):
                yield Edit(
                    *place, "", f"{joined!r} is in {words.voucher(joined)}, one of its halves is not", 0.95
                )
            elif stands:
                yield Edit(*place, "", told, 0.6, query=True)
        elif stands and any(not language.vowels & set(language.lowered(half)) for half in (first, second)):
            yield Edit(*place, "", told, 0.98)


def _pairs(text: str, words: Words) -> Iterator[tuple[int, str, str]]:
    """Yield each single gap between two words that stand once in the text, with the words."""
    rare = {form for form in words.forms() if len(form) > 1 and words.count(form) == 1}
    tokens = GAP.split(text)
    place = -1
    for one, two in pairwise(tokens):
        place += len(one) + 1
        if one in rare:
            first = one
        elif one.isalpha() or not one[-1:].isalpha():
            continue
        else:
            first = _run(TAIL.search(one[-LONGEST:]))
        if first in rare:
            second = two if two in rare else _run(HEAD.match(two[:LONGEST]))
            if second in rare:
                yield place, first, second


def _run(found: re.Match[str] | None) -> str:
    return found[0] if found else ""


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
