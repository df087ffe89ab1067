"""The named styles of a DOCX, in the look of the printed page -> what they say in WordprocessingML.

Who takes the article on in a word processor changes a style once, and all its paragraphs follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from basylym.adapters import markup

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SERIF, SANS, MONO = "Source Serif 4", "Source Sans 3", "Noto Sans Mono"
INSTEAD = {SERIF: "Times New Roman", SANS: "Arial", MONO: "Courier New"}
"""What a machine without our fonts takes for them."""
INK, QUIET, ACCENT = "1C1F22", "5A6067", "1F4E79"
PAGE, MARGINS = (11906, 16838), {"top": 1418, "bottom": 1418, "left": 1701, "right": 1701}  # A4, twips
HEADER = FOOTER = 709
TEXT_WIDTH = PAGE[0] - MARGINS["left"] - MARGINS["right"]
PARAGRAPH_ORDER = ("keepNext", "keepLines", "tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style. Lengths are twips, ``size`` is half points; 0 and "" leave a thing as it is."""

    name: str
    font: str = SERIF
    size: int = 21
    bold: bool = False
    italic: bool = False
    colour: str = INK
    before: int = 0
    after: int = 0
    line: int = 0
    justify: str = "left"
    left: int = 0
    first: int = 0
    hanging: int = 0
    keep: bool = False
    outline: int = -1
    tabs: tuple[tuple[str, int], ...] = ()


STYLES = (
    Style("Normal", line=280),
    Style("Body Text", line=280, first=284, justify="both"),
    Style("First Paragraph", line=280, justify="both"),
    Style("Compact", line=270, before=20, after=20),
    Style("Title", size=40, before=240, after=160, line=460, keep=True),
    Style("Subtitle", size=26, before=120, after=80, keep=True),
    Style("Author", size=23, after=60, keep=True),
    Style("Journal", font=SANS, size=18, bold=True, colour=ACCENT, after=40),
    Style("Kicker", font=SANS, size=17, colour=QUIET, after=40),
    Style("Affiliation", font=SANS, size=17, colour=QUIET, after=20),
    Style("Facts", font=SANS, size=17, colour=QUIET, before=80, after=80),
    Style("Notice", font=SANS, size=18, italic=True, colour=ACCENT, before=60, after=60),
    Style("Abstract Title", font=SANS, size=18, bold=True, before=200, after=40, keep=True),
    Style("Abstract", size=19, line=260, left=340, justify="both", after=60),
    Style("Keywords", size=19, left=340, before=40, after=160),
    Style("About", size=19, before=40, after=40),
    Style("Heading 1", font=SANS, size=27, bold=True, before=360, after=120, keep=True, outline=0),
    Style("Heading 2", font=SANS, size=23, bold=True, before=280, after=100, keep=True, outline=1),
    Style("Heading 3", font=SANS, size=21, italic=True, before=220, after=80, keep=True, outline=2),
    Style("Heading 4", size=21, bold=True, before=160, after=60, keep=True, outline=3),
    Style("Heading 5", size=21, italic=True, before=120, after=40, keep=True, outline=4),
    Style("Heading 6", size=21, colour=QUIET, before=120, after=40, keep=True, outline=5),
    Style("Block Text", size=20, left=568, before=100, after=100, justify="both"),
    Style("Definition Term", bold=True, before=80, keep=True),
    Style("Definition", left=568, after=40),
    Style("Table Caption", font=SANS, size=18, before=200, after=80, keep=True),
    Style("Image Caption", font=SANS, size=18, before=60, after=200),
    Style("Captioned Figure", before=200, keep=True, justify="center"),
    Style("Figure", before=120, after=120, justify="center"),
    Style(
        *("Equation", SERIF, 21),
        before=120,
        after=120,
        tabs=(("center", TEXT_WIDTH // 2), ("right", TEXT_WIDTH)),
    ),
    Style("Bibliography", size=19, line=250, after=60, left=426, hanging=426),
    Style("Footnote Text", size=17, line=230),
    Style("Source Code", font=MONO, size=17, before=100, after=100),
)
CHARACTERS = {
    "VerbatimChar": {"rFonts": dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), MONO)},
    "Hyperlink": {"color": {"val": ACCENT}},
}
"""Styles for a part of a line: a kind of property -> its values."""


def dress(styles: markup.Element, language: str) -> None:
    """Put our styles into the ``styles`` that Pandoc wrote; what else it defines stays."""
    named = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
    for style in STYLES:
        name = style.name.replace(" ", "")
        element = named.get(name)
        if element is None:
            element = markup.sub_element(
                styles, f"{W}style", **{f"{W}type": "paragraph", f"{W}styleId": name}
            )
            element.set(f"{W}customStyle", "1")
            _told(element, "name", style.name)
            _told(element, "basedOn", "Normal")
            markup.sub_element(element, f"{W}qFormat")
        for part in [*element.findall(f"{W}pPr"), *element.findall(f"{W}rPr")]:
            element.remove(part)
        element.append(_paragraph(style))
        element.append(_run(style))
        link = named.get(f"{name}Char")
        if link is not None:  # it would give a size of its own to every link and every piece of code
            for part in link.findall(f"{W}rPr"):
                link.remove(part)
    for name, parts in CHARACTERS.items():
        element = named.get(name)
        if element is not None:
            for part in element.findall(f"{W}rPr"):
                element.remove(part)
            run = markup.sub_element(element, f"{W}rPr")
            run.extend([_element(kind, **values) for kind, values in parts.items()])
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    for part in list(defaults):
        defaults.remove(part)
    defaults.extend(_run(Style("")))
    told = {f"{W}val": language, f"{W}eastAsia": "zh-CN", f"{W}bidi": "ar-SA"}
    markup.sub_element(defaults, f"{W}lang", **told)


def _paragraph(style: Style) -> markup.Element:
    made = markup.xml_element(f"{W}pPr")
    parts = dict(_paragraph_parts(style))
    made.extend([parts[name] for name in PARAGRAPH_ORDER if name in parts])
    return made


def _paragraph_parts(style: Style) -> Iterator[tuple[str, markup.Element]]:
    """The properties of a paragraph; the schema wants them in ``PARAGRAPH_ORDER``."""
    if style.keep:
        yield "keepNext", markup.xml_element(f"{W}keepNext")
        yield "keepLines", markup.xml_element(f"{W}keepLines")
    if style.tabs:
        tabs = markup.xml_element(f"{W}tabs")
        for kind, place in style.tabs:
            markup.sub_element(tabs, f"{W}tab", **{f"{W}val": kind, f"{W}pos": str(place)})
        yield "tabs", tabs
    spacing = {"before": str(style.before), "after": str(style.after)}
    spacing |= {"line": str(style.line), "lineRule": "atLeast"} if style.line else {}
    yield "spacing", _element("spacing", **spacing)
    indent = {
        "left": style.left,
        **({"hanging": style.hanging} if style.hanging else {"firstLine": style.first}),
    }
    yield "ind", _element("ind", **{name: str(value) for name, value in indent.items()})
    yield "jc", _element("jc", val=style.justify)
    if style.outline >= 0:
        yield "outlineLvl", _element("outlineLvl", val=str(style.outline))


def _run(style: Style) -> markup.Element:
    made = markup.xml_element(f"{W}rPr")
    made.append(_element("rFonts", **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), style.font)))
    made.extend([_element(name) for name in ("b", "bCs") if style.bold])
    made.extend([_element(name) for name in ("i", "iCs") if style.italic])
    made.append(_element("color", val=style.colour))
    made.extend([_element(name, val=str(style.size)) for name in ("sz", "szCs")])
    return made


def fonts() -> markup.Element:
    """The table of fonts, which says what to take where ours are missing."""
    made = markup.xml_element(f"{W}fonts")
    for name, other in INSTEAD.items():
        font = markup.sub_element(made, f"{W}font", **{f"{W}name": name})
        _told(font, "altName", other)
    return made


def section() -> markup.Element:
    """The page: A4 and its margins."""
    made = markup.xml_element(f"{W}sectPr")
    made.append(_element("pgSz", w=str(PAGE[0]), h=str(PAGE[1])))
    margins = {**MARGINS, "header": HEADER, "footer": FOOTER, "gutter": 0}
    made.append(_element("pgMar", **{name: str(value) for name, value in margins.items()}))
    return made


def _told(parent: markup.Element, name: str, value: str) -> None:
    parent.append(_element(name, val=value))


def _element(name: str, **values: str) -> markup.Element:
    return markup.xml_element(f"{W}{name}", **{f"{W}{key}": value for key, value in values.items()})
