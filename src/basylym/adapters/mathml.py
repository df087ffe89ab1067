"""MathML -> SVG outlines that sit on the line, by ziamath in a child process: its one home.

WeasyPrint prints MathML as bare text and says nothing, so formulas reach it as pictures.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from basylym.adapters import child
from basylym.model.notices import BasylymError, Condition, Notice

LIMITS = child.Limits(seconds=60, megabytes=2048)
SIZE = 100.0  # units of the drawing to one em
AIR = 2.0  # units around the ink, for what overshoots its box


@dataclass(frozen=True, slots=True)
class Drawing:
    """A formula as SVG. ``width``, ``ascent`` and ``depth`` are em of its own type size."""

    svg: str
    width: float
    ascent: float
    depth: float


def draw(formulas: Sequence[str], colour: str) -> list[Drawing | None]:
    """Draw each formula of ``formulas``, in MathML; None where it cannot be drawn.

    Raises:
        BasylymError: ``CHILD_ENDS``.
    """
    if not formulas:
        return []
    given = json.dumps({"formulas": list(formulas), "colour": colour}).encode()
    command = [sys.executable, "-m", "basylym.adapters.mathml"]
    ended = child.run(command, given, LIMITS, tool="ziamath")
    if ended.code:
        last = (ended.complaint.strip().splitlines() or ["it gave no reason"])[-1]
        raise BasylymError(Notice(Condition.CHILD_ENDS, f"ziamath stopped: {last[:300]}"))
    return [Drawing(**one) if one else None for one in json.loads(ended.output)]


def _drawn(formula: str, colour: str) -> Drawing | None:
    from ziamath.zmath import Math

    made = Math(formula, size=SIZE, margin=AIR)
    box = made.node.bbox
    if box.xmax <= box.xmin or box.ymax <= box.ymin:
        return None
    svg = made.svg().replace('fill="black"', f'fill="{colour}"')
    return Drawing(
        svg, (box.xmax - box.xmin + 2 * AIR) / SIZE, (box.ymax + AIR) / SIZE, (AIR - box.ymin) / SIZE
    )


def _main() -> None:
    given = json.loads(sys.stdin.buffer.read())
    made: list[dict[str, object] | None] = []
    for formula in given["formulas"]:
        try:
            drawing = _drawn(formula, given["colour"])
            made.append(asdict(drawing) if drawing else None)
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, SyntaxError):
            made.append(None)  # the caller says so, and prints the formula's TeX
    sys.stdout.write(json.dumps(made))


if __name__ == "__main__":
    _main()
