"""Document -> what a journal asks of a manuscript: how many words it has, figures and tables at its end."""

from __future__ import annotations

import re
from collections.abc import Mapping

from basylym.model.document import Document, Node, attributes, div, plain, words

WORD = re.compile(r"[^\W_](?:[^\W_]|[-\u00ad\u0300-\u036f'’.,](?=[^\W_]))*")
APART = ("Table", "Figure", "CodeBlock")
GATHERED = "gathered"
PLACE = "place-of-float"  # what stands where a figure stood
LABEL = "label"
STATEMENTS = "statements"


def word_counts(document: Document) -> dict[str, int]:
    """Words of the text, under ``""``, and of the abstract in each language.

    Not counted as text: front matter, statements, tables, figures, code, notes and references.
    """
    counts = {"": 0}
    for block in document.blocks:
        name, classes, _ = attributes(block)
        if name.startswith("front-abstract-"):
            counts[name.removeprefix("front-abstract-")] = _words(block)
        elif not (
            name.startswith("front-")
            or {"references", STATEMENTS, PLACE, GATHERED} & {*classes}
            or block["t"] in APART
        ):
            counts[""] += _words(block)
    return counts


def _words(block: Node) -> int:
    return len(WORD.findall(_spaced(block)))


def _spaced(value: object) -> str:
    """The text below ``value``, with white between blocks and cells, and no formula."""
    if isinstance(value, dict):
        if value.get("t") in ("Para", "Plain", "Header"):
            return plain(_without_formulas(value)) + "\n"
        if value.get("t") == "Div" and PLACE in attributes(value)[1]:
            return ""
        return "" if value.get("t") in APART else _spaced(value.get("c", ""))
    if isinstance(value, list | tuple):
        return "\n".join(_spaced(part) for part in value)
    return ""


def _without_formulas(value: object) -> object:
    if isinstance(value, dict):
        if value.get("t") == "Math":
            return {"t": "Space"}
        return {name: _without_formulas(part) for name, part in value.items()}
    return [_without_formulas(part) for part in value] if isinstance(value, list) else value


def declared(document: Document, statements: Mapping[str, str]) -> Document:
    """The document with what its authors declare, by heading, before the list of references."""
    if not statements:
        return document
    told: list[Node] = [
        {"t": "Para", "c": [{"t": "Strong", "c": words(f"{label}.")}, {"t": "Space"}, *words(text)]}
        for label, text in statements.items()
    ]
    blocks = list(document.blocks)
    at = next((n for n, block in enumerate(blocks) if "references" in attributes(block)[1]), len(blocks))
    at -= int(0 < at < len(blocks) and blocks[at - 1]["t"] == "Header")
    return document.with_blocks([*blocks[:at], div(told, classes=(STATEMENTS,)), *blocks[at:]])


def gathered(document: Document) -> Document:
    """The document with captioned figures and tables behind everything else, their places marked."""
    moved: list[Node] = []
    blocks = [_taken(block, moved) for block in document.blocks]
    made = document.with_blocks(blocks)
    return made.with_blocks([*blocks, div(moved, classes=(GATHERED,))]) if moved else document


def _taken(block: Node, moved: list[Node]) -> Node:
    if block["t"] in ("Figure", "Table"):
        caption = block["c"][1]
        label = next((plain(node) for node in _spans(caption) if LABEL in attributes(node)[1]), "")
        if label:
            moved.append(block)
            return div([{"t": "Para", "c": words(f"[{label.strip(' .')}]")}], classes=(PLACE,))
    if block["t"] == "Div" and "references" not in attributes(block)[1]:
        return {"t": "Div", "c": [block["c"][0], [_taken(inner, moved) for inner in block["c"][1]]]}
    return block


def _spans(value: object) -> list[Node]:
    if isinstance(value, dict):
        mine = [value] if value.get("t") == "Span" else []
        return mine + _spans(value.get("c", []))
    return [node for part in value for node in _spans(part)] if isinstance(value, list) else []
