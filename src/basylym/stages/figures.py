"""A word with figures in it, and the words around it -> the same with the signs a press would set.

A hyphen between the figures of a range becomes an en dash; a Roman numeral typed in Cyrillic letters
becomes one in Latin letters. Decimal signs stay: they are the author's, and may be data.
"""

from __future__ import annotations

import re

from basylym.model.language import Language

RULES = {
    "range": "A hyphen between the figures of a range, of years or of pages, is an en dash.",
    "roman-numeral": "A Roman numeral typed in Cyrillic letters is set in Latin ones.",
}
FIGURES = re.compile(
    r"(?<![\w.,/+#@_=*^~-])(?P<first>\d+(?:[.,]\d+)?)(?P<hyphen>[-\u2010])(?P<last>\d+(?:[.,]\d+)?)"
    r"(?![\w/@#_=*^~]|[.,:]\d|[-\u2010–]\d)"
)
CODE = re.compile(
    r"(?:e?issn|isbn|orcid|doi|udc|удк|әож|irsti|мрнти|ғтамр|хғтар|мғтар|гост|gost|мемст|мс|снип|санпин|iso|iec|мэк"
    r"|din|rfc|ст|стб|рк|en|№|no|n|тел|tel|phone|телефон|факс|fax|инв|зак|код|code|шифр|индекс)[.:]?|\+.*|\(\d+\)",
    re.IGNORECASE,
)
YEAR = re.compile(r"1\d{3}|20\d\d")
NUMERALS = {"І": "I", "Х": "X", "С": "C", "М": "M"}
ROMAN = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
TYPED = re.compile(r"(?<![\w.])[ІХСМIXVLCM]+(?![\w.]*\w)")
CERTAIN = re.compile(r"[ІХIXV]{2,}")
COUNTED = re.compile(
    r"(?:ғ|ғғ|в|вв)\.|(?:ғасыр|век|том|бөлім|тарау|глав|съезд|сынып|класс|кезең|тоқсан)\w*", re.IGNORECASE
)
ROMANS = re.compile(r"(?<![\w-])([IVX]+)[-\u2010]([IVX]+)(?![\w-]*[A-Z])")
VALUES = {"I": 1, "V": 5, "X": 10}
MOST_DIGITS = 3


def set_right(text: str, before: str, after: str, language: Language) -> tuple[str, str]:
    """The word as a press sets it, and the name of the rule that changed it, or nothing.

    Args:
        text: one word with its signs.
        before: the word before it.
        after: the word after it.
        language: of the passage.
    """
    numeral = romanized(text, after)
    if numeral != text:
        return _dashed(numeral, after), "roman-numeral"
    ranged = _dashed(ranges(text, before, after, language), after)
    return ranged, "range" if ranged != text else ""


def ranges(text: str, before: str, after: str, language: Language) -> str:
    """``1941-1945`` with an en dash; ``CASA-100``, ``2024-05-06``, a telephone's number as typed.

    A range ascends, and neither figure starts with a nought. Two years are one, and two figures of up
    to three digits; longer ones only beside a unit or a word such as ``с.``.
    """
    if CODE.fullmatch(before.strip("([«")):
        return text

    def dash(found: re.Match[str]) -> str:
        first, last = found["first"], found["last"]
        behind = text[found.end() :].lstrip("-\u2010") or after
        if not _ascends(first, last, language.decimal):
            return found.group()
        years = YEAR.fullmatch(first) and YEAR.fullmatch(last)
        short = max(len(re.split("[.,]", first)[0]), len(re.split("[.,]", last)[0])) <= MOST_DIGITS
        named = (
            behind.rstrip(",;:)»]") in language.units or before.lower().rstrip(".") in language.abbreviations
        )
        if not (years or short or named or _is_shortened(first, last, behind, language)):
            return found.group()
        return f"{first}–{last}"

    return FIGURES.sub(dash, text)


def _ascends(first: str, last: str, decimal: str) -> bool:
    for figure in (first, last):
        if (figure[0] == "0" and figure[1:2].isdigit()) or re.search("[.,]", figure.replace(decimal, "")):
            return False
    if YEAR.fullmatch(first) and len(last) == 2:
        return int(first[2:]) < int(last)
    return float(first.replace(",", ".")) < float(last.replace(",", "."))


def _is_shortened(first: str, last: str, behind: str, language: Language) -> bool:
    """``1941-45 жж.``: only where a year's mark follows, for numbers of standards look the same."""
    return bool(YEAR.fullmatch(first)) and len(last) == 2 and behind.rstrip(",;:)»]") in language.year_marks


def romanized(text: str, after: str) -> str:
    """``ХХІ`` typed in Cyrillic letters, in Latin ones; one letter, С or М only before what is counted."""

    def latin(found: re.Match[str]) -> str:
        typed = found.group()
        written = "".join(NUMERALS.get(sign, sign) for sign in typed)
        behind = text[found.end() :].lstrip("-–\u2010") or after
        counted = COUNTED.match(behind) is not None
        if (
            typed in ("С", "М")
            or written == typed
            or not ROMAN.fullmatch(written)
            or not (CERTAIN.fullmatch(typed) or counted)
        ):
            return typed
        return written

    return TYPED.sub(latin, text)


def _dashed(text: str, after: str) -> str:
    """``XIX-XX`` with an en dash, where the second is the greater."""

    def dash(found: re.Match[str]) -> str:
        first, last = found.groups()
        behind = text[found.end() :].lstrip("-–\u2010") or after
        if not (ROMAN.fullmatch(first) and ROMAN.fullmatch(last) and _value(first) < _value(last)):
            return found.group()
        certain = len(first) > 1 or COUNTED.match(behind) is not None
        return f"{first}–{last}" if certain else found.group()

    return ROMANS.sub(dash, text)


def _value(numeral: str) -> int:
    values = [VALUES[sign] for sign in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
