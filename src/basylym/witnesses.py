"""A language -> what rules may ask about its words: lexicon, grammar, dictionary, a set analyser."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from basylym import registry
from basylym.adapters import analyser, hunspell, lexicon
from basylym.evidence import grammars
from basylym.evidence.words import witness
from basylym.model.language import Language
from basylym.model.repairs import Grammar, Words

GRAMMARS = registry.collect(grammars, "GRAMMAR", Grammar)


def evidence(language: Language | None) -> Callable[[str], Words]:
    """Return what rules may ask about the words of a text in ``language``.

    Raises:
        BasylymError: TOOL_IS_PRESENT, where the user set an analyser that cannot be used.
    """
    tag = language.tag if language else ""
    name = (language.lexicon if language else None) or tag
    return _evidence(name, tag, analyser.configured().get(tag.lower()))


@cache
def _evidence(name: str, tag: str, transducer: str | None) -> Callable[[str], Words]:
    asked = analyser.opened(transducer) if transducer else None
    return witness(lexicon.load(name), GRAMMARS.get(tag), hunspell.speller(tag), asked)
