"""Töte jazu, the Arabic script of Kazakhs in China: one letter a sound, a high hamza for front words."""

from __future__ import annotations

from basylym.model.romanization import KAZAKH, RUSSIAN, Romanization, table

HAMZA = "\u0674"
LETTERS = table(RUSSIAN, "ا ب ۆ گ د ە يو ج ز ي ي ك ل م ن و پ ر س ت ۋ ف ح تس چ ش شش - ى - ە يۋ يا")
MORE = table(KAZAKH, "ا ع ق ڭ و ۇ ۇ ھ ى")
ROMANIZATION = Romanization(
    name="Kazakh in Arabic script (töte jazu)",
    source="Orthography of 1924 by Akhmet Baitursynuly as used in Xinjiang",
    letters={"kk": {**LETTERS, **MORE}},
    places={
        "kk": (
            ("^(?=[^екг]*[әөүі])(?![^екг]*[екг])", HAMZA),
            ("(?<=[ий])я", "ا"),
            ("(?<=[ий])ю", "ۋ"),
        )
    },
    script="Arab",
    note={"kk": "Мәтін төте жазумен терілді. Тәжірибелік басылым."},
)
