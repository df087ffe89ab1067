"""A chunk of text -> the word it begins with and the word it ends with; told once a process."""

from __future__ import annotations

import re
from functools import lru_cache

from basylym.model.chunks import Chunks, Told

LONGEST = 64  # signs of a word with what stands beside it
LAST = re.compile(r"(?<![\w-])[^\W\d_]+\Z")
FIRST = re.compile(r"[^\W\d_]+(?![\w-])")


def _tail(chunk: str) -> str:
    found = LAST.search(chunk[-LONGEST:]) if chunk[-1:].isalnum() else None
    return found[0] if found else ""


def _head(chunk: str) -> str:
    found = FIRST.match(chunk[:LONGEST])
    return found[0] if found else ""


TAILS = Told(_tail)
"""The whole word that a chunk ends with, or nothing."""
HEADS = Told(_head)
"""The whole word that a chunk begins with, or nothing."""


@lru_cache(maxsize=2)
def neighbours(chunks: Chunks) -> tuple[list[str], list[str]]:
    """Return the word before each gap of a text, and the word after it; nothing where there is none."""
    row = chunks.row
    return list(map(TAILS.__getitem__, row[:-1])), list(map(HEADS.__getitem__, row[1:]))


def spaced(chunks: Chunks, number: int) -> bool:
    """Tell whether a space, and no line end, stands after the chunk of that number."""
    return chunks.text[chunks.starts[number + 1] - 1 : chunks.starts[number + 1]] == " "
