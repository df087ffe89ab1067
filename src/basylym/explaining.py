"""A composed article -> every detail that typesetting sets otherwise than typed, its place and its rule.

Soft hyphens are not among them: ``basylym hyphenate`` shows where a word breaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from basylym import pipeline, project
from basylym.model.galley import Hyphenation
from basylym.model.notices import Locus
from basylym.project import Project
from basylym.stages import typeset
from basylym.stages.typeset import Change

Told = tuple[Change, Locus | None]
SEEN = str.maketrans({"\u00a0": "⍽", "\u2060": "⁀"})
SIGNS = {
    **dict.fromkeys("-\u2010–—", "[-\u2010–—]+"),
    **dict.fromkeys("\"'«»“”„‘’", "[\"'«»“”„‘’]"),
    **dict.fromkeys("IІ", "[IІ]"),
    **dict.fromkeys("XХ", "[XХ]"),
    **dict.fromkeys(" \u00a0", r"[\s\u00a0]+"),
    "…": r"(?:…|\.\.\.)",
}


def explain(place: Project, made: pipeline.Set) -> tuple[Told, ...]:
    """Each change with its place in article.md; without one where the press's own words are changed."""
    changes: list[Change] = []
    packs = {**pipeline.LANGUAGES, made.language.tag: made.language}
    typeset.typeset(made.document, made.language, packs, {}, Hyphenation(0, 2, 2), changes.append)
    text = project.read_text(place.article)
    seen: Counter[str] = Counter()
    told = [(change, _locus(change, text, str(place.article), seen)) for change in changes]
    return tuple(sorted(told, key=lambda one: (one[1] is None, one[1] or Locus(""))))


def _locus(change: Change, text: str, path: str, seen: Counter[str]) -> Locus | None:
    """The place of the next such words; as the file has them, before other rules changed them."""
    for words in (change.around, change.typed):
        pattern = _pattern(words)
        found = list(re.finditer(pattern, text))
        if found:
            turn = min(seen[change.rule + pattern], len(found) - 1)
            seen[change.rule + pattern] += 1
            inside = re.search(_pattern(change.typed), found[turn].group())
            start = found[turn].start() + (inside.start() if inside else 0)
            before = text[:start]
            return Locus(path, before.count("\n") + 1, start - before.rfind("\n"))
    return None


def _pattern(words: str) -> str:
    return "".join(SIGNS.get(sign) or re.escape(sign) for sign in words)


def lines(told: Sequence[Told]) -> list[str]:
    """One line a change: ``article.md:5:12: А. С. -> А.⍽С. [initials]``."""
    return [
        f"{where or 'set by the press'}: {change.typed} -> {change.printed.translate(SEEN)} [{change.rule}]"
        for change, where in told
    ]


def values(told: Sequence[Told]) -> list[dict[str, Any]]:
    """The same for a machine."""
    return [
        {
            "rule": change.rule,
            "meaning": typeset.RULES[change.rule],
            "typed": change.typed,
            "printed": change.printed,
            "around": change.around,
            "path": where.path if where else None,
            "line": where.line if where else None,
            "column": where.column if where else None,
        }
        for change, where in told
    ]
