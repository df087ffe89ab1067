"""Ask about two words that the lexicon or the text itself joins by a hyphen.

Both parts are words, so only the author knows whether the pair is meant. Asked only where the
lexicon is believed; in languages without one, open and hyphenated forms may both be right.
"""

from __future__ import annotations

from collections.abc import Iterator

from basylym.model.chunks import without_case
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._beside import neighbours, spaced

SHORTEST = 2  # letters of each word


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query for each such pair."""
    if words.listed is None:
        return
    chunks, unbound = words.chunks, language.enclitics | language.case_endings
    written = {without_case(form.partition("-")[0]) for form in words.forms() if "-" in form}
    tails, heads = neighbours(chunks)
    opening = {
        tail for tail in set(tails) if tail.lower() in words.pair_openings or without_case(tail) in written
    }
    for number in [number for number, tail in enumerate(tails) if tail in opening]:
        first, second = tails[number], heads[number]
        if min(len(first), len(second)) < SHORTEST or not spaced(chunks, number):
            continue
        if not second.islower() or second in unbound:
            continue
        hyphenated = f"{first}-{second}"
        times = words.count(hyphenated)
        paired = words.paired(first + second)
        if times or paired == hyphenated:
            why = (
                f"the text writes {hyphenated.lower()!r} {times} times"
                if times
                else f"the lexicon: {paired!r}"
            )
            gap = chunks.starts[number + 1] - 1
            yield Edit(gap, gap + 1, "-", why, 0.8, query=True)


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("kk", "қару жарақ сатып алу", "қару-жарақ сатып алу"),
        Example("kk", "оқу-тәрбие жұмысы мен оқу тәрбие ісі", "оқу-тәрбие жұмысы мен оқу-тәрбие ісі"),
    ),
    counterexamples=(
        ("en", "a long-term plan for the long term"),
        ("kk", "ата қонысы мен ана тілі"),
        ("kk", "Қазақ-Түрік университеті және Қазақ Түрік одағы"),
    ),
)
