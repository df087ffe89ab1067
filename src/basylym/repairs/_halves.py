"""Evidence about words -> the neighbours that are halves of one word, and how sure that is.

That a word is unknown proves little where it stands once; but a half of a broken word is unknown wherever
it stands, and most times a neighbour completes it to a word that is known. Two known words may be
halves as well: of that a text is suspected only once others have shown that its words were broken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from basylym.model.chunks import without_case
from basylym.model.language import Language
from basylym.model.repairs import Words
from basylym.repairs._beside import HEADS, TAILS

SHORTEST, SHORTEST_WHOLE, LONGEST = 2, 5, 30  # letters of a half; of the word that two make
NAME_GOES_ON = 4  # letters of a known word that completes an unknown one with a capital
MOSTLY = 0.5  # of the places where an unknown half stands
TRIED = 40  # unknown forms of which no neighbour completes any: the words of this text are whole
SHOWN, OFTEN = 3, 10  # pairs that show that words were broken; that many were
BESIDE = 2  # words before and behind two halves
RARE = 5  # a word that stands as often is a word of its own


class Halves(NamedTuple):
    """Two neighbours that make one word.

    Attributes:
        number: of the chunk that the first one ends.
        first, second: the two.
        sure: whether nothing speaks for another reading.
        unknown: whether one of them at least is no word.
    """

    number: int
    first: str
    second: str
    sure: bool
    unknown: bool = True


def halves(words: Words, language: Language) -> Iterator[Halves]:
    """Yield each two neighbours that make a word which the lexicon knows; nothing without a lexicon."""
    accept = words.accept
    if accept is None:
        return
    unknown = _unknown(words, language, accept)
    found = {
        number: pair
        for number, pair in _completed(words, accept, unknown).items()
        if not _is_foreign(number, words, unknown)
    }
    broken = {
        number
        for number, (first, second) in found.items()
        if unknown.issuperset((first, second)) or _may_break(first + second, len(first), language)
    }
    for one in _without_others(found, words, accept, unknown):
        yield one if len(broken) >= SHOWN or one.number in broken else one._replace(sure=False)
    if len(broken) >= SHOWN:
        yield from _both_known(found, words, language, accept)


def _unknown(words: Words, language: Language, accept: Callable[[str], bool]) -> set[str]:
    native = frozenset(language.letters)
    return {
        form
        for form in words.forms()
        if SHORTEST <= len(form) <= LONGEST
        and form[1:].islower()
        and form.isalpha()
        and not accept(form)
        and (not native or native.issuperset(language.lowered(form)))
    }


def _completed(words: Words, accept: Callable[[str], bool], unknown: Set[str]) -> dict[int, tuple[str, str]]:
    """Return number of a chunk -> the two that stand there, an unknown one among them, and make a word."""
    chunks = words.chunks
    holding = unknown & chunks.kinds
    holding |= {chunk for chunk in chunks.bag.mixed if TAILS[chunk] in unknown or HEADS[chunk] in unknown}
    row, last = chunks.row, len(chunks.row) - 1
    found: dict[int, tuple[str, str]] = {}
    tried: set[str] = set()
    for number in chunks.numbers(holding):
        for before in (number - 1, number):
            if before in found or not 0 <= before < last:
                continue
            first, second = _alone(row[before], row[before + 1])
            strange = unknown & {first, second}
            if not strange or not _may_make_one(first, second, strange):
                continue
            tried |= strange
            joined = first + second
            if accept(joined) and chunks.text[chunks.starts[before + 1] - 1] == " ":
                found[before] = first, second
        if len(tried) > TRIED and not found:
            break
    return found


def _alone(one: str, two: str) -> tuple[str, str]:
    """Return the word that a chunk ends with and the one the next begins with, if they have no others."""
    first, second = TAILS[one], HEADS[two]
    mixed = any(map(str.isalnum, one[: len(one) - len(first)] + two[len(second) :]))
    return ("", "") if mixed else (first, second)


def _may_make_one(first: str, second: str, strange: Set[str]) -> bool:
    if min(len(first), len(second)) < SHORTEST or not SHORTEST_WHOLE <= len(first + second) <= LONGEST:
        return False
    named = first[0].isupper() and second not in strange
    return second.islower() and first[1:].islower() and not (named and len(second) < NAME_GOES_ON)


def _may_break(joined: str, place: int, language: Language) -> bool:
    return language.hyphenate is None or place in language.hyphenate(language.lowered(joined))


def _without_others(
    found: dict[int, tuple[str, str]], words: Words, accept: Callable[[str], bool], unknown: Set[str]
) -> Iterator[Halves]:
    """Yield those whose unknown halves mostly stand so; unsure where three may be one word."""
    forms = words.forms()
    times = Counter(half for pair in found.values() for half in unknown & {*pair})
    for number, pair in sorted(found.items()):
        if all(times[half] >= MOSTLY * forms[half] for half in unknown & {*pair}):
            alone = found.keys().isdisjoint((number - 1, number + 1))
            yield Halves(number, *pair, alone and not _may_be_longer(number, pair, words, accept))


def _is_foreign(number: int, words: Words, unknown: Set[str]) -> bool:
    """Tell whether words around are unknown too: then it is the language that the lexicon does not know."""
    row = words.chunks.row
    around = (*row[max(0, number - BESIDE) : number], *row[number + 2 : number + 2 + BESIDE])
    return sum(TAILS[chunk] in unknown or HEADS[chunk] in unknown for chunk in around) > 1


def _may_be_longer(number: int, pair: tuple[str, str], words: Words, accept: Callable[[str], bool]) -> bool:
    """Tell whether the word before or the word behind would make one with both."""
    row, joined = words.chunks.row, "".join(pair)
    before = TAILS[row[number - 1]] if number and row[number] == pair[0] else ""
    behind = HEADS[row[number + 2]] if number + 2 < len(row) and row[number + 1] == pair[1] else ""
    return (len(before) >= SHORTEST and joined.islower() and accept(before + joined)) or (
        len(behind) >= SHORTEST and behind.islower() and accept(joined + behind)
    )


def _both_known(
    found: dict[int, tuple[str, str]], words: Words, language: Language, accept: Callable[[str], bool]
) -> Iterator[Halves]:
    """Yield two known words that may be halves: the whole stands elsewhere, or both stand here alone."""
    chunks, counts = words.chunks, words.lowered()
    for number, (one, two) in enumerate(pairwise(chunks.row)):
        first, second = TAILS[one], HEADS[two]
        if number in found or not _may_make_one(first, second, {second}):
            continue
        joined = first + second
        stands = without_case(joined) in counts
        rarer = min(words.count(first), words.count(second))
        if not (rarer < RARE and stands) and not (rarer == 1 and first.islower() and len(found) >= OFTEN):
            continue
        known = accept(joined) and accept(first) and accept(second)
        spaced = chunks.text[chunks.starts[number + 1] - 1] == " "
        if known and spaced and _may_break(joined, len(first), language) and _alone(one, two)[0]:
            yield Halves(number, first, second, sure=False, unknown=False)
