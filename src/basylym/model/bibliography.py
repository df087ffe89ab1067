"""The bibliography: what the article may cite, in the order of the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from basylym.model.language import Language

LAST_LATIN = 0x24F  # the end of Unicode's Latin Extended-B
ASCII = 0x7F
ENGLISH = frozenset("a an and at by for from in is its of on or the to what with".split())
NOT_ENGLISH = frozenset(
    "das dem den der des die ein eine im ist und vom von zum zur"  # German
    " au aux dans des du est et l la le les pour que qu sur un une"  # French
    " al con da de del della di e el en i il las los para per por una y"  # Italian, Spanish, Portuguese
    " bir bu da de için ile ve".split()  # Turkish
)
WORD = re.compile(r"[^\W\d_]+")
GREEK = range(0x370, 0x400)  # signs of the sciences in titles of any language


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference.

    Attributes:
        key: the citation key.
        csl: the entry as CSL JSON.
        path, line: where its entry starts; the line from 1.
        placeholder: it stands for a work that the source cites and does not name.
        latin: fields of the .bib that only a second list reads, such as ``title-en``, by name.
    """

    key: str
    csl: Mapping[str, Any]
    path: str
    line: int
    placeholder: bool = False
    latin: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bibliography:
    """References by key, in the order of their files."""

    references: Mapping[str, Reference]


def language_of(title: str, packs: Mapping[str, Language]) -> Language | None:
    """The language of a title by its own letters, or None where no pack can be told.

    A pack speaks for a title if its alphabet holds all the title's letters of the script that
    most of them are of; of several the narrowest alphabet. A foreign name or a formula in the
    title does not count. Letters without accents are those of every Latin alphabet: there the small
    words have to be English.
    """
    letters = [letter for letter in title.lower() if letter.isalpha() and ord(letter) not in GREEK]
    native = [letter for letter in letters if ord(letter) > LAST_LATIN]
    told = set(native) if 2 * len(native) >= len(letters) else set(letters) - set(native)
    fitting = [pack for pack in packs.values() if told and told <= set(pack.letters)]
    accented = any(ASCII < ord(letter) <= LAST_LATIN for letter in told)
    if len(fitting) > 1 and (accented or _is_of_others(title)):
        return None  # a title with ö and ü only may be German, and may be Turkish
    return min(fitting, key=lambda pack: len(pack.letters), default=None)


def _is_of_others(title: str) -> bool:
    """Whether the small words of a title in plain letters are more of other languages than of English."""
    words = WORD.findall(title.lower())
    return sum(word in NOT_ENGLISH for word in words) > sum(word in ENGLISH for word in words)


def is_latin(title: str) -> bool:
    """Whether most letters of a title are Latin."""
    letters = [letter for letter in title if letter.isalpha() and ord(letter) not in GREEK]
    return 2 * sum(ord(letter) > LAST_LATIN for letter in letters) < max(len(letters), 1)
