"""The press's fonts: which characters they hold, and subsets of them: the one home of fontTools."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from basylym.adapters import resources

logging.getLogger("fontTools").setLevel(logging.ERROR)

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


def woff2(name: str, text: str, features: Sequence[str] = ("*",)) -> bytes:
    """A WOFF2 of the font ``name`` that holds the characters of ``text``.

    Args:
        name: of a file in the press's fonts.
        text: whose characters are kept.
        features: OpenType features that are kept; all of them where none is named.
    """
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = list(features)
    options.name_IDs = ["*"]  # the licence travels along, and looking for unused names takes half the time
    options.notdef_outline = True
    font = subset.load_font(str(resources.FONTS / name), options)
    chosen = subset.Subsetter(options)
    chosen.populate(text=text)
    chosen.subset(font)
    font["head"].modified = font["head"].created  # the clock must not enter the bytes
    font.recalcTimestamp = False
    made = BytesIO()
    subset.save_font(font, made, options)
    return made.getvalue()
