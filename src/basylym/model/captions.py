"""A line -> whether it is the caption of a table or a figure, in the languages that articles are written in.

One article may caption in two languages, so these words are not its pack's alone.
"""

from __future__ import annotations

import re

TABLE = r"table|tab\.|tabelle|tablo|çizelge|таблица|табл\.|кесте"
FIGURE = (
    r"figure|fig\.|abbildung|abb\.|şekil|grafik|chart|diagramm?|рисунок|рис\.|график|диаграмма|схема|карта"
    r"|сурет|сызба"
)
GAP = r"[ \t\u00a0]"
NUMBER = r"(?:[A-ZА-Я]\.?)?\d{1,3}(?:\.\d{1,2})?"
CAPTION = re.compile(
    rf"{GAP}*(?:(?:(?P<table>{TABLE})|(?:{FIGURE})){GAP}*№?{GAP}?{NUMBER}"
    rf"|{NUMBER}(?:[-‑–]|[-‑–]?{GAP})(?:(?P<first>{TABLE})|(?:{FIGURE}))(?![^\W\d_]))"
    rf"(?:{GAP}*(?P<sign>[.:]|[–—-](?={GAP}))|(?={GAP}+[«“\"(]?(?P<opens>[^\W\d_]))|(?={GAP}*\Z))"
    r"(?P<title>[^\n]*)",
    re.IGNORECASE,
)

CONTINUED = re.compile(  # above the rest of a table on the next page
    rf"(?:продолжение|окончание|fortsetzung(?:{GAP}von)?){GAP}+(?:таблицы|табл\.|tabelle){GAP}+{NUMBER}"
    rf"|{NUMBER}[-‑–]?{GAP}?кестенің{GAP}+(?:жалғасы|соңы)"
    rf"|(?:{TABLE}){GAP}*№?{GAP}?{NUMBER}\.?{GAP}*[(–—,-]{GAP}*(?:continued|cont\.|продолжение|жалғасы|devamı)\)?",
    re.IGNORECASE,
)


def continues(line: str) -> bool:
    """Tell whether a line says that a table goes on below it."""
    return CONTINUED.fullmatch(line.strip().rstrip(".")) is not None


def caption(line: str) -> re.Match[str] | None:
    """Return the parts of a caption, or nothing where a sentence only begins with such words."""
    found = CAPTION.fullmatch(line)
    if found is None:
        return None
    title = found["title"].strip()
    if not found["sign"] and title and title[0].islower():
        return None  # Table 1 shows
    return found


def of_table(found: re.Match[str] | None) -> bool:
    """Tell whether a caption is a table's."""
    return found is not None and bool(found["table"] or found["first"])
