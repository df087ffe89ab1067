"""ISO 9:1995, the same as GOST 7.79-2000 system A: one sign for each letter, whatever the language."""

from __future__ import annotations

from basylym.model.romanization import KAZAKH, RUSSIAN, Romanization, table

LETTERS = table(RUSSIAN, "a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â")
MORE = table(KAZAKH, "a̋ ġ ķ ņ ô u̇ ù ḥ ì")
ROMANIZATION = Romanization(
    name="ISO 9:1995 (GOST 7.79-2000, system A)",
    source="ISO 9:1995, table 1; as UNGEGN quotes it for Kazakh, March 2016",
    letters={"ru": LETTERS, "kk": {**LETTERS, **MORE}},
)
