"""Keep what was a table as typed, line by line, and ask for the table.

A table that lost its rules is told by columns that stand under one another, parted by tabs or spaces; by
lines that end in as many figures each; by many short lines, most of them figures; or by the caption
above. It stands in the manuscript as lines that nothing joins, mends or escapes, between two fences.
Which figure belongs to which head only the author can say, so no cell is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from basylym.model.fences import fenced
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._lines import Line, lines_of
from basylym.repairs._tables import Table, tables_of

ASKED = "a flattened table, kept as typed; set it as a table, or let its lines stand"
TABS = re.compile(r"[ \u00a0]*\t[ \t\u00a0]*")
AROUND = " \t\u00a0\n"
GAP = 2  # spaces between columns that tabs parted


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield for each table its lines between fences, held, and the question."""
    lines = lines_of(text)
    for table in tables_of(text):
        start, end = lines[table.first].start, lines[table.last].end
        before = len(text[:start].rstrip(AROUND))
        after = len(text) - len(text[end:].lstrip(AROUND))
        if table.fenced:
            said = text[start:end]
        else:
            said = fenced(_laid_out(lines[table.first : table.last + 1], table))
            yield Edit(before, before, "", f"{table.told}: {ASKED}", 0.9, query=True)
        said = ("\n\n" if before else "") + said + ("\n\n" if after < len(text) else "")
        yield Edit(before, after, said, f"{table.told}: kept line by line", 0.95, held=((0, len(said)),))


def _laid_out(lines: Sequence[Line], table: Table) -> list[str]:
    """Return the lines without their common indent; where tabs part the cells, with columns of spaces."""
    rows = [line.text.replace("\u00a0", " ").rstrip() for line in lines if table.columns or line.text.strip()]
    if table.columns and all("\t" in row.strip() for row in rows):
        cells = [TABS.split(row.strip()) for row in rows]
        widths = [max(len(row[n]) for row in cells if n < len(row)) for n in range(max(map(len, cells)))]
        return [
            "".join(cell.ljust(width + GAP) for cell, width in zip(row, widths, strict=False)).rstrip()
            for row in cells
        ]
    indent = min(len(row) - len(row.lstrip()) for row in rows if row)
    return [row[indent:] if table.columns else row.strip() for row in rows]


PROSE = "The foxes were counted in spring by two of us."
RULE = Rule(
    phase=Phase.BLOCKS,
    find=find,
    examples=(
        Example(
            "en",
            f"{PROSE}\n\nTable 1. Foxes by town\nTown      Foxes   Share\nLeeds        11     2.4\n"
            f"Bristol     120    13.1\nYork          9     1.0\n\n{PROSE}",
            f"{PROSE}\n\nTable 1. Foxes by town\n\n```\nTown      Foxes   Share\nLeeds        11     2.4\n"
            f"Bristol     120    13.1\nYork          9     1.0\n```\n\n{PROSE}",
        ),
        Example(
            "ru",
            "Таблица 2 – Торговля\n\nГод\n\nЭкспорт\n\n2001\n\n15,2\n\n2002\n\n17,9\n\nТак росла торговля "
            "двух стран в те годы, когда границы открылись.",
            "Таблица 2 – Торговля\n\n```\nГод\nЭкспорт\n2001\n15,2\n2002\n17,9\n```\n\nТак росла торговля "
            "двух стран в те годы, когда границы открылись.",
        ),
        Example(
            "kk",
            "Қала\tАдам\nАлматы\t2000,9\nАстана\t1350,2\nШымкент\t1190,1",
            "```\nҚала     Адам\nАлматы   2000,9\nАстана   1350,2\nШымкент  1190,1\n```",
        ),
        Example(
            "tr",
            "Şehir 2001 2002\nAnkara 15 17\nİzmir 12 13\nBursa 9 11\n\nŞehirler büyüdü.",
            "```\nŞehir 2001 2002\nAnkara 15 17\nİzmir 12 13\nBursa 9 11\n```\n\nŞehirler büyüdü.",
        ),
    ),
    counterexamples=(
        ("en", "1.  The first of them.\n2.  The second.\n3.  The third of all."),
        ("en", "Table 1 shows that foxes grew\nin number from 11 in 1990 to 120\nin 2001 and 9 in 2005."),
        (
            "de",
            "Der Satz  ist gesperrt  gesetzt\nund hat   in jeder  Zeile\nLücken,  wie er  sie  macht.",
        ),
        ("ru", "Тел.:    377-33-33\nФакс:    377-33-34\nИндекс:  050040"),
        ("kk", "12\n13\n14\n15\n16\n17\n18"),
        ("tr", "1990 yılında 12 kişi\nve 1991 yılında 14 kişi\ngeldi."),
    ),
)
