"""Make one space of a run of spaces, and none at a line's ends.

Runs of spaces and no-break spaces are what is left of justified lines and indents. A single
no-break space between two words is kept; the press sets its own where the language asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import Chunks, Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

SPACE = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
RUN = re.compile(rf"{SPACE}(?:{SPACE}+|(?=\n|\Z)|(?<=\n.)|(?<=\A.)|(?<=\t))")

OTHER = Inside(rf"\t|(?<!\S){SPACE}|{SPACE}(?!\S)")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each run."""
    for run in RUN.finditer(text) if _may_hold(words.chunks) else ():
        at_edge = (
            run.start() == 0
            or text[run.start() - 1] == "\n"
            or run.end() == len(text)
            or text[run.end()] == "\n"
        )
        kinds = " ".join(dict.fromkeys(f"U+{ord(letter):04X}" for letter in run.group()))
        yield Edit(*run.span(), "" if at_edge else " ", f"a run of {run.end() - run.start()} spaces: {kinds}")


def _may_hold(chunks: Chunks) -> bool:
    """Tell whether a text has two spaces side by side, a space at a line's edge, or a tab."""
    text = chunks.text
    at_edge = text[:1] == " " or text[-1:] == " " or " \n" in text or "\n " in text
    return at_edge or "  " in text or OTHER.stands(chunks)


RULE = Rule(
    phase=Phase.LINES,
    find=find,
    examples=(
        Example("ru", "целое  \u00a0слово", "целое слово"),
        Example("en", "  Indented line. \nNext\tone", "Indented line.\nNext one"),
    ),
    counterexamples=(("ru", "в\u00a02014 году"), ("en", "One two\nthree")),
)
