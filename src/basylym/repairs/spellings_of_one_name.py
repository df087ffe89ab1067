"""Ask about a name that the text spells in two ways, one letter apart.

Names are told by their capital wherever they stand. The two spellings must differ by one letter
inside the name, both must be long, and neither may be a plain word; the rarer one is asked about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

NAME = re.compile(r"(?<![\w-])[^\W\d_a-zа-яё][^\W\d_A-ZА-ЯЁ]{4,}(?![\w])")
WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 6


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query at each place of the rarer spelling."""
    places = _places(text, language)
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


def _places(text: str, language: Language) -> dict[str, list[re.Match[str]]]:
    """Return stem -> the names it may be the stem of; none that stands in lower case too."""
    plain = {word for word in WORD.findall(text) if word.islower()}
    places: dict[str, list[re.Match[str]]] = defaultdict(list)
    for name in NAME.finditer(text):
        form = name[0]
        if form[0].isupper() and form[1:].islower() and form.lower() not in plain:
            places[form].append(name)
            for cut in range(SHORTEST, len(form)):
                if form[cut:] in language.case_endings:
                    places[form[:cut]].append(name)
    return places


def _pairs(places: dict[str, list[re.Match[str]]]) -> Iterator[tuple[str, str]]:
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
