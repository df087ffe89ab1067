"""A language pack -> where its words may break: the one home of Pyphen."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pyphen

from basylym.adapters import lexicon, resources
from basylym.model.language import Language

Breaks = Callable[[str], tuple[int, ...]]


def hyphenator(language: Language) -> Breaks | None:
    """The pack's own rule and its exceptions, or the dictionary it names; None where it has neither.

    The result takes a lower-case word and gives offsets at which it may break.

    Raises:
        KeyError: the pack names a dictionary that Pyphen has not.
    """
    if language.hyphenate is not None:
        return _with_exceptions(language.hyphenate, language.lexicon or "")
    return _dictionary(language.dictionary) if language.dictionary else None


def shipped() -> None:
    """Make the dictionaries that we ship known to Pyphen in this process, and so to WeasyPrint.

    Our own pages have soft hyphens in place; a template with ``hyphens: auto`` needs the dictionary.
    """
    for path in sorted(resources.TEMPLATES.glob("hyphenation/hyph_*.dic")):
        register(path.stem.removeprefix("hyph_"), path)


def of_tag(tag: str) -> Breaks | None:
    """The dictionary that Pyphen has for a BCP 47 ``tag`` without a pack, or None."""
    name = pyphen.language_fallback(tag.replace("-", "_"))
    return _dictionary(name) if name else None


def register(name: str, path: Path) -> Breaks:
    """Make a dictionary in Pyphen's format known under ``name``, such as ``kk_KZ``, to this process.

    WeasyPrint then finds it too, by the part before the underscore.
    """
    for known in (name, name.split("_")[0]):
        pyphen.LANGUAGES[known] = path
        pyphen.LANGUAGES_LOWERCASE[known.lower()] = known
    return _dictionary(name)


@cache
def _with_exceptions(rule: Breaks, name: str) -> Breaks:
    stems = lexicon.breaks(name) if name else {}
    if not stems:
        return rule
    longest = max(map(len, stems))

    @cache
    def breaks(word: str) -> tuple[int, ...]:
        places = rule(word)
        for length in range(min(longest, len(word)), 1, -1):
            known = stems.get(word[:length])
            if known:
                return (*known, *(place for place in places if place > known[-1] + 1))
        return places

    return breaks


@cache
def _dictionary(name: str) -> Breaks:
    if name not in pyphen.LANGUAGES:
        raise KeyError(name)
    read = cache(lambda: pyphen.Pyphen(lang=name))  # takes half a second, and many texts ask for no break
    return cache(lambda word: tuple(int(place) for place in read().positions(word)))
