"""Ask what stood where a program put the replacement character, for the letter itself is lost.

U+FFFD says that a program met bytes it could not read. What they were no one can tell from the
text; it is shown with its place, and never printed in silence.

Source: Unicode Standard, section 23.8, Specials.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

LOST = re.compile("\ufffd+")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query for each run of replacement characters."""
    for run in LOST.finditer(text) if "\ufffd" in text else ():
        told = f"{run.end() - run.start()} lost before the text came here; write what stood there"
        yield Edit(*run.span(), run.group(), told, 0.0, query=True)


RULE = Rule(
    phase=Phase.LETTERS,
    find=find,
    examples=(
        Example("ru", "эконо\ufffdика", "эконо\ufffdика"),
        Example("en", "a \ufffd\ufffd b", "a \ufffd\ufffd b"),
    ),
    counterexamples=(("en", "a ? b"), ("kk", "Қазақстан")),
)
