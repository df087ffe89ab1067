"""Ask about two words that the lexicon or the text itself joins by a hyphen.

Both parts are words, so only the author knows whether the pair is meant. Asked only where the
lexicon is believed; in languages without one, open and hyphenated forms may both be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

PAIR = re.compile(r"(?<![\w-])([^\W\d_]{2,}) (?=([^\W\d_]{2,})(?![\w-]))")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query for each such pair."""
    if words.listed is None:
        return
    for pair in PAIR.finditer(text):
        first, second = pair.groups()
        if not second.islower() or second in language.enclitics | language.case_endings:
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
            yield Edit(pair.end() - 1, pair.end(), "-", why, 0.8, query=True)


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
