r"""A rich text file -> the same without groups that Pandoc loses text behind, formulas of one line as text.

Word writes a picture twice, and a formula twice: as such and as a picture. Behind some of the second ones
Pandoc loses the rest of the paragraph.

Source: Rich Text Format Specification 1.9.1, sections Pictures, Math.
"""

from __future__ import annotations

import re

OPENED = re.compile(rb"\{(?:\\\*)?\\(nonshppict|mmathPict|moMathPara|moMath)(?![A-Za-z])")
BRACE = re.compile(rb"\\.|[{}]", re.DOTALL)
TWICE = frozenset({b"nonshppict", b"mmathPict"})
BUILT = re.compile(
    rb"\\m(?:f|rad|sSub|sSup|sSubSup|sPre|nary|m|limLow|limUpp|acc|bar|box|borderBox|d|eqArr|func|groupChr|phant)"
    rb"(?![A-Za-z])"
)
"""What a formula is built of that does not stand on one line."""


def without_copies(raw: bytes) -> tuple[bytes, int]:
    """Return the file, and how many formulas are left out, for they stand on more than one line."""
    pieces: list[bytes] = []
    place = lost = 0
    for found in OPENED.finditer(raw):
        if found.start() < place:
            continue
        end = _end(raw, found.start())
        group = raw[found.start() : end]
        pieces.append(raw[place : found.start()])
        place = end
        if found[1] in TWICE:
            continue
        if BUILT.search(group):
            lost += 1
        else:
            pieces.append(b"{" + raw[found.end() : end])
    return b"".join((*pieces, raw[place:])), lost


def _end(raw: bytes, start: int) -> int:
    depth = 0
    for brace in BRACE.finditer(raw, start):
        if brace[0] in b"{}":
            depth += 1 if brace[0] == b"{" else -1
            if not depth:
                return brace.end()
    return len(raw)
