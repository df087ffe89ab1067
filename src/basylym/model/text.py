"""The text as received: its bytes, and the same decoded."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from basylym.model.notices import Locus

LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source as received and decoded, nothing changed.

    ``raw == mark + text.encode(encoding)`` always holds, so the bytes can be rebuilt. Where the
    file was no text, ``raw`` is the text that a tool read from it, and ``original`` its bytes.

    Attributes:
        path: the file as the user named it.
        raw: the bytes as received.
        text: the same decoded; line ends are those of the source.
        encoding: the codec's Python name.
        mark: the byte order mark, or nothing.
        evidence: why this encoding, for the ledger.
        markdown: whether the text is Markdown already, so that only its prose is repaired.
        original: the bytes of the file as received, where they were no text; else nothing.
        suffix: of that file, such as ``.docx``.
        wished: what the user asked for, such as ``changes=reject``, for the ledger.
    """

    path: str
    raw: bytes
    text: str
    encoding: str = "utf-8"
    mark: bytes = b""
    evidence: str = ""
    markdown: bool = False
    original: bytes = b""
    suffix: str = ""
    wished: str = ""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if "\r" in self.text:
            starts = (0, *(end.end() for end in LINE_END.finditer(self.text)))
        else:
            starts = (0, *accumulate(len(line) + 1 for line in self.text.split("\n")))[:-1]
        object.__setattr__(self, "_starts", starts)

    def locus(self, offset: int) -> Locus:
        """Line and column, from 1, of a code-point ``offset`` into the text."""
        return Locus(self.path, *self.place(offset))

    def place(self, offset: int) -> tuple[int, int]:
        """The same as two numbers, for the ledger's many rows."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
