"""Tables of a book that are wider than a phone's page -> the same, set so that they fit it.

A reader's page does not scroll: what is too wide is cut off, or runs into the next page.
"""

from __future__ import annotations

import re
from itertools import zip_longest

from basylym.adapters import markup
from basylym.editions._epub_pages import XHTML, bare
from basylym.editions._page import text

PAGE = 19.0  # em of a phone's page: 342 px of 390, at 18 px
TYPE = 0.76  # of a table, to the text around it
SIGN = 0.52  # em of the type, a sign's mean width
GAP = 0.5  # em of the type between columns
PIECES = re.compile(r"[\s\u00ad\u200b/–-]+")


def fit(page: markup.Element) -> None:
    """Mark tables that a phone cannot hold: ``stacked``, or ``tight`` where cells span others."""
    for table in page.iter(f"{XHTML}table"):
        rows = [list(row) for row in table.iter(f"{XHTML}tr")]
        columns = zip_longest(*([_narrowest(cell) for cell in row] for row in rows), fillvalue=0.0)
        if TYPE * sum(max(column) + GAP for column in columns) <= PAGE:
            continue
        heads = table.findall(f"{XHTML}thead/{XHTML}tr")
        spans = any(cell.get("colspan") or cell.get("rowspan") for row in rows for cell in row)
        classes = (table.get("class") or "").split()
        if spans or len(heads) != 1:
            table.set("class", " ".join([*classes, "tight"]))
            continue
        table.set("class", " ".join([*classes, "stacked"]))
        named = [bare(text(cell)) for cell in heads[0]]
        for row in table.iterfind(f".//{XHTML}tbody/{XHTML}tr"):
            for head, cell in list(zip(named, row, strict=False))[1:]:
                if head:
                    cell.set("data-head", head)


def _narrowest(cell: markup.Element) -> float:
    """The least width of a cell, em of its type: its longest piece that does not break."""
    whole = "numeral" in (cell.get("class") or "").split()
    pieces = [bare(text(cell))] if whole else PIECES.split(text(cell))
    return SIGN * max(map(len, pieces))
