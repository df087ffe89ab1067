"""The formulas of a page, in MathML -> pictures of them that sit on the line."""

from __future__ import annotations

from typing import NamedTuple

from basylym.adapters import markup, mathml
from basylym.adapters.markup import Element
from basylym.adapters.weasyprint import SCHEME
from basylym.editions import _wide_formulas
from basylym.model.notices import Condition, Notice

INK = "#1c1f22"
FORMULA = 1.04  # of the type around it: STIX Two Math beside Source Serif
DISPLAYED = 11.2 / 10.2
RISE = 0.3505  # em by which a line's baseline stands below its middle, in Source Serif
SAFE = 0.006  # em
OVERLAP = 0.27  # em of the white between lines that a formula may use before it opens them
SMALLEST = 0.7  # a formula shrunk below this is a flaw
UNSEEN = 0.92  # one that need be shrunk no more than to this is not broken
SPARE = 0.8  # em; operators take more white beside what they stand between
HOLDERS = ("p", "li", "dd", "dt", "td", "th", "figcaption", "caption", "div", "section", "blockquote")


class _Line(NamedTuple):
    """em of a line of the text above its baseline and below it."""

    above: float
    below: float


def formulas(tree: Element, files: dict[str, bytes], room: float, leading: float) -> list[Notice]:
    """Replace each formula by a picture of it, whose alternative text is its TeX.

    Args:
        tree: the article.
        files: name -> content, to which the pictures are added.
        room: for a formula, in em of the text; a wider one is broken into lines, or else shrunk.
        leading: of the text, in em of it.

    Notices:
        ``MATHEMATICS_RENDERS`` where one is not understood or cannot be drawn; its TeX is printed.
        ``PAGE_IS_CLEAN`` where one had to be shrunk to fit.
    """
    found = list(tree.iter("math"))
    sources = []
    for node in found:
        tex = " ".join("".join(part.itertext()) for part in node.iter("annotation")).strip()
        for part in list(node.iter("annotation")):
            part.getparent().remove(part)
        sources.append((markup.xml(node), tex))
    notices = [
        Notice(Condition.MATHEMATICS_RENDERS, f"the formula {''.join(node.itertext())!r} is not understood")
        for node in tree.iter("span")
        if "math" in (node.get("class") or "").split()
    ]
    line = _Line(leading / 2 + RISE - SAFE, leading / 2 - RISE - SAFE)
    drawn = mathml.draw([source for source, _ in sources], INK)
    _break(found, drawn, room)
    for number, (node, (_, tex), drawing) in enumerate(zip(found, sources, drawn, strict=True)):
        displayed = node.get("display") == "block"
        if drawing is None:
            notices.append(Notice(Condition.MATHEMATICS_RENDERS, f"the formula {tex!r} cannot be drawn"))
            made = markup.element("code")
            made.text = tex
        else:
            name = f"formula-{number}.svg"
            files[name] = drawing.svg.encode()
            made = markup.element("img", src=SCHEME + name, alt=tex or "·", class_="formula")
            shrink = _shrink(drawing, _scale(node), room)
            made.set("style", _placed(drawing, displayed, _scale(node) * shrink, line))
            if shrink < SMALLEST:
                detail = f"the formula {tex[:40]!r} is shrunk to {shrink:.0%} to fit the page"
                notices.append(Notice(Condition.PAGE_IS_CLEAN, detail))
            if not displayed and not _fits(drawing, line):
                _mark(node)
        made.tail = node.tail
        node.getparent().replace(node, made)
    return notices


def _break(found: list[Element], drawn: list[mathml.Drawing | None], room: float) -> None:
    """Draw formulas that are too wide again, in several lines where they may break."""
    wide = [
        number
        for number, (node, drawing) in enumerate(zip(found, drawn, strict=True))
        if drawing and _shrink(drawing, _scale(node), room) < UNSEEN
    ]
    parts = {number: _wide_formulas.segments(found[number]) for number in wide}
    parts = {number: made for number, made in parts.items() if len(made) > 1}
    alone = [_wide_formulas.alone(part) for made in parts.values() for part in made]
    widths = iter(mathml.draw(alone, INK))
    stacked: dict[int, str] = {}
    for number, made in parts.items():
        taken = [next(widths) for _ in made]
        wide_of = [drawing.width if drawing else 0.0 for drawing in taken]
        rows = _wide_formulas.lines(made, wide_of, room / _scale(found[number]) - SPARE)
        stacked[number] = _wide_formulas.stacked(made, rows)
    for number, drawing in zip(stacked, mathml.draw(list(stacked.values()), INK), strict=True):
        whole = drawn[number]
        if drawing and whole and drawing.width < whole.width:
            drawn[number] = drawing


def _scale(formula: Element) -> float:
    """The size of a formula, in em of the text around it."""
    return DISPLAYED if formula.get("display") == "block" else FORMULA


def _shrink(drawing: mathml.Drawing, scale: float, room: float) -> float:
    return min(1.0, room / (drawing.width * scale))


def _placed(drawing: mathml.Drawing, displayed: bool, scale: float, line: _Line) -> str:
    """Size and place of a formula, in em of the text around it."""
    height, depth = (drawing.ascent + drawing.depth) * scale, drawing.depth * scale
    style = f"width:{drawing.width * scale:.4f}em;height:{height:.4f}em"
    if displayed:
        return style
    above = below = 0.0
    if _fits(drawing, line):
        above, below = min(0.0, line.above - drawing.ascent * scale), min(0.0, line.below - depth)
    return f"{style};margin:{above:.4f}em 0 {below:.4f}em;vertical-align:{-depth - below:.4f}em"


def _fits(drawing: mathml.Drawing, line: _Line) -> bool:
    """Whether a formula in a line may overlap the white of its neighbours rather than open it."""
    return (
        drawing.ascent * FORMULA <= line.above + OVERLAP and drawing.depth * FORMULA <= line.below + OVERLAP
    )


def _mark(node: Element) -> None:
    """Have the paragraph around ``node`` brought to a whole number of lines."""
    while node.tag not in HOLDERS:
        node = node.getparent()
    node.set("class", f"{node.get('class', '')} snap".strip())
