"""Undo the reading of UTF-8 as an encoding of one byte a letter.

A converter that takes UTF-8 for windows-1251 leaves two letters for each Cyrillic one
(«РљР°Р·Р°Т›СЃС‚Р°РЅ»); one that takes it for Latin-1 or windows-1252 leaves «ÐšÐ°Ð·Ð°Ò›ÑÑ‚Ð°Ð½». The
letters turned back into bytes are valid UTF-8 again, which no true word is by chance.

Source: RFC 3629, section 3; WHATWG Encoding Standard, windows-1251 and windows-1252.
"""

from __future__ import annotations

from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._code_pages import read_as_bytes


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each run of letters that is UTF-8 read byte by byte."""
    for one in read_as_bytes(words.chunks):
        yield Edit(one.start, one.end, one.after, f"UTF-8 that was read as {one.page}", 0.99)


RULE = Rule(
    phase=Phase.CODE_POINTS,
    find=find,
    examples=(
        Example("ru", "РџСЂРёРІРµС‚, РјРёСЂ", "Привет, мир"),
        Example("kk", "ÐšÐ°Ð·Ð°Ò›Ñ\x81Ñ‚Ð°Ð½", "Казақстан"),
        Example("en", "cafÃ© â€“ rÃ©sumÃ©", "café – résumé"),
        Example("kk", "вЂњРўТЇСЂС–вЂќ", "“Түрі”"),
    ),
    counterexamples=(
        ("kk", "ӨНЕРІ, ТҮРІ, БӘРІ; «СССР» және Ті"),
        ("en", "CAFÉ… VOILÀ, «É», Ærøskøbing, Ñandú"),
        ("ru", "РІ – римская единица; В»"),
        ("en", "naïve – Größe, „SCHÖN“"),
    ),
    rank=6,
)
