"""What one form of the PDF has of its own: template, style, kinds of paragraph, grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
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
        size: pt of the type of the text.
        top: pt from a page's top to the grid's first line.
        widths: pt of the measure and of the frame.
        numbered: whether the lines are numbered in the margin.
        floating: whether figures stand at the tops of pages.
        room: for a displayed formula beside its number, in em of the text.
        css: what follows the style sheets.
        fonts: files besides those of the press's own page.
    """

    template: str
    styles: tuple[str, ...]
    values: Callable[[Galley, Mapping[str, str], Mapping[str, str]], dict[str, Any]]
    settings: Callable[[Language], tuple[Setting, ...]]
    inlines: Mapping[str, Change]
    unit: float
    size: float
    top: float
    widths: tuple[float, float]
    numbered: bool = False
    floating: bool = False
    room: float = 298.0 / 10.2
    css: str = ""
    fonts: tuple[Path, ...] = ()


ONE_COLUMN = Form(
    template="print.html.j2",
    styles=(
        "markers.css",
        "print.css",
    ),
    values=_print_front.values,
    settings=_print_settings.settings,
    inlines=_print_settings.INLINES,
    unit=14.0,
    size=10.2,
    top=63.0,
    widths=(378.0, 490.0),
    floating=True,
)


COLUMNS = _print_settings.Sizes(
    measure=237.0,
    summary=237.0,
    note=350.0,
    entry=218.0,
    text=9.4,
    h2=11.2,
    h3=8.9,
    abstract=9.4,
    quotation=9.0,
    notes=8.2,
    entries=8.4,
    indent=(12.0, 12.4, 10.5),
    quoted=11.0,
    hanging=12.0,
)

TWO_COLUMNS = Form(
    template="columns.html.j2",
    styles=("markers.css", "print.css", "columns.css"),
    values=_print_front.values,
    settings=lambda language: _print_settings.settings(language, COLUMNS),
    inlines={
        **_print_settings.INLINES,
        "span.lead": Change(),
        "span.backlinks": Change(family=_print_settings.SANS, scale=6.8 / 8.4, unbroken=True),
    },
    unit=12.0,
    size=9.4,
    top=63.0,
    widths=(237.0, 490.0),
    floating=True,
    room=189.0 / 9.4,
)
