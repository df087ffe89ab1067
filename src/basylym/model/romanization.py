"""A way to write Cyrillic in Latin or Arabic letters: tables, and rules for letters that depend on place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Romanization:
    """One system. Adding one is adding one file to ``romanizations/``.

    Attributes:
        name: as the colophon and the manual name it.
        source: where the table is printed.
        letters: language tag -> lower-case letter -> what is written for it, which may be nothing.
        places: language tag -> pairs of a regular expression, matched at a letter of the lower-case
            word, and what is written for the match; they come before ``letters``.
        capitals: capital letters that are not what Unicode's default would make, such as ı -> I, i -> İ.
        script: ISO 15924 of what comes out.
        note: language tag -> the sentence, in Cyrillic, that an edition in this script ends with;
            without one the system is for lists of references only.
    """

    name: str
    source: str
    letters: Mapping[str, Mapping[str, str]]
    places: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    capitals: Mapping[str, str] = field(default_factory=dict)
    script: str = "Latn"
    note: Mapping[str, str] = field(default_factory=dict)


def table(cyrillic: str, written: str) -> dict[str, str]:
    """Pair letters with what is written for them, both with spaces between; ``-`` stands for nothing."""
    pairs = zip(cyrillic.split(), written.split(), strict=True)
    return {letter: "" if latin == "-" else latin for letter, latin in pairs}


RUSSIAN = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"
KAZAKH = "ә ғ қ ң ө ұ ү һ і"
