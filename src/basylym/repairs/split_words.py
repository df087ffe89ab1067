"""Join a word that a lost soft hyphen left in two.

Only where the whole stands elsewhere in the text or the lexicon knows it, one half at least is no word
and stands nowhere else, or nearly always with a neighbour that completes it, and the language could
break the word there or the text shows that its words were broken. Where the language has no lexicon to
say so, neither half may stand elsewhere, and one must have no vowel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import repeat

from basylym.model.chunks import lowering
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
    told = _teller(words, language, broken)
    for gap, first, second in _pairs(words):
        edit = None if gap in sure else told(gap, first, second)
        if edit:
            unsure.pop(gap, None)
            yield edit
    for gap, why in unsure.items():
        yield Edit(gap, gap + 1, "", why, 0.5, query=True)


def _in_lexicon(joined: str, words: Words) -> str:
    return f"{joined!r} is in {words.voucher(joined)}, one of its halves is not"


def _as_others(joined: str) -> str:
    return f"words of this text were broken, and {joined!r} is a word as its halves are"


def _teller(words: Words, language: Language, broken: int) -> Callable[[int, str, str], Edit | None]:
    """Return what tells of two halves that stand nowhere else what is to be said of them, if anything."""
    known, listed, accept = words.known, words.listed, words.accept
    counts, lower = words.lowered(), lowering(words.chunks.text)
    native = frozenset(language.letters)

    def told(gap: int, first: str, second: str) -> Edit | None:
        joined = first + second
        stands = lower(joined) in counts
        two_words = known is not None and known(first) and known(second)
        alone = not stands and (known is None or two_words)
        if alone and not (broken >= OFTEN and first.islower()):
            return None
        if native and not native.issuperset(language.lowered(joined)):
            return None
        place = (gap, gap + 1)
        if alone:
            may_be = accept and accept(joined) and accept(first) and accept(second)
            if may_be and may_break(joined, len(first), language):
                return Edit(*place, "", _as_others(joined), 0.5, query=True)
            return None
        if not (stands or (known and known(joined))) or not may_break(joined, len(first), language):
            return None
        elsewhere = f"{joined!r} stands elsewhere in the text, neither half does"
        if known is None:
            sounds = [language.vowels & set(language.lowered(half)) for half in (first, second)]
            return None if all(sounds) or not language.vowels else Edit(*place, "", elsewhere, 0.98)
        if listed and stands and not (listed(first) and listed(second)):
            return Edit(*place, "", elsewhere, 0.98)
        if not two_words and known(joined):
            named = first[0].isupper() and known(second)  # a name is unknown for another reason
            asked = (named and not stands) or (broken < SHOWN and may_be_compound(first, second, known))
            return Edit(*place, "", _in_lexicon(joined, words), 0.5 if asked else 0.95, query=asked)
        if not listed and known(joined):
            return Edit(*place, "", elsewhere, 0.6, query=True)
        return None

    return told


def _pairs(words: Words) -> Iterator[tuple[int, str, str]]:
    """Yield each gap between words that stand once in the text, with the two; the second has no capital."""
    rare = {form for form in words.once() if len(form) > 1}
    small = {form for form in rare if form.islower()}
    chunks = words.chunks
    roles = dict.fromkeys(rare, FIRST) | dict.fromkeys(small, BOTH)
    mixed = chunks.bag.mixed
    parts = zip(mixed, map(TAILS.__getitem__, mixed), map(HEADS.__getitem__, mixed), strict=True)
    for chunk, tail, head in parts:
        if (tail in rare or head in small) and chunk not in rare:
            roles[chunk] = FIRST * (tail in rare) | SECOND * (head in small)
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
