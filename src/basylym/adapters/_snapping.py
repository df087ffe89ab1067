"""Blocks of odd height, brought to whole lines of the grid while WeasyPrint lays them out.

A block that is marked with ``SNAP`` gets, as soon as its height is known, borders that make it a whole number
of lines; so what follows stands on the grid at once, and no page is laid out a second time for it.
Nothing here imports WeasyPrint: its module is handed in, and one of its functions replaced.
"""

from __future__ import annotations

from typing import Any

PT = 0.75  # of one px
SNAP = "snap"
SPLIT = {"equation", "code"}  # air is added above and below these; below all others
QUOTATION = "blockquote"  # in parts it has a line above and none below
BORDERS = "border_top_width", "border_bottom_width"
PADDINGS = "padding_top", "padding_bottom"


def snap(module: Any, unit: float) -> None:
    """Have ``block`` of WeasyPrint snap; ``unit`` is pt of one line of the grid."""
    _Snapper(module, unit)


class _Snapper:
    """Lays one block out as WeasyPrint does, and gives it the borders that the grid asks for."""

    def __init__(self, module: Any, unit: float) -> None:
        self.module, self.unit = module, unit
        self.plain = module.block_level_layout_switch
        self.within: list[Any] = []  # elements being laid out; anonymous boxes inside bear them too
        self.paddings: dict[int, tuple[Any, ...]] = {}  # of a quotation in parts, as the style sheet has them
        module.block_level_layout_switch = self.laid_out

    def laid_out(self, context: Any, box: Any, *given: Any, **named: Any) -> Any:
        """``block_level_layout_switch``: the box on this page, where it resumes on the next, and more."""
        element = box.element
        names = (element.get("class") or "").split() if element is not None else ()
        if named or SNAP not in names or element in self.within or getattr(box, "afloat", False):
            return self.plain(context, box, *given, **named)  # what floats is snapped where it floats
        self.within.append(element)
        try:
            return self._snapped(context, box, *given)
        finally:
            self.within.pop()

    def _snapped(self, context: Any, box: Any, *given: Any) -> Any:
        bottom_space, skip, around, empty, absolute, fixed, margins, *others = given
        place, before = (box.position_x, box.position_y), list(margins or ())
        if skip is None:
            self._whole_again(box)
        laid = self.plain(context, box, *given)
        if laid[0] is not None and skip is None and laid[1] is not None and self._parted(box):
            self.module.remove_placeholders(context, laid[:1], absolute, fixed)
            box.position_x, box.position_y = place
            given = (bottom_space, skip, around, empty, absolute, fixed, before, *others)
            laid = self.module.block_level_layout(context, box, *given)
        made, resume_at = laid[:2]
        if made is not None and resume_at is None:
            whole = skip is None
            lacking = self._lacking(made) if whole or box.element.tag != QUOTATION else 0.0
            above = lacking / 2 if whole and SPLIT & set(box.element.get("class").split()) else 0.0
            for child in made.children:
                child.translate(dy=above - made.border_top_width)
            borders = dict(zip(BORDERS, (above, lacking - above), strict=True))
            _restyle(box, borders)  # for when its page is made once more
            for name, width in borders.items():
                setattr(made, name, width)
        return laid

    def _lacking(self, box: Any) -> float:
        """px that a box without its borders lacks to a whole number of lines."""
        height = (box.border_height() - box.border_top_width - box.border_bottom_width) * PT
        return float(round(-height % self.unit, 2) % self.unit) / PT

    def _parted(self, box: Any) -> bool:
        """Style the first part of a block: no border, and the air of a quotation all above; true if new."""
        quotation = box.element.tag == QUOTATION
        if not box.border_top_width and (not quotation or id(box.element) in self.paddings):
            return False
        changed: dict[str, Any] = dict.fromkeys(BORDERS, 0)
        if quotation:
            above, below = self.paddings[id(box.element)] = tuple(box.style[name] for name in PADDINGS)
            changed |= zip(PADDINGS, (type(above)(self.unit / PT, "px"), type(below)(0, "px")), strict=True)
        _restyle(box, changed)
        return True

    def _whole_again(self, box: Any) -> None:
        """Take back what ``_parted`` did to a quotation, for it may fit on the page this time."""
        for name, style in zip(PADDINGS, self.paddings.pop(id(box.element), ()), strict=False):
            _restyle(box, {name: style})
            setattr(box, name, style.value)


def _restyle(box: Any, changed: dict[str, Any]) -> None:
    """Change a box's style, which until then it shares with others whose style is the same."""
    if any(box.style[name] != value for name, value in changed.items()):
        box.style = box.style.copy()
        box.style.update(changed)
