"""Join a word that a lost soft hyphen left in two.

Only where the whole stands elsewhere in the text or the lexicon knows it, one half at least is no word
and stands nowhere else, or nearly always with a neighbour that completes it, and the language could
break the word there or the text shows that its words were broken. Where the language has no lexicon to
say so, neither half may stand elsewhere, and one must have no vowel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat

from basylym.model.chunks import without_case
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._beside import HEADS, TAILS
from basylym.repairs._halves import OFTEN, SHOWN, halves, known_halves, may_be_compound, may_break

FIRST, SECOND, BOTH = 1, 2, 3  # which half a chunk may end or begin with
TWO_HALVES = re.compile(rb"[\x01\x03](?=[\x02\x03])")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each pair of halves, or a query where both halves are words too."""
    found, broken = halves(words, language)
    starts = words.chunks.starts
    unsure = {starts[one.number + 1] - 1: _in_lexicon(one.first + one.second, words) for one in found}
    for one in found:
        if one.sure:
            gap = starts[one.number + 1] - 1
            yield Edit(gap, gap + 1, "", unsure.pop(gap), 0.95)
    if words.accept and broken >= SHOWN:
        for number, first, second in known_halves(words, language, words.accept):
            unsure.setdefault(starts[number + 1] - 1, _as_others(first + second))
    sure = {starts[one.number + 1] - 1 for one in found if one.sure}
    for gap, first, second in _pairs(words):
        if gap not in sure:
            for edit in _told(gap, first, second, words, language, broken):
                unsure.pop(gap, None)
                yield edit
    for gap, told in unsure.items():
        yield Edit(gap, gap + 1, "", told, 0.5, query=True)


def _in_lexicon(joined: str, words: Words) -> str:
    return f"{joined!r} is in {words.voucher(joined)}, one of its halves is not"


def _as_others(joined: str) -> str:
    return f"words of this text were broken, and {joined!r} is a word as its halves are"


def _told(gap: int, first: str, second: str, words: Words, language: Language, broken: int) -> Iterator[Edit]:
    """Yield what is to be said of two halves that stand nowhere else, if anything."""
    known, listed, joined = words.known, words.listed, first + second
    stands = without_case(joined) in words.lowered()
    two_words = known is not None and known(first) and known(second)
    alone = not stands and (known is None or two_words)
    if alone and not (broken >= OFTEN and first.islower()):
        return
    native, lowered = frozenset(language.letters), language.lowered(joined)
    if native and not native.issuperset(lowered):
        return
    place = (gap, gap + 1)
    if alone:
        known_all = words.accept and all(map(words.accept, (joined, first, second)))
        if known_all and may_break(joined, len(first), language):
            yield Edit(*place, "", _as_others(joined), 0.5, query=True)
        return
    if not (stands or (known and known(joined))) or not may_break(joined, len(first), language):
        return
    told = f"{joined!r} stands elsewhere in the text, neither half does"
    if known is None:
        if language.vowels and any(
            not language.vowels & set(language.lowered(half)) for half in (first, second)
        ):
            yield Edit(*place, "", told, 0.98)
    elif listed and stands and not (listed(first) and listed(second)):
        yield Edit(*place, "", told, 0.98)
    elif not two_words and known(joined):
        if broken < SHOWN and may_be_compound(first, second, known):
            yield Edit(*place, "", _in_lexicon(joined, words), 0.5, query=True)
        else:
            yield Edit(*place, "", _in_lexicon(joined, words), 0.95)
    elif not listed and known(joined):
        yield Edit(*place, "", told, 0.6, query=True)


def _pairs(words: Words) -> Iterator[tuple[int, str, str]]:
    """Yield each gap between words that stand once in the text, with the two; the second has no capital."""
    rare = {form for form in words.once() if len(form) > 1}
    small = {form for form in rare if form.islower()}
    chunks = words.chunks
    roles = dict.fromkeys(rare, FIRST) | dict.fromkeys(small, BOTH)
    for chunk in chunks.bag.mixed:
        if chunk not in rare:
            ends = chunk[-1].isalpha() and TAILS[chunk] in rare
            opens = chunk[0].isalnum() and HEADS[chunk] in small
            roles[chunk] = FIRST * ends | SECOND * opens
    row, starts = chunks.row, chunks.starts
    shown = bytes(map(roles.get, row, repeat(0)))
    for pair in TWO_HALVES.finditer(shown):
        one, two = row[pair.start()], row[pair.end()]
        first = one if one in rare else TAILS[one]
        second = two if two in rare else HEADS[two]
        yield starts[pair.end()] - 1, first, second


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
