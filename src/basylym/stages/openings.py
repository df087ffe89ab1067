"""Cross-references as authors write them: what names a label, and which of them starts a sentence."""

from __future__ import annotations

import re

from basylym.model.document import Node, Run, plain
from basylym.model.language import Language

LABEL = re.compile(r"(?:fig|tbl|tab|eq|sec):\S+")
GAPS = ("Space", "SoftBreak")
OPENING, CLOSING = "([«“„\"'", ")]»”“\"'"


def label_of(name: str) -> str:
    """The label that a citation key names, its first letter in either case; "" where it names none."""
    lowered = name[:1].lower() + name[1:]
    return lowered if LABEL.fullmatch(lowered) else ""


def capitalized(node: Node, language: Language) -> Node:
    """A paragraph with each ``@fig:map`` at the start of a sentence as ``@Fig:map``."""
    if node["t"] not in ("Para", "Plain"):
        return node
    run: Run = node["c"]
    made = [
        _capital(part) if part["t"] == "Cite" and _starts(run[:place], language) else part
        for place, part in enumerate(run)
    ]
    return {"t": node["t"], "c": made}


def _starts(before: Run, language: Language) -> bool:
    """Whether a sentence starts behind ``before``: not behind см. or А., whose point ends none."""
    if not before:
        return True
    last = plain(before[:-1]).rpartition(" ")[2].rstrip(CLOSING)
    if before[-1]["t"] not in GAPS or not last:
        return False
    word = last.strip(OPENING)
    abbreviated = word[:-1].lower() in language.abbreviations or len(word) == 2
    return last[-1] in "!?…" or (last[-1] == "." and not abbreviated)


def _capital(cited: Node) -> Node:
    first, *others = cited["c"][0]
    name = first["citationId"]
    if not label_of(name) or first["citationPrefix"]:
        return cited
    first = {**first, "citationId": name[0].upper() + name[1:]}
    return {"t": "Cite", "c": [[first, *others], cited["c"][1]]}
