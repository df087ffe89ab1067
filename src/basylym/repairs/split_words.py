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
from basylym.repairs._halves import halves

FIRST, SECOND, BOTH = 1, 2, 3  # which half a chunk may end or begin with
TWO_HALVES = re.compile(rb"[\x01\x03](?=[\x02\x03])")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each pair of halves, or a query where both halves are words too."""
    found = {words.chunks.starts[one.number + 1] - 1: one for one in halves(words, language)}
    for gap, first, second in _pairs(words):
        if gap in found and found[gap].sure:
            continue
        for edit in _told(gap, first, second, words, language):
            found.pop(gap, None)
            yield edit
    for gap, one in found.items():
        joined = one.first + one.second
        told = f"{joined!r} is in {words.voucher(joined)}, one of its halves is not"
        if not one.unknown:
            told = f"words of this text were broken, and {joined!r} is a word as its halves are"
        yield Edit(gap, gap + 1, "", told, 0.95 if one.sure else 0.5, query=not one.sure)


def _told(gap: int, first: str, second: str, words: Words, language: Language) -> Iterator[Edit]:
    """Yield what is to be said of two halves that stand nowhere else, if anything."""
    native = frozenset(language.letters)
    known, listed, joined = words.known, words.listed, first + second
    stands = without_case(joined) in words.lowered()
    two_words = known is not None and known(first) and known(second)
    if not stands and (known is None or two_words):
        return
    lowered = language.lowered(joined)
    if native and not native.issuperset(lowered):
        return
    if not (stands or (known and known(joined))) or not _may_break(lowered, len(first), language):
        return
    place = (gap, gap + 1)
    told = f"{joined!r} stands elsewhere in the text, neither half does"
    if known is None:
        if any(not language.vowels & set(language.lowered(half)) for half in (first, second)):
            yield Edit(*place, "", told, 0.98)
    elif listed and stands and not (listed(first) and listed(second)):
        yield Edit(*place, "", told, 0.98)
    elif not two_words and known(joined):
        told = f"{joined!r} is in {words.voucher(joined)}, one of its halves is not"
        yield Edit(*place, "", told, 0.95)
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
