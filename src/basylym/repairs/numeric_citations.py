"""Make citations of numbers in square brackets: [1], [2, 115-б.], [3, с. 15; 4], [5-7].

Only where the list of references is lost: then each number gets an entry that says so. Where the
list is present the brackets stay as the author set them, until the list itself is parsed. Numbers
must look like a list's: small, and most of those below the largest are cited. A year, an interval,
an index of an array are no citations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

BRACKETS = re.compile(r"\[([^\[\]\n]{1,80})\](?![(\[{:])")
NUMBERS = re.compile(r"\d{1,3}(?:\s*[-–,]\s*\d{1,3})*")
CITED = re.compile(r"(\d{1,3})(?:\s*,\s*(.+))?")
MATHS = re.compile(r"(?:[∈⊂⊆∪∩=≤≥<>^_(+*/|×]\s*|(?<!\w)\w|\d)\Z")
HEADING = re.compile(r"(?:\A|\n\n)(?:#+ )?(?:\d+\.? )?([^\W\d_](?:[^\W\d_]|[ \u00a0-]){2,60})[.:]?(?=\n|\Z)")
ENTRY = re.compile(r"\n+(?!:::)\S")
RANGE = 30


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each citation."""
    if has_list(text, language):
        return
    found: list[tuple[re.Match[str], list[tuple[int, str]]]] = []
    for brackets in BRACKETS.finditer(text):
        before = text[max(0, brackets.start() - 3) : brackets.start()]
        if not MATHS.search(before) and (cited := _parsed(brackets[1], language)):
            found.append((brackets, cited))
    numbers = {number for _, cited in found for number, _ in cited}
    if not numbers or 2 * len(numbers) < max(numbers):
        return
    for brackets, cited in found:
        keys = "; ".join(f"@ref{number}" + (f", {place}" if place else "") for number, place in cited)
        told = f"a number of the list of references, of which {len(numbers)} are cited"
        yield Edit(*brackets.span(), f"[{keys}]", told, 0.97)


def has_list(text: str, language: Language) -> bool:
    """Tell whether a heading of references is followed by anything."""
    for heading in HEADING.finditer(text):
        if language.headings.get(heading[1].strip().lower()) == "references":
            return bool(ENTRY.match(text, heading.end()))
    return False


def _parsed(inside: str, language: Language) -> list[tuple[int, str]]:
    """Return number and place of each work cited, or nothing where this is no citation."""
    cited: list[tuple[int, str]] = []
    for part in inside.split(";"):
        part = part.strip()
        if NUMBERS.fullmatch(part):
            numbers = _numbers(part)
            cited += [(number, "") for number in numbers]
            if not numbers:
                return []
        elif (work := CITED.fullmatch(part)) and (place := _place(work[2] or "", language)):
            cited.append((int(work[1]), place))
        else:
            return []
    return [] if any(number < 1 for number, _ in cited) else cited


def _numbers(part: str) -> list[int]:
    numbers: list[int] = []
    for span in re.split(r"\s*,\s*", part):
        ends = [int(end) for end in re.split(r"\s*[-–]\s*", span)]
        if len(ends) > 2 or ends[-1] - ends[0] > RANGE or ends[0] > ends[-1]:
            return []
        numbers += range(ends[0], ends[-1] + 1)
    return numbers if numbers == sorted(set(numbers)) else []


def _place(told: str, language: Language) -> str:
    """Return a place in a work with its label first, as Pandoc reads it, or nothing."""
    labels = sorted(
        {form for forms in language.locators.labels.values() for form in forms}, key=len, reverse=True
    )
    label = "|".join(map(re.escape, labels))
    value = r"\d{1,5}(?:\s?[-–]\s?\d{1,5})?(?:,\s?\d{1,5}(?:\s?[-–]\s?\d{1,5})?)*"
    if first := re.fullmatch(rf"({value})[ \u00a0]?-?[ \u00a0]?({label})", told, re.IGNORECASE):
        return f"{first[2]} {first[1]}"
    if after := re.fullmatch(rf"({label})[ \u00a0]?({value})", told, re.IGNORECASE):
        return f"{after[1]} {after[2]}"
    return ""


RULE = Rule(
    phase=Phase.CITATIONS,
    find=find,
    examples=(
        Example("kk", "деген [1, 15-б.].", "деген [@ref1, б. 15]."),
        Example("ru", "как показано [1, с. 15; 2]", "как показано [@ref1, с. 15; @ref2]"),
        Example("en", "shown before [1-3], [2, p. 5]", "shown before [@ref1; @ref2; @ref3], [@ref2, p. 5]"),
    ),
    counterexamples=(
        ("en", "in the year [1991]"),
        ("en", "for x ∈ [1, 2] and [0, 1]"),
        ("en", "a[1] = b[2]"),
        ("en", "Shown [1].\n\nReferences\n\n1. Smith J. A book."),
        ("en", "see [12]"),
    ),
)
