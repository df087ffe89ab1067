"""Signs beside a formula, held with it: no line ends in ``(`` or begins with ``,``.

A browser may part a formula from everything but a letter. Source: UAX #14, LB13 and LB14, which hold
for letters alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from basylym.adapters import markup

OPENING = re.compile(r"[(\[{«„“‘‹–—/]+$")
CLOSING = re.compile(r"^[)\]}»”’›.,;:!?…%/]+")
HELD = "nb"


def hold(formulas: Iterable[markup.Element]) -> None:
    """Put each formula and the signs beside it into a span that is not broken; changes their tree.

    Args:
        formulas: in a line, whether MathML or pictures.
    """
    for formula in list(formulas):
        parent, previous = formula.getparent(), formula.getprevious()
        before = (parent.text if previous is None else previous.tail) or ""
        opening, closing = OPENING.search(before), CLOSING.match(formula.tail or "")
        if not opening and not closing:
            continue
        space = formula.tag.rpartition("}")[0].replace("1998/Math/MathML", "1999/xhtml")
        around = markup.wrap(formula, f"{space}}}span" if space else "span", class_=HELD)
        if opening:
            around.text, rest = opening.group(), before[: opening.start()]
            if previous is None:
                parent.text = rest
            else:
                previous.tail = rest
        if closing:
            formula.tail, around.tail = closing.group(), (around.tail or "")[closing.end() :]
