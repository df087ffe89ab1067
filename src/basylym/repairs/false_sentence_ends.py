"""Take back a line end after an initial or an abbreviation.

A program that puts each sentence on its own line takes "Н." for a sentence. What follows an
initial is the name; what follows an abbreviation in lower case is the rest of the sentence. A line
that holds nothing but a surname and its initials is an author's, and stays, and so does one that ends
before the width of the others: «directly in R.» closes a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._lines import Mode, ends_sentence, is_filled, longest, shown
from basylym.repairs._references.laid import begins
from basylym.repairs._references.lists import HEADING

SITE = re.compile(r"\.[ \u00a0]*\n[ \u00a0]*(?=([^\W\d_])([^\W\d_]?))")
WORD = re.compile(r"(?<![\w+/\\=])(?<!\d\.)[^\W\d_]+\Z")  # «2.X» has no initial
FOLLOWING = re.compile(r"[^\W\d_]+")
LONGEST = 24  # letters of an abbreviation
NAME_ALONE = re.compile(r"(?:\A|(?<=\n))[ \t]*[^\W\d_]{2,}(?:-[^\W\d_]+)?,?(?:[ \u00a0]?[^\W\d_]\.){1,3}\Z")
RUNS_ON = re.compile(r"[:;,\-–—\d][ \u00a0]*\Z")
SHORT = 0.9  # of the width
LISTED = re.compile(r"(?:(?<!\w)\w, |[×=+<>∈] )\Z")  # «Π, Ω.» and «T × I.» are signs of a formula
GAPS = 4  # signs before an initial that tell what it is
GAP, LONGEST_GAP = " \u00a0\n", 4
HYPHENS = ("-", "\u2010", "\u00ad")
LONGEST_NAME = 60  # signs of a surname with its initials


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each such line end."""
    taken = -1  # where the line begins that the last edit joined to the one before: it begins no longer
    for site in SITE.finditer(text):
        before = WORD.search(text, max(0, site.start() - LONGEST), site.start())
        if before is None or begins(text, site.end()):
            continue
        word, (first, second) = before[0], site.groups()
        start = site.start() + 1
        alone = NAME_ALONE.search(text, max(0, start - LONGEST_NAME), start)
        if (
            len(word) == 1
            and word.isupper()
            and first.isupper()
            and second.islower()
            and not LISTED.search(text, max(0, before.start() - GAPS), before.start())
            and not _ends_early(text, site)
            and not _stands_alone(text, site.end())
            and not HEADING.match(text, site.end())
            and not _is_word(text, site.end(), words)
            and not (alone and alone[0].lstrip()[0].isupper() and not alone.start() <= taken <= alone.end())
        ):
            taken = site.end()
            yield Edit(start, site.end(), " ", f"{word}. is an initial: no sentence ends there", 0.98)
        elif word.lower() in language.abbreviations and first.islower() and not _ends_early(text, site):
            taken = site.end()
            yield Edit(start, site.end(), " ", f"{word}. is an abbreviation: no sentence ends there", 0.98)


def _ends_early(text: str, site: re.Match[str]) -> bool:
    """Tell whether the line had room for the next word, where lines are as long as a page is wide."""
    lines = shown(text)
    width = longest(text) if lines.mode is Mode.UNKNOWN else lines.width
    above = text.rfind("\n", 0, site.start()) + 1
    if text[max(0, above - LONGEST_GAP) : above].rstrip(GAP).endswith(HYPHENS):
        return False  # its first word began on the line before: it is as long as nobody knows yet
    line = text[above : site.start() + 1]
    following = text[site.end() : site.end() + LONGEST_NAME].split("\n", 1)[0]
    return not is_filled(line, following, SHORT * width)


def _is_word(text: str, start: int, words: Words) -> bool:
    """Tell whether what follows stands in small letters elsewhere: «esempio I.», and then no name."""
    found = FOLLOWING.match(text, start)
    return found is not None and found[0].lower() in words.forms()


def _stands_alone(text: str, start: int) -> bool:
    """Tell whether one line that ends no sentence stands above a blank one: it may be a heading."""
    end = text.find("\n\n", start)
    line = text[start:end] if end >= 0 else ""
    return bool(line) and "\n" not in line and not (ends_sentence(line.strip()) or RUNS_ON.search(line))


RULE = Rule(
    phase=Phase.LINES,
    find=find,
    examples=(
        Example("ru", "писал А.\nПушкин", "писал А. Пушкин"),
        Example("en", "as shown by J.\nSmith on p.\nten", "as shown by J. Smith on p. ten"),
        Example("ru", "Его издал J.\nSmith А.\nПушкин", "Его издал J. Smith А. Пушкин"),
        Example("kk", "1990 ж.\nаяқталды", "1990 ж. аяқталды"),
    ),
    counterexamples=(
        ("ru", "Это конец.\nНачало"),
        ("en", "Vitamin C.\n\nSmith said"),
        ("en", "the end of it.\nand more"),
        ("ru", "Иванова Е. С.\nКазахский университет"),
        ("kk", "Серікбаева А.Б.\nҚазақ университеті"),
    ),
    rank=4,
)
