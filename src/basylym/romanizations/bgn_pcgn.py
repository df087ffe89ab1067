"""BGN/PCGN: Russian 1947, Kazakh 1979."""

from __future__ import annotations

from basylym.model.romanization import KAZAKH, RUSSIAN, Romanization, table

IN_RUSSIAN = table(RUSSIAN, "a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya")
IN_KAZAKH = table(RUSSIAN, "a b v g d e yo zh z ī y k l m n o p r s t ū f kh ts ch sh shch ” y ’ ė yu ya")
MORE = table(KAZAKH, "ä gh q ng ö u ü h i")
ROMANIZATION = Romanization(
    name="BGN/PCGN (Russian 1947, Kazakh 1979)",
    source="Romanization Systems and Roman-Script Spelling Conventions, 1994; UNGEGN, March 2016",
    letters={"ru": IN_RUSSIAN, "kk": {**IN_KAZAKH, **MORE}},
    places={"ru": (("(?<![^аеёиоуыэюяйъь])е", "ye"), ("(?<![^аеёиоуыэюяйъь])ё", "yë"))},
)
