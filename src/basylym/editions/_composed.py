"""A page's tree and settings -> the same tree, its paragraphs set line by line, and how even they are.

Each line becomes ``<span class="l">`` and ``<br>`` inside the paragraph, so that the page and its
tags still know one paragraph. What a line needs beyond the page's own style is in its ``style``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from statistics import fmean, pstdev

from basylym.adapters import harfbuzz
from basylym.adapters.harfbuzz import Features
from basylym.adapters.markup import Element
from basylym.editions._rewritten import rewrite
from basylym.editions._voices import INLINES, Change, Family, NotInlineError, Part, Voice, read
from basylym.model.lines import JUSTIFIED, RAGGED, Line, Piece, Run
from basylym.model.notices import Condition, Notice, Outcome
from basylym.stages.compose import balance, compose
from basylym.stages.cut import LINE_END, cut, shown

WORD_SPACING = -0.1  # em: the engine stretches spaces but cannot shrink them, so they start far too narrow
COMPOSED_CSS = f"""\
.composed {{ text-align: left !important; text-align-last: left !important; word-spacing: 0 !important }}
.composed.justified {{ text-align: justify !important; text-align-last: justify !important }}
.composed.justified {{ word-spacing: {WORD_SPACING}em !important }}
.composed > .l {{ white-space: nowrap; line-height: 0; hyphens: manual }}
.composed .h, .composed .r {{ font-variation-settings: "hyph" 1; line-height: 0 }}
.composed .apart {{ white-space: normal; letter-spacing: normal; word-spacing: normal }}
"""
"""What composed paragraphs need of the page's style; it follows the page's own rules.

Lines that were measured to be justified must be: hence ``!important``.

``hyph`` is no axis of any font. It makes the engine keep the hyphens at line ends as a font of
their own, in which the text layer can say U+00AD or U+2010 for the glyph that elsewhere means U+002D.
"""
WITHOUT_LIGATURES = ("-liga", "-clig", "-dlig", "-hlig")  # as Pango does where letters are tracked
QUOTED = 40  # characters of a paragraph that a notice quotes


class Shape(Enum):
    """What the right edge of a paragraph looks like."""

    JUSTIFIED = "justified"
    RAGGED = "ragged"
    BALANCED = "balanced"


@dataclass(frozen=True, slots=True)
class Setting:
    """How one kind of paragraph is set; it says what the page's CSS says of the same elements.

    Attributes:
        matches: whether an element is such a paragraph; the first setting that matches counts.
        family: font files.
        size: of the type, in points.
        measure: of a line, in points.
        indent: of the first line, in points.
        shape: of the right edge.
        bold, italic: the font the paragraph begins with.
        features: OpenType features that are on.
        tracking: em after each letter, where the page's CSS spaces letters; None where it does not.
        clinging: for titles: lower-case words that should not end a line.
    """

    matches: Callable[[Element], bool]
    family: Family
    size: float
    measure: float
    indent: float = 0.0
    shape: Shape = Shape.JUSTIFIED
    bold: bool = False
    italic: bool = False
    features: Features = ()
    tracking: float | None = None
    clinging: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Statistics:
    """How even the composed paragraphs of a page are.

    Attributes:
        composed, left: paragraphs composed, and left to the engine.
        lines, hyphenated: all lines, and those that end in a hyphen.
        in_a_row: the most hyphens on lines that follow one another.
        spaces: em of a word space, for each line that is stretched to its room.
    """

    composed: int = 0
    left: int = 0
    lines: int = 0
    hyphenated: int = 0
    in_a_row: int = 0
    spaces: tuple[float, ...] = field(default=(), repr=False)

    @property
    def mean(self) -> float:
        """Of the word spaces, em."""
        return fmean(self.spaces) if self.spaces else 0.0

    @property
    def deviation(self) -> float:
        """Of the word spaces, em."""
        return pstdev(self.spaces) if self.spaces else 0.0

    @property
    def widest(self) -> float:
        """Of the word spaces, em."""
        return max(self.spaces, default=0.0)

    def loose(self, limit: float = 0.5) -> int:
        """Lines whose word spaces are wider than ``limit`` em."""
        return sum(space > limit for space in self.spaces)


def compose_page(
    root: Element, settings: Sequence[Setting], inlines: Mapping[str, Change] = INLINES
) -> Outcome[Statistics]:
    """Set every paragraph below ``root`` that a setting matches line by line; changes ``root``.

    Notices:
        ``PARAGRAPH_IS_COMPOSED``: a paragraph is left to the engine's own line breaking, and why;
        a line is left ragged, for no word after it can be broken.
    """
    notices: list[Notice] = []
    left = 0
    composed: list[tuple[Line, ...]] = []
    found = [
        (element, _setting(element, settings)) for element in root.iter() if isinstance(element.tag, str)
    ]
    for element, setting in reversed(found):  # a note is set before the paragraph that holds it
        if setting is None:
            continue
        try:
            lines = compose_paragraph(element, setting, inlines)
        except NotComposedError as reason:
            left += 1
            detail = f"the paragraph {_said(element)[:QUOTED]!r} is broken line by line: {reason}"
            notices.append(Notice(Condition.PARAGRAPH_IS_COMPOSED, detail))
        else:
            composed.append(lines)
            notices += _slack(element, lines)
    composed.reverse()
    return Outcome(_counted(composed, left), tuple(reversed(notices)))


def _said(element: Element) -> str:
    return " ".join("".join(element.itertext()).replace("\u00ad", "").split())


def _slack(paragraph: Element, lines: Sequence[Line]) -> Iterator[Notice]:
    """Lines that end early, by the word that no line could take a part of."""
    rows = [row for row in paragraph if row.get("class") == "l"]
    for row, after, line in zip(rows, rows[1:], lines, strict=False):
        if line.slack:
            word = _said(after).split(" ")[0]
            detail = f"the line {_said(row)[:QUOTED].strip()!r} is not filled, for {word[:QUOTED]!r} is whole"
            yield Notice(Condition.PARAGRAPH_IS_COMPOSED, detail)


class NotComposedError(Exception):
    """A paragraph cannot be composed; ``args[0]`` says why, in an editor's words."""


def compose_paragraph(
    paragraph: Element, setting: Setting, inlines: Mapping[str, Change] = INLINES
) -> tuple[Line, ...]:
    """Set one paragraph line by line, in place.

    Raises:
        NotComposedError: it cannot be done; the paragraph is as it was.
    """
    voice = Voice(
        setting.family,
        setting.bold,
        setting.italic,
        features=setting.features,
        language=_language(paragraph),
        tracking=setting.tracking,
    )
    try:
        text, parts = read(paragraph, voice, setting.size, inlines)
    except NotInlineError as reason:
        raise NotComposedError(f"it holds {reason}") from reason
    for part in parts:
        drawn = "" if part.element is not None else shown(text[part.start : part.end]).replace(LINE_END, "")
        if missing := harfbuzz.lacking(part.voice.fonts, drawn):
            raise NotComposedError(f"its font has no {missing!r}")
    space = harfbuzz.advance(voice.fonts, " ", voice.features, voice.language) + (voice.tracking or 0.0)
    lines = _lines(text, parts, space, setting)
    if lines is None:
        raise NotComposedError(f"a word in it is wider than its line of {setting.measure:g} pt")
    if lines:
        rewrite(paragraph, text, parts, lines, space, setting.shape.value)
    return lines


def _lines(text: str, parts: Sequence[Part], space: float, setting: Setting) -> tuple[Line, ...] | None:
    if not text:
        return ()

    def advance(number: int, string: str) -> tuple[float, float]:
        said = parts[number].voice
        if said.tracking:
            width = harfbuzz.advance(said.fonts, string, (*said.features, *WITHOUT_LIGATURES), said.language)
            return width * said.scale + len(string) * said.tracking, 0.0
        width = harfbuzz.advance(said.fonts, string, said.features, said.language)
        apart = harfbuzz.advance(said.fonts, string, (*said.features, *WITHOUT_LIGATURES), said.language)
        return width * said.scale, (apart - width) * said.scale

    runs = tuple(_run(part, setting.size) for part in parts)
    title = setting.shape is Shape.BALANCED
    pieces: tuple[Piece, ...] = cut(text, runs, advance, setting.clinging if title else None)
    measure, indent = setting.measure / setting.size, setting.indent / setting.size
    if title:
        return balance(pieces, measure, space)
    taste = JUSTIFIED if setting.shape is Shape.JUSTIFIED else RAGGED
    return compose(pieces, measure, space, indent, taste)


def _run(part: Part, size: float) -> Run:
    voice = part.voice
    if part.element is not None:
        return Run(part.start, part.end, width=part.width / size, tracked=False)
    return Run(
        part.start,
        part.end,
        hyphen=harfbuzz.line_end_hyphen(voice.fonts).width * voice.scale + (voice.tracking or 0.0),
        unbroken=voice.unbroken,
        address=voice.address,
        tracked=voice.tracking is None,
    )


def _language(element: Element) -> str:
    return next((said for at in (element, *element.iterancestors()) if (said := at.get("lang"))), "")


def _setting(element: Element, settings: Sequence[Setting]) -> Setting | None:
    return next((setting for setting in settings if setting.matches(element)), None)


def _counted(paragraphs: Sequence[tuple[Line, ...]], left: int) -> Statistics:
    run = most = 0
    for line in (line for lines in paragraphs for line in lines):
        run = run + 1 if line.hyphenated else 0
        most = max(most, run)
    lines = [line for lines in paragraphs for line in lines]
    return Statistics(
        composed=len(paragraphs),
        left=left,
        lines=len(lines),
        hyphenated=sum(line.hyphenated for line in lines),
        in_a_row=most,
        spaces=tuple(line.space for line in lines if line.filled and line.spaces),
    )
