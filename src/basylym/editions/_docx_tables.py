"""A table of a DOCX as Pandoc wrote it -> the same with columns in which every word has room.

Pandoc gives a table equal columns, or those of its source; a word processor then breaks a word anywhere
that is wider than its column, without a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from basylym.adapters import markup
from basylym.editions._docx_styles import TEXT_WIDTH, W

LETTER = 140  # twips; of the wider faces that stand in for ours
MARGINS = 240  # twips, of a cell
MOST = 0.5  # of the text's width that one word may claim
WORD_END = re.compile(r"[\s\-–—/\u2010]+")


def fit(table: markup.Element) -> None:
    """Set the widths of a table's columns; changes it."""
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    if not columns:
        return
    least, full = _needs(table, len(columns))
    told = table.find(f"{W}tblPr/{W}tblLayout") is not None  # the source gave widths
    given = [float(one.get(f"{W}w", "0")) for one in columns] if told else full
    widths = fitted(given, least, TEXT_WIDTH)
    for column, width in zip(columns, widths, strict=True):
        column.set(f"{W}w", str(width))
    whole = table.find(f"{W}tblPr/{W}tblW")
    whole.set(f"{W}type", "dxa")
    whole.set(f"{W}w", str(sum(widths)))
    if not told:
        whole.addnext(markup.xml_element(f"{W}tblLayout", **{f"{W}type": "fixed"}))


def fitted(given: Sequence[float], least: Sequence[float], room: int) -> list[int]:
    """Widths near the ``given`` ones and none below its ``least``, together no more than ``room``.

    Args:
        given: wanted widths; scaled down where they are more than there is room for.
        least: of the longest word; scaled down where even these find no room.
        room: in the same unit.
    """
    scale = min(1.0, room / sum(least))
    least = [one * scale for one in least]
    scale = min(1.0, room / sum(given))
    wanted = [max(one * scale, low) for one, low in zip(given, least, strict=True)]
    spare = [width - low for width, low in zip(wanted, least, strict=True)]
    over = max(sum(wanted) - room, 0.0)
    share = over / sum(spare) if over else 0.0
    return [int(width - one * share) for width, one in zip(wanted, spare, strict=True)]


def _needs(table: markup.Element, many: int) -> tuple[list[float], list[float]]:
    """For each column the width of its longest word and of its longest paragraph, twips."""
    least, full = [0.0] * many, [0.0] * many
    for row in table.findall(f"{W}tr"):
        place = 0
        for cell in row.findall(f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            wide = int(span.get(f"{W}val")) if span is not None else 1
            if wide == 1 and place < many:
                for paragraph in cell.iter(f"{W}p"):
                    text = "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
                    word = max(map(len, WORD_END.split(text)))
                    least[place] = max(least[place], min(word * LETTER + MARGINS, TEXT_WIDTH * MOST))
                    full[place] = max(full[place], len(text) * LETTER + MARGINS)
            place += wide
    return [max(one, MARGINS) for one in least], [max(one, MARGINS) for one in full]
