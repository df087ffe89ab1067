"""What a first page gives -> whether it is none of it: scraps of an abstract, columns that were mixed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from basylym.repairs._front_labels import opens_front
from basylym.repairs._front_lines import Line
from basylym.repairs._lines import SENTENCE_END

TORN = "torn"  # among the values of an abstract or of keywords that are not whole
MOST_WORDS = 400  # of an abstract on several lines
SCRAP = 8  # words of what is no abstract unless a sentence ends in it: a note that was beside the page
NOTE = re.compile(r"[^\W\d_]{2,}[,;]? [∗*†‡] ?[A-Z][^\W\d_]+ [^\W\d_]")
BODY = re.compile(
    r"\b(?:\w*[Uu]niversi\w+|Institut\w*|Laborator\w+|Group|Consortium|Department|College|School|Cent(?:er|re|ro)"
    r"|Academy)\b"
)


def is_scrap(said: str, more: int) -> bool:
    """Tell whether what stands as an abstract is a scrap, the title again, or holds a note of the page.

    Neither is it one where a list goes on from it, or where it is longer than any that its ``more`` lines
    may have run on from.
    """
    scrap = not SENTENCE_END.search(said) and len(said.split()) < SCRAP
    long = more > 0 and len(said.split()) > MOST_WORDS
    return scrap or long or said.isupper() or said.endswith((":", ";", ",")) or bool(NOTE.search(said))


def whole(text: str, lines: Sequence[Line]) -> list[Line]:
    """Return the lines, each abstract or list of keywords that is torn from its rest marked as such."""
    made = list(lines)
    for place, line in enumerate(made):
        if line.kind not in ("abstract", "keywords"):
            continue
        rows = [line]
        for other in made[place + 1 :]:
            if other.kind != "more":
                break
            rows.append(other)
        if _is_torn(text, rows):
            made[place] = replace(line, values=line.values | {TORN: True})
    return made


def _is_torn(text: str, rows: Sequence[Line]) -> bool:
    """Tell whether a text goes on in the line right below, or from elsewhere into an abstract."""
    listed = rows[0].kind == "keywords"
    if not listed and not rows[0].values["rest"] and len(rows) > 1 and rows[1].text[:1].islower():
        return True
    below = text[rows[-1].end :].removeprefix("\n").split("\n", 1)[0].strip()
    follows = (
        (below[:1].islower() if listed else bool(below))
        and not opens_front(below)
        and not below.startswith("#")
    )
    return follows and not SENTENCE_END.search(rows[-1].text)


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
