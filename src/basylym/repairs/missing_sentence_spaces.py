"""Put the lost space between a sentence and the next, and behind a comma between two Cyrillic words.

A stop behind a word in small Cyrillic letters, or behind a bracket, and before a capital with a small
letter ends a sentence. Behind a word with a capital it may be in a name, as in «Яндекс.Такси», and in Latin
letters in that of a site or a program: there it is asked, in Latin only where both words are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

CYRILLIC, CYRILLIC_CAPITAL = "[а-яёәғқңөұүһії]", "[А-ЯЁӘҒҚҢӨҰҮҺІЇ]"
LATIN, LATIN_CAPITAL = "[a-zß-öø-ÿğıış]", "[A-ZÀ-ÖØ-ÞĞİŞ]"
SITE = Inside(
    rf"(?P<sure>(?<={CYRILLIC})[.!?…](?={CYRILLIC_CAPITAL}{CYRILLIC})|(?<={CYRILLIC}{{2}}),(?={CYRILLIC}{{2}})"
    rf"|(?<=[\])])[.!?](?=(?:{CYRILLIC_CAPITAL}|{LATIN_CAPITAL})(?:{CYRILLIC}|{LATIN})))"
    rf"|(?<={LATIN}{{2}})[.!?](?={LATIN_CAPITAL}{LATIN}{{2}})"
)
OF_NAMES = "@/\\_=<>{}|#`.-"  # stand beside a word of an address or of a program
BEFORE, BEHIND = re.compile(r"[^\W\d_]+\Z"), re.compile(r"[^\W\d_]+")
STOP = re.compile(r"[.!?…]")
LONGEST = 40  # letters of a word


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an insertion behind each such sign, or a question."""
    for site in SITE.finditer(words.chunks):
        start, end = site.span()
        before, behind = BEFORE.search(text, max(0, start - LONGEST), start), BEHIND.match(text, end)
        left, right = before.start() if before else start, behind.end() if behind else end
        if left and text[left - 1] in OF_NAMES:
            continue
        if (right < len(text) and text[right] in OF_NAMES[:-2]) or text[max(0, start - 2) : start] == "()":
            continue
        named = before is not None and before[0][0].isupper()
        if not site["sure"] and (named or not _are_known(before, behind, words)):
            continue
        if named and not STOP.search(text, text.rfind("\n", 0, start) + 1, start):
            continue  # what opens a paragraph may be a heading: another rule's question
        told = f"no space behind {site[0]!r}"
        yield Edit(end, end, " ", told, 0.97, query=(named and site[0] != ",") or not site["sure"])


def _are_known(before: re.Match[str] | None, behind: re.Match[str] | None, words: Words) -> bool:
    if words.accept is None or before is None or behind is None:
        return False
    return words.accept(before[0]) and words.accept(behind[0].lower())


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("ru", "сток снизился [2].Это верно", "сток снизился [2]. Это верно"),
        Example("ru", "наука,общество и право.Закон принят", "наука, общество и право. Закон принят"),
        Example("kk", "Заң қабылданды.Ол күшіне енді", "Заң қабылданды. Ол күшіне енді"),
    ),
    counterexamples=(
        ("ru", "А.С.Пушкин, т.е. поэт, и сайт правительство.рф"),
        ("en", "the class java.Lang and www.Example.com, call foo().Bar"),
        ("ru", "файл C:\\отчёты\\год.Док"),
    ),
)
