"""Front matter -> the title page of a manuscript; the kinds of its paragraphs, as manuscript.css has them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from basylym.editions import _print_front
from basylym.editions._composed import Setting, Shape
from basylym.editions._forms import Form
from basylym.editions._print_settings import (
    INLINES,
    LINING,
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
from basylym.editions._voices import Change
from basylym.model.galley import Galley
from basylym.model.language import Language
from basylym.stages import manuscript_form

MEASURE = 453.576
STEP, NOTE, ENTRY = 24.0, 14.0, 24.0  # pt by which lists and quotations, notes, references stand in
LONGEST_HEAD = 70  # characters
DEEPEST = 4


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


def settings(language: Language) -> tuple[Setting, ...]:
    """The kinds of paragraph, most particular first; all ragged."""
    small = language.proclitics | language.enclitics | {language.csl_terms.get("and", "")}
    ragged, balanced = Shape.RAGGED, Shape.BALANCED

    def title(tag: str, size: float) -> Setting:
        return Setting(
            lambda element: element.tag == tag,
            SERIF,
            size,
            MEASURE,
            shape=balanced,
            bold=True,
            features=LINING[:1],
            clinging=small,
        )

    def text(matches: Any, left: float = 0.0, indent: float = 0.0, size: float = 12.0) -> Setting:
        return Setting(matches, SERIF, size, MEASURE - left, indent, shape=ragged, features=LINING)

    def apart(matches: Any) -> Setting:
        return Setting(matches, SANS, 10.5, MEASURE, shape=ragged, features=LINING[:1])

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
        *(Setting(keywords_of(name), SERIF, 12.0, MEASURE, shape=ragged) for name in ("abstract", "summary")),
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


FORM = Form(
    template="manuscript.html.j2",
    styles=("print.css", "manuscript.css"),
    values=values,
    settings=settings,
    inlines={
        **INLINES,
        "span.lead": Change(),
        "span.backlinks": Change(family=SANS, scale=0.7, unbroken=True),
    },
    unit=18.0,
    top=72.28,
    widths=(MEASURE, MEASURE),
    numbered=True,
)
