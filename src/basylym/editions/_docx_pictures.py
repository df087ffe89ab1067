"""Drawings of an edition -> the same in pixels, for word processors that do not draw SVG."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from basylym.adapters import markup, pdfium, resources, weasyprint
from basylym.editions._pictures import FACES, Picture
from basylym.editions._print_body import FONT_FACE

SHARP = 3.0  # pixels for one point
WIDTH = 480.0  # pt; wider than a picture stands in a text
CSS = """
@page {{ margin: 0; size: {0}pt {1}pt }}
body {{ margin: 0; font-family: 'Source Sans 3' }}
img {{ width: {0}pt; display: block }}
"""
FACE = "@font-face {{ font-family: '{0}'; font-weight: {1}; src: url({3}{2}) }}"
SQUARE = (1.0, 1.0)
NUMBER = re.compile(r"[\d.]+")
DRAWING = "image/svg+xml"


def rastered(pictures: Iterable[Picture]) -> dict[bytes, bytes]:
    """The content of each drawing -> a PNG of it.

    Raises:
        BasylymError: ``TOOL_IS_PRESENT`` without Pango.
    """
    drawings = [picture for picture in pictures if picture.media_type == DRAWING]
    return {picture.content: _raster(picture) for picture in drawings}


def _raster(picture: Picture) -> bytes:
    address = f"{weasyprint.SCHEME}drawing.svg"
    html = f'<html><head><title>·</title></head><body><img src="{address}" alt="·"/></body></html>'
    identifier = hashlib.sha256(picture.content).digest()[:16]
    width, height = _size(picture.content)
    css = CSS.format(WIDTH, round(WIDTH * height / width, 2))
    files = {file: resources.read_bytes(f"fonts/{file}") for _, _, file in FACES}
    css += "".join(FACE.format(*face, weasyprint.SCHEME) for face in FACES)
    files["drawing.svg"] = FONT_FACE.sub(b"", picture.content)  # the page has the fonts already
    sheet = weasyprint.Sheet(html, css, files, identifier, WIDTH, 0.0)
    return pdfium.picture(weasyprint.pdf(sheet).value.content, SHARP)


def _size(content: bytes) -> tuple[float, float]:
    """Width and height of a drawing, in any unit; a square where it does not say."""
    drawing = markup.parse_xml(content)
    box = [float(one) for one in NUMBER.findall(drawing.get("viewBox") or "")[2:4]]
    told = box or [
        float(one) for name in ("width", "height") for one in NUMBER.findall(drawing.get(name) or "")[:1]
    ]
    return (told[0], told[1]) if len(told) == 2 and min(told) > 0 else SQUARE
