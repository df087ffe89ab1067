"""A place in a cited work as authors write it -> the same as Pandoc reads it."""

from __future__ import annotations

import re
from functools import lru_cache

from basylym.model.language import Language

VALUE = r"\d{1,5}(?:\s?[-–]\s?\d{1,5})?(?:,\s?\d{1,5}(?:\s?[-–]\s?\d{1,5})?){0,9}"
FOREIGN = r"(?:с|c|стр|б|бб|бет|p|pp|s|ss|т|том|vol|гл|§)"  # of any language; the second is a Latin letter
AS_TYPED = re.compile(
    rf"{FOREIGN}\.?[ \u00a0]?{VALUE}|{VALUE}[ \u00a0]?[-‑]?[ \u00a0]?{FOREIGN}\.?", re.IGNORECASE
)
PARTS, DEEPEST = re.compile(r",\s+"), 3  # volume, chapter, pages
BARE = re.compile(VALUE)


def place(told: str, language: Language) -> str:
    """Return a place: its label first where that is the language's own, else as typed; or nothing.

    Of a volume and its pages (``1-т., 12-13-б.``) each is one.
    """
    label = _labels(tuple(sorted(form for forms in language.locators.labels.values() for form in forms)))
    told = told.strip()
    if first := re.fullmatch(rf"({VALUE})[ \u00a0]?[-‑]?[ \u00a0]?({label})", told, re.IGNORECASE):
        return f"{first[2]} {first[1]}"
    if after := re.fullmatch(rf"({label})[ \u00a0]?({VALUE})", told, re.IGNORECASE):
        return f"{after[1]} {after[2]}"
    if AS_TYPED.fullmatch(told):
        return told
    parts = PARTS.split(told)
    each = [place(part, language) for part in parts] if 1 < len(parts) <= DEEPEST else [""]
    return ", ".join(each) if all(each) else ""


def page(told: str, language: Language) -> str:
    """Return bare numbers as pages, or nothing where they are no numbers."""
    told = told.strip()
    if not BARE.fullmatch(told):
        return place(told, language)
    short = [form for form in language.locators.labels.get("page", ()) if form.endswith(".")]
    return f"{min(short, key=len, default='p.')} {told}"


@lru_cache(maxsize=32)
def _labels(forms: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or r"(?!)"
