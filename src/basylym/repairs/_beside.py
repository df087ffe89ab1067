"""A chunk of text -> the word it begins with and the word it ends with; told once a process."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from basylym.model.chunks import REMEMBERED, Chunks

LONGEST = 64  # signs of a word with what stands beside it
LAST = re.compile(r"(?<![\w-])[^\W\d_]+\Z")
FIRST = re.compile(r"[^\W\d_]+(?![\w-])")


class Told(dict[str, str]):
    """A chunk -> a word of it, or nothing where it has none such; found when first asked for."""

    def __init__(self, find: Callable[[str], re.Match[str] | None]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, chunk: str) -> str:
        if len(self) > REMEMBERED:
            self.clear()
        found = self._find(chunk)
        self[chunk] = word = found[0] if found else ""
        return word


TAILS = Told(lambda chunk: LAST.search(chunk[-LONGEST:]) if chunk[-1:].isalnum() else None)
"""The whole word that a chunk ends with."""
HEADS = Told(lambda chunk: FIRST.match(chunk[:LONGEST]))
"""The whole word that a chunk begins with."""


@lru_cache(maxsize=2)
def neighbours(chunks: Chunks) -> tuple[list[str], list[str]]:
    """Return the word before each gap of a text, and the word after it; nothing where there is none."""
    row = chunks.row
    return list(map(TAILS.__getitem__, row[:-1])), list(map(HEADS.__getitem__, row[1:]))


def spaced(chunks: Chunks, number: int) -> bool:
    """Tell whether a space, and no line end, stands after the chunk of that number."""
    return chunks.text[chunks.starts[number + 1] - 1 : chunks.starts[number + 1]] == " "
