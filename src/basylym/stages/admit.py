"""The author's Document -> the same without what an edition must not hold.

Markdown may carry attributes and addresses that a reader's program would act on. What only looks
is kept; what acts, or loads something from outside, goes, and a notice says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from basylym.model.document import ATTRIBUTES_AT, Document, Node, rewrite, walk
from basylym.model.notices import Condition, Notice, Outcome

RESERVED = "front-"  # identifiers of the pieces that the press itself puts above the text
SCHEMES = ("http://", "https://", "mailto:", "ftp://", "tel:", "urn:", "doi:")
TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
LENGTH = re.compile(r"\d{1,4}(?:\.\d{1,4})?(?:px|%|cm|mm|in|em|rem|pt)?")
NUMBER = re.compile(r"\d{1,6}")
RAW = re.compile(r"</?[A-Za-z][^<>]*>|<!--|\\(?:[A-Za-z]+)\{")
ADMITTED: dict[str, Callable[[str], Any]] = {
    "lang": TAG.fullmatch,
    "dir": re.compile("ltr|rtl|auto").fullmatch,
    "alt": lambda _: True,
    "width": LENGTH.fullmatch,
    "height": LENGTH.fullmatch,
    "startFrom": NUMBER.fullmatch,
}


def admit(document: Document, source: str) -> Outcome[Document]:
    """Take out attributes and addresses that an edition must not hold.

    Args:
        document: as Pandoc read it.
        source: the Markdown that it read, which alone shows whether ``<b>`` was escaped and is meant.

    Notices:
        ``MARKUP_IS_SAFE``: an attribute or an address was left out, or raw HTML or TeX prints as typed.
    """
    notices: list[Notice] = []

    def said(detail: str) -> None:
        notices.append(Notice(Condition.MARKUP_IS_SAFE, detail))

    def change(node: Node, _: str) -> Node | list[Node]:
        place = ATTRIBUTES_AT.get(node["t"])
        if place is not None:
            node = _with_attributes(node, place, said)
        if node["t"] == "Link" and not _leads(node["c"][2][0]):
            said(f"the address {node['c'][2][0]} leads nowhere from an edition, and was left out")
            run: list[Node] = node["c"][1]
            return run
        return node

    blocks = rewrite(list(document.blocks), change, "")
    for node in walk(blocks):
        raw = RAW.search(node["c"]) if node["t"] == "Str" else None
        if raw and re.search(rf"(?<!\\){re.escape(raw.group())}", source):
            said(f"raw code prints as typed: {raw.group()}")
    return Outcome(document.with_blocks(blocks), tuple(notices))


def _leads(address: str) -> bool:
    return address.startswith("#") or address.lower().startswith(SCHEMES)


def _with_attributes(node: Node, place: int, said: Callable[[str], None]) -> Node:
    identifier, classes, pairs = node["c"][place]
    kept = []
    for name, value in pairs:
        if name in ADMITTED and ADMITTED[name](value):
            kept.append([name, value])
        else:
            said(f"the attribute {name}={value!r} was left out")
    name = f"of-{identifier}" if identifier.startswith(RESERVED) and node["t"] == "Div" else identifier
    if len(kept) == len(pairs) and name == identifier:
        return node
    content = [*node["c"][:place], [name, classes, kept], *node["c"][place + 1 :]]
    return {"t": node["t"], "c": content}
