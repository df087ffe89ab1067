"""A text, a lexicon and a grammar -> what rules may ask about words.

The lexicon is believed only where it knows nine of ten running words of the very text: below
that, that it does not know a word proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from basylym.evidence.analysed import Asked
from basylym.model.chunks import Bag, Chunks, Told, without_case
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
    kinds = kinds_by(accept) if accept else None
    joints = _joints(lexicon, grammar)
    pair_openings = frozenset(form[:joint] for form, joint in joints.items())
    paired = _pairer(joints, accept) if accept else lambda _: None
    corrected = _corrector(lexicon)

    @lru_cache(maxsize=4)
    def asked(chunks: Chunks) -> Asked | None:
        return Asked(chunks.text, _counted(chunks.bag).forms(), accept, analyser) if analyser else None

    @lru_cache(maxsize=4)
    def believed(ask: Asked | None, bag: Bag) -> bool:
        known = kinds_by(ask.accept) if ask else kinds
        return known is not None and share_known(_counted(bag).forms(), known) >= BELIEVED

    @lru_cache(maxsize=4)
    def unknown(ask: Asked | None, bag: Bag) -> frozenset[str]:
        known, forms = kinds_by(ask.accept) if ask else kinds, _counted(bag).forms()
        told = () if known is None else map(known.__getitem__, forms)
        return frozenset(form for form, kind in zip(forms, told, strict=False) if kind in UNKNOWN)

    def words(text: str) -> Words:
        chunks = _chunks(text)
        ask = asked(chunks) if analyser else None
        return Words(
            chunks=chunks,
            count=lambda form: _counted(chunks.bag).count(form),
            forms=lambda: _counted(chunks.bag).forms(),
            runs=lambda: _counted(chunks.bag).runs(),
            once=lambda: _counted(chunks.bag).once(),
            lowered=lambda: _counted(chunks.bag).lowered(),
            unknown=lambda: unknown(ask, chunks.bag),
            believed=lambda: believed(ask, chunks.bag),
            accept=ask.accept if ask else accept,
            voucher=ask.voucher if ask else lambda _: LEXICON,
            headword=(lambda form: form.lower() in headwords) if headwords else None,
            paired=paired,
            pair_openings=pair_openings,
            corrected=corrected,
            titular=grammar.titular if grammar else None,
        )

    return words


class _Counted:
    """The words of one text, counted when first asked: as they stand, parted at hyphens, without case."""

    __slots__ = ("_bag", "_forms", "_lowered", "_once", "_runs")

    def __init__(self, bag: Bag) -> None:
        self._bag = bag
        self._forms: dict[str, int] | None = None
        self._runs: dict[str, int] | None = None
        self._lowered: dict[str, int] | None = None
        self._once: frozenset[str] | None = None

    def forms(self) -> Mapping[str, int]:
        if self._forms is None:
            self._forms = forms_of(self._bag)
        return self._forms

    def runs(self) -> Mapping[str, int]:
        if self._runs is None:
            self._runs = runs = dict(self.forms())
            for form in [form for form in runs if "-" in form]:
                times = runs.pop(form)
                for run in form.split("-"):
                    runs[run] = runs.get(run, 0) + times
        return self._runs

    def lowered(self) -> Mapping[str, int]:
        if self._lowered is None:
            self._lowered = dict(self.forms())
            for form in [form for form in self._lowered if not form.islower()]:
                times = self._lowered.pop(form)
                lower = without_case(form)
                self._lowered[lower] = self._lowered.get(lower, 0) + times
        return self._lowered

    def count(self, form: str) -> int:
        return self.lowered().get(form if form.islower() else without_case(form), 0)

    def once(self) -> frozenset[str]:
        if self._once is None:
            lowered = self.lowered()
            single = {form for form, times in lowered.items() if times == 1}
            kept = single & self.forms().keys()  # what has a capital is not among the lowered
            raised = (form for form, times in self.forms().items() if times == 1 and form not in lowered)
            self._once = frozenset(kept.union(form for form in raised if without_case(form) in single))
        return self._once


_counted = lru_cache(maxsize=4)(_Counted)
_chunks = lru_cache(maxsize=4)(Chunks)  # two phases often see one text, or one text with other line ends


PARTED = Told(lambda chunk: tuple(WORD.findall(chunk)))
"""The word forms of a chunk."""


def forms_of(bag: Bag) -> dict[str, int]:
    """Return the word forms of a text as they stand, and how often; no form holds a space."""
    forms = dict(bag.counts)
    for chunk in bag.mixed:
        times = forms.pop(chunk)
        for form in PARTED[chunk]:
            forms[form] = forms.get(form, 0) + times
    return forms


Kinds = Told[int]
"""A word form -> its number: of script, Latin or the like and others, and of whether it is known.

The first is what does not count: single letters, and what has a capital, for a lexicon need not know names.
"""
NOT_COUNTED, FOREIGN, KNOWN_FOREIGN, LATIN, KNOWN_LATIN = range(5)
UNKNOWN = (FOREIGN, LATIN)


def kinds_by(accept: Callable[[str], bool]) -> Kinds:
    """Return the kinds of word forms, as far as ``accept`` knows them."""

    def told(form: str) -> int:
        if not form.islower() or len(form) < 2:
            return NOT_COUNTED
        return (LATIN if form[0] < FIRST_CYRILLIC else FOREIGN) + accept(form)

    return Told(told)


def share_known(running_forms: Mapping[str, int], kinds: Kinds) -> float:
    """Return which share of the running words of a text is known, 0 to 1; 1 for a scrap.

    Counted are words in the script of most of them, for a lexicon need not know foreign words.
    """
    tally = [0] * 5
    for kind, times in zip(map(kinds.__getitem__, running_forms), running_forms.values(), strict=True):
        tally[kind] += times
    latin, foreign = tally[LATIN] + tally[KNOWN_LATIN], tally[FOREIGN] + tally[KNOWN_FOREIGN]
    if not latin and not foreign:
        return 1.0
    if latin == foreign:  # the script that comes first
        first = next(kind for form in running_forms if (kind := kinds[form]))
        latin += first in (LATIN, KNOWN_LATIN)
    known = tally[KNOWN_LATIN] if latin > foreign else tally[KNOWN_FOREIGN]
    running = tally[LATIN] + tally[KNOWN_LATIN] if latin > foreign else foreign
    return 1.0 if running < ENOUGH and 2 * known >= running else known / running


def _joints(lexicon: Lexicon, grammar: Grammar | None) -> Mapping[str, int]:
    """Return words of the lexicon that have a hyphen, written without it -> how many letters before it."""
    joints: dict[str, int] = {}
    for pair in lexicon.pairs:
        first, second = pair.split("-", 1)
        joints[first + second] = len(first)
        soft = grammar.softened.get(second[-1]) if grammar else None
        if soft:
            joints[first + second[:-1] + soft] = len(first)
    return joints


def _pairer(joints: Mapping[str, int], accept: Callable[[str], bool]) -> Callable[[str], str | None]:
    def paired(form: str) -> str | None:
        lower = form.lower()
        for end in range(min(len(lower), LONGEST), 3, -1):
            joint = joints.get(lower[:end])
            if joint and accept(lower[joint:]):
                return f"{form[:joint]}-{form[joint:]}"
        return None

    return Told(paired).__getitem__


def _corrector(lexicon: Lexicon) -> Callable[[str], str | None]:
    lengths = sorted({len(wrong) for wrong in lexicon.misspellings})

    def corrected(form: str) -> str | None:
        lower = form.lower()
        for length in lengths:
            right = lexicon.misspellings.get(lower[:length]) if length <= len(lower) else None
            if right:
                return (right.capitalize() if form[0].isupper() else right) + form[length:]
        return None

    return Told(corrected).__getitem__
