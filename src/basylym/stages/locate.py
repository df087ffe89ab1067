"""What follows a citation key -> the same with each locator as the language prints it: ``115–117-б.``.

Citeproc knows only the order of label and number that English has, only one language at a time, and
no locator of another language. So a label of another language (``p. 5`` in a Kazakh article) becomes
the article's own; and where the number comes first, or where the passage is in another language than
the article, the locator is written out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from basylym.model.document import Run, plain, string, words
from basylym.model.language import Language

WORDS = ("Str", "Space", "SoftBreak")
NUMBER = r"\d+(?:[-–,.]\s?\d+)*"
HYPHENS = r"[-\u2010\u2011]"
UNNAMED = re.compile(r"[\s,;:]*\d+[-\u2010–][^\W\d]")  # 4-бап: a label that nobody knows is no page
BARE = re.compile(rf"[\s,;:]*({NUMBER})(?=\s*(?:\Z|,))")  # a number alone is a page, as for citeproc
SEVERAL = re.compile(r"[–,]")
Place = tuple[str, str, str, int]
"""Kind such as ``page``; the label if it is of the language itself, else nothing; number; end."""


def located(suffix: Run, language: Language, passage: Language, packs: Mapping[str, Language]) -> Run:
    """The locator as it is to stand.

    Args:
        suffix: what follows the key.
        language: of the article; citeproc prints its locators.
        passage: language of the passage that cites.
        packs: tag -> pack, for labels of other languages.
    """
    written_out = passage.locators.number_first or passage.tag != language.tag
    end = next((n for n, node in enumerate(suffix) if node["t"] not in WORDS), len(suffix))
    text, rest = plain(suffix[:end]), suffix[end:]
    found = list(_places(text, passage, [packs[tag] for tag in passage.locators.read if tag in packs]))
    if not found and passage.locators.number_first and UNNAMED.match(text):
        return [string("{},"), {"t": "Space"}, *words(text.lstrip(" ,;:")), *rest]
    if not found or not (written_out or any(not own for _, own, _, _ in found)):
        return suffix
    shown = ", ".join(_printed(kind, own, number, passage) for kind, own, number, _ in found)
    behind = text[found[-1][3] :]
    head = [string("{},")] if written_out else [string(",")]  # {}: citeproc shall read no locator here
    return [*head, {"t": "Space"}, *words(shown + behind), *rest]


def number_first(suffix: Run, language: Language) -> Run:
    """``, б. 115-117`` -> ``{}, 115–117-б.``; what is no locator stays as it stands, marked up as it was."""
    return located(suffix, language, language, {})


def _printed(kind: str, own: str, number: str, language: Language) -> str:
    locators = language.locators
    label = own or _label(kind, number, language)
    return f"{number}{locators.joint}{label}" if locators.number_first else f"{label} {number}"


def _label(kind: str, number: str, language: Language) -> str:
    """The label that a language prints: the shortest with a point, or the first."""
    if SEVERAL.search(number) and kind in language.locators.many:
        return language.locators.many[kind]
    forms = language.locators.labels[kind]
    return min((form for form in forms if form.endswith(".")), key=len, default=forms[0])


def _places(text: str, language: Language, others: list[Language]) -> Iterator[Place]:
    """Each locator at the start of ``text``; the language's own labels win over those of others."""
    patterns = [
        (re.compile(pattern, re.IGNORECASE), kind, form if pack is language else "")
        for pack in (language, *others)
        for kind, forms in pack.locators.labels.items()
        for form in sorted(forms, key=len, reverse=True)
        for pattern in _patterns(form, pack)
        if kind in language.locators.labels and (pack is language or _is_in_its_letters(form, pack))
    ]
    place = 0
    while True:
        hits = ((pattern.match(text, place), kind, form) for pattern, kind, form in patterns)
        hit = next(((found, kind, form) for found, kind, form in hits if found), None)
        if hit is None and not place and language.locators.number_first and (bare := BARE.match(text)):
            hit = (bare, "page", "")
        if hit is None:
            return
        found, kind, form = hit
        place = found.end()
        yield kind, form, re.sub(r"(?<=\d)[-–](?=\d)", "–", found.group(1)), place


def _is_in_its_letters(form: str, pack: Language) -> bool:
    """Not so is the Latin c. among Russian labels: in an English article it is circa."""
    return all(sign in pack.letters for sign in form.lower() if sign.isalpha())


def _patterns(form: str, pack: Language) -> Iterator[str]:
    label = re.escape(form)
    yield rf"[\s,;:]*(?<!\w){label}\s*({NUMBER})(?![\w])"  # б. 115-117
    if pack.locators.number_first:
        yield rf"[\s,;:]*({NUMBER})\s*{HYPHENS}?\s*{label}(?!\w)"  # 115-117-б.
