"""A language pack -> where its words may break: the one home of Pyphen."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pyphen

from basylym.model.language import Language

Breaks = Callable[[str], tuple[int, ...]]


def hyphenator(language: Language) -> Breaks | None:
    """The pack's own rule, or the dictionary it names; None where it has neither.

    The result takes a lower-case word and gives offsets at which it may break.

    Raises:
        KeyError: the pack names a dictionary that Pyphen has not.
    """
    if language.hyphenate is not None:
        return language.hyphenate
    return _dictionary(language.dictionary) if language.dictionary else None


@cache
def _dictionary(name: str) -> Breaks:
    if name not in pyphen.LANGUAGES:
        raise KeyError(name)
    words = pyphen.Pyphen(lang=name)
    return cache(lambda word: tuple(int(place) for place in words.positions(word)))
