"""The Kazakh gold text -> one table: how even its word spaces are, line by line and composed.

``python benchmarks/word_spaces.py``. Greedy is what WeasyPrint and browsers do: each line takes
all that fits. Word spaces are em, of every line that is stretched; a loose line's are over half an em.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import fmean, pstdev

from basylym.adapters import harfbuzz
from basylym.adapters.resources import FONTS
from basylym.languages import kk
from basylym.model.galley import Hyphenation
from basylym.model.lines import Piece, Run
from basylym.stages.compose import compose
from basylym.stages.cut import cut
from basylym.stages.typeset import hyphenated

GOLD = Path(__file__).parents[1] / "tests" / "specimens" / "article" / "gold.md"
SERIF = (FONTS / "SourceSerif4_400Regular.ttf",)
FEATURES = ("onum", "pnum")
FORMS = (("one column", 378.0, 10.2, 14.0), ("two columns", 237.0, 9.4, 12.0))  # pt
LOOSE = 0.5  # em
HEAD = ("", "lines", "mean", "sd", "max", "loose", "hyphens", "in a row", "CPU ms")


@dataclass
class Set:
    """Lines of all paragraphs: word space or None of each, and whether it ends in a hyphen."""

    spaces: list[float | None]
    hyphens: list[bool]
    seconds: float


def paragraphs() -> Iterator[str]:
    for block in GOLD.read_text("utf-8").split("\n\n"):
        if not block.strip() or block.startswith(("#", ":", "-")):
            continue
        text = re.sub(r"\[@ref(\d+), б\. (\d+)\]", r"[\1, \2-б.]", " ".join(block.split()))
        text = re.sub(r"\[@ref(\d+)\]", r"[\1]", text).replace(" –", "\u00a0–")
        text = re.sub(r"(?<=\d) (?=(?:жж?|млрд|млн)\b)|(?<=\b[А-ЯҚ]\.) (?=[А-ЯҚ])", "\u00a0", text)
        words = (
            hyphenated(word, kk.LANGUAGE, kk.hyphenate, Hyphenation(6, 2, 2)) for word in text.split(" ")
        )
        yield " ".join(words)


def advance(_: int, text: str) -> tuple[float, float]:
    return harfbuzz.advance(SERIF, text, FEATURES, "kk"), 0.0


def pieces(text: str) -> tuple[Piece, ...]:
    return cut(text, (Run(0, len(text), hyphen=harfbuzz.line_end_hyphen(SERIF).width),), advance)


def composed(texts: list[str], measure: float, size: float, indent: float) -> Set:
    start, made = time.process_time(), Set([], [], 0.0)
    for text in texts:
        for line in compose(pieces(text), measure / size, advance(0, " ")[0], indent / size) or ():
            made.spaces.append(line.space if line.filled and line.spaces else None)
            made.hyphens.append(line.hyphenated)
    made.seconds = time.process_time() - start
    return made


def greedy(texts: list[str], measure: float, size: float, indent: float) -> Set:
    start, made = time.process_time(), Set([], [], 0.0)
    for text in texts:
        found, first = pieces(text), 0
        while first < len(found):
            room = (measure - (0.0 if first else indent)) / size
            last, width, spaces = first, 0.0, 0
            best = (len(found) - 1, 0.0, 0)
            while last < len(found):
                piece = found[last]
                if (
                    piece.penalty is not None
                    and width + (0.0 if piece.space else piece.width + piece.hyphen) <= room
                ):
                    best = (last, width if piece.space else width + piece.width + piece.hyphen, spaces)
                width, spaces = width + piece.width + piece.kern, spaces + piece.space
                last += 1
                if width - piece.kern > room:
                    break
            else:
                best = (len(found) - 1, 0.0, 0)
            place, width, spaces = best
            made.spaces.append(advance(0, " ")[0] + (room - width) / spaces if spaces else None)
            made.hyphens.append(found[place].hyphenated)
            first = place + 1
    made.seconds = time.process_time() - start
    return made


def row(name: str, made: Set) -> tuple[str, ...]:
    spaces = [space for space in made.spaces if space is not None]
    runs = [len(list(run)) for hyphen, run in groupby(made.hyphens) if hyphen]
    return (
        *(name, str(len(made.spaces)), f"{fmean(spaces):.3f}", f"{pstdev(spaces):.3f}", f"{max(spaces):.2f}"),
        *(str(sum(space > LOOSE for space in spaces)), f"{sum(made.hyphens) / len(made.hyphens):.0%}"),
        *(str(max(runs, default=0)), f"{made.seconds * 1000:.0f}"),
    )


def main() -> None:
    texts = list(paragraphs())
    harfbuzz.advance(SERIF, "а")
    rows = [HEAD]
    for name, *form in FORMS:
        for way in (greedy, composed):
            harfbuzz.advance.cache_clear()
            rows.append(row(f"{name}, {way.__name__}", way(texts, *form)))
    for cells in rows:
        print(f"{cells[0]:24}" + "".join(f"{cell:>9}" for cell in cells[1:]))


if __name__ == "__main__":
    main()
