"""Document -> Wording: what an edition of it must say, word for word, notes after the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from basylym.model.document import Document, Node, attributes, plain
from basylym.model.wording import OBJECT, Wording

INSIDE: Mapping[str, int] = {
    **dict.fromkeys(("Emph", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps", "Underline"), 0),
    **dict.fromkeys(("Span", "Link", "Cite"), 1),
}
"""Inlines that hold inlines -> where; 0 stands for all of the content."""


def wording(
    document: Document,
    first_note: int = 1,
    *,
    caption_first: bool = False,
    instead: Callable[[str], str | None] = lambda tex: None,
) -> Wording:
    """The text of a document.

    Args:
        document: cited, numbered and typeset, without what stands elsewhere in the edition.
        first_note: the number of its first note.
        caption_first: a figure's caption is read before its picture.
        instead: what stands as text in the place of a formula that could not be shown as one.
    """
    reader = _Reader(first_note, caption_first, instead)
    reader.blocks(document.blocks)
    running, notes = "".join(reader.out), []
    while reader.open:
        body, reader.open = reader.open, []
        for note in body:
            reader.out = []
            reader.blocks(note)
            notes.append("".join(reader.out))
    return Wording(running, tuple(notes), tuple(reader.objects), reader.tables)


class _Reader:
    """Writes a tree down; ``open`` are the notes called and not yet written."""

    def __init__(self, number: int, caption_first: bool, instead: Callable[[str], str | None]) -> None:
        self.out: list[str] = []
        self.objects: list[str] = []
        self.open: list[list[Node]] = []
        self.tables = 0
        self.number = number
        self.caption_first = caption_first
        self.instead = instead

    def blocks(self, blocks: Any) -> None:
        for block in blocks:
            self.out.append("\n")
            self.block(block)
            self.out.append("\n")

    def block(self, block: Node) -> None:
        kind: str = block["t"]
        content: Any = block.get("c")
        if kind in ("Para", "Plain"):
            self.inlines(content)
        elif kind == "Header":
            self.inlines(content[2])
        elif kind == "CodeBlock":
            self.out.append(content[1])
        elif kind == "LineBlock":
            for line in content:
                self.inlines(line)
                self.out.append("\n")
        elif kind in ("Div", "OrderedList"):
            self.nested(content[1], deep=kind == "OrderedList")
        elif kind in ("BlockQuote", "BulletList"):
            self.nested(content, deep=kind == "BulletList")
        elif kind == "DefinitionList":
            for term, told in content:
                self.inlines(term)
                self.nested(told, deep=True)
        elif kind == "Figure":
            parts = [content[1][1], content[2]]
            for part in parts if self.caption_first else reversed(parts):
                self.blocks(part)
        elif kind == "Table":
            self.table(content)

    def nested(self, value: Any, *, deep: bool) -> None:
        for item in value if deep else [value]:
            self.blocks(item)

    def table(self, content: Any) -> None:
        self.tables += 1
        self.blocks(content[1][1])
        bodies = [row for body in content[4] for row in (*body[2], *body[3])]
        for row in (*content[3][1], *bodies, *content[5][1]):
            for cell in row[1]:
                self.blocks(cell[4])

    def inlines(self, run: Any) -> None:
        for node in run:
            self.inline(node)

    def inline(self, node: Node) -> None:
        kind: str = node["t"]
        content: Any = node.get("c")
        if kind == "Str":
            self.out.append(content)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            self.out.append(" ")
        elif kind == "Code":
            self.out.append(content[1])
        elif kind == "Math":
            text = self.instead(content[1])
            if text is None:
                self.shown(content[1])
            else:
                self.out.append(text)
        elif kind == "Image":
            self.shown(attributes(node)[2].get("alt") or plain(content[1]))
        elif kind == "Note":
            self.out.append(str(self.number))
            self.number += 1
            self.open.append(content)
        elif kind == "Quoted":
            marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
            self.out.append(marks[0])
            self.inlines(content[1])
            self.out.append(marks[1])
        elif kind in INSIDE:
            self.inlines(content[INSIDE[kind]] if INSIDE[kind] else content)

    def shown(self, words: str) -> None:
        self.out.append(OBJECT)
        self.objects.append(words)
