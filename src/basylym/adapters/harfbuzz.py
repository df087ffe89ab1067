"""Text and font files -> how wide the text is set, in em: the one home of uharfbuzz.

WeasyPrint sets text through Pango, and Pango through HarfBuzz, so both come to the same widths.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import uharfbuzz as hb

Fonts = tuple[Path, ...]
"""Font files in the order in which they are asked for a glyph."""
Features = tuple[str, ...]
"""OpenType features switched on, or off where the tag has a leading hyphen: ``("onum", "-liga")``."""

HYPHEN, SOFT_HYPHEN = "-", "\u00ad"
REMEMBERED = 1 << 17  # advances; an article asks for some ten thousand
RAISED_FORMS = ("case", "c2sc")  # features that give a hyphen of the same shape, only higher
SAME = 0.005  # em, below what an eye can tell


@dataclass(frozen=True, slots=True)
class LineEndHyphen:
    """How a font shows a hyphen that stands only because the line ends.

    Attributes:
        text: what to write: a soft hyphen where the font can be made to draw one.
        features: what makes the font draw it.
        drop: em by which the drawn glyph stands too high.
        width: em.
    """

    text: str
    features: Features
    drop: float
    width: float


@lru_cache(maxsize=REMEMBERED)
def advance(fonts: Fonts, text: str, features: Features = (), language: str = "") -> float:
    """Width of ``text`` on one line, in em; a character that no font has is left out."""
    return sum(_shaped(font, part, features, language)[1] for font, part in _by_font(fonts, text) if part)


def subset(font: Path, text: str, features: Features = ("*",)) -> bytes:
    """The font with the glyphs of ``text`` and all that ``features`` make of them; its licence travels along.

    fontTools does the same, and takes a hundred times as long.

    Args:
        font: a TrueType file.
        text: whose characters are kept.
        features: OpenType features that are kept; all of them where ``*`` is named.
    """
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, text))
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.name_id_set.invert()
    if "*" in features:
        wanted.layout_feature_tag_set.invert()
    else:
        wanted.layout_feature_tag_set.clear()
        wanted.layout_feature_tag_set.update(int.from_bytes(one.encode(), "big") for one in features)
    return bytes(wanted.subset(hb.Face(hb.Blob.from_file_path(str(font)))).blob.data)


def lacking(fonts: Fonts, text: str) -> str:
    """The characters of ``text`` that none of ``fonts`` has, each once, in order."""
    return "".join(dict.fromkeys(sign for sign in text if not any(_has(font, sign) for font in fonts)))


@cache
def line_end_hyphen(fonts: Fonts) -> LineEndHyphen:
    """The hyphen for words broken at a line's end.

    HarfBuzz draws nothing for U+00AD, unless a feature put another glyph in its place. The glyph
    of ``case`` or ``c2sc`` is in many fonts the hyphen itself, only higher. Drawn with it, the text
    layer of the PDF says U+00AD, and a reader can tell it from a hyphen that the author wrote.
    Where a font has no such glyph the hyphen is an ordinary one.

    Source: ISO 32000-1, 14.8.2.2.3, Hyphenation.
    """
    font = fonts[0]
    (plain, *_), width = _shaped(font, HYPHEN, (), "")
    shape = _extents(font, plain)
    for feature in RAISED_FORMS:
        glyphs, raised = _shaped(font, SOFT_HYPHEN, (feature,), "")
        if len(glyphs) != 1 or glyphs[0] == plain or abs(raised - width) > SAME:
            continue
        form = _extents(font, glyphs[0])
        if abs(form[1] - shape[1]) <= SAME and abs(form[2] - shape[2]) <= SAME:
            return LineEndHyphen(SOFT_HYPHEN, (feature,), round(form[0] - shape[0], 4), raised)
    return LineEndHyphen(HYPHEN, (), 0.0, width)


def _by_font(fonts: Fonts, text: str) -> Iterator[tuple[Path, str]]:
    if len(fonts) == 1 or all(_has(fonts[0], sign) for sign in text):
        yield fonts[0], text
        return

    def first(sign: str) -> Path:
        return next((font for font in fonts if _has(font, sign)), fonts[0])

    for font, signs in groupby(text, first):
        yield font, "".join(signs)


def _shaped(path: Path, text: str, features: Features, language: str) -> tuple[list[int], float]:
    """Glyphs, without ``.notdef``, and their width in em."""
    font = _opened(path)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if language:
        buffer.language = language
    hb.shape(font, buffer, {name.removeprefix("-"): not name.startswith("-") for name in features})
    set_ = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    drawn = [(info.codepoint, position.x_advance) for info, position in set_ if info.codepoint]
    return [glyph for glyph, _ in drawn], sum(width for _, width in drawn) / font.face.upem


def _extents(path: Path, glyph: int) -> tuple[float, float, float]:
    """Top, height and width of a glyph's ink, in em."""
    font = _opened(path)
    ink = font.get_glyph_extents(glyph)
    top, height, width = (value / font.face.upem for value in (ink.y_bearing, -ink.height, ink.width))
    return top, height, width


@lru_cache(maxsize=1 << 14)
def _has(path: Path, sign: str) -> bool:
    return bool(_opened(path).get_nominal_glyph(ord(sign)))


@cache
def _opened(path: Path) -> Any:
    return hb.Font(hb.Face(hb.Blob.from_file_path(path)))
