"""ALA-LC: Russian 2012; Kazakh by the table for non-Slavic languages in Cyrillic script, 1997.

Written from memory of the published tables and not compared with them letter by letter: a librarian should.
"""

from __future__ import annotations

from basylym.model.romanization import KAZAKH, RUSSIAN, Romanization, table

LETTERS = table(RUSSIAN, "a b v g d e ë zh z i ĭ k l m n o p r s t u f kh t͡s ch sh shch ʺ y ʹ ė i͡u i͡a")
MORE = table(KAZAKH, "ă gh q n͡g ȯ ū u̇ ḣ ī")
ROMANIZATION = Romanization(
    name="ALA-LC",
    source="ALA-LC Romanization Tables: Russian 2012, Non-Slavic languages in Cyrillic script 1997",
    letters={"ru": LETTERS, "kk": {**LETTERS, **MORE}},
)
