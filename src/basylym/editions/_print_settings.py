"""What print.css says of each kind of paragraph, said again for the composer, who must know it first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from basylym.adapters import resources
from basylym.adapters.markup import Element
from basylym.editions._composed import Setting, Shape
from basylym.editions._voices import INLINES as USUAL
from basylym.editions._voices import Change, Family
from basylym.model.language import Language

MEASURE, COLUMN, RAIL = 378.0, 234.5, 91.0
QUOTED, NUMBERED, LISTED = 14.0, 19.0, 14.0  # pt by which these stand in
OLD_STYLE = ("onum", "pnum")
LINING = ("lnum", "pnum")
CITED = ("-onum", "lnum", "pnum")
DEEPEST = 4  # lists inside one another that are composed
FOLDER = resources.FONTS


def _family(*names: str, others: tuple[str, ...]) -> Family:
    regular, italic, bold, bold_italic = (FOLDER / name for name in names)
    return Family(regular, italic, bold, bold_italic, tuple(FOLDER / name for name in others))


SANS_REGULAR, MONO_REGULAR = "SourceSans3_400Regular.ttf", "NotoSansMono_400Regular.ttf"
SERIF_REGULAR = "SourceSerif4_400Regular.ttf"
SERIF = _family(
    SERIF_REGULAR,
    "SourceSerif4_400Regular_Italic.ttf",
    "SourceSerif4_600SemiBold.ttf",
    "SourceSerif4_700Bold_Italic.ttf",
    others=(SANS_REGULAR, MONO_REGULAR),
)
SANS = _family(
    SANS_REGULAR,
    "SourceSans3_400Regular_Italic.ttf",
    "SourceSans3_600SemiBold.ttf",
    "SourceSans3_600SemiBold.ttf",
    others=(MONO_REGULAR, SERIF_REGULAR),
)
MONO = _family(MONO_REGULAR, MONO_REGULAR, MONO_REGULAR, MONO_REGULAR, others=(SANS_REGULAR, SERIF_REGULAR))

INLINES = {
    **USUAL,
    "sub": Change(scale=0.7),
    "sup": Change(scale=0.7),
    "sup.figures": Change(features=("sups",)),
    "sup.call": Change(features=("-onum", "lnum", "sups")),
    "code": Change(family=MONO, scale=0.86, features=("-onum", "-pnum", "-lnum")),
    "span.nb": Change(unbroken=True),
    "span.uri": Change(address=True),
    "span.lead": Change(features=("smcp",), tracking=0.02),
    "span.smallcaps": Change(features=("smcp",)),
    "span.citation": Change(features=CITED),
    "span.label": Change(bold=True),
    "span.n": Change(width=lambda element, em: 0.0),  # it hangs in the gutter
    "span.backlinks": Change(family=SANS, scale=7.4 / 9.2, unbroken=True),
    "a.xref": Change(features=CITED),
    "span.xref": Change(features=CITED),
    "div.note": Change(width=lambda element, em: 0.0),  # it stands at the foot of the page
    **{f"h{level}": Change(italic=True, features=("-onum", "-pnum", "lnum")) for level in (4, 5, 6)},
}


def classes_of(element: Element) -> list[str]:
    """The classes of an element."""
    return (element.get("class") or "").split()


def named(*names: str) -> Callable[[Element], bool]:
    """Elements of any of these classes."""
    return lambda element: bool(set(names) & set(classes_of(element)))


def paragraph_of(parent: str, *, opening: bool | None = None) -> Callable[[Element], bool]:
    """Paragraphs of a holder of class ``parent``, or only those that follow no other, or the others."""

    def matches(element: Element) -> bool:
        holder = element.getparent()
        if element.tag != "p" or holder is None or parent not in classes_of(holder):
            return False
        before = element.getprevious()
        return opening is None or (before is None or before.tag != "p") is opening

    return matches


def in_text(element: Element, *, depth: int, indented: bool) -> bool:
    """Paragraphs of the running text, or of a quotation ``depth`` deep, that stand in no other block."""
    if element.tag != "p" or bool({"cont", "picture"} & set(classes_of(element))) is indented:
        return False
    if "picture" in classes_of(element):
        return False
    quotations = 0
    for above in element.iterancestors():
        if above.get("id") == "text":
            return quotations == depth
        if above.tag == "blockquote":
            quotations += 1
        elif above.tag not in ("section", "div") or {"note", "equation", "table"} & set(classes_of(above)):
            return False
    return False


def listed(
    element: Element, *, left: float, indented: bool, steps: tuple[float, float] = (LISTED, NUMBERED)
) -> bool:
    """Words of a list's item that stand ``left`` points in, or its further paragraphs.

    Args:
        element: of the page.
        left, indented: what is asked.
        steps: pt by which a list and a numbered list stand in.
    """
    holder = element.getparent()
    if element.tag == "p":
        if holder.tag != "li" or (element.getprevious() is not None) is not indented:
            return False
    elif indented or not (
        (element.tag == "li" and "body" in classes_of(element) and is_inline(element))
        or (element.tag == "div" and "line" in classes_of(element) and holder.tag == "li")
    ):
        return False
    stands = 0.0
    for above in element.iterancestors():
        if above.get("id") == "text":
            return abs(stands - left) < 0.01
        if above.tag in ("ul", "ol"):
            stands += steps[above.tag == "ol"]
        elif above.tag not in ("li", "section") and (above.tag != "div" or classes_of(above)):
            return False
    return False


def is_inline(element: Element) -> bool:
    """Whether an element holds no block."""
    return all(child.tag not in ("ul", "ol", "dl", "div", "p", "pre", "table", "figure") for child in element)


_LEFTS = sorted({LISTED * (n - m) + NUMBERED * m for n in range(1, DEEPEST + 1) for m in range(n + 1)})


@dataclass(frozen=True, slots=True)
class Sizes:
    """The measures and sizes of a form, in pt.

    Attributes:
        measure: of the text. summary, note, entry: of those.
        text, h2, h3, abstract, quotation, notes, entries: sizes of type.
        indent: of a paragraph, and of one in the abstract and in a note.
        quoted: by which a quotation stands in. hanging: by which an unnumbered entry does.
    """

    measure: float = MEASURE
    summary: float = COLUMN
    note: float = MEASURE
    entry: float = MEASURE
    text: float = 10.2
    h2: float = 13.0
    h3: float = 9.8
    abstract: float = 9.6
    quotation: float = 9.6
    notes: float = 8.4
    entries: float = 9.2
    indent: tuple[float, float, float] = (14.0, 13.0, 11.2)
    quoted: float = QUOTED
    hanging: float = 14.0


def settings(language: Language, sizes: Sizes | None = None) -> tuple[Setting, ...]:
    """The kinds of paragraph, most particular first. Titles do not end a line in a small word."""
    one = sizes or Sizes()
    inner, second, third = one.indent
    small = language.proclitics | language.enclitics | {language.csl_terms.get("and", "")}
    ragged, balanced = Shape.RAGGED, Shape.BALANCED

    def title(tag: str, family: Family, size: float, tracking: float | None) -> Setting:
        return Setting(
            lambda element: element.tag == tag,
            family,
            size,
            MEASURE if tag == "h1" else one.measure,
            shape=balanced,
            bold=True,
            features=LINING[:1],
            tracking=tracking,
            clinging=small,
        )

    made = [
        title("h1", SERIF, 20.0, -0.008),
        title("h2", SERIF, one.h2, -0.002),
        title("h3", SANS, one.h3, None),
        Setting(
            lambda element: "title" in classes_of(element),
            SERIF,
            10.0,
            one.summary,
            shape=balanced,
            bold=True,
            features=LINING[:1],
            clinging=small,
        ),
        Setting(within("abstract", opening=True), SERIF, one.abstract, MEASURE, features=OLD_STYLE),
        Setting(within("abstract", opening=False), SERIF, one.abstract, MEASURE, second, features=OLD_STYLE),
        Setting(within("summary"), SERIF, 8.2, one.summary, shape=ragged, features=LINING[:1]),
        Setting(paragraph_of("note", opening=True), SERIF, one.notes, one.note, features=OLD_STYLE),
        Setting(paragraph_of("note", opening=False), SERIF, one.notes, one.note, third, features=OLD_STYLE),
        Setting(
            lambda element: element.tag == "figcaption", SANS, 8.6, RAIL, shape=ragged, features=LINING[:1]
        ),
        Setting(
            lambda e: e.tag == "caption" and is_inline(e),
            SANS,
            8.6,
            one.measure,
            shape=ragged,
            features=LINING[:1],
        ),
        Setting(keywords_of("abstract"), SANS, 8.4, MEASURE, shape=ragged),
        Setting(keywords_of("summary"), SANS, 7.8, one.summary, shape=ragged),
        Setting(named("csl-right-inline"), SERIF, one.entries, one.entry, shape=ragged, features=LINING),
        Setting(
            lambda element: "csl-entry" in classes_of(element) and is_inline(element),
            SERIF,
            one.entries,
            one.measure - one.hanging,
            -one.hanging,
            shape=ragged,
            features=LINING,
        ),
    ]
    for left in _LEFTS:
        for indented in (False, True):
            made.append(
                Setting(
                    partial(listed, left=left, indented=indented),
                    SERIF,
                    one.text,
                    one.measure - left,
                    inner if indented else 0.0,
                    shape=ragged,
                    features=OLD_STYLE,
                )
            )
    for depth in range(4):
        size, room = (one.quotation if depth else one.text), one.measure - depth * one.quoted
        for indented in (False, True):
            made.append(
                Setting(
                    partial(in_text, depth=depth, indented=indented),
                    SERIF,
                    size,
                    room,
                    inner if indented else 0.0,
                    features=OLD_STYLE,
                )
            )
    return tuple(made)


def within(name: str, *, opening: bool | None = None) -> Callable[[Element], bool]:
    """Paragraphs of the text of the first page's block of class ``name``."""
    inner = paragraph_of("text", opening=opening)
    return lambda element: (
        inner(element) and any(name in classes_of(above) for above in element.iterancestors())
    )


def keywords_of(name: str) -> Callable[[Element], bool]:
    """The line of keywords of the first page's block of class ``name``."""
    return lambda element: "keywords" in classes_of(element) and name in classes_of(element.getparent())
