"""The draft of a Kazakh Latin alphabet of April 2021 (umlauts, ñ); Russian by BSI. Not adopted.

The letters of Kazakh sounds are those announced; how it writes the loan letters (ё, ц, ч, щ, ю, я, ъ, ь) is
from memory and a guess: the drafts were seen in reports only, and differ there.
"""

from __future__ import annotations

from basylym.model.romanization import KAZAKH, RUSSIAN, Romanization, table
from basylym.romanizations import bsi

LETTERS = table(RUSSIAN, "a b v g d e io j z i i k l m n o p r s t u f h ts ş ş ş - y - e iu ia")
MORE = table(KAZAKH, "ä ğ q ñ ö ū ü h ı")
ROMANIZATION = Romanization(
    name="Kazakh Latin, draft 2021",
    source="Draft of April 2021, as announced; no act adopts it",
    letters={"kk": {**LETTERS, **MORE}, "ru": bsi.LETTERS},
    places={"kk": (("(?<=[ий])я", "a"), ("(?<=[ий])ю", "u"))},
    note={"kk": "Мәтін латын әліпбиімен терілді: 2021 жылғы жоба, бекітілмеген. Тәжірибелік басылым."},
    capitals={"ı": "I", "i": "İ"},
)
