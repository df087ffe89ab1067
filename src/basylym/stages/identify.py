"""Document -> Document: every identifier one that XML allows, no two alike, and links that follow them.

Until here labels and citation keys stand as their authors wrote them, ``fig:map`` or ``белл/174``.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from basylym.model.document import ATTRIBUTES_AT, Document, Node, rewrite
from basylym.model.notices import Condition, Notice, Outcome

UNFIT = re.compile(r"[^\w.-]")
START = re.compile(r"[^\W\d]")


def identify(document: Document) -> Outcome[Document]:
    """Rename what must be renamed.

    Of two elements with one identifier the first in the text keeps it, and links lead there.

    Notices:
        ``CROSS_REFERENCE_RESOLVES``: a link to a place that is not there; its words stay, unlinked.

    Source: Namespaces in XML 1.0, NCName.
    """
    names = _named(document)
    given: dict[str, int] = {}
    notices = []

    def change(node: Node, _: str) -> Node | list[Node]:
        place = ATTRIBUTES_AT.get(node["t"])
        if place is None:
            return node
        raw, classes, pairs = node["c"][place]
        if raw:
            turn = given.get(raw, 0)
            given[raw] = turn + 1
            new = names[raw][turn]
            if new != raw:
                content = [*node["c"][:place], [new, classes, pairs], *node["c"][place + 1 :]]
                node = {"t": node["t"], "c": content}
        return _aimed(node)

    def _aimed(node: Node) -> Node | list[Node]:
        if node["t"] != "Link" or not node["c"][2][0].startswith("#"):
            return node
        attribute, run, (target, title) = node["c"]
        aim = target[1:] if target[1:] in names else unquote(target[1:])
        if aim not in names:
            notices.append(Notice(Condition.CROSS_REFERENCE_RESOLVES, f"the link {target} leads nowhere"))
            inner: list[Node] = run
            return inner
        return {"t": "Link", "c": [attribute, run, ["#" + names[aim][0], title]]}

    return Outcome(document.with_blocks(rewrite(list(document.blocks), change, "")), tuple(notices))


def _named(document: Document) -> dict[str, list[str]]:
    """Each identifier as written -> its new names, one for each element that bears it."""
    found: list[str] = []

    def note(node: Node, _: str) -> Node:
        place = ATTRIBUTES_AT.get(node["t"])
        if place is not None and node["c"][place][0]:
            found.append(node["c"][place][0])
        return node

    rewrite(list(document.blocks), note, "")
    taken: set[str] = set()
    names: dict[str, list[str]] = {}
    for raw in found:
        fit = _fit(raw)
        new, turn = fit, 1
        while new in taken:
            turn += 1
            new = f"{fit}-{turn}"
        taken.add(new)
        names.setdefault(raw, []).append(new)
    return names


def _fit(raw: str) -> str:
    fit = UNFIT.sub("-", raw)
    return fit if START.match(fit) else f"n-{fit}"
