"""A description by GOST -> its beginning and the areas behind that, cut in every way that may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.repairs._references.names import INITIALS, SURNAME
from basylym.repairs._references.words import DASH, GAP, LABELS_BEFORE_NUMBERS, UPPER

GLUED = rf"[\d№(]|(?:[СсБбPpТт]|[Pp]p|[Vv]ol|[Вв]ып)\.|[{UPPER}][^\W\d_]{{2,40}}{GAP}?:"
"""What may stand right behind ``.-``; ``С.-Петерб.`` is one word."""
DASHED = re.compile(
    rf"\.?{GAP}{DASH}{GAP}|\.[–—−]{GAP}?(?=[{UPPER}\d№(])|\.[-‑](?:{GAP}(?=[{UPPER}\d№(])|(?={GLUED}))"
    rf"|\.{GAP}{DASH}(?=[{UPPER}\d№(])"
)
STOP = re.compile(rf"(?<=[^.])\.{GAP}(?=[{UPPER}\d№«]|\([{UPPER}«])")
COMMA = re.compile(rf",{GAP}(?=[{UPPER}\d№])|;{GAP}")
INVERTED_END = re.compile(rf"(?:ed\.|eds\.|ред\.){GAP}{SURNAME},?{GAP}{INITIALS}\Z")
FIGURE = re.compile(rf"{GAP}(?:\d|№|[IVXLCІХ]{{1,8}}(?![^\W_]))")
CUTS = 12


def cuts(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield what ``text`` may begin with, and the areas behind it: the likeliest cut first."""
    dashes = list(DASHED.finditer(text))[:CUTS]
    for number, dash in enumerate(dashes[:3]):
        ends = [one.start() for one in dashes[number + 1 :]] + [len(text)]
        starts = [one.end() for one in dashes[number:]]
        tail = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        head_end = dash.start() + dash.group().startswith(".")
        if ". –" in (head := text[:head_end].replace("—", "–").replace(" - ", " – ")):
            return  # an area that nobody knows stands between the title and the others
        yield text[: len(head)], tail
        for head, stops in _stops(text[:head_end]):
            yield head, [*stops, *tail]
    if not dashes:
        yield from _stops(text)


def _stops(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield ``text`` cut at a full stop, but for those of labels and initials, or at a comma."""
    for sign in (STOP, COMMA):
        places = [
            stop.span() for stop in sign.finditer(text) if sign is COMMA or not is_label(text, stop.start())
        ]
        places = places[:CUTS]
        for number, (start, _) in enumerate(places[:8]):
            ends = [one for one, _ in places[number + 1 :]] + [len(text)]
            starts = [two for _, two in places[number:]]
            yield (
                text[: start + (sign is STOP)],
                [text[one:two] for one, two in zip(starts, ends, strict=True)],
            )


def is_label(text: str, end: int) -> bool:
    """Tell whether the stop at ``end`` closes an initial, or a word that wants a number: no sentence."""
    word = re.search(r"[^\W_]{1,8}\Z", text[max(0, end - 9) : end])
    if not word or word[0].isdigit() or INVERTED_END.search(text[max(0, end - 60) : end + 1]):
        return False
    if len(word[0]) == 1 and word[0].isupper():
        return True  # an initial
    if re.search(r"\d[ \u00a0]?[гж]\Z", text[max(0, end - 4) : end]):
        return False  # «2001 г. 1:25 000»: of a year
    return word[0].lower() in LABELS_BEFORE_NUMBERS and FIGURE.match(text, end + 1) is not None
