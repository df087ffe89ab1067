"""The text of an edition and the manuscript's -> the places where they differ.

What a page adds to break its lines is undone on both sides: spaces, soft hyphens, and hyphens,
which at a line's end cannot be told from soft ones. Everything else must be the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from basylym.model.document import Document, plain, walk
from basylym.model.notices import Condition, Notice

SHOWN = 40  # characters of a missing passage that a notice quotes
LEAVES = ("Para", "Plain", "Header", "CodeBlock")
_DROPPED = re.compile(r"[\s\u00ad\u200b\u2060\ufeff\u2010\u2011-]+")


def squeezed(text: str) -> str:
    """``text`` as the proof compares it: compatible forms as one, no spaces, no hyphens."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text))


def passages(document: Document) -> Iterator[str]:
    """The text of every paragraph, heading, cell, term, verse, note and caption, formulas left out."""
    for node in walk(document.blocks):
        if node["t"] in LEAVES:
            yield from _pieces(node)
        elif node["t"] == "LineBlock":
            for line in node["c"]:
                yield from _pieces(line)
        elif node["t"] == "DefinitionList":
            for term, _ in node["c"]:
                yield from _pieces(term)


def _pieces(node: object) -> Iterator[str]:
    """The plain text of a leaf, cut where a formula or a note interrupts it."""
    marked = _cut(node)
    for piece in plain(marked).split("\x00"):
        if squeezed(piece):
            yield piece


def _cut(value: object) -> object:
    if isinstance(value, dict):
        if value.get("t") in ("Math", "Note", "Image"):
            return {"t": "Str", "c": "\x00"}
        return {name: _cut(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_cut(part) for part in value]
    return value


def missing(document: Document, edition: str, name: str) -> tuple[Notice, ...]:
    """Notices: ``EDITION_KEEPS_TEXT`` for each passage of ``document`` not in the edition's text.

    Args:
        document: as printed: cited, numbered and typeset.
        edition: all text of the edition, in reading order, running heads left out.
        name: of the edition, for the notice.
    """
    whole = squeezed(edition)
    found = []
    for passage in passages(document):
        if squeezed(passage) not in whole:
            shown = " ".join(passage.replace("\u00ad", "").split())[:SHOWN]
            found.append(Notice(Condition.EDITION_KEEPS_TEXT, f"{name} lacks the passage {shown!r}"))
    return tuple(found)


def order(passages: Sequence[str], edition: str) -> int:
    """How many passages stand in the edition before the one they should follow."""
    whole, last, wrong = squeezed(edition), 0, 0
    for passage in passages:
        at = whole.find(squeezed(passage), last)
        if at < 0:
            wrong += 1
        else:
            last = at
    return wrong
