"""A paragraph's element, its parts and its lines -> the element rewritten, one span a line.

Every inline element is kept; one that crosses a line's end is repeated on the next line without
its identifier. The text layer of the PDF tells apart the hyphens at line ends: U+00AD where only
the line brought one, U+2010 where the author wrote one. Readers drop U+002D and U+00AD there, and
keep U+2010, so that ``қарым-қатынас`` is never copied as one word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from basylym.adapters import harfbuzz, markup
from basylym.adapters.markup import Element
from basylym.editions._voices import Part
from basylym.model.lines import Line
from basylym.stages.cut import shown

WRITTEN_AT_END = "\u2010"
OWN = frozenset({"composed", "justified", "ragged", "balanced", "l", "h", "r", "apart"})
"""Classes that mean something to the composer; an author's own of the same name are dropped."""
IDENTIFIERS = ("id", "name")


def rewrite(
    paragraph: Element, text: str, parts: Sequence[Part], lines: Sequence[Line], space: float, shape: str
) -> None:
    """Put ``lines`` in place of what ``paragraph`` holds.

    Args:
        paragraph: keeps its attributes and what follows it.
        text, parts: as read from it.
        lines: of the text.
        space: em of a natural word space.
        shape: its class, beside ``composed``.
    """
    once: set[Element] = set()
    rows = []
    for line in lines:
        row = markup.element("span", class_="l")
        if style := _style(line, space, filling=shape == "justified"):
            row.set("style", style)
        _Row(row, once).fill(text, parts, line)
        rows.append(row)
    paragraph.text = None
    for child in list(paragraph):
        paragraph.remove(child)
    for row in rows:
        if len(paragraph):
            paragraph.append(markup.element("br"))
        paragraph.append(row)
    classes = [name for name in paragraph.get("class", "").split() if name not in OWN]
    paragraph.set("class", " ".join([*classes, "composed", shape]))


def _style(line: Line, space: float, filling: bool) -> str:
    """What sets this line apart; em of the line's own size."""
    rules = []
    right = 0.0
    if line.scale != 1.0:
        rules.append(f"font-size:{_number(line.scale)}em")
    if line.tracking:
        rules.append(f"letter-spacing:{_number(line.tracking / line.scale)}em")
    if line.filled:
        right = -line.closing - line.tracking  # the last letter's tracking hangs out too
    elif filling:
        if line.spaces:
            rules.append(f"word-spacing:{_number(line.space - space)}em")
        right = line.room - line.closing - line.width - line.spaces * (line.space - space)
    if line.opening:
        rules.append(f"margin-left:{_number(-line.opening / line.scale)}em")
    if right:
        rules.append(f"margin-right:{_number(right / line.scale)}em")
    return ";".join(rules)


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


class _Row:
    """One line being filled: the inline elements open in it, and their copies."""

    def __init__(self, row: Element, once: set[Element]) -> None:
        self.open: list[tuple[Element | None, Element]] = [(None, row)]
        self.once = once

    def fill(self, text: str, parts: Sequence[Part], line: Line) -> None:
        first = bisect_right(parts, line.start, key=lambda part: part.start) - 1
        held = parts[first : bisect_left(parts, line.end, key=lambda part: part.start)]
        for part in held:
            if part.element is not None:
                self._enter(part.chain)
                self._object(part.element)
                continue
            string = shown(text[max(part.start, line.start) : min(part.end, line.end)])
            written = part is held[-1] and line.hyphenated and not line.hyphen
            string = string[:-1] if written else string
            if string:
                self._enter(part.chain)
                self._text(string)
            if written:
                self._written(part)
        if line.hyphen:
            self._brought(held[-1])

    def _enter(self, chain: tuple[Element, ...]) -> None:
        """Close and open copies until the innermost open one stands for the end of ``chain``."""
        kept = 0
        while kept < len(chain) and kept + 1 < len(self.open) and self.open[kept + 1][0] is chain[kept]:
            kept += 1
        del self.open[kept + 1 :]
        for element in chain[kept:]:
            made = markup.element(element.tag)
            for name, value in element.items():
                if name in IDENTIFIERS and element in self.once:
                    continue
                if name == "class":
                    value = " ".join(one for one in value.split() if one not in OWN)
                made.set(name, value)
            self.once.add(element)
            self.open[-1][1].append(made)
            self.open.append((element, made))

    def _text(self, string: str) -> None:
        into = self.open[-1][1]
        if len(into):
            into[-1].tail = (into[-1].tail or "") + string
        else:
            into.text = (into.text or "") + string

    def _object(self, element: Element) -> None:
        element.tail = None
        if element.text or len(element):
            element.set("class", f"{element.get('class', '')} apart".strip())
        self.open[-1][1].append(element)

    def _written(self, part: Part) -> None:
        self._enter(_outside_links(part.chain))
        self.open[-1][1].append(_sign(WRITTEN_AT_END, "r"))

    def _brought(self, part: Part) -> None:
        self._enter(_outside_links(part.chain))
        hyphen = harfbuzz.line_end_hyphen(part.voice.fonts)
        if not hyphen.features:
            self._text(hyphen.text)
            return
        sign = _sign(hyphen.text, "h")
        features = ",".join(f'"{name}"' for name in hyphen.features)
        sign.set("style", f"font-feature-settings:{features};vertical-align:{_number(-hyphen.drop)}em")
        self.open[-1][1].append(sign)


def _outside_links(chain: tuple[Element, ...]) -> tuple[Element, ...]:
    """PDF/UA-1 wants no element inside a link."""
    return chain[: next((place for place, element in enumerate(chain) if element.tag == "a"), len(chain))]


def _sign(text: str, name: str) -> Element:
    sign = markup.element("span", class_=name)
    sign.text = text
    return sign
