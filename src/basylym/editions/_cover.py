"""Record -> the cover of a book for e-readers: the head of the article's first page, as a picture.

It looks like the printed page's masthead and title, so that an article is known again on a shelf of covers.
"""

from __future__ import annotations

from collections.abc import Sequence

from basylym.adapters import painting
from basylym.adapters.painting import Bar, Line
from basylym.editions._record import Record
from basylym.model.galley import Galley

SIZE = (1600, 2400)  # pixels; shops want 1600 or more on the short side
LEFT, RIGHT = 144, 1456
GROUND, INK, GREY, ACCENT = "#fdfdfc", "#1c1f22", "#4c5257", "#0f5c6e"
SERIF, SEMIBOLD = "SourceSerif4_400Regular.ttf", "SourceSerif4_600SemiBold.ttf"
SANS, SANS_BOLD = "SourceSans3_400Regular.ttf", "SourceSans3_600SemiBold.ttf"
TITLE_SIZES = range(128, 56, -8)
TITLE_LINES = 9
AUTHOR_LINES = 7
SHORT = 3  # letters of a word that may not end a line of the title


def alternative(galley: Galley, record: Record) -> str:
    """What the cover says, for those who cannot see it."""
    names = ", ".join(author.name.text for author in record.authors)
    return f"{galley.language.terms.cover}: {'. '.join(part for part in (record.title, names) if part)}"


def cover(galley: Galley, record: Record) -> bytes:
    """The cover as PNG; nothing for a script that the press has no letters for."""
    if galley.language.direction == "rtl":
        return b""
    lines: list[Line] = []
    y = 210.0
    for text, font, size, colour in (
        (record.journal, SEMIBOLD, 64.0, INK),
        (record.issue, SANS, 42.0, GREY),
    ):
        for one in _broken(text, font, size):
            lines.append(Line(one, font, size, LEFT, y, colour))
            y += size * 1.32
    y = 640.0
    kicker = " · ".join(
        part for part in (*(f"{fact.label} {fact.value}" for fact in record.codes), record.kind) if part
    )
    for one in _broken(kicker, SANS_BOLD, 42.0)[:2]:
        lines.append(Line(one, SANS_BOLD, 42.0, LEFT, y, ACCENT))
        y += 58
    y += 64
    size, rows = _title(record.title)
    for one in rows:
        y += size * 1.2
        lines.append(Line(one, SEMIBOLD, size, LEFT, y, INK))
    y += 40
    names = [author.name.text for author in record.authors]
    told_apart = len(names) < AUTHOR_LINES and all(_fits(name, SERIF, 60.0) for name in names)
    for one in names if told_apart else _shortened(_broken(", ".join(names), SERIF, 60.0), AUTHOR_LINES):
        y += 82
        lines.append(Line(one, SERIF, 60.0, LEFT, y, INK))
    address = galley.front.doi and f"DOI {galley.front.doi}"
    for one in _broken(address, SANS, 42.0)[:1]:
        lines.append(Line(one, SANS, 42.0, LEFT, SIZE[1] - 150.0, GREY))
    bars = (Bar((LEFT, 96, RIGHT, 99), INK), Bar((LEFT, 96, LEFT + 390, 112), ACCENT))
    return painting.png(SIZE, GROUND, bars, lines)


def _title(text: str) -> tuple[float, Sequence[str]]:
    """The largest size at which a title fits, and its lines."""
    size, rows = 0.0, []
    for size in map(float, TITLE_SIZES):
        rows = _broken(text, SEMIBOLD, size)
        if len(rows) <= TITLE_LINES and all(_fits(row, SEMIBOLD, size) for row in rows):
            break
    return size, _shortened(rows, TITLE_LINES)


def _broken(text: str, font: str, size: float) -> list[str]:
    """Lines as full as they can be; none ends in a word so short that it belongs to the next."""
    rows: list[list[str]] = []
    for word in text.split(" "):
        if rows and _fits(" ".join([*rows[-1], word]), font, size):
            rows[-1].append(word)
            continue
        carried = []
        if rows and len(rows[-1]) > 1 and len(rows[-1][-1]) <= SHORT and rows[-1][-1].isalpha():
            carried = [rows[-1].pop()]
        rows.append([*carried, word])
    return [" ".join(row) for row in rows]


def _shortened(rows: Sequence[str], most: int) -> list[str]:
    return [*rows] if len(rows) <= most else [*rows[: most - 1], rows[most - 1].rstrip(",.;: ") + "…"]


def _fits(text: str, font: str, size: float) -> bool:
    return painting.width(text, font, size) <= RIGHT - LEFT
