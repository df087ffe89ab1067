"""What follows a citation key -> the same with each locator's number first: ``115–117-б.``.

Citeproc knows only the order of label and number that English has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.document import Run, plain, string, words
from basylym.model.language import Language

WORDS = ("Str", "Space", "SoftBreak")
NUMBER = r"\d+(?:[-–,.]\s?\d+)*"
HYPHENS = r"[-\u2010\u2011]"


def number_first(suffix: Run, language: Language) -> Run:
    """``, б. 115-117`` -> ``{}, 115–117-б.``: the braces keep citeproc from reading a locator of its own.

    What is no locator stays as it stands, marked up as it was.
    """
    end = next((n for n, node in enumerate(suffix) if node["t"] not in WORDS), len(suffix))
    text, rest = plain(suffix[:end]), suffix[end:]
    found = list(_printed(text, language))
    if not found:
        return suffix
    behind = text[found[-1][1] :]
    shown = ", ".join(printed for printed, _ in found)
    return [string("{},"), {"t": "Space"}, *words(shown + behind), *rest]


def _printed(text: str, language: Language) -> Iterator[tuple[str, int]]:
    """Each locator at the start of ``text``, as printed, and where it ends."""
    patterns = [
        (
            re.compile(pattern.format(form=re.escape(form), number=NUMBER, hyphens=HYPHENS), re.IGNORECASE),
            form,
        )
        for forms in language.locators.labels.values()
        for form in sorted(forms, key=len, reverse=True)
        for pattern in (
            r"[\s,;:]*(?<!\w){form}\s*({number})(?![\w])",  # б. 115-117
            r"[\s,;:]*({number})\s*{hyphens}?\s*{form}(?!\w)",  # 115-117-б.
        )
    ]
    place = 0
    while True:
        hits = ((pattern.match(text, place), form) for pattern, form in patterns)
        hit = next(((found, form) for found, form in hits if found), None)
        if hit is None:
            return
        found, form = hit
        number = re.sub(r"(?<=\d)[-–](?=\d)", "–", found.group(1))
        place = found.end()
        yield f"{number}{language.locators.joint}{form}", place
