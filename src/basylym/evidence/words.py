"""A text, a lexicon and a grammar -> what rules may ask about words.

The lexicon is believed only where it knows nine of ten running words of the very text: below
that, that it does not know a word proves nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from basylym.model.repairs import Grammar, Lexicon, Words

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BELIEVED = 0.9
LONGEST = 48  # letters of a word that is looked up
ENOUGH = 5  # running words below which a share means nothing


def witness(lexicon: Lexicon | None, grammar: Grammar | None) -> Callable[[str], Words]:
    """Return a function from a text to the evidence about its words.

    Args:
        lexicon: the language's, or ``None`` where it has none.
        grammar: the language's; without one only headwords are known.
    """
    if lexicon is None:
        return lambda text: Words(_counter(text), None)
    headwords = lexicon.headwords
    accept = grammar.accept(headwords) if grammar else lambda word: word.lower() in headwords
    paired = _pairer(lexicon, grammar, accept)
    corrected = _corrector(lexicon)

    def words(text: str) -> Words:
        counts = Counter(word.casefold() for word in WORD.findall(text))
        believed = bool(headwords) and share_known(counts, accept) >= BELIEVED
        return Words(
            count=lambda form: counts[form.casefold()],
            known=accept if believed else None,
            listed=(lambda form: form.lower() in headwords) if believed else None,
            paired=paired,
            corrected=corrected,
            titular=grammar.titular if grammar else None,
        )

    return words


def share_known(counts: Counter[str], accept: Callable[[str], bool]) -> float:
    """Return which share of running words of two letters or more is known, 0 to 1; 1 for a scrap."""
    forms = {form: count for form, count in counts.items() if len(form) > 1}
    running = sum(forms.values())
    if running < ENOUGH:
        return 1.0
    return sum(count for form, count in forms.items() if accept(form)) / running


def _counter(text: str) -> Callable[[str], int]:
    counts = Counter(word.casefold() for word in WORD.findall(text))
    return lambda form: counts[form.casefold()]


def _pairer(
    lexicon: Lexicon, grammar: Grammar | None, accept: Callable[[str], bool]
) -> Callable[[str], str | None]:
    joints: dict[str, int] = {}
    for pair in lexicon.pairs:
        first, second = pair.split("-", 1)
        joints[first + second] = len(first)
        soft = grammar.softened.get(second[-1]) if grammar else None
        if soft:
            joints[first + second[:-1] + soft] = len(first)

    @lru_cache(maxsize=1 << 14)
    def paired(form: str) -> str | None:
        lower = form.lower()
        for end in range(min(len(lower), LONGEST), 3, -1):
            joint = joints.get(lower[:end])
            if joint and accept(lower[joint:]):
                return f"{form[:joint]}-{form[joint:]}"
        return None

    return paired


def _corrector(lexicon: Lexicon) -> Callable[[str], str | None]:
    lengths = sorted({len(wrong) for wrong in lexicon.misspellings})

    def corrected(form: str) -> str | None:
        lower = form.lower()
        for length in lengths:
            right = lexicon.misspellings.get(lower[:length]) if length <= len(lower) else None
            if right:
                return (right.capitalize() if form[0].isupper() else right) + form[length:]
        return None

    return corrected
