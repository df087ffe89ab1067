"""The Kazakh Latin alphabet with acutes, decree 569 as amended on 19 February 2018; Russian by BSI.

What journals call "the official Kazakh Latin": decreed, in use by official converters, never in schools.
и and й, and х and һ, fall together: see the exceptions in ``lexicons/kazakh-latin-2018.tsv``.
"""

from __future__ import annotations

from basylym.model.romanization import KAZAKH, RUSSIAN, Romanization, table
from basylym.romanizations import bsi

LETTERS = table(RUSSIAN, "a b v g d e ıo j z ı ı k l m n o p r s t ý f h ts ch sh sh - y - e ıý ıa")
MORE = table(KAZAKH, "á ǵ q ń ó u ú h i")
ROMANIZATION = Romanization(
    name="Kazakh Latin, 2018 (acutes)",
    source="Decree of the President of Kazakhstan 569 of 26 October 2017, amended 19 February 2018",
    letters={"kk": {**LETTERS, **MORE}, "ru": bsi.LETTERS},
    places={"kk": (("(?<=[ий])я", "a"), ("(?<=[ий])ю", "ý"))},
    note={"kk": "Мәтін латын әліпбиімен терілді: акутты нұсқа, 2018 жыл. Тәжірибелік басылым."},
    capitals={"ı": "I", "i": "I"},
)
