"""The name of a lexicon -> its words, from the files that travel in the package."""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files
from itertools import accumulate

from basylym.model.repairs import Lexicon

FOLDER = files("basylym.lexicons")


@cache
def load(name: str) -> Lexicon:
    """Return the lexicon called ``name``; a file that it does not have counts as empty."""
    return Lexicon(
        headwords=frozenset((*_lines(f"{name}-words.txt.xz"), *_lines(f"{name}-more-words.txt"))),
        pairs=frozenset(_lines(f"{name}-pairs.txt")),
        misspellings=dict(line.split("\t") for line in _lines(f"{name}-misspellings.tsv")),
    )


@cache
def exceptions(name: str) -> dict[str, str]:
    """Return how words that start so are written in the romanization called ``name``."""
    return dict(line.split("\t") for line in _lines(f"{name}.tsv"))


@cache
def breaks(name: str) -> dict[str, tuple[int, ...]]:
    """Return the stems of the lexicon called ``name`` that break against the rule: stem -> its breaks."""
    found = {}
    for line in _lines(f"{name}-breaks.txt"):
        syllables = line.split("-")
        places = tuple(accumulate(map(len, syllables[:-1])))
        found["".join(syllables)] = places
    return found


def _lines(name: str) -> list[str]:
    file = FOLDER.joinpath(name)
    if not file.is_file():
        return []
    raw = file.read_bytes()
    text = (lzma.decompress(raw) if name.endswith(".xz") else raw).decode("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
