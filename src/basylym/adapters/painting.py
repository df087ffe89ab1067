"""Lines of text and bars -> a PNG, the same bytes every time: the one home of Pillow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from basylym.adapters import harfbuzz, resources

UNLIGATED = ("-liga", "-clig", "-calt")  # every letter is painted by itself, where HarfBuzz says
COLOURS = 64  # of text with soft edges on one ground


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its left end and baseline, type size and colour; lengths in pixels."""

    text: str
    font: str
    size: float
    left: float
    baseline: float
    colour: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle: left, top, right and bottom in pixels."""

    box: tuple[int, int, int, int]
    colour: str


def width(text: str, font: str, size: float) -> float:
    """Width of a line, in pixels, kerned."""
    return size * harfbuzz.advance((resources.FONTS / font,), text, UNLIGATED)


def png(size: tuple[int, int], ground: str, bars: Sequence[Bar], lines: Sequence[Line]) -> bytes:
    """Paint a sheet of ``size`` pixels.

    Pillow sets text without kerning unless a library of the machine helps it, so each letter is put
    where HarfBuzz wants it.
    """
    sheet = Image.new("RGB", size, ground)
    brush = ImageDraw.Draw(sheet)
    for bar in bars:
        left, top, right, bottom = bar.box
        brush.rectangle((left, top, right - 1, bottom - 1), fill=bar.colour)
    for line in lines:
        face = ImageFont.truetype(
            str(resources.FONTS / line.font), round(line.size), layout_engine=ImageFont.Layout.BASIC
        )
        for place, sign in enumerate(line.text):
            before = width(line.text[: place + 1], line.font, line.size) - width(sign, line.font, line.size)
            brush.text((line.left + before, line.baseline), sign, fill=line.colour, font=face, anchor="ls")
    made = BytesIO()
    sheet.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        made, "PNG", optimize=True
    )
    return made.getvalue()
