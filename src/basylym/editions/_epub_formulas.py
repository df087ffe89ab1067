"""MathML in a book's pages -> the same with a picture and words to fall back on, or the picture.

Source: MathML Core, ``alttext``; MathML 3, 2.2.1, ``altimg``; EPUB 3.3, 6.3, on fallbacks for MathML.
"""

from __future__ import annotations

from collections.abc import Sequence

from basylym.adapters import markup, mathml
from basylym.model.notices import Condition, Notice

INK = "#1c1f22"
PLATE = '<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="#fff"/>'
MATHML = "{http://www.w3.org/1998/Math/MathML}"
XHTML = "{http://www.w3.org/1999/xhtml}"
MEDIA = "../media/"
WIDEST = 17.0  # em of a formula that a phone's page holds, its number beside it
SMALLEST = 0.6  # of the text's size


def formulas(
    pages: Sequence[markup.Element], *, pictured: bool
) -> tuple[dict[str, bytes], tuple[Notice, ...]]:
    """Give each formula its TeX to be read aloud and a picture to fall back on.

    Args:
        pages: of the book.
        pictured: the picture takes the formula's place; one that cannot be drawn is printed as TeX.

    Returns: the pictures by file name.

    Notices: ``MATHEMATICS_RENDERS``.
    """
    found = [formula for page in pages for formula in page.iter(f"{MATHML}math")]
    told = [" ".join("".join(formula.itertext(f"{MATHML}annotation")).split()) for formula in found]
    drawn = mathml.draw([_bare(formula) for formula in found], INK)
    files: dict[str, bytes] = {}
    notices = []
    for number, (formula, tex, drawing) in enumerate(zip(found, told, drawn, strict=True), 1):
        name = f"formula-{number}.svg"
        formula.set("alttext", tex)
        if drawing is None:
            notices.append(Notice(Condition.MATHEMATICS_RENDERS, f"the formula {tex!r} cannot be drawn"))
            if pictured:
                _replace(formula, _code(tex))
            continue
        files[name] = _on_a_plate(drawing.svg)
        height, depth = drawing.ascent + drawing.depth, drawing.depth
        if pictured:
            made = markup.xml_element(f"{XHTML}img", src=MEDIA + name, alt=tex or "·")
            made.set("class", "formula")
            made.set("style", f"width: {drawing.width:.3f}em; vertical-align: -{depth:.3f}em")
            _replace(formula, made)
        else:
            if formula.get("display") == "block" and drawing.width > WIDEST:
                formula.set("style", f"font-size: {max(SMALLEST, WIDEST / drawing.width):.2f}em")
            formula.set("altimg", MEDIA + name)
            formula.set("altimg-width", f"{drawing.width:.3f}em")
            formula.set("altimg-height", f"{height:.3f}em")
            formula.set("altimg-valign", f"-{depth:.3f}em")
    return files, tuple(notices)


def _bare(formula: markup.Element) -> str:
    """A formula without its TeX, which ziamath would print."""
    copy = markup.copied(formula)
    for part in list(copy.iter(f"{MATHML}annotation")):
        part.getparent().remove(part)
    return markup.xml(copy)


def _code(tex: str) -> markup.Element:
    made = markup.xml_element(f"{XHTML}code")
    made.text = tex
    return made


def _replace(formula: markup.Element, made: markup.Element) -> None:
    made.tail = formula.tail
    formula.getparent().replace(formula, made)


def _on_a_plate(svg: str) -> bytes:
    """A drawing on white, or nobody sees it by night."""
    root = markup.parse_xml(svg.encode())
    x, y, width, height = root.get("viewBox").split()
    root.insert(0, markup.parse_xml(PLATE.format(x=x, y=y, width=width, height=height).encode()))
    root[0].tag = "{http://www.w3.org/2000/svg}rect"
    return markup.xml(root).encode()
