"""The signs of a PDF's pages -> the fonts whose letters are all of one width, and that width."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from basylym.adapters._glyphs import Look, Sign

NARROW, BROAD = frozenset("iljtfrIгії"), frozenset("mwMWшщжмюфШЩЖМЮФ")
PAIRS, EQUAL, MAY = 8, 0.8, 0.6  # letters side by side that tell; the share of them that stand evenly, or may
ENOUGH = 2000  # letters of a font that are measured
NEAR = 0.035  # of the size: a listing's words may be spread to fill its columns
APART = 0.95  # of the size: further apart stand letters with a space between
WIDEST = 0.8  # of the size: wider letters of one width are those of Chinese or Japanese


@dataclass(slots=True)
class Pitches:
    """How far letters stand apart in each font, in parts of its size."""

    steps: dict[str, Counter[float]] = field(default_factory=lambda: defaultdict(Counter))
    measured: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    narrow: set[str] = field(default_factory=set)
    broad: set[str] = field(default_factory=set)
    flagged: set[str] = field(default_factory=set)
    uneven: set[str] = field(default_factory=set)

    def measure(self, signs: Iterable[Sign], looks: Iterable[Look]) -> None:
        """Take in the letters of a page that stand side by side; ``looks``: of its signs."""
        measured = self.measured
        if all(measured[look.font] > ENOUGH for look in looks):
            return
        for one, two in pairwise(sign for sign in signs if sign.size):
            font = one.look.font
            if measured[font] > ENOUGH:
                continue
            if one.base != two.base or one.size != two.size or font != two.look.font:
                continue
            step = (two.x - one.x) / one.size
            if 0 < step < APART and one.letter.isalpha():  # figures are often of one width
                measured[font] += 1
                self.steps[font][round(step, 2)] += 1
                if one.letter in NARROW:
                    self.narrow.add(font)
                elif one.letter in BROAD:
                    self.broad.add(font)
                if one.look.fixed:
                    self.flagged.add(font)
                if measured[font] > ENOUGH and _usual(self.steps[font], EQUAL) is None:
                    self.uneven.add(font)

    def fixed(self) -> Mapping[str, float]:
        """The fonts whose letters are all of one width -> that width, in parts of the size."""
        found = {}
        for font, steps in self.steps.items():
            usual = _usual(steps, EQUAL)
            shown = font in self.narrow and font in self.broad and steps.total() >= PAIRS
            if font and usual and (shown or font in self.flagged):
                found[font] = usual
        return found

    def places(self, shown: Sequence[Sign]) -> list[float]:
        """Where the signs of a line begin, if they may all be of one width; else nothing."""
        if shown[0].look.font in self.uneven and shown[-1].look.font in self.uneven:
            return []
        steps = Counter(
            round((two.x - one.x) / one.size, 2)
            for one, two in pairwise(shown)
            if two.x - one.x < APART * one.size
        )
        return [round(sign.x, 2) for sign in shown] if _usual(steps, MAY) is not None else []


def _usual(steps: Counter[float], least: float) -> float | None:
    """The step that letters of one width take; 0 where there is none to tell."""
    if not steps:
        return 0.0
    usual = steps.most_common(1)[0][0]
    near = {step: count for step, count in steps.items() if abs(step - usual) < NEAR}
    if not 0 < usual < WIDEST or sum(near.values()) < least * steps.total():
        return None
    return sum(step * count for step, count in steps.items()) / steps.total()
