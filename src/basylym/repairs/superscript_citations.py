"""Make citations of raised digits behind words: знают¹, саудасы.²,³ known⁴⁻⁶.

Only where the list is numbered, nothing is cited in brackets, and the raised numbers look like the
list's: none is beyond it, and half of it is cited. A raised digit behind a unit is a power.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._references.lists import lists, main

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
PLAIN = str.maketrans(RAISED + "⁻‑", "0123456789--")
CITED = re.compile(
    rf"(?<![{RAISED}])(?<![{RAISED}],)"
    r"(?:(?<=[^\W\d_]{3})|(?<=-\n[^\W\d_])|(?<=-\n[^\W\d_]{2})|(?<=[^\W\d_][.,;:»”\")!?])|(?<=[»”\")][.,;:!?]))"
    rf"([{RAISED}]{{1,3}}(?:[,⁻–-] ?[{RAISED}]{{1,3}}){{0,9}})(?![{RAISED}\d])"
)
BRACKETS = re.compile(r"\[\d{1,3}(?:[,;:–-][^\]\n]{0,60})?\]")
RANGE = 30


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each raised number or run of them, where all of them are the list's."""
    listed = main(text)
    if listed is None or not listed.numbered or BRACKETS.search(text, 0, listed.heading[0]):
        return
    numbers = [entry.number for entry in listed.entries]
    keys = {
        entry.number: work.key
        for entry, work in zip(listed.entries, listed.works, strict=True)
        if numbers.count(entry.number) == 1
    }
    spans = [(one.heading[0], one.end) for one in lists(text)]
    found = [
        (one, _numbers(one[1]))
        for one in CITED.finditer(text)
        if not any(start <= one.start() < end for start, end in spans)
    ]
    cited = {number for _, each in found for number in each}
    if (
        1 not in cited
        or 2 * len(cited) < len(keys)
        or not cited <= keys.keys()
        or not all(n for _, n in found)
    ):
        return
    for one, each in found:
        told = f"raised numbers of the list of references, of which {len(cited)} are cited"
        yield Edit(*one.span(), f" [{'; '.join('@' + keys[number] for number in each)}]", told, 0.93)


def _numbers(raised: str) -> list[int]:
    numbers: list[int] = []
    for part in raised.translate(PLAIN).replace("–", "-").split(","):
        ends = [int(end) for end in part.split("-")]
        if len(ends) > 2 or ends[-1] < ends[0] or ends[-1] - ends[0] > RANGE or ends[0] < 1:
            return []
        numbers += range(ends[0], ends[-1] + 1)
    return numbers


LIST_RU = (
    "\n\n## Литература\n\n1. Иванов И. И. Торговля. – М.: Наука, 2001.\n\n2. О рынке. – М., 2003. – 9 с."
)
RULE = Rule(
    phase=Phase.CITATIONS,
    find=find,
    examples=(
        Example(
            "ru",
            f"Это известно¹, и не только.²{LIST_RU}",
            f"Это известно [@ivanov2001], и не только. [@ref2]{LIST_RU}",
        ),
        Example("ru", f"Об этом писали¹⁻².{LIST_RU}", f"Об этом писали [@ivanov2001; @ref2].{LIST_RU}"),
    ),
    counterexamples=(
        ("ru", f"Площадь 5 км², объём 3 м³.{LIST_RU}"),
        ("ru", f"Об этом писали¹ и иначе³.{LIST_RU}"),
        ("en", "Known¹ and seen² by all."),
    ),
)
