"""The press's fonts: which characters they hold, and subsets of them packed: the one home of fontTools."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from basylym.adapters import harfbuzz, resources
from basylym.model.notices import BasylymError, Condition, Notice

logging.getLogger("fontTools").setLevel(logging.ERROR)

MATHEMATICS = "STIXTwoMath-Regular.ttf"
ITALICS = (
    ("A", "Z", "\U0001d434"),
    ("a", "z", "\U0001d44e"),
    ("Α", "Ω", "\U0001d6e2"),
    ("α", "ω", "\U0001d6fc"),
)
ROOT = "√"  # MathML draws it around a root, and no text names it
UNSEEN = frozenset("\t\n\r\u00ad\u200b\u200c\u200d\u2060\ufeff")


@cache
def characters(name: str) -> frozenset[int]:
    """Code points that the font file ``name`` has a glyph for."""
    with TTFont(resources.FONTS / name, lazy=True) as font:
        return frozenset(font.getBestCmap())


def missing(text: str) -> list[str]:
    """The characters of ``text``, each once and in order, that no font of the press has."""
    held = frozenset().union(*(characters(path.name) for path in files()))
    signs = dict.fromkeys(sign for sign in text if sign not in UNSEEN)
    return [sign for sign in signs if ord(sign) not in held]


def files() -> list[Path]:
    """Every font file, by name."""
    return sorted(resources.FONTS.glob("*.ttf"))


def of_manuscripts() -> tuple[Path, ...]:
    """The font files that only a manuscript for a journal is set in."""
    return tuple(sorted(resources.FONTS.glob("manuscript/*.ttf")))


def woff2(name: str, text: str, features: Sequence[str] = ("*",)) -> bytes:
    """A WOFF2 of the font ``name`` that holds the characters of ``text``.

    Args:
        name: of a file in the press's fonts.
        text: whose characters are kept.
        features: OpenType features that are kept; all of them where none is named.
    """
    return _subset(resources.FONTS / name, text, features, "woff2")


def ttf(name: str, text: str) -> bytes:
    """The font ``name`` with the characters of ``text`` and all its features."""
    return _subset(resources.FONTS / name, text, ("*",), None)


def mathematics(text: str, *, packed: bool) -> bytes:
    """STIX Two Math for the formulas of ``text``: a WOFF2 if ``packed``, else a TTF.

    A letter brings its italic along, for MathML sets a variable in italics by itself.
    """
    found = find_spec("ziamath")  # carries the font; only looked for, not imported
    if found is None or found.origin is None:
        raise BasylymError(Notice(Condition.TOOL_IS_PRESENT, "ziamath, which carries the font, is missing"))
    slanted = "".join(map(_italic, text))
    path = Path(found.origin).with_name("fonts") / MATHEMATICS
    return _subset(path, text + slanted + ROOT, ("*",), "woff2" if packed else None)


def _italic(letter: str) -> str:
    """A Latin or Greek letter as Unicode's mathematical italic, others as they are."""
    for first, last, slanted in ITALICS:
        if first <= letter <= last:
            sign = chr(ord(slanted) + ord(letter) - ord(first))
            return "\u210e" if letter == "h" else sign
    return letter


def _subset(path: Path, text: str, features: Sequence[str], flavour: str | None) -> bytes:
    content = harfbuzz.subset(path, text, tuple(features))
    if flavour is None:
        return content
    made = BytesIO()
    with TTFont(BytesIO(content), recalcTimestamp=False, recalcBBoxes=False) as font:
        font.flavor = flavour
        font.save(made)
    return made.getvalue()
