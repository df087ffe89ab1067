"""The signs of an author's numbered lists, such as 1) and (a), carried through HTML.

Pandoc's HTML keeps the numbers and forgets what stands around them, so each list goes through it in a
division that says so; ``markers.css`` prints the class that its ``ol`` bears in the end.
"""

from __future__ import annotations

from basylym.adapters import markup
from basylym.model.document import Document, Node, div, rewrite

AROUND = {"OneParen": "paren", "TwoParens": "parens"}
COUNTED = {
    "Decimal": "decimal",
    "Example": "decimal",
    "DefaultStyle": "decimal",
    "LowerAlpha": "lower-alpha",
    "UpperAlpha": "upper-alpha",
    "LowerRoman": "lower-roman",
    "UpperRoman": "upper-roman",
}
CLASSES = frozenset(f"{counted}-{around}" for counted in COUNTED.values() for around in AROUND.values())


def marked(document: Document) -> Document:
    """A document whose numbered lists stand in divisions that name their signs, for ``settle`` to undo."""

    def change(node: Node, _: str) -> Node:
        if node["t"] != "OrderedList":
            return node
        _, counted, around = node["c"][0]
        if around["t"] not in AROUND:
            return node
        return div([node], classes=(f"{COUNTED[counted['t']]}-{AROUND[around['t']]}",))

    return document.with_blocks(rewrite(list(document.blocks), change, ""))


def settle(root: markup.Element) -> None:
    """Give each list below ``root`` the class of the division around it, and take that away."""
    for box in list(root.xpath(".//*[local-name()='div'][@class][count(*)=1]/*[local-name()='ol']/..")):
        if box.get("class") in CLASSES:
            box[0].set("class", " ".join(filter(None, (box[0].get("class"), box.get("class")))))
            markup.unwrap(box)
