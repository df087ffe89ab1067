"""What print.css says of each kind of paragraph, said again for the composer, who must know it first."""

from __future__ import annotations

from collections.abc import Callable
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


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()


def _named(*names: str) -> Callable[[Element], bool]:
    return lambda element: bool(set(names) & set(_classes(element)))


def _paragraph(parent: str, *, opening: bool | None = None) -> Callable[[Element], bool]:
    """Paragraphs of a holder of class ``parent``, or only those that follow no other, or the others."""

    def matches(element: Element) -> bool:
        holder = element.getparent()
        if element.tag != "p" or holder is None or parent not in _classes(holder):
            return False
        before = element.getprevious()
        return opening is None or (before is None or before.tag != "p") is opening

    return matches


def _in_text(element: Element, *, depth: int, indented: bool) -> bool:
    """Paragraphs of the running text, or of a quotation ``depth`` deep, that stand in no other block."""
    if element.tag != "p" or bool({"cont", "picture"} & set(_classes(element))) is indented:
        return False
    if "picture" in _classes(element):
        return False
    quotations = 0
    for above in element.iterancestors():
        if above.get("id") == "text":
            return quotations == depth
        if above.tag == "blockquote":
            quotations += 1
        elif above.tag not in ("section", "div") or {"note", "equation", "table"} & set(_classes(above)):
            return False
    return False


def _listed(element: Element, *, left: float, indented: bool) -> bool:
    """Words of a list's item that stand ``left`` points in, or its further paragraphs."""
    holder = element.getparent()
    if element.tag == "p":
        if holder.tag != "li" or (element.getprevious() is not None) is not indented:
            return False
    elif indented or not (
        (element.tag == "li" and "body" in _classes(element) and _inline(element))
        or (element.tag == "div" and "line" in _classes(element) and holder.tag == "li")
    ):
        return False
    within = 0.0
    for above in element.iterancestors():
        if above.get("id") == "text":
            return abs(within - left) < 0.01
        if above.tag in ("ul", "ol"):
            within += NUMBERED if above.tag == "ol" else LISTED
        elif above.tag not in ("li", "section") and (above.tag != "div" or _classes(above)):
            return False
    return False


def _inline(element: Element) -> bool:
    return all(child.tag not in ("ul", "ol", "dl", "div", "p", "pre", "table", "figure") for child in element)


_LEFTS = sorted({LISTED * (n - m) + NUMBERED * m for n in range(1, DEEPEST + 1) for m in range(n + 1)})


def settings(language: Language) -> tuple[Setting, ...]:
    """The kinds of paragraph, most particular first. Titles do not end a line in a small word."""
    small = language.proclitics | language.enclitics | {language.csl_terms.get("and", "")}
    ragged, balanced = Shape.RAGGED, Shape.BALANCED

    def title(tag: str, family: Family, size: float, tracking: float | None) -> Setting:
        return Setting(
            lambda element: element.tag == tag,
            family,
            size,
            MEASURE,
            shape=balanced,
            bold=True,
            features=LINING[:1],
            tracking=tracking,
            clinging=small,
        )

    made = [
        title("h1", SERIF, 20.0, -0.008),
        title("h2", SERIF, 13.0, -0.002),
        title("h3", SANS, 9.8, None),
        Setting(
            lambda element: "title" in _classes(element),
            SERIF,
            10.0,
            COLUMN,
            shape=balanced,
            bold=True,
            features=LINING[:1],
            clinging=small,
        ),
        Setting(_within("abstract", opening=True), SERIF, 9.6, MEASURE, features=OLD_STYLE),
        Setting(_within("abstract", opening=False), SERIF, 9.6, MEASURE, 13.0, features=OLD_STYLE),
        Setting(_within("summary"), SERIF, 8.2, COLUMN, shape=ragged, features=LINING[:1]),
        Setting(_paragraph("note", opening=True), SERIF, 8.4, MEASURE, features=OLD_STYLE),
        Setting(_paragraph("note", opening=False), SERIF, 8.4, MEASURE, 11.2, features=OLD_STYLE),
        Setting(
            lambda element: element.tag == "figcaption", SANS, 8.6, RAIL, shape=ragged, features=LINING[:1]
        ),
        Setting(
            lambda e: e.tag == "caption" and _inline(e), SANS, 8.6, MEASURE, shape=ragged, features=LINING[:1]
        ),
        Setting(_keywords("abstract"), SANS, 8.4, MEASURE, shape=ragged),
        Setting(_keywords("summary"), SANS, 7.8, COLUMN, shape=ragged),
        Setting(_named("csl-right-inline"), SERIF, 9.2, MEASURE, shape=ragged, features=LINING),
        Setting(
            lambda element: "csl-entry" in _classes(element) and _inline(element),
            SERIF,
            9.2,
            MEASURE - 14.0,
            -14.0,
            shape=ragged,
            features=LINING,
        ),
    ]
    for left in _LEFTS:
        for indented in (False, True):
            made.append(
                Setting(
                    partial(_listed, left=left, indented=indented),
                    SERIF,
                    10.2,
                    MEASURE - left,
                    14.0 if indented else 0.0,
                    shape=ragged,
                    features=OLD_STYLE,
                )
            )
    for depth in range(4):
        size, room = (9.6, MEASURE - depth * QUOTED) if depth else (10.2, MEASURE)
        for indented in (False, True):
            made.append(
                Setting(
                    partial(_in_text, depth=depth, indented=indented),
                    SERIF,
                    size,
                    room,
                    14.0 if indented else 0.0,
                    features=OLD_STYLE,
                )
            )
    return tuple(made)


def _within(name: str, *, opening: bool | None = None) -> Callable[[Element], bool]:
    """Paragraphs of the text of the first page's block of class ``name``."""
    inner = _paragraph("text", opening=opening)
    return lambda element: (
        inner(element) and any(name in _classes(above) for above in element.iterancestors())
    )


def _keywords(name: str) -> Callable[[Element], bool]:
    """The line of keywords of the first page's block of class ``name``."""
    return lambda element: "keywords" in _classes(element) and name in _classes(element.getparent())
