"""A text -> which signs it holds, told once: most texts have none of those that most rules look for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=8)
def signs(text: str) -> frozenset[str]:
    """Return the different signs of ``text``."""
    return frozenset(text)


def holds(text: str, sought: Iterable[str]) -> bool:
    """Tell whether ``text`` holds any of the signs ``sought``."""
    return not signs(text).isdisjoint(sought)
