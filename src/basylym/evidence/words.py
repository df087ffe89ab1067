"""A text, a lexicon and a grammar -> what rules may ask about words.

The lexicon is believed only where it knows nine of ten running words of the very text: below
that, that it does not know a word proves nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache

from basylym.model.repairs import Grammar, Lexicon, Words

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BELIEVED = 0.9
FIRST_CYRILLIC = "\u0400"
LONGEST = 48  # letters of a word that is looked up
ENOUGH = 5  # running words below which half of them will do


def witness(
    lexicon: Lexicon | None, grammar: Grammar | None, speller: Callable[[str], bool] | None = None
) -> Callable[[str], Words]:
    """Return a function from a text to the evidence about its words.

    Args:
        lexicon: the language's, or ``None`` where it has none.
        grammar: the language's; without one only headwords are known.
        speller: whether a spelling dictionary accepts a form, for a language whose lexicon has no
            headwords; it lists none either, for it builds forms.
    """
    lexicon = lexicon or Lexicon(frozenset(), frozenset(), {})
    headwords = lexicon.headwords
    accept = speller
    if headwords:
        accept = grammar.accept(headwords) if grammar else lambda word: word.lower() in headwords
    paired = _pairer(lexicon, grammar, accept) if accept else lambda _: None
    corrected = _corrector(lexicon)

    def words(text: str) -> Words:
        return Words(
            count=_counter(text),
            believed=cache(lambda: accept is not None and share_known(text, accept) >= BELIEVED),
            accept=accept,
            headword=(lambda form: form.lower() in headwords) if headwords else None,
            paired=paired,
            corrected=corrected,
            titular=grammar.titular if grammar else None,
        )

    return words


def _counter(text: str) -> Callable[[str], int]:
    """Return how often a form stands in ``text``; it is counted when first asked."""
    counts: Counter[str] = Counter()

    def count(form: str) -> int:
        if not counts:
            counts.update(WORD.findall(_lowered(text)))
            counts[""] = 0
        return counts.get(form if form.islower() else _lowered(form), 0)

    return count


def _lowered(text: str) -> str:
    return text.replace("İ", "i").lower()  # else a dot of its own is left above the i


def share_known(text: str, accept: Callable[[str], bool]) -> float:
    """Return which share of the running words of ``text`` is known, 0 to 1; 1 for a scrap.

    Counted are words of two letters or more in lower case, for a lexicon need not know names, and in
    the script of most of them, for it need not know foreign words.
    """
    forms = Counter(word for word in WORD.findall(text) if word.islower() and len(word) > 1)
    of_script: Counter[bool] = Counter()
    for form, count in forms.items():
        of_script[form[0] < FIRST_CYRILLIC] += count
    if not of_script:
        return 1.0
    latin, running = of_script.most_common(1)[0]
    known = sum(
        count for form, count in forms.items() if (form[0] < FIRST_CYRILLIC) is latin and accept(form)
    )
    return 1.0 if running < ENOUGH and 2 * known >= running else known / running


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

    @lru_cache(maxsize=1 << 14)
    def corrected(form: str) -> str | None:
        lower = form.lower()
        for length in lengths:
            right = lexicon.misspellings.get(lower[:length]) if length <= len(lower) else None
            if right:
                return (right.capitalize() if form[0].isupper() else right) + form[length:]
        return None

    return corrected
