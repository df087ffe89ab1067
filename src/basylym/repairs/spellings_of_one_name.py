"""Ask about a name that the text spells in two ways, one letter apart.

Names are told by their capital wherever they stand. The two spellings must differ by one letter
inside the name, both must be long, and neither may be a plain word; the rarer one is asked about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

NAME = re.compile(r"[^\W\d_a-zа-яё](?<![\w-][^\W\d_])[^\W\d_A-ZА-ЯЁ]{4,}(?![\w])")
SHORTEST, LONGEST = 6, 40  # letters of a name


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query at each place of the rarer spelling."""
    stems = {stem for run in words.runs() for stem in _stems(run, language, words)}
    if next(_pairs(stems), None) is None:
        return
    places = _places(text, language, words)
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


def _places(text: str, language: Language, words: Words) -> dict[str, list[re.Match[str]]]:
    """Return stem -> the names it may be the stem of."""
    places: dict[str, list[re.Match[str]]] = defaultdict(list)
    for name in NAME.finditer(text):
        for stem in _stems(name[0], language, words):
            places[stem].append(name)
    return places


def _stems(form: str, language: Language, words: Words) -> Iterator[str]:
    """Yield what a name may be a form of, itself first; nothing for a word that is written small too."""
    fits = form[0].isupper() and 5 <= len(form) <= LONGEST and form[1:].islower()
    if fits and form.lower() not in words.runs():
        yield form
        for cut in range(SHORTEST, len(form)):
            if form[cut:] in language.case_endings:
                yield form[:cut]


def _pairs(places: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the stems that differ by one letter well inside: the longer, the shorter."""
    for longer in places:
        for cut in range(2, len(longer) - 2) if len(longer) > SHORTEST else ():
            shorter = longer[:cut] + longer[cut + 1 :]
            if shorter in places:
                yield longer, shorter
                break


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
