"""Pandoc's tree of an article, and the ways to walk it and to make a changed one.

A node is Pandoc's JSON: ``{"t": type, "c": content}``. Nodes are never changed once made;
``rewrite`` shares what it leaves alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

Node = dict[str, Any]
Run = list[Node]

INLINE_AT: Mapping[str, int | None] = {
    "Para": None,
    "Plain": None,
    "Emph": None,
    "Strong": None,
    "Strikeout": None,
    "Superscript": None,
    "Subscript": None,
    "SmallCaps": None,
    "Underline": None,
    "Header": 2,
    "Span": 1,
    "Link": 1,
    "Image": 1,
    "Quoted": 1,
    "Cite": 1,
}
ATTRIBUTES_AT: Mapping[str, int] = {
    "Div": 0,
    "Span": 0,
    "Header": 1,
    "Link": 0,
    "Image": 0,
    "Figure": 0,
    "Table": 0,
    "Code": 0,
    "CodeBlock": 0,
}


@dataclass(frozen=True, slots=True)
class Document:
    """An article as Pandoc's blocks. ``version`` is Pandoc's API version, such as (1, 23, 1)."""

    version: tuple[int, ...]
    blocks: tuple[Node, ...]

    def with_blocks(self, blocks: list[Node]) -> Document:
        """The same document with other blocks."""
        return replace(self, blocks=tuple(blocks))


def string(text: str) -> Node:
    """One word."""
    return {"t": "Str", "c": text}


def span(children: Run, *, identifier: str = "", classes: tuple[str, ...] = (), **pairs: str) -> Node:
    """Inlines with attributes."""
    named = [[name.replace("_", "-"), value] for name, value in pairs.items()]
    return {"t": "Span", "c": [[identifier, list(classes), named], children]}


def div(children: list[Node], *, identifier: str = "", classes: tuple[str, ...] = (), **pairs: str) -> Node:
    """Blocks with attributes."""
    named = [[name.replace("_", "-"), value] for name, value in pairs.items()]
    return {"t": "Div", "c": [[identifier, list(classes), named], children]}


def words(text: str) -> Run:
    """Plain text as words and spaces."""
    run: Run = []
    for number, word in enumerate(text.split(" ")):
        if number:
            run.append({"t": "Space"})
        if word:
            run.append(string(word))
    return run


def attributes(node: Node) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """Identifier, classes and pairs of a node, empty where its type has none."""
    place = ATTRIBUTES_AT.get(node["t"])
    if place is None:
        return "", (), {}
    identifier, classes, pairs = node["c"][place]
    return identifier, tuple(classes), dict(pairs)


def walk(value: Any) -> Iterator[Node]:
    """Every node below ``value``, in the order of the text."""
    stack = [value]
    while stack:
        top = stack.pop()
        if isinstance(top, dict):
            if "t" in top:
                yield top
            stack.extend(reversed(list(top.values())))
        elif isinstance(top, list | tuple):
            stack.extend(reversed(top))


def plain(value: Any) -> str:
    """The text below ``value``: words, spaces, code and formulas, notes left out."""
    parts: list[str] = []
    stack = [value]
    while stack:
        top = stack.pop()
        if isinstance(top, str):
            parts.append(top)
        elif isinstance(top, dict):
            kind = str(top.get("t", ""))
            if kind in ("Str",):
                parts.append(top["c"])
            elif kind in ("Space", "SoftBreak", "LineBreak"):
                parts.append(" ")
            elif kind in ("Code", "CodeBlock", "Math"):
                parts.append(top["c"][1])
            elif kind == "Quoted":
                stack.extend(["”", top["c"][1], "“"])
            elif kind not in ("Note", "RawInline", "RawBlock"):
                content = top.get("c", [])
                if kind in ATTRIBUTES_AT:
                    content = [part for n, part in enumerate(content) if n != ATTRIBUTES_AT[kind]]
                stack.append(_without_targets(kind, content))
        elif isinstance(top, list | tuple):
            stack.extend(reversed([part for part in top if isinstance(part, dict | list | tuple)]))
    return "".join(parts)


def _without_targets(kind: str, content: Any) -> Any:
    if kind in ("Link", "Image"):
        return content[0]
    if kind == "Cite":
        return content[1]
    return content


def rewrite(value: Any, change: Callable[[Node, str], Any], language: str) -> Any:
    """Return ``value`` with ``change`` applied to every node, children before their parent.

    ``change(node, language)`` returns a node, or a list of nodes to stand in its place;
    ``language`` is the tag of the nearest ``lang`` attribute around the node.
    """
    if isinstance(value, dict):
        if "t" not in value:
            return {name: rewrite(part, change, language) for name, part in value.items()}
        inside = attributes(value)[2].get("lang", language)
        node = value
        if "c" in value:
            content = rewrite(value["c"], change, inside)
            node = value if content is value["c"] else {"t": value["t"], "c": content}
        return change(node, inside)
    if isinstance(value, list):
        made: list[Any] = []
        same = True
        for part in value:
            new = rewrite(part, change, language)
            if isinstance(part, dict) and "t" in part and isinstance(new, list):
                made.extend(new)
                same = False
            else:
                made.append(new)
                same = same and new is part
        return value if same else made
    return value


def rewrite_runs(value: Any, change: Callable[[Run, str], Run], language: str) -> Any:
    """Return ``value`` with ``change`` applied to every run of inlines, innermost first."""

    def at_node(node: Node, inside: str) -> Node:
        if node["t"] == "LineBlock":
            return {"t": "LineBlock", "c": [change(line, inside) for line in node["c"]]}
        if node["t"] == "DefinitionList":
            return {"t": "DefinitionList", "c": [[change(term, inside), told] for term, told in node["c"]]}
        if node["t"] not in INLINE_AT:
            return node
        place = INLINE_AT[node["t"]]
        run = node["c"] if place is None else node["c"][place]
        new = change(run, inside)
        if new is run:
            return node
        content = new if place is None else [*node["c"][:place], new, *node["c"][place + 1 :]]
        return {"t": node["t"], "c": content}

    return rewrite(value, at_node, language)
