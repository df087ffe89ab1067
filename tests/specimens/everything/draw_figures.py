"""Invented figures of the specimen -> its two pictures: a chart in SVG and a page's grey in PNG.

Run in this folder to draw them again; the pictures themselves are committed.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

FIGURES = Path(__file__).parent / "manuscript" / "figures"
MEASURES = (20, 24, 28, 32)  # picas
WITHOUT = {"English": (31, 24, 19, 15), "орысша": (44, 35, 28, 23), "қазақша": (52, 41, 33, 27)}
WITH = {"English": (19, 14, 11, 9), "орысша": (21, 16, 12, 10), "қазақша": (22, 17, 13, 11)}
COLOURS = ("#1f4e79", "#b45309", "#047857")


def chart() -> str:
    """Grey of the page against the measure: dashed without hyphens, whole lines with them."""
    left, bottom, width, height = 60, 250, 400, 220

    def place(measure: float, value: float) -> str:
        return f"{left + (measure - 20) / 12 * width:.1f},{bottom - value / 60 * height:.1f}"

    rows = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 310" role="img" '
        'font-family="Source Sans 3, sans-serif" font-size="13">',
        "<title>Loose lines against the measure, in three languages</title>",
        f'<path d="M{left},{bottom - height} V{bottom} H{left + width}" fill="none" stroke="#333"/>',
    ]
    for value in range(0, 61, 20):
        y = bottom - value / 60 * height
        rows.append(f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{value}</text>')
        rows.append(f'<path d="M{left},{y:.1f} h{width}" stroke="#ddd" fill="none"/>')
    for measure in MEASURES:
        x = place(measure, 0).split(",")[0]
        rows.append(f'<text x="{x}" y="{bottom + 18}" text-anchor="middle">{measure}</text>')
    rows.append(f'<text x="{left + width / 2}" y="{bottom + 40}" text-anchor="middle">Measure, picas</text>')
    rows.append(f'<text x="{left}" y="{bottom - height - 10}">Loose lines, %</text>')
    for colour, name in zip(COLOURS, WITH, strict=True):
        for values, dash in ((WITHOUT[name], ' stroke-dasharray="5 4"'), (WITH[name], "")):
            points = " ".join(place(x, y) for x, y in zip(MEASURES, values, strict=True))
            rows.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>')
        x, y = place(32, WITHOUT[name][-1]).split(",")
        rows.append(f'<text x="{float(x) + 8:.1f}" y="{float(y) + 4:.1f}" fill="{colour}">{name}</text>')
    return "\n".join([*rows, "</svg>\n"])


def raster(width: int = 240, height: int = 120) -> bytes:
    """Lines of a page as grey bars: loose on the left half, even on the right."""
    pixels = bytearray()
    for y in range(height):
        pixels.append(0)  # each row's filter
        for x in range(width):
            half, column = divmod(x, width // 2)
            inked = y % 10 in range(3, 8) and 6 <= column < 114
            gap = (7 * (y // 10) + 3) % 11 + 13 if half == 0 else 12
            space = column % gap in range(5 if half == 0 else 3)
            pixels.append(90 if inked and not space else 255)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"pHYs", struct.pack(">IIB", 5906, 5906, 1))]
    chunks += [(b"IDAT", zlib.compress(bytes(pixels), 9)), (b"IEND", b"")]
    made = b"\x89PNG\r\n\x1a\n"
    for name, content in chunks:
        crc = zlib.crc32(name + content)
        made += struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc)
    return made


if __name__ == "__main__":
    FIGURES.mkdir(parents=True, exist_ok=True)
    (FIGURES / "loose-lines.svg").write_text(chart(), encoding="utf-8")
    (FIGURES / "grey.png").write_bytes(raster())
