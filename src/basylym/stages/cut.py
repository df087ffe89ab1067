"""The text of a paragraph and its runs -> pieces, between which its lines may break.

All lengths are em of the paragraph's type size.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from basylym.model.lines import FORCED, Piece, Run

SOFT_HYPHEN, NO_BREAK_SPACE = "\u00ad", "\u00a0"
LINE_END, OBJECT = "\u2028", "\ufffc"
"""In a paragraph's text: where a line must end, and where an object stands."""

SOFT = 60.0
OVER = {2: 140.0, 3: 25.0}  # more, by how many letters go over to the next line
STAYING = {2: 60.0}  # more, by how many letters stay
HARD = 30.0
RANGE, DASH = 400.0, 100.0  # after a dash between figures, between words
SLASH, SIGN, ADDRESS_HYPHEN = 40.0, 150.0, 400.0  # inside an address
CLINGING = 200.0  # after a short word that should not end a line of a title
SENSE = -245.0  # after a colon in a title
LONGEST_CLINGING = 20  # letters looked back for one
SHORTEST, KEPT, BESIDE_HYPHEN = 6, 2, 3  # letters: of a word that breaks, on each line, from a hyphen

OPENING = {"«": 0.6, "(": 0.12, "[": 0.1, "“": 0.55, "„": 0.5}
CLOSING = {
    sign: share
    for signs, share in (
        *(("-\u2010", 0.62), (",.’", 0.6), ("“”", 0.55), (";:–", 0.35)),
        *(("»", 0.28), ("—", 0.25), ("…", 0.2), (")]", 0.1)),
    )
    for sign in signs
}
"""The share of a sign's width that hangs out where a line begins or ends with it."""

HYPHENS, DASHES, SPACES = "-\u2010", "–—", " \u00a0"
TOKEN = re.compile(rf"[^ {LINE_END}]+")
WORD = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u00ad\u0300-\u036f])*")
ADDRESS = re.compile(r"https?://|www\.|doi\.org/|\b10\.\d{4,}/", re.I)
ADDRESS_BREAK = re.compile(r"(?<=[\w/])([/._?=&#-])(?=\w)")
_SHOWN = str.maketrans({"\u00ad": "", "\u200b": "", "\u2060": "", "\ufeff": "", "\u2011": "-", OBJECT: ""})


Advance = Callable[[int, str], tuple[float, float]]
"""Number of a run and text -> its width, and what is added where tracking parts the ligatures."""


def shown(text: str) -> str:
    """What is drawn of a part of a line: no sign that only says where lines may break."""
    return text.translate(_SHOWN)


def cut(
    text: str, runs: Sequence[Run], advance: Advance, clinging: frozenset[str] | None = None
) -> tuple[Piece, ...]:
    """Cut a paragraph at spaces, at all places where a line may end, and between runs.

    A no-break space stretches as other spaces do: a narrower one in a loose line would look like a
    mistake, and the engine stretches it in any case.

    Args:
        text: single spaces, none at either end; soft hyphens where a word may break.
        runs: that cover the text, in order.
        advance: measures text.
        clinging: for titles only, which break no word: lower-case words that should not end a line.
    """
    allowed = {place: how for place, how in _places(text, runs) if clinging is None or not how.soft}
    bounds = {0, len(text), *allowed, *(run.start for run in runs)}
    for place, sign in enumerate(text):
        if sign in SPACES or sign == LINE_END:
            bounds |= {place, place + 1}
    pieces: list[Piece] = []
    number = 0
    for start, end in pairwise(sorted(bounds)):
        while runs[number].end <= start:
            number += 1
        pieces.append(_piece(text, start, end, number, runs[number], advance, allowed.get(end)))
        if clinging is not None and pieces[-1].space and pieces[-1].penalty is not None:
            pieces[-1] = _by_sense(pieces[-1], text, clinging)
        if len(pieces) > 1 and runs[number].start < start and not pieces[-2].space:
            pieces[-2] = _kerned(pieces[-2], pieces[-1], text, number, advance)
    return tuple(pieces)


@dataclass(frozen=True, slots=True)
class _Break:
    penalty: float
    soft: bool = False
    hyphenated: bool = False


def _piece(
    text: str, start: int, end: int, number: int, run: Run, advance: Advance, place: _Break | None
) -> Piece:
    if text[start] == LINE_END:
        return Piece(start, end, 0.0, space=True, penalty=FORCED)
    if text[start] in SPACES:
        width, _ = advance(number, text[start])
        penalty = 0.0 if text[start] == " " and _may_break_at(text, start, run) else None
        return Piece(start, end, width, letters=int(run.tracked), space=True, penalty=penalty)
    if run.width is not None:
        return Piece(start, end, run.width, rigid=True)
    drawn = shown(text[start:end])
    width, unjoined = advance(number, drawn)
    letters = sum(not unicodedata.combining(sign) for sign in drawn)
    soft = place is not None and place.soft
    return Piece(
        start,
        end,
        width,
        unjoined=unjoined if run.tracked else 0.0,
        letters=letters if run.tracked else 0,
        penalty=place.penalty if place else None,
        hyphen=run.hyphen if soft else 0.0,
        hyphenated=place is not None and place.hyphenated,
        opening=_hang(OPENING, drawn[:1], number, advance),
        closing=run.hyphen * CLOSING["-"] if soft else _hang(CLOSING, drawn[-1:], number, advance),
    )


def _hang(shares: dict[str, float], sign: str, number: int, advance: Advance) -> float:
    return shares[sign] * advance(number, sign)[0] if sign in shares else 0.0


def _kerned(piece: Piece, after: Piece, text: str, number: int, advance: Advance) -> Piece:
    """``piece`` with what the two widths lack of the width of both together."""
    both, _ = advance(number, shown(text[piece.start : after.end]))
    kern = both - piece.width - after.width
    if not kern or after.space:
        return piece
    return replace(piece, kern=kern)


def _by_sense(piece: Piece, text: str, clinging: frozenset[str]) -> Piece:
    word = shown(text[max(0, piece.start - LONGEST_CLINGING) : piece.start].rpartition(" ")[2])
    if word.lower() in clinging:
        return replace(piece, penalty=CLINGING)
    return replace(piece, penalty=SENSE) if word.endswith(":") else piece


def _may_break_at(text: str, place: int, run: Run) -> bool:
    """A dash may end a line but never begin one; a word joiner binds."""
    if run.unbroken and run.start < place < run.end - 1:
        return False
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return after not in DASHES and "\u2060" not in (before, after) if after else False


def _places(text: str, runs: Sequence[Run]) -> Iterator[tuple[int, _Break]]:
    """Where a line may end inside a word: after which code point, and how gladly."""
    starts = [run.start for run in runs]
    for token in TOKEN.finditer(text):
        start, end = token.span()
        first, last = bisect_right(starts, start) - 1, bisect_left(starts, end)
        address = any(run.address for run in runs[first:last]) or ADDRESS.search(token.group())
        for place, how in _in_address(token.group()) if address else _in_word(token.group()):
            run = runs[bisect_right(starts, start + place - 1) - 1]
            if not run.unbroken or start + place == run.end:
                yield start + place, how


def _in_address(token: str) -> Iterator[tuple[int, _Break]]:
    for sign in ADDRESS_BREAK.finditer(token):
        if sign.group() == "/":
            yield sign.end(), _Break(SLASH)
        elif sign.group() == "-":
            yield sign.end(), _Break(ADDRESS_HYPHEN, hyphenated=True)
        else:
            yield sign.end(), _Break(SIGN)


def _in_word(token: str) -> Iterator[tuple[int, _Break]]:
    words = list(WORD.finditer(token))
    before = {word.end(): word.group() for word in words}
    after = {word.start(): word.group() for word in words}
    for word in words:
        yield from _in_letters(token, word)
    for place, sign in enumerate(token[:-1], start=1):
        if sign == "\u200b":
            if token[place] != sign:
                yield place, _Break(0.0)
        elif sign in HYPHENS:
            left, right = shown(before.get(place - 1, "")), shown(after.get(place, ""))
            if len(left) >= KEPT and len(right) >= KEPT and not left.isupper():
                yield place, _Break(HARD + _thrift(len(left), len(right)), hyphenated=True)
        elif sign in DASHES and place > 1 and (token[place].isalnum() or token[place] in OPENING):
            figures = token[place - 2].isdigit() and token[place].isdigit()
            yield place, _Break(RANGE if figures else DASH)


def _in_letters(token: str, word: re.Match[str]) -> Iterator[tuple[int, _Break]]:
    """Soft hyphens of one word; none close to a hyphen that is written."""
    if SOFT_HYPHEN not in word.group():
        return
    total = len(shown(word.group()))
    first = BESIDE_HYPHEN + 1 if token[: word.start()][-1:] in tuple(HYPHENS) else KEPT
    last = BESIDE_HYPHEN + 1 if token[word.end() :][:1] in tuple(HYPHENS) else KEPT
    if total < SHORTEST:
        return
    staying = used = 0
    for place, sign in enumerate(word.group(), start=word.start() + 1):
        if sign != SOFT_HYPHEN:
            staying += 1
        elif staying > used and first <= staying <= total - last:
            used = staying
            yield place, _Break(SOFT + _thrift(staying, total - staying), soft=True, hyphenated=True)


def _thrift(staying: int, over: int) -> float:
    return STAYING.get(staying, 0.0) + OVER.get(over, 0.0)
