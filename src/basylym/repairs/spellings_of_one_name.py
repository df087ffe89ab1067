"""Ask about a name that the text spells in two ways, one letter apart.

Names are told by their capital wherever they stand. The two spellings must differ by one letter
inside the name, both must be long, and neither may be a plain word; the rarer one is asked about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from basylym.model.chunks import standing
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

NAME = re.compile(r"[^\W\d_a-zа-яё](?<![\w-][^\W\d_])[^\W\d_A-ZА-ЯЁ]{4,}(?![\w])")
SHORTEST, LONGEST = 6, 40  # letters of a name


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query at each place of the rarer spelling."""
    runs = words.runs()
    names = {
        run: _without_endings(run, language.case_endings)
        for run in runs
        if not run.islower() and _is_name(run) and run.lower() not in runs  # a word written small too is none
    }
    stems = set(chain.from_iterable(names.values()))
    longer_ones = [stem for stem in stems if not stems.isdisjoint(_shortened(stem))]
    if not longer_ones:
        return
    alike = {*longer_ones, *chain.from_iterable(map(_shortened, longer_ones))}
    places = _places(
        {name: of_name for name, of_name in names.items() if not alike.isdisjoint(of_name)}, words
    )
    asked: set[int] = set()
    for longer, shorter in sorted(
        _pairs(places), key=lambda pair: (-len(places[pair[0]]) - len(places[pair[1]]), pair)
    ):
        rare, usual = sorted((longer, shorter), key=lambda stem: (len(places[stem]), stem))
        told = f"the text spells {usual!r} {len(places[usual])} times, {rare!r} {len(places[rare])} times"
        for name in places[rare]:
            if name.start() not in asked:
                yield Edit(*name.span(), usual + name[0][len(rare) :], told, 0.8, query=True)
        asked.update(name.start() for name in places[rare] + places[usual])


def _places(names: Mapping[str, tuple[str, ...]], words: Words) -> dict[str, list[re.Match[str]]]:
    """Return stem -> where the names stand that it may be the stem of."""
    places: dict[str, list[re.Match[str]]] = defaultdict(list)
    for name, stems in names.items():
        for place in standing(words.chunks.text, name, NAME):
            for stem in stems:
                places[stem].append(place)
    return places


@lru_cache(maxsize=1 << 16)
def _without_endings(form: str, endings: frozenset[str]) -> tuple[str, ...]:
    """Return what a name may be a form of, itself first."""
    return form, *(form[:cut] for cut in range(SHORTEST, len(form)) if form[cut:] in endings)


def _is_name(form: str) -> bool:
    return 5 <= len(form) <= LONGEST and form[0].isupper() and form[1:].islower()


def _pairs(places: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the stems that differ by one letter well inside: the longer, the shorter."""
    for longer in places:
        for shorter in _shortened(longer):
            if shorter in places:
                yield longer, shorter
                break


@lru_cache(maxsize=1 << 16)
def _shortened(stem: str) -> tuple[str, ...]:
    """Return a stem with each of its inner letters left out, in their order."""
    cuts = range(2, len(stem) - 2) if len(stem) > SHORTEST else ()
    return tuple(stem[:cut] + stem[cut + 1 :] for cut in cuts)


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example(
            "kk",
            "Моңғолия мен Ресей. Моңғолияның шекарасы. Моңғлия туралы",
            "Моңғолия мен Ресей. Моңғолияның шекарасы. Моңғолия туралы",
        ),
        Example(
            "en",
            "Kyrgyzstan borders China. In Kyrgystan and in Kyrgyzstan.",
            "Kyrgyzstan borders China. In Kyrgyzstan and in Kyrgyzstan.",
        ),
    ),
    counterexamples=(
        ("en", "Austria and Australia are far apart"),
        ("ru", "Иванов и Иванова, Петров и Петрова"),
        ("kk", "Қазақстан мен Қазақстанның астанасы"),
    ),
)
