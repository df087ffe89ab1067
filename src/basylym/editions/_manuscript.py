"""Front matter -> the title page of a manuscript; the kinds of its paragraphs, as manuscript.css has them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from basylym.adapters import fonts
from basylym.editions import _print_front
from basylym.editions._composed import Setting, Shape
from basylym.editions._forms import Form
from basylym.editions._print_settings import (
    FOLDER,
    INLINES,
    LINING,
    MONO,
    SANS,
    SERIF,
    classes_of,
    in_text,
    is_inline,
    keywords_of,
    listed,
    named,
    paragraph_of,
    within,
)
from basylym.editions._voices import Change, Family
from basylym.model.galley import Galley
from basylym.model.language import Language
from basylym.model.typescript import Margins, Spacing, Typeface, Typescript
from basylym.stages import manuscript_form

WIDTH, HEIGHT = 595.276, 841.89  # pt of an A4 page
USUAL = (72.28, 56.7, 67.61, 85.0)  # pt of the margins: top, right, bottom, left
MM = 72 / 25.4  # pt
UNITS = {Spacing.ONE_AND_A_HALF: 18.0, Spacing.DOUBLE: 24.0}  # pt from line to line
STEP, NOTE, ENTRY = 24.0, 14.0, 24.0  # pt by which lists and quotations, notes, references stand in
NUMBERS = 6.8  # em that the number of a formula takes
HEAD_PAGES, LINE_NUMBERS = 74.0, 14.0  # pt for the page's number, and from a line's number to the line
LONGEST_HEAD = 70  # characters
DEEPEST = 4
TIMES = Family(
    FOLDER / "manuscript" / "Tinos_400Regular.ttf",
    FOLDER / "manuscript" / "Tinos_400Regular_Italic.ttf",
    FOLDER / "manuscript" / "Tinos_700Bold.ttf",
    FOLDER / "manuscript" / "Tinos_700Bold_Italic.ttf",
    (SERIF.regular, MONO.regular, SANS.regular),
)
INLINES_HERE = {
    **INLINES,
    "span.lead": Change(),
    "span.backlinks": Change(family=SANS, scale=0.7, unbroken=True),
}
RAISED = Change(scale=0.65)
INLINES_OF_TIMES = {**INLINES_HERE, "sup.figures": RAISED, "sup.call": RAISED}
"""Times has no raised figures of its own."""


def values(galley: Galley, pieces: Mapping[str, str], plain: Mapping[str, str]) -> dict[str, Any]:
    """All that the template asks for but the body."""
    given = _print_front.values(galley, pieces, plain)
    front, terms = galley.front, galley.language.terms
    title = front.short_title or given["title_text"]
    if len(title) > LONGEST_HEAD:
        title = title[:LONGEST_HEAD].rsplit(" ", 1)[0].rstrip(" ,;:–—") + "…"
    return {
        **given,
        "manuscript_head": " · ".join(part for part in (terms.draft, title) if part),
        "word_counts": word_counts(galley),
    }


def word_counts(galley: Galley) -> str:
    """The words of the text and of each abstract, in a line."""
    terms = galley.language.terms
    counts = manuscript_form.word_counts(galley.document)
    said = [f"{terms.text.lower()} {counts.pop('')}"]
    for tag, count in counts.items():
        pack = galley.languages.get(tag) or galley.languages.get(tag.split("-")[0])
        name = terms.abstract.lower() if tag == galley.language.tag else pack.autonym if pack else tag
        said.append(f"{name} {count}")
    return terms.word_count.format(counts=", ".join(said))


def settings(language: Language, measure: float, serif: Family) -> tuple[Setting, ...]:
    """The kinds of paragraph, most particular first; all ragged."""
    small = language.proclitics | language.enclitics | {language.csl_terms.get("and", "")}
    ragged, balanced = Shape.RAGGED, Shape.BALANCED

    def title(tag: str, size: float) -> Setting:
        return Setting(
            lambda element: element.tag == tag,
            serif,
            size,
            measure,
            shape=balanced,
            bold=True,
            features=LINING[:1],
            clinging=small,
        )

    def text(matches: Any, left: float = 0.0, indent: float = 0.0, size: float = 12.0) -> Setting:
        return Setting(matches, serif, size, measure - left, indent, shape=ragged, features=LINING)

    def apart(matches: Any) -> Setting:
        return Setting(matches, SANS, 10.5, measure, shape=ragged, features=LINING[:1])

    made = [
        title("h1", 16.0),
        title("h2", 13.5),
        title("h3", 12.0),
        *(text(within(name, opening=True)) for name in ("abstract", "summary")),
        *(text(within(name, opening=False), indent=STEP) for name in ("abstract", "summary")),
        text(paragraph_of("note", opening=True), NOTE, size=10.0),
        text(paragraph_of("note", opening=False), NOTE, 13.5, size=10.0),
        apart(lambda element: element.tag == "figcaption"),
        apart(lambda element: element.tag == "caption" and is_inline(element)),
        *(Setting(keywords_of(name), serif, 12.0, measure, shape=ragged) for name in ("abstract", "summary")),
        text(named("csl-right-inline"), ENTRY),
        text(lambda element: "csl-entry" in classes_of(element) and is_inline(element), ENTRY, -ENTRY),
    ]
    for indented in (False, True):
        indent = STEP if indented else 0.0
        for depth in range(1, DEEPEST + 1):
            steps = (STEP, STEP)
            matches = partial(listed, left=depth * STEP, indented=indented, steps=steps)
            made.append(text(matches, depth * STEP, indent))
        for depth in range(DEEPEST):
            made.append(text(partial(in_text, depth=depth, indented=indented), depth * STEP, indent))
    return tuple(made)


def form(wish: Typescript) -> Form:
    """The manuscript form, as a journal or an author wishes it."""
    unit = UNITS[wish.spacing or Spacing.ONE_AND_A_HALF]
    margins = _margins(wish, unit)
    measure = WIDTH - margins[1] - margins[3]
    times = wish.typeface is Typeface.TIMES
    serif = TIMES if times else SERIF
    return Form(
        template="manuscript.html.j2",
        styles=("markers.css", "print.css", "manuscript.css", *(("manuscript-times.css",) if times else ())),
        values=values,
        settings=partial(settings, measure=measure, serif=serif),
        inlines=INLINES_OF_TIMES if times else INLINES_HERE,
        unit=unit,
        size=12.0,
        top=margins[0],
        widths=(measure, measure),
        numbered=True,
        room=measure / 12.0 - NUMBERS,
        css=_pages(unit, margins),
        fonts=fonts.of_manuscripts() if times else (),
    )


def _margins(wish: Typescript, unit: float) -> Margins:
    """pt of each margin; the lower one takes what is left of the last line."""
    top, right, bottom, left = (side * MM for side in wish.margins) if wish.margins else USUAL
    lines = (HEIGHT - top - bottom + 0.01) // unit
    return top, right, HEIGHT - top - lines * unit, left


def _pages(unit: float, margins: Margins) -> str:
    """What of the style sheet follows from spacing and margins; ``--unit`` is the leading everywhere else."""
    top, right, bottom, left = margins
    measure, height = WIDTH - left - right, HEIGHT - top - bottom
    return f"""
:root {{ --unit: {unit:g}pt }}
@page {{
  margin: {top:.3f}pt {right:.3f}pt {bottom:.3f}pt {left:.3f}pt;
  @top-left {{ width: {measure - HEAD_PAGES:.3f}pt }}
  @left-top {{ width: {left - LINE_NUMBERS:.3f}pt; height: {height:.3f}pt; line-height: {unit:g}pt }}
}}
@page :first {{ margin-top: {top:.3f}pt }}
@page turned {{ margin: {right:.3f}pt {bottom:.3f}pt {left:.3f}pt {top:.3f}pt }}
.note {{ width: {measure - NOTE:.3f}pt }}
"""
