"""A clean sample -> the same as an extractor leaves it, and every place where it was damaged.

The model has a layout first and damage second: words are set in lines of one width with real
hyphenation, and then each line end suffers what programs do to line ends. Same seed, same damage.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import pyphen

from basylym.languages import kk, ru

from .texts import Block, Sample

SPACE, LINE, PARAGRAPH = " ", "\n", "\n\n"
DICTIONARIES = {"en": "en_US", "de": "de_DE", "ru": "ru_RU"}
LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ"))
LOOKALIKES = {"kk": kk.LANGUAGE.lookalikes, "ru": ru.LANGUAGE.lookalikes}
HEADS = {
    "en": ("Journal of Applied Studies", "J. Smith, A. Brown"),
    "de": ("Zeitschrift für Verwaltung", "H. Müller, K. Weiß"),
    "ru": ("Вестник университета", "А. С. Иванов, П. Петров"),
    "kk": ("Университет хабаршысы", "А. С. Сұлтанов, Б. Оспанов"),
    "tr": ("Uygulamalı Bilimler Dergisi", "A. Yılmaz, M. Şahin"),
}
LETTERS = re.compile(r"[^\W\d_⁰¹²³⁴-⁹⁻]+")  # no line is broken before a raised number
PAGE = 42  # lines


@dataclass(frozen=True, slots=True)
class Site:
    """One damaged place: its first and last clean word, and the kind of damage.

    A site of two words is the gap between them.
    """

    first: int
    last: int
    kind: str


@dataclass(slots=True)
class Damaged:
    """A sample after damage.

    ``furniture`` holds the words of running heads and folios, where they are known; ``inserted`` counts them.
    """

    words: list[str]
    gaps: list[str]
    text: str
    sites: list[Site] = field(default_factory=list)
    inserted: int = 0
    furniture: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Layout:
    """How lines are set, and what becomes of each line end.

    Attributes:
        width: signs of a line; 0 for none.
        blank: whether a blank line parts paragraphs.
        indent: what stands before a paragraph's first line.
        hyphen: how the extractor leaves a word broken over two lines: ``kept`` hyphen and line end,
            ``inline`` hyphen and spaces, ``space`` alone, ``joined``, ``soft`` hyphen; or nothing
            is broken.
        heads: whether running heads and folios stand between the lines.
        lines: whether line ends are kept.
    """

    width: int = 0
    blank: bool = True
    indent: str = ""
    hyphen: str = ""
    heads: bool = False
    lines: bool = True


KINDS: dict[str, tuple[Layout, tuple[str, ...]]] = {
    "clean": (Layout(), ()),
    "wrapped, blank lines": (Layout(72), ()),
    "wrapped, no blank lines": (Layout(72, blank=False), ()),
    "wrapped, indents": (Layout(72, blank=False, indent="    "), ()),
    "hyphen and line end": (Layout(60, hyphen="kept"), ()),
    "hyphen and spaces": (Layout(60, hyphen="inline", lines=False), ()),
    "hyphen lost, space left": (Layout(60, hyphen="space", lines=False), ()),
    "hyphen lost, joined": (Layout(60, hyphen="joined", lines=False), ()),
    "soft hyphens": (Layout(60, hyphen="soft"), ()),
    "running heads, folios": (Layout(66, heads=True), ()),
    "space runs": (Layout(), ("runs",)),
    "lost spaces": (Layout(), ("merged",)),
    "split words": (Layout(), ("split",)),
    "space before a sign": (Layout(), ("spaced",)),
    "look-alike letters": (Layout(), ("lookalikes",)),
    "ligatures": (Layout(), ("ligatures",)),
    "page of an extractor": (Layout(54, blank=False, hyphen="kept", heads=True), ("runs", "ligatures")),
}


@cache
def breaks(language: str) -> Callable[[str], tuple[int, ...]]:
    """Return where a lower-case word of ``language`` may break; two letters stay on each side."""
    if language == "kk":
        return kk.hyphenate
    if language == "tr":
        return _syllables
    dictionary = pyphen.Pyphen(lang=DICTIONARIES[language], left=2, right=2)
    return lambda word: tuple(dictionary.positions(word))


def _syllables(word: str) -> tuple[int, ...]:
    nuclei = [place for place, letter in enumerate(word) if letter in "aeıioöuü"]
    pairs = pairwise(nuclei)
    found = (second if second - first == 1 else second - 1 for first, second in pairs)
    return tuple(place for place in found if 2 <= place <= len(word) - 2)


def damage(sample: Sample, kind: str, seed: int = 0) -> Damaged:
    """Return ``sample`` with damage of one ``kind``."""
    layout, small = KINDS[kind]
    dice = random.Random(f"{sample.document}{kind}{seed}")
    made = Damaged([], [], "")
    for block in sample.blocks:
        words = block.text.split(" ")
        made.words += words
        made.gaps += [SPACE] * (len(words) - 1) + [PARAGRAPH]
    shown = list(made.words)
    for name in small:
        SMALL[name](made, shown, sample.language, dice)
    made.text = _set(sample.blocks, made, shown, layout, sample.language, dice)
    made.text = made.text.replace("\u0000 ", "")
    made.gaps.pop()
    return made


def _set(
    blocks: tuple[Block, ...],
    made: Damaged,
    shown: list[str],
    layout: Layout,
    language: str,
    dice: random.Random,
) -> str:
    lines: list[str] = []
    at = 0
    for block in blocks:
        count = len(block.text.split(" "))
        indent = "" if block.heading else layout.indent
        filled = list(_lines(made, shown, at, count, layout, indent, language, dice))
        lines += filled if layout.lines else ["".join(filled)]
        at += count
        if at < len(made.words):
            if not layout.blank:
                made.sites.append(Site(at - 1, at, "paragraph end"))
            else:
                lines.append("")
    return LINE.join(_paged(lines, made, language, dice) if layout.heads else lines)


def _lines(
    made: Damaged,
    shown: list[str],
    at: int,
    count: int,
    layout: Layout,
    indent: str,
    language: str,
    dice: random.Random,
) -> Iterator[str]:
    """Yield the lines of one block; without line ends kept, each but the last ends as it joins the next."""
    line, bare = indent, True
    for number in range(at, at + count):
        word = shown[number]
        room = layout.width - len(line) - (not bare)
        if not layout.width or bare or len(word) <= room:
            line += word if bare else SPACE + word
            bare = False
            continue
        cut = _cut(word, room - 1, language) if layout.hyphen else 0
        if cut:
            own = word[cut - 1] == "-"
            if own or layout.hyphen != "joined":
                made.sites.append(Site(number, number, "own hyphen" if own else "hyphenation"))
            yield line + SPACE + word[: cut - own] + _left(layout.hyphen, own, dice)
            line = word[cut:]
        else:
            made.sites += [Site(number - 1, number, "line end")] if layout.lines else []
            yield line + (SPACE if not layout.lines else "")
            line = word
    yield line


def _left(hyphen: str, own: bool, dice: random.Random) -> str:
    """Return what an extractor leaves of a line end inside a word."""
    if hyphen == "inline":
        return dice.choice(("- ", "- ", "-\u00a0 ", "-  "))
    if hyphen == "soft":  # marks hyphenation only: the word's own hyphen stays one
        return "-" if own else "\u00ad"
    return {"kept": "-", "space": " ", "joined": ""}[hyphen]


def _cut(word: str, room: int, language: str) -> int:
    """Return where ``word`` breaks with at most ``room`` signs before it, or 0."""
    found = [hyphen.end() for hyphen in re.finditer(r"(?<=[^\W\d_])-(?=[^\W\d_])", word)]
    for run in LETTERS.finditer(word):
        if len(run[0]) >= 5:
            found += [run.start() + place for place in breaks(language)(run[0].lower())]
    fitting = [place for place in found if place - (word[place - 1] == "-") <= room]
    return max(fitting, default=0)


def _paged(lines: list[str], made: Damaged, language: str, dice: random.Random) -> Iterator[str]:
    folio, apart = dice.randrange(3, 300), dice.random() < 0.5
    journal, authors = HEADS[language]
    for number, line in enumerate(lines, 1):
        yield line
        if number % PAGE == 0 and number < len(lines):
            head = journal if folio % 2 else authors
            furniture = (
                [str(folio), head] if apart else [f"{head} {folio}" if folio % 2 else f"{folio} {head}"]
            )
            made.furniture += [word for row in furniture for word in row.split(" ")]
            made.inserted = len(made.furniture)
            yield from ("", *furniture, "") if apart else furniture
            folio += 1


def _runs(made: Damaged, shown: list[str], language: str, dice: random.Random) -> None:
    for at in range(len(shown) - 1):
        if made.gaps[at] == SPACE and dice.random() < 0.02:
            shown[at] += dice.choice((" ", "  ", "\u00a0", "\u00a0 \u00a0", "\u2003"))
            made.sites.append(Site(at, at + 1, "space run"))


def _merged(made: Damaged, shown: list[str], language: str, dice: random.Random) -> None:
    for at in range(0, len(shown) - 1, 2):
        if (
            made.gaps[at] == SPACE
            and dice.random() < 0.02
            and shown[at].isalpha()
            and shown[at + 1].isalpha()
        ):
            shown[at] += "\u0000"
            made.sites.append(Site(at, at + 1, "lost space"))


def _split(made: Damaged, shown: list[str], language: str, dice: random.Random) -> None:
    for at, word in enumerate(shown):
        run = LETTERS.match(word)
        if run and len(run[0]) >= 6 and dice.random() < 0.01 and (places := breaks(language)(run[0].lower())):
            cut = dice.choice(places)
            shown[at] = f"{word[:cut]} {word[cut:]}"
            made.sites.append(Site(at, at, "split word"))


def _spaced(made: Damaged, shown: list[str], language: str, dice: random.Random) -> None:
    for at, word in enumerate(shown):
        if word[-1] in ",.;" and word[:-1].isalpha() and dice.random() < 0.05:
            shown[at] = f"{word[:-1]} {word[-1]}"
            made.sites.append(Site(at, at, "space before a sign"))


def _lookalikes(made: Damaged, shown: list[str], language: str, dice: random.Random) -> None:
    back = {native: foreign for foreign, native in LOOKALIKES.get(language, {}).items()}
    for at, word in enumerate(shown):
        run = LETTERS.match(word)
        if run and len(run[0]) >= 4 and dice.random() < 0.02:
            places = [place for place, letter in enumerate(run[0]) if letter in back]
            if places:
                place = dice.choice(places)
                shown[at] = word[:place] + back[word[place]] + word[place + 1 :]
                made.sites.append(Site(at, at, "look-alike"))


def _ligatures(made: Damaged, shown: list[str], language: str, dice: random.Random) -> None:
    for at, word in enumerate(shown):
        changed = word
        for letters, one in LIGATURES:
            changed = changed.replace(letters, one)
        if changed != word and dice.random() < 0.5:
            shown[at] = changed
            made.sites.append(Site(at, at, "ligature"))


SMALL: dict[str, Callable[[Damaged, list[str], str, random.Random], None]] = {
    "runs": _runs,
    "merged": _merged,
    "split": _split,
    "spaced": _spaced,
    "lookalikes": _lookalikes,
    "ligatures": _ligatures,
}
