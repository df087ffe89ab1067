"""A displayed formula that is too wide for its line -> the same on several lines, broken where one may break.

A line ends before a relation, else before an operator, else after a comma and white; never inside
brackets. Source: Chicago Manual of Style 17, 12.23; ISO 80000-2, 7.4 (the sign stands once).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from basylym.adapters import markup
from basylym.adapters.markup import Element

RELATIONS = frozenset("=≠<>≤≥⩽⩾≪≫≈≃≅≡∼∝∈∉⊂⊆⊃⊇→←↔⇒⇐⇔⟹⟺↦≔:")
OPERATORS = frozenset("+-−±∓×⋅·*∪∩∧∨⊕⊗")
OPENING, CLOSING = frozenset("([{⟨⌈⌊"), frozenset(")]}⟩⌉⌋")
NAMESPACE = "http://www.w3.org/1998/Math/MathML"
INDENT = 2.0  # em that lines from the second on stand in
LEAST_FULL = 0.5  # of a line: one that ends before a relation holds so much, or it ends before an operator
RELATION, OPERATOR, COMMA = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands between two places where a formula may break, and the kind of place before it."""

    nodes: tuple[Element, ...]
    before: int


def segments(formula: Element) -> list[Segment]:
    """Cut a formula at all places where it may break; one segment where there is none."""
    row = _row(formula)
    made: list[Segment] = []
    held: list[Element] = []
    before, depth, apart = RELATION, 0, False
    for node in row:
        sign = (node.text or "").strip() if node.tag == "mo" else ""
        depth += (sign in OPENING) - (sign in CLOSING) if sign else 0
        kind = RELATION if sign in RELATIONS else OPERATOR if sign in OPERATORS else None
        if sign and kind == OPERATOR and (not held or _is_sign(held[-1])):
            kind = None  # the sign of a number, not an operator between two
        kind = COMMA if kind is None and apart and node.tag != "mspace" else kind
        if kind is not None and depth == 0:
            if held:
                made.append(Segment(tuple(held), before))
                held = []
            before = kind if made else RELATION
        apart = node.tag == "mspace"
        held.append(node)
    return [*made, Segment(tuple(held), before)] if held else made


def _row(formula: Element) -> Sequence[Element]:
    """The parts of a formula that stand beside one another."""
    node = formula
    while len(node) == 1 and node.tag in ("math", "semantics", "mrow", "mstyle"):
        node = node[0]
    return list(node) if node.tag in ("math", "semantics", "mrow", "mstyle") else [node]


def _is_sign(node: Element) -> bool:
    sign = (node.text or "").strip() if node.tag == "mo" else ""
    return bool(sign) and (sign in RELATIONS or sign in OPERATORS or sign in OPENING or sign == ",")


def lines(parts: Sequence[Segment], widths: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Fill lines of ``room`` em with segments of ``widths``: first and one past the last of each line."""
    made: list[tuple[int, int]] = []
    start = 0
    while start < len(parts):
        space = room - (INDENT if made else 0.0)
        end, width = start + 1, widths[start]
        while end < len(parts) and width + widths[end] <= space:
            width += widths[end]
            end += 1
        if end < len(parts):
            end = _better(parts, widths, start, end, space)
        made.append((start, end))
        start = end
    return made


def _better(parts: Sequence[Segment], widths: Sequence[float], start: int, end: int, space: float) -> int:
    """The best place to end a line that could end before ``end``."""
    ends = range(start + 1, end + 1)
    full = [place for place in ends if sum(widths[start:place]) >= LEAST_FULL * space or place == end]
    return min(full, key=lambda place: (parts[place].before, -place))


def alone(part: Segment) -> str:
    """A segment as a formula of its own."""
    return _written("".join(map(markup.xml, part.nodes)))


def stacked(parts: Sequence[Segment], rows: Sequence[tuple[int, int]]) -> str:
    """The formula in rows that begin at the left, all but the first a little further in."""
    made = []
    for number, (first, past) in enumerate(rows):
        inside = "".join(markup.xml(node) for part in parts[first:past] for node in part.nodes)
        step = f'<mspace width="{INDENT}em"/>' if number else ""
        made.append(f'<mtr><mtd><mstyle displaystyle="true">{step}{inside}</mstyle></mtd></mtr>')
    return _written(f'<mtable columnalign="left" rowspacing="0.5em">{"".join(made)}</mtable>')


def _written(inside: str) -> str:
    return f'<math display="block" xmlns="{NAMESPACE}">{inside}</math>'
