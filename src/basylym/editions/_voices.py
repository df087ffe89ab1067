"""A paragraph's element -> its text and the voice of each part: font, size, features, language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from basylym.adapters.harfbuzz import Features, Fonts
from basylym.adapters.markup import Element
from basylym.stages.cut import LINE_END, OBJECT

POINTS = {"pt": 1.0, "px": 0.75, "pc": 12.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*([\d.]+)\s*(pt|px|pc|mm|cm|in|em)\s*(?:;|$)")
DEEPEST = 50  # inline elements inside one another
BREAKS = {"br": LINE_END, "wbr": "\u200b"}
BLANK = re.compile("[ \t\n\r\f\v\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Family:
    """The font files of one family, and those asked for a glyph that it lacks."""

    regular: Path
    italic: Path
    bold: Path
    bold_italic: Path
    others: Fonts = ()

    def fonts(self, bold: bool, italic: bool) -> Fonts:
        """The files for a weight and a slope, in the order in which they are asked."""
        upright, slanted = (self.bold, self.bold_italic) if bold else (self.regular, self.italic)
        return (slanted if italic else upright, *self.others)


@dataclass(frozen=True, slots=True)
class Voice:
    """How a part of a paragraph is set.

    Attributes:
        family, bold, italic: the font.
        scale: size, as a share of the paragraph's.
        features: OpenType features.
        language: BCP 47; empty where the tree says none.
        tracking: em of the paragraph's size after each letter; None to go with the line.
        unbroken: no line ends inside.
        address: it breaks as an address does.
    """

    family: Family
    bold: bool = False
    italic: bool = False
    scale: float = 1.0
    features: Features = ()
    language: str = ""
    tracking: float | None = None
    unbroken: bool = False
    address: bool = False

    @property
    def fonts(self) -> Fonts:
        """The font files, in the order in which they are asked."""
        return self.family.fonts(self.bold, self.italic)


@dataclass(frozen=True, slots=True)
class Change:
    """What an inline element changes; None leaves things as they are.

    Attributes:
        family, bold, italic: the font.
        scale: size, as a share of what it was.
        features: features to add.
        tracking: em of the element's own size.
        unbroken, address: as in ``Voice``.
        width: the element is an object that is set whole: it and the points of an em where it
            stands give its width in points, or None where that is not known.
    """

    family: Family | None = None
    bold: bool | None = None
    italic: bool | None = None
    scale: float = 1.0
    features: Features = ()
    tracking: float | None = None
    unbroken: bool = False
    address: bool = False
    width: Callable[[Element, float], float | None] | None = None


def width_written(element: Element, em: float) -> float | None:
    """Points that the ``style`` or ``width`` attribute of an object gives it, or None."""
    if found := WIDTH.search(element.get("style", "")):
        return float(found[1]) * {**POINTS, "em": em}[found[2]]
    pixels = element.get("width", "")
    return float(pixels) * POINTS["px"] if re.fullmatch(r"\d+(\.\d+)?", pixels) else None


SMALLER = 0.83  # the page's CSS must say so: WeasyPrint's own "smaller" is another share for each size
PLAIN = Change()
INLINES: Mapping[str, Change] = {
    **dict.fromkeys(("a", "span", "abbr", "bdi", "data", "dfn", "del", "ins", "s", "time", "u"), PLAIN),
    **dict.fromkeys(("b", "strong"), Change(bold=True)),
    **dict.fromkeys(("cite", "em", "i", "var"), Change(italic=True)),
    **dict.fromkeys(("small", "sub", "sup"), Change(scale=SMALLER)),
    "img": Change(width=width_written),
    "svg": Change(width=width_written),
    "span.nb": Change(unbroken=True),
    "a.uri": Change(address=True),
}
"""Selector (``tag``, ``tag.class`` or ``.class``) -> what such an inline element changes.

It must say what the page's CSS says: add to it where the CSS does. What is said of ``tag.class``
takes the place of what is said of the tag; what is said of ``.class`` comes on top.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paragraph: code points ``start`` to ``end``, inside ``chain`` of inline elements.

    ``element`` is the object that stands there, if it is one, and ``width`` its width in points.
    """

    start: int
    end: int
    voice: Voice
    chain: tuple[Element, ...]
    element: Element | None = None
    width: float = 0.0


class NotInlineError(Exception):
    """An element whose width the composer cannot know; ``args[0]`` says which."""


def read(
    paragraph: Element, voice: Voice, size: float, inlines: Mapping[str, Change]
) -> tuple[str, tuple[Part, ...]]:
    """The text of a paragraph of ``size`` points, without spaces at its ends, and its parts.

    Raises:
        NotInlineError: it holds a block, or an object of unknown width.
    """
    text = ""
    parts: list[Part] = []
    for new, said, chain, element, width in _Strings(size, inlines).of(paragraph, voice, ()):
        if new.startswith(" ") and (not text or text[-1] in " " + LINE_END):
            new = new[1:]
        if new == LINE_END and text.endswith(" "):
            text, parts = text[:-1], _shortened(parts)
        if new:
            parts.append(Part(len(text), len(text) + len(new), said, chain, element, width))
            text += new
    if text.endswith(" "):
        text, parts = text[:-1], _shortened(parts)
    if text.endswith(LINE_END):
        text, parts = text[:-1], _shortened(parts)
    return text, tuple(parts)


def _shortened(parts: list[Part]) -> list[Part]:
    """``parts`` without the last code point."""
    last = replace(parts[-1], end=parts[-1].end - 1)
    return [*parts[:-1], last] if last.end > last.start else parts[:-1]


Said = tuple[str, Voice, tuple[Element, ...], Element | None, float]


@dataclass(frozen=True, slots=True)
class _Strings:
    size: float
    inlines: Mapping[str, Change]

    def of(self, element: Element, voice: Voice, chain: tuple[Element, ...]) -> Iterator[Said]:
        """What an element holds, in order."""
        if element.text:
            yield _typed(element.text), voice, chain, None, 0.0
        for child in element:
            if isinstance(child.tag, str):
                yield from self._child(child, voice, chain)
            if child.tail:
                yield _typed(child.tail), voice, chain, None, 0.0

    def _child(self, child: Element, voice: Voice, chain: tuple[Element, ...]) -> Iterator[Said]:
        if child.tag in BREAKS:
            yield BREAKS[child.tag], voice, chain, None, 0.0
            return
        changes = self._changes(child)
        for change in changes:
            if change.width is not None:
                width = change.width(child, self.size * voice.scale)
                if width is None:
                    raise NotInlineError(f"<{child.tag}> of unknown width")
                yield OBJECT, voice, chain, child, width
                return
            voice = _changed(voice, change)
        if len(chain) == DEEPEST:
            raise NotInlineError(f"elements nested more than {DEEPEST} deep")
        if not child.text and not len(child):
            yield OBJECT, voice, chain, child, 0.0  # a place to link to
            return
        voice = replace(voice, language=child.get("lang", voice.language))
        yield from self.of(child, voice, (*chain, child))

    def _changes(self, element: Element) -> list[Change]:
        names = element.get("class", "").split()
        own = [f"{element.tag}.{name}" for name in names if f"{element.tag}.{name}" in self.inlines]
        said = [*(own or [element.tag]), *(f".{name}" for name in names)]
        changes = [self.inlines[name] for name in said if name in self.inlines]
        if not changes:
            raise NotInlineError(f"<{element.tag}>")
        return changes


def _typed(text: str) -> str:
    """An author's text with single spaces; the signs that mean something here mean nothing there."""
    if OBJECT in text:
        raise NotInlineError(f"the sign U+{ord(OBJECT):04X}")
    return BLANK.sub(" ", text)


def _changed(voice: Voice, change: Change) -> Voice:
    scale = voice.scale * change.scale
    return Voice(
        family=change.family or voice.family,
        bold=voice.bold if change.bold is None else change.bold,
        italic=voice.italic if change.italic is None else change.italic,
        scale=scale,
        features=(*voice.features, *change.features),
        language=voice.language,
        tracking=voice.tracking if change.tracking is None else change.tracking * scale,
        unbroken=voice.unbroken or change.unbroken,
        address=voice.address or change.address,
    )
