"""CSL entries and styles -> the same so that a sorted list starts with the letters of the article's language.

citeproc sorts Latin before Cyrillic in every language. A list in Kazakh or Russian starts with the works in
Cyrillic, sorted by the article's alphabet, and those in Latin follow.

Source: CLDR 48, collation of kk and ru: ``[reorder Cyrl]``, the letters of the language before all others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from basylym.model.bibliography import is_latin

RANK = "annote"  # a variable that no style for lists prints
KEY = f'<key variable="{RANK}"/>'
SORT = re.compile(r"(<bibliography\b[^>]*>\s*<sort>)(.*?)(</sort>)", re.S)
HEADS = ("author", "original-author", "editor", "translator")
PARTS = ("family", "literal", "given")


def by_script(entries: Sequence[Mapping[str, Any]], script: str) -> list[dict[str, Any]]:
    """The entries ranked: first those whose heading is in the script of the article.

    Args:
        entries: CSL JSON.
        script: ISO 15924, such as ``Cyrl``.
    """
    return [{**entry, RANK: str(int(is_latin(_head(entry)) != (script == "Latn")))} for entry in entries]


def sorted_by_script(style: str) -> str:
    """A CSL style that sorts its list by rank before its own keys; one that does not sort is left alone."""
    return SORT.sub(rf"\1{KEY}\2\3", style)


def in_order(entries: Sequence[Mapping[str, Any]], keys: Sequence[str]) -> list[dict[str, Any]]:
    """The entries ranked by their places in ``keys``, for another run that must give the same list."""
    places = {key: place for place, key in enumerate(keys)}
    return [{**entry, RANK: f"{places.get(str(entry['id']), len(places)):06}"} for entry in entries]


def sorted_by_rank(style: str) -> str:
    """A CSL style that sorts its list by rank alone, where it sorts at all."""
    return SORT.sub(rf"\1{KEY}\3", style)


def _head(entry: Mapping[str, Any]) -> str:
    """What the entry is sorted by: its first name, or its title."""
    for role in HEADS:
        for person in entry.get(role, ())[:1]:
            for part in PARTS:
                if person.get(part):
                    return str(person[part])
    return str(entry.get("title", ""))
