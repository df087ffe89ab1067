"""A text, a lexicon and a grammar -> what rules may ask about words.

The lexicon is believed only where it knows nine of ten running words of the very text: below
that, that it does not know a word proves nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from basylym.evidence.analysed import Asked
from basylym.model.repairs import LEXICON, Analyser, Grammar, Lexicon, Words

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BELIEVED = 0.9
FIRST_CYRILLIC = "\u0400"
LONGEST = 48  # letters of a word that is looked up
ENOUGH = 5  # running words below which half of them will do


def witness(
    lexicon: Lexicon | None,
    grammar: Grammar | None,
    speller: Callable[[str], bool] | None = None,
    analyser: Analyser | None = None,
) -> Callable[[str], Words]:
    """Return a function from a text to the evidence about its words.

    Args:
        lexicon: the language's, or ``None`` where it has none.
        grammar: the language's; without one only headwords are known.
        speller: whether a spelling dictionary accepts a form, for a language whose lexicon has no
            headwords; it lists none either, for it builds forms.
        analyser: what the user set to be asked where the lexicon does not know a form.
    """
    lexicon = lexicon or Lexicon(frozenset(), frozenset(), {})
    headwords = lexicon.headwords
    accept = speller
    if headwords:
        accept = grammar.accept(headwords) if grammar else lambda word: word.lower() in headwords
    paired = _pairer(lexicon, grammar, accept) if accept else lambda _: None
    corrected = _corrector(lexicon)

    @lru_cache(maxsize=4)
    def asked(counted: _Counted) -> Asked | None:
        return Asked(counted.text, counted.forms(), accept, analyser) if analyser else None

    @lru_cache(maxsize=4)
    def believed(counted: _Counted) -> bool:
        ask = asked(counted)
        known = ask.accept if ask else accept
        return known is not None and share_known(counted.forms(), known) >= BELIEVED

    def words(text: str) -> Words:
        counted = _counted(text)
        ask = asked(counted)
        return Words(
            count=counted.count,
            forms=counted.forms,
            runs=counted.runs,
            believed=lambda: believed(counted),
            accept=ask.accept if ask else accept,
            voucher=ask.voucher if ask else lambda _: LEXICON,
            headword=(lambda form: form.lower() in headwords) if headwords else None,
            paired=paired,
            corrected=corrected,
            titular=grammar.titular if grammar else None,
        )

    return words


@dataclass(slots=True, eq=False)
class _Counted:
    """The words of one text, counted when first asked: as they stand, parted at hyphens, without case."""

    text: str
    _forms: Counter[str] | None = None
    _runs: Counter[str] | None = None
    _lowered: dict[str, int] | None = None

    def forms(self) -> Counter[str]:
        if self._forms is None:
            self._forms = forms_of(self.text)
        return self._forms

    def runs(self) -> Counter[str]:
        if self._runs is None:
            self._runs = Counter(self.forms())
            for form in [form for form in self._runs if "-" in form]:
                times = self._runs.pop(form)
                for run in form.split("-"):
                    self._runs[run] += times
        return self._runs

    def count(self, form: str) -> int:
        if self._lowered is None:
            self._lowered = {}
            for one, times in self.forms().items():
                lower = one if one.islower() else _lowered(one)
                self._lowered[lower] = self._lowered.get(lower, 0) + times
        return self._lowered.get(form if form.islower() else _lowered(form), 0)


_counted = lru_cache(maxsize=4)(_Counted)  # two phases often see one text


@lru_cache(maxsize=1 << 18)
def _parted(chunk: str) -> tuple[str, ...]:
    return tuple(WORD.findall(chunk))


def forms_of(text: str) -> Counter[str]:
    """Return the word forms of ``text`` as they stand, and how often.

    No form holds a space, so the text is split at spaces, which is fast, and each piece is parted once.
    """
    forms = Counter(text.split())
    for chunk in [chunk for chunk in forms if not chunk.isalpha()]:
        times = forms.pop(chunk)
        for form in _parted(chunk):
            forms[form] += times
    return forms


def _lowered(text: str) -> str:
    return text.replace("İ", "i").lower()  # else a dot of its own is left above the i


def share_known(running_forms: Mapping[str, int], accept: Callable[[str], bool]) -> float:
    """Return which share of the running words of a text is known, 0 to 1; 1 for a scrap.

    Counted are words of two letters or more in lower case, for a lexicon need not know names, and in
    the script of most of them, for it need not know foreign words.
    """
    forms = {form: times for form, times in running_forms.items() if form.islower() and len(form) > 1}
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
