"""PDF -> the lines of its text layer with their places, read by PDFium in a child process with limits.

The parent calls ``pages``; the child is this module run as a program. It reads the PDF on standard
input and writes one JSON object a page, and last the fonts whose letters are all of one width.
"""

from __future__ import annotations

import gc
import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from basylym.adapters import _glyph_lines, child, pdf, pdfium
from basylym.adapters._glyph_accents import with_accents
from basylym.adapters._glyph_names import Names, with_names
from basylym.adapters._glyph_pitches import Pitches
from basylym.adapters._glyphs import Sheet
from basylym.model.notices import BasylymError, Condition, Notice

LIMITS = child.Limits(seconds=120, megabytes=2048)
UNREAD = 3  # exit code of a child that met no PDF it can read
MOST_PAGES = 600
MOSTLY = 0.8  # of a line's signs are of fonts whose letters are all of one width
RULE = 40.0  # pt; shorter lines are those of fractions
STRAY = re.compile(r"[^\r\n -\U0010ffff]")
UNTOLD = re.compile(f"[{pdfium.LOST}\ue000-\uf8ff]")
NARROW = 1.15  # of the distance of two letters: so far apart they have a space between
SCANNED = 0.3  # the share of a page under pictures that shows a scan of it


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of one line of a page; pt from the page's left and top.

    Attributes:
        text: its signs, one space between words.
        left, right, top, base: its place; ``base`` is where its letters stand.
        size: of most of its letters.
        bold: whether most of them are.
        raised: spans of ``text`` that are set small and high, as marks of notes are.
        pitch: how far one letter stands from the next, where all are of one width, as in a listing; else 0.
        typed: the same as ``text`` with as many spaces as there is room for, where ``pitch`` is told.
        start: where its first sign begins, which may be a little left of what is seen of it.
        cells: the pieces of a row, where wide gaps part it, or of a line typed in letters of one width.
        words: where each of its words begins and ends, where that may show cells.
        table: the cells of the table that it stands for; then ``text`` has its rows, ``typed`` what is kept.
        maths: the share of its signs that are those of formulas.
    """

    text: str
    left: float
    right: float
    top: float
    base: float
    size: float
    bold: bool
    raised: tuple[tuple[int, int], ...] = ()
    pitch: float = 0.0
    typed: str = ""
    start: float = 0.0
    cells: tuple[Line, ...] = ()
    words: tuple[tuple[float, float], ...] = ()
    table: Any = None
    maths: float = 0.0


@dataclass(frozen=True, slots=True)
class Turned:
    """What is turned against a page's text, by ``turn`` degrees.

    The lines of what is turned by a quarter are placed as on a page of their own, turned with them.
    """

    turn: float
    lines: tuple[Line, ...]

    def box(self, line: Line, width: float, height: float) -> tuple[float, float, float, float]:
        """Left, right, top and bottom of one of the lines on the page of that width and height."""
        if self.turn == 90:
            return line.top, line.base, height - line.right, height - line.left
        if self.turn == 180:
            return width - line.right, width - line.left, height - line.base, height - line.top
        if self.turn == 270:
            return width - line.base, width - line.top, line.left, line.right
        return line.left, line.right, line.top, line.base


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        width, height: pt, as it is read.
        covered: the share of it under pictures.
        unread: how many signs have no letter.
        lines: its text.
        turned: what is turned against its text, such as a stamp in the margin.
        recognized: how many of its signs nobody sees: a program wrote them behind the picture of a page.
        rules: its lines that lie level: left, right and y.
        bars: those that stand: x, top and bottom.
        unseen: how many signs were left out, for nobody sees them and no picture shows them, or for they
            stand outside of what the page shows.
    """

    width: float
    height: float
    covered: float
    unread: int
    lines: tuple[Line, ...]
    turned: tuple[Turned, ...] = ()
    rules: tuple[tuple[float, float, float], ...] = ()
    bars: tuple[tuple[float, float, float], ...] = ()
    recognized: int = 0
    unseen: int = 0


def pages(content: bytes) -> tuple[Page, ...]:
    """Read the text layer of every page.

    Raises:
        BasylymError: ``SOURCE_OPENS`` where it is no PDF that can be read, ``CHILD_ENDS``.
    """
    command = [sys.executable, "-m", "basylym.adapters.pdf_text"]
    ended = child.run(command, content, LIMITS, tool="PDFium")
    if ended.code == UNREAD:
        raise BasylymError(Notice(Condition.SOURCE_OPENS, ended.complaint.strip().splitlines()[-1]))
    if ended.code:
        said = (ended.complaint.strip().splitlines() or ["it gave no reason"])[-1]
        raise BasylymError(Notice(Condition.CHILD_ENDS, f"PDFium stopped: {said[:300]}"))
    *written, last = ended.output.decode("utf-8").splitlines()
    pitches: dict[str, float] = json.loads(last)
    return tuple(_page(json.loads(page), pitches) for page in written)


def _page(told: dict[str, Any], pitches: dict[str, float]) -> Page:
    told["lines"] = tuple(_read(line, pitches) for line in told["lines"])
    for ruled in ("rules", "bars"):
        told[ruled] = tuple((one, two, three) for one, two, three in told[ruled])
    told["turned"] = tuple(
        Turned(turn, tuple(_read(line, pitches) for line in lines)) for turn, lines in told["turned"]
    )
    return Page(**told)


def _read(told: dict[str, Any], pitches: dict[str, float]) -> Line:
    told["words"] = tuple((left, right) for left, right in told["words"])
    told["raised"] = tuple((start, end) for start, end in told["raised"])
    fonts: list[tuple[str, int]] = told.pop("fonts")
    fixed = [(font, count) for font, count in fonts if font in pitches]
    mostly = sum(count for _, count in fixed) >= MOSTLY * sum(count for _, count in fonts)
    told["pitch"] = pitches[fixed[0][0]] * told["size"] if fixed and mostly else 0.0
    told["typed"] = _typed(told["text"], told.pop("places"), told["pitch"])
    return Line(**told)


def _typed(text: str, places: Sequence[float], pitch: float) -> str:
    """A line as typed, from where its signs begin: a program may have spread them, as if with spaces.

    A space that another font sets is narrower than a letter; where there is no room, PDFium saw one.
    """
    if not pitch or not places:
        return text if pitch else ""
    made, spaced, number = "", False, 0
    for letter in text:
        if letter == " ":
            spaced = True
            continue
        if number < len(places):
            step = (places[number] - places[number - 1]) / pitch if number else 1.0
            made += " " * max(round(step) - 1, int(spaced and step > NARROW)) + letter
        spaced, number = False, number + 1
    return made


# Below here only the child runs.


def _told(sheet: Sheet, pitches: Pitches, names: Callable[[], Names]) -> dict[str, Any]:
    """One page as ``_page`` reads it."""
    signs = with_names(sheet.signs, names)
    said = "".join([sign.letter for sign in signs])
    if STRAY.search(said):
        signs = [sign for sign in signs if sign.letter >= " " or sign.letter in "\r\n"]
    hidden = 0
    if any(look.hidden for look in sheet.looks):
        hidden = sum(sign.look.hidden for sign in signs)
    scanned = sheet.covered > SCANNED or hidden == sum(1 for sign in signs if sign.size)
    if hidden and not scanned:
        signs = [sign for sign in signs if not sign.look.hidden]
        said = "".join([sign.letter for sign in signs])
    signs = with_accents(signs)
    pitches.measure(signs, sheet.looks)
    rules = [rule for rule in sheet.rules if rule[1] - rule[0] >= RULE]
    askew = any(look.turn for look in sheet.looks)
    upright = [sign for sign in signs if not sign.look.turn] if askew else signs
    lines = list(_glyph_lines.lines(upright, pitches, with_words=len(rules) > 1))
    shown = [line for line in lines if _is_shown(line, sheet)]
    outside = sum(len(line["text"].replace(" ", "")) for line in lines if not _is_shown(line, sheet))
    turned = _glyph_lines.turned(signs, pitches, sheet.width, sheet.height) if askew else ()
    return {
        "width": sheet.width,
        "height": sheet.height,
        "covered": sheet.covered,
        "unread": len(UNTOLD.findall(said)),
        "lines": shown,
        "rules": rules,
        "bars": sheet.bars,
        "turned": list(turned),
        "recognized": hidden if scanned else 0,
        "unseen": outside + (0 if scanned else hidden),
    }


def _is_shown(line: dict[str, Any], sheet: Sheet) -> bool:
    """Tell whether some of a line stands on the page, and not all of it in what was cut off."""
    across = line["right"] > 0 and line["start"] < sheet.width
    return bool(across and line["base"] > 0 and line["base"] - line["size"] < sheet.height)


def _main() -> int:
    gc.disable()  # what a page holds goes with it; looking for rings among its signs cost a tenth
    pitches, content = Pitches(), sys.stdin.buffer.read()
    names = cache(partial(pdf.letters_of, content))
    try:
        for number, sheet in enumerate(pdfium.signs(content), 1):
            if number > MOST_PAGES:
                sys.stderr.write(f"the PDF has more than {MOST_PAGES} pages\n")
                return UNREAD
            sys.stdout.write(json.dumps(_told(sheet, pitches, names), ensure_ascii=True) + "\n")
    except BasylymError as error:
        sys.stderr.write(error.notice.detail + "\n")
        return UNREAD
    sys.stdout.write(json.dumps(pitches.fixed()) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(_main())
