"""Turn words of nothing but accented Latin letters back into the Cyrillic words they were.

A text in windows-1251 or KZ-1048 that was taken for windows-1252 says «Ðàçâèòèå òîðãîâëè». No
language has such words; a text with several different ones was decoded wrongly.

Source: WHATWG Encoding Standard, windows-1251 and windows-1252.
"""

from __future__ import annotations

from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._code_pages import read_as_latin


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each run of accented letters that is a Cyrillic word."""
    letters = language.letters if any("\u0400" <= letter <= "\u052f" for letter in language.letters) else ""
    for one in read_as_latin(words.chunks, letters):
        yield Edit(one.start, one.end, one.after, f"{one.page} that was read as windows-1252", 0.98)


RULE = Rule(
    phase=Phase.CODE_POINTS,
    find=find,
    examples=(
        Example(
            "ru",
            "Ðàçâèòèå òîðãîâëè äâóõ ñòðàí çà ïîñëåäíèå ãîäû",
            "Развитие торговли двух стран за последние годы",
        ),
        Example(
            "kk",
            "\u008dàçà\u009dñòàí õàë\u009dûíû¾ ò³ë³ áàðøà ¿ëêåí æ¼íå åë³ì³çä³",
            "Қазақстан халқының тілі барша үлкен және елімізді",
        ),
    ),
    counterexamples=(
        ("en", "Café, naïve, Größe, Ærø, Île, Ångström, à, ÉÀÈ"),
        ("ru", "«Île» и «Öl»"),
    ),
    rank=5,
)
