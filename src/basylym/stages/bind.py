"""Two words and the language -> why no line may end between them, or nothing.

The names of the rules are those that ``--explain-typography`` prints.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from basylym.model.document import Run, string
from basylym.model.language import Language

NO_BREAK_SPACE = "\u00a0"
RULES = {
    "initials": "Initials and surname stand on one line, and so do initials among themselves.",
    "before-unit": "A figure and its unit, ж., г., млн, %, and a Roman numeral and ғ., в. stand on one line.",
    "after-sign": "№ and § stand on the line of what they count.",
    "after-abbreviation": "Such as с., т., рис., p. stand on the line of their figure.",
    "abbreviation-of-letters": "The parts of т. б., т. е., e. g. stand on one line.",
    "thousands": "A space typed between the thousands of a figure does not break.",
    "date": "Day and month stand on one line.",
    "short-word": "A short word that leans on the next, or on the one before, stands on its line.",
    "before-sign": "No line starts with a dash, nor with a sign of GOST that has a space before it: : ; /.",
}
SPACES = ("Space", "SoftBreak")
INITIAL = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*")
LETTER = re.compile(r"[^\W\d_]\.,?")
CAPITALISED = re.compile(r"[^\W\d_][\w’'-]+")
NUMERAL = re.compile(r"[IVXІХ]+(?:[–-][IVX]+)?")
AFTER_FIGURE = re.compile(r"[\d%]\u00a0\S+\Z")
THOUSANDS = re.compile(r"(?:\A|[^\w.,\u00a0-])[1-9]\d{0,2}(?:\u00a0\d{3})*\Z")
THREE = re.compile(r"\d{3}(?!\d)")
BEFORE_WORD = "([{«“„‘‚—–-"
AFTER_WORD = ".,;:!?)]}»”"
CENTURIES = frozenset(("ғ.", "ғғ.", "в.", "вв.", "ғасыр", "ғасырдың", "ғасырда", "век", "века", "веке"))


def bound(run: Run, language: Language) -> tuple[Run, list[tuple[int, str]]]:
    """Spaces that must not break turned into no-break spaces; their places, and the rule of each."""
    made = list(run)
    found = []
    for place in range(1, len(run) - 1):
        if run[place]["t"] not in SPACES or run[place - 1]["t"] != "Str":
            continue
        left, right = _before(made, place), _word(run, place + 1)
        beyond = place + 2
        while _word(run, beyond) == " " and INITIAL.fullmatch(_word(run, beyond + 1)):
            beyond += 2
        further = _word(run, beyond + 1) if _word(run, beyond) == " " else ""
        rule = binding(left, right, further, language)
        if rule:
            made[place] = string(NO_BREAK_SPACE)
            found.append((place, rule))
    return (made, found) if found else (run, found)


def binding(left: str, right: str, further: str, language: Language) -> str:
    """Name of the rule that binds ``right`` to ``left``, or nothing.

    Args:
        left: the word before the space, with what is bound to it already.
        right: the word after it.
        further: the word after that which is no initial.
        language: of the passage.
    """
    last = left.rpartition(NO_BREAK_SPACE)[2].lstrip(BEFORE_WORD)
    bare = right.strip(AFTER_WORD).lower()
    if right[:1] in ("–", "—") or right in (":", ";", "/", "//"):
        return "before-sign"
    if not right:
        return ""
    if _are_initials(last, right, further):
        return "initials"
    if last in ("№", "§", "§§"):
        return "after-sign"
    if _is_unit(right, bare, language) and (last[-1:].isdigit() or last[-1:] == "%"):
        return "before-unit"
    if NUMERAL.fullmatch(last) and right.rstrip(",;:)]»") in CENTURIES:
        return "before-unit"
    if THOUSANDS.search(left.lstrip(BEFORE_WORD)) and THREE.match(right):
        return "thousands"
    if last.rstrip(".").isdigit() and len(last) <= 3 and _is_month(bare, language):
        return "date"
    if right[0].isdigit() and _is_label(last, language) and not AFTER_FIGURE.search(left):
        return "after-abbreviation"
    if LETTER.fullmatch(last) and LETTER.match(right) and last[0].islower() and right[0].islower():
        return "abbreviation-of-letters"
    if last.lower() in language.proclitics or bare in language.enclitics:
        return "short-word"
    return ""


def _word(run: Run, place: int) -> str:
    """The word at a place of the run; a space for a space, nothing for what is neither."""
    if place >= len(run):
        return ""
    if run[place]["t"] in SPACES:
        return " "
    return str(run[place]["c"]) if run[place]["t"] == "Str" else ""


def _before(run: Run, place: int) -> str:
    """The words before a place, back to the last space that may break."""
    start = place
    while start and run[start - 1]["t"] == "Str":
        start -= 1
    return "".join(str(node["c"]) for node in run[start:place])


def _are_initials(left: str, right: str, further: str) -> bool:
    """``А. С. Үлгібай``, or ``Үлгібай А. С.`` where no other surname follows."""
    if INITIAL.fullmatch(left) and left[0].isupper():
        return right[:1].isupper()
    after = right.rstrip(",;:)")
    if not (INITIAL.fullmatch(after) and after[0].isupper() and CAPITALISED.fullmatch(left.rstrip(","))):
        return False
    if not left[0].isupper() or left.isupper():
        return False
    return after != right or not CAPITALISED.fullmatch(further.rstrip(AFTER_WORD)) or further[:1].islower()


def _is_unit(right: str, bare: str, language: Language) -> bool:
    return right.rstrip(",;:)]»") in language.units or bare in language.units


def _is_label(word: str, language: Language) -> bool:
    """``с.``, ``рис.``, and in references ``P.``, ``С.``, ``Б.``: what stands before its figure."""
    if LETTER.fullmatch(word) and word[0].isupper():
        return True
    return word.endswith(".") and word[:-1].lower() in language.abbreviations


@cache
def _months(tag: str, printed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(max(re.findall(r"[^\W\d_]+", day), key=len).lower() for day in printed)


def _is_month(word: str, language: Language) -> bool:
    """The name of a month as it stands in a date, with or without a case ending."""
    months = _months(language.tag, tuple(language.date(date(2000, month, 1)) for month in range(1, 13)))
    short = {language.csl_terms.get(f"month-{n:02d}:short", "").rstrip(".") for n in range(1, 13)} - {""}
    if word in months or word in short:
        return True
    return any(word.startswith(month) and word[len(month) :] in language.case_endings for month in months)
