"""Take the margin off lines between blank ones that `pdftotext -layout` left there.

It keeps the left edge of what it finds, so that the same edge stands at another depth on each page. What is
deeper than that edge is an indent, and is kept for the rules that read it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._lines import lines_of


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a deletion at the start of each line of a page whose neighbours all stand as deep at least."""
    ends = words.page_ends
    if not ends or "\n " not in text:
        return
    for blank, block in groupby(
        lines_of(text), lambda line: (not line.text.strip(), bisect_left(ends, line.end))
    ):
        lines = [] if blank[0] else list(block)
        depths = [len(line.text) - len(line.text.lstrip(" ")) for line in lines]
        margin = min(depths, default=0)
        if len(lines) > 1 and margin:
            told = f"the margin of lines that stand together, {margin} spaces"
            yield from (Edit(line.start, line.start + margin, "", told, 0.97) for line in lines)


RULE = Rule(
    phase=Phase.SPACING,
    find=find,
    examples=(
        Example("en", "The page.\n\f\n  One line\n  and another.", "The page.\n\f\nOne line\nand another."),
        Example("ru", "Страница.\n\f\n     Отступ\n и строка", "Страница.\n\f\n    Отступ\nи строка"),
    ),
    counterexamples=(("en", "  One line\n  and another."), ("ru", "Страница.\n\f\n    Отступ\nи строка")),
)
