"""BSI, British Standard 2979:1958, in the plain form that journals ask for: no diacritics.

For Kazakh the standard has no table of its own; journals that ask for BSI ask for the official Latin
alphabet there. The Kazakh letters below are our own: the plain letter nearest in sound.
"""

from __future__ import annotations

from basylym.model.romanization import KAZAKH, RUSSIAN, Romanization, table

LETTERS = table(RUSSIAN, "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch '' y ' e yu ya")
MORE = table(KAZAKH, "a g k n o u u h i")
ROMANIZATION = Romanization(
    name="BSI (BS 2979:1958)",
    source="BS 2979:1958, as translit.ru and the journals of KazNPU print it",
    letters={"ru": LETTERS, "kk": {**LETTERS, **MORE}},
)
