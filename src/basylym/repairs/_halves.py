"""Evidence about words -> the neighbours that are halves of one word, and how sure that is.

That a word is unknown proves little where it stands once; but a half of a broken word is unknown wherever
it stands, and most times a neighbour completes it to a word that is known. Two known words may be
halves as well: of that a text is suspected only once others have shown that its words were broken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Set
from itertools import count, islice
from operator import add
from typing import NamedTuple

from basylym.model.chunks import lowering, without_case
from basylym.model.language import Language
from basylym.model.repairs import Words
from basylym.repairs._beside import HEADS, TAILS, neighbours, spaced

SHORTEST, SHORTEST_WHOLE, LONGEST = 2, 5, 30  # letters of a half; of the word that two make
NAME_GOES_ON = 4  # letters of a known word that completes an unknown one with a capital
MOSTLY = 0.5  # of the places where an unknown half stands
TRIED = 25  # unknown forms of which no neighbour completes any: the words of this text are whole
GIVEN_UP = 4  # neighbours that an unknown form makes no word with
HABIT = 3  # times that two stand side by side, and never as one: so their author writes them
SHOWN, OFTEN = 3, 10  # pairs that show that words were broken; that many were
BESIDE = 2  # words before and behind two halves
RARE = 5  # a word that stands as often is a word of its own


class Halves(NamedTuple):
    """Two neighbours of which one at least is no word, and which make one together.

    Attributes:
        number: of the chunk that the first one ends.
        first, second: the two.
        sure: whether nothing speaks for another reading.
    """

    number: int
    first: str
    second: str
    sure: bool


def halves(words: Words, language: Language) -> tuple[list[Halves], int]:
    """Return each two neighbours that make a word which the lexicon knows, in their order.

    And how many words were certainly broken: where these are a few, two known words may be halves too.
    """
    accept = words.accept
    if accept is None:
        return [], 0
    found: dict[int, tuple[str, str]] = {}
    broken: set[int] = set()
    for capitals in (False, True):  # a name is unknown for a better reason than that it was broken
        unknown = _unknown(words, language, accept, capitals)
        found = {
            number: pair
            for number, pair in _completed(words, accept, unknown).items()
            if not _is_foreign(number, words, unknown)
        }
        broken = {
            number
            for number, (first, second) in found.items()
            if unknown.issuperset((first, second)) or may_break(first + second, len(first), language)
        }
        if len(broken) < SHOWN:
            break
    hard = {number for number in broken if not may_be_compound(*found[number], accept)}
    counts, alike = words.lowered(), Counter(found.values())
    told = []
    for one in _without_others(found, words, accept, unknown, often=len(broken) >= OFTEN):
        whole = without_case(one.first + one.second)
        proven = one.number in broken or (len(broken) >= SHOWN and whole in counts)
        named = one.first[0].isupper() and one.second not in unknown and whole not in counts
        habit = alike[one.first, one.second] >= HABIT and whole not in counts
        proven = proven and (whole in counts or one.number in hard or len(hard) >= SHOWN)
        told.append(one if proven and not named and not habit else one._replace(sure=False))
    return told, len(broken)


def may_be_compound(first: str, second: str, accept: Callable[[str], bool]) -> bool:
    """Tell whether the second half lacks but its capital to be a word too: «die Klassen report und book».

    A dictionary that knows nouns by their capital, as that of German, makes one word of any two.
    """
    return not accept(second) and accept(first) and accept(second[0].upper() + second[1:])


def _unknown(words: Words, language: Language, accept: Callable[[str], bool], capitals: bool) -> set[str]:
    native = frozenset(language.letters)
    unknown = {form for form in words.unknown() if len(form) <= LONGEST and form.isalpha()}
    for form in words.forms() if capitals else ():
        if form[1:].islower() and SHORTEST <= len(form) <= LONGEST and form.isalpha() and not accept(form):
            unknown.add(form)
    return {form for form in unknown if native.issuperset(language.lowered(form))} if native else unknown


def _completed(words: Words, accept: Callable[[str], bool], unknown: Set[str]) -> dict[int, tuple[str, str]]:
    """Return number of a chunk -> the two that stand there, an unknown one among them, and make a word."""
    chunks = words.chunks
    holding = unknown & chunks.kinds
    if not any(islice(_words_made(words, accept, unknown, holding, set()), 1)):
        return {}
    holding |= {chunk for chunk in chunks.bag.mixed if TAILS[chunk] in unknown or HEADS[chunk] in unknown}
    return dict(_words_made(words, accept, unknown, holding, None))


def _words_made(
    words: Words,
    accept: Callable[[str], bool],
    unknown: Set[str],
    holding: Set[str],
    tried: set[str] | None,
) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield what some chunks make with their neighbours; where ``tried`` is given, of the first few only."""
    chunks = words.chunks
    row, last, done = chunks.row, len(chunks.row) - 1, -1
    failed: dict[str, int] = {}
    for number in chunks.numbers(holding):
        for before in range(max(done + 1, number - 1, 0), min(number + 1, last)):
            done = before
            first, second = TAILS[row[before]], HEADS[row[before + 1]]
            strange = {half for half in (first, second) if half in unknown and failed.get(half, 0) < GIVEN_UP}
            if strange and _may_make_one(first, second, strange):
                if tried is not None:
                    tried |= strange
                if not accept(first + second):
                    for half in strange:
                        failed[half] = failed.get(half, 0) + 1
                elif _alone(row[before], row[before + 1]) and spaced(chunks, before):
                    for half in strange:
                        failed[half] = failed.get(half, 0) - GIVEN_UP
                    yield before, (first, second)
        if tried is not None and len(tried) > TRIED:
            return


def _alone(one: str, two: str) -> bool:
    """Tell whether a chunk holds nothing before its last word, and the next nothing behind its first."""
    return not any(map(str.isalnum, one[: len(one) - len(TAILS[one])] + two[len(HEADS[two]) :]))


def _may_make_one(first: str, second: str, strange: Set[str]) -> bool:
    if min(len(first), len(second)) < SHORTEST or not SHORTEST_WHOLE <= len(first + second) <= LONGEST:
        return False
    named = first[0].isupper() and second not in strange
    return second.islower() and first[1:].islower() and not (named and len(second) < NAME_GOES_ON)


def may_break(joined: str, place: int, language: Language) -> bool:
    return language.hyphenate is None or place in language.hyphenate(language.lowered(joined))


def _without_others(
    found: dict[int, tuple[str, str]],
    words: Words,
    accept: Callable[[str], bool],
    unknown: Set[str],
    often: bool,
) -> Iterator[Halves]:
    """Yield those whose unknown halves mostly stand so.

    Unsure where three may be one word, and, unless words were broken ``often``, where the unknown one of
    the two stands elsewhere by itself.
    """
    forms = words.forms()
    times = Counter(half for pair in found.values() for half in unknown & {*pair})
    for number, pair in sorted(found.items()):
        strange = unknown & {*pair}
        if all(times[half] >= MOSTLY * forms[half] for half in strange):
            alone = found.keys().isdisjoint((number - 1, number + 1))
            proper = not often and len(strange) == 1 and any(times[half] < forms[half] for half in strange)
            yield Halves(
                number,
                *pair,
                sure=alone and not proper and not _may_be_longer(number, pair, words, accept, unknown),
            )


def _is_foreign(number: int, words: Words, unknown: Set[str]) -> bool:
    """Tell whether words around are unknown too: then it is the language that the lexicon does not know."""
    row = words.chunks.row
    around = (*row[max(0, number - BESIDE) : number], *row[number + 2 : number + 2 + BESIDE])
    return sum(TAILS[chunk] in unknown or HEADS[chunk] in unknown for chunk in around) > 1


def _may_be_longer(
    number: int, pair: tuple[str, str], words: Words, accept: Callable[[str], bool], unknown: Set[str]
) -> bool:
    """Tell whether the word before or behind an unknown half would make one with both."""
    row, (first, second) = words.chunks.row, pair
    before = TAILS[row[number - 1]] if number and row[number] == first and first in unknown else ""
    goes_on = number + 2 < len(row) and row[number + 1] == second and second in unknown
    behind = HEADS[row[number + 2]] if goes_on else ""
    return (len(before) >= SHORTEST and first.islower() and accept(before + first + second)) or (
        len(behind) >= SHORTEST and behind.islower() and accept(first + second + behind)
    )


def known_halves(
    words: Words, language: Language, accept: Callable[[str], bool]
) -> list[tuple[int, str, str]]:
    """Return two neighbours that are words, one of them rare, whose whole stands elsewhere in the text."""
    chunks, counts = words.chunks, words.lowered()
    tails, heads = neighbours(chunks)
    wholes = map(lowering(chunks.text), map(add, tails, heads))
    found = []
    pairs = zip(count(), tails, heads, wholes)
    for number, first, second in [pair[:3] for pair in pairs if pair[3] in counts and pair[1] and pair[2]]:
        if (
            _may_make_one(first, second, {second})
            and min(words.count(first), words.count(second)) < RARE
            and all(map(accept, (first, second, first + second)))
            and may_break(first + second, len(first), language)
            and _alone(chunks.row[number], chunks.row[number + 1])
            and spaced(chunks, number)
        ):
            found.append((number, first, second))
    return found
