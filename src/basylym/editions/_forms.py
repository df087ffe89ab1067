"""What one form of the PDF has of its own: template, style, kinds of paragraph, grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from basylym.editions import _print_front, _print_settings
from basylym.editions._composed import Setting
from basylym.editions._voices import Change
from basylym.model.galley import Galley
from basylym.model.language import Language


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the printed page.

    Attributes:
        template: that the front matter is filled into.
        styles: style sheets, each over those before it.
        values: what the template asks for, of the pieces of the front matter as HTML and as text.
        settings: how each kind of paragraph is composed, as the style sheets say.
        inlines: what inline elements change, as the style sheets say.
        unit: pt of one line of the grid.
        top: pt from a page's top to the grid's first line.
        widths: pt of the measure and of the frame.
        numbered: whether the lines are numbered in the margin.
        floating: whether figures stand at the tops of pages.
    """

    template: str
    styles: tuple[str, ...]
    values: Callable[[Galley, Mapping[str, str], Mapping[str, str]], dict[str, Any]]
    settings: Callable[[Language], tuple[Setting, ...]]
    inlines: Mapping[str, Change]
    unit: float
    top: float
    widths: tuple[float, float]
    numbered: bool = False
    floating: bool = False


ONE_COLUMN = Form(
    template="print.html.j2",
    styles=("print.css",),
    values=_print_front.values,
    settings=_print_settings.settings,
    inlines=_print_settings.INLINES,
    unit=14.0,
    top=63.0,
    widths=(378.0, 490.0),
    floating=True,
)
