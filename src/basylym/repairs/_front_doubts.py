"""What a first page gives -> whether it is none of it: scraps of an abstract, columns that were mixed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from basylym.repairs._front_lines import Line
from basylym.repairs._lines import SENTENCE_END

SCRAP = 8  # words of what is no abstract unless a sentence ends in it: a note that was beside the page
NOTE = re.compile(r"[^\W\d_]{2,}[,;]? [∗*†‡] ?[A-Z][^\W\d_]+ [^\W\d_]")
BODY = re.compile(
    r"\b(?:\w*[Uu]niversi\w+|Institut\w*|Laborator\w+|Group|Consortium|Department|College|School|Cent(?:er|re|ro)"
    r"|Academy)\b"
)


def is_scrap(said: str) -> bool:
    """Tell whether what stands as an abstract is a scrap, the title again, or holds a note of the page."""
    scrap = not SENTENCE_END.search(said) and len(said.split()) < SCRAP
    return scrap or said.isupper() or bool(NOTE.search(said))


def are_mixed(
    names: Sequence[dict[str, Any]], places: Sequence[dict[str, Any]], free: Sequence[Line]
) -> bool:
    """Tell whether lines beside one another were read as one.

    Then an institute stands among the authors, two stand in one place of work, a line that nobody
    knows goes on with a comma, or one author stands twice, as where a note beside the page names him.
    """
    return (
        len({one["name"] for one in names}) < len(names)
        or any(BODY.search(one["name"]) for one in names)
        or any(len(BODY.findall(one["name"])) > 1 and "," not in one["name"] for one in places)
        or any(line.text[0] in ",;" for line in free)
    )
