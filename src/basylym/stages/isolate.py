"""Document that reads from right to left -> the same, each run of words from left to right marked as one.

A figure or a full stop beside a Latin word would else be drawn into the word's direction: ``№ 151-I. – 1997``
came out as ``1997 – .I-151``.

Source: Unicode Standard Annex 9, 2.7 (isolates, in markup ``dir``) and rules W7, N1, N2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from basylym.model.document import Document, Node, Run, rewrite_runs, span, words
from basylym.model.language import Language

OTHER = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"  # letters of scripts that read from right to left
SIGN = rf"[^\W_{OTHER}]"
INNER = rf"[^\s{OTHER}«»“”„‹›()\[\],;!?]"
WORD = rf"(?={INNER}*[^\W\d_{OTHER}]){SIGN}(?:{INNER}*(?:{SIGN}|/))?"
FIGURE = r"\d(?:[\d.,:/–-]*\d)?(?![^\s.,:;!?)\]»،؛؟])"
ISLAND = re.compile(rf"{WORD}(?:[ \u00a0]{FIGURE}|\.?[ \u00a0]{WORD})*")


def document(given: Document, language: Language) -> Document:
    """``given`` with every island in a span of its own; passages in other languages are left alone.

    Args:
        given: typeset.
        language: of the article; where it reads from left to right the document comes back as it is.
    """
    if language.direction != "rtl":
        return given

    def change(run: Run, inside: str) -> Run:
        return list(_marked(run)) if inside == language.tag else run

    return given.with_blocks(rewrite_runs(list(given.blocks), change, language.tag))


def _marked(run: Run) -> Iterator[Node]:
    for textual, group in groupby(run, lambda node: node["t"] in ("Str", "Space")):
        nodes = list(group)
        text = "".join(node["c"] if node["t"] == "Str" else " " for node in nodes)
        if not textual or not ISLAND.search(text):
            yield from nodes
            continue
        place = 0
        for found in ISLAND.finditer(text):
            yield from words(text[place : found.start()])
            yield span(words(found.group()), dir="ltr")
            place = found.end()
        yield from words(text[place:])
